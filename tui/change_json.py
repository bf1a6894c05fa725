"""A change as JSON, for scripts: the names are those of the plan file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from data.changes import AddItem, Change, MoveItem, RemoveItem, SetField
from data.unknown_values import thawed


def change_json(change: Change) -> dict[str, Any]:
    """Return a change as what JSON can hold; days and decimals as texts, so that nothing is rounded."""
    match change:
        case SetField(id, field, old, new):
            return {"slag": "andrad", "id": id, "falt": field, "fran": _value(old), "till": _value(new)}
        case AddItem(item, place):
            return {"slag": "ny", "id": item.id, "typ": item.KIND, "namn": item.namn, "under": place.parent}
        case RemoveItem(item):
            return {"slag": "borttagen", "id": item.id, "typ": item.KIND, "namn": item.namn}
        case MoveItem(id, old_place, new_place):
            return {"slag": "flyttad", "id": id, "fran": old_place.parent, "till": new_place.parent}


def _value(value: Any) -> Any:
    if isinstance(value, date | Decimal):
        return str(value)
    return thawed(value) if isinstance(value, tuple) or not isinstance(value, str | int | bool | None) else value
