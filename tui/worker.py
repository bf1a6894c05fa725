"""The one serial thread beside the screen: orders go in, messages come out, and nothing else is shared.

What is done with an order stands in `tui.keeper`, which is first imported in the thread, so that the first paint
does not wait for git or TOML.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import TYPE_CHECKING

from tui.messages import Unusable, WorkerMessage

if TYPE_CHECKING:
    from datetime import date

    from data.drafts import Draft
    from tui.gatherer import Wanted
    from tui.keeper import Keeper
    from tui.rows import Key
    from tui.session import Order

HEAD_START = 0.02
"""Seconds that the screen gets to show a change before the work on it competes for the interpreter."""

STEP = 0.05
"""Seconds of a long job after which what else waits gets its turn."""


class Worker:
    """A queue of jobs for the `Keeper`, and the thread that does them one by one."""

    def __init__(self, root: Path, post: Callable[[WorkerMessage], object]) -> None:
        self.root = root
        self._post = post
        self._jobs: SimpleQueue[Callable[[Keeper], None]] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="trafikljus-worker", daemon=True)

    def start(self) -> None:
        """Begin, by reading the region."""
        self._thread.start()

    def save(self, order: Order) -> None:
        """Save the changes of an order; `Stored` or `Refused` answers."""
        self._jobs.put(lambda keeper: keeper.save(order))

    def commit(self) -> None:
        """Commit what is saved, without waiting for the idle."""
        self._jobs.put(lambda keeper: keeper.commit())

    def look(self) -> None:
        """Look at the files and at what others did, without waiting for the idle."""
        self._jobs.put(lambda keeper: self._step(keeper.look()))

    def identify(self, namn: str, epost: str) -> None:
        """Store the user's name and e-mail in the repository's config, and commit what waits for it."""
        self._jobs.put(lambda keeper: keeper.identify(namn, epost))

    def history(self, name: str) -> None:
        """Read the life of a plan; `Lived` answers."""
        self._jobs.put(lambda keeper: self._step(keeper.archivist.history(name)))

    def recall(self, name: str, revision: str) -> None:
        """Read a plan as it was in a commit; `Recalled` answers."""
        self._jobs.put(lambda keeper: keeper.archivist.recall(name, revision))

    def closed(self, names: tuple[str, ...]) -> None:
        """Read the closed reports, and these plans as they were last reported; `Closed` answers."""
        self._jobs.put(lambda keeper: self._step(keeper.past_plans.closed(names)))

    def then(self, moment: str | date, names: tuple[str, ...]) -> None:
        """Read these plans as they were in a report, by its title, or when a day began; `Then` answers."""
        self._jobs.put(lambda keeper: self._step(keeper.past_plans.then(moment, names)))

    def gather(self, wanted: Wanted) -> None:
        """Gather what a report on the region is made of; `Gathered` answers, unless more is asked meanwhile."""
        self._jobs.put(lambda keeper: self._step(keeper.gatherer.gather(wanted)))

    def _step(self, steps: Iterator[None]) -> None:
        """Do some steps of a long job, and the next ones after what waits already."""
        enough = monotonic() + STEP
        while next(steps, self) is None:
            if monotonic() >= enough:
                self._jobs.put(lambda keeper: self._step(steps))
                return

    def see(self, keys: Iterable[Key] | None) -> None:
        """Remember that these items have been seen, or all of them; `News` answers."""
        self._jobs.put(lambda keeper: keeper.archivist.see(keys))

    def keep_draft(self, draft: Draft) -> None:
        """Write a comment's draft to the disk."""
        self._jobs.put(lambda keeper: keeper.drafts.keep(draft))

    def drop_draft(self, plan: str, id: str) -> None:
        """Throw away the draft for an item."""
        self._jobs.put(lambda keeper: keeper.drafts.drop(plan, id))

    def settle_draft(self, plan: str, id: str) -> None:
        """Throw away a draft if the save before went well; otherwise `Drafted` tells of it."""
        self._jobs.put(lambda keeper: keeper.settle_draft(plan, id))

    def stop(self) -> None:
        """Do what is under way and commit it; `Stopped` answers, and the thread ends."""
        self._jobs.put(lambda keeper: keeper.stop())

    def finish(self) -> None:
        """Stop, unless that is done, and wait until it is."""
        if self._thread.is_alive():
            self.stop()
            self._thread.join()

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - a worker that is gone must be told of, or the screen would wait
            from tui.guard import told

            self._post(Unusable(told(error)))

    def _work(self) -> None:
        from tui.keeper import Keeper

        keeper = Keeper(self.root, self._post)
        keeper.open()
        keeper.drafts.open()
        while not keeper.stopped:
            try:
                job = self._jobs.get(timeout=keeper.patience())
            except Empty:
                self._step(keeper.idle())
            else:
                sleep(HEAD_START)
                job(keeper)
                keeper.glance()
        while not self._jobs.empty():
            self._jobs.get()  # a long job that nobody waits for lets go of what it reads from
