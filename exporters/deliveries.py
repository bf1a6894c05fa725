"""What an export comes to: the files, each with its name and how it is made, whoever asked for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from data.plan import Plan
from exporters.choices import ChoiceError
from exporters.formats import DocumentFormat, Format, PlanFormat, WorkbookFormat, format_named
from exporters.material import Material
from exporters.report import AS_IT_IS, RegionReport, Report, Wishes, document
from exporters.reports.registry import report_named

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file that is not made yet."""

    file: str
    """Its name, without a folder."""
    make: Callable[[], bytes]


def deliveries(  # noqa: PLR0913  what, for whom, how: each is the user's own choice
    material: Material,
    reports: Sequence[str],
    formats: Sequence[str],
    wishes: Wishes = AS_IT_IS,
    *,
    together: bool = False,
    bom: bool = False,
) -> tuple[Delivery, ...]:
    """Return the files of every report in every format, for each plan or `together`. ChoiceError.

    Formats that hold whole plans give one file for each plan, whatever the reports; so do workbooks, which hold
    the reports too.
    """
    chosen = [report_named(name) for name in reports]
    found = [format_named(name) for name in formats]
    if bom and not any(isinstance(format, PlanFormat) and format.takes_bom for format in found):
        raise ChoiceError(f"--bom gäller bara csv, inte {' eller '.join(formats)}; ta bort --bom")
    return tuple(
        delivery
        for format in found
        for delivery in _of_format(format, material, chosen, wishes, together=together, bom=bom)
    )


def _of_format(  # noqa: PLR0913  as above
    format: Format, material: Material, reports: Iterable[Report], wishes: Wishes, *, together: bool, bom: bool
) -> Iterator[Delivery]:
    match format:
        case PlanFormat():
            for subject in material.subjects:
                file = f"{subject.plan.ar}-{subject.plan.forvaltning}{format.suffix}"
                yield Delivery(file, partial(_plan, format, subject.plan, bom))
        case WorkbookFormat():
            for part in _parts(material, together):
                yield Delivery(f"{_whose(part)}{format.suffix}", partial(_workbook, format, part, reports, wishes))
        case DocumentFormat():
            for report in reports:
                for part in _parts(material, together or isinstance(report, RegionReport)):
                    file = f"{_whose(part)}-{report.name}{format.suffix}"
                    yield Delivery(file, partial(_document, format, part, report, wishes))


def _parts(material: Material, together: bool) -> Iterator[Material]:
    """Return what each file is about."""
    if together:
        yield material
    else:
        yield from (replace(material, subjects=(subject,)) for subject in material.subjects)


def _whose(material: Material) -> str:
    first, *others = (subject.plan for subject in material.subjects)
    return f"{first.ar}-regionen" if others else f"{first.ar}-{first.forvaltning}"


def _plan(format: PlanFormat, plan: Plan, bom: bool) -> bytes:
    return _BOM * (bom and format.takes_bom) + format.render(plan)


def _workbook(format: WorkbookFormat, material: Material, reports: Iterable[Report], wishes: Wishes) -> bytes:
    return format.render(material, tuple(document(report, material, wishes) for report in reports))


def _document(format: DocumentFormat, material: Material, report: Report, wishes: Wishes) -> bytes:
    return format.render(document(report, material, wishes))
