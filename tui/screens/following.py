"""A screen that follows what the worker says for as long as it is open, and not while it is being taken apart."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

from tui.desk import Desk
from tui.messages import WorkerMessage

Result = TypeVar("Result")


class FollowingScreen(Screen[Result]):
    """Over the desk; hears what the worker says after the desk has taken it in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def on_mount(self) -> None:
        """Follow."""
        self.desk.hindsight.listeners.append(self._pass_on)

    def on_unmount(self) -> None:
        """Follow no longer."""
        self.desk.hindsight.listeners.remove(self._pass_on)

    def _pass_on(self, said: WorkerMessage) -> None:
        """Hear it in the screen's own turn, which never comes once its widgets are going."""
        self.call_later(self.hear, said)

    def hear(self, said: WorkerMessage) -> None:
        """Show what is new."""
        raise NotImplementedError
