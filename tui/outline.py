"""Which rows the tree has: plans and what is open in them, in order. Pure; it knows nothing of the screen.

While something is looked for, only what was found and what it stands in has rows. The rows of a plan are kept until
the plan or its expansion is another, so that a change costs no more than the rows of its own plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.plan import PLAN_ID, Item, Plan
from tui.pieces import Lazy
from tui.rows import BROKEN_ID, Broken, Key, Row, Rows, plan_rows


@dataclass(frozen=True, slots=True)
class Kept:
    """What has a row in one plan while something is looked for."""

    hits: frozenset[str]
    """The ids of what was found; `PLAN_ID` is the plan itself."""
    shown: frozenset[str]
    """The hits, and all that they stand in."""
    above: frozenset[str]
    """All that something shown stands in."""
    made: tuple[Plan, bool, Sequence[Row]] | None = field(default=None, compare=False)
    """The rows as they are before anything is opened or closed by hand, of this plan, headed or not."""


def kept(plan: Plan, hits: Iterable[str], *more: str) -> Kept:
    """Return what has a row when these ids are found; `more` are ids that are to show without being found."""
    hits = frozenset(id for id in hits if id in plan.items)
    shown, above = set(hits), set[str]()
    shown.update(id for id in more if id in plan.items)
    for id in shown:
        while id != PLAN_ID and (id := plan.parents[id]) not in above:
            above.add(id)
    return Kept(hits, frozenset(shown | above), frozenset(above))


def untouched_rows(plan: Plan, kept: Kept, *, headed: bool) -> Lazy[Row]:
    """Return the rows of a plan in which something was looked for, as they are while none is opened or closed."""
    length = len(kept.shown - {PLAN_ID}) + headed
    return Lazy(length, lambda: found_rows(plan, kept, frozenset(), headed=headed))


def found_rows(plan: Plan, kept: Kept, turned: frozenset[str], *, headed: bool) -> Iterator[Row]:
    """Yield the rows of a plan in which something was looked for.

    What has something found below it is open and shows that alone; all else is closed, and shows all it has when it
    is opened. `turned` are the ids that the user has opened or closed against this.
    """

    def below(items: Iterable[Item], depth: int, *, all: bool) -> Iterator[Row]:
        for item in items:
            if all or item.id in kept.shown:
                children = item.children
                holds = item.id in kept.above
                is_open = holds is not (item.id in turned) if children else None
                yield Row(plan.name, item.id, item.KIND, depth, is_open, item)
                if is_open:
                    yield from below(children, depth + 1, all=not holds)

    is_open = PLAN_ID not in turned
    if headed:
        yield Row(plan.name, PLAN_ID, "plan", 0, is_open, plan)
    if is_open or not headed:
        yield from below((*plan.fokusomraden, *plan.indikatorer), int(headed), all=False)


class Outline:
    """What is open in the tree, by id, so that it outlives every reload; makes the rows."""

    def __init__(self) -> None:
        self._opened: dict[str, frozenset[str]] = {}
        self._made: dict[str, tuple[Plan, frozenset[str], bool, tuple[Row, ...]]] = {}
        self._turned: dict[str, frozenset[str]] = {}
        self.found: Mapping[str, Kept] | None = None
        """What was found in each plan, by name; None while nothing is looked for."""

    def rows(self, plans: Mapping[str, Plan], broken: Iterable[Broken]) -> Rows:
        """Return the rows: plans as ordered, then the files that cannot be read, unless something is looked for."""
        broken = tuple(broken)
        headed = len(plans) + len(broken) > 1
        if self.found is not None:
            return Rows({name: self._found_in(plan, headed) for name, plan in plans.items()})
        pieces = {name: self._rows_of(name, plan, headed) for name, plan in plans.items()}
        return Rows(pieces | {each.file: (Row(each.file, BROKEN_ID, "broken", 0, None, each),) for each in broken})

    def _rows_of(self, name: str, plan: Plan, headed: bool) -> tuple[Row, ...]:
        opened = self._opened.get(name, frozenset())
        made = self._made.get(name)
        if made is None or made[0] is not plan or made[1] is not opened or made[2] is not headed:
            made = (plan, opened, headed, tuple(plan_rows(plan, opened, headed=headed)))
            self._made[name], self._opened[name] = made, opened
        return made[3]

    def _found_in(self, plan: Plan, headed: bool) -> Sequence[Row]:
        found = self.found.get(plan.name) if self.found else None
        if found is None:
            return ()
        turned = self._turned.get(plan.name, frozenset())
        if not turned and found.made is not None and found.made[0] is plan and found.made[1] is headed:
            return found.made[2]
        return tuple(found_rows(plan, found, turned, headed=headed))

    def look(self, found: Mapping[str, Kept] | None) -> None:
        """Show only what was found; None: nothing is looked for, and all is open and closed as it was before."""
        if found is None or self.found is None:
            self._turned.clear()
        self.found = found

    def set_open(self, key: Key, is_open: bool) -> None:
        """Open or close one row."""
        name, id = key
        if self.found is not None:
            self._turned[name] = self._turned.get(name, frozenset()) ^ {id}
            return
        opened = self._opened.get(name, frozenset())
        self._opened[name] = opened | {id} if is_open else opened - {id}

    def reveal(self, plan: Plan, id: str) -> None:
        """Open all that stands above an item; what is looked for among others gets it among its rows."""
        above = {PLAN_ID}
        if self.found is not None:
            self._turned.pop(plan.name, None)
            held = self.found.get(plan.name)
            if held is None or id not in held.shown:
                self.found = {**self.found, plan.name: kept(plan, held.hits if held else (), id)}
            return
        while id != PLAN_ID:
            id = plan.parents[id]
            above.add(id)
        self._opened[plan.name] = self._opened.get(plan.name, frozenset()) | above

    def open_all(self, plans: Iterable[Plan]) -> None:
        """Open every row that has something below it; of what was found, show all."""
        self._turned.clear()
        if self.found is not None:
            return
        for plan in plans:
            self._opened[plan.name] = frozenset({PLAN_ID} | {item.id for item in plan.all_items if item.children})

    def close_all(self) -> None:
        """Close every row."""
        if self.found is not None:
            self._turned = {name: each.above for name, each in self.found.items()}
        else:
            self._opened.clear()
