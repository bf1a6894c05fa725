"""Saving and committing from the command line: what is on disk and not in git is told as just that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.guard import RefusedError, told_by_git

_Commits = TypeVar("_Commits")

_SAVED = "är sparad men inte incheckad; "


def committed(commit: Callable[[], _Commits], file: str) -> _Commits:
    """Commit what is saved in a file. RefusedError, which says that it is saved, when git will not."""
    from data.git_errors import GitError

    try:
        return commit()
    except GitError as error:
        why = told_by_git(error).removeprefix(f"filen {_SAVED}")
        raise RefusedError(f"{file} {_SAVED}{why}") from error
