"""Where somebody's verdict on a fokusområde pulls apart from its judged uppdrag: pointed out, never changed.

No rule makes a verdict of counts. One of ``uppfylls``, or ``inte``, has at least half of the judged uppdrag behind
it, and where it is just half none that comes to the opposite; one of ``delvis`` has not all of them against it, be
they fulfilled or not. While no uppdrag is judged there is nothing that a verdict could pull apart from.
"""

from __future__ import annotations

from data.counts import Counts
from data.status import EJ_BEDOMD, UPPDRAG

_FULFILLED, _PARTLY, _NOT = UPPDRAG.values
_OPPOSITE = {_FULFILLED: _NOT, _NOT: _FULFILLED}


def pulls_apart(verdict: str | None, counted: Counts) -> bool:
    """Tell whether a verdict and the counts of the uppdrag below it say different things.

    Without a verdict, or without judged uppdrag, there is nothing to compare.
    """
    judged = sum(counted.values()) - counted[EJ_BEDOMD.value]
    if verdict is None or not judged:
        return False
    if verdict == _PARTLY:
        return judged in (counted[_FULFILLED], counted[_NOT])
    against = bool(counted[_OPPOSITE[verdict]])
    return 2 * counted[verdict] < judged + against
