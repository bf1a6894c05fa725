"""What became of every character of an årsredovisning: in the plan, or listed as left out."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from data.importing.result import Imported
from data.plan import Indikator, Plan


def unblank(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def told(plan: Plan) -> list[str]:
    """Return all that the plan holds of the source, as it stood there."""
    texts: list[str | None] = []
    for omrade in plan.fokusomraden:
        texts += [omrade.id, omrade.namn, omrade.kommentar]
        for uppdrag in omrade.uppdrag:
            texts += [uppdrag.id if uppdrag.regiongemensamt else "", uppdrag.namn, uppdrag.kommentar]
    for indikator in plan.indikatorer:
        texts += [indikator.namn, *_values(indikator), indikator.kommentar]
    return [text for text in texts if text]


def _values(indikator: Indikator) -> list[str]:
    values = [value for value in (indikator.utfall, indikator.malvarde) if value is not None]
    figures = [value if isinstance(value, str) else f"{Decimal(value):f}".replace(".", ",") for value in values]
    figures += [told.rpartition(": ")[2] for told in indikator.matningar]  # when they are of stands in the heads
    return [f"{figure}{indikator.enhet or ''}" for figure in figures]


def account(got: Imported) -> Counter[str]:
    """Return how many of each character there are in the plan and in what was left out, together."""
    return Counter(unblank("".join([*told(got.plan), *(left.text for left in got.left_out)])))
