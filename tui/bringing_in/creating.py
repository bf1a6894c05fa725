"""A plan that is not there yet: written, made known in region.toml, committed; doubts are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.committing import committed
from tui.guard import DONE, RefusedError
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.importing.result import Guess, Imported, LeftOut
    from data.plan import Plan
    from data.region import Region
    from data.snapshot import Snapshot
    from data.workspace import Workspace


def create(workspace: Workspace, snapshot: Snapshot, imported: Imported, namn: str | None) -> int:
    """Write a new plan, commit it, and tell what was left out and guessed. Nothing is written over."""
    write_new(workspace, snapshot, imported, namn)
    commit_written(workspace, [imported.plan.name])
    return DONE


def write_new(workspace: Workspace, snapshot: Snapshot, imported: Imported, namn: str | None) -> None:
    """Write a new plan, make its förvaltning known, and tell what was left out and guessed."""
    plan = imported.plan
    workspace.create(plan)
    if snapshot.region is not None:
        _make_known(workspace, snapshot.region, plan, namn)
    tell_left_out(imported.left_out, imported.unit)
    tell_guesses(imported.guesses)
    say(f"{plan.name}: {_size(plan)}")


def commit_written(workspace: Workspace, names: Sequence[str]) -> None:
    """Commit the region and the plans that were written, and tell it."""
    if not names:
        return
    files = ", ".join(f"{name}.toml" for name in names)
    for commit in committed(lambda: (workspace.commit_region(), workspace.commit(*names)), files):
        if commit is not None:
            say(f"{commit.short} {commit.subject}")


def _make_known(workspace: Workspace, region: Region, plan: Plan, namn: str | None) -> None:
    """Write the förvaltning into region.toml unless it is there."""
    from data.region import Forvaltning

    known = region.forvaltning(plan.forvaltning)
    if known is None:
        shown = plan.forvaltning.replace("-", " ").capitalize()
        try:
            workspace.add_forvaltning(Forvaltning(plan.forvaltning, namn or shown))
        except ValueError as error:
            raise RefusedError(f"{plan.name}.toml är skriven, men inte förvaltningen: {error}") from error
    elif namn not in (None, known.namn):
        tell(f"förvaltningen heter {known.namn} i region.toml; --namn används inte")


def _size(plan: Plan) -> str:
    from data.plan import Aktivitet, Fokusomrade, Indikator, Uppdrag
    from data.wording import counted, listed

    sizes = [(Fokusomrade, len(plan.fokusomraden)), (Uppdrag, len(list(plan.uppdrag)))]
    sizes.append((Aktivitet, len(list(plan.aktiviteter))))
    sizes += [(Indikator, len(plan.indikatorer))] if plan.indikatorer else []
    return listed([counted(kind, number) for kind, number in sizes])


def tell_left_out(left_out: Sequence[LeftOut], unit: str = "rad") -> None:
    """List what is not in the plan, the same text on many lines once; `unit` is what the lines count.

    Of a stretch of lines its place tells which, so that only the first of them is shown.
    """
    places: dict[tuple[str, str], list[str]] = {}
    for left in left_out:
        place, text = f"{left.line}", left.text.strip()
        if left.lines > 1:
            place, text = f"{place}–{left.line + left.lines - 1}", text.partition("\n")[0].rstrip() + " …"
        places.setdefault((left.reason, text), []).append(place)
    if places:
        say(f"Utelämnat ({len(left_out)}):")
    for (reason, text), lines in places.items():
        say(f"  {unit} {', '.join(lines)}: {reason}: {text}")


def tell_guesses(guesses: Sequence[Guess]) -> None:
    """List what was guessed."""
    if guesses:
        say(f"Att se över ({len(guesses)}):")
    for guess in guesses:
        say(f"  {guess.id}: {guess.message}")
