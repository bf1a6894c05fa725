"""While git is in the midst of something nothing is changed: the reason is told, with a way out that works."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import opened

FILE = "2019/regionkontoret.toml"


def _try_git(root: Path, *arguments: str) -> None:
    """Run a git command that is to stop halfway."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    assert done.returncode != 0, done.stdout.decode()


def _commit(root: Path, old: str, new: str) -> None:
    path = root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", new)


def _two_branches(root: Path) -> None:
    """Make two branches that say different things on the same line."""
    run_git(root, "switch", "--quiet", "--create", "annan")
    _commit(root, "Sjukfrånvaro", "Frånvaro")
    run_git(root, "switch", "--quiet", "main")
    _commit(root, "Sjukfrånvaro", "Sjuktal")


def _merge(root: Path) -> None:
    _two_branches(root)
    _try_git(root, "merge", "annan")


def _rebase(root: Path) -> None:
    _two_branches(root)
    _try_git(root, "rebase", "annan")


def _cherry_pick(root: Path) -> None:
    _two_branches(root)
    _try_git(root, "cherry-pick", "annan")


def _revert(root: Path) -> None:
    _commit(root, "Sjukfrånvaro", "Frånvaro")
    _commit(root, "Frånvaro", "Sjuktal")
    _try_git(root, "revert", "--no-edit", "HEAD~1")


def _bisect(root: Path) -> None:
    _commit(root, "Sjukfrånvaro", "Frånvaro")
    _commit(root, "Frånvaro", "Sjuktal")
    run_git(root, "bisect", "start", "HEAD", "HEAD~2")


def _detach(root: Path) -> None:
    _commit(root, "Sjukfrånvaro", "Frånvaro")
    run_git(root, "switch", "--quiet", "--detach", "HEAD~1")


STATES = {
    "merge": (_merge, "sammanslagning (merge)", ("merge", "--abort")),
    "rebase": (_rebase, "en rebase pågår", ("rebase", "--abort")),
    "cherry-pick": (_cherry_pick, "en cherry-pick pågår", ("cherry-pick", "--abort")),
    "revert": (_revert, "en revert pågår", ("revert", "--abort")),
    "bisect": (_bisect, "en bisect pågår", ("bisect", "reset")),
    "detached": (_detach, "detached HEAD", ("switch", "--quiet", "main")),
}


@pytest.mark.parametrize("state", STATES)
async def test_it_opens_for_reading_with_the_way_out_and_for_writing_when_that_is_taken(
    tmp_path: Path, state: str
) -> None:
    begin, reason, way_out = STATES[state]
    root = small_region(tmp_path / "r")
    begin(root)
    before = (root / FILE).read_bytes()
    async with opened(root) as story:
        await story.sees("endast läsning")
        told = " ".join(story.screen.split())
        assert reason in told
        assert way_out[0] in told
        await story.press("2", "3", "u", "0")
        story.main.desk.commit()
        await story.pilot.pause(0.1)
        assert (root / FILE).read_bytes() == before
        run_git(root, *way_out)
        await story.until(lambda: "endast läsning" not in story.screen.lower())
        await story.until(lambda: story.main.desk.session.plans)
        await story.press("home", "2")
        await story.committed()
        assert 'namn = "Nära vård"\nstatus = "delvis"' in story.file()
        assert story.log()[0] == "regionkontoret 2019: Nära vård → uppfylls delvis"


@pytest.mark.parametrize("state", STATES)
async def test_it_becomes_read_only_when_that_begins_while_the_app_is_open(tmp_path: Path, state: str) -> None:
    begin, reason, way_out = STATES[state]
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        begin(root)
        await story.sees("endast läsning")
        await story.until(lambda: reason in " ".join(story.screen.split()))
        run_git(root, *way_out)
        await story.until(lambda: "endast läsning" not in story.screen.lower())


async def test_what_was_saved_before_is_committed_by_itself_when_it_is_over(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    mark: Callable[[], Path] = lambda: root / ".git/MERGE_HEAD"  # noqa: E731
    async with opened(root) as story:
        worker = story.main.desk._worker
        await story.press("2")
        worker._jobs.put(
            lambda keeper: mark().write_text(run_git(root, "rev-parse", "HEAD"), encoding="utf-8") and None
        )
        await story.sees("endast läsning")
        await story.until(lambda: 'status = "delvis"\n\n# Följs' in story.file())
        assert story.log() == ["Börja"]
        mark().unlink()
        await story.until(lambda: story.log()[0] == "regionkontoret 2019: Nära vård → uppfylls delvis")
        await story.until(lambda: "ej incheckat" not in story.standing)
