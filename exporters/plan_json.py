"""A whole plan as JSON: the names of the plan file, days as ISO texts, decimals to the digit.

Absent fields are left out. Unknown keys keep their types; `data.importing.exact_json` tells how. Read back by
`data.importing.table`, exactly.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from data.importing.exact_json import dumps
from data.plan import CHILD_FIELDS, Item, Plan, own_fields
from data.unknown_values import thawed


def plan_json(plan: Plan) -> str:
    """Return the plan as a JSON text, indented by two blanks."""
    return dumps(_table(plan), indent="  ") + "\n"


def _table(owner: Plan | Item) -> dict[str, Any]:
    data: dict[str, Any] = {} if isinstance(owner, Plan) else {"id": owner.id}
    for name in own_fields(type(owner)):
        value = getattr(owner, name)
        if value is not None and value is not False and value != ():
            data[name] = value.isoformat() if isinstance(value, date) else value
    data |= {name: thawed(value) for name, value in owner.extra}
    for kind, name in CHILD_FIELDS[type(owner)].items():
        if children := getattr(owner, name):
            data[kind] = [_table(child) for child in children]
    return data
