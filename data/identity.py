"""Who commits, as git has been told: asked for when it is not known, stored in the repository, never guessed."""

from __future__ import annotations

import re
from pathlib import Path

from data import git_errors
from data.git_errors import NoIdentityError
from data.git_runner import AS_WHO_WE_ARE, run, runner


def require_identity(folder: Path) -> None:
    """Raise NoIdentityError unless git has been told who commits here; a guess like user@host is not enough."""
    git = runner(folder)
    for role in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if run(git, "var", role, config=AS_WHO_WE_ARE)[0]:
            raise NoIdentityError("git vet inte vem du är; ange ditt namn och din e-postadress")


def set_identity(folder: Path, namn: str, epost: str) -> None:
    """Store who commits in the config of the folder's repository.

    ValueError, in Swedish, for what cannot be a name or an address. GitError.
    """
    namn, epost = namn.strip(), epost.strip()
    if not re.search(r"\w", namn) or re.search(r"[\x00-\x1f\x7f<>]", namn):
        raise ValueError("namnet får inte vara tomt eller innehålla radbrytningar, < eller >")
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", epost) or not epost.isprintable():
        raise ValueError("e-postadressen ska se ut som namn@exempel.se")
    git = runner(folder)
    for key, value in (("user.name", namn), ("user.email", epost)):
        status, _, error = run(git, "config", "--local", "--replace-all", key, value)
        if status:
            raise git_errors.failed("kunde inte spara namn och e-postadress", error, folder)


def epost_of(folder: Path) -> str | None:
    """Return the e-mail address that this user's commits bear; None when git has not been told. GitError."""
    status, output, _ = run(runner(folder), "var", "GIT_AUTHOR_IDENT", config=AS_WHO_WE_ARE)
    found = re.search(r"<([^<>]*)> \S+ \S+$", output)
    return found[1] if not status and found else None
