"""A history as the stream that `git fast-import` reads, so that one process writes all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.demo.history import Closing, Signature, Version

BRANCH = "main"
"""The branch that the history is written to."""


def stream(happenings: Iterable[Version | Closing]) -> bytes:
    """Return commits and annotated tags, in the order given, in the format of `git fast-import`."""
    return b"".join(part for happening in happenings for part in _parts(happening)) + b"done\n"


def _parts(happening: Version | Closing) -> Iterator[bytes]:
    match happening:
        case Version(by, message, files):
            yield _line(f"commit refs/heads/{BRANCH}")
            yield _line(f"author {_signed(by)}")
            yield _line(f"committer {_signed(by)}")
            yield _data(message)
            for path, text in files.items():
                yield _line(f"M 100644 inline {path}")
                yield _data(text)
        case Closing(by, tag, message):
            yield _line(f"tag {tag}")
            yield _line(f"from refs/heads/{BRANCH}")
            yield _line(f"tagger {_signed(by)}")
            yield _data(message)


def _signed(by: Signature) -> str:
    return f"{by.namn} <{by.epost}> {int(by.tid.timestamp())} {by.tid:%z}"


def _line(text: str) -> bytes:
    return text.encode("utf-8") + b"\n"


def _data(text: str) -> bytes:
    raw = text.encode("utf-8")
    return b"data %d\n%b\n" % (len(raw), raw)
