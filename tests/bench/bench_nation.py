"""A nation of regions and kommuner: what one organisation costs within it, and the largest region with ten years.

311 organisations, each in a repository of its own, with 200 000 uppdrag and 500 000 aktiviteter together. What is
done for one organisation is measured there, and for the same alone on the disk: its cost is its own. The largest
region has 49 plans of 80 uppdrag a year; the regionöversikt of a year is measured against reading that year's plans
with tomllib.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import tomllib
import tracemalloc
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path

from bench_plan import full_plan
from timing import ratio, told

from data.counts import counts
from data.plan import Plan
from data.status import UPPDRAG
from data.workspace import Workspace
from data.writing import write
from exporters.deliveries import deliveries
from exporters.gathering import gather
from tui import cli

ORGANISATIONS, PLANS_EACH = 311, 8
LARGEST, YEARS = 49, 10
WHO = b"committer Test <test@exempel.se> 1546300800 +0100\n"


def plan_text(forvaltning: str, ar: int, source: str) -> str:
    """Return the text of a plan of the usual size, as another förvaltning's or year's."""
    head = f'forvaltning = "{forvaltning}"\nar = {ar}\n'
    return head + source.split("\n", 2)[2]


def repository(folder: Path, forvaltningar: list[str], years: list[int], source: str) -> list[str]:
    """Make an organisation's repository, committed and checked out; return the texts of the last year."""
    folder.mkdir(parents=True)
    region = f'namn = "{folder.name}"\n' + "".join(
        f'\n[[forvaltning]]\nid = "{one}"\nnamn = "{one}"\n' for one in forvaltningar
    )
    files = {"region.toml": region}
    files |= {f"{ar}/{one}.toml": plan_text(one, ar, source) for ar in years for one in forvaltningar}
    stream = b"commit refs/heads/main\n" + WHO + b"data 2\nny\n"
    for path, text in files.items():
        raw = text.encode()
        stream += b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(raw), raw)
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("fast-import", "--quiet"),
        ("reset", "--hard", "--quiet"),
    ):
        given = stream if command[0] == "fast-import" else b""
        subprocess.run(["git", *command], cwd=folder, input=given, check=True, stdout=subprocess.DEVNULL)
    return [files[f"{years[-1]}/{one}.toml"] for one in forvaltningar]


def status(folder: Path) -> None:
    """Count an organisation's uppdrag, as `trafikljus status` does."""
    for plan in Workspace(folder).load().plans.values():
        counts(UPPDRAG, plan.uppdrag)


def check(folder: Path) -> None:
    """Look for all that an editor would remark on, as `trafikljus check` does."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        cli.main(["-C", str(folder), "check"])


def overview(folder: Path, year: int) -> int:
    """Make the regionöversikt of a year as Markdown, and return its size."""
    with closing(Workspace(folder)) as workspace:
        snapshot = workspace.load([str(year)])
        material = gather(workspace.repository, snapshot, list(snapshot.plans.values()))
        (delivery,) = deliveries(material, ["regionoversikt"], ["md"], together=True)
        return len(delivery.make())


def memory(folder: Path, year: int) -> int:
    """Return how many bytes the plans of a year take, as they are kept."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = Workspace(folder)
    snapshot = kept.load([str(year)])
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert len(snapshot.plans) == LARGEST
    return taken


def main() -> None:
    """Print the ratios."""
    source = write(Plan("mall", 2025, fokusomraden=full_plan().fokusomraden))
    names = [f"forvaltning-{n}" for n in range(PLANS_EACH)]
    with tempfile.TemporaryDirectory() as folder:
        nation, alone = Path(folder) / "nation", Path(folder) / "ensam/organisation-155"
        for number in range(ORGANISATIONS):
            repository(nation / f"organisation-{number}", names, [2025], source)
        repository(alone, names, [2025], source)
        uppdrag = ORGANISATIONS * PLANS_EACH * 80
        print(f"{ORGANISATIONS} organisationer, {uppdrag} uppdrag; en av dem där / samma ensam")
        within = nation / "organisation-155"
        for name, act in (
            ("status", status),
            ("check", check),
            ("regionöversikt", lambda one: overview(one, 2025)),
        ):
            print(told(f"  {name}", ratio(lambda act=act: act(within), lambda act=act: act(alone), 7), 1.2))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        region = Path(folder) / "storst"
        forvaltningar = [f"forvaltning-{n:02}" for n in range(LARGEST)]
        texts = repository(region, forvaltningar, list(range(2016, 2016 + YEARS)), source)
        year = 2015 + YEARS
        size = sum(len(text.encode()) for text in texts)

        def floor() -> None:
            for text in texts:
                tomllib.loads(text)

        print(f"{LARGEST} planer om året i {YEARS} år ({size // 1024} kB om året)")
        print(
            told(
                "  ett års regionöversikt / tomllib.loads av det",
                ratio(lambda: overview(region, year), floor, 5),
                1.5,
            )
        )
        print(told("  planerna i minnet / deras TOML", memory(region, year) / size, 3))


if __name__ == "__main__":
    sys.exit(main())
