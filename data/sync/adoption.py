"""Taking a commit that stands on ours into the folder: git's own fast-forward, which leaves others' files alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from data.git_errors import GitError, failed
from data.git_runner import run
from data.half_taken import noted
from data.plain_text import one_line
from data.plan_files import path_of
from data.wording import listed
from data.workspace import Workspace

if TYPE_CHECKING:
    from git import Git

_CONFIG = ("core.fsync=committed,reference,index", "merge.autoStash=false", "submodule.recurse=false")
_MOVED = re.compile(r"[Nn]ot possible to fast-forward|[Dd]iverging|cannot lock ref|but expected")
_IN_THE_WAY = re.compile(r"would be (?:overwritten|removed) by merge")
_NAMED = re.compile(r"^\t(.+)$", re.MULTILINE)


def adopt(workspace: Workspace, git: Git, commit: str, paths: Collection[str]) -> bool:
    """Let the branch, the index and the files stand in a commit; False when a branch or file of ours has moved on.

    `paths` are the files, from the top, that others have changed. GitError when one of them cannot be written.
    """
    repository = workspace.repository

    def forward() -> tuple[int, str]:
        options = ("--ff-only", "--quiet", "--no-verify-signatures", commit)
        status, output, error = run(git, "merge", *options, config=_CONFIG)
        return status, f"{output}\n{error}"

    head = repository.head
    with workspace.alone(), noted(repository.place, commit, paths):
        status, told = repository.patiently(forward)
        refused = bool(_MOVED.search(told) or _IN_THE_WAY.search(told))
        if status and not refused:
            raise failed("det som hämtades ryms inte i mappen", told, repository.place.top)
    if status and _IN_THE_WAY.search(told) and not workspace.commit_leftovers() and repository.head == head:
        raise GitError(_in_the_way(workspace, _NAMED.findall(told)))
    return not status


def _in_the_way(workspace: Workspace, files: list[str]) -> str:
    """Return what is to be done about files that git will not write over, and that we could not commit."""
    ours = {path_of(name) for name in workspace.uncommitted()}
    told = listed([one_line(file) for file in files])
    if any(file.endswith(tuple(ours)) for file in files if ours):
        why = "har ändringar här som inte går att läsa; rätta felen (trafikljus check)"
    else:
        why = "har ändringar här som inte är incheckade; checka in eller flytta undan dem"
    return f"{told} {why} och synka igen, så hämtas det som andra har gjort"
