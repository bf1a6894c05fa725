"""What plain git is told about plans: our merge for `git merge` and `git rebase`, our reading for `git diff`.

Only the attribute stands in the repository's files; the commands stand in each clone's own config, which git never
fetches. A driver that cannot be started is no silent "ours": the shell line then lets git merge lines.
"""

from __future__ import annotations

import difflib
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from data.decoding import MAX_BYTES
from data.faults import UnusableError
from data.file_merge import merge_file
from data.git_errors import failed
from data.git_runner import run, runner
from data.plan_files import name_of, parsed
from data.repo_state import RepoPlace, common_folder
from data.text_merge import PlanText, merge_texts
from data.writing import WriteError

if TYPE_CHECKING:
    from data.git import Repository

_NAME = "trafikljus"
_OURS, _THEIRS = "HEAD", "inkommande"


def settings(command: str) -> dict[str, str]:
    """Return git's settings, by key, for a command that starts us; it is written as a shell takes it."""
    merge = f"{command} merge-driver %O %A %B %L %P && exit 0"
    lines = "grep -q '^<<<<<<<' %A || git merge-file --marker-size=%L %A %O %B"
    return {
        f"merge.{_NAME}.name": "uppdrag och fält i planer",
        f"merge.{_NAME}.driver": f"{merge}; {lines}; exit 1",
        f"diff.{_NAME}.textconv": f"{command} textconv",
    }


def install(repository: Repository, command: str) -> bool:
    """Write the settings into the repository's own config; return whether they were not there. GitError."""
    wanted = settings(command)
    if all(_value(repository, key) == value for key, value in wanted.items()):
        return False
    git = runner(repository.place.top)
    for key, value in wanted.items():
        status, _, error = run(git, "config", "--local", "--replace-all", key, value)
        if status:
            raise failed("kunde inte ställa in git för planer", error, repository.place.top)
    return True


def installed(place: RepoPlace) -> bool:
    """Return whether this clone's own config tells how plans are merged and shown. No git is run."""
    try:
        config = (common_folder(place.git) / "config").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return all(re.search(rf'^[ \t]*\[{section} "{_NAME}"\]', config, re.MULTILINE) for section in ("merge", "diff"))


def _value(repository: Repository, key: str) -> str:
    return run(runner(repository.place.top), "config", "--local", "--get", key)[1]


def merge_files(base: Path, ours: Path, theirs: Path, marker_size: int, path: str) -> bool:
    """Merge three files into `ours`, as git asks its drivers to; return whether it is whole. OSError.

    Where fields conflict, each stands between git's markers and all else is merged. What is no plan, or cannot be
    read, git merges line by line; then it is whole only if it can be read.
    """
    merged = _by_field(base, ours, theirs, marker_size, path)
    if merged is None:
        return _by_line(base, ours, theirs, marker_size, path)
    text, whole = merged
    ours.write_bytes(text.encode("utf-8"))
    return whole


def _by_field(base: Path, ours: Path, theirs: Path, marker_size: int, path: str) -> tuple[str, bool] | None:
    """Return the merged text and whether it is whole; None when the files cannot be merged as plans."""
    if name_of("/".join(Path(path).parts[-2:])) is None:
        return None
    try:
        sides = [_read(file, path) for file in (base, ours, theirs)]
        if sides[1] is None or sides[2] is None:
            return None
        texts = (sides[0], sides[1], sides[2])
        merged = merge_texts(*texts)
        if not merged.conflicts:
            return merged.text, True
        as_ours = merge_texts(*texts, {conflict.about for conflict in merged.conflicts})
    except (UnusableError, WriteError, ValueError):
        return None
    told = _marked(as_ours.text, merged.text, marker_size)
    return None if told is None else (told, False)


def _read(file: Path, path: str) -> PlanText | None:
    """Return one version; None for the empty file that git gives for a version that is not there."""
    raw = file.read_bytes()
    if not raw.strip():
        return None
    if len(raw) > MAX_BYTES:
        raise ValueError(path)
    found = parsed(raw, "/".join(Path(path).parts[-2:]))
    return PlanText(found.text, found.require_plan())


def _marked(ours: str, theirs: str, marker_size: int) -> str | None:
    """Return two texts as one, with git's markers around the lines that differ; None when none do."""
    first, second = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    out: list[str] = []
    differs = False
    for tag, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            out += first[a:b]
            continue
        differs = True
        out += [f"{'<' * marker_size} {_OURS}\n", *_ended(first[a:b]), f"{'=' * marker_size}\n"]
        out += [*_ended(second[c:d]), f"{'>' * marker_size} {_THEIRS}\n"]
    return "".join(out) if differs else None


def _ended(lines: list[str]) -> list[str]:
    return [line if line.endswith("\n") else line + "\n" for line in lines]


def _by_line(base: Path, ours: Path, theirs: Path, marker_size: int, path: str) -> bool:
    merged = merge_file(path, *(file.read_bytes() for file in (base, ours, theirs)))
    if merged is not None:
        ours.write_bytes(merged)
        return True
    git = runner(Path(tempfile.gettempdir()))
    labels = ("-L", _OURS, "-L", "grunden", "-L", _THEIRS)
    files = (str(file.resolve()) for file in (ours, base, theirs))
    run(git, "merge_file", f"--marker-size={marker_size}", *labels, *files)
    return False
