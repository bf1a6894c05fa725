"""A new region's repository: `region.toml`, `.gitattributes` and their first commit."""

from __future__ import annotations

from pathlib import Path

from data import files, git_errors, repo_state
from data.git import Commit, Repository
from data.git_errors import GitError
from data.git_runner import run, runner
from data.identity import require_identity
from data.region import FILE
from data.wording import shortened

ATTRIBUTES = "*.toml text eol=lf merge=trafikljus diff=trafikljus\n"
"""What git must know of our files: line ends as they are, and our own merge and diff where they are set up."""

_ATTRIBUTES_FILE = ".gitattributes"
_MAX_BYTES = 1_000_000


def init(root: Path, namn: str) -> Commit | None:
    """Make a folder the home of a region, in a git repository of its own unless it lies in one.

    What is there is kept: a region.toml as it is, and .gitattributes with a line more. None when all was there.
    Raises GitError (NoIdentityError: ask, set it and call again), FileError, or ValueError for a name.
    """
    if not namn.strip():
        raise ValueError("ange regionens namn")
    root.mkdir(parents=True, exist_ok=True)
    if repo_state.find(root) is None:
        _make_repository(root)
    repository = Repository(root)
    try:
        if repository.read_only is not None:
            raise git_errors.ReadOnlyError(repository.read_only)
        require_identity(root)
        _put_files(root, namn.strip())
        return repository.commit([FILE, _ATTRIBUTES_FILE], f"region: {shortened(namn, 50)} läggs upp\n")
    finally:
        repository.close()


def _make_repository(root: Path) -> None:
    git = runner(root)
    chosen = run(git, "config", "--get", "init.defaultBranch")[0] == 0
    status, _, error = run(git, "init", "--quiet", *([] if chosen else ["--initial-branch=main"]))
    if status:
        raise GitError(str(git_errors.failed("kunde inte skapa git-arkivet", error, root)))


def _put_files(root: Path, namn: str) -> None:
    if files.read(root, FILE, _MAX_BYTES) is None:
        files.write(root, FILE, _region_text(namn).encode("utf-8"))
    attributes = (files.read(root, _ATTRIBUTES_FILE, _MAX_BYTES) or b"").decode("utf-8", "surrogateescape")
    if ATTRIBUTES.strip() not in attributes.splitlines():
        gap = "" if not attributes or attributes.endswith("\n") else "\n"
        files.write(root, _ATTRIBUTES_FILE, (attributes + gap + ATTRIBUTES).encode("utf-8", "surrogateescape"))


def _region_text(namn: str) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add("namn", tomlkit.item(namn))
    return document.as_string()
