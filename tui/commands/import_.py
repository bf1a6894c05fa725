"""`trafikljus import`: a Bilaga 2, or an export of our own, becomes a plan; doubts are listed."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import Parser, utf8
from tui.choosing import plan_name, region_root
from tui.guard import RefusedError

if TYPE_CHECKING:
    from data.importing.forms import Owner
    from data.importing.result import Imported

SUMMARY = "läs in en bilaga, eller en exporterad plan"


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
    """Make a new plan of the file. Nothing is written over."""
    from data.faults import UnusableError
    from data.workspace import Workspace
    from tui.bringing_in.creating import create

    with closing(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        if snapshot.region is None:
            raise UnusableError(fault for fault in snapshot.faults if fault.file == "region.toml")
        return create(workspace, snapshot.region, _read(arguments), arguments.namn)


def _read(arguments: Namespace) -> Imported:
    """Return what the file holds, as the plan of the förvaltning and year that were asked for."""
    from data.importing.forms import Form, form_of, read_report, table_text, text_of
    from data.importing.table import read_csv, read_json

    file: str = arguments.file
    raw = _raw(arguments.here / file, file)
    form = form_of(raw, file)
    if form is Form.JSON:
        imported = read_json(text_of(raw, file), file)
    elif form is Form.CSV:
        imported = read_csv(table_text(raw, file), file)
    elif arguments.forvaltning is None or arguments.ar is None:
        raise RefusedError("en bilaga säger inte vems den är; ange --forvaltning och --ar")
    else:
        return read_report(form, raw, _owner(arguments.forvaltning, arguments.ar), file)
    plan = imported.plan
    owner = _owner(arguments.forvaltning or plan.forvaltning, arguments.ar or str(plan.ar))
    return replace(imported, plan=replace(plan, forvaltning=owner.forvaltning, ar=owner.ar))


def _owner(forvaltning: str, ar: str) -> Owner:
    from data.importing.forms import Owner

    year, _, id = plan_name(f"{ar}/{forvaltning}").partition("/")
    return Owner(id, int(year))


def _raw(path: Path, file: str) -> bytes:
    from data.importing.forms import MAX_BYTES

    with path.open("rb") as opened:
        raw = opened.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise RefusedError(f"{file} är över {MAX_BYTES // 1_000_000} MB; läs in en mindre fil")
    return raw
