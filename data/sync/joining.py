"""The commit that two sides become: two parents, and a message that tells what was fetched and what lost.

The first parent is to be theirs: then the line of first parents is what the server had, one state after another.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.git import Repository
from data.git_errors import failed
from data.git_runner import AS_WHO_WE_ARE, run
from data.identity import require_identity
from data.plain_text import one_line
from data.sync.telling import about, value_words
from data.sync.trees import Solved, Tree
from data.wording import listed

if TYPE_CHECKING:
    from git import Git

_SOME = 3
"""So many names are told."""


def join(  # noqa: PLR0913  what the commit is made of
    repository: Repository, git: Git, tree: str, parents: tuple[str, ...], message: str, *, signed: bool
) -> str:
    """Write the commit; return its id. No branch moves. NoIdentityError, GitError."""
    options = [part for parent in parents for part in ("-p", parent)] + (["-S"] if signed else [])
    with tempfile.TemporaryFile() as text:
        text.write(message.encode("utf-8"))
        text.seek(0)
        config = ("core.fsync=committed,reference", *AS_WHO_WE_ARE)
        status, output, error = run(git, "commit_tree", *options, "-F", "-", tree, config=config, istream=text)
    if status:
        require_identity(repository.place.top)
        raise failed("kunde inte checka in det som slogs ihop", error, repository.place.top)
    return output


def message_of(remote: str, authors: Iterable[str], tree: Tree) -> str:
    """Return what the commit says: whose changes came in, and every value that was not chosen."""
    names = list(dict.fromkeys(map(one_line, authors)))
    by = [*names[:_SOME], *([f"{len(names) - _SOME} till"] if len(names) > _SOME else [])]
    subject = f"Slå ihop med {remote}" + (f": ändringar av {listed(by)}" if by else "")
    lines = [_lost(solved) for solved in tree.solved]
    body = "\n\nValdes inte:\n" + "\n".join(lines) if lines else ""
    return f"{subject}{body}\n"


def _lost(solved: Solved) -> str:
    """Return the value that was not chosen: it stands nowhere else in what comes of the two sides."""
    told = solved.about
    value = value_words(told, ours=not solved.ours)
    return f"  {told.plan} {about(told)}: {value}"
