"""Days as Swedes write them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
"""The months' names, January's first."""


def written_day(day: date) -> str:
    """Return a day in full: ``15 maj 2019``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
