"""Making PDFs of one bilaga and of a whole region, each in a process of its own: Typst remembers what it has set.

Against reading the plans, and against bare Typst: the same texts in plain tables, with no tags, faces or contents.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from dataclasses import replace
from time import perf_counter, process_time

from bench_html import REGION, bilaga
from bench_plan import full_plan
from timing import milliseconds, told

from data.plan import Plan
from data.reading import read_plan
from data.writing import write
from exporters.document import Cell, Document, Judged, Table

BARE = b"""#for rows in json(bytes(sys.inputs.tables)) {
  table(columns: (3fr, 4fr, 3fr), ..rows.flatten().map(text))
}"""
MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1000


def bare(made: Document) -> bytes:
    """Return a document's tables as the library sets them."""
    import typst

    tables = [
        [
            ["\n\n".join(one.text if isinstance(one, Judged) else one for one in cell) for cell in row]
            for row in block.rows
        ]
        for block in made.blocks
        if isinstance(block, Table)
    ]
    raw = typst.compile(
        BARE, format="pdf", ignore_system_fonts=True, pdf_tags=False, sys_inputs={"tables": json.dumps(tables)}
    )
    assert isinstance(raw, bytes)
    return raw


def _told(cell: Cell) -> str:
    return "\n\n".join(one.text if isinstance(one, Judged) else one for one in cell)


def ours(made: Document) -> bytes:
    """Return a document as our own PDF."""
    from exporters.pdf.setting import pdf

    return pdf(made)


def one_run(way: str, plans: int) -> None:
    """Print what it takes to make one file: seconds on the clock and of the processor, megabytes, kilobytes."""
    made = bilaga(made_plans(plans))
    start, used = perf_counter(), process_time()
    raw = {"ours": ours, "bare": bare}[way](made)
    seconds = perf_counter() - start, process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(json.dumps([*seconds, memory, len(raw) / 1000]))


def made_plans(count: int) -> list[Plan]:
    """Return the plans of a region, or the one."""
    return [replace(full_plan(), forvaltning=f"forvaltning-{n}") for n in range(count)]


def runs(way: str, plans: int, rounds: int) -> list[float]:
    """Return the medians of some runs."""
    command = [sys.executable, __file__, way, str(plans)]
    made = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*map(json.loads, made), strict=True)]


def main() -> None:
    """Print times, memory and ratios."""
    for name, plans, goal, rounds in (("en bilaga", 1, 0.35, 9), ("en region", REGION, 2.5, 5)):
        texts = [write(plan) for plan in made_plans(plans)]
        clock, used, memory, size = runs("ours", plans, rounds)
        bare_clock, bare_used, _, _ = runs("bare", plans, rounds)

        def read(texts: list[str] = texts) -> object:
            return [read_plan(text) for text in texts]

        print(f"{name}: {plans * 80} uppdrag, {size:.0f} kB")
        print(told(f"PDF, {name}, ny process", clock, goal, "s"))
        print(told(f"PDF, {name}, processortid", used, goal, "s"))
        print(told(f"PDF, {name}, minne", memory, 650, "MB"))
        print(told(f"PDF, {name} / läsa planerna", 1000 * used / milliseconds(read), 40))
        print(told(f"PDF, {name} / bara Typst", used / bare_used, 5))
        print(told(f"PDF, {name} / bara Typst, på klockan", clock / bare_clock, 5))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one_run(sys.argv[1], int(sys.argv[2]))
    else:
        main()
