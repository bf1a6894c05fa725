"""A plan that is not there yet: written, made known in region.toml, committed; doubts are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.committing import committed
from tui.guard import DONE, RefusedError
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.importing.result import Imported
    from data.plan import Plan
    from data.region import Region
    from data.workspace import Workspace


def create(workspace: Workspace, region: Region, imported: Imported, namn: str | None) -> int:
    """Write the plan, commit it, and tell what was left out and guessed. Nothing is written over."""
    plan = imported.plan
    workspace.create(plan)
    _make_known(workspace, region, plan, namn)
    tell_doubts(imported)
    say(f"{plan.name}: {_size(plan)}")
    commits = committed(lambda: (workspace.commit_region(), workspace.commit(plan.name)), f"{plan.name}.toml")
    for commit in commits:
        if commit is not None:
            say(f"{commit.short} {commit.subject}")
    return DONE


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


def tell_doubts(imported: Imported) -> None:
    """List what is not in the plan, the same text on many lines once, and what was guessed."""
    places: dict[tuple[str, str], list[int]] = {}
    for left in imported.left_out:
        places.setdefault((left.reason, left.text.strip()), []).append(left.line)
    if places:
        say(f"Utelämnat ({len(imported.left_out)}):")
    for (reason, text), lines in places.items():
        say(f"  rad {', '.join(map(str, lines))}: {reason}: {text}")
    if imported.guesses:
        say(f"Att se över ({len(imported.guesses)}):")
    for guess in imported.guesses:
        say(f"  {guess.id}: {guess.message}")
