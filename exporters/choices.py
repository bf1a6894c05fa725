"""What is said when somebody chooses what there is not."""

from __future__ import annotations

from collections.abc import Iterable

from data.plain_text import one_line


class ChoiceError(ValueError):
    """A report, format or option that there is not; the message is one line that tells those there are."""


def shown(name: str) -> str:
    """Return what was chosen as it may be shown: short, on one line."""
    return f'"{one_line(name)[:40]}"'


def listed(names: Iterable[str]) -> str:
    """Return what there is: ``md, csv eller json``."""
    *most, last = names
    return f"{', '.join(most)} eller {last}" if most else last
