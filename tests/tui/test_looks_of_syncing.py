"""What syncing looks like: conflicts, a stop, and the top line; pictures updated as those of `test_looks`."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.git import Repository
from data.seen import remember
from tests.past_region import INGRID, SAMIR, commit, dated_git
from tests.small_region import PLAN, small_region
from tests.tui.pictures import SIZES, Compare, ended_after, until
from tui.app import TrafikljusApp
from tui.settings import Loaded, Settings

TEXT = """\
kommentar = \"\"\"
Fyra av fem väntrum är klara.

Det sista väntar på nya möbler, som kommer i [oktober].\"\"\"
"""
MINE = PLAN.replace('status = "delvis" ', 'status = "uppfylls" ').replace("Två av fem", "Alla fem")
THEIRS = PLAN.replace('status = "delvis" ', 'status = "inte" ').replace(
    'kommentar = "Två av fem väntrum är klara."\n', TEXT
)
EMPTY = PLAN[: PLAN.index("# Följs upp")] + PLAN[PLAN.index("[[indikator]]") :]


class Clock(datetime):
    """A clock that has stopped."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        return cls(2019, 11, 3, 13, 2, tzinfo=tz)


@pytest.fixture(autouse=True)
def at_two_in_stockholm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    if hasattr(time, "tzset"):
        time.tzset()
    for room in ("desk", "syncer"):
        monkeypatch.setattr(f"tui.{room}.datetime", Clock)


@pytest.fixture
def apart(tmp_path: Path) -> Callable[[str, str], Path]:
    """Let Samir send one text of the plan, and Ingrid have another; return her folder."""

    def made(theirs: str, mine: str) -> Path:
        root, server, other = small_region(tmp_path / "ingrid"), tmp_path / "server.git", tmp_path / "samir"
        dated_git(root, "2019-01-10", "commit", "--quiet", "--amend", "--no-edit", "--date=2019-01-10T09:00:00Z")
        dated_git(tmp_path, "2019-01-10", "clone", "--quiet", "--bare", str(root), str(server))
        dated_git(tmp_path, "2019-01-10", "clone", "--quiet", str(server), str(other))
        commit(other, theirs, SAMIR, "2019-11-02")
        dated_git(other, "2019-11-02", "push", "--quiet")
        dated_git(root, "2019-11-01", "remote", "add", "origin", str(server))
        dated_git(root, "2019-11-01", "fetch", "--quiet")
        if mine != PLAN:
            commit(root, mine, INGRID, "2019-11-01")
        remember(Repository(root))
        return root

    return made


@pytest.fixture
def look(snap_compare: Compare) -> Iterator[Callable[..., bool]]:
    """Open the app, sync, press keys, and compare what it shows with the stored picture."""

    def compare(root: Path, keys: tuple[str, ...], size: str, *, ascii: bool = False) -> bool:
        app = TrafikljusApp(root, ascii=ascii, chosen=Loaded(Settings(synka=0)))
        apps.append(app)

        async def go(pilot: Pilot[None]) -> None:
            await until(pilot, lambda: app._main is not None and app._main.desk.sync.unsent is not None)
            assert app._main is not None
            desk = app._main.desk
            await until(pilot, lambda: re.match(r"sparat . [0-9a-f]{7} ", desk.standing()))
            await pilot.press("s")
            await until(pilot, lambda: not desk.sync.running)
            await until(pilot, lambda: desk.sync.unsent or desk.hindsight.news.by_row or desk.sync.stopped)
            await pilot.press(*keys)
            await pilot.pause()

        return snap_compare(app, terminal_size=SIZES[size], run_before=go)

    with ended_after() as apps:
        yield compare


@pytest.mark.parametrize("size", SIZES)
def test_a_conflict_looks_as_it_did(look: Compare, apart: Callable[..., Path], size: str) -> None:
    assert look(apart(THEIRS, MINE), ("exclamation_mark", "1"), size)


def test_a_conflict_in_ascii_looks_as_it_did(look: Compare, apart: Callable[..., Path]) -> None:
    assert look(apart(THEIRS, MINE), ("exclamation_mark", "1"), "80x24", ascii=True)


@pytest.mark.parametrize("size", SIZES)
def test_a_sync_that_stopped_looks_as_it_did(look: Compare, apart: Callable[..., Path], size: str) -> None:
    assert look(apart(EMPTY, PLAN), ("exclamation_mark",), size)


@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_the_top_line_of_what_is_synced_looks_as_it_did(
    look: Compare, apart: Callable[..., Path], size: str, ascii: bool
) -> None:
    assert look(apart(THEIRS, PLAN), (), size, ascii=ascii)


@pytest.mark.parametrize("size", SIZES)
def test_the_top_line_of_a_server_that_is_out_of_reach_looks_as_it_did(
    look: Compare, apart: Callable[..., Path], size: str
) -> None:
    root = apart(THEIRS, MINE)
    (root.parent / "server.git").rename(root.parent / "borta.git")
    assert look(root, (), size)
