"""Between the screen and the worker: takes the user's changes, hands them over, and keeps how things stand.

The screen asks the desk; the worker's messages come to the desk; both then only show what it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.changes import Change, SetField
from tui import draft_box, notices
from tui.clashes import Clash
from tui.draft_box import DraftBox
from tui.glyphs import Glyphs
from tui.hindsight import Hindsight
from tui.judgement import Judgement
from tui.keymap import key
from tui.messages import (
    Clashed,
    CommitFailed,
    Committed,
    Drafted,
    DraftFailed,
    Loaded,
    Nameless,
    Recovered,
    Refused,
    Stored,
    Unusable,
    WorkerMessage,
)
from tui.notices import Notice
from tui.rows import Key
from tui.session import NotNowError, Order, Session, Step
from tui.standing import Standing
from tui.sync_standing import SyncStanding

if TYPE_CHECKING:
    from data.drafts import Draft
    from data.snapshot import Snapshot
    from tui.worker import Worker


class Desk:
    """The session, the worker, and what is to be told."""

    def __init__(self, worker: Worker, glyphs: Glyphs) -> None:
        self.session = Session()
        self.drafts = DraftBox(worker)
        self.notice = Notice()
        self.nameless = False
        """Whether git does not know who commits."""
        self.clashes: list[Clash] = []
        """What the user must choose: values that met others in the file."""
        self.judgement: Judgement | None = None
        """What was given last."""
        self._asked = 0
        self._hurried = False
        self._standing = Standing()
        self.sync = SyncStanding()
        self.hindsight = Hindsight(worker)
        self._worker = worker
        self._glyphs = glyphs

    @property
    def root(self) -> Path:
        """The region's folder."""
        return self._worker.root

    @property
    def leaving(self) -> bool:
        """Whether the app is on its way out, and takes no more changes."""
        return self._asked > 0

    @property
    def read_only(self) -> str | None:
        """Why nothing may be changed, and the way out; None when it may."""
        snapshot = self.session.snapshot
        return snapshot.state if snapshot else "planerna läses ännu"

    def standing(self) -> str:
        """Tell in a few words whether what is shown is saved, committed and synced."""
        dot = self._glyphs.dot
        here = self._standing.told(
            dot,
            pending=self.session.pending,
            read_only=self.read_only is not None,
            clashes=len(self.clashes),
        )
        there = self.sync.told(dot, datetime.now(UTC), clashes=bool(self.clashes))
        if self.leaving:
            here, there = self._waiting() or "avslutar …", there if self.sync.running else ""
        elif self.session.snapshot is None:
            here, there = "läser …", ""
        return f"{here} {dot} {there}" if there else here

    @property
    def at_rest(self) -> bool:
        """Whether all that was changed is on disk and in git, as far as git takes it just now."""
        waits = self._standing.uncommitted and not (self._standing.failed or self.nameless or self.read_only)
        return not self.session.pending and not waits

    def change(self, key: Key, changes: Sequence[Change]) -> bool:
        """Make changes to an item, unless nothing may be changed; tell whether they were made."""
        return self.change_all({key: changes})

    def change_all(self, changes: Mapping[Key, Sequence[Change]]) -> bool:
        """Make changes to several items, as one step to undo and one commit; tell whether they were made."""
        if not self.may_change():
            return False
        real = {key: some for key, some in changes.items() if some}
        if real:
            self.notice = Notice()
            self._save(self.session.make_all(real))
        return True

    def _save(self, orders: Sequence[Order]) -> None:
        for order in orders:
            self._worker.save(order)

    def undo(self) -> Key | None:
        """Take back the last change, and return what it touched."""
        return self._reverse(undo=True)

    def redo(self) -> Key | None:
        """Make again what was undone last, and return what it touched."""
        return self._reverse(undo=False)

    def _reverse(self, *, undo: bool) -> Key | None:
        if not self.may_change():
            return None
        try:
            orders = self.session.undo() if undo else self.session.redo()
        except NotNowError as error:
            self.notice = notices.not_reversed(str(error), undo=undo)
            return None
        self.notice = notices.reversed_(orders, self.session.plans, undo=undo)
        self._save(orders)
        return orders[0].step.key if orders else None

    def commit(self) -> None:
        """Commit what is saved, without waiting."""
        self._worker.commit()

    def look(self) -> None:
        """Look at the files now, and at what others did, without waiting for the idle."""
        self._worker.look()

    def identify(self, namn: str, epost: str) -> None:
        """Tell git who the user is, and commit what waited for it."""
        self.nameless = False
        self._worker.identify(namn, epost)

    def leave(self) -> bool:
        """Do what is under way, and take no more changes; tell whether one may end without waiting for it.

        The second time says what is waited for; from the third one may end, if all is on disk.
        """
        self._asked += 1
        if self._asked == 1:
            self._worker.stop()
        elif self._asked == 2 or self.session.pending:
            safe = "Det är inte sparat ännu"
            if not self.session.pending:
                safe = f"Allt är sparat; {key('avsluta')} igen avslutar ändå"
            self.notice = Notice(f"{self._waiting().capitalize() or 'Väntar på git …'} {safe}.")
        self._hurried = self._asked > 2 and not self.session.pending
        return self._hurried

    def _waiting(self) -> str:
        """Tell what is waited for before the app ends; empty when it is nothing."""
        names = self._standing.uncommitted | self.session.unsaved
        if not names:
            return ""
        act = "sparar och checkar in" if self.session.pending else "checkar in"
        return f"{act} {f'{len(names)} planer' if len(names) > 1 else 'en plan'} …"

    def finish(self) -> None:
        """Do what is under way when the screen is gone, unless the user left and would not wait."""
        if not self._hurried:
            self._worker.finish()

    def may_change(self) -> bool:
        """Tell whether anything may be changed now; when not, the notice says why."""
        if self.leaving or self.read_only:
            self.notice = notices.closed(self.leaving, self.read_only)
            return False
        return True

    def take(self, message: WorkerMessage) -> None:
        """Take in what the worker says."""
        self._standing.take(message)
        self.sync.take(message)
        match message:
            case Loaded(snapshot):
                self._loaded(snapshot)
            case Stored(ticket, saved):
                self.session.saved(ticket, saved)
            case Refused(ticket, reason):
                self._refused(self.session.refused(ticket), reason)
            case Clashed(clashes):
                self.clashes = [old for old in self.clashes if not any(map(old.same, clashes))] + list(clashes)
                self._tell_clash()
            case Committed():
                if self.notice.failed and not self._standing.failed and not self.clashes:
                    self.notice = Notice()
            case CommitFailed():
                self._commit_failed(message)
            case Nameless(reason):
                self.nameless = True
                self.notice = notices.nameless(reason)
            case Recovered(commits):
                self.notice = notices.recovered(commits)
            case Drafted(drafts):
                self._drafted(drafts)
            case DraftFailed(reason):
                self.notice = Notice(f"Utkastet kunde inte läggas på disk: {reason}.", failed=True)
            case Unusable(reason):
                self.notice = Notice(reason, failed=True)
        self.hindsight.take(message, self.session.plans)

    def _drafted(self, drafts: Sequence[Draft]) -> None:
        """Take in the drafts, and tell of those that have a place in the plans."""
        self.drafts.take(drafts)
        if told := draft_box.told(drafts, self.session.plans):
            self.notice = Notice("\n".join(filter(None, [self.notice.text, told])), self.notice.failed)

    def _commit_failed(self, told: CommitFailed) -> None:
        self._standing.uncommittable(told.names, key("vem") if told.nameless else key("checka-in"))
        self.notice = notices.not_committed(told)

    def _loaded(self, snapshot: Snapshot) -> None:
        before = self.read_only
        self.session.loaded(snapshot)
        if self.read_only:
            self.notice = notices.closed(False, self.read_only)
        elif before and self.notice.failed:
            self.notice = Notice()

    def _refused(self, step: Step, reason: str) -> None:
        for change in step.changes:
            if isinstance(change, SetField) and change.field == "kommentar" and change.new:
                self.drafts.keep((step.plan, change.id), change.old, change.new)
                reason += f"; texten är kvar som utkast, {key('kommentar')} öppnar den"
        if any(clash.key[0] == step.plan for clash in self.clashes):
            self._tell_clash()
        else:
            self._standing.refused()
            name = notices.named(step.key, self.session.plans)
            self.notice = Notice(f"Inte sparat: {name}: {reason}.", failed=True)

    def _tell_clash(self) -> None:
        clash = self.clashes[-1]
        name = notices.named(clash.key, self.session.plans)
        self.notice = notices.clashed(clash, name, drafted=clash.key in self.drafts)

    def settled(self, clash: Clash, loser: object) -> None:
        """Take in that a conflict is chosen in; the comment that lost is kept as a draft."""
        self.clashes = [other for other in self.clashes if not other.same(clash)]
        if clash.field == "kommentar":
            self.drafts.drop(clash.key)
            if isinstance(loser, str) and loser:
                winner = clash.theirs if loser == clash.ours else clash.ours
                self.drafts.keep(clash.key, winner, loser)

    def dismiss(self) -> None:
        """Take the notice away: it has been read."""
        self.notice = Notice()
        self._standing.forgiven()
