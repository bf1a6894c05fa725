"""`trafikljus import`: a report, or an export of our own, becomes a plan; a filled-in table changes one.

A Mål och budget becomes what was decided for its year.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import Parser, utf8
from tui.choosing import plan_name
from tui.guard import RefusedError
from tui.region_root import region_root
from tui.terminal import tell

if TYPE_CHECKING:
    from data.importing.forms import Form, Owner
    from data.importing.plan_tables import PlanTable
    from data.importing.result import Imported
    from data.snapshot import Snapshot
    from data.workspace import Workspace

SUMMARY = "läs in en bilaga, årsredovisning, mål och budget eller tabell"

_YEAR = re.compile(r"[0-9]{4}")


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument(
        "file",
        metavar="FIL",
        help="en Bilaga 2 som Word, PDF eller text, eller en exporterad xlsx-, csv- eller json-fil, också ifylld",
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--mal", action="store_true", help="filen är en Mål och budget, som Word, PDF eller text; ange också --ar"
    )
    kind.add_argument(
        "--arsredovisning",
        action="store_true",
        help="filen är en förvaltnings årsredovisning, som Word, PDF eller text",
    )
    parser.add_argument("--forvaltning", metavar="ID", help="till exempel regionkontoret; en export har den i sig")
    parser.add_argument("--ar", metavar="ÅR", help="till exempel 2019; en export har det i sig")
    parser.add_argument("--namn", type=utf8, metavar="NAMN", help="förvaltningens namn, om den är ny i region.toml")
    parser.add_argument(
        "--ja", action="store_true", help="spara det en ifylld tabell ändrar i en plan, utan att fråga"
    )


def run(arguments: Namespace) -> int:
    """Make a new plan of the file, or show what a filled-in table changes and save it."""
    from data.faults import UnusableError
    from data.importing.forms import Form, form_of, running_text
    from data.workspace import Workspace
    from tui.bringing_in.creating import create
    from tui.bringing_in.tables import bring_in

    with closing(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        if snapshot.region is None:
            raise UnusableError(fault for fault in snapshot.faults if fault.file == "region.toml")
        file: str = arguments.file
        raw = _raw(arguments.here / file, file)
        form = form_of(raw, file)
        if arguments.mal or arguments.arsredovisning:
            text = running_text(form, raw, file)
            if form is not Form.TEXT:
                tell(f"raderna räknas i texten som den lästes ur {file}")
            return _bring_in_text(workspace, snapshot, text, arguments)
        if form in (Form.CSV, Form.XLSX):
            tables = _tables(form, raw, arguments)
            return bring_in(workspace, snapshot, tables, arguments.namn, yes=arguments.ja)
        return create(workspace, snapshot, _read(form, raw, arguments), arguments.namn)


def _bring_in_text(workspace: Workspace, snapshot: Snapshot, text: str, arguments: Namespace) -> int:
    """Make what was decided of a Mål och budget, or a plan of an årsredovisning."""
    from data.importing.arsredovisning.report import read_arsredovisning, told_forvaltning
    from data.importing.mal.decided import read_mal_och_budget
    from tui.bringing_in.creating import create
    from tui.bringing_in.decided import create_decided

    ar: str | None = arguments.ar
    if ar is None:
        raise RefusedError("ange med --ar vilket år filen gäller")
    if arguments.mal:
        if not _YEAR.fullmatch(ar):
            raise RefusedError(f"{ar} är inget år; skriv det med fyra siffror, till exempel 2024")
        imported = read_mal_och_budget(text, int(ar), snapshot.region, snapshot.decided, arguments.file)
        return create_decided(workspace, imported)
    forvaltning: str | None = arguments.forvaltning
    if forvaltning is None and snapshot.region is not None:
        forvaltning = told_forvaltning(text, snapshot.region)
    if forvaltning is None:
        raise RefusedError("det syns inte vems årsredovisningen är; ange --forvaltning")
    owner = _owner(forvaltning, ar)
    plan = read_arsredovisning(text, owner.forvaltning, owner.ar, arguments.file)
    return create(workspace, snapshot, plan, arguments.namn)


def _tables(form: Form, raw: bytes, arguments: Namespace) -> Sequence[PlanTable]:
    """Return the tables of the file, as of the förvaltning and year that were asked for."""
    from data.importing.forms import read_tables

    tables = read_tables(form, raw, arguments.file)
    if arguments.forvaltning is None and arguments.ar is None:
        return tables
    if len(tables) > 1:
        raise RefusedError("filen har flera planer; --forvaltning och --ar går bara när den har en")
    (table,) = tables
    owner = _owner(arguments.forvaltning or table.forvaltning, arguments.ar or str(table.ar))
    return [table.of(owner.forvaltning, owner.ar)]


def _read(form: Form, raw: bytes, arguments: Namespace) -> Imported:
    """Return what the file holds, as the plan of the förvaltning and year that were asked for."""
    from data.importing.forms import Form, read_report, text_of
    from data.importing.json_plan import read_json

    file: str = arguments.file
    if form is Form.JSON:
        imported = read_json(text_of(raw, file), file)
        plan = imported.plan
        owner = _owner(arguments.forvaltning or plan.forvaltning, arguments.ar or str(plan.ar))
        return replace(imported, plan=replace(plan, forvaltning=owner.forvaltning, ar=owner.ar))
    if arguments.forvaltning is None or arguments.ar is None:
        raise RefusedError("en bilaga säger inte vems den är; ange --forvaltning och --ar")
    return read_report(form, raw, _owner(arguments.forvaltning, arguments.ar), file)


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
