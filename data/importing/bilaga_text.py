"""A Bilaga 2 as a PDF gives its text → a plan, with every character either in it or listed as left out.

The text has no statuses: they were pictures. So everything arrives unjudged.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.faults import Fault, UnusableError
from data.importing.found import NAMELESS, Doubt, Found, FoundOmrade, FoundUppdrag, plan_of
from data.importing.lines import PARAGRAPH, Line, one_line, paragraphs, source_lines
from data.importing.pages import Section, sections_of
from data.importing.result import Imported
from data.importing.row import Row
from data.importing.rows import measured, rows_of

MAX_CHARACTERS = 2_000_000
"""The usual bilaga is 80 000; more than this is something else."""


def read_bilaga(text: str, forvaltning: str, ar: int, file: str = "") -> Imported:
    """Read the text of a Bilaga 2 into the plan of this förvaltning and year.

    UnusableError, with one fault, when the text is not a bilaga, has lost the spaces at the ends of its lines or
    before them, has a fokusområde twice, or is larger than `MAX_CHARACTERS`.
    """
    if len(text) > MAX_CHARACTERS:
        raise _unusable(file, 1, "texten är över 2 MB; en bilaga är mycket mindre, så välj en annan fil")
    lines = source_lines(text)
    sections, left_out = sections_of(lines)
    if not sections:
        message = (
            "det här är ingen Bilaga 2: inget fokusområde med nummer följs av rubrikraden "
            "”Förvaltningens uppdrag Kommentar Aktivitet”; välj texten ur en bilaga"
        )
        raise _unusable(file, 1, message)
    if _trimmed(lines):
        message = (
            "radernas sista mellanslag är borta, så det syns inte var ord slutar; ta fram texten ur PDF:en på nytt"
        )
        raise _unusable(file, sections[0].line, message)
    _refuse_twice(sections, file)
    if _unmarked(sections):
        message = "radernas första mellanslag är borta, så det syns inte var uppdrag börjar; ta fram texten på nytt"
        raise _unusable(file, sections[0].line, message)
    columns = measured(page for section in sections for page in section.pages)
    omraden = [_found(section, rows_of(section.pages, columns)) for section in sections]
    plan, guesses = plan_of(omraden, forvaltning, ar)
    return Imported(plan, tuple(left_out), guesses)


def _unusable(file: str, line: int, message: str) -> UnusableError:
    return UnusableError([Fault(file, line, 1, message)])


def _trimmed(lines: Sequence[Line]) -> bool:
    """Tell whether most lines end without a space, as they do when an editor has taken them away."""
    with_text = [line for line in lines if not line.blank]
    return sum(line.text.endswith(" ") for line in with_text) * 2 < len(with_text)


def _unmarked(sections: Sequence[Section]) -> bool:
    """Tell whether there is text in the tables and nothing of it begins an uppdrag."""
    blocks = [block for section in sections for page in section.pages for block in page if not block.blank]
    return bool(blocks) and not any(block.marked for block in blocks)


def _refuse_twice(sections: Sequence[Section], file: str) -> None:
    lines: dict[str, int] = {}
    for section in sections:
        first = lines.setdefault(section.number, section.line)
        if first != section.line:
            message = f"{section.number} {section.name} finns redan på rad {first}; ta bort det som står dubbelt"
            raise _unusable(file, section.line, message)


def _found(section: Section, rows: Sequence[Row]) -> FoundOmrade:
    return FoundOmrade(section.line, section.name, number=section.number, uppdrag=[_uppdrag(row) for row in rows])


def _uppdrag(row: Row) -> FoundUppdrag:
    namn = one_line(row.title)
    if not namn:
        row.guess(row.line, "hittade inget namn på uppdraget")
    return FoundUppdrag(
        row.line,
        namn or NAMELESS,
        kommentar=PARAGRAPH.join(paragraphs(row.comment)) or None,
        doubts=_doubts(row, None),
        aktiviteter=[
            Found(row.line, one_line(lines), doubts=_doubts(row, index))
            for index, lines in enumerate(row.aktiviteter)
        ],
    )


def _doubts(row: Row, aktivitet: int | None) -> list[Doubt]:
    return [Doubt(line, f"rad {line}", message) for line, index, message in row.guesses if index == aktivitet]
