"""The remote that a branch follows: what it has, and what it is given. No branch of the user's moves here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.git_errors import GitError, failed
from data.git_runner import run
from data.repo_state import head_branch
from data.sync.network import scrubbed, talk, turned_down, unreachable
from data.wording import listed

if TYPE_CHECKING:
    from git import Git

    from data.git import Repository
    from data.repo_state import RepoPlace

FETCHED = "refs/trafikljus/hamtat"
"""Below it stands what was fetched last: git's own refs do not move until that has been looked at."""

_TAGS = "refs/tags/rapport"
_NO_BRANCH = re.compile(r"couldn't find remote ref")
_RESULT = re.compile(r"^([ +*=!-])\t[^\t]*:(refs/[^\t]*)\t(.*)$", re.MULTILINE)
"""What became of one ref that was pushed, as --porcelain tells it: a sign, from where to where, and why."""
_REFUSED = re.compile(
    r"fetch first|non-fast-forward|cannot lock ref|failed to update ref|stale info|incorrect old value"
    r"|failed to lock|Updates were rejected|reference already exists|Unable to create .*\.lock"
    r"|atomic transaction failed",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where a branch is sent, and what it is called there."""

    branch: str
    """Our branch: ``refs/heads/main``."""
    remote: str
    """The remote's name in git's config: ``origin``."""
    ref: str
    """The branch there: ``refs/heads/main``."""

    @property
    def fetched(self) -> str:
        """Our ref for what was fetched last."""
        return f"{FETCHED}/{self.remote}/{self.ref.removeprefix('refs/heads/')}"

    @property
    def tracking(self) -> str:
        """Git's ref for what the remote had when we last agreed."""
        return f"refs/remotes/{self.remote}/{self.ref.removeprefix('refs/heads/')}"

    @property
    def told(self) -> str:
        """As people know it: ``origin/main``."""
        return self.tracking.removeprefix("refs/remotes/")


@dataclass(frozen=True, slots=True)
class Refs:
    """Where everything stands, by commit id; None is nowhere."""

    ours: str | None
    fetched: str | None
    tracking: str | None
    tags: dict[str, str]
    """Our closed reports: what each tag's name is in git, and the tag object's id."""
    fetched_tags: dict[str, str]
    """The remote's, by our names for them."""


class Remote:
    """One branch's upstream."""

    def __init__(self, git: Git, repository: Repository, upstream: Upstream) -> None:
        self._git, self._repository, self._place = git, repository, repository.place
        self.upstream = upstream

    def fetch(self, limit: float, cancelled: Callable[[], bool], meanwhile: Callable[[], object]) -> bool:
        """Fetch the branch and the closed reports; return whether the branch is there. OfflineError, GitError.

        `meanwhile` is done while the remote answers.
        """
        up = self.upstream
        tags = f"+{_TAGS}/*:{FETCHED}-taggar/{up.remote}/*"
        options = ["--no-tags", "--prune", "--refmap=", "--no-write-fetch-head", "--no-auto-gc", "--quiet"]
        branch = f"+{up.ref}:{up.fetched}"
        arguments = [*options, "--", up.remote, branch, tags]
        status, told = self._repository.patiently(
            lambda: talk(self._git, "fetch", arguments, limit=limit, cancelled=cancelled, meanwhile=meanwhile)
        )
        if status and _NO_BRANCH.search(told):
            self.forget()
            return False
        if status:
            raise unreachable(told, self._place.top)
        return True

    def forget(self) -> None:
        """Let go of what was fetched last."""
        self.move(self.upstream.fetched, None)

    def push(
        self, commit: str, tags: Sequence[str], limit: float, cancelled: Callable[[], bool]
    ) -> tuple[str, ...] | None:
        """Give the remote a commit and some tags; return the tags that it would not have. GitError.

        None when the branch has moved on.
        """
        refs = [f"{commit}:{self.upstream.ref}", *(f"{tag}:{tag}" for tag in tags)]
        options = ("--porcelain", "--no-follow-tags", "--quiet", "--", self.upstream.remote)
        status, told = talk(self._git, "push", [*options, *refs], limit=limit, cancelled=cancelled)
        if not status:
            return ()
        became = {ref: (sign, why) for sign, ref, why in _RESULT.findall(told)}
        sign, why = became.get(self.upstream.ref, ("!", ""))
        if sign != "!":
            return tuple(tag for tag in tags if became.get(tag, ("!", ""))[0] == "!")
        if _REFUSED.search(why or told):
            return None
        raise turned_down(told, self._place.top)

    def refs(self) -> Refs:
        """Return where everything stands now. GitError."""
        up = self.upstream
        told = f"{FETCHED}-taggar/{up.remote}"
        status, output, error = run(
            self._git,
            "for_each_ref",
            "--format=%(refname) %(objectname)",
            *(up.branch, up.fetched, up.tracking, _TAGS, told),
        )
        if status:
            raise failed("kunde inte läsa arkivets grenar", error, self._place.top)
        found = dict(line.split(" ", 1) for line in output.splitlines())
        tags = {name: id for name, id in found.items() if name.startswith(f"{_TAGS}/")}
        fetched = {name.replace(told, _TAGS, 1): id for name, id in found.items() if name.startswith(f"{told}/")}
        return Refs(found.get(up.branch), found.get(up.fetched), found.get(up.tracking), tags, fetched)

    def move(self, ref: str, commit: str | None) -> None:
        """Let a ref of our own, or git's of the remote, stand somewhere; None: nowhere. GitError."""
        arguments = ("-d", ref) if commit is None else (ref, commit)
        status, _, error = run(self._git, "update_ref", *arguments)
        if status:
            raise failed("kunde inte flytta en gren", error, self._place.top)


def upstream(git: Git, place: RepoPlace) -> Upstream | None:
    """Return where the branch that is checked out is sent; None when it is nobody's but ours. GitError.

    A branch that follows nothing follows its namesake on the only remote there is.
    """
    branch = head_branch(place.git)
    if branch is None:
        status, branch, _ = run(git, "symbolic_ref", "--quiet", "HEAD")
        if status:
            return None
    fields = "--format=%(upstream:remotename)%00%(upstream:remoteref)"
    status, output, error = run(git, "for_each_ref", fields, branch)
    if status:
        raise failed("kunde inte läsa arkivets grenar", error, place.top)
    remote, _, ref = output.partition("\0")
    if remote and ref.startswith("refs/heads/"):
        return Upstream(branch, _named(remote), ref)
    remotes = run(git, "remote")[1].split("\n")
    if len(remotes) > 1:
        raise GitError(
            f"arkivet har flera servrar ({listed(list(map(scrubbed, remotes)))}); välj en för grenen:"
            " git branch --set-upstream-to=SERVER/GREN"
        )
    return Upstream(branch, _named(remotes[0]), branch) if remotes[0] else None


def _named(remote: str) -> str:
    """Return a remote's name; GitError for one that is an address, or could be an option."""
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_./-]*", remote) or "://" in remote:
        raise GitError(f'fjärren "{scrubbed(remote)}" har inget namn; ge den ett med git remote add origin ADRESS')
    return remote
