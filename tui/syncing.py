"""Syncing from the app: when it is done, by key and by itself, and what is told of it.

The work is the syncer's, in its own thread. A sync begins when all that was changed is saved and committed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from data.plain_text import one_line
from tui.desk import Desk
from tui.keymap import key
from tui.messages import (
    AtHead,
    CommitFailed,
    Committed,
    Loaded,
    Programs,
    SyncDone,
    SyncFailed,
    SyncMet,
    Unsent,
    WorkerMessage,
)
from tui.notices import Notice

if TYPE_CHECKING:
    from data.sync.outcomes import Synced
    from data.sync.trees import Choice
    from tui.syncer import Syncer

FIRST = 2.0
"""Seconds from when the plans are shown until what others have done is fetched."""

GRACE = 5.0
"""Seconds that a sync which somebody asked for gets to come through when the app is left."""


class Syncing:
    """Part of the main screen."""

    def __init__(self, desk: Desk, syncer: Syncer, every: float) -> None:
        """`every`: seconds between two syncs that nobody asked for; 0: none."""
        self._desk, self._syncer = desk, syncer
        self._every = every
        self._next: float | None = None
        """When the next one is due."""
        self._asked = False
        """Whether somebody waits for the sync that is under way."""
        self._waits: Callable[[], None] | None = None
        """What begins when all is saved and committed."""
        self._again: Callable[[], None] | None = None
        """What was decided while another sync was under way."""
        self._choices: Sequence[Choice] = ()
        self._trusted = True
        self._afterwards: Callable[[], None] | None = None
        self.in_vain = False
        """Whether what somebody asked for last did not come through, though there is a server."""
        self._looked = False
        self._own = Notice()
        """What was told last of a sync that somebody asked for."""
        desk.hindsight.listeners.append(self.hear)

    def begin(self, choices: Sequence[Choice] = (), *, accept_removals: bool = False) -> None:
        """Sync because somebody asks for it; `choices`: what was decided between values that met."""
        self._asked = self._trusted = True
        self._desk.notice = Notice()
        if not self._desk.sync.running:
            self._start(choices, accept_removals=accept_removals)
        elif choices or accept_removals:
            self._again = lambda: self._start(choices, accept_removals=accept_removals)

    def accept_removals(self) -> None:
        """Sync again, and take in what others have removed; what was chosen before that still holds."""
        self.begin(self._choices, accept_removals=True)

    def in_background(self) -> None:
        """Sync if that is due and nothing is under way. Call it only while nobody is in the middle of an edit."""
        desk = self._desk
        due = self._next is not None and monotonic() >= self._next
        able = desk.at_rest and not desk.read_only and not desk.leaving and desk.sync.unsent is not None
        if due and able and self._trusted and not desk.sync.running:
            self._asked = False
            self._start(())

    def _start(self, choices: Sequence[Choice], *, accept_removals: bool = False) -> None:
        self._choices = choices
        self._desk.sync.running = True
        self._desk.commit()
        self._waits = lambda: self._syncer.sync(choices, accept_removals=accept_removals)
        self._go()

    def _go(self, *, settled: bool = False) -> None:
        """Begin what waits when nothing is under way; or when it is settled what was, while more has come."""
        if self._waits is not None and (settled or self._desk.at_rest):
            go, self._waits = self._waits, None
            go()

    def hear(self, said: WorkerMessage) -> None:
        """Take in what the worker and the syncer say."""
        match said:
            case Loaded() if not self._looked:
                self._looked = True
                self._syncer.look()
                self._syncer.count()
            case AtHead():
                self._syncer.count()
            case Unsent(commits) if commits is not None and self._next is None and self._every:
                self._next = monotonic() + FIRST
            case Programs(settings):
                self._distrust(settings)
            case SyncDone() | SyncFailed() | SyncMet():
                self._end(said)
        self._go(settled=isinstance(said, Committed | CommitFailed))

    def _distrust(self, settings: Sequence[str]) -> None:
        """Run nothing that somebody else may have put there until the user asks for it."""
        self._trusted = False
        told = f"Arkivets egna inställningar kör program: {', '.join(settings)}. Se efter att du litar på mappen"
        by_itself = f"; innan du har tryckt {key('synka')} synkas inget av sig självt" if self._every else ""
        self._add(f"{told}{by_itself}.")

    def _add(self, told: str) -> None:
        """Tell something beside what is told already."""
        before = self._desk.notice
        self._desk.notice = Notice(f"{before.text} {told}".strip(), failed=before.failed)

    def _end(self, said: SyncDone | SyncFailed | SyncMet) -> None:
        if self._again is not None:
            again, self._again = self._again, None
            again()
            return
        self._syncer.count()
        if self._every:
            self._next = monotonic() + self._every
        if isinstance(said, SyncDone):
            self._desk.look()
        if self._asked:
            self.in_vain = not isinstance(said, SyncDone) and self._desk.sync.unsent is not None
            self._desk.notice = self._own = _notice(said)
            if isinstance(said, SyncDone):
                self._keep_what_lost()
        elif isinstance(said, SyncDone):
            self.in_vain = False
            if self._desk.notice == self._own:
                self._desk.notice = Notice()  # what an earlier sync was told to have failed of is over
        if isinstance(said, SyncDone) and said.taught:
            self._add("Git vet nu hur planer slås ihop.")
        if self._afterwards is not None:
            self._afterwards()

    def _keep_what_lost(self) -> None:
        """Keep the comments that were not chosen as drafts, where there is none already."""
        kept = False
        for choice in self._choices:
            about = choice.conflict
            winner, loser = (about.ours, about.theirs) if choice.ours else (about.theirs, about.ours)
            place = choice.plan, about.id
            if about.field == "kommentar" and loser and place not in self._desk.drafts:
                self._desk.drafts.keep(place, winner, loser)
                kept = True
        if kept:
            self._add(f"Den kommentar som inte valdes är kvar som utkast; {key('kommentar')} på raden öppnar det.")

    def leave(self) -> None:
        """Let a sync that somebody asked for come through soon, and call off any other; asked again, every one."""
        self._syncer.stop(0 if self._desk.leaving or not self._asked else GRACE)

    def stop(self) -> None:
        """Call off what is under way."""
        self._syncer.stop(0)

    def after(self, do: Callable[[], None]) -> None:
        """Do something when no sync is under way."""
        if self._desk.sync.running:
            self._afterwards = do
        else:
            do()

    def finish(self) -> None:
        """Call off what is under way when the screen is gone, and wait until the folder is in order."""
        self._syncer.finish()


def _notice(said: SyncDone | SyncFailed | SyncMet) -> Notice:
    """Return what somebody who asked for a sync is told of it."""
    match said:
        case SyncDone(done):
            return Notice(_told(done))
        case SyncMet(met):
            clash = (
                "En ändring krockar med någon annans"
                if len(met) == 1
                else f"{len(met)} ändringar krockar med andras"
            )
            return Notice(f"{clash}; inget är synkat ännu. Tryck {key('konflikt')} för att välja.", failed=True)
        case SyncFailed(stopped=True):
            return Notice(f"Synken stannade. Tryck {key('konflikt')} för att läsa varför.", failed=True)
        case SyncFailed(reason, short):
            return Notice(f"Inte synkat: {one_line(reason)}.", failed=not short)


def _told(done: Synced) -> str:
    from data.sync.telling import exchanged, reports_told

    told = f"Synkat: {exchanged(done)}."
    return " ".join((told, *(f"{line[:1].upper()}{line[1:]}." for line in reports_told(done))))
