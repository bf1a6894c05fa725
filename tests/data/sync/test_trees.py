"""Whole folders are merged file by file: histories that cross, files that are no plans, links and modes."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.sync.outcomes import LargeRemovalError, SyncConflictError
from data.sync.trees import Choice, UnmergeableError
from tests.data.sync.clones import NAME, Clone, cloned, git

FILE = f"{NAME}.toml"
FORVALTNING = '\n[[forvaltning]]\nid = "{0}"\nnamn = "{0}"\n'


def committed(clone: Clone, path: str, text: str) -> None:
    """Write a file and commit it."""
    (clone.folder / path).parent.mkdir(exist_ok=True)
    (clone.folder / path).write_text(text, encoding="utf-8")
    git(clone.folder, "add", ".")
    git(clone.folder, "commit", "--quiet", "--message", f"Ändra {path}")


def region_of(clone: Clone) -> str:
    return (clone.folder / "region.toml").read_text(encoding="utf-8")


@pytest.fixture
def crossing(anna: Clone, bo: Clone) -> tuple[Clone, Clone]:
    """Two clones that have each merged the other's judgement by hand: they parted at two commits."""
    anna.set("uppdrag-1", "status", "delvis")
    committed(anna, "anna.md", "först\n")
    bo.set("uppdrag-2", "status", "inte")
    heads = anna.head, bo.head
    git(anna.folder, "pull", "--quiet", "--no-rebase", "--no-edit", str(bo.folder), "main")
    git(bo.folder, "fetch", "--quiet", str(anna.folder), "main")
    git(bo.folder, "merge", "--quiet", "--no-edit", heads[0])
    assert sorted(git(bo.folder, "merge-base", "--all", bo.head, "FETCH_HEAD").split()) == sorted(heads)
    return anna, bo


def test_histories_that_cross_are_merged_where_nothing_is_in_doubt(crossing: tuple[Clone, Clone]) -> None:
    anna, bo = crossing
    anna.set("uppdrag-3", "status", "uppfylls")
    anna.sync()
    bo.set("uppdrag-4", "status", "uppfylls")
    bo.sync()
    statuses = [bo.plan.items[f"uppdrag-{n}"].status for n in range(1, 5)]
    assert statuses == ["delvis", "inte", "uppfylls", "uppfylls"]


def test_what_crossing_histories_tell_differently_is_a_conflict(crossing: tuple[Clone, Clone]) -> None:
    anna, bo = crossing
    anna.set("uppdrag-1", "status", None)  # as in one of the commits that they parted at
    anna.sync()
    bo.set("uppdrag-4", "status", "uppfylls")
    with pytest.raises(SyncConflictError) as caught:
        bo.sync()
    (told,) = caught.value.conflicts
    assert (told.conflict.about, told.conflict.ours, told.conflict.theirs) == (
        ("uppdrag-1", "status"),
        "delvis",
        None,
    )
    bo.sync(choices=[Choice(NAME, told.conflict, ours=True)])
    assert bo.plan.items["uppdrag-1"].status == "delvis"


def test_a_file_that_crossing_histories_tell_differently_is_merged_by_hand(crossing: tuple[Clone, Clone]) -> None:
    anna, bo = crossing
    committed(anna, "anna.md", "sedan\n")
    anna.sync()
    with pytest.raises(UnmergeableError, match=r"anna\.md är ändrad på båda håll"):
        bo.sync()


def test_two_people_may_each_add_a_forvaltning(anna: Clone, bo: Clone) -> None:
    start = region_of(anna)
    for clone in (anna, bo):
        committed(clone, "region.toml", start + FORVALTNING.format(clone.namn.lower()))
    anna.sync()
    bo.sync()
    assert region_of(bo) == start + FORVALTNING.format("anna") + FORVALTNING.format("bo")
    region = bo.workspace.load().region
    assert region is not None and [one.id for one in region.forvaltningar] == ["anna", "bo"]


def test_the_same_forvaltning_added_differently_is_told(anna: Clone, bo: Clone) -> None:
    start = region_of(anna)
    for clone in (anna, bo):
        committed(
            clone, "region.toml", start + FORVALTNING.format("x").replace('namn = "x"', f'namn = "{clone.namn}"')
        )
    anna.sync()
    with pytest.raises(UnmergeableError, match=r"region\.toml är ändrad på båda håll"):
        bo.sync()


def test_a_plan_that_is_removed_is_as_many_removals_as_it_has_items(anna: Clone, bo: Clone) -> None:
    git(anna.folder, "rm", "--quiet", FILE)
    git(anna.folder, "commit", "--quiet", "--message", "Ta bort planen")
    anna.sync()
    with pytest.raises(LargeRemovalError, match=f"tar bort 11 av 11 poster i {NAME}"):
        bo.sync()
    bo.set("uppdrag-1", "status", "delvis")
    with pytest.raises(UnmergeableError, match="borttagen på ena hållet och ändrad på det andra"):
        bo.sync(accept_removals=True)
    assert bo.plan.items["uppdrag-1"].status == "delvis"


def test_removals_are_counted_in_each_plan(anna: Clone, bo: Clone) -> None:
    from data.editing import removal

    committed(
        anna, "2020/regionkontoret.toml", (anna.folder / FILE).read_text(encoding="utf-8").replace("2019", "2020")
    )
    anna.sync()
    bo.sync()
    for name in (NAME, "2020/regionkontoret"):
        for id in ("uppdrag-1", "uppdrag-2"):
            anna.workspace.save(name, removal(anna.workspace.load().plans[name], id))
    anna.workspace.commit(NAME, "2020/regionkontoret")
    anna.sync()
    assert bo.sync().fetched == 1  # two of eleven in each


def test_each_side_keeps_the_mode_that_it_gave_a_file(anna: Clone, bo: Clone) -> None:
    git(bo.folder, "update-index", "--chmod=+x", FILE)
    git(bo.folder, "commit", "--quiet", "--message", "Körbar")
    git(bo.folder, "checkout", "--quiet", "--", FILE)
    bo.set("uppdrag-2", "status", "inte")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.sync()
    assert git(bo.folder, "ls-files", "--stage", FILE).startswith("100755 ")


def test_a_repository_inside_and_a_link_are_let_through_and_read_by_nobody(anna: Clone, bo: Clone) -> None:
    git(anna.folder, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},2019/inre.toml")
    link = git(anna.folder, "hash-object", "-w", "region.toml")
    git(anna.folder, "update-index", "--add", "--cacheinfo", f"120000,{link},2019/lank.toml")
    git(anna.folder, "commit", "--quiet", "--message", "Annat än filer")
    git(anna.folder, "push", "--quiet", "origin", "main")
    bo.set("uppdrag-1", "status", "delvis")
    bo.sync()
    assert sorted(line[:6] for line in git(bo.folder, "ls-tree", "HEAD", "2019/").splitlines()) == [
        "100644",
        "120000",
        "160000",
    ]


def test_a_repository_with_longer_ids_is_merged_too(tmp_path: Path) -> None:
    from data.founding import init
    from tests.data.sync.clones import PLAN

    for folder, options in (("server.git", ("--bare",)), ("anna", ())):
        git(tmp_path, "init", "--quiet", *options, "--object-format=sha256", "--initial-branch=main", folder)
    anna = Clone(tmp_path / "anna", "Anna")
    init(anna.folder, "Region Lång")
    anna.workspace.create(PLAN)
    committed(anna, "gammal.txt", "x")
    git(anna.folder, "remote", "add", "origin", str(tmp_path / "server.git"))
    anna.sync()
    bo = cloned(tmp_path / "server.git", tmp_path / "bo", "Bo")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    git(bo.folder, "rm", "--quiet", "gammal.txt")
    git(bo.folder, "commit", "--quiet", "--message", "Ta bort")
    bo.sync()
    assert git(bo.folder, "ls-files").split() == [".gitattributes", FILE, "region.toml"]
    assert bo.plan.items["uppdrag-1"].status == "delvis"
    for clone in (anna, bo):
        clone.workspace.close()


def test_the_line_of_first_parents_is_what_the_server_had(anna: Clone, bo: Clone, remote: Path) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-2", "status", "inte")
    anna.sync()
    theirs = anna.head
    bo.sync()
    assert git(remote, "rev-parse", "main^1") == theirs
