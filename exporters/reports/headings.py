"""A plan's fokusområden as numbered headings, the same in every report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.plan import Fokusomrade, Plan
from exporters.document import Heading

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def sections(plan: Plan) -> Iterator[tuple[Fokusomrade, Heading]]:
    """Return each fokusområde with its heading at level 2.

    A number that stands as the id is the heading's; plans whose ids are words are numbered by position.
    """
    any_number = any(_number(omrade.id) for omrade in plan.fokusomraden)
    for position, omrade in enumerate(plan.fokusomraden, start=1):
        yield omrade, Heading(2, omrade.namn, _number(omrade.id) if any_number else str(position))


def numbered(id: str, namn: str) -> str:
    """Return a fokusområde's name after its number, if its id is one: where several plans' stand together."""
    return Heading(2, namn, _number(id)).told


def _number(id: str) -> str | None:
    return id if _NUMBER.fullmatch(id) else None
