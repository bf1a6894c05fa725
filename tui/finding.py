"""Looking for items while the screen goes on: what is wanted now, the thread that looks, and what it found.

Only the last that was asked for counts. A thread that is no longer wanted stops at the next plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from data.plan import Plan
from tui.filtering import Since, Wanted
from tui.messages import Then
from tui.rows import Key
from tui.seeking import Found, Seeker
from tui.worker import HEAD_START

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


@dataclass
class Looked(Message):
    """A thread has found what was wanted."""

    found: Found
    anew: bool
    """Whether something else is wanted than before: then the cursor goes to what was found."""


class Finding:
    """What is looked for on the main screen."""

    def __init__(self, main: MainScreen) -> None:
        self._main = main
        self._seeker = Seeker()
        self._lock = Lock()
        self._plans: Mapping[str, Plan] = {}
        self._start: Key | None = None
        """Where the cursor was when the search that is being typed began."""
        self._moment: str | date | None = None
        """What the plans are being read from, to be compared with."""
        self.wanted = Wanted()
        self.found: Found | None = None
        """What was found last; None while nothing is looked for."""

    def begin(self) -> None:
        """Let a search be typed, and get ready for it."""
        self._start = self._main.plan_tree.row_key
        self._main.find_bar.type()
        self._look(anew=not self.wanted)
        self._tell()

    def search(self, query: str) -> None:
        """Look for other words, as they stand in the field: what is typed there is never written anew."""
        if query != self.wanted.query:
            self._want(replace(self.wanted, query=query))

    def end(self, *, keep: bool) -> None:
        """Stop typing; what is not kept is as if it had never been typed."""
        self._main.find_bar.leave()
        self._main.plan_tree.focus()
        if keep:
            self._start = None
            self._tell()
        else:
            self.want(replace(self.wanted, query=""))

    def want(self, wanted: Wanted) -> None:
        """Look for this, or for nothing."""
        self._main.find_bar.write(wanted.query)
        self._want(wanted)

    def _want(self, wanted: Wanted) -> None:
        self._moment, self.wanted = None, wanted
        self._look(anew=True)
        if not wanted:
            self.found = None
            self._main.plan_tree.look(None, self._start or self._main.plan_tree.row_key)
        self._tell()

    def compare(self, moment: str | date) -> None:
        """Look for what has changed since a report or a day, as soon as the plans of then are read."""
        self._moment = moment
        self._main.desk.hindsight.then(moment, self._main.desk.session.plans)

    def compared(self, then: Then) -> None:
        """Take in what the plans were like then."""
        if then.moment != self._moment:
            return
        if then.reason:
            self._main.say(f"Det går inte att jämföra: {then.reason}.")
        else:
            self.want(replace(self.wanted, since=Since(str(then.moment), then.plans)))

    def again(self) -> None:
        """Look once more if the plans are not those that were looked in."""
        plans = self._main.desk.session.plans
        if self.wanted and not (
            len(plans) == len(self._plans) and all(self._plans.get(name) is plan for name, plan in plans.items())
        ):
            self._look(anew=False)

    def take(self, looked: Looked) -> None:
        """Show what a thread found, if it is still wanted."""
        if looked.found.wanted != self.wanted or not self.wanted:
            return
        self.found = looked.found
        self._main.plan_tree.look(looked.found, self._goal(looked))
        self._tell()

    def _goal(self, looked: Looked) -> Key | None:
        """Return where to go: to the best hit of a new search; to the first of a filter that leaves the row out."""
        if not looked.anew:
            return None
        stay = self._start or self._main.plan_tree.row_key
        return stay if stay in looked.found and not self.wanted.searches else looked.found.best

    def _look(self, *, anew: bool) -> None:
        plans, wanted = dict(self._main.desk.session.plans), self.wanted
        stay = None if anew else self._main.plan_tree.row_key
        self._plans = plans

        def run() -> None:  # no partial: Textual writes out all that it would hold
            self._run(plans, wanted, stay, anew=anew)

        self._main.run_worker(run, thread=True, exclusive=True, group="find")

    def _run(self, plans: Mapping[str, Plan], wanted: Wanted, stay: Key | None, *, anew: bool) -> None:
        worker = get_current_worker()
        sleep(HEAD_START)
        with self._lock:
            if worker.is_cancelled:
                return
            self._seeker.prepare(plans)
            if wanted:
                result = self._seeker.find(plans, wanted, stay, lambda: not worker.is_cancelled)
                if result is not None:
                    self._main.post_message(Looked(result, anew))

    def _tell(self) -> None:
        known = self.found is not None and self.found.wanted == self.wanted
        self._main.find_bar.tell(self.wanted, self.found.count if known and self.found else None)
