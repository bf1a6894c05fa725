"""Settings in a repository's own config that make git run programs: somebody else may have put them there.

Git never fetches them, but a folder that was copied, unpacked or shared brings them along. What we read, we read
without them; a commit, a merge and a sync are the user's own git, which obeys them.
"""

from __future__ import annotations

import re

from data.drivers import settings
from data.git import Repository
from data.git_runner import run, runner
from data.plain_text import one_line

_RUN_PROGRAMS = re.compile(
    r"core\.(?:hookspath|sshcommand|fsmonitor|editor|pager|askpass|gitproxy|alternaterefscommand)"
    r"|filter\..+\.(?:clean|smudge|process)|merge\..+\.driver|diff\.(?:external|.+\.(?:textconv|command))"
    r"|credential\.(?:.+\.)?helper|gpg\.(?:.+\.)?program|remote\..+\.(?:uploadpack|receivepack|vcs)"
    r"|include(?:if\..+)?\.path|sequence\.editor|protocol\.ext\.allow"
)


def programs(repository: Repository) -> tuple[str, ...]:
    """Return the names of such settings that are not ours, as they may be shown; most often there are none."""
    git = runner(repository.place.top)
    output = run(git, "config", "--local", "--no-includes", "--list", "--null", "--name-only")[1]
    ours = set(settings(""))
    names = dict.fromkeys(name for name in output.split("\0") if _RUN_PROGRAMS.fullmatch(name) and name not in ours)
    return tuple(one_line(name)[:80] for name in names)
