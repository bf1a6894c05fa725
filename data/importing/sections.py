"""What stands above each other in a report, headings, texts and tables → the fokusområden, and what is left out.

A fokusområde is a heading above a table, or above the sentence that it has no uppdrag. A reader tells everything
in order; what becomes part of no fokusområde is left out, with what it was taken for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.importing.found import plan_of
from data.importing.packages import refused
from data.importing.result import Imported, LeftOut
from data.importing.table_rows import Section, TableRow, omraden

NO_UPPDRAG = "Fokusområdet har inga uppdrag."
"""What our reports say below the heading of a fokusområde without a table."""

OUTSIDE = "text utanför tabellerna"
"""What text is that is no heading and stands in no table."""

_NO_BILAGA = (
    "det här är ingen Bilaga 2: ingen tabell har kolumnerna Förvaltningens uppdrag, Kommentar och Aktivitet"
)
_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,5})\.?[ \t\xa0]+(?=\S)")
_NAMELESS = "Fokusområde utan namn"
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph outside the tables."""

    line: int
    text: str
    heading: bool
    reason: str


class Sections:
    """The fokusområden as they are found, in order."""

    def __init__(self, unit: str) -> None:
        """`unit` is what lines count: ``stycke``, ``sida``."""
        self._unit = unit
        self._above: list[_Text] = []
        self.sections: list[Section] = []
        self.left_out: list[LeftOut] = []

    @property
    def heading_above(self) -> bool:
        """Whether a heading stands between here and the table above."""
        return any(text.heading for text in self._above)

    def imported(self, forvaltning: str, ar: int, file: str) -> Imported:
        """Return all that was told as the plan of this förvaltning and year.

        UnusableError, with one fault, when no table was a bilaga's, or they are those of more than one förvaltning.
        """
        if not self.sections:
            raise refused(file, _NO_BILAGA)
        plan, guesses = plan_of(omraden(self.sections, file), forvaltning, ar)
        left_out = tuple(sorted(self.left_out, key=lambda left: left.line))
        return Imported(plan, left_out, guesses, self._unit)

    def text(self, line: int, text: str, *, heading: bool, reason: str = OUTSIDE) -> None:
        """Tell a paragraph that stands outside the tables."""
        if text == NO_UPPDRAG and self._above and self._above[-1].heading:
            self._begin(self._above.pop(), ())
        self._above.append(_Text(line, text, heading, reason))

    def table(self, line: int, rows: Sequence[TableRow]) -> None:
        """Tell the rows of a bilaga's table; without a heading above it, it goes on with the table before."""
        heading = self._heading()
        if heading is None and self.sections:
            self.sections[-1] = replace(self.sections[-1], rows=(*self.sections[-1].rows, *rows))
        else:
            self._begin(heading or _Text(line, _NAMELESS, True, OUTSIDE), rows)
        self.close()

    def leave(self, line: int, text: str, reason: str) -> None:
        """Tell a text that is no part of a fokusområde."""
        if text.strip():
            self.left_out.append(LeftOut(line, " ".join(text.split()), reason))

    def close(self) -> None:
        """Leave out what stands above and belongs to nothing; call it at the end."""
        for one in self._above:
            self.leave(one.line, one.text, one.reason)
        self._above.clear()

    def _heading(self) -> _Text | None:
        """Take the heading of a table out of what stands above it: the last that is numbered, or else the last."""
        headings = [one for one in self._above if one.heading]
        if not headings and self._above:
            last = [one for one in self._above if one.reason is OUTSIDE][-2:]  # a caption may stand between
            headings = [one for one in last if looks_numbered(one.text)]
        numbered = [one for one in headings if _NUMBERED.match(one.text)]
        if not headings:
            return None
        found = (numbered or headings)[-1]
        self._above.remove(found)
        return found

    def _begin(self, heading: _Text, rows: Sequence[TableRow]) -> None:
        number = _NUMBERED.match(heading.text)
        namn = heading.text[number.end() :] if number else heading.text
        place = f"{self._unit} {heading.line}"
        self.sections.append(Section(heading.line, place, number[1] if number else None, namn, tuple(rows)))


def looks_numbered(text: str) -> bool:
    """Tell whether a text begins as the heading of a fokusområde does."""
    found = _NUMBERED.match(text) if len(text) <= _LONGEST_HEADING else None
    return found is not None and not text[found.end() :].split(maxsplit=1)[0].islower()
