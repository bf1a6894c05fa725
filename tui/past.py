"""A desk over a plan as it once was: everything can be looked at, nothing can be changed."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Plan
from tui.desk import Desk
from tui.keymap import key
from tui.life import Entry
from tui.moments import date_of


def closed() -> str:
    """Return why nothing may be changed, and the way out."""
    return f"planen visas som den var; tryck {key('tillbaka')} för att gå tillbaka till den som den är nu"


class PastDesk(Desk):
    """Shows one version of one plan."""

    def __init__(self, present: Desk, plan: Plan, entry: Entry) -> None:
        super().__init__(present._worker, present._glyphs)
        self.plan = plan
        self._entry = entry
        if present.session.snapshot is not None:
            snapshot = replace(
                present.session.snapshot, plans={plan.name: plan}, broken=(), faults=(), state=closed()
            )
            self.session.loaded(snapshot)

    @property
    def banner(self) -> str:
        """What the top line says: when and which version."""
        dash = "-" if self._glyphs.ascii else "—"
        version = f"{date_of(self._entry.when)} {self._glyphs.dot} {self._entry.short}"
        return f"Som det var {version} {dash} {key('tillbaka')} går tillbaka"
