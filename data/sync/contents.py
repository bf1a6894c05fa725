"""What commits' folders hold: the files that differ between two, and what versions of plans say; each read once."""

from __future__ import annotations

from data.faults import Fault
from data.git import Repository
from data.git_errors import GitError, failed
from data.git_runner import run, runner
from data.plan_files import PlanFile, parsed
from data.sync.storing import Entry
from data.text_merge import PlanText

_REMEMBERED = 64

Differing = dict[str, tuple[Entry | None, Entry | None]]
"""Files by path from the top: before and after, None where there is none."""


class Contents:
    """Reads from one repository, and remembers."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._git = runner(repository.place.top)
        self._differing: dict[tuple[str, str], Differing] = {}
        self._known: dict[tuple[str, str], PlanFile] = {}

    def differing(self, old: str, new: str) -> Differing:
        """Return the files that differ between two commits, by their ids. GitError."""
        if (old, new) not in self._differing:
            options = ("-r", "-z", "--raw", "--no-renames", "--no-abbrev")
            status, output, error = run(self._git, "diff_tree", *options, old, new)
            if status:
                raise failed("kunde inte jämföra det som hämtades", error, self._repository.place.top)
            self._differing[old, new] = _differing(output)
        return self._differing[old, new]

    def raw(self, entry: Entry) -> bytes:
        """Return what a file holds. GitError."""
        raw = self._repository.blob(entry.id)
        if raw is None:
            raise GitError(f"innehållet {entry.id[:7]} saknas i arkivet; kör git fsck")
        return raw

    def plan(self, name: str, entry: Entry) -> PlanFile:
        """Return what a version of a plan's file says; a link says nothing. GitError."""
        if not entry.is_file:
            return PlanFile(b"", None, (Fault(f"{name}.toml", 1, 1, "det är inte en vanlig fil"),))
        key = name, entry.id
        if key not in self._known:
            while len(self._known) >= _REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[key] = parsed(self.raw(entry), f"{name}.toml")
        return self._known[key]

    def plan_text(self, name: str, entry: Entry) -> PlanText:
        """Return a version of a plan. UnusableError when it cannot be read, GitError."""
        file = self.plan(name, entry)
        return PlanText(file.text, file.require_plan())

    def ids(self, name: str, entry: Entry | None) -> frozenset[str] | None:
        """Return the ids in a version of a plan; None when it cannot be read. GitError."""
        plan = self.plan(name, entry).plan if entry is not None else None
        return (None if entry is not None else frozenset()) if plan is None else frozenset(plan.items)


def _differing(output: str) -> Differing:
    """Read ``:mode mode id id M``, path, and so on, each ended by NUL."""
    parts = output.split("\0")
    found: Differing = {}
    for told, path in zip(parts[0::2], parts[1::2], strict=False):
        old_mode, mode, old_id, id, _ = told.lstrip(":").split(" ")
        found[path] = (_entry(old_mode, old_id), _entry(mode, id))
    return found


def _entry(mode: str, id: str) -> Entry | None:
    return Entry(mode, id) if id.strip("0") else None
