"""Two commits' folders into one, file by file: plans by field, all else by git's own merge of lines."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.faults import UnusableError
from data.git import Repository
from data.git_errors import GitError, failed
from data.git_runner import run, runner
from data.layout import scan
from data.merge import Conflict
from data.plain_text import one_line
from data.plan import Plan
from data.plan_files import PlanFile, name_of, parsed
from data.text_merge import PlanText, merge_texts
from data.writing import WriteError

if TYPE_CHECKING:
    from git import Git

_GONE = "0" * 40
_REMEMBERED = 64


class UnmergeableError(GitError):
    """A file that somebody has to put together by hand; says which, and how."""


@dataclass(frozen=True, slots=True)
class PlanConflict:
    """Something in a plan that both sides have changed differently."""

    plan: str
    """The plan's name: ``2019/regionkontoret``."""
    conflict: Conflict
    ours: Plan
    theirs: Plan


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody has decided in a conflict as it was shown; it holds for no other values."""

    plan: str
    conflict: Conflict
    ours: bool
    """Whether our value is to stand; else theirs is."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A conflict, and what was chosen in it."""

    about: PlanConflict
    ours: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """What came out. Where there are conflicts there is no tree."""

    id: str | None
    conflicts: tuple[PlanConflict, ...]
    removals: Mapping[str, tuple[int, int]]
    """For each plan that the other side has removed items from: how many, of how many."""
    solved: tuple[Solved, ...] = ()
    """What was in conflict, and has been chosen."""
    plans: Collection[str] = field(default_factory=tuple)
    """The plans that the other side has changed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of a commit."""

    mode: str
    id: str


class TreeMerger:
    """Merges the folders of two commits."""

    def __init__(self, root: Path, repository: Repository) -> None:
        self._root, self._repository = root, repository
        self._top = repository.place.top
        self._git: Git = runner(self._top)
        prefix = root.resolve().relative_to(self._top).as_posix()
        self._known: dict[tuple[str, str], PlanFile] = {}
        self._differing: dict[tuple[str, str], dict[str, tuple[_Entry | None, _Entry | None]]] = {}
        self._prefix = "" if prefix == "." else f"{prefix}/"

    def prepare(self, base: str, ours: str) -> None:
        """Read what a merge of our commit will need, should the sides have parted at `base`. GitError."""
        for path, entries in self._changed(base, ours).items():
            name = self._plan_name(path)
            for entry in entries if name is not None else ():
                if entry is not None and name is not None:
                    scan(self._parsed(name, entry).text)

    def merge(self, base: str, ours: str, theirs: str, choices: Sequence[Choice]) -> Tree:
        """Merge two commits made from the same one. GitError, UnmergeableError."""
        our, their = self._changed(base, ours), self._changed(base, theirs)
        conflicts: list[PlanConflict] = []
        solved: list[Solved] = []
        removals: dict[str, tuple[int, int]] = {}
        entries = dict(our)
        for path, (before, after) in their.items():
            name = self._plan_name(path)
            if name is not None:
                removals |= self._removed(name, before, after)
            if path not in our or our[path][1] == after:
                entries.pop(path, None)
            elif name is None:
                entries[path] = (before, self._lines(path, before, our[path][1], after))
            else:
                merged = self._plan(path, name, before, our[path][1], after, choices)
                conflicts += merged[1]
                solved += merged[2]
                entries[path] = (before, merged[0])
        plans = tuple(filter(None, map(self._plan_name, their)))
        id = None if conflicts else self._write(theirs, {path: after for path, (_, after) in entries.items()})
        return Tree(id, tuple(conflicts), removals, tuple(solved), plans)

    def incoming(self, ours: str, theirs: str) -> Tree:
        """Return what a commit that stands on ours brings. GitError."""
        changed = self._changed(ours, theirs)
        removals: dict[str, tuple[int, int]] = {}
        for path, (before, after) in changed.items():
            name = self._plan_name(path)
            if name is not None:
                removals |= self._removed(name, before, after)
        return Tree(None, (), removals, (), tuple(filter(None, map(self._plan_name, changed))))

    def _changed(self, old: str, new: str) -> dict[str, tuple[_Entry | None, _Entry | None]]:
        """Return the files that differ between two commits, by path from the top: before and after."""
        if (old, new) in self._differing:
            return self._differing[old, new]
        output = self._ask("diff_tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new)
        parts = output.split("\0")
        found = {}
        for told, path in zip(parts[0::2], parts[1::2], strict=False):
            old_mode, mode, old_id, id, _ = told.lstrip(":").split(" ")
            found[path] = (_entry(old_mode, old_id), _entry(mode, id))
        self._differing[old, new] = found
        return found

    def _plan_name(self, path: str) -> str | None:
        return name_of(path.removeprefix(self._prefix)) if path.startswith(self._prefix) else None

    def _removed(self, name: str, before: _Entry | None, after: _Entry | None) -> dict[str, tuple[int, int]]:
        """Return how many of a plan's items are gone; a plan that cannot be read is none of our business."""
        old, new = (self._ids(name, entry) for entry in (before, after))
        gone = len(old - new) if old is not None and new is not None else 0
        return {name: (gone, len(old))} if gone and old else {}

    def _ids(self, name: str, entry: _Entry | None) -> set[str] | None:
        if entry is None:
            return set()
        plan = self._parsed(name, entry).plan
        return None if plan is None else set(plan.items)

    def _parsed(self, name: str, entry: _Entry) -> PlanFile:
        """Return what a version of a plan's file says; what was read last is remembered, by its content's id."""
        key = name, entry.id
        if key not in self._known:
            while len(self._known) >= _REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[key] = parsed(self._raw(entry), f"{name}.toml")
        return self._known[key]

    def _plan(  # noqa: PLR0913, PLR0917  three versions of one file, and what was chosen in it
        self,
        path: str,
        name: str,
        base: _Entry | None,
        ours: _Entry | None,
        theirs: _Entry | None,
        choices: Sequence[Choice],
    ) -> tuple[_Entry | None, list[PlanConflict], list[Solved]]:
        """Merge one plan's file; return it, what is in conflict, and what was."""
        if ours is None or theirs is None:
            raise UnmergeableError(
                f"{path} är borttagen på ena hållet och ändrad på det andra; kör git pull och välj för hand"
            )
        try:
            before = self._text(name, base) if base is not None else None
            texts = before, self._text(name, ours), self._text(name, theirs)
            merged = first = merge_texts(*texts)
            made = [one for one in choices if one.plan == name and one.conflict in first.conflicts]
            if ours_chosen := {one.conflict.about for one in made if one.ours}:
                merged = merge_texts(*texts, ours_chosen)
        except (UnusableError, WriteError, ValueError) as error:
            raise UnmergeableError(f"{path} kan inte slås ihop: {error}") from error
        sides = texts[1].plan, texts[2].plan
        theirs_chosen = [one.conflict for one in made if not one.ours]
        left = [one for one in merged.conflicts if one not in theirs_chosen]
        solved = [
            Solved(PlanConflict(name, one.conflict, *sides), one.ours) for one in made if one.conflict not in left
        ]
        conflicts = [PlanConflict(name, one, *sides) for one in left]
        return _Entry(theirs.mode, self._store(merged.text.encode("utf-8"))), conflicts, solved

    def _text(self, name: str, entry: _Entry) -> PlanText:
        file = self._parsed(name, entry)
        return PlanText(file.text, file.require_plan())

    def _lines(self, path: str, base: _Entry | None, ours: _Entry | None, theirs: _Entry | None) -> _Entry:
        """Merge any other file as git does it."""
        entries = base, ours, theirs
        if any(entry is None or not entry.mode.startswith("100") for entry in entries):
            raise UnmergeableError(_by_hand(path))
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / name for name in ("base", "ours", "theirs")]
            for file, entry in zip(files, entries, strict=True):
                file.write_bytes(self._raw(entry) if entry is not None else b"")
            order = (str(files[1]), str(files[0]), str(files[2]))
            status, output, _ = run(
                self._git, "merge_file", "-p", *order, stdout_as_string=False, strip_newline_in_stdout=False
            )
        if status:
            raise UnmergeableError(_by_hand(path))
        merged = output if isinstance(output, bytes) else output.encode("utf-8")
        return _Entry(theirs.mode if theirs is not None else "100644", self._store(merged))

    def _raw(self, entry: _Entry) -> bytes:
        raw = self._repository.blob(entry.id)
        if raw is None:
            raise GitError(f"innehållet {entry.id[:7]} saknas i arkivet; kör git fsck")
        return raw

    def _store(self, raw: bytes) -> str:
        with tempfile.TemporaryFile() as file:
            file.write(raw)
            file.seek(0)
            return self._ask("hash_object", "-w", "--stdin", "--no-filters", istream=file)

    def _write(self, start: str, entries: Mapping[str, _Entry | None]) -> str:
        """Return the tree of a commit with some files as these entries have them."""
        if not entries:
            return self._ask("rev_parse", "--verify", f"{start}^{{tree}}")
        lines = "".join(
            f"{entry.mode if entry else 0} {entry.id if entry else _GONE}\t{path}\0"
            for path, entry in entries.items()
        )
        with (
            tempfile.TemporaryDirectory(dir=self._repository.place.git) as folder,
            tempfile.TemporaryFile() as told,
        ):
            told.write(lines.encode("utf-8", "surrogateescape"))
            told.seek(0)
            with self._git.custom_environment(GIT_INDEX_FILE=str(Path(folder) / "index")):
                self._ask("read_tree", start)
                self._ask("update_index", "-z", "--index-info", istream=told)
                return self._ask("write_tree")

    def _ask(self, command: str, *arguments: str, **options: Any) -> str:
        status, output, error = run(self._git, command, *arguments, **options)
        if status:
            raise failed("kunde inte slå ihop", error, self._top)
        return output


def _entry(mode: str, id: str) -> _Entry | None:
    return _Entry(mode, id) if id.strip("0") else None


def _by_hand(path: str) -> str:
    return f"{one_line(path)} är ändrad på båda håll; kör git pull, slå ihop filen för hand och checka in den"
