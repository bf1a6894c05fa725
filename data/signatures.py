"""Who has signed commits, by git's own verification: names of authors are free text, only signatures prove them.

Asked only where the organisation signs: where git has been told which signers it may trust, or the user's own git
signs. Git starts a program for each signed commit, so nobody else shall wait for it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from data.git import Repository
from data.git_errors import failed
from data.git_runner import run, runner
from data.plain_text import one_line

_GOOD = "G"
_FIELDS = "--format=%H%x00%G?%x00%GS"


@dataclass(frozen=True, slots=True)
class Signature:
    """What git says of one commit's signature."""

    verified: bool
    av: str
    """Who signed, as the file of allowed signers or the key ring names them; empty when there is no good one."""

    @property
    def told(self) -> str:
        """For a list: ``signerad av …`` or ``ej verifierad``."""
        return f"signerad av {one_line(self.av)}" if self.verified else "ej verifierad"


def used(repository: Repository) -> bool:
    """Return whether signatures mean anything here."""
    git = runner(repository.place.top)
    if run(git, "config", "--get", "gpg.ssh.allowedSignersFile")[1]:
        return True
    return run(git, "config", "--type=bool", "--get", "commit.gpgSign")[1] == "true"


def signatures(repository: Repository, commits: Sequence[str]) -> dict[str, Signature]:
    """Return the signature of each commit, by id; nothing where nobody signs. GitError."""
    if not commits or not used(repository):
        return {}
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{id}\n" for id in dict.fromkeys(commits)).encode())
        asked.seek(0)
        git = runner(repository.place.top)
        status, output, error = run(git, "log", "--no-walk=unsorted", "--stdin", _FIELDS, istream=asked)
    if status:
        raise failed("kunde inte läsa signaturerna", error, repository.place.top)
    parts = (line.split("\0") for line in output.splitlines() if line.count("\0") == 2)
    return {id: Signature(found == _GOOD, av if found == _GOOD else "") for id, found, av in parts}
