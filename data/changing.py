"""A plan with changes made to it: taken apart, changed one by one, and put together again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from data.changes import AddItem, Change, MoveItem, Place, RemoveItem, SetField, bare, with_field, with_fields
from data.plan import CHILD_FIELDS, PLAN_ID, Item, Plan


def changed(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return the plan with the changes made. ValueError when one does not fit the plan it meets."""
    tree = Taken(plan)
    for change in changes:
        tree.apply(change)
    return tree.plan()


class Taken:
    """A plan taken apart so that changes can be made to it one by one."""

    def __init__(self, plan: Plan) -> None:
        self.root = replace(plan, fokusomraden=(), indikatorer=())
        self.items: dict[str, Item] = {}
        self.parent: dict[str, str] = {}
        self.children: dict[tuple[str, str], list[str]] = {
            (PLAN_ID, "fokusomrade"): [],
            (PLAN_ID, "indikator"): [],
        }
        for id, parent in plan.parents.items():
            self._put(plan.items[id], parent)

    def _put(self, item: Item, parent: str) -> None:
        self.items[item.id] = bare(item)
        self.parent[item.id] = parent
        self.children.setdefault((parent, item.KIND), []).append(item.id)
        for kind in CHILD_FIELDS[type(item)]:
            self.children.setdefault((item.id, kind), [])

    def _siblings(self, id: str) -> list[str]:
        return self.children[self.parent[id], self.items[id].KIND]

    def place(self, id: str) -> Place:
        """Return where an item stands now."""
        siblings = self._siblings(id)
        position = siblings.index(id)
        return Place(self.parent[id], siblings[position - 1] if position else None)

    def apply(self, change: Change) -> None:
        """Make one change. ValueError when it does not fit."""
        match change:
            case SetField(id, name, _, new):
                self._set(id, name, new)
            case AddItem(item, place):
                if item.id in self.items:
                    raise ValueError(f"id {item.id} finns redan")
                self._insert(item, place)
            case RemoveItem(item):
                self.remove(item.id)
            case MoveItem(id, _, new):
                self._move(id, new)

    def _set(self, id: str, name: str, value: Any) -> None:
        if id == PLAN_ID:
            self.root = with_field(self.root, name, value)
        elif id in self.items:
            self.items[id] = with_field(self.items[id], name, value)
        else:
            raise ValueError(f"id {id} finns inte")

    def _insert(self, item: Item, place: Place) -> None:
        siblings = self.children.get((place.parent, item.KIND))
        if siblings is None or (place.after is not None and place.after not in siblings):
            raise ValueError(f"platsen för {item.id} finns inte")
        self.items[item.id] = bare(item)
        self.parent[item.id] = place.parent
        siblings.insert(0 if place.after is None else siblings.index(place.after) + 1, item.id)
        for kind in CHILD_FIELDS[type(item)]:
            self.children.setdefault((item.id, kind), [])

    def remove(self, id: str) -> None:
        """Take away an item that has nothing below it. ValueError."""
        if id not in self.items:
            raise ValueError(f"id {id} finns inte")
        for kind in CHILD_FIELDS[type(self.items[id])]:
            if self.children[id, kind]:
                raise ValueError(f"{id} har något under sig")
            del self.children[id, kind]
        self._siblings(id).remove(id)
        del self.items[id], self.parent[id]

    def _move(self, id: str, new: Place) -> None:
        if id not in self.items:
            raise ValueError(f"id {id} finns inte")
        goal = self.children.get((new.parent, self.items[id].KIND))
        if goal is None or new.after == id or (new.after is not None and new.after not in goal):
            raise ValueError(f"platsen för {id} finns inte")
        self._siblings(id).remove(id)
        goal.insert(0 if new.after is None else goal.index(new.after) + 1, id)
        self.parent[id] = new.parent

    def plan(self) -> Plan:
        """Return the plan put together again."""
        return with_fields(self.root, self._filled(PLAN_ID, Plan))

    def _filled(self, id: str, kind: type[Item] | type[Plan]) -> dict[str, Any]:
        return {
            name: tuple(self._whole(child) for child in self.children[id, child_kind])
            for child_kind, name in CHILD_FIELDS[kind].items()
        }

    def _whole(self, id: str) -> Item:
        item = self.items[id]
        filled = self._filled(id, type(item))
        return with_fields(item, filled) if any(filled.values()) else item
