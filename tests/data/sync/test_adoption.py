"""What others have done comes into the folder whole, or not at all; nobody waits for what cannot be."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from typing import Any

import pytest

from data import half_taken, locking
from data.changes import SetField
from data.git_errors import CommitError, GitError
from data.plan_files import PlanFiles
from data.sync import syncing
from data.sync.adoption import adopt
from data.workspace import Commit, Workspace
from tests.data.sync.clones import NAME, Clone, git

FILE = f"{NAME}.toml"


def judged(anna: Clone, count: int = 1) -> None:
    """Let Anna judge, and sync."""
    for n in range(1, count + 1):
        anna.set(f"uppdrag-{n}", "status", "delvis")
    anna.sync()


def test_a_file_with_other_line_ends_is_no_change_of_ours(anna: Clone, bo: Clone) -> None:
    path = bo.folder / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    judged(anna)
    assert bo.sync(patience=5.0).fetched == 1
    assert bo.plan.items["uppdrag-1"].status == "delvis"
    assert git(bo.folder, "status", "--porcelain") == ""


def test_a_clone_that_keeps_crlf_in_its_folder_takes_part(anna: Clone, bo: Clone) -> None:
    for clone in (anna, bo):
        (clone.folder / ".gitattributes").unlink()
    git(anna.folder, "commit", "--quiet", "--all", "--message", "Utan attribut")
    anna.sync()
    git(bo.folder, "config", "core.autocrlf", "true")
    (bo.folder / FILE).unlink()
    git(bo.folder, "checkout", "--quiet", "--", ".")
    bo.sync()
    bo.set("uppdrag-2", "status", "inte")
    judged(anna)
    bo.sync(patience=5.0)
    assert b"\r\n" in (bo.folder / FILE).read_bytes()
    assert (
        b"\r"
        not in subprocess.run(
            ["git", "-C", str(bo.folder), "cat-file", "blob", f"HEAD:{FILE}"], capture_output=True, check=True
        ).stdout
    )
    assert [bo.plan.items[f"uppdrag-{n}"].status for n in (1, 2)] == ["delvis", "inte"]


def test_a_plan_that_somebody_has_broken_here_is_named_at_once(anna: Clone, bo: Clone) -> None:
    path = bo.folder / FILE
    path.write_text(path.read_text(encoding="utf-8") + "status = grön\n", encoding="utf-8")
    broken = path.read_bytes()
    judged(anna)
    with pytest.raises(GitError, match=f"{FILE} har ändringar här som inte går att läsa"):
        bo.sync()
    assert path.read_bytes() == broken


def test_a_broken_plan_that_nobody_else_has_touched_is_in_nobodys_way(anna: Clone, bo: Clone) -> None:
    other = (anna.folder / FILE).read_text(encoding="utf-8").replace('"regionkontoret"', '"sjukhuset"')
    (anna.folder / "2019/sjukhuset.toml").write_text(other, encoding="utf-8")
    anna.workspace.commit("2019/sjukhuset")
    anna.sync()
    bo.sync()
    (bo.folder / "2019/sjukhuset.toml").write_text(other + "status = grön\n", encoding="utf-8")
    judged(anna)
    assert bo.sync().fetched == 1
    assert git(bo.folder, "status", "--porcelain") == "M 2019/sjukhuset.toml"


def test_a_file_of_ones_own_in_the_way_is_named_and_kept(anna: Clone, bo: Clone) -> None:
    (anna.folder / "läs-mig.md").write_text("Annas", encoding="utf-8")
    git(anna.folder, "add", ".")
    git(anna.folder, "commit", "--quiet", "--message", "Läs mig")
    anna.sync()
    mine = bo.folder / "läs-mig.md"
    mine.write_text("Bos", encoding="utf-8")
    with pytest.raises(GitError, match="inte är incheckade; checka in eller flytta undan"):
        bo.sync()
    assert mine.read_text(encoding="utf-8") == "Bos"


def test_what_its_writer_commits_at_that_moment_is_no_longer_in_the_way(
    anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(anna)
    leftovers, saved = Workspace.commit_leftovers, []

    def late(*given: object) -> bool:
        if not saved:
            saved.append(bo.workspace.save(NAME, [SetField("uppdrag-2", "status", None, "inte")]))
        return adopt(*given)  # type: ignore[arg-type]

    def slower(workspace: Workspace) -> tuple[Commit, ...]:
        if saved:
            with closing(Workspace(bo.folder)) as writer:
                writer.commit(NAME)
        return leftovers(workspace)

    monkeypatch.setattr(syncing, "adopt", late)
    monkeypatch.setattr(Workspace, "commit_leftovers", slower)
    assert bo.sync().retries == 1
    assert [bo.plan.items[f"uppdrag-{n}"].status for n in (1, 2)] == ["delvis", "inte"]


def test_a_lock_that_is_left_behind_is_named(anna: Clone, bo: Clone) -> None:
    judged(anna)
    lock = bo.folder / ".git/index.lock"
    lock.touch()
    with pytest.raises(CommitError, match=r"index\.lock \(.*gammal\).*ta bort filen"):
        bo.sync()
    lock.unlink()
    assert bo.sync().fetched == 1


def half_way(bo: Clone, files: dict[str, bytes | None]) -> str:
    """Fetch, and leave the folder as a git that was killed among the files leaves it; return what was fetched."""
    git(bo.folder, "fetch", "--quiet", "origin", "main")
    commit = git(bo.folder, "rev-parse", "FETCH_HEAD")
    (bo.folder / ".git/trafikljus-hamtar").write_text(commit, encoding="ascii")
    for path, raw in files.items():
        if raw is None:
            (bo.folder / path).unlink()
        else:
            (bo.folder / path).write_bytes(raw)
    return commit


@pytest.mark.parametrize("part", [0.0, 0.6, 1.0, None], ids=["empty", "cut", "whole", "gone"])
def test_what_a_killed_git_has_begun_is_put_back_and_taken_in_by_its_authors(
    anna: Clone, bo: Clone, part: float | None
) -> None:
    judged(anna, 3)
    theirs = (anna.folder / FILE).read_bytes()
    cut = theirs.rfind(b"\n\n", 0, int(len(theirs) * part)) + 1 if part not in (None, 1.0) else len(theirs)
    half_way(bo, {FILE: None if part is None else theirs[:cut]})
    with closing(Workspace(bo.folder)) as workspace:
        assert workspace.commit_leftovers() == ()
    assert git(bo.folder, "status", "--porcelain") == ""
    assert bo.sync().sent == 0
    assert (bo.head, bo.plan) == (anna.head, anna.plan)


def test_a_plan_that_a_killed_git_has_taken_away_is_there_when_the_folder_is_read(anna: Clone, bo: Clone) -> None:
    judged(anna)
    before = bo.plan
    half_way(bo, {FILE: None})
    with closing(Workspace(bo.folder)) as workspace:
        assert workspace.load().plans == {NAME: before}


def test_reading_waits_for_who_is_taking_something_in(
    anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(anna)
    path, held, waits = bo.folder / FILE, locking.held, threading.Event()
    place, begun = bo.workspace.repository.place, threading.Event()

    def taking_in() -> None:
        raw = path.read_bytes()
        with held(place.git / "trafikljus.lock", 1), half_taken.noted(place, anna.head, [FILE]):
            path.write_bytes(raw[: len(raw) // 2])
            begun.set()
            waits.wait()
            path.write_bytes(raw)

    def asked(*given: Any) -> AbstractContextManager[None]:
        waits.set()
        return held(*given)

    monkeypatch.setattr(locking, "held", asked)
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(taking_in)
        begun.wait()
        assert len(bo.plan.items) == 11
        done.result()


def test_what_was_read_while_something_came_in_is_read_again(
    anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, load, place = bo.folder / FILE, PlanFiles.load, bo.workspace.repository.place
    raw, reads = path.read_bytes(), []

    def meanwhile(self: PlanFiles, *given: Any) -> Iterator[Any]:
        reads.append(True)
        if len(reads) > 1:
            return load(self, *given)
        with half_taken.noted(place, anna.head, [FILE]):
            path.unlink()
            found = list(load(self, *given))
            path.write_bytes(raw)
        return iter(found)

    monkeypatch.setattr(PlanFiles, "load", meanwhile)
    assert len(bo.plan.items) == 11
    assert len(reads) == 2


def test_reading_does_not_wait_for_ever(anna: Clone, bo: Clone) -> None:
    judged(anna)
    half_way(bo, {FILE: None})
    with closing(Workspace(bo.folder)) as other, other.alone(), closing(Workspace(bo.folder, patience=0)) as reader:
        assert reader.load().plans == {}
        assert half_taken.is_noted(bo.workspace.repository.place)
    assert NAME in bo.workspace.load().plans


def test_a_new_plan_of_theirs_that_was_begun_is_nobodys_until_it_is_whole(anna: Clone, bo: Clone) -> None:
    other = (anna.folder / FILE).read_text(encoding="utf-8").replace('"regionkontoret"', '"sjukhuset"')
    (anna.folder / "2019/sjukhuset.toml").write_text(other, encoding="utf-8")
    anna.workspace.commit("2019/sjukhuset")
    anna.sync()
    half_way(bo, {"2019/sjukhuset.toml": other[: other.rfind("\n\n") + 1].encode()})
    git(bo.folder, "add", "--intent-to-add", "2019/sjukhuset.toml")
    bo.sync()
    assert bo.head == anna.head
    assert set(bo.workspace.load().plans) == {NAME, "2019/sjukhuset"}


def test_what_somebody_has_written_since_is_kept(anna: Clone, bo: Clone) -> None:
    judged(anna)
    ours = (bo.folder / FILE).read_bytes().replace("Göra sak 2".encode(), "Göra sak två".encode())
    half_way(bo, {FILE: ours})
    bo.sync()
    assert (bo.plan.items["uppdrag-1"].status, bo.plan.items["uppdrag-2"].namn) == ("delvis", "Göra sak två")
    told = git(bo.folder, "log", "--no-merges", "-1", "--author=Bo", "--format=%B")
    assert "Göra sak två" in told and "Göra sak 1" not in told


def test_a_fast_forward_that_came_through_is_left_as_it_is(anna: Clone, bo: Clone) -> None:
    judged(anna)
    bo.sync()
    assert not half_taken.is_noted(bo.workspace.repository.place)
    (bo.folder / ".git/trafikljus-hamtar").write_text(bo.head, encoding="ascii")  # killed before it was taken away
    (bo.folder / FILE).unlink()
    bo.workspace.commit_leftovers()
    assert git(bo.folder, "status", "--porcelain") == f"D {FILE}"


def test_saving_waits_for_nothing_half_taken(anna: Clone, bo: Clone) -> None:
    judged(anna)
    half_way(bo, {FILE: (anna.folder / FILE).read_bytes()})
    bo.workspace.load()
    bo.set("uppdrag-2", "status", "inte")
    assert "Göra sak 2" in git(bo.folder, "log", "-1", "--format=%s")
    assert "Göra sak 1" not in git(bo.folder, "log", "-1", "--format=%B")
