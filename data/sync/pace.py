"""How long to wait before the next try, when somebody else was quicker."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

_SPREAD = 4
"""So many times as long as a try took may be waited after the first; twice as long after each further one. Of those
who are at it at the same time one alone comes through, so they had better not be many."""
_LONGEST, _BREATH = 60.0, 0.05
"""Seconds between two tries at most, and between two looks at whether to go on waiting. The first comes to bear
only where very many sync at once: who then comes back too soon makes all the others slower."""


class Pace:
    """The waits of one sync."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._outrun = 0

    def wait(self, taken: float) -> None:
        """Wait a random time after a try that took so many seconds, and in which another was quicker."""
        longest = min(_LONGEST, taken * _SPREAD * 2 ** min(self._outrun, 10))
        self._outrun += 1
        self._until(longest)

    def breathe(self) -> None:
        """Wait hardly at all: it was we who changed something meanwhile."""
        self._until(_BREATH)

    def _until(self, longest: float) -> None:
        enough = time.monotonic() + random.uniform(0, longest)  # noqa: S311  spreads those who wait, nothing secret
        while (left := enough - time.monotonic()) > 0 and not self._cancelled():
            time.sleep(min(left, _BREATH))
