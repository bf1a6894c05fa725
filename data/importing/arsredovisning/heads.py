"""The heads of a table of indikatorer: which of its columns hold outcomes, of when, and which the target.

Outcomes of several years or reports may stand beside each other; the latest is the plan's own, the others earlier
measurements. Heads that leave open what an earlier outcome is of are none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.importing.lines import Line
from data.importing.passages import joined

_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
_WHEN = (
    rf"(?:(?:ur\s?[12]|tertial\s?[123]|t[123]|kvartal\s?[1-4]|kv\s?[1-4]|q[1-4]|helår|delår|"
    rf"{_MONTH}(?:\s?[-–]\s?{_MONTH})?)(?:\s+20[0-9]{{2}})?|20[0-9]{{2}}(?:-[0-9]{{2}}){{0,2}})"
)
_OUTCOME = r"(?:ack(?:umulerat)?\.?\s+)?(?:utfall|resultat)"
_TARGET = r"(?:målvärden?|målnivå|mål)"
_COLUMN = rf"(?:(?P<utfall>{_OUTCOME})(?:\s+(?P<of>{_WHEN}))?|(?P<mal>{_TARGET})(?:\s+{_WHEN})?|(?P<when>{_WHEN}))"
_COLUMNS = re.compile(_COLUMN, re.IGNORECASE)
_HEAD = re.compile(
    r"(?:(?:grupp|område|perspektiv)\s+)?(?:indikator(?:er)?|nyckeltal|mått)"
    rf"(?P<columns>(?:\s+{re.sub(r'[?]P<[a-z]+>', '?:', _COLUMN)})+)",
    re.IGNORECASE,
)
_LINES = 4
"""Over how many lines the heads of a table run at most."""
_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A column of outcomes."""

    when: str | None
    """What they are of, as it is written there."""


@dataclass(frozen=True, slots=True)
class Head:
    """The columns after the names."""

    columns: tuple[Outcome | None, ...]
    """None is the target's."""

    @property
    def outcomes(self) -> list[Outcome]:
        """The columns of outcomes, from the left."""
        return [column for column in self.columns if column is not None]

    @property
    def latest(self) -> Outcome:
        """The column of the plan's own outcome: without a time, or else of the latest year, or else the last."""
        outcomes = self.outcomes
        undated = [one for one in outcomes if one.when is None]
        if undated:
            return undated[0]
        years = [_YEAR.search(one.when or "") for one in outcomes]
        if all(years):
            return max(zip((year[0] for year in years if year), range(len(outcomes)), outcomes, strict=True))[2]
        return outcomes[-1]

    def without(self, outcome: Outcome) -> Head:
        """Return the columns but one."""
        return Head(tuple(column for column in self.columns if column != outcome))


def heads_at(lines: Sequence[Line]) -> tuple[Head | None, int]:
    """Return the heads that lines begin with, and over how many of the lines they run; None and 0 for none."""
    for count in range(min(_LINES, len(lines)), 0, -1):
        if (found := _head(joined(lines[:count]))) is not None:
            return found, count
    return None, 0


def _head(text: str) -> Head | None:
    told = _HEAD.fullmatch(text)
    if told is None:
        return None
    found = list(_COLUMNS.finditer(told["columns"]))
    columns = tuple(None if one["mal"] else Outcome(one["of"] or one["when"]) for one in found)
    named = any(one["utfall"] for one in found)
    head = Head(columns)
    outcomes = head.outcomes
    whens = {(one.when or "").casefold() for one in outcomes}
    if not outcomes or len(whens) < len(outcomes) or columns.count(None) > 1:
        return None
    if None not in columns:
        return head if named and len(outcomes) > 1 else None
    return head if named or len(outcomes) > 1 else None
