"""The målmatris: what was decided for a year, mål by nämnd; Enter goes to the uppdrag that serve the mål."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.style import Style

from data.counts import counts
from data.mal import FILE
from data.malmatris import NO_NAMND, Malmatris, Square, malmatris, namnd_of, serving
from data.plain_text import one_line
from data.plan import PLAN_ID, Plan
from data.region import Region
from data.status import UPPDRAG
from data.wording import shortened
from tui.actions import bindings
from tui.grids import Grid, of_malmatris
from tui.screens.grid import GridScreen
from tui.widgets.search_list import Line

_ALL = "alla nämnder"


class MalmatrisScreen(GridScreen):
    """A year's mål, with each nämnd: who answers for them, and how the uppdrag go that serve them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("malmatris")
    HOME = "malmatris"
    TITLE_WORD = "Målmatris"
    CAPTION = "Mål"

    _found: Malmatris | None

    def drawn(self) -> Grid:
        """Return the grid of the year's mål."""
        snapshot = self.desk.session.snapshot
        decided = snapshot.decided.get(self.ar) if snapshot else None
        self._found = malmatris(decided, self._region, self._plans) if decided else None
        return of_malmatris(self._found, f"{self.ar}/{FILE} finns inte.", self.glyphs)

    @property
    def _region(self) -> Region | None:
        snapshot = self.desk.session.snapshot
        return snapshot.region if snapshot else None

    @property
    def _plans(self) -> list[Plan]:
        return [plan for plan in self.desk.session.plans.values() if plan.ar == self.ar]

    def telling(self) -> Content:
        """Return the mål and the nämnd in full, and how it stands between them."""
        found = self._found
        if found is None:
            return Content("")
        line, column = self.table.line, self.table.column
        who = self._namnd(found.namnder[column]) if column < len(found.namnder) else _ALL
        if line < len(found.rows):
            row = found.rows[line]
            what = f"{row.mal.namn} ({row.omrade.namn})"
            squares = row.squares
        else:
            what = "Alla mål"
            squares = tuple(square for row in found.rows for square in row.squares)
        if column < len(found.namnder):
            squares = tuple(square for square in squares if square.namnd == found.namnder[column])
        head = shortened(f"{what} {self.glyphs.dot} {who}", max(self.size.width - 2, 20))
        told = self._one(squares[0]) if len(squares) == 1 else self._many(squares)
        return Content("\n").join([Content.styled(head, Style(bold=True)), told])

    def _namnd(self, kod: str) -> str:
        if kod == NO_NAMND:
            return "utan nämnd"
        known = self._region.namnd(kod) if self._region else None
        return f"{kod} {known.namn}" if known else kod

    def _one(self, square: Square) -> Content:
        """Return how it stands with one nämnd and one mål."""
        if square.uppdrag:
            told = self.counted(counts(UPPDRAG, square.uppdrag))
            return told if square.assigned else Content.assemble("Nämnden svarar inte för målet. ", told)
        if square.missing:
            return Content("Uppdrag saknas: nämnden svarar för målet men har inget uppdrag för det.")
        if square.lacking:
            return Content("Nämnden svarar för målet, och här finns ingen plan från den.")
        return Content("Nämnden svarar inte för målet.")

    def _many(self, squares: tuple[Square, ...]) -> Content:
        """Return how it stands in a sum."""
        missing = sum(square.missing for square in squares)
        uppdrag = {id(one): one for square in squares for one in square.uppdrag}.values()  # some serve several mål
        told = f"Uppdrag saknas på {missing} ställe{'n' * (missing != 1)}. " if missing else ""
        return Content.assemble(told, self.counted(counts(UPPDRAG, uppdrag)))

    def action_go(self) -> None:
        """End with the uppdrag, chosen in a list where there are several; where there is none, with the plan."""
        mal, namnd = self.table.at
        if mal is None:
            return
        found = list(serving(self._region, self._plans, mal, namnd))
        if len(found) == 1:
            ((plan, uppdrag),) = found
            self.dismiss((plan.name, uppdrag.id))
        elif found:
            self._choose({f"{plan.name}/{uppdrag.id}": (plan.name, uppdrag.id) for plan, uppdrag in found})
        else:
            plans = [plan for plan in self._plans if namnd_of(plan, self._region) == namnd]
            if len(plans) == 1:
                self.dismiss((plans[0].name, PLAN_ID))

    def _choose(self, places: dict[str, tuple[str, str]]) -> None:
        """Ask which uppdrag to go to."""
        from tui.screens.chooser import Chooser

        def chosen(line: str | None) -> None:
            if line is not None:
                self.dismiss(places[line])

        lines = [Line(line, self._named(*key)) for line, key in places.items()]
        self.app.push_screen(Chooser("Gå till", lines, searched=False), chosen)

    def _named(self, name: str, id: str) -> str:
        plan = self.desk.session.plans[name]
        uppdrag = plan.items[id]
        status = UPPDRAG.of(getattr(uppdrag, "status", None))
        whose = one_line(self.desk.session.forvaltning(plan))
        return f"{self.glyphs.sign(status)} {one_line(uppdrag.namn)} {self.glyphs.dot} {whose}"
