"""The project's own JSON, read back: the same plan, exactly. Checked by the same rules as a plan file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data.faults import Fault, UnusableError
from data.importing.columns import CellError, day
from data.importing.exact_json import JsonError, Spot, loads
from data.importing.result import Imported
from data.plan import CHILD_FIELDS, KINDS, Aktivitet, Plan, Uppdrag
from data.schema import Finding, plan_from

_BOM = "\ufeff"
_DAYS = ("start", "slut")


def read_json(text: str, file: str) -> Imported:
    """Return the plan in a JSON export. UnusableError, with every fault and its place, when it is not one."""
    text = text.removeprefix(_BOM)
    try:
        data, places = loads(text)
    except JsonError as fault:
        raise UnusableError([_fault(text, file, fault.offset, f"filen är inte JSON: {fault.message}")]) from None
    if not isinstance(data, dict) or not {"forvaltning", "ar"} & data.keys():
        message = "filen är inte en plan: forvaltning och ar saknas; välj en fil som exporterats som json"
        raise UnusableError([_fault(text, file, 0, message)])
    faults = [
        _fault(text, file, places[spot], f"{spot[-1]} ska vara {wanted}") for spot, wanted in _dated(data, Plan)
    ]
    plan, findings = plan_from(data)
    faults += [_fault(text, file, places[_spot(found, places)], found.message) for found in _grave(findings)]
    if faults or plan is None:
        raise UnusableError(faults)
    return Imported(plan)


def _dated(data: dict[str, Any], kind: type[Any], spot: Spot = ()) -> list[tuple[Spot, str]]:
    """Make days of the texts that stand for them, in place, all the way down; return those that are none."""
    wrong: list[tuple[Spot, str]] = []
    for name in _DAYS if kind in (Uppdrag, Aktivitet) else ():
        if isinstance(data.get(name), str):
            try:
                data[name] = day(data[name])
            except CellError as error:
                wrong.append(((*spot, name), str(error)))
                del data[name]
    for child in CHILD_FIELDS[kind]:
        children = data.get(child)
        for position, one in enumerate(children if isinstance(children, list) else ()):
            if isinstance(one, dict):
                wrong += _dated(one, KINDS[child], (*spot, child, position))
    return wrong


def _spot(found: Finding, places: Mapping[Spot, int]) -> Spot:
    spot: Spot = tuple(step for pair in found.path for step in pair)
    return (*spot, found.key) if found.key and (*spot, found.key) in places else spot


def _grave(findings: Iterable[Finding]) -> list[Finding]:
    """Return what makes the data no plan; an unknown key is kept, and told when the plan is checked."""
    return [found for found in findings if not found.warning]


def _fault(text: str, file: str, offset: int, message: str) -> Fault:
    return Fault(file, *_place(text, offset), message)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
