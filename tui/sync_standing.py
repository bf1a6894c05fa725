"""How we stand with the server: kept from what the syncer says, told in a few words for the top line. Pure."""

from __future__ import annotations

from datetime import datetime

from tui.keymap import key
from tui.messages import Met, SyncDone, SyncFailed, SyncMet, Unsent, WorkerMessage
from tui.moments import day


class SyncStanding:
    """What waits to be sent, how the last sync went, and what it left to choose."""

    def __init__(self) -> None:
        self.unsent: int | None = None
        """How many commits the server has not got; None when there is no server, or that is not known yet."""
        self.running = False
        self.met: tuple[Met, ...] = ()
        """Values that met in the last sync, to choose between."""
        self.stopped: SyncFailed | None = None
        """What has to be read before a sync can come through."""
        self._failed: SyncFailed | None = None
        self._when: datetime | None = None

    def take(self, message: WorkerMessage) -> None:
        """Take in what is said about the server."""
        match message:
            case Unsent(commits):
                self.unsent = commits
            case SyncDone(when=when):
                self._ended()
                self._when = when
                self.unsent = 0
            case SyncMet(met):
                self._ended()
                self.met = met
            case SyncFailed():
                self._ended()
                self._failed = message
                self.stopped = message if message.stopped else None

    def _ended(self) -> None:
        self.running, self.met, self.stopped, self._failed = False, (), None, None

    def told(self, dot: str, now: datetime, *, clashes: bool) -> str:
        """Tell it in a few words; nothing when there is no server. `clashes`: whether the key is told already."""
        if self.running:
            return "synkar …"
        if self.unsent is None:
            return ""
        if self.met and not clashes:
            conflicts = "konflikt" if len(self.met) == 1 else f"{len(self.met)} konflikter"
            return f"{conflicts} {dot} tryck {key('konflikt')}"
        if self.met:
            return self._waiting()
        if self._failed is not None:
            pressed = key("konflikt" if self.stopped else "synka")
            return f"{self._waiting()}: {self._failed.short}" if self._failed.short else self._way(dot, pressed)
        if self.unsent:
            return self._waiting()
        return self._synced(self._when, now) if self._when is not None else "allt skickat"

    def _waiting(self) -> str:
        """How much is not sent; where nothing waits, that what others have may not be here."""
        return (
            f"{self.unsent} ej synkade" if (self.unsent or 0) > 1 else "1 ej synkad" if self.unsent else "ej synkad"
        )

    def _way(self, dot: str, pressed: str) -> str:
        return f"{self._waiting()} {dot} tryck {pressed}"

    @staticmethod
    def _synced(when: datetime, now: datetime) -> str:
        local = when.astimezone()
        today = local.date() == now.astimezone().date()
        return f"synkad {local:%H:%M}" if today else f"synkad {day(when, now)}"
