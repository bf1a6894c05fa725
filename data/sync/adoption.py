"""Taking a commit that stands on ours into the folder: git's own fast-forward, which leaves others' files alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.git_errors import failed
from data.git_runner import run
from data.workspace import Workspace

if TYPE_CHECKING:
    from git import Git

_CONFIG = ("core.fsync=committed,reference,index", "merge.autoStash=false", "submodule.recurse=false")
_MOVED = re.compile(r"[Nn]ot possible to fast-forward|[Dd]iverging|index\.lock|cannot lock ref|but expected")
_DIRTY = re.compile(r"would be overwritten by merge")


def adopt(workspace: Workspace, git: Git, commit: str) -> bool:
    """Let the branch, the index and the files stand in a commit; False when a branch or file of ours has moved on.

    GitError when a file that is none of ours is in the way.
    """
    with workspace.alone():
        if workspace.uncommitted():
            return False
        status, output, error = run(
            git, "merge", "--ff-only", "--quiet", "--no-verify-signatures", commit, config=_CONFIG
        )
    told = f"{output}\n{error}"
    if status and (_MOVED.search(told) or (_DIRTY.search(told) and workspace.uncommitted())):
        return False
    if status:
        raise failed("det som hämtades ryms inte i mappen", told, workspace.repository.place.top)
    return True
