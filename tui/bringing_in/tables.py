"""Filled-in tables: what they change in plans that are there is shown before it is saved; the rest is new plans."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.bringing_in.creating import commit_written, tell_left_out, write_new
from tui.guard import DONE, FOUND
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.importing.plan_tables import PlanTable
    from data.importing.result import Imported
    from data.importing.returning import Returned
    from data.plan import Item
    from data.snapshot import Snapshot
    from data.workspace import Workspace

_SHOWN = 10
"""How many items of a kind are named one by one."""


def bring_in(
    workspace: Workspace, snapshot: Snapshot, tables: Sequence[PlanTable], namn: str | None, *, yes: bool
) -> int:
    """Save what tables say: asked first, unless `yes`, where it changes plans that are there.

    Nothing at all is saved when there is a conflict, or the answer is no. Raises as `Workspace.save` and `create`.
    """
    from data.importing.returning import returned

    known = [table for table in tables if _there(snapshot, table)]
    back = [returned(table, snapshot.plans[table.name], workspace.repository) for table in known]
    new = [_new_plan(table) for table in tables if table not in known]
    for each in back:
        _show(each)
    if any(each.conflicts for each in back):
        return _refused(back)
    if any(each.changes for each in back) and not (yes or _agreed()):
        return FOUND
    return _save(workspace, snapshot, back, new, namn)


def _there(snapshot: Snapshot, table: PlanTable) -> bool:
    """Tell whether a plan is there. UnusableError when its file is broken."""
    from data.faults import UnusableError

    file = f"{table.name}.toml"
    if file in snapshot.broken:
        raise UnusableError(fault for fault in snapshot.faults if fault.file == file)
    return table.name in snapshot.plans


def _new_plan(table: PlanTable) -> Imported:
    from data.changing import changed
    from data.importing.filling import filled
    from data.importing.result import Imported
    from data.plan import Plan

    base = Plan(table.forvaltning, table.ar)
    told = filled(table, base)
    return Imported(changed(base, told.changes), told.left_out)


def _show(back: Returned) -> None:
    from data.changing import changed
    from data.describe import told_in_full

    if back.doubt is not None:
        tell(f"{back.current.name}: {back.doubt}; den jämförs med planen som den är nu")
    tell_left_out(back.left_out)
    if back.missing:
        say(f"{back.current.name}: saknas i filen, lämnas kvar ({len(back.missing)}): {_named(back.missing)}")
    if back.elsewhere:
        told = f"står på annan plats i filen, lämnas där de är ({len(back.elsewhere)}): {_named(back.elsewhere)}"
        say(f"{back.current.name}: {told}")
    if back.changes:
        say(f"{back.current.name}: {len(back.changes)} ändring{'ar' * (len(back.changes) > 1)}")
        say(told_in_full(back.current, changed(back.current, back.changes)))


def _named(items: Sequence[Item]) -> str:
    from data.wording import shortened

    names = [f"{shortened(item.namn, 40)} ({item.id})" for item in items[:_SHOWN]]
    more = len(items) - _SHOWN
    return ", ".join(names) + (f" … och {more} till" if more > 0 else "")


def _refused(back: Sequence[Returned]) -> int:
    """List the conflicts, and say how to go on."""
    from data.sync.telling import about, value_words

    conflicts = [conflict for each in back for conflict in each.conflicts]
    say(f"{len(conflicts)} sak{'er' * (len(conflicts) > 1)} har fått olika värden i filen och i planen:")
    for conflict in conflicts:
        say(f"\n{conflict.plan}: {about(conflict)}")
        say(f"  filen:   {value_words(conflict, ours=True)}")
        say(f"  planen:  {value_words(conflict, ours=False)}")
    say("\nIngenting är ändrat. Skriv det som ska gälla både i filen och i planen, och läs in filen igen.")
    return FOUND


def _agreed() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say("Ingenting är ändrat. Lägg till --ja för att spara ändringarna.")
        return False
    try:
        answer = input("Spara ändringarna? [j]a, [n]ej: ")
    except EOFError:
        answer = ""
    if answer.strip().lower() not in ("j", "ja"):
        say("Ingenting är ändrat.")
        return False
    return True


def _save(
    workspace: Workspace, snapshot: Snapshot, back: Sequence[Returned], new: Sequence[Imported], namn: str | None
) -> int:
    """Write it all, and commit it together; what was written before something went wrong too."""
    written: list[str] = []
    try:
        for each in back:
            if each.changes:
                written.append(workspace.save(each.current.name, each.changes).name)
        for imported in new:
            write_new(workspace, snapshot, imported, namn)
            written.append(imported.plan.name)
    finally:
        commit_written(workspace, written)
    if not written:
        say("inget att ändra")
    return DONE
