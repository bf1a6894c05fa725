"""What the worker and the syncer tell the app. Messages are all that ever comes out of their threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from data.drafts import Draft
    from data.git import Commit
    from data.history import Event, History
    from data.plan import Plan
    from data.reports import Report
    from data.snapshot import Snapshot
    from data.sync.origins import Origin
    from data.sync.outcomes import Synced
    from data.sync.trees import PlanConflict
    from data.workspace import Saved
    from exporters.material import Material
    from tui.clashes import Clash
    from tui.gatherer import Wanted


@dataclass(frozen=True, slots=True)
class Loaded:
    """The region has been read, at the start or because a file changed."""

    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Unusable:
    """The region cannot be read at all."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stored:
    """An order is on disk."""

    ticket: int
    saved: Saved


@dataclass(frozen=True, slots=True)
class Refused:
    """An order could not be saved; the file is as it was."""

    ticket: int
    reason: str


@dataclass(frozen=True, slots=True)
class Clashed:
    """Some of an order's changes met other values in the file: choose. `Stored` or `Refused` follows."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Committed:
    """What was saved in some plans is in git."""

    names: tuple[str, ...]
    commit: Commit | None
    """None when git had it already: the changes took each other out."""


@dataclass(frozen=True, slots=True)
class CommitFailed:
    """What is saved could not be committed; it is safe on disk and will be tried again."""

    names: tuple[str, ...]
    """The plans; none when it is what an earlier session left."""
    reason: str
    """What is wrong, on one line."""
    output: tuple[str, ...] = ()
    """What git or a hook wrote, line by line."""
    nameless: bool = False
    """Whether the reason is that git does not know the user's name and e-mail."""


@dataclass(frozen=True, slots=True)
class AtHead:
    """Where git is, while nothing that was made here is on its way there."""

    short: str
    """The first digits of the newest commit; empty before the first."""
    differs: bool
    """Whether a plan's file says something else than that commit: another program has changed it."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """Git does not know who the user is, so nothing can be committed."""

    reason: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an earlier session left on disk, uncommitted, is in git now."""

    commits: tuple[Commit, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The worker has done all it could; the app may close."""

    uncommitted: tuple[str, ...]
    """The plans that could not be committed."""


@dataclass(frozen=True, slots=True)
class Lived:
    """The life of a plan has been read, or could not be."""

    plan: str
    history: History | None = None
    """None: see `reason`."""
    reports: tuple[Report, ...] = ()
    """The closed ones, the latest first."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A plan has been read as it once was, or could not be."""

    plan: str
    revision: str
    found: Plan | None = None
    """None: see `reason`."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who has signed some commits, by git's own verification."""

    told: Mapping[str, str]
    """By commit: ``signerad av …`` or ``ej verifierad``."""


@dataclass(frozen=True, slots=True)
class News:
    """What others have done that the user has not seen."""

    events: Mapping[tuple[str, str], tuple[Event, ...]]
    """By plan name and id; newest first."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The closed reports have been read."""

    reports: tuple[Report, ...]
    """The latest first."""
    plans: Mapping[str, Plan]
    """Each plan as its last report had it, by name."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a report on the region is made of has been gathered, or could not be."""

    wanted: Wanted
    """What was asked for."""
    material: Material | None = None
    """None: see `reason`."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Then:
    """Plans have been read as they were in a report, or when a day began."""

    moment: str | date
    plans: Mapping[str, Plan]
    """By name."""
    reason: str = ""
    """Why they could not be read; empty when they could."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """There are comments or forms that were not saved, left by an earlier session or refused just now."""

    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class DraftFailed:
    """A draft could not be kept on disk."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """How far the server is behind."""

    commits: int | None
    """How many commits it has not got; None when there is no server."""


@dataclass(frozen=True, slots=True)
class Programs:
    """The repository's own config makes git run programs."""

    settings: tuple[str, ...]
    """The names of the settings, as they may be shown."""


@dataclass(frozen=True, slots=True)
class SyncDone:
    """We and the server have the same."""

    done: Synced
    when: datetime
    taught: bool = False
    """Whether plain git was told how plans are merged, which it did not know here."""


@dataclass(frozen=True, slots=True)
class SyncFailed:
    """A sync did not come through; nothing is lost, and it can be tried again."""

    reason: str
    """What is wrong and what to do."""
    short: str = ""
    """The same in two or three words; empty where there are none."""
    stopped: bool = False
    """Whether somebody has to look at it before it can be tried again."""
    removals: bool = False
    """Whether it is others' removals that somebody has to accept."""


@dataclass(frozen=True, slots=True)
class Met:
    """Two values that met in a sync, and who gave each; None where no commit tells."""

    conflict: PlanConflict
    ours: Origin | None
    theirs: Origin | None


@dataclass(frozen=True, slots=True)
class SyncMet:
    """Others have changed the same things differently: choose. Nothing has been changed."""

    met: tuple[Met, ...]


WorkerMessage = (
    Loaded
    | Unusable
    | Stored
    | Refused
    | Clashed
    | Committed
    | CommitFailed
    | AtHead
    | Nameless
    | Recovered
    | Stopped
    | Lived
    | Recalled
    | Signed
    | News
    | Closed
    | Gathered
    | Then
    | Drafted
    | DraftFailed
    | Unsent
    | Programs
    | SyncDone
    | SyncFailed
    | SyncMet
)
"""All that they can say."""
