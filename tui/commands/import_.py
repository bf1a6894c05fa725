"""`trafikljus import`: a Bilaga 2 as text, or an export of our own, becomes a plan; doubts are listed."""

from __future__ import annotations

import re
from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import Parser, utf8
from tui.choosing import plan_name, region_root
from tui.committing import committed
from tui.guard import DONE, RefusedError
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.importing.result import Imported
    from data.plan import Plan
    from data.region import Region
    from data.workspace import Workspace

SUMMARY = "läs in en bilaga som text, eller en csv- eller json-fil"

_CSV = re.compile('\ufeff?"?Förvaltning"?[,;\t]')
_PDF = b"%PDF"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument(
        "file", metavar="FIL", help="texten ur en Bilaga 2, eller en exporterad csv- eller json-fil"
    )
    parser.add_argument(
        "--forvaltning", metavar="ID", help="till exempel regionkontoret; csv och json har den i sig"
    )
    parser.add_argument("--ar", metavar="ÅR", help="till exempel 2019; csv och json har det i sig")
    parser.add_argument("--namn", type=utf8, metavar="NAMN", help="förvaltningens namn, om den är ny i region.toml")


def run(arguments: Namespace) -> int:
    """Write the plan, commit it, and tell what was left out and guessed. Nothing is written over."""
    from data.faults import UnusableError
    from data.workspace import Workspace

    with closing(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        if snapshot.region is None:
            raise UnusableError(fault for fault in snapshot.faults if fault.file == "region.toml")
        imported = _read(arguments)
        plan = imported.plan
        workspace.create(plan)
        _make_known(workspace, snapshot.region, plan, arguments.namn)
        _tell_doubts(imported)
        say(f"{plan.name}: {_size(plan)}")
        commits = committed(lambda: (workspace.commit_region(), workspace.commit(plan.name)), f"{plan.name}.toml")
    for commit in commits:
        if commit is not None:
            say(f"{commit.short} {commit.subject}")
    return DONE


def _read(arguments: Namespace) -> Imported:
    """Return what the file holds, as the plan of the förvaltning and year that were asked for."""
    from data.importing.bilaga_text import read_bilaga
    from data.importing.table import read_csv, read_json

    file: str = arguments.file
    text = _text(arguments.here / file, file)
    suffix = Path(file).suffix.lower()
    if suffix == ".json" or text.lstrip("\ufeff \t\r\n").startswith("{"):
        imported = read_json(text, file)
    elif suffix == ".csv" or _CSV.match(text):
        imported = read_csv(text, file)
    elif arguments.forvaltning is None or arguments.ar is None:
        raise RefusedError("en bilaga säger inte vems den är; ange --forvaltning och --ar")
    else:
        return read_bilaga(text, *_owner(arguments.forvaltning, arguments.ar), file)
    plan = imported.plan
    forvaltning, ar = _owner(arguments.forvaltning or plan.forvaltning, arguments.ar or str(plan.ar))
    return replace(imported, plan=replace(plan, forvaltning=forvaltning, ar=ar))


def _owner(forvaltning: str, ar: str) -> tuple[str, int]:
    year, _, id = plan_name(f"{ar}/{forvaltning}").partition("/")
    return id, int(year)


def _text(path: Path, file: str) -> str:
    from data.faults import UnusableError
    from data.reading import MAX_BYTES, decoded

    with path.open("rb") as opened:
        raw = opened.read(MAX_BYTES + 1)
    if raw.startswith(_PDF):
        raise RefusedError(f"{file} är en PDF; spara texten ur den i en fil, och läs in den")
    text, faults = decoded(raw, file)
    if text is None:
        raise UnusableError(faults)
    return text


def _make_known(workspace: Workspace, region: Region, plan: Plan, namn: str | None) -> None:
    """Write the förvaltning into region.toml unless it is there."""
    from data.region import Forvaltning

    known = region.forvaltning(plan.forvaltning)
    if known is None:
        shown = plan.forvaltning.replace("-", " ").capitalize()
        try:
            workspace.add_forvaltning(Forvaltning(plan.forvaltning, namn or shown))
        except ValueError as error:
            raise RefusedError(f"{plan.name}.toml är skriven, men inte förvaltningen: {error}") from error
    elif namn not in (None, known.namn):
        tell(f"förvaltningen heter {known.namn} i region.toml; --namn används inte")


def _size(plan: Plan) -> str:
    from data.plan import Aktivitet, Fokusomrade, Uppdrag
    from data.wording import counted, listed

    sizes = (Fokusomrade, plan.fokusomraden), (Uppdrag, plan.uppdrag), (Aktivitet, plan.aktiviteter)
    return listed([counted(kind, len(list(items))) for kind, items in sizes])


def _tell_doubts(imported: Imported) -> None:
    """List what is not in the plan, the same text on many lines once, and what was guessed."""
    places: dict[tuple[str, str], list[int]] = {}
    for left in imported.left_out:
        places.setdefault((left.reason, left.text.strip()), []).append(left.line)
    if places:
        say(f"Utelämnat ({len(imported.left_out)}):")
    for (reason, text), lines in places.items():
        say(f"  rad {', '.join(map(str, lines))}: {reason}: {text}")
    if imported.guesses:
        say(f"Att se över ({len(imported.guesses)}):")
    for guess in imported.guesses:
        say(f"  {guess.id}: {guess.message}")
