"""The lines of a list that may be very long, plan by plan: only plans that show or have changed cost time. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from operator import is_
from typing import Protocol, TypeVar, overload

Key = tuple[str, str]
"""What a line is known by between reloads: the plan's name (or a broken file's) and the item's id."""


class Keyed(Protocol):
    """A line."""

    @property
    def key(self) -> Key:
        """What it is known by; lines that tell of one item may share it."""


Line = TypeVar("Line", bound=Keyed)


class Lazy(Sequence[Line]):
    """The lines of one plan, made when one of them is looked at."""

    def __init__(self, length: int, make: Callable[[], Iterable[Line]]) -> None:
        """Take how many lines there will be, and what makes them."""
        self._length = length
        self._make = make

    @cached_property
    def _made(self) -> tuple[Line, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        return self._made[place]


class Pieces(Sequence[Line]):
    """The lines of many plans: what a plan has is one piece, and is not looked at while that is the same."""

    def __init__(self, pieces: Mapping[str, Sequence[Line]]) -> None:
        """Take the lines of each plan, or broken file, by its name; in order."""
        self._pieces = {name: piece for name, piece in pieces.items() if piece}
        self._names = tuple(self._pieces)
        self._starts = tuple(accumulate(map(len, self._pieces.values()), initial=0))

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Line]:
        return chain.from_iterable(self._pieces.values())

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError(place)
        piece = bisect_right(self._starts, at) - 1
        return self._pieces[self._names[piece]][at - self._starts[piece]]

    def same(self, other: Pieces[Line]) -> bool:
        """Tell whether nothing is other than in these."""
        return self._names == other._names and all(map(is_, self._pieces.values(), other._pieces.values()))

    def place(self, key: Key) -> int | None:
        """Return where the first line of an item is; None when it is not there."""
        name = key[0]
        start = self._starts[self._names.index(name)] if name in self._pieces else 0
        return next((start + at for at, line in enumerate(self._pieces.get(name, ())) if line.key == key), None)
