"""Points in time as Swedes write them, on the clock of this computer."""

from __future__ import annotations

from datetime import datetime

from data.dates import MONTHS, written_day


def moment(when: datetime) -> str:
    """Return a day and a time, always as wide: `` 3 nov 2025 14:02``."""
    local = when.astimezone()
    return f"{local.day:>2} {MONTHS[local.month - 1][:3]} {local.year} {local:%H:%M}"


def full_moment(when: datetime) -> str:
    """Return a day and a time in full: ``3 november 2025 kl. 14:02``."""
    local = when.astimezone()
    return f"{written_day(local)} kl. {local:%H:%M}"


def day(when: datetime, now: datetime) -> str:
    """Return a day, with its year only when it is not this one: ``3 nov``, ``3 nov 2024``."""
    local = when.astimezone()
    year = "" if local.year == now.astimezone().year else f" {local.year}"
    return f"{local.day} {MONTHS[local.month - 1][:3]}{year}"


def date_of(when: datetime) -> str:
    """Return a day in figures: ``2025-11-03``."""
    return f"{when.astimezone():%Y-%m-%d}"
