"""What an export comes to: the files, each with its name and how it is made, whoever asked for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from data.overview import years
from exporters.choices import ChoiceError, listed
from exporters.formats import DocumentFormat, Format, PlanFormat, WorkbookFormat, format_named
from exporters.material import Material, Subject
from exporters.report import AS_IT_IS, RegionReport, Report, Wishes, document
from exporters.reports.registry import REPORTS, report_named
from exporters.selection import check

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
    the reports too. Plans of several years are in one document only where a report spans them; of other reports
    there is then one for each year.
    """
    chosen = list(dict.fromkeys(report_named(name) for name in reports))
    found = list({format.name: format for format in map(format_named, formats)}.values())
    if bom and not any(isinstance(format, PlanFormat) and format.takes_bom for format in found):
        raise ChoiceError(f"--bom gäller bara csv, inte {' eller '.join(formats)}; ta bort --bom")
    whole = [format.name for format in found if isinstance(format, PlanFormat)]
    if wishes.only is not None:
        if whole:
            raise ChoiceError(f"--only gäller rapporter, och {listed(whole)} är hela planen; ta bort det ena")
        _require_parts(chosen)
        check(material, wishes.only)
    made = [
        (format, delivery)
        for format in found
        for delivery in _of_format(format, material, chosen, wishes, together=together, bom=bom)
    ]
    names = Counter(delivery.file for _, delivery in made)
    return tuple(_apart(format, delivery) if names[delivery.file] > 1 else delivery for format, delivery in made)


def _require_parts(reports: Iterable[Report]) -> None:
    """Refuse reports that count, which of a part would say what is not so of the whole. ChoiceError."""
    if counting := [report.name for report in reports if report.whole]:
        others = [report.name for report in REPORTS.values() if not report.whole]
        raise ChoiceError(
            f"--only går inte med {listed(counting)}, som räknar hela planer; ta bort --only, eller välj bland "
            f"{listed(others)}"
        )


def _apart(format: Format, delivery: Delivery) -> Delivery:
    """Return the file under a name of its own: several formats of text end their names alike."""
    stem = delivery.file.removesuffix(format.suffix)
    return replace(delivery, file=f"{stem}-{format.name}{format.suffix}")


def _of_format(  # noqa: PLR0913  as above
    format: Format, material: Material, reports: Iterable[Report], wishes: Wishes, *, together: bool, bom: bool
) -> Iterator[Delivery]:
    match format:
        case PlanFormat():
            for subject in material.subjects:
                file = f"{subject.plan.ar}-{subject.plan.forvaltning}{format.suffix}"
                yield Delivery(file, partial(_plan, format, subject, bom))
        case WorkbookFormat():
            for part in _parts(material, together):
                yield Delivery(f"{_whose(part)}{format.suffix}", partial(_workbook, format, part, reports, wishes))
        case DocumentFormat():
            for report in reports:
                for part in _told_by(report, material, together):
                    file = f"{_whose(part)}-{report.name}{format.suffix}"
                    yield Delivery(file, partial(_document, format, part, report, wishes))


def _told_by(report: Report, material: Material, together: bool) -> Iterator[Material]:
    """Return what each file of a report is about."""
    if isinstance(report, RegionReport) and report.spans:
        yield from [material] if material.subjects else []
    else:
        yield from _parts(material, together or isinstance(report, RegionReport))


def _parts(material: Material, together: bool) -> Iterator[Material]:
    """Return what each file is about."""
    if together:
        for _, subjects in groupby(material.subjects, lambda subject: subject.plan.ar):
            yield replace(material, subjects=tuple(subjects))
    else:
        yield from (replace(material, subjects=(subject,)) for subject in material.subjects)


def _whose(material: Material) -> str:
    first, *others = (subject.plan for subject in material.subjects)
    told = years((first, *others))
    ar = f"{told[-1]}-{told[0]}" if len(told) > 1 else str(first.ar)
    return f"{ar}-regionen" if others else f"{ar}-{first.forvaltning}"


def _plan(format: PlanFormat, subject: Subject, bom: bool) -> bytes:
    return _BOM * (bom and format.takes_bom) + format.render(subject)


def _workbook(format: WorkbookFormat, material: Material, reports: Iterable[Report], wishes: Wishes) -> bytes:
    return format.render(material, tuple(document(report, material, wishes) for report in reports))


def _document(format: DocumentFormat, material: Material, report: Report, wishes: Wishes) -> bytes:
    return format.render(document(report, material, wishes))
