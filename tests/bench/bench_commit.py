"""The commit of one judgement in a running app, against spawning `git version`.

Bare git's own commit of the same file is printed beside it: what is left for us to make slower.
"""

from __future__ import annotations

import subprocess
import tempfile
from itertools import count, cycle
from pathlib import Path

from bench_plan import full_plan
from timing import ratio, told

from data.changes import set_field
from data.founding import init
from data.plan import Plan
from data.status import UPPDRAG
from data.workspace import Workspace


class Judging:
    """A workspace in which each run commits what has been saved just before it."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        self.workspace = workspace
        self.plan = plan
        self.judgements = cycle([(f"uppdrag-{n}", status) for status in UPPDRAG.values for n in range(80)])

    def save(self) -> None:
        """Set a status; not timed."""
        id, status = next(self.judgements)
        self.plan = self.workspace.save(self.plan.name, set_field(self.plan, id, "status", status)).plan

    def commit(self) -> None:
        """Commit it."""
        if self.workspace.commit(self.plan.name) is None:
            raise AssertionError("nothing was committed")


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        init(root, "Region Test")
        workspace = Workspace(root)
        workspace.load()
        judging = Judging(workspace, workspace.create(full_plan()).plan)
        workspace.commit(judging.plan.name)
        numbers = count()

        def version() -> None:
            subprocess.run(["git", "version"], check=True, capture_output=True)

        def bare() -> None:
            fsync = ("-c", "core.fsync=committed,reference,index", "-c", "maintenance.auto=false")
            subprocess.run(
                [
                    "git",
                    *fsync,
                    "commit",
                    "-q",
                    "--only",
                    "-m",
                    str(next(numbers)),
                    "--",
                    "2019/regionkontoret.toml",
                ],
                cwd=root,
                check=True,
                capture_output=True,
            )

        goal = ratio(judging.commit, version, before=judging.save)
        print(told("checka in en status / git version", goal, 4))
        floor = ratio(bare, version, before=judging.save)
        print(f"{'git commit --only utan trafikljus / git version':<58}{floor:7.2f} ×")
        workspace.close()


if __name__ == "__main__":
    main()
