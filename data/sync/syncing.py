"""Sync: fetch, merge in memory, push, take it into the folder; again, when somebody was quicker.

The remote gets the merge first, so that a refused push leaves nothing behind; only what it has taken comes into the
folder. Whatever ends us in between, the next sync finds the same commits and goes on.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cached_property

from data.git import Repository
from data.git_errors import GitError, ReadOnlyError
from data.git_runner import run, runner
from data.sync.adoption import adopt
from data.sync.joining import join, message_of
from data.sync.outcomes import (
    AS_USUAL,
    How,
    LargeRemovalError,
    NoUpstreamError,
    StoppedError,
    SyncConflictError,
    Synced,
)
from data.sync.pace import Pace
from data.sync.parting import Parting, parting
from data.sync.remote import Refs, Remote, upstream
from data.sync.trees import Tree, TreeMerger
from data.workspace import Workspace

_KEPT = "refs/trafikljus/fore-synk"
_LARGE = 5
"""One in so many of a plan's items may be removed by others without anybody being asked."""
_ALONE = Parting((), (), ())


def sync(workspace: Workspace, how: How = AS_USUAL) -> Synced:
    """Bring a region's folder and its remote together.

    Raises SyncConflictError, StoppedError, OfflineError, NoUpstreamError, UnmergeableError, ReadOnlyError,
    NoIdentityError or another GitError; then what was here is here, and what is to be sent waits.
    """
    return _Sync(workspace, how).run()


def unsent(repository: Repository) -> int | None:
    """Return how many commits the remote has not got, as far as we know; None when there is no remote. GitError."""
    git = runner(repository.place.top)
    up = upstream(git, repository.place)
    if up is None:
        return None
    status, output, _ = run(git, "rev_list", "--count", up.branch, f"^{up.tracking}", "--")
    if status:  # never synced
        status, output, _ = run(git, "rev_list", "--count", up.branch, "--")
    return int(output) if not status else 0


class _OutrunError(Exception):
    """Somebody else has pushed since we fetched."""


class _MovedError(Exception):
    """Something of ours has changed since we looked."""


class _Sync:
    def __init__(self, workspace: Workspace, how: How) -> None:
        self._workspace, self._how = workspace, how
        self._repository = workspace.repository
        place = self._repository.place
        self._git = runner(place.top)
        up = upstream(self._git, place)
        if up is None:
            raise NoUpstreamError(
                "arkivet har ingen server att synka med; lägg till den med git remote add origin ADRESS"
            )
        self._up = up
        self._remote = Remote(self._git, self._repository, up)
        self._trees = TreeMerger(workspace.root, self._repository)
        self._retries = 0
        self._known: int | None = None
        """How many commits of others' there were at the last try."""
        self._others = 0
        """How many people have come through between the last two tries."""

    def run(self) -> Synced:
        pace, deadline = Pace(self._how.cancelled), time.monotonic() + self._how.patience
        self._workspace.commit_leftovers()
        while True:
            began = time.monotonic()
            try:
                return self._once()
            except (_OutrunError, _MovedError) as missed:
                self._retries += 1
                if time.monotonic() >= deadline:
                    told = "andra synkar hela tiden, och var snabbare; försök igen om en stund"
                    raise GitError(told) from missed
                if isinstance(missed, _OutrunError):
                    pace.wait(time.monotonic() - began, self._others)
                else:
                    pace.breathe()

    def _once(self) -> Synced:
        """Try once. _OutrunError, _MovedError."""
        if (reason := self._repository.read_only) is not None:
            raise ReadOnlyError(reason)
        before = self._remote.refs()  # what another sync of this folder pushes from now on was not there to fetch
        there = self._fetch(before)
        refs = self._remote.refs()
        ours, theirs = refs.ours, refs.fetched if there else None
        if ours is None and theirs is None:
            return Synced(None)
        lie = parting(self._repository, ours, theirs) if ours and theirs else _ALONE
        if self._known is not None:
            self._others = len(set(lie.theirs[: max(0, len(lie.theirs) - self._known)]))
        self._known = len(lie.theirs)
        self._refuse_unrelated(refs.ours, theirs, lie, before.tracking)
        tags = [tag for tag in refs.tags if tag not in refs.fetched_tags]
        if ours is not None and ours == theirs and not tags:
            return self._agreed(refs, ours, ())
        if theirs is None or (ours is not None and lie.bases == (theirs,)):
            return self._send(refs, str(ours), lie, tags)
        if ours is None or lie.bases == (ours,):
            return self._take(refs, theirs, lie, tags)
        return self._merge(refs, theirs, lie, tags)

    def _fetch(self, before: Refs) -> bool:
        """Fetch; again, if we have waited: much may have come meanwhile, and yet more while that was fetched.

        The less that is missed by then, the sooner we push, and the less often somebody else is quicker.
        """
        limit, cancelled = self._how.limit, self._how.cancelled
        there = self._remote.fetch(limit, cancelled, lambda: self._prepare(before))
        return self._remote.fetch(limit, cancelled, lambda: None) if self._retries else there

    def _prepare(self, refs: Refs) -> None:
        """Read what we shall need if others have changed something too: most often we agreed on the base last."""
        if refs.ours is not None and refs.tracking not in (None, refs.ours):
            self._trees.prepare(str(refs.tracking), refs.ours)
            _ = self._signed

    @cached_property
    def _signed(self) -> bool:
        """Whether the user signs what he commits."""
        return run(self._git, "config", "--type=bool", "--get", "commit.gpgSign")[1] == "true"

    def _refuse_unrelated(self, ours: str | None, theirs: str | None, lie: Parting, was: str | None) -> None:
        """Stop when the sides have nothing in common, or the remote no longer has what it had: `was`."""
        told = self._up.told
        if ours is not None and theirs is not None and not lie.bases:
            raise StoppedError(
                f"{told} har en annan historia än det här arkivet, inget gemensamt; ingenting är ändrat, och det"
                f" som finns här står kvar i {self._keep(ours)}. Se efter att adressen stämmer: git remote -v"
            )
        if was is None or was in (theirs, *lie.bases):
            return
        if theirs is not None and run(self._git, "merge_base", "--is-ancestor", was, theirs)[0] == 0:
            return
        what = "är borttagen" if theirs is None else "är omskriven: versioner som fanns där är borta"
        raise StoppedError(
            f"{told} {what}; ingenting är ändrat här, och det som fanns står kvar i {self._keep(was)}."
            f" Fråga den som sköter servern; är det meningen: git update-ref -d {self._up.tracking}"
        )

    def _refuse_removals(self, removals: Mapping[str, tuple[int, int]], ours: str) -> None:
        large = [(name, gone, of) for name, (gone, of) in removals.items() if gone * _LARGE > of]
        if not large or self._how.accept_removals:
            return
        kept = self._keep(ours)
        told = ", ".join(f"{gone} av {of} poster i {name}" for name, gone, of in large)
        raise LargeRemovalError(
            f"det som hämtades tar bort {told}; ingenting är ändrat, och det som finns står kvar i {kept}"
        )

    def _keep(self, commit: str) -> str:
        ref = f"{_KEPT}/{commit[:12]}"
        self._remote.move(ref, commit)
        return ref

    def _take(self, refs: Refs, theirs: str, lie: Parting, tags: Sequence[str]) -> Synced:
        """Take in what others have done, where we have nothing of our own but perhaps closed reports."""
        tree = Tree(None)
        if refs.ours is not None:
            tree = self._trees.incoming(refs.ours, theirs)
            self._refuse_removals(tree.removals, refs.ours)
        self._adopt(theirs, tree)
        refused = self._push(theirs, tags) if tags else ()
        fetched = len(lie.theirs) if refs.ours is not None else self._count(theirs)
        return self._agreed(refs, theirs, refused, fetched=fetched, plans=tree.plans)

    def _send(self, refs: Refs, ours: str, lie: Parting, tags: Sequence[str]) -> Synced:
        """Give the remote what we have, where it has nothing of its own."""
        refused = self._push(ours, tags)
        sent = len(lie.ours) if refs.fetched is not None else self._count(ours)
        return self._agreed(refs, ours, refused, sent=sent)

    def _merge(self, refs: Refs, theirs: str, lie: Parting, tags: Sequence[str]) -> Synced:
        ours = str(refs.ours)
        tree = self._trees.merge(lie.bases, ours, theirs, self._how.choices)
        if tree.id is None:
            raise SyncConflictError(tree.conflicts, lie.bases[0], theirs)
        self._refuse_removals(tree.removals, ours)
        message = message_of(self._up.told, lie.theirs, tree)
        commit = join(self._repository, self._git, tree.id, (theirs, ours), message, signed=self._signed)
        refused = self._push(commit, tags)
        self._adopt(commit, tree)
        counted = {"fetched": len(lie.theirs), "sent": len(lie.ours)}
        return self._agreed(refs, commit, refused, **counted, plans=tree.plans)

    def _push(self, commit: str, tags: Sequence[str]) -> tuple[str, ...]:
        refused = self._remote.push(commit, tags, self._how.limit, self._how.cancelled)
        if refused is None:
            raise _OutrunError
        return refused

    def _adopt(self, commit: str, tree: Tree) -> None:
        if not adopt(self._workspace, self._git, commit, tree.paths):
            raise _MovedError

    def _agreed(  # noqa: PLR0913  where both stand, and what is told of how they came there
        self,
        refs: Refs,
        head: str,
        refused: tuple[str, ...],
        *,
        fetched: int = 0,
        sent: int = 0,
        plans: tuple[str, ...] = (),
    ) -> Synced:
        """Note where we and the remote stand, and take in the reports that others have closed."""
        if refs.tracking != head:
            self._remote.move(self._up.tracking, head)
        new = {tag: id for tag, id in refs.fetched_tags.items() if tag not in refs.tags}
        for tag, id in new.items():
            self._remote.move(tag, id)
        gone = tuple(tag for tag in refs.tags if tag not in refs.fetched_tags and tag not in refused)
        different = tuple(tag for tag, id in refs.fetched_tags.items() if refs.tags.get(tag, id) != id)
        return Synced(head, fetched, sent, plans, self._retries, tuple(new), gone, different, refused)

    def _count(self, commit: str) -> int:
        return int(self._repository.ask("rev_list", "--count", commit, "--"))
