"""Where every error ends: one line for the user, an exit code for the script, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.terminal import prepare, tell

if TYPE_CHECKING:
    from data.git_errors import GitError

DONE, FOUND, UNUSABLE = 0, 1, 2
"""The exit codes: all is done; there is something to look at; wrong use or an input that cannot be used."""

INTERRUPTED, PIPE_CLOSED = 130, 141
"""The exit codes that shells give a program stopped by Ctrl+C, and one whose reader has gone."""

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "finns inte",
    errno.EEXIST: "finns redan",
    errno.EACCES: "får inte läsas eller skrivas; ändra rättigheterna",
    errno.EPERM: "får inte läsas eller skrivas; ändra rättigheterna",
    errno.EISDIR: "är en mapp",
    errno.ENOTDIR: "är ingen mapp",
    errno.ENOTEMPTY: "är inte tom",
    errno.ENOSPC: "får inte plats; disken är full",
    errno.EROFS: "kan inte skrivas; disken är skrivskyddad",
    errno.ELOOP: "är en länk som pekar på sig själv",
    errno.ENAMETOOLONG: "är ett för långt namn",
}


class RefusedError(Exception):
    """What was asked cannot be done; the message is one Swedish line that says why and what to do."""


def guarded(run: Callable[[], int]) -> int:
    """Run a command and return its exit code; whatever it raises becomes one line on standard error."""
    prepare()
    try:
        code = _code(run)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, or Python would complain about it while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - this is the last place that can tell the user
        tell(told(error))
        return UNUSABLE
    return code


def _code(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit:  # argparse, after --help
        return DONE


def told(error: Exception) -> str:
    """Return what tells an error. One that nobody foresaw is written to a log, and the line says where."""
    from data.faults import UnusableError

    return str(error) if isinstance(error, UnusableError) else f"trafikljus: fel: {reason(error)}"


def reason(error: Exception) -> str:
    """Return what is wrong, as `told`, for a place that says by itself that it is an error."""
    from data.faults import UnusableError
    from data.git_errors import GitError
    from data.locking import BusyError
    from data.plain_text import one_line
    from data.rebasing import ConflictError
    from data.writing import WriteError
    from exporters.render_error import RenderError

    match error:
        case GitError():
            return told_by_git(error)
        case UnusableError() | RefusedError() | BusyError() | ConflictError() | WriteError() | RenderError():
            return one_line(str(error))
        case OSError():
            return one_line(_told_by_the_system(error))
        case _:
            return _unforeseen(error)


def told_by_git(error: GitError) -> str:
    """Return what git could not do, and how somebody without a name gets one."""
    from data.git_errors import NoIdentityError

    if isinstance(error, NoIdentityError):
        return f"{error}: git config user.name NAMN, git config user.email ADRESS"
    return str(error)


def _told_by_the_system(error: OSError) -> str:
    if error.errno is None:
        return str(error)
    reason = _REASONS.get(error.errno) or error.strerror
    name = error.filename2 or error.filename
    return f"{os.fsdecode(name)} {reason}" if isinstance(name, str | bytes) else f"det gick inte: {reason}"


def _unforeseen(error: Exception) -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="trafikljus-", suffix=".log", encoding="utf-8", errors="replace", delete=False
    ) as log:
        log.writelines(traceback.format_exception(error))
    return f"ett fel i programmet ({type(error).__name__}); spåret ligger i {log.name}"
