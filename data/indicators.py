"""Whether an indikator reaches its target: judged only where outcome, target and direction allow it."""

from __future__ import annotations

from collections.abc import Mapping

from data.plan import Indikator
from data.status import UPPDRAG, Status

_FULFILLED, _, _NOT = UPPDRAG.statuses

REACHED = Status("nas", "Målvärdet nås", "Nås", _FULFILLED.sign, _FULFILLED.ascii, _FULFILLED.colour)
"""The outcome is the target's, or better."""

MISSED = Status("nas-inte", "Målvärdet nås inte", "Nås inte", _NOT.sign, _NOT.ascii, _NOT.colour)
"""The outcome is worse than the target."""

UNKNOWN = Status("kan-inte-bedomas", "Kan inte bedömas", "Kan inte bedömas", "?", "[?]", None)
"""There is no outcome, no target that is a number, or nothing that says which way is better."""

OUTCOMES = (REACHED, MISSED, UNKNOWN)
"""All that can be said of an indikator, in the order of a legend."""

DIRECTIONS: Mapping[str, str] = {"hogre": "högre är bättre", "lagre": "lägre är bättre"}
"""What the directions are called, by their values in TOML."""


def outcome(indikator: Indikator) -> Status:
    """Return how an indikator goes: `REACHED` also when outcome and target are equal."""
    utfall, malvarde = indikator.utfall, indikator.malvarde
    if utfall is None or malvarde is None or isinstance(malvarde, str) or indikator.riktning not in DIRECTIONS:
        return UNKNOWN
    reached = utfall >= malvarde if indikator.riktning == "hogre" else utfall <= malvarde
    return REACHED if reached else MISSED
