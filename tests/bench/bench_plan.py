"""Reading a plan, and setting a status in it, against a bare `tomllib.loads` of the same text.

The plan has the size of a real one: 80 uppdrag, 205 aktiviteter, about 80 KB.
"""

from __future__ import annotations

import random
import tempfile
import tomllib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from timing import ratio, told

from data.changes import set_field
from data.founding import init
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.reading import read_plan
from data.status import UPPDRAG
from data.workspace import Workspace
from data.writing import write

WORDS = [
    "samverkan",
    "vård",
    "kollektivtrafik",
    "remiss",
    "klimat",
    "underlag",
    "kommunerna",
    "pågår",
    "hösten",
    "plan",
]


def sentence(chance: random.Random, words: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def full_plan(
    uppdrag: int = 80, aktiviteter: int = 205, fokusomraden: int = 7, whose: int = 0, ar: int = 2019
) -> Plan:
    """Return a plan of the usual size, the same each time; the next year's has the same names, other comments."""
    chance, said = random.Random(whose), random.Random(f"{whose} {ar}")
    omraden: list[list[Uppdrag]] = [[] for _ in range(fokusomraden)]
    for n in range(uppdrag):
        below = range(n, aktiviteter, uppdrag)
        omraden[n * fokusomraden // uppdrag].append(
            Uppdrag(
                f"uppdrag-{n}",
                sentence(chance, 7),
                "delvis",
                "\n\n".join(sentence(said, 40) for _ in range(2)),
                aktiviteter=tuple(Aktivitet(f"aktivitet-{k}", sentence(chance, 8), "pagar") for k in below),
            )
        )
    return Plan(
        "regionkontoret",
        2019,
        fokusomraden=tuple(
            Fokusomrade(f"1.{n + 1}", sentence(chance, 3), uppdrag=tuple(held)) for n, held in enumerate(omraden)
        ),
    )


def judging(workspace: Workspace, plan: Plan) -> Callable[[], object]:
    """Return a run that sets a status: edited, verified, on disk."""
    workspace.load()
    current = [workspace.create(plan).plan]
    judgements = cycle([(f"uppdrag-{n}", status) for status in UPPDRAG.values for n in range(80)])

    def judge() -> None:
        id, status = next(judgements)
        current[0] = workspace.save(plan.name, set_field(current[0], id, "status", status)).plan

    return judge


def main() -> None:
    """Print the ratios."""
    plan = full_plan()
    text = write(plan)

    def floor() -> object:
        return tomllib.loads(text)

    print(f"{len(plan.items)} uppdrag och aktiviteter, {len(text) / 1000:.0f} kB")
    print(told("läsa en plan / tomllib.loads", ratio(lambda: read_plan(text), floor), 2))
    with tempfile.TemporaryDirectory() as folder:
        init(Path(folder), "Region Test")
        print(
            told(
                "sätta en status, på disk / tomllib.loads", ratio(judging(Workspace(Path(folder)), plan), floor), 2
            )
        )


if __name__ == "__main__":
    main()
