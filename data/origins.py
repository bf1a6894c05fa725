"""Where files of the region come from: of each, the latest commit that gave it the content it has.

However many files are asked about, git is run a fixed number of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha1, sha256

from data.git import Repository
from data.provenance import Provenance

_COMMIT = "commit "
_OPTIONS = (
    "--no-show-signature",
    "--no-notes",
    "--no-color",
    "--no-ext-diff",
    "--no-renames",
    "--no-abbrev",
    "--relative",
    "--root",
    "-c",  # a merge tells the files that are as in none of its parents
    "--raw",
    f"--format={_COMMIT}%H %cs",
)


def origins(repository: Repository, files: Iterable[str]) -> dict[str, Provenance]:
    """Return where files in the region's folder come from, as they are now. GitError."""
    asked = tuple(files)
    dirty = {found.path for found in repository.dirty(asked)}
    head = repository.head
    clean = {} if head is None else {file: head for file in asked if file not in dirty}
    found = origins_in(repository, clean)
    return {file: found.get(file, Provenance(file)) for file in asked}


def origins_in(repository: Repository, commits: Mapping[str, str]) -> dict[str, Provenance]:
    """Return where files come from, each as it is in a commit, by its id; not those it lacks. GitError."""
    wanted: dict[str, str] = {}
    for file, commit in commits.items():
        raw = repository.blob(f"{commit}:./{file}")
        if raw is not None:
            wanted[file] = _content_id(raw, commit)
    found: dict[str, Provenance] = {}
    if wanted:
        for file, content, told in _told(repository, sorted({*commits.values()}), sorted(wanted)):
            if file not in found and wanted.get(file) == content:
                found[file] = Provenance(file, *_commit(told))
                if len(found) == len(wanted):
                    break
    return found


def whole(repository: Repository, source: str, commit: str) -> Provenance:
    """Return where several files come from that were read in one commit, by its id. GitError."""
    told = repository.ask(
        "log", "-1", "--no-show-signature", "--no-color", f"--format={_COMMIT}%H %cs", commit, "--"
    )
    return Provenance(source, *_commit(told.strip()))


def _told(repository: Repository, heads: list[str], files: list[str]) -> Iterator[tuple[str, str, str]]:
    """Give each change of the files, newest first: which file, its content's id, and the line of its commit."""
    commit = rest = ""
    for piece in repository.pieces("log", *_OPTIONS, *heads, "--", *files, config=("log.follow=false",)):
        *lines, rest = (rest + piece).split("\n")
        for line in lines:
            if line.startswith(_COMMIT):
                commit = line
            elif line.startswith(":"):
                facts, _, file = line.partition("\t")
                yield file, facts.split(" ")[-2], commit


def _commit(line: str) -> tuple[str, date]:
    id, day = line.removeprefix(_COMMIT).split(" ")
    return id[:7], date.fromisoformat(day)


def _content_id(raw: bytes, commit: str) -> str:
    """Return the id that git gives a content, in a repository where a commit has this one."""
    digest = sha1 if len(commit) == 40 else sha256
    return digest(b"blob %d\0" % len(raw) + raw).hexdigest()
