"""What the app believes while the worker works: the plans as shown, what is not saved yet, undo and redo.

Pure: it knows neither widgets nor files. A change is shown the moment it is made; the worker then answers that it
was saved, or that it was not, and then the screen shows again what the file really says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.changes import Change, inverse
from data.changing import changed
from data.plan import Plan
from tui.rows import Broken, Key

if TYPE_CHECKING:
    from data.snapshot import Snapshot
    from data.workspace import Saved


@dataclass(slots=True, eq=False)
class Step:
    """One thing the user did, which can be undone and redone."""

    plan: str
    id: str
    changes: tuple[Change, ...]
    """As they were last made: backwards after an undo."""

    @property
    def key(self) -> Key:
        """The row that it touched."""
        return self.plan, self.id


@dataclass(frozen=True, slots=True)
class Order:
    """Changes for the worker to save."""

    ticket: int
    """By which the answer is known; tickets rise."""
    step: Step
    changes: tuple[Change, ...]
    alone: bool
    """Whether they get a commit of their own, even beside changes to the same item."""
    group: int
    """Orders for several plans that were made at once share it, and a commit."""


class NotNowError(Exception):
    """A step cannot be undone or redone because its plan cannot be read just now. The step is kept."""


class Session:
    """The plans as the screen shows them: the files' own, with what is under way on top."""

    def __init__(self) -> None:
        self.snapshot: Snapshot | None = None
        self.plans: dict[str, Plan] = {}
        self.broken: tuple[Broken, ...] = ()
        self._disk: dict[str, Plan] = {}
        self._pending: dict[int, Order] = {}
        self._undo: list[list[Step]] = []
        self._redo: list[list[Step]] = []
        """What was done at once is undone at once: a step for each plan it touched."""
        self._ticket = 0
        self._group = 0

    @property
    def pending(self) -> int:
        """How many changes are shown but not yet on disk."""
        return len(self._pending)

    @property
    def unsaved(self) -> frozenset[str]:
        """The names of the plans that have such changes."""
        return frozenset(order.step.plan for order in self._pending.values())

    def loaded(self, snapshot: Snapshot) -> None:
        """Take in what was read from the disk; what is under way stays on top."""
        self.snapshot = snapshot
        self._disk = dict(snapshot.plans)
        self.plans = {name: self._shown(name) for name in _ordered(self._disk)}
        self.broken = _broken(snapshot)

    def forvaltning(self, plan: Plan) -> str:
        """Return the name of the plan's förvaltning; its id when region.toml does not say."""
        region = self.snapshot.region if self.snapshot else None
        known = region.forvaltning(plan.forvaltning) if region else None
        return known.namn if known else plan.forvaltning

    def title(self, plan: Plan) -> str:
        """Return the förvaltning's name and the year."""
        return f"{self.forvaltning(plan)} {plan.ar}"

    def mal(self, plan: Plan, id: str) -> str:
        """Return the name of a mål that was decided for the plan's year; its id when it was not."""
        decided = self.snapshot.decided.get(plan.ar) if self.snapshot else None
        known = decided.named(id) if decided else None
        return known.namn if known else id

    def make(self, key: Key, changes: Sequence[Change]) -> Order:
        """Show the changes, and return the order to save them. ValueError when they do not fit."""
        return self.make_all({key: changes})[0]

    def make_all(self, changes: Mapping[Key, Sequence[Change]]) -> tuple[Order, ...]:
        """Show changes to several items, to be undone at once; return an order for each plan. ValueError."""
        steps: dict[str, Step] = {}
        for (name, id), some in changes.items():
            step = steps.setdefault(name, Step(name, id, ()))
            step.changes += tuple(some)
        orders = self._orders(list(steps.values()), alone=len(changes) > 1)
        self._undo.append(list(steps.values()))
        self._redo.clear()
        return orders

    def undo(self) -> tuple[Order, ...]:
        """Take back what was done last; no orders when there is nothing. NotNowError."""
        return self._reverse(self._undo, self._redo)

    def redo(self) -> tuple[Order, ...]:
        """Make again what was undone last; no orders when there is nothing. NotNowError."""
        return self._reverse(self._redo, self._undo)

    def saved(self, ticket: int, saved: Saved) -> None:
        """Take in that an order is on disk, and how it was made there."""
        order = self._pending.pop(ticket)
        shown = self.plans.get(saved.name)
        self._disk[saved.name] = shown if saved.plan == shown else saved.plan  # the same object: nothing to redraw
        self.plans[saved.name] = self._shown(saved.name)
        if order.step.changes is order.changes:  # Otherwise it is undone or redone already.
            order.step.changes = tuple(saved.changes)
            if not saved.changes:
                self._forget(order.step)

    def refused(self, ticket: int) -> Step:
        """Take in that an order could not be saved: show the file again. Returns the step that is gone."""
        step = self._pending.pop(ticket).step
        self._forget(step)
        if step.plan in self._disk:
            self.plans[step.plan] = self._shown(step.plan)
        return step

    def _reverse(self, source: list[list[Step]], goal: list[list[Step]]) -> tuple[Order, ...]:
        if not source:
            return ()
        steps = source[-1]
        gone = next((step.plan for step in steps if step.plan not in self.plans), None)
        if gone is not None:
            raise NotNowError(gone)
        for step in steps:
            step.changes = tuple(inverse(step.changes))
        try:
            orders = self._orders(steps, alone=True)
        except ValueError:
            source.pop()
            return ()
        goal.append(source.pop())
        return orders

    def _orders(self, steps: Sequence[Step], *, alone: bool) -> tuple[Order, ...]:
        """Show the steps, all or none, and return the orders for them. ValueError."""
        self.plans.update({step.plan: changed(self.plans[step.plan], step.changes) for step in steps})
        self._group += 1
        orders = []
        for step in steps:
            self._ticket += 1
            orders.append(Order(self._ticket, step, step.changes, alone, self._group))
        self._pending.update((order.ticket, order) for order in orders)
        return tuple(orders)

    def _forget(self, step: Step) -> None:
        for done in (self._undo, self._redo):
            for steps in done:
                if step in steps:
                    steps.remove(step)
            done[:] = filter(None, done)

    def _shown(self, name: str) -> Plan:
        plan = self._disk[name]
        for order in self._pending.values():
            if order.step.plan == name:
                try:
                    plan = changed(plan, order.changes)
                except ValueError:
                    continue  # The item is gone from the file; the worker will say so.
        return plan


def _ordered(plans: Mapping[str, Plan]) -> list[str]:
    """The newest year first, then by förvaltning."""
    return sorted(plans, key=lambda name: (-plans[name].ar, plans[name].forvaltning))


def _broken(snapshot: Snapshot) -> tuple[Broken, ...]:
    return tuple(
        Broken(file, tuple(fault for fault in snapshot.faults if fault.file == file)) for file in snapshot.broken
    )
