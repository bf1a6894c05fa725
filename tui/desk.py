"""Between the screen and the worker: takes the user's changes, hands them over, and keeps how things stand.

The screen asks the desk; the worker's messages come to the desk; both then only show what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.changes import Change, SetField
from data.plain_text import one_line
from tui.glyphs import Glyphs, heading
from tui.messages import (
    CommitFailed,
    Committed,
    Loaded,
    Nameless,
    Recovered,
    Refused,
    Stored,
    Unusable,
    WorkerMessage,
)
from tui.rows import Key
from tui.session import Session, Step

if TYPE_CHECKING:
    from data.workspace import Commit, Snapshot
    from tui.worker import Worker


@dataclass(frozen=True, slots=True)
class Notice:
    """What needs to be known now, in a line or a few."""

    text: str = ""
    failed: bool = False


class Desk:
    """The session, the worker, and what is to be told."""

    def __init__(self, worker: Worker, glyphs: Glyphs) -> None:
        self.session = Session()
        self.drafts: dict[Key, str] = {}
        self.notice = Notice()
        self.nameless = False
        """Whether git does not know who commits."""
        self.leaving = False
        """Whether the app is on its way out, and takes no more changes."""
        self._worker = worker
        self._glyphs = glyphs
        self._commit = ""
        self._uncommitted: set[str] = set()
        self._failed: set[str] = set()

    @property
    def read_only(self) -> str | None:
        """Why nothing may be changed, and the way out; None when it may."""
        snapshot = self.session.snapshot
        return snapshot.state if snapshot else "planerna läses ännu"

    def standing(self) -> str:
        """Tell in a few words whether what is shown is saved and committed."""
        if self.leaving:
            return "avslutar …"
        if self.session.snapshot is None:
            return "läser …"
        dot = f" {self._glyphs.dot} "
        if self.session.pending:
            return "sparar …"
        if self.read_only:
            return "endast läsning"
        if self._failed:
            return f"sparat{dot}ej incheckat"
        if self._uncommitted:
            return f"sparat{dot}checkar in …"
        return f"sparat{dot}{self._commit}" if self._commit else "sparat"

    def change(self, key: Key, changes: Sequence[Change]) -> bool:
        """Make changes to an item, unless nothing may be changed; tell whether they were made."""
        if not self._may_change():
            return False
        if changes:
            self.notice = Notice()
            self._worker.save(self.session.make(key, changes))
        return True

    def undo(self) -> Key | None:
        """Take back the last change, and return what it touched."""
        return self._reverse(undo=True)

    def redo(self) -> Key | None:
        """Make again what was undone last, and return what it touched."""
        return self._reverse(undo=False)

    def _reverse(self, *, undo: bool) -> Key | None:
        if not self._may_change():
            return None
        order = self.session.undo() if undo else self.session.redo()
        if order is None:
            self.notice = Notice("Det finns inget att ångra." if undo else "Det finns inget att göra om.")
            return None
        self.notice = Notice(f"{'Ångrade' if undo else 'Gjorde om'}: {self._named(order.step)}")
        self._worker.save(order)
        return order.step.key

    def commit(self) -> None:
        """Commit what is saved, without waiting."""
        self._worker.commit()

    def identify(self, namn: str, epost: str) -> None:
        """Tell git who the user is, and commit what waited for it."""
        self.nameless = False
        self._worker.identify(namn, epost)

    def leave(self) -> None:
        """Do what is under way, and take no more changes."""
        self.leaving = True
        self._worker.stop()

    def finish(self) -> None:
        """Do what is under way when the screen is gone, unless the user left and would not wait."""
        if not self.leaving:
            self._worker.finish()

    def _may_change(self) -> bool:
        if self.leaving or self.read_only:
            why = "Avslutar: inget mer kan ändras." if self.leaving else f"Endast läsning: {self.read_only}."
            self.notice = Notice(why, failed=True)
            return False
        return True

    def take(self, message: WorkerMessage) -> None:
        """Take in what the worker says."""
        match message:
            case Loaded(snapshot):
                self._loaded(snapshot)
            case Stored(ticket, saved):
                self.session.saved(ticket, saved)
                self._uncommitted.add(saved.name)
            case Refused(ticket, reason):
                self._refused(self.session.refused(ticket), reason)
            case Committed(name, commit):
                self._committed(name)
                self._commit = commit.short if commit else self._commit
            case CommitFailed(name, reason, nameless):
                self._failed.add(name)
                way_out = "Tryck i och ange namn och e-post." if nameless else "Tryck c för att försöka igen."
                self.notice = Notice(f"Sparat men inte incheckat: {reason}. {way_out}", failed=True)
            case Nameless(reason):
                self.nameless = True
                self.notice = Notice(f"Inget kan checkas in: {reason}. Tryck i.", failed=True)
            case Recovered(commits):
                self._recovered(commits)
            case Unusable(reason):
                self.notice = Notice(reason, failed=True)

    def _recovered(self, commits: Sequence[Commit]) -> None:
        self._commit = commits[-1].short
        self._uncommitted.clear()
        self._failed.clear()
        told = "; ".join(f"{commit.short} {one_line(commit.subject)}" for commit in commits)
        self.notice = Notice(f"Det som inte var incheckat sedan sist är det nu: {told}")

    def _committed(self, name: str) -> None:
        self._uncommitted.discard(name)
        self._failed -= {name, ""}
        if self.notice.failed and not self._failed:
            self.notice = Notice()

    def _loaded(self, snapshot: Snapshot) -> None:
        before = self.read_only
        self.session.loaded(snapshot)
        if self.read_only:
            self.notice = Notice(f"Endast läsning: {self.read_only}.", failed=True)
        elif before and self.notice.failed:
            self.notice = Notice()

    def _refused(self, step: Step, reason: str) -> None:
        for change in step.changes:
            if isinstance(change, SetField) and change.field == "kommentar" and change.new:
                self.drafts[step.key] = change.new
                reason += "; texten är kvar som utkast, k öppnar den"
        self.notice = Notice(f"Inte sparat: {self._named(step)}: {reason}.", failed=True)

    def _named(self, step: Step) -> str:
        plan = self.session.plans.get(step.plan)
        item = plan.items.get(step.id) if plan else None
        return one_line(heading(item)) if item else step.id or step.plan
