"""Judging while the app syncs: key to next frame, beside the same keys with nothing under way.

Thirteen plans of the usual size, and a server on this machine; somebody else writes comments in the plan that is
judged, so that every sync merges it. The keys come faster than anybody's, so that a sync is under way all the time.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # the tests' clones

from bench_sizes import DOWN, answers, nothing, opened, region
from timing import told_beside

from tests.data.sync.clones import Clone, bare, cloned, git

PLANS, ITEMS = 13, 292
KEYS, EVERY = 160, 10
NAME = "2025/forvaltning-0"


def main() -> None:
    """Print the times and their ratio."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root = Path(folder, "region")
        root.mkdir()
        region(root, PLANS * ITEMS)
        remote = bare(Path(folder, "server.git"))
        git(remote, "symbolic-ref", "HEAD", git(root, "symbolic-ref", "HEAD"))
        git(root, "remote", "add", "origin", str(remote))
        Clone(root, "Anna").sync()
        other = cloned(remote, Path(folder, "annan"), "Berit")
        ids = cycle(other.workspace.load().plans[NAME].items)
        terminal = opened(root)
        terminal.answer(b"+")
        terminal.quiet(1.0)
        keys = cycle([DOWN, b"1", DOWN, b"3"])
        before = answers(terminal, keys, KEYS, nothing)

        def syncing(n: int) -> None:
            if n % EVERY == 0:
                other.set(next(ids), "kommentar", f"Läget vid {n}.", NAME)
                other.sync()
                terminal.answer(b"s")

        during = answers(terminal, keys, KEYS, syncing)
        terminal.quiet(3.0)  # what was begun comes through when the keys rest
        merges = int(git(root, "rev-list", "--count", "--merges", "HEAD"))
        terminal.end()
    print(told_beside("medan appen synkar", before, during))
    print(f"  sammanslagningar under tiden: {merges}")


if __name__ == "__main__":
    main()
