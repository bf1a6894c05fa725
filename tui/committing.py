"""Saving and committing from the command line: what is on disk and not in git is told as just that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.guard import RefusedError, told_by_git

if TYPE_CHECKING:
    from data.git import Commit


def committed(commit: Callable[[], Commit | None], file: str) -> Commit | None:
    """Commit a file that is saved. RefusedError, which says that it is saved, when git will not."""
    from data.git_errors import GitError

    try:
        return commit()
    except GitError as error:
        raise RefusedError(f"{file} är sparad men inte incheckad; {told_by_git(error)}") from error
