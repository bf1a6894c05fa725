"""Sync against bare git, and the comparison of a region at two points in time against reading both with tomllib.

The remote is a folder on this machine. Twenty changes on each side stand in one plan of 80 uppdrag.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import tomllib
from contextlib import closing
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))  # the tests' clones

from bench_plan import full_plan, sentence
from timing import ratio, told

from data.changes import SetField, field_value
from data.comparison import compare
from data.git import Repository
from data.past_folder import load_at
from data.plan import Plan
from data.reports import reports
from data.rereading import remembered_item
from data.revision import revision
from data.writing import edit, write
from tests.data.sync.clones import Clone, bare, cloned, git

NAME = "2019/regionkontoret"
CHANGES, PLANS, FIELDS = 20, 15, 3_000


def judged(plan: Plan, text: str, ids: list[str], chance: random.Random) -> str:
    """Give some items another status and a comment, and return the text."""
    changes = []
    for id in ids:
        item = plan.items[id]
        status = chance.choice([value for value in item.SCALE.values if value != field_value(item, "status")])
        changes += [
            SetField(id, "status", field_value(item, "status"), status),
            SetField(id, "kommentar", field_value(item, "kommentar"), sentence(chance, 12)),
        ]
    return edit(text, plan, changes).text


def pair(folder: Path) -> tuple[Clone, Clone]:
    """Make a remote with one plan, and two clones of it."""
    remote = bare(folder / "server.git")
    first = folder / "start"
    (first / "2019").mkdir(parents=True)
    (first / f"{NAME}.toml").write_text(write(full_plan()), encoding="utf-8")
    (first / "region.toml").write_text('namn = "Region"\n', encoding="utf-8")
    git(first, "init", "--quiet", "--initial-branch=main")
    Clone(first, "Start")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message", "Start")
    git(first, "push", "--quiet", str(remote), "main")
    return cloned(remote, folder / "anna", "Anna"), cloned(remote, folder / "bo", "Bo")


def quiet(folder: Path) -> None:
    """Print how much longer a sync takes with nothing new than a fetch."""
    _, bo = pair(folder)
    bo.sync()

    def fetch() -> object:
        return subprocess.run(["git", "fetch", "--quiet", "origin"], cwd=bo.folder, check=True)

    print(told("synk utan något nytt / git fetch", ratio(bo.sync, fetch, 15), 3))
    bo.workspace.close()


def busy(folder: Path) -> None:
    """Print how much longer a sync with changes on both sides takes than `git pull` and `git push`."""
    anna, bo = pair(folder)
    chance = random.Random(20)
    uppdrag = [one.id for one in full_plan().uppdrag]
    times: dict[str, list[float]] = {"sync": [], "git": []}
    for number in range(12):
        how = "sync" if number % 2 else "git"
        base = anna.workspace.load().plans[NAME]
        for clone, ids in ((anna, uppdrag[:CHANGES]), (bo, uppdrag[-CHANGES:])):
            path = clone.folder / f"{NAME}.toml"
            path.write_text(judged(base, path.read_text(encoding="utf-8"), ids, chance), encoding="utf-8")
            git(clone.folder, "commit", "--quiet", "--all", "--message", "Bedöm")
        git(anna.folder, "push", "--quiet", "origin", "main")
        start = perf_counter()
        if how == "sync":
            bo.sync()
        else:
            git(bo.folder, "pull", "--quiet", "--no-rebase", "--no-edit")
            git(bo.folder, "push", "--quiet", "origin", "main")
        times[how].append(perf_counter() - start)
        git(anna.folder, "pull", "--quiet", "--no-rebase", "--no-edit")
    taken = statistics.median(times["sync"][1:]) / statistics.median(times["git"][1:])
    print(told(f"synk, {CHANGES} ändringar på var sida / git pull + git push", taken, 2))
    for clone in (anna, bo):
        clone.workspace.close()


def compared(folder: Path) -> None:
    """Print how much longer the comparison of a region takes than reading both of its sides."""
    chance = random.Random(15)
    (folder / "2019").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    Clone(folder, "Anna")
    base = full_plan()
    sides: tuple[list[str], list[str]] = ([], [])
    for number in range(PLANS):
        plan = Plan(f"forvaltning-{number}", 2019, fokusomraden=base.fokusomraden)
        ids = chance.sample([id for id, item in plan.items.items() if item.SCALE], FIELDS // PLANS // 2)
        sides[0].append(write(plan))
        sides[1].append(judged(plan, sides[0][-1], ids, chance))
    for side, tag in zip(sides, ("a", "b"), strict=True):
        for number, text in enumerate(side):
            (folder / f"2019/forvaltning-{number}.toml").write_text(text, encoding="utf-8")
        (folder / "region.toml").write_text('namn = "Region"\n', encoding="utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", tag)
        git(folder, "tag", tag)

    def ours() -> int:
        remembered_item.cache_clear()  # each time as the first
        with closing(Repository(folder)) as repository:
            closed = reports(repository)
            then, now = (load_at(repository, revision(repository, tag, closed)).plans for tag in ("a", "b"))
        found = [compare(then[name], now[name]) for name in now]
        return sum(len(one.rejudged) + len(one.edited) for one in found)

    def floor() -> None:
        for side in sides:
            for text in side:
                tomllib.loads(text)

    print(told(f"jämför {PLANS} planer, {ours()} fält / tomllib.loads av båda", ratio(ours, floor, 5), 4))


def main() -> None:
    """Print the ratios."""
    for measure in (quiet, busy, compared):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "r")


if __name__ == "__main__":
    main()
