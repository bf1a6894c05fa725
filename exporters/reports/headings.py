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
    numbered = any(_NUMBER.fullmatch(omrade.id) for omrade in plan.fokusomraden)
    for position, omrade in enumerate(plan.fokusomraden, start=1):
        number = omrade.id if _NUMBER.fullmatch(omrade.id) else None
        yield omrade, Heading(2, omrade.namn, number if numbered else str(position))
