"""What can go wrong with git, told in Swedish with the way out; git's own words stand where they say more."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path

from data.plain_text import visible

_LOCK = re.compile(r"Unable to create '(?P<path>.+?\.lock)': File exists")
_RACE = re.compile(
    r"cannot lock ref|but expected|unable to resolve reference|did not match any file\(s\) known to git"
)
_WAYS_OUT = {
    "dubious ownership": (
        "git litar inte på mappen eftersom den ägs av någon annan; om du litar på den, kör"
        " git config --global --add safe.directory {top}"
    ),
    "is not a working tree": "arkivet har ingen arbetskopia (bare); öppna en klon i stället",
    "must be run in a work tree": "arkivet har ingen arbetskopia (bare); öppna en klon i stället",
    "No space left": "disken är full; frigör plats och försök igen",
    "insufficient permission": "behörighet saknas i mappen .git; ändra dess rättigheter",
}


class GitError(Exception):
    """Git could not do what was asked; the message is for the user, in one line or with git's output below it."""


class NoRepositoryError(GitError):
    """The folder lies in no git repository."""


class NoGitError(GitError):
    """There is no git to run."""


class NoIdentityError(GitError):
    """Git does not know who commits: ask for name and e-mail."""


class ReadOnlyError(GitError):
    """Something is under way in the repository, so that nothing may be changed or committed just now."""


class NoSuchVersionError(GitError):
    """A commit, tag or branch that is not there, or that does not have what was looked for."""


class CommitError(GitError):
    """A commit that git, a hook or the signing refused. The file is saved all the same."""

    def __init__(self, message: str, output: str = "") -> None:
        self.output = output
        """What git and its hooks wrote, with control characters made visible."""
        super().__init__(f"{message}\n{output}" if output else message)


def lock_in(output: str) -> Path | None:
    """Return the lock file that stopped git, when that is what its output says."""
    found = _LOCK.search(output)
    return Path(found["path"]) if found else None


def lost_race(output: str) -> bool:
    """Return whether git gave up because another process committed at the same moment.

    One that read the index before a file was added to it writes the index back without the file.
    """
    return _RACE.search(output) is not None


def locked(lock: Path) -> CommitError:
    """Return the error for a lock that did not go away: its path and age, and what to do."""
    try:
        age = f"{_duration(max(0.0, time.time() - lock.stat().st_mtime))} gammal"
    except OSError:
        age = "nyss borta"
    return CommitError(
        f"git är låst av filen {lock} ({age}); försök igen, och ta bort filen om inget git-program är i gång"
    )


def overlooked(paths: Sequence[str]) -> CommitError:
    """Return the error for files that git is set not to look at: it commits nothing and says that all is well."""
    return CommitError(
        "filen är sparad men inte incheckad; git är inställt på att bortse från den (skip-worktree);"
        f" kör git update-index --no-skip-worktree {' '.join(paths)}"
    )


def _duration(seconds: float) -> str:
    for size, name in ((86_400, "dygn"), (3_600, "tim"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // size)} {name}"
    return f"{int(seconds)} s"


def failed(what: str, output: str, top: Path) -> CommitError:
    """Return the error for any other failure, with the known way out or else git's own output."""
    told = visible(output).strip()
    for sign, way_out in _WAYS_OUT.items():
        if sign in output:
            return CommitError(way_out.format(top=top))
    return CommitError(f"{what}; git svarade:", told) if told else CommitError(f"{what}; git gav inget skäl")
