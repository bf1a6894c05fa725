"""A row of the table while it is read: the lines of its cells, and what of them stands on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.importing.lines import Line
from data.importing.widths import COMMENT, TITLE

Cells = tuple[list[Line], list[Line], list[Line]]


def _empty() -> Cells:
    return [], [], []


@dataclass
class Row:
    """An uppdrag with its kommentar and aktiviteter, as lines."""

    line: int
    """Where it begins in the source."""
    title: list[Line] = field(default_factory=list)
    comment: list[Line] = field(default_factory=list)
    aktiviteter: list[list[Line]] = field(default_factory=list)
    guesses: list[tuple[int, int | None, str]] = field(default_factory=list)
    """The line, the index of the aktivitet that it concerns (None: the uppdrag) and what was guessed."""
    here: Cells = field(default_factory=_empty)
    """What each column has on the page that is being read."""
    before: Cells = field(default_factory=_empty)
    """What each column has on the page before that."""

    def turn_page(self) -> None:
        """Begin a new page."""
        self.before, self.here = self.here, _empty()

    def put(self, column: int, lines: Sequence[Line]) -> None:
        """Add lines to a column: to its cell, or as a new aktivitet when they begin as one does."""
        self.here[column].extend(lines)
        if column == TITLE:
            self.title.extend(lines)
        elif column == COMMENT:
            self.comment.extend(lines)
        elif not self.aktiviteter or begins_aktivitet(lines):
            self.aktiviteter.append(list(lines))
        else:
            self.aktiviteter[-1].extend(lines)

    def guess(self, line: int, message: str, *, aktivitet: bool = False) -> None:
        """Note a guess about the uppdrag, or about the aktivitet that was put last."""
        self.guesses.append((line, len(self.aktiviteter) - 1 if aktivitet else None, message))


def begins_aktivitet(lines: Sequence[Line]) -> bool:
    """Tell whether the first line with text begins an aktivitet rather than going on with one."""
    return next((line.marked for line in lines if not line.blank), False)
