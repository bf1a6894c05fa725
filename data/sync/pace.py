"""How long to wait before the next try, when somebody else was quicker."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

_SPREAD = 4
"""So many times as long as a try took may be waited for each of those who come through meanwhile: they are likely
to be at it again, and of those who are at it at the same time one alone comes through."""
_LONGEST, _BREATH = 60.0, 0.05
"""Seconds between two tries at most, and between two looks at whether to go on waiting. The first comes to bear
only where very many sync at once: who then comes back too soon makes all the others slower."""


class Pace:
    """The waits of one sync."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled

    def wait(self, taken: float, others: int) -> None:
        """Wait a random time after a try that took so many seconds, and in which another was quicker.

        `others`: how many are known to have come through since the try before; at least the one.
        """
        self._until(min(_LONGEST, taken * _SPREAD * max(1, others)))

    def breathe(self) -> None:
        """Wait hardly at all: it was we who changed something meanwhile."""
        self._until(_BREATH)

    def _until(self, longest: float) -> None:
        enough = time.monotonic() + random.uniform(0, longest)  # noqa: S311  spreads those who wait, nothing secret
        while (left := enough - time.monotonic()) > 0 and not self._cancelled():
            time.sleep(min(left, _BREATH))
