"""Where a git repository is and whether one may commit in it just now, told by its files alone: no process.

The names are those of git's own gitrepository-layout; all of them live in the worktree's own git folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_UNDER_WAY = {
    "MERGE_HEAD": "en sammanslagning (merge) pågår; avsluta med git commit eller avbryt med git merge --abort",
    "rebase-merge": "en rebase pågår; fortsätt med git rebase --continue eller avbryt med git rebase --abort",
    "rebase-apply": "en rebase eller git am pågår; avbryt med git rebase --abort eller git am --abort",
    "CHERRY_PICK_HEAD": "en cherry-pick pågår; fortsätt med git cherry-pick --continue eller avbryt med --abort",
    "REVERT_HEAD": "en revert pågår; fortsätt med git revert --continue eller avbryt med git revert --abort",
    "sequencer": "en följd av cherry-pick eller revert pågår; fortsätt den med --continue eller avbryt med --abort",
    "BISECT_LOG": "en bisect pågår; avsluta med git bisect reset",
}

_BRANCH = "ref:"

DETACHED = "arkivet står på en äldre version utan gren (detached HEAD); byt till en gren, t.ex. git switch main"
"""Why one may not commit when HEAD is no branch."""


@dataclass(frozen=True, slots=True)
class RepoPlace:
    """A repository's two folders."""

    top: Path
    """Where its files are."""
    git: Path
    """Where git keeps what belongs to this worktree."""


def find(path: Path) -> RepoPlace | None:
    """Return the repository that a folder lies in, or None. In a worktree or submodule ``.git`` is a file."""
    start = path.resolve()
    for top in (start, *start.parents):
        git = _git_folder(top / ".git")
        if git is not None and os.path.lexists(git / "HEAD"):
            return RepoPlace(top, git)
    return None


def _git_folder(marker: Path) -> Path | None:
    if not marker.is_file():
        return marker
    told = marker.read_text(encoding="utf-8", errors="surrogateescape").strip()
    return (marker.parent / told.removeprefix("gitdir:").strip()).resolve() if told.startswith("gitdir:") else None


def under_way(git: Path) -> str | None:
    """Return what is under way in git, and the way out, in Swedish; None when one may commit."""
    return next((reason for name, reason in _UNDER_WAY.items() if (git / name).exists()), None)


def head_is_branch(git: Path) -> bool | None:
    """Return whether HEAD is a branch; None when the file does not tell (reftable keeps a stand-in there)."""
    head = _head(git)
    return None if head is None else head.startswith(_BRANCH)


def head_branch(git: Path) -> str | None:
    """Return the branch that HEAD is, ``refs/heads/main``; None when it is none or the file does not tell."""
    head = _head(git)
    return head.removeprefix(_BRANCH).strip() if head is not None and head.startswith(_BRANCH) else None


def _head(git: Path) -> str | None:
    try:
        head = (git / "HEAD").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return None
    return None if head == "ref: refs/heads/.invalid" else head


def common_folder(git: Path) -> Path:
    """Return the git folder that a worktree shares with the others; OSError when it cannot be read."""
    pointer = git / "commondir"
    return git / pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else git


def cut_off(git: Path) -> frozenset[str]:
    """Return the commits that a shallow clone's history ends at, by id; none in a whole one."""
    try:
        return frozenset((common_folder(git) / "shallow").read_text(encoding="ascii").split())
    except OSError:
        return frozenset()
