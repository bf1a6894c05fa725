"""The values of keys that we do not know: kept in plans, which never change, and given back to who writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from data.plan import Extra

_MAX_DEPTH = 16


@dataclass(frozen=True, slots=True)
class Table:
    """An unknown table, frozen: its pairs by name."""

    pairs: Extra


def frozen(value: Any, depth: int = 0) -> Any:
    """Return a value of an unknown key as one that never changes. ValueError below 16 levels."""
    if depth > _MAX_DEPTH:
        raise ValueError("för många nivåer")
    if isinstance(value, Mapping):
        return Table(tuple(sorted((name, frozen(held, depth + 1)) for name, held in value.items())))
    if isinstance(value, list | tuple):
        return tuple(frozen(held, depth + 1) for held in value)
    if isinstance(value, Decimal) and value.is_nan():
        return _NAN
    return value


_NAN = Decimal("nan")
"""One object for all: a tuple that holds it is equal to itself, though no two NaN are."""


def thawed(value: Any) -> Any:
    """Return a frozen value as the dicts and lists that TOML and JSON writers take."""
    if isinstance(value, Table):
        return {name: thawed(held) for name, held in value.pairs}
    if isinstance(value, tuple):
        return [thawed(held) for held in value]
    return value
