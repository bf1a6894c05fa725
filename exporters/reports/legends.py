"""What the signs of each scale mean, as the reports say it first."""

from __future__ import annotations

from data.period import Period
from data.status import AKTIVITET, UPPDRAG
from exporters.document import Legend


def uppdrag_legend(period: Period) -> tuple[Legend]:
    """Return what the signs of an uppdrag mean; in a forecast, what it is expected to come to."""
    statuses = tuple(status.foreseen for status in UPPDRAG.statuses) if period.forecast else UPPDRAG.statuses
    return (Legend("Måluppfyllnaden av förvaltningens uppdrag redovisas enligt följande:", statuses),)


def legends(period: Period) -> tuple[Legend, Legend]:
    """Return what the signs of both scales mean."""
    aktivitet = Legend("Måluppfyllnaden av aktiviteter redovisas enligt följande:", AKTIVITET.statuses)
    return (*uppdrag_legend(period), aktivitet)
