"""Comments are written in an editor of several lines, in the app or outside it; nothing typed is lost."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.small_region import small_region
from tests.tui.driver import Story, opened
from tui.external_editor import EditorError, edited_outside


async def test_a_comment_is_written_and_committed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        await story.type("Klart i maj.\n\nAllt 1 ?")
        await story.press("ctrl+s")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Bygga cykelgarage: kommentar tillagd"
        plan = story.main.desk.session.plans["2019/regionkontoret"]
        assert plan.items["cykelgarage"].kommentar == "Klart i maj.\n\nAllt 1 ?"
        assert "Klart i maj." in story.screen


async def test_escape_keeps_the_text_as_a_draft_and_says_so(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        await story.press("escape")
        assert "utkast" in story.screen
        assert story.file() == before
        await story.press("k")
        assert "Två av fem väntrum är klara. Mer." in story.screen
        assert "Utkast" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'kommentar = "Två av fem väntrum är klara. Mer."' in story.file()


async def test_an_unchanged_comment_is_not_saved(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", "k", "ctrl+s")
        await story.committed()
        assert story.file() == before
        assert story.log() == ["Börja"]


async def test_a_comment_that_is_emptied_goes_from_the_file(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k", "f7", "delete", "ctrl+s")
        await story.committed()
        assert "kommentar" not in story.file()


async def test_a_comment_that_met_a_conflict_is_kept_as_a_draft(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        path = root / "2019/regionkontoret.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("Två av fem", "Tre av fem"), encoding="utf-8")
        await story.press("ctrl+s")
        await story.sees("utkast")
        await story.sees("Tre av fem väntrum är klara.")
        await story.press("k")
        assert "Två av fem väntrum är klara. Mer." in story.screen


def _editor(tmp_path: Path, body: str) -> str:
    script = tmp_path / "editor.py"
    script.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{body}\n", encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


async def test_the_users_own_editor_writes_the_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor(tmp_path, "path.write_text(path.read_text() + ' Skrivet utanför.\\n')"))
    async with opened(small_region(tmp_path / "r")) as story:
        _let_the_terminal_go(story, monkeypatch)
        await story.press("right", "down", "e")
        await story.committed()
        assert 'kommentar = "Två av fem väntrum är klara. Skrivet utanför."' in story.file()


async def test_an_editor_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor(tmp_path, "sys.exit(3)"))
    async with opened(small_region(tmp_path / "r")) as story:
        _let_the_terminal_go(story, monkeypatch)
        await story.press("right", "down", "e")
        assert "Kommentaren är inte ändrad" in story.screen
        assert story.log() == ["Börja"]


def _let_the_terminal_go(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's screen has no terminal to hand over; everything else is the real thing."""

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    monkeypatch.setattr(story.app, "suspend", suspend)


def test_an_editor_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "finns-inte-alls")
    with pytest.raises(EditorError, match="EDITOR"):
        edited_outside("text")
