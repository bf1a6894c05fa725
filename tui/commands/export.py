"""`trafikljus export`: reports and whole plans, into a file, a folder or standard output."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from data.files import write
from tui.arguments import Parser
from tui.choosing import add_plans, chosen, region_root
from tui.guard import RefusedError
from tui.terminal import tell

if TYPE_CHECKING:
    from exporters.deliveries import Delivery

SUMMARY = "skriv bilagan eller hela planen i ett annat format"

_STANDARD_OUTPUT = "-"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    add_plans(parser)
    parser.add_argument("--report", default="bilaga", metavar="RAPPORT", help="bilaga (förval)")
    parser.add_argument(
        "--format", required=True, metavar="FORMAT", help="md, plain, grid, rst, latex, csv, json …"
    )
    parser.add_argument("-o", dest="output", metavar="FIL|MAPP|-", help="utan, eller med -: standard ut")
    parser.add_argument("--bom", action="store_true", help="börja csv-filen så att Excel ser att den är UTF-8")


def run(arguments: Namespace) -> int:
    """Write the exports of the plans that can be read; tell why others cannot."""
    from data.workspace import Workspace
    from exporters.choices import ChoiceError
    from exporters.deliveries import deliveries
    from exporters.gathering import gather

    root = region_root(arguments.here)
    snapshot = Workspace(root).load()
    choice = chosen(snapshot, arguments.plans)
    try:
        made = deliveries(
            gather(root, snapshot, choice.plans), [arguments.report], [arguments.format], bom=arguments.bom
        )
    except ChoiceError as error:
        raise RefusedError(str(error)) from error
    for delivery, file in zip(made, _files(arguments, made), strict=True):
        _write(file, delivery.make())
    return choice.tell_faults()


def _files(arguments: Namespace, made: Sequence[Delivery]) -> Sequence[Path | None]:
    """Return where each export goes: None is standard output."""
    output: str = arguments.output or _STANDARD_OUTPUT
    folder = arguments.here / output
    if folder.suffix == ".toml":
        raise RefusedError(f"{output} heter som en plan, och en export är ingen; ge filen ett annat namn")
    if output != _STANDARD_OUTPUT and (folder.is_dir() or output.endswith(("/", "\\"))):
        return [folder / delivery.file for delivery in made]
    if len(made) > 1:
        raise RefusedError(f"{len(made)} filer ryms inte i en; välj en, eller ange en mapp med -o MAPP/")
    return [None if output == _STANDARD_OUTPUT else folder for _ in made]


def _write(file: Path | None, raw: bytes) -> None:
    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        return
    target = file.resolve()  # the user's own link is followed, unlike those inside a region
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target.parent, target.name, raw)
    tell(f"skrev {file}")
