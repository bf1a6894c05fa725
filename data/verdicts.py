"""Where somebody's verdict on a fokusområde pulls apart from its judged uppdrag: pointed out, never changed.

No rule makes a verdict of counts. One of ``uppfylls``, or ``inte``, has most of the judged uppdrag behind it; one
of ``delvis`` has not all of them against it, be they fulfilled or not.
"""

from __future__ import annotations

from data.counts import Counts
from data.status import EJ_BEDOMD, UPPDRAG

_FULFILLED, _PARTLY, _NOT = UPPDRAG.values


def pulls_apart(verdict: str | None, counted: Counts) -> bool:
    """Tell whether a verdict and the counts of the uppdrag below it say different things.

    Without a verdict, or without uppdrag, there is nothing to compare.
    """
    total = sum(counted.values())
    judged = total - counted[EJ_BEDOMD.value]
    if verdict is None or not total:
        return False
    if verdict == _PARTLY:
        return not judged or judged in (counted[_FULFILLED], counted[_NOT])
    return 2 * counted[verdict] <= judged
