"""Plain git, told how plans are merged and shown, does it as the app does; and never loses a side in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.drivers import install, installed, merge_files
from data.git import Repository
from data.rereading import read
from tests.data.sync.clones import NAME, Clone, git
from tui.program import COMMAND

FILE = f"{NAME}.toml"


@pytest.fixture
def clone(anna: Clone) -> Clone:
    """A region on a branch, with another branch beside it and the drivers in its config."""
    install(Repository(anna.folder), COMMAND)
    git(anna.folder, "branch", "annan")
    return anna


def branched(clone: Clone, ours: dict[str, object], theirs: dict[str, object]) -> None:
    """Change fields of uppdrag-1 on both branches, and stand on main."""
    git(clone.folder, "switch", "--quiet", "annan")
    for field, value in theirs.items():
        clone.set("uppdrag-1", field, value)
    git(clone.folder, "switch", "--quiet", "main")
    for field, value in ours.items():
        clone.set("uppdrag-1", field, value)


def text(clone: Clone) -> str:
    return (clone.folder / FILE).read_text(encoding="utf-8")


def test_it_is_told_once(clone: Clone) -> None:
    repository = Repository(clone.folder)
    assert installed(repository.place)
    assert not install(repository, COMMAND)
    git(clone.folder, "config", "--remove-section", "merge.trafikljus")
    assert not installed(repository.place)
    assert install(repository, COMMAND)


@pytest.mark.parametrize("how", [("merge", "--no-edit", "annan"), ("rebase", "annan")], ids=["merge", "rebase"])
def test_fields_that_stand_side_by_side_are_merged(clone: Clone, how: tuple[str, ...]) -> None:
    branched(clone, {"kommentar": "Klart i maj."}, {"status": "delvis"})
    git(clone.folder, *how)
    uppdrag = read(text(clone)).items["uppdrag-1"]
    assert (uppdrag.status, uppdrag.kommentar) == ("delvis", "Klart i maj.")


@pytest.mark.parametrize("how", [("merge", "--no-edit", "annan"), ("rebase", "annan")], ids=["merge", "rebase"])
def test_the_same_field_stands_between_markers_and_all_else_is_merged(clone: Clone, how: tuple[str, ...]) -> None:
    branched(clone, {"status": "inte", "ansvarig": "Anna"}, {"status": "delvis", "kommentar": "På remiss."})
    done = git(clone.folder, *how, check=False)
    told = text(clone)
    assert told.count("<<<<<<<") >= 1 and told.count("=======") == told.count(">>>>>>>")
    assert 'status = "inte"' in told and 'status = "delvis"' in told
    assert "Automatic merge went well" not in done
    assert "U" in git(clone.folder, "status", "--porcelain")[:2]


def test_a_program_that_is_gone_leaves_gits_own_merge_and_no_silent_ours(clone: Clone) -> None:
    install(Repository(clone.folder), "/finns/inte/python -P -m tui")
    branched(clone, {"status": "inte"}, {"status": "delvis"})
    git(clone.folder, "merge", "--no-edit", "annan", check=False)
    assert "<<<<<<<" in text(clone) and 'status = "delvis"' in text(clone)


def test_a_broken_side_gets_gits_markers(tmp_path: Path, clone: Clone) -> None:
    good = text(clone)
    files = [tmp_path / name for name in ("O", "A", "B")]
    broken = good.replace('namn = "Göra sak 1"', 'namn = "Göra sak 1')
    other = good.replace('namn = "Göra sak 1"', 'namn = "Göra en sak"')
    for file, said in zip(files, (good, broken, other), strict=True):
        file.write_text(said, encoding="utf-8")
    assert not merge_files(*files, 7, FILE)
    told = files[1].read_text(encoding="utf-8")
    assert "<<<<<<< HEAD" in told and 'namn = "Göra sak 1\n' in told and "Göra en sak" in told


def test_what_is_no_plan_is_merged_line_by_line(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("O", "A", "B")]
    for file, said in zip(files, ("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"), strict=True):
        file.write_bytes(said.encode())
    assert merge_files(*files, 7, "README.md")
    assert files[1].read_bytes() == b"A\nb\nc\nD\n"


def test_a_clean_merge_of_lines_that_would_make_a_double_id_is_not_called_whole(
    tmp_path: Path, clone: Clone
) -> None:
    base = text(clone)
    record = '\n[[fokusomrade.uppdrag]]\nid = "ny"\nnamn = "{}"\n'
    first, _, rest = base.partition("\n[[fokusomrade.uppdrag]]")
    files = [tmp_path / name for name in ("O", "A", "B")]
    ours = first + record.format("Vår") + "\n[[fokusomrade.uppdrag]]" + rest
    theirs = base + record.format("Deras")
    for file, said in zip(files, (base, ours, theirs), strict=True):
        file.write_text(said, encoding="utf-8")
    assert not merge_files(*files, 7, FILE)
    assert "<<<<<<<" in files[1].read_text(encoding="utf-8")


def test_git_diff_tells_statuses_in_words(clone: Clone) -> None:
    clone.set("uppdrag-1", "status", "delvis")
    told = git(clone.folder, "diff", "HEAD~1")
    assert "-    ej bedömd" in told and "+    uppfylls delvis" in told
    assert "namn = " not in told
