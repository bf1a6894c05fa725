"""`git log` as values: who committed what when, and which content each file had before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from data.git import Repository
from data.steps import Steps

_FIELDS = ("%H", "%an", "%ae", "%ad", "%s")
_OPTIONS = (
    "--no-show-signature",
    "--no-notes",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--encoding=UTF-8",
    "--date-order",  # no commit above one that builds on it, whatever the clocks said
    "--date=raw",
    "--relative",
    "-c",  # a merge tells the files that are as in none of its parents
    "--raw",
    "--no-abbrev",
    "-z",
    f"--format={'%x00'.join(_FIELDS)}",
)


_AT_ONCE = 100
"""Commits that are taken out of git's answer in one step."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file in one commit."""

    path: str
    """Relative to the folder that the repository was opened with, with forward slashes."""
    before: tuple[str | None, ...]
    """The id of its content in each parent of a merge, else in the one before; None: it was not there."""
    after: str | None
    """The id of its content; None: it is gone."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One commit. Names and subject are free text that anybody may have written."""

    id: str
    namn: str
    """The author's."""
    epost: str
    """The author's."""
    when: datetime
    """When it was written, with the author's own offset from UTC."""
    subject: str
    files: tuple[FileChange, ...]


def log(
    repository: Repository, path: str = ".", since: str | None = None, until: str | None = None
) -> Steps[list[Logged]]:
    """Read the commits that changed a file, or the files of a folder, newest first. GitError.

    `until` is the id of the last one, HEAD's when it is None; `since` that of one that is left out, with what it
    builds on.
    """
    head = until or repository.head
    if head is None or head == since:
        return []
    revisions = (head,) if since is None else (head, f"^{since}")
    parts: list[str] = []
    for part in repository.pieces("log", *_OPTIONS, *revisions, "--", path, config=("log.follow=false",)):
        parts.append(part)
        yield
    found: list[Logged] = []
    for commit in _commits("".join(parts)):
        found.append(commit)
        if len(found) % _AT_ONCE == 0:
            yield
    return found


def _commits(text: str) -> Iterator[Logged]:
    parts = text.split("\0")
    at = 0
    while at + len(_FIELDS) <= len(parts):
        id, namn, epost, when, subject = parts[at : at + len(_FIELDS)]
        at += len(_FIELDS)
        files = []
        while at < len(parts) and (not parts[at] or parts[at].lstrip("\n").startswith(":")):
            if parts[at]:
                files.append(_file(parts[at].lstrip("\n"), parts[at + 1]))
            at += 2 if parts[at] else 1
        yield Logged(id, namn, epost, when_of(when), subject, tuple(files))


def _file(raw: str, path: str) -> FileChange:
    """Read ``:mode mode id id M``, which has one colon, mode and id more for each further parent."""
    parents = len(raw) - len(raw.lstrip(":"))
    ids = raw.lstrip(":").split(" ")[parents + 1 : 2 * (parents + 1)]
    contents = [id if id.strip("0") else None for id in ids]
    return FileChange(path, tuple(contents[:-1]), contents[-1])


def when_of(raw: str) -> datetime:
    """Return the time that git tells as ``1571234567 +0200``; one that no clock can show is that of 1970."""
    seconds, _, offset = raw.partition(" ")
    try:
        minutes = int(offset[:1] + "1") * (int(offset[1:3]) * 60 + int(offset[3:5])) if offset else 0
        return datetime.fromtimestamp(int(seconds), timezone(timedelta(minutes=minutes)))
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
