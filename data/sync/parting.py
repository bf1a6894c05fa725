"""Where two sides parted, and who has done what on each since: one look at git's history."""

from __future__ import annotations

from dataclasses import dataclass

from data.git import Repository


@dataclass(frozen=True, slots=True)
class Parting:
    """Two commits, side by side."""

    bases: tuple[str, ...]
    """The last commits that both sides have: one, but several where histories cross, and none of unrelated ones."""
    ours: tuple[str, ...]
    """Who wrote each commit that only we have, newest first."""
    theirs: tuple[str, ...]
    """Who wrote each commit that only they have, newest first."""


def parting(repository: Repository, ours: str, theirs: str) -> Parting:
    """Return how two commits, by their ids, lie to each other. GitError."""
    if ours == theirs:
        return Parting((ours,), (), ())
    options = ("--left-right", "--boundary", "--no-show-signature", "--format=%m%H %an")
    told = repository.ask("log", *options, f"{theirs}...{ours}", "--").splitlines()
    sides: dict[str, list[str]] = {"<": [], ">": [], "-": []}
    for line in told:
        id, _, author = line[1:].partition(" ")
        sides[line[0]].append(id if line[0] == "-" else author)
    edge = sides["-"]
    if len(edge) > 1:  # some of them may lie behind others
        edge = repository.ask("merge_base", "--all", ours, theirs).split()
    return Parting(tuple(edge), tuple(sides[">"]), tuple(sides["<"]))
