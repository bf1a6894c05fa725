from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.changes import Change, RemoveItem, SetField, inverse, set_field
from data.faults import UnusableError
from data.founding import init
from data.identity import set_identity
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.region import Forvaltning
from data.rereading import read
from data.workspace import (
    CommitError,
    ConflictError,
    FileError,
    NoIdentityError,
    ReadOnlyError,
    Saved,
    Workspace,
)
from tests.conftest import Git, run_git

NAME = "2019/regionkontoret"
CYKEL = Uppdrag("cykel", "Ta fram regional cykelplan", aktiviteter=(Aktivitet("cykel-1", "Kartlägga"),))
PLAN = Plan("regionkontoret", 2019, (), (Fokusomrade("1.1", "Hög attraktivitet", uppdrag=(CYKEL,)),))
CYKELPLAN = 'namn = "Ta fram regional cykelplan"'
DELVIS = SetField("cykel", "status", None, "delvis")


@pytest.fixture
def workspace(repo: Path) -> Iterator[Workspace]:
    """A region with one plan, committed and loaded."""
    init(repo, "Region Exempel")
    workspace = Workspace(repo)
    workspace.add_forvaltning(Forvaltning("regionkontoret", "Regionkontoret"))
    workspace.commit_region()
    workspace.create(PLAN)
    workspace.commit(NAME)
    workspace.load()
    yield workspace
    workspace.close()


def on_disk(repo: Path, name: str = NAME) -> Plan:
    return read((repo / f"{name}.toml").read_text(encoding="utf-8"))


def write_behind(repo: Path, old: str, new: str) -> None:
    path = repo / f"{NAME}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def subjects(git: Git) -> list[str]:
    return git("log", "--format=%s").splitlines()


def test_a_region_is_loaded_whole(workspace: Workspace) -> None:
    snapshot = workspace.load()
    assert snapshot.region is not None
    assert snapshot.region.namn == "Region Exempel"
    assert snapshot.plans == {NAME: PLAN}
    assert snapshot.faults == ()
    assert snapshot.state is None


def test_every_step_is_a_commit_that_tells_itself(workspace: Workspace, repo: Path, git: Git) -> None:
    saved = workspace.save(NAME, [DELVIS])
    assert saved == Saved(NAME, on_disk(repo), (DELVIS,))
    assert workspace.uncommitted() == (NAME,)
    commit = workspace.commit(NAME)
    assert commit is not None
    assert commit.subject == "regionkontoret 2019: Ta fram regional cykelplan → uppfylls delvis"
    assert workspace.uncommitted() == ()
    assert subjects(git) == [
        commit.subject,
        "regionkontoret 2019: ny plan med 1 uppdrag och 1 aktivitet",
        "region: Regionkontoret tillagd",
        "region: Region Exempel läggs upp",
    ]
    assert git("status", "--porcelain") == ""


def test_what_is_taken_back_before_the_commit_needs_none(workspace: Workspace, git: Git) -> None:
    saved = workspace.save(NAME, [DELVIS])
    workspace.save(NAME, inverse(saved.changes))
    assert workspace.commit(NAME) is None
    assert len(subjects(git)) == 3


def test_undo_of_a_removal_brings_the_comments_back(workspace: Workspace, repo: Path) -> None:
    write_behind(repo, "[[fokusomrade.uppdrag.aktivitet]]", "# handskrivet\n[[fokusomrade.uppdrag.aktivitet]]")
    before = (repo / f"{NAME}.toml").read_bytes()
    plan = workspace.load().plans[NAME]
    saved = workspace.save(NAME, list(removal(plan)))
    workspace.save(NAME, inverse(saved.changes))
    assert (repo / f"{NAME}.toml").read_bytes() == before


def removal(plan: Plan) -> Iterator[Change]:
    from data.changes import Place

    yield RemoveItem(plan.items["cykel-1"], Place("cykel", None))


def test_a_broken_file_never_hides_the_others(workspace: Workspace, repo: Path) -> None:
    (repo / "2019/sjukhuset.toml").write_text("forvaltning = \n", encoding="utf-8")
    (repo / "2020").mkdir()
    (repo / "2020/regionkontoret.toml").mkdir()
    snapshot = workspace.load()
    assert list(snapshot.plans) == [NAME]
    assert snapshot.broken == ("2019/sjukhuset.toml", "2020/regionkontoret.toml")
    assert any(fault.line == 1 and "värdet" in fault.message for fault in snapshot.faults)


def test_a_missing_region_file_is_told_and_the_plans_are_there(workspace: Workspace, repo: Path) -> None:
    (repo / "region.toml").unlink()
    snapshot = workspace.load()
    assert snapshot.region is None
    assert list(snapshot.plans) == [NAME]
    assert [str(fault) for fault in snapshot.faults] == [
        "region.toml:1:1: här finns ingen region.toml; kör trafikljus init"
    ]


def test_names_that_are_no_plans_are_warnings_or_nothing(workspace: Workspace, repo: Path) -> None:
    for name in ("Ny Plan.toml", "mal-och-budget.toml", ".dold.toml", "anteckningar.txt"):
        (repo / "2019" / name).write_text("ar = 2019\n")
    snapshot = workspace.load()
    assert [(fault.file, fault.warning) for fault in snapshot.faults] == [("2019/Ny Plan.toml", True)]


def test_a_forvaltning_that_the_region_does_not_know_is_a_warning(workspace: Workspace) -> None:
    workspace.create(Plan("sjukhuset", 2019))
    snapshot = workspace.load()
    assert "2019/sjukhuset" in snapshot.plans
    assert [str(fault) for fault in snapshot.faults] == [
        "2019/sjukhuset.toml:1:1: varning: förvaltningen sjukhuset finns inte i region.toml; lägg till den där"
    ]


def test_what_an_editor_wrote_meanwhile_is_kept(workspace: Workspace, repo: Path) -> None:
    write_behind(repo, 'namn = "Kartlägga"', 'namn = "Kartlägga mer" # nytt')
    saved = workspace.save(NAME, [DELVIS])
    assert saved.plan.items["cykel-1"].namn == "Kartlägga mer"
    assert saved.plan == on_disk(repo)
    assert saved.changes == (DELVIS,)
    assert "# nytt" in (repo / f"{NAME}.toml").read_text(encoding="utf-8")


def test_the_same_field_changed_behind_our_back_is_a_conflict_and_nothing_is_written(
    workspace: Workspace, repo: Path
) -> None:
    write_behind(
        repo, 'namn = "Ta fram regional cykelplan"', 'namn = "Ta fram regional cykelplan"\nstatus = "inte"'
    )
    before = (repo / f"{NAME}.toml").read_bytes()
    with pytest.raises(ConflictError, match="Ta fram regional cykelplan: status är ändrat") as error:
        workspace.save(NAME, [DELVIS])
    [conflict] = error.value.conflicts
    assert (conflict.id, conflict.field, conflict.ours, conflict.theirs) == ("cykel", "status", "delvis", "inte")
    assert (repo / f"{NAME}.toml").read_bytes() == before


def test_a_change_thought_out_before_a_reload_never_overwrites_what_came(workspace: Workspace, repo: Path) -> None:
    write_behind(
        repo, 'namn = "Ta fram regional cykelplan"', 'namn = "Ta fram regional cykelplan"\nstatus = "inte"'
    )
    workspace.load()
    with pytest.raises(ConflictError):
        workspace.save(NAME, [DELVIS])
    saved = workspace.save(NAME, [SetField("cykel", "status", "inte", "delvis")])
    assert saved.plan == on_disk(repo)


def test_the_same_change_made_by_both_is_no_conflict(workspace: Workspace, repo: Path) -> None:
    write_behind(
        repo, 'namn = "Ta fram regional cykelplan"', 'namn = "Ta fram regional cykelplan"\nstatus = "delvis"'
    )
    assert workspace.save(NAME, [DELVIS]).changes == ()


def test_an_item_that_is_gone_is_a_conflict(workspace: Workspace, repo: Path) -> None:
    (repo / f"{NAME}.toml").write_text('forvaltning = "regionkontoret"\nar = 2019\n', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ConflictError):
            workspace.save(NAME, [DELVIS])
        workspace.load()


def test_a_file_that_became_broken_is_told_and_left(workspace: Workspace, repo: Path) -> None:
    (repo / f"{NAME}.toml").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    for act in (lambda: workspace.save(NAME, [DELVIS]), lambda: workspace.commit(NAME)):
        with pytest.raises(UnusableError, match=rf"{NAME}\.toml:1:1"):
            act()
    assert workspace.commit_leftovers() == ()


def test_a_plan_never_becomes_larger_than_can_be_read(workspace: Workspace, repo: Path) -> None:
    before = (repo / f"{NAME}.toml").read_bytes()
    with pytest.raises(FileError, match="över 2 MB"):
        workspace.save(NAME, [SetField("cykel", "kommentar", None, "å" * 1_000_000)])
    with pytest.raises(FileError, match="över 2 MB"):
        workspace.create(Plan("kultur", 2019, fokusomraden=(Fokusomrade("1", "x", kommentar="y" * 2_000_000),)))
    assert (repo / f"{NAME}.toml").read_bytes() == before
    assert not (repo / "2019" / "kultur.toml").exists()


def test_a_plan_is_not_created_twice_or_outside_its_place(workspace: Workspace) -> None:
    with pytest.raises(FileError, match="finns redan"):
        workspace.create(PLAN)
    for forvaltning in ("../ut", "Stor", "mal-och-budget", ""):
        with pytest.raises(FileError, match="kan inte vara"):
            workspace.create(Plan(forvaltning, 2019))


def test_a_message_tells_what_differs_from_head_also_when_somebody_else_has_committed(
    workspace: Workspace, repo: Path, git: Git
) -> None:
    workspace.save(NAME, [DELVIS])
    workspace.commit(NAME)
    write_behind(repo, 'status = "delvis"', 'status = "inte"')
    git("commit", "--quiet", "-a", "-m", "någon annan")
    workspace.load()
    workspace.save(NAME, [SetField("cykel", "status", "inte", "uppfylls")])
    commit = workspace.commit(NAME)
    assert commit is not None
    assert "uppfylls inte → uppfylls\n" in git("log", "-1", "--format=%b")


def test_leftovers_of_a_crash_or_an_editor_are_committed_with_what_they_say(
    workspace: Workspace, repo: Path, git: Git
) -> None:
    workspace.save(NAME, [DELVIS])
    (repo / "2019/sjukhuset.toml").write_text('forvaltning = "sjukhuset"\nar = 2019\n', encoding="utf-8")
    (repo / "2019/trasig.toml").write_text("forvaltning = \n", encoding="utf-8")
    (repo / "2019/.regionkontoret.toml.00.trafikljus-tmp").write_text("halv")
    (repo / "brev.txt").write_text("mitt eget")
    git("add", "brev.txt")
    again = Workspace(repo)
    again.load()
    commits = again.commit_leftovers()
    again.close()
    assert sorted(commit.subject for commit in commits) == [
        "regionkontoret 2019: Ta fram regional cykelplan → uppfylls delvis",
        "sjukhuset 2019: ny plan",
    ]
    assert git("status", "--porcelain").splitlines() == ["A  brev.txt", "?? 2019/trasig.toml"]
    assert again.commit_leftovers() == ()


def test_a_deleted_plan_is_told_and_left_to_people(workspace: Workspace, repo: Path, git: Git) -> None:
    (repo / f"{NAME}.toml").unlink()
    assert workspace.load().plans == {}
    assert workspace.commit_leftovers() == ()
    assert workspace.commit(NAME) is None
    assert workspace.deleted() == (NAME,)
    assert git("status", "--porcelain") == f" D {NAME}.toml\n"
    with pytest.raises(FileError, match="git restore"):
        workspace.save(NAME, [DELVIS])


def test_a_version_that_could_not_be_read_is_told_as_mended(workspace: Workspace, repo: Path, git: Git) -> None:
    good = (repo / f"{NAME}.toml").read_bytes()
    (repo / f"{NAME}.toml").write_bytes(b"trasig\n")
    git("commit", "--quiet", "-a", "-m", "trasig")
    (repo / f"{NAME}.toml").write_bytes(good)
    commit = workspace.commit(NAME)
    assert commit is not None
    assert commit.subject == "regionkontoret 2019: fil lagad"


def test_comments_alone_are_committed_too(workspace: Workspace, repo: Path) -> None:
    write_behind(repo, "[[fokusomrade]]", "# en tanke\n[[fokusomrade]]")
    commit = workspace.commit(NAME)
    assert commit is not None
    assert commit.subject == "regionkontoret 2019: filen ändrad utan att något värde ändrats"


def test_line_ends_that_git_translates_are_no_change(workspace: Workspace, repo: Path) -> None:
    path = repo / f"{NAME}.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert workspace.commit(NAME) is None
    workspace.load()
    workspace.save(NAME, [DELVIS])
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    assert workspace.commit(NAME) is not None
    assert workspace.commit(NAME) is None


def test_a_bom_is_told_and_gone_at_the_next_save(workspace: Workspace, repo: Path) -> None:
    path = repo / f"{NAME}.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    snapshot = workspace.load()
    assert [fault.warning for fault in snapshot.faults] == [True]
    workspace.save(NAME, [DELVIS])
    assert not path.read_bytes().startswith(b"\xef")
    assert workspace.load().faults == ()


def test_something_under_way_in_git_makes_all_read_only(workspace: Workspace, repo: Path, git: Git) -> None:
    (repo / ".git/MERGE_HEAD").write_text(git("rev-parse", "HEAD"))
    write_behind(repo, "[[fokusomrade]]", "# i en editor\n[[fokusomrade]]")
    before = (repo / f"{NAME}.toml").read_bytes()
    assert "merge" in (workspace.load().state or "")
    for act in (
        lambda: workspace.save(NAME, [DELVIS]),
        lambda: workspace.create(Plan("ny", 2019)),
        lambda: workspace.commit(NAME),
        workspace.commit_leftovers,
    ):
        with pytest.raises(ReadOnlyError, match="merge --abort"):
            act()
    assert (repo / f"{NAME}.toml").read_bytes() == before


def test_a_folder_outside_git_can_be_read_only(tmp_path: Path) -> None:
    (tmp_path / "region.toml").write_text('namn = "X"\n', encoding="utf-8")
    workspace = Workspace(tmp_path)
    assert "trafikljus init" in (workspace.load().state or "")
    with pytest.raises(ReadOnlyError):
        workspace.commit_leftovers()


def test_without_identity_the_file_is_saved_and_committed_once_it_is_known(
    workspace: Workspace, repo: Path, git_config: Path, git: Git
) -> None:
    git_config.write_text("")
    workspace.save(NAME, [DELVIS])
    with pytest.raises(NoIdentityError):
        workspace.commit(NAME)
    assert on_disk(repo).items["cykel"].status == "delvis"  # type: ignore[union-attr]
    set_identity(repo, "Åsa Öberg", "asa@exempel.se")
    assert workspace.commit(NAME) is not None
    assert git("log", "-1", "--format=%an").strip() == "Åsa Öberg"


@pytest.mark.usefixtures("nameless")
def test_init_writes_nothing_until_it_knows_who_asks(repo: Path) -> None:
    with pytest.raises(NoIdentityError):
        init(repo, "Region Exempel")
    assert [path.name for path in repo.iterdir()] == [".git"]


def test_init_makes_a_repository_with_attributes_and_keeps_what_is_there(tmp_path: Path) -> None:
    root = tmp_path / "ny" / "region"
    assert init(root, 'Region "Å"') is not None
    assert run_git(root, "branch", "--show-current").strip() == "main"
    assert run_git(root, "check-attr", "eol", "merge", "--", "2019/x.toml").split()[2::3] == ["lf", "trafikljus"]
    assert run_git(root, "status", "--porcelain") == ""
    assert init(root, "En annan") is None
    assert Workspace(root).load().region.namn == 'Region "Å"'  # type: ignore[union-attr]


def test_a_failing_hook_is_told_and_the_next_commit_holds_it_all(workspace: Workspace, repo: Path) -> None:
    hook = repo / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho nej >&2\nexit 1\n")
    hook.chmod(0o755)
    workspace.save(NAME, [DELVIS])
    with pytest.raises(CommitError, match="nej"):
        workspace.commit(NAME)
    assert workspace.uncommitted() == (NAME,)
    hook.unlink()
    assert workspace.commit(NAME) is not None


WRITER = """
import sys
from pathlib import Path
from data.changes import set_field
from data.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]), patience=60)
name, item = "2019/regionkontoret", sys.argv[2]
plan = workspace.load().plans[name]
for number in range(int(sys.argv[3])):
    saved = workspace.save(name, set_field(plan, item, "kommentar", f"{item} {number}"))
    plan = saved.plan
    print("saved", number, flush=True)
    if sys.argv[4] == "commit" and workspace.commit(name) is not None:
        print("committed", number, flush=True)
workspace.close()
"""


def start_writer(repo: Path, item: str, count: int, commit: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(repo), item, str(count), commit]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_that_save_at_once_lose_nothing(workspace: Workspace, repo: Path, git: Git) -> None:
    writers = [start_writer(repo, item, 25, "commit") for item in ("cykel", "cykel-1", "1.1")]
    told = [writer.communicate()[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert all("saved 24" in one for one in told)
    items = on_disk(repo).items
    assert {id: item.kommentar for id, item in items.items()} == {id: f"{id} 24" for id in items}
    assert workspace.uncommitted() == ()
    git("fsck", "--strict")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows har ingen kill -9")
def test_nothing_acknowledged_is_lost_to_kill_9(workspace: Workspace, repo: Path, git: Git) -> None:
    chance = random.Random(9)
    for _ in range(8):
        before = len(subjects(git))
        writer = start_writer(repo, "cykel", 10_000, "commit")
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(chance.uniform(0, 0.15))
        os.kill(writer.pid, signal.SIGKILL)
        said += writer.stdout.read().splitlines()
        writer.wait()
        saved = max(int(line.split()[1]) for line in said if line.startswith("saved"))
        committed = sum(line.startswith("committed") for line in said)
        settle(repo)
        assert len(subjects(git)) - before >= committed
        again = Workspace(repo)
        plan = again.load().plans[NAME]
        again.commit_leftovers()
        assert again.uncommitted() == ()
        again.close()
        kommentar = plan.items["cykel"].kommentar
        assert kommentar in (f"cykel {saved}", f"cykel {saved + 1}")
        assert read(git("show", f"HEAD:{NAME}.toml")) == plan
        assert git("status", "--porcelain") == ""
    git("fsck", "--strict")


def settle(repo: Path) -> None:
    """Wait for a git that outlived its parent: it holds the index's lock until it is done."""
    deadline = time.monotonic() + 30
    while (repo / ".git/index.lock").exists() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_a_set_field_helper_fits_what_was_loaded(workspace: Workspace) -> None:
    plan = workspace.load().plans[NAME]
    assert workspace.save(NAME, set_field(plan, "cykel", "status", "delvis")).changes == (DELVIS,)
