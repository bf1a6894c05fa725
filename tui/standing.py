"""Whether what is on the screen is saved and committed: kept from what the worker says, told in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.keymap import key
from tui.messages import AtHead, Committed, Recovered, Stored, WorkerMessage

_LEFTOVERS = ""
"""Stands among the names for what an earlier session left."""


class Standing:
    """What waits for git, what git refused, and the last commit."""

    def __init__(self) -> None:
        self._commit = ""
        self._uncommitted: set[str] = set()
        self._failed: set[str] = set()
        self._way_out = ""
        self._lost = False
        self._differs = False
        """Whether another program has changed a plan and that is not in git."""

    @property
    def uncommitted(self) -> frozenset[str]:
        """The names of the plans that are saved and wait for a commit."""
        return frozenset(self._uncommitted)

    @property
    def failed(self) -> bool:
        """Whether something could not be committed."""
        return bool(self._failed)

    def take(self, message: WorkerMessage) -> None:
        """Take in what the worker says about what is saved and where git is."""
        match message:
            case Stored(_, saved):
                self._uncommitted.add(saved.name)
                self._lost = False
            case Committed(names, commit):
                self._uncommitted -= set(names)
                self._failed -= {*names, _LEFTOVERS}
                self._commit = commit.short if commit else self._commit
            case Recovered(commits):
                self._uncommitted.clear()
                self._failed.clear()
                self._commit, self._differs = commits[-1].short, False
            case AtHead(short, differs):
                self._commit, self._differs = short, differs

    def refused(self) -> None:
        """The last change could not be saved."""
        self._lost = True

    def forgiven(self) -> None:
        """The user has read that a change could not be saved."""
        self._lost = False

    def uncommittable(self, names: Iterable[str], pressed: str) -> None:
        """Plans could not be committed; `pressed` is the key that helps. No names: what an earlier session left."""
        self._failed |= set(names) or {_LEFTOVERS}
        self._way_out = pressed

    def told(self, dot: str, *, pending: int, read_only: bool, clashes: int) -> str:
        """Tell it in a few words, the most pressing thing first; `dot` stands between two."""
        between = f" {dot} "
        if pending:
            return "sparar …"
        if clashes:
            conflicts = "konflikt" if clashes == 1 else f"{clashes} konflikter"
            return between.join([conflicts, f"tryck {key('konflikt')}"])
        if read_only:
            return "endast läsning"
        saved = "sista ändringen är inte sparad" if self._lost else "sparat"
        if self._failed:
            return between.join([saved, "ej incheckat", f"tryck {self._way_out}"])
        if self._uncommitted:
            return between.join([saved, "checkar in …"])
        if self._differs:
            return between.join(["ändrat utanför", f"{key('checka-in')} checkar in"])
        return between.join([saved, self._commit]) if self._commit else saved
