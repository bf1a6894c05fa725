"""The command palette: every action of the registry that works here and now, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.action import Action
from tui.keymap import in_use

PLACEHOLDER = "Sök kommandon …"
NOTHING = "Inget kommando heter så"


class Palette(CommandPalette):
    """Textual's palette, asking in Swedish."""

    def __init__(self) -> None:
        super().__init__(placeholder=PLACEHOLDER, id="--command-palette")


class Commands(Provider):
    """Offers the actions of the registry."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in self._actions():
            yield DiscoveryHit(_title(action), partial(self._run, action), _title(action), action.help)

    async def search(self, query: str) -> Hits:
        """Those that match; when none does, a line that says so."""
        matcher = self.matcher(query)
        found = False
        for action in self._actions():
            score = max(matcher.match(_title(action)), matcher.match(action.help) / 2)
            if score > 0:
                found = True
                shown = matcher.highlight(_title(action))
                yield Hit(score, shown, partial(self._run, action), _title(action), action.help)
        if not found:
            yield Hit(0.1, NOTHING, _nothing, NOTHING)

    def _actions(self) -> Iterator[Action]:
        for action in in_use().actions:
            if action.palette and self.screen.check_action("do", (action.name,)):
                yield action

    async def _run(self, action: Action) -> None:
        await self.app.run_action(action.run, self.screen)


def _title(action: Action) -> str:
    group = "Status: " if action.method == "judging.judge" else ""
    return f"{group}{action.label}  ({action.shown_keys})"


def _nothing() -> None:
    """Do nothing: the line that says that nothing was found can be chosen too."""
