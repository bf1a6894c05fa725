"""GitPython's runner, set up so that no text and no repository's config makes it do what was not asked for."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.git_errors import NoGitError

if TYPE_CHECKING:
    from git import Git

# A repository's own config must not make us run programs; the last one we do ourselves, after the commits.
_CONFIG = ("core.fsmonitor=false", "protocol.ext.allow=never", "maintenance.auto=false")
AS_WHO_WE_ARE = ("user.useConfigOnly=true", "i18n.commitEncoding=UTF-8")
"""What is committed and tagged bears the name that git has been told, never a guess, and is UTF-8."""
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
# A git that has started us, in a hook say, sets these; they would lead to its repository instead of the folder's.
LEAD_AWAY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
_PIECE = 65_536
_PAUSE = 0.1
"""Seconds between looks at whether git has ended."""
_NO_GIT = "programmet git hittas inte; installera git 2.39 eller senare"


def runner(folder: Path) -> Git:
    """Return GitPython's runner in a folder, set up to be safe. NoGitError when there is no git."""
    try:
        from git import Git
    except ImportError as error:  # GitPython looks for git when it is imported
        raise NoGitError(_NO_GIT) from error
    for name in LEAD_AWAY:
        os.environ.pop(name, None)
    git = Git(folder)
    git.set_persistent_git_options(c=list(_CONFIG))
    git.update_environment(**_ENVIRONMENT)
    return git


def run(
    git: Git, command: str, *arguments: str, config: Sequence[str] = (), **options: Any
) -> tuple[int, str, str]:
    """Run one git command; return its exit code, output and errors. NoGitError.

    `options` are those of GitPython's `execute`. It is over when git is, whatever a hook has left running.
    """
    as_text, stripped = options.pop("stdout_as_string", True), options.pop("strip_newline_in_stdout", True)
    if config:
        git = git(c=list(config))
    with git_is_there():
        wrapper = getattr(git, command)(*arguments, as_process=True, **options)
    output, error = _heard(wrapper)
    output = output.removesuffix(b"\n") if stripped else output
    told: Any = output.decode("utf-8", "surrogateescape") if as_text else output
    return wrapper.proc.returncode, told, error.removesuffix(b"\n").decode("utf-8", "surrogateescape")


def _heard(wrapper: Any) -> tuple[bytes, bytes]:
    """Wait for git, and return all that it has written.

    What a hook has left running may hold on to git's pipes for ever. They stay open, so that it can write on.
    """
    over = False
    while True:
        try:
            output, error = wrapper.proc.communicate(timeout=_PAUSE)
        except subprocess.TimeoutExpired as late:
            if over:
                threading.Thread(target=_listen, args=(wrapper,), daemon=True).start()
                return late.output or b"", late.stderr or b""
            over = wrapper.proc.poll() is not None
        else:
            return output, error


def _listen(wrapper: Any) -> None:
    """Read what nobody wants, to the end; the wrapper closes the pipes when it goes."""
    wrapper.proc.communicate()


def command_line(git: Git, command: str, *arguments: str) -> list[str]:
    """Return the whole line that runs a git command as safely as `run` does, for who starts it by hand."""
    options = (part for setting in _CONFIG for part in ("-c", setting))
    return [git.GIT_PYTHON_GIT_EXECUTABLE or "git", *options, command, *arguments]


def read(git: Git, command: str, *arguments: str, config: Sequence[str] = ()) -> Iterator[bytes]:
    """Give what one git command writes, as it comes. NoGitError; OSError with its errors when it fails."""
    if config:
        git = git(c=list(config))
    with git_is_there():
        wrapper = getattr(git, command)(*arguments, as_process=True)  # kept: when it goes it kills the process
    process = wrapper.proc
    try:
        while raw := process.stdout.read1(_PIECE):
            yield raw
    finally:
        process.stdout.close()
        error = process.stderr.read()
        process.stderr.close()
        status = process.wait()
    if status:
        raise OSError(error.decode("utf-8", "replace"))


@contextmanager
def git_is_there() -> Iterator[None]:
    """Tell it in Swedish when there is no git to run. NoGitError."""
    from git.exc import GitCommandNotFound

    try:
        yield
    except GitCommandNotFound as error:
        raise NoGitError(_NO_GIT) from error
