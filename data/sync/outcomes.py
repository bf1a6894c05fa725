"""What a sync is told beforehand, and what may come of it: that it came through, or why it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.git_errors import GitError
from data.sync.trees import Choice, PlanConflict

LIMIT = 60.0
"""Seconds that one talk with the remote may take."""

PATIENCE = 300.0
"""Seconds to go on trying while others are quicker."""


class NoUpstreamError(GitError):
    """The branch is nobody's but ours."""


class StoppedError(GitError):
    """What came in is not to be taken without somebody looking at it; a ref keeps what was."""


class LargeRemovalError(StoppedError):
    """Others have removed so much that somebody has to read it; what is then accepted is told in `How`."""

    def __init__(self, what: str) -> None:
        self.what = what
        """What is removed and where it is kept, without how to accept it."""
        super().__init__(f"{what}. Är det meningen: trafikljus sync --godkann-borttag")


class SyncConflictError(GitError):
    """Both sides have changed the same things differently; nothing has been changed."""

    def __init__(self, conflicts: Iterable[PlanConflict], base: str, theirs: str) -> None:
        self.conflicts = tuple(conflicts)
        self.base, self.theirs = base, theirs
        """The commits that the sides parted at, and that theirs stands in."""
        many = len(self.conflicts) > 1
        told = (
            f"{len(self.conflicts)} ändringar krockar med andras; välj vilka"
            if many
            else "1 ändring krockar med någon annans; välj vilken"
        )
        super().__init__(f"{told} som ska gälla")


@dataclass(frozen=True, slots=True)
class Synced:
    """A sync that came through: we and the remote have the same."""

    head: str | None
    fetched: int = 0
    """How many of others' commits came in."""
    sent: int = 0
    """How many of our commits, the merge not counted, went out."""
    plans: tuple[str, ...] = ()
    """The plans that others had changed."""
    retries: int = 0
    """How often somebody else was quicker."""
    fetched_tags: tuple[str, ...] = ()
    """Closed reports of others' that came in."""
    sent_tags: tuple[str, ...] = ()
    """Closed reports of ours that went out."""
    different_tags: tuple[str, ...] = ()
    """Closed reports that the remote has otherwise; both keep their own."""
    refused_tags: tuple[str, ...] = ()
    """Closed reports that the remote would not have."""


@dataclass(frozen=True, slots=True)
class How:
    """What a sync is told beforehand."""

    choices: Sequence[Choice] = ()
    """What somebody has decided in the conflicts of an earlier try."""
    accept_removals: bool = False
    limit: float = LIMIT
    patience: float = PATIENCE
    cancelled: Callable[[], bool] = lambda: False


AS_USUAL = How()
"""Nothing chosen."""
