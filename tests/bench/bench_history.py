"""An item's history, read by a new process's first question, against a bare `git rev-list` of its file.

The repository has 10 000 commits, 624 of them of the plan's file: judgements and comments, one item at a time.
"""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench_plan import full_plan, sentence
from timing import ratio, told

from data.changes import set_field
from data.git import Repository
from data.history import Histories, read_history
from data.steps import finished
from data.writing import edit, write

COMMITS, OF_THE_FILE, ITEM = 10_000, 624, "uppdrag-40"
NAME = "2019/regionkontoret"
_EVERY = COMMITS // OF_THE_FILE


def texts() -> Iterator[str]:
    """Give the versions of the file."""
    chance = random.Random(624)
    plan = full_plan()
    text = write(plan)
    judged = [id for id, item in plan.items.items() if id.startswith(("uppdrag", "aktivitet"))]
    yield text
    for _ in range(OF_THE_FILE - 1):
        id = chance.choice(judged)
        item = plan.items[id]
        others = [
            value for value in (item.SCALE.values if item.SCALE else ()) if value != getattr(item, "status", None)
        ]
        changes = set_field(plan, id, "status", chance.choice(others))
        if chance.random() < 0.5:
            changes += set_field(plan, id, "kommentar", sentence(chance, chance.randint(5, 60)))
        edited = edit(text, plan, changes)
        text, plan = edited.text, edited.plan
        yield text


def stream() -> Iterator[bytes]:
    """Give the whole history in the format of `git fast-import`."""
    versions = texts()
    for number in range(COMMITS):
        ours = number % _EVERY == 0 and number // _EVERY < OF_THE_FILE
        path = f"{NAME}.toml" if ours else f"2019/forvaltning-{number % 14}.toml"
        raw = next(versions).encode() if ours else b"ar = 2019\nnummer = %d\n" % number
        who = b"committer Test <test@exempel.se> %d +0100\n" % (1_546_300_800 + 600 * number)
        yield b"commit refs/heads/main\n" + who + b"data 3\nny\n"
        yield b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(raw), raw)
    yield b"done\n"


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
        subprocess.run(
            ["git", "fast-import", "--quiet", "--done"], cwd=folder, input=b"".join(stream()), check=True
        )
        subprocess.run(["git", "gc", "--quiet"], cwd=folder, check=True)
        repository = Repository(folder)

        def floor() -> object:
            command = ["git", "rev-list", "HEAD", "--", f"{NAME}.toml"]
            return subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)

        def life() -> object:
            return read_history(repository, NAME).life(ITEM)

        print(f"{COMMITS} incheckningar, {OF_THE_FILE} av filen")
        print(told("en posts historia / git rev-list", ratio(life, floor, 10), 4))
        histories = Histories(repository)
        finished(histories.of(NAME))
        start = perf_counter()
        events = finished(histories.of(NAME)).life(ITEM)
        print(told(f"samma igen i ett program som går ({len(events)})", (perf_counter() - start) * 1000, 10, "ms"))
        repository.close()


if __name__ == "__main__":
    main()
