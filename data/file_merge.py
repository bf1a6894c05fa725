"""Three versions of a file that is no plan into one: its lines as git merges them, or else its tables by id."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from data.decoding import decoded
from data.git_runner import run, runner
from data.mal import FILE as MAL_FILE
from data.mal_files import read_mal_bytes
from data.plan_files import name_of, parsed
from data.region import FILE as REGION_FILE
from data.region import read_region
from data.table_merge import merge_tables

if TYPE_CHECKING:
    from git import Git


def merge_file(path: str, base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Return the three as one, so that it can be read where we know how; None when somebody has to choose."""
    git = runner(Path(tempfile.gettempdir()))
    merged = _lines(git, base, ours, theirs)
    if merged is not None and _is_sound(path, merged):
        return merged
    if PurePosixPath(path).name not in (REGION_FILE, MAL_FILE):
        return None
    try:
        texts = [raw.decode("utf-8") for raw in (base, ours, theirs)]
    except UnicodeDecodeError:
        return None
    made = merge_tables(texts[0], texts[1], texts[2], lambda *sides: _text_lines(git, *sides))
    raw = made.encode("utf-8") if made is not None else b""
    return raw if raw and _is_sound(path, raw) else None


def _text_lines(git: Git, base: str, ours: str, theirs: str) -> str | None:
    merged = _lines(git, *(text.encode("utf-8") for text in (base, ours, theirs)))
    return None if merged is None else merged.decode("utf-8", "replace")


def _lines(git: Git, base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for file, raw in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(raw)
        command = ("merge_file", "-p", *map(str, files))
        status, output, _ = run(git, *command, stdout_as_string=False, strip_newline_in_stdout=False)
    merged = output if isinstance(output, bytes) else output.encode("utf-8")
    return None if status else merged


def _is_sound(path: str, raw: bytes) -> bool:
    """Return whether a file can be read, as far as we know what it is to be."""
    file = PurePosixPath(path)
    name = name_of("/".join(file.parts[-2:]))
    if file.name == REGION_FILE:
        return read_region(decoded(raw, path)[0] or "")[0] is not None
    if file.name == MAL_FILE:
        return read_mal_bytes(raw, path)[0] is not None
    return name is None or parsed(raw, f"{name}.toml").plan is not None
