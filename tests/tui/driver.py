"""Drives the app as a person does: presses keys, looks at the screen, and waits for what is to come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.conftest import run_git
from tui.app import TrafikljusApp
from tui.screens.main import MainScreen
from tui.settings import Loaded

PLAN = "2019/regionkontoret"
TRIES = 1200
"""How often one looks before one gives up: half a minute's worth, for a machine that has much else to do."""


class Story:
    """An open app, and what can be seen of it."""

    def __init__(self, app: TrafikljusApp, pilot: Pilot[None], root: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.root = root

    @property
    def main(self) -> MainScreen:
        screen = self.app._main
        assert screen is not None
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys, and let the app answer each."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*("space" if char == " " else "enter" if char == "\n" else char for char in text))

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that must come."""
        for _ in range(TRIES):
            if happened():
                return
            await self.pilot.pause(0.025)
        raise AssertionError(f"kom aldrig; skärmen visar:\n{self.screen}")

    async def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        await self.until(lambda: text in self.screen)

    async def committed(self) -> None:
        """Let the app commit now instead of after the idle, and wait until all that is saved is in git."""
        await self.until(lambda: self.app.screen is self.main)
        await self.pilot.pause()
        self.main.desk.commit()
        await self.settled()

    async def settled(self) -> None:
        """Wait until all is saved and committed by itself."""
        await self.until(lambda: "checkar in" not in self.standing and "sparar" not in self.standing)

    @property
    def standing(self) -> str:
        """How the top line says that things stand."""
        return self.main.desk.standing()

    @property
    def screen(self) -> str:
        """The screen as plain text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def widths(self) -> set[int]:
        """How many cells wide the screen's lines are, as they are drawn: part by part."""
        strips = self.app.screen._compositor.render_strips()
        return {sum(cell_len(segment.text) for segment in strip) for strip in strips}

    @property
    def cursor(self) -> tuple[str, str] | None:
        """The plan and id that the cursor is on."""
        row = self.main.plan_tree.row
        return row.key if row else None

    def file(self, name: str = PLAN) -> str:
        return (self.root / f"{name}.toml").read_text(encoding="utf-8")

    def log(self) -> list[str]:
        """The subjects of all commits, the newest first."""
        return run_git(self.root, "log", "--format=%s").splitlines()

    async def leave(self) -> None:
        """Quit, and wait for the worker to be done."""
        if self.app.is_running and not self.main.desk.leaving:
            self.main.action_leave()
        for _ in range(TRIES):
            if not self.main.desk._worker._thread.is_alive():
                return
            await self.pilot.pause(0.025)
        raise AssertionError("appen avslutades aldrig")


@asynccontextmanager
async def opened(
    root: Path, size: tuple[int, int] = (80, 24), *, ascii: bool = False, chosen: Loaded | None = None
) -> AsyncIterator[Story]:
    """Open the app on a region, and leave it as a person does."""
    app = TrafikljusApp(root, ascii=ascii, chosen=chosen)
    async with app.run_test(size=size) as pilot:
        story = Story(app, pilot, root)
        await story.until(lambda: app._main is not None and app._main.desk.session.snapshot is not None)
        await story.until(lambda: app._main.is_mounted if app._main else False)
        await pilot.pause()
        try:
            yield story
        finally:
            await story.leave()
