"""Long work that is done a step at a time, so that the one who does it may do something else in between."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Gives None after each step, and ends with what came of the work. What is not to be ended is closed."""


def finished(steps: Steps[T]) -> T:
    """Do all steps that are left, and return what came of them."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            value: T = ended.value
            return value
