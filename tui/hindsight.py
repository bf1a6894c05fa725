"""What the screens ask the worker about the past, who listens for the answers, and what others have done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from tui.messages import Loaded, News, WorkerMessage
from tui.news import Events, NewsRoom, news_room
from tui.rows import Key

if TYPE_CHECKING:
    from datetime import date

    from data.plan import Plan
    from tui.gatherer import Wanted
    from tui.worker import Worker


class Hindsight:
    """Part of the desk."""

    def __init__(self, worker: Worker) -> None:
        self.listeners: list[Callable[[WorkerMessage], None]] = []
        """Screens that follow what the worker says, while they are open."""
        self.news = NewsRoom()
        self._events: Events = {}
        self._worker = worker

    def history(self, plan: str) -> None:
        """Ask for the life of a plan; `Lived` answers."""
        self._worker.history(plan)

    def recall(self, plan: str, commit: str) -> None:
        """Ask for a plan as it was in a commit; `Recalled` answers."""
        self._worker.recall(plan, commit)

    def closed(self, plans: Iterable[str]) -> None:
        """Ask which reports are closed, and what these plans said in the last; `Closed` answers."""
        self._worker.closed(tuple(plans))

    def then(self, moment: str | date, plans: Iterable[str]) -> None:
        """Ask what these plans said in a report, by its title, or when a day began; `Then` answers."""
        self._worker.then(moment, tuple(plans))

    def gather(self, wanted: Wanted) -> None:
        """Ask for what a report on the region is made of; `Gathered` answers, unless more is asked meanwhile."""
        self._worker.gather(wanted)

    def see(self, keys: Iterable[Key] | None) -> None:
        """Take items as seen, or all that there is."""
        gone = set(self._events if keys is None else keys)
        self._events = {key: told for key, told in self._events.items() if key not in gone}
        self._worker.see(None if keys is None else tuple(gone))

    def take(self, message: WorkerMessage, plans: Mapping[str, Plan]) -> None:
        """Take in what the worker says, and pass it on."""
        if isinstance(message, News):
            self._events = message.events
        if isinstance(message, News | Loaded):
            self.news = news_room(self._events, plans)
        for listener in tuple(self.listeners):
            listener(message)
