"""Two commits' folders into one, file by file: plans by field, all else by lines, or by tables that have ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.faults import UnusableError
from data.file_merge import merge_file
from data.git import Repository
from data.git_errors import GitError
from data.git_runner import runner
from data.layout import scan
from data.merge import Conflict
from data.plain_text import one_line
from data.plan import Plan
from data.plan_files import name_of
from data.sync.contents import Contents, Differing
from data.sync.storing import Entry, Store
from data.text_merge import merge_plans, merged_text
from data.writing import WriteError

_Sides = tuple[Entry | None, Entry | None, Entry | None]
"""One file in base, ours and theirs."""


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
    conflicts: tuple[PlanConflict, ...] = ()
    solved: tuple[Solved, ...] = ()
    """What was in conflict, and has been chosen."""
    removals: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """For each plan that the other side has removed items from: how many, of how many."""
    plans: tuple[str, ...] = ()
    """The plans that the other side has changed."""
    paths: tuple[str, ...] = ()
    """All files that the other side has changed, from the repository's top."""


class TreeMerger:
    """Merges the folders of two commits."""

    def __init__(self, root: Path, repository: Repository) -> None:
        self._contents = Contents(repository)
        self._store = Store(runner(repository.place.top), repository.place)
        prefix = root.resolve().relative_to(repository.place.top).as_posix()
        self._prefix = "" if prefix == "." else f"{prefix}/"

    def prepare(self, base: str, ours: str) -> None:
        """Read what a merge of our commit will need, should the sides have parted at `base`. GitError."""
        for path, entries in self._contents.differing(base, ours).items():
            name = self._plan_name(path)
            for entry in entries if name is not None else ():
                if entry is not None and name is not None:
                    scan(self._contents.plan(name, entry).text)

    def merge(self, bases: Sequence[str], ours: str, theirs: str, choices: Sequence[Choice]) -> Tree:
        """Merge two commits made from one, or from several where histories cross. GitError, UnmergeableError."""
        differing = self._contents.differing
        our, their = differing(bases[0], ours), differing(bases[0], theirs)
        crossed = [differing(bases[0], other) for other in bases[1:]]
        conflicts: list[PlanConflict] = []
        solved: list[Solved] = []
        entries = {path: after for path, (_, after) in our.items()}
        for path in dict.fromkeys((*their, *(path for other in crossed for path in other))):
            before = next((one[path][0] for one in (our, their, *crossed) if path in one), None)
            mine, other = (side.get(path, (before, before))[1] for side in (our, their))
            starts = [before, *(one.get(path, (before, before))[1] for one in crossed)]
            if mine == other or all(mine == start for start in starts):
                entries.pop(path, None)  # as it is in theirs
            elif all(other == start for start in starts):
                entries[path] = mine
            elif (name := self._plan_name(path)) is None:
                entries[path] = self._file(path, (before, mine, other), crosses=len({*starts}) > 1)
            else:
                entries[path], met, chosen = self._plan(name, (before, mine, other), starts[1:], choices)
                conflicts += met
                solved += chosen
        id = None if conflicts else self._store.folder(theirs, entries)
        return self._told(their, Tree(id, tuple(conflicts), tuple(solved)))

    def incoming(self, ours: str, theirs: str) -> Tree:
        """Return what a commit that stands on ours brings. GitError."""
        return self._told(self._contents.differing(ours, theirs), Tree(None))

    def _told(self, changed: Differing, tree: Tree) -> Tree:
        """Return a tree with what the other side has changed."""
        plans = {name: entries for path, entries in changed.items() if (name := self._plan_name(path)) is not None}
        removals = {name: gone for name, entries in plans.items() if (gone := self._removed(name, *entries))}
        return replace(tree, removals=removals, plans=tuple(plans), paths=tuple(changed))

    def _plan_name(self, path: str) -> str | None:
        return name_of(path.removeprefix(self._prefix)) if path.startswith(self._prefix) else None

    def _removed(self, name: str, before: Entry | None, after: Entry | None) -> tuple[int, int] | None:
        """Return how many of a plan's items are gone; a plan that cannot be read is none of our business."""
        old, new = (self._contents.ids(name, entry) for entry in (before, after))
        gone = len(old - new) if old is not None and new is not None else 0
        return (gone, len(old)) if gone and old else None

    def _plan(
        self, name: str, sides: _Sides, others: Sequence[Entry | None], choices: Sequence[Choice]
    ) -> tuple[Entry, list[PlanConflict], list[Solved]]:
        """Merge one plan's file; return it, unless something is in conflict, what that is, and what was."""
        path, (base, ours, theirs) = f"{self._prefix}{name}.toml", sides
        if ours is None or theirs is None:
            raise UnmergeableError(
                f"{path} är borttagen på ena hållet och ändrad på det andra; kör git pull och välj för hand"
            )
        read = self._contents.plan_text
        try:
            before = read(name, base) if base is not None else None
            texts = before, read(name, ours), read(name, theirs)
            nothing = Plan(texts[1].plan.forvaltning, texts[1].plan.ar)
            starts = [read(name, one).plan if one is not None else nothing for one in others]
            merged = first = merge_plans(*texts, others=starts)
            made = [one for one in choices if one.plan == name and one.conflict in first.conflicts]
            if ours_chosen := {one.conflict.about for one in made if one.ours}:
                merged = merge_plans(*texts, ours_chosen, starts)
            theirs_chosen = [one.conflict for one in made if not one.ours]
            left = [one for one in merged.conflicts if one not in theirs_chosen]
            entry = theirs
            if not left:
                text = merged_text(merged, *texts)
                entry = Entry(_mode(base, ours, theirs), self._store.content(text.encode("utf-8")))
        except (UnusableError, WriteError, ValueError) as error:
            raise UnmergeableError(f"{path} kan inte slås ihop: {error}") from error
        plans = texts[1].plan, texts[2].plan
        solved = [
            Solved(PlanConflict(name, one.conflict, *plans), one.ours) for one in made if one.conflict not in left
        ]
        return entry, [PlanConflict(name, one, *plans) for one in left], solved

    def _file(self, path: str, sides: _Sides, *, crosses: bool) -> Entry:
        """Merge any other file."""
        base, ours, theirs = sides
        merged: bytes | None = None
        if ours is not None and theirs is not None and ours.is_file and theirs.is_file and not crosses:
            raws = [self._contents.raw(entry) if entry is not None else b"" for entry in sides]
            merged = merge_file(path, raws[0], raws[1], raws[2])
        if merged is None or ours is None or theirs is None:
            told = f"{one_line(path)} är ändrad på båda håll"
            raise UnmergeableError(f"{told}; kör git pull, slå ihop filen för hand och checka in den")
        return Entry(_mode(base, ours, theirs), self._store.content(merged))


def _mode(base: Entry | None, ours: Entry, theirs: Entry) -> str:
    """Return the mode that a side has given a file; theirs, if both have."""
    return ours.mode if base is not None and theirs.mode == base.mode else theirs.mode
