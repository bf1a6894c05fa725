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
    from data.workspace import Snapshot, Workspace


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
    _tell_guesses(imported.guesses)
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
    from data.plan import Aktivitet, Fokusomrade, Uppdrag
    from data.wording import counted, listed

    sizes = (Fokusomrade, plan.fokusomraden), (Uppdrag, plan.uppdrag), (Aktivitet, plan.aktiviteter)
    return listed([counted(kind, len(list(items))) for kind, items in sizes])


def tell_left_out(left_out: Sequence[LeftOut], unit: str = "rad") -> None:
    """List what is not in the plan, the same text on many lines once; `unit` is what the lines count."""
    places: dict[tuple[str, str], list[int]] = {}
    for left in left_out:
        places.setdefault((left.reason, left.text.strip()), []).append(left.line)
    if places:
        say(f"Utelämnat ({len(left_out)}):")
    for (reason, text), lines in places.items():
        say(f"  {unit} {', '.join(map(str, lines))}: {reason}: {text}")


def _tell_guesses(guesses: Sequence[Guess]) -> None:
    if guesses:
        say(f"Att se över ({len(guesses)}):")
    for guess in guesses:
        say(f"  {guess.id}: {guess.message}")
