"""`trafikljus export`: reports and whole plans as documents, into a file, a folder or standard output."""

from __future__ import annotations

import json
import signal
import sys
import threading
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from data.files import write
from tui.arguments import Parser, utf8
from tui.choosing import Choice, add_plans, chosen, plan_or_year, years
from tui.guard import RefusedError
from tui.region_root import region_root
from tui.terminal import tell

if TYPE_CHECKING:
    from data.faults import Fault
    from data.workspace import Workspace
    from exporters.deliveries import Delivery

SUMMARY = "skriv rapporter som Word, PDF, Excel, webbsida eller text"

_STANDARD_OUTPUT = "-"
_ALL = "alla"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    from exporters.formats import FORMATS
    from exporters.reports.registry import REPORTS
    from exporters.selection import WORDS
    from exporters.text import DIALECTS

    first = next(iter(REPORTS))
    formats = sorted(FORMATS, key=lambda name: name in DIALECTS)
    add = parser.add_argument
    add_plans(parser)
    told = f"en eller flera, med komma: {', '.join(REPORTS)}; eller {_ALL}; förval {first}"
    add("--report", default=first, metavar="RAPPORT", help=told)
    add("--format", required=True, metavar="FORMAT", help=f"ett eller flera, med komma: {', '.join(formats)}")
    add("-o", dest="output", metavar="FIL|MAPP|-", help="utan, eller med -: standard ut")
    add("--samlat", action="store_true", help="alla planer för ett år i ett dokument, med innehållsförteckning")
    add(
        "--only",
        action="append",
        default=[],
        metavar="URVAL",
        type=utf8,
        help=f"bara {', '.join(WORDS)}; kan anges flera gånger",
    )
    add("--period", type=_period, metavar="PERIOD", help="ur1, ur2, arsredovisning (förval) eller m01–m12")
    add("--title", type=utf8, metavar="TITEL", help="i stället för rapportens egen titel")
    add("--utkast", action="store_true", help="märk varje sida med Arbetsmaterial")
    add("--at", metavar="VERSION", help="som planerna var: en tagg, en commit eller en stängd rapport, 2025-ur1")
    add("--since", metavar="VERSION", help="jämför med den versionen i stället för förra stängda rapporten")
    add("--bom", action="store_true", help="börja csv-filen så att Excel ser att den är UTF-8")
    add("--json", action="store_true", help="berätta om filerna på standard ut, en rad JSON i taget")


def _period(word: str) -> str:
    from data.period import NAMES, Period

    if not Period(2000, word).known:
        raise ArgumentTypeError(f"{word} finns inte; välj {NAMES}")
    return word


def run(arguments: Namespace) -> int:
    """Write the exports of the plans that can be read; tell why others cannot."""
    from data.workspace import Workspace
    from exporters.choices import ChoiceError

    workspace = Workspace(region_root(arguments.here))
    try:
        with _ended_as_by_ctrl_c():
            try:
                choice, made = _deliveries(workspace, arguments)
            except ChoiceError as error:
                raise RefusedError(str(error)) from error
            _deliver(made, _files(arguments, made), as_json=arguments.json)
    finally:
        workspace.close()
    return choice.tell_faults()


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """Let other ways to end a program, for a while, also leave no half file behind."""
    names = ("SIGTERM", "SIGBREAK") if threading.current_thread() is threading.main_thread() else ()
    numbers = [number for name in names if (number := getattr(signal, name, None)) is not None]
    before = [(number, signal.signal(number, signal.default_int_handler)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _deliveries(workspace: Workspace, arguments: Namespace) -> tuple[Choice, Sequence[Delivery]]:
    """Return the plans that were asked for, and the files to make of them. ChoiceError, RefusedError, GitError."""
    from data.past_folder import load_at
    from data.reports import reports
    from data.revision import revision
    from exporters.choices import ChoiceError, listed
    from exporters.deliveries import deliveries
    from exporters.gathering import Moments, gather
    from exporters.report import Wishes
    from exporters.reports.registry import REPORTS, report_named
    from exporters.selection import selection

    named = _words(arguments.report)
    names = list(REPORTS) if named == [_ALL] else named
    formats = _words(arguments.format)
    compares = any(report_named(name).compares for name in names)
    follows = any(report_named(name).follows for name in names)
    if arguments.since and not compares:
        comparing = [report.name for report in REPORTS.values() if report.compares]
        raise ChoiceError(f"--since gäller bara rapporter som jämför: {listed(comparing) if comparing else 'inga'}")
    repository = workspace.repository
    closed = reports(repository) if compares or follows or arguments.at else ()
    at = revision(repository, arguments.at, closed) if arguments.at else None
    since = revision(repository, arguments.since, closed) if arguments.since else None
    asked = [plan_or_year(word) for word in arguments.plans]
    snapshot = workspace.load(years(asked)) if at is None else load_at(repository, at, asked)
    choice = chosen(snapshot, asked)
    _check_look(formats, snapshot.faults)
    when = Moments(arguments.period, at, since, closed if compares or follows else None, follows)
    only = selection(arguments.only) if arguments.only else None
    wishes = Wishes(arguments.title, arguments.utkast, snapshot.look, only)
    material = gather(repository, snapshot, choice.plans, when)
    return choice, deliveries(material, names, formats, wishes, together=arguments.samlat, bom=arguments.bom)


def _words(given: str) -> list[str]:
    return [word.strip() for word in given.split(",")]


def _check_look(formats: Sequence[str], faults: Sequence[Fault]) -> None:
    """Refuse to make documents that would not look as the region wants. UnusableError."""
    from data.faults import UnusableError
    from data.look import FILE
    from exporters.formats import PlanFormat, format_named

    wrong = [fault for fault in faults if fault.file == FILE and not fault.warning]
    if wrong and not all(isinstance(format_named(name), PlanFormat) for name in formats):
        raise UnusableError(wrong)


def _files(arguments: Namespace, made: Sequence[Delivery]) -> Sequence[Path | None]:
    """Return where each export goes: None is standard output."""
    output: str = _STANDARD_OUTPUT if arguments.output is None else arguments.output
    folder = arguments.here / output
    _require_place(folder, output)
    if output == _STANDARD_OUTPUT and arguments.json:
        raise RefusedError("med --json går filerna inte till standard ut; ange en fil eller mapp med -o")
    new = len(made) > 1 and not folder.suffix and not folder.exists()
    if output != _STANDARD_OUTPUT and (folder.is_dir() or output.endswith(("/", "\\")) or new):
        return [folder / delivery.file for delivery in made]
    if len(made) > 1:
        raise RefusedError(f"{len(made)} filer ryms inte i en; välj en, eller ange en mapp med -o MAPP/")
    return [None if output == _STANDARD_OUTPUT else folder for _ in made]


def _require_place(path: Path, output: str) -> None:
    """Refuse to write over plans and what is git's own. RefusedError."""
    if not output:
        raise RefusedError("-o är tomt; ange en fil eller mapp")
    place = path.resolve()
    if place.suffix.casefold() == ".toml":
        raise RefusedError(f"{output} heter som en plan, och en export är ingen; ge filen ett annat namn")
    if ".git" in place.parts or place.name.startswith(".git"):
        raise RefusedError(f"{output} är gits; lägg filen någon annanstans")


def _deliver(made: Sequence[Delivery], files: Sequence[Path | None], *, as_json: bool) -> None:
    """Make the files and write each, whole, as soon as it is made; tell which, also when not all could be."""
    from exporters.render_error import RenderError

    written = 0
    try:
        for file, delivery in zip(files, made, strict=True):
            if as_json:
                _tell_json(file, written, len(made), written=False)
            try:
                raw = delivery.make()
            except RenderError as error:
                raise RefusedError(f"{delivery.file}: {error}") from error
            _write(file, raw, quiet=as_json)
            written += 1
            if as_json:
                _tell_json(file, written - 1, len(made), written=True)
    finally:
        if 0 < written < len(made):
            tell(f"{written} av {len(made)} filer skrevs")


def _tell_json(file: Path | None, number: int, of: int, *, written: bool) -> None:
    print(json.dumps({"fil": str(file), "nummer": number + 1, "av": of, "skriven": written}), flush=True)


def _write(file: Path | None, raw: bytes, *, quiet: bool) -> None:
    if file is None:
        if sys.stdout.isatty() and b"\0" in raw:
            raise RefusedError("filen är ingen text och kan inte visas här; ange en fil med -o FIL")
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        return
    target = file.resolve()  # the user's own link is followed, unlike those inside a region
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target.parent, target.name, raw)
    if not quiet:
        tell(f"skrev {file}")
