"""Git's talk with another machine: it asks nobody anything, ends in time, and its words hold no secrets."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from data.git_errors import CommitError, GitError, failed
from data.git_runner import command_line, git_is_there
from data.plain_text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from git import Git

_PAUSE = 0.05
_SECRET = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^/\s]+@", re.IGNORECASE)
_LOGIN = re.compile(
    r"could not read (?:Username|Password)|Authentication failed|terminal prompts disabled|Permission denied"
    r"|Host key verification failed|HTTP 40[13]|error: 40[13]",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"access denied|not allowed to push|read[- ]only|write access", re.IGNORECASE)
_SAID = re.compile(r"^remote: (?!error:)(.*\S)", re.MULTILINE)
"""What a hook of the server has said."""
_REASONS = re.compile(r"^!\t.*\[remote rejected\] (.*\S)", re.MULTILINE)
_OFFLINE = re.compile(
    r"Could not resolve|unable to (?:access|connect|look up)|Connection (?:refused|timed out|reset|closed)"
    r"|Network is unreachable|No route to host|does not appear to be a git repository"
    r"|[Tt]he remote end hung up|early EOF|Could not read from remote repository|unexpected disconnect",
)


class OfflineError(GitError):
    """The remote cannot be reached, or does not let us in; what is to be sent is sent the next time."""


class NotLetInError(OfflineError):
    """The remote wants to know who we are, and git does not remember."""


class NotAllowedError(GitError):
    """We may read what the remote has, but not add to it."""


class CancelledError(GitError):
    """Somebody has called the talk off."""


def scrubbed(text: str) -> str:
    """Return a text without the names and passwords that URLs may hold."""
    return _SECRET.sub(r"\g<scheme>", text)


def talk(  # noqa: PLR0913  what to say, and three things that hold while it is said
    git: Git,
    command: str,
    arguments: Sequence[str],
    *,
    limit: float,
    cancelled: Callable[[], bool],
    meanwhile: Callable[[], object] = lambda: None,
) -> tuple[int, str]:
    """Run one git command that talks with a remote; return its exit code and all that it said.

    `limit`: seconds. OfflineError when they are out; CancelledError when `cancelled` says so. Then the command and
    all that it has started are ended. `meanwhile` is done while the other machine thinks.
    """
    with git_is_there():
        wrapper: Any = git.execute(
            command_line(git, command, *arguments),
            istream=subprocess.DEVNULL,
            as_process=True,
            env={"SSH_ASKPASS_REQUIRE": "never"},
            **_own_group(),
        )
    process = wrapper.proc
    deadline = time.monotonic() + limit
    try:
        meanwhile()
        told = _answer(process, limit, deadline, cancelled)
    except BaseException:  # also the user's Ctrl+C: what git has started would wait for the server for ever
        _end(process)
        raise
    return process.returncode, scrubbed(told.decode("utf-8", "replace"))


def _answer(
    process: subprocess.Popen[bytes], limit: float, deadline: float, cancelled: Callable[[], bool]
) -> bytes:
    """Wait for a process, and return all that it has said. OfflineError, CancelledError: it still runs."""
    while True:
        try:
            output, error = process.communicate(timeout=_PAUSE)
        except subprocess.TimeoutExpired:
            if cancelled():
                raise CancelledError("synkningen avbröts") from None
            if time.monotonic() >= deadline:
                raise OfflineError(f"servern svarade inte inom {limit:.0f} sekunder; försök igen senare") from None
        else:
            return output + error


def unreachable(told: str, top: Path) -> GitError:
    """Return the error for a fetch that failed: who is to do what about it."""
    if _LOGIN.search(told):
        return NotLetInError(
            "servern släppte inte in dig; kör git fetch i en terminal, så att git minns inloggningen"
        )
    if _OFFLINE.search(told):
        return OfflineError("servern nås inte; allt är sparat här och skickas när den nås")
    return failed("kunde inte tala med servern", told, top)


def turned_down(told: str, top: Path) -> GitError:
    """Return the error for a push that failed where a fetch did not: who is to do what about it."""
    if _LOGIN.search(told) or _FORBIDDEN.search(told):
        return NotAllowedError(
            "servern låter dig hämta men inte skicka; allt är sparat här. Be den som sköter servern om skrivrätt"
        )
    said = _SAID.findall(told) or _REASONS.findall(told)
    if said and not _OFFLINE.search(told):
        answer = visible("\n".join(map(str.strip, said)))
        return CommitError("servern tog inte emot ändringarna, som är kvar här; den svarade:", answer)
    return unreachable(told, top)


def _own_group() -> dict[str, Any]:
    """Return how a process is started so that it can be ended with all that it starts, and asks on no terminal."""
    return {} if sys.platform == "win32" else {"start_new_session": True}  # there GitPython sees to it


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children, and wait until it is gone."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(1.0)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
