"""A report on the whole region, to read and to go on from: framdrift, mål utan uppdrag, trend.

What is shown is the report's own document, so that screen and export never tell different things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static
from textual.worker import get_current_worker

from data.overview import year_beside, years
from data.plain_text import one_line
from data.plan import Plan
from data.plan_files import name_of
from data.wording import listed, shortened
from exporters.document import Block, Paragraph, Place
from exporters.material import Material
from exporters.report import RegionReport, document
from exporters.reports.framdrift import FRAMDRIFT
from exporters.reports.mal_utan_uppdrag import MAL_UTAN_UPPDRAG
from exporters.reports.trend import TREND
from tui.actions import bindings
from tui.desk import Desk
from tui.gatherer import Wanted
from tui.glyphs import Glyphs, heading
from tui.keymap import in_use
from tui.messages import AtHead, Gathered, WorkerMessage
from tui.rows import Key
from tui.screens.following import FollowingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.report_list import ReportList
from tui.widgets.search_list import Line
from tui.widgets.top_line import TopLine

VIEWS: tuple[RegionReport, ...] = (FRAMDRIFT, MAL_UTAN_UPPDRAG, TREND)
"""The reports that have a screen, from left to right."""

_NO_PLANS = "Här finns inga planer än. Gör en med ”trafikljus new”, eller hämta en med ”trafikljus import”."


class ReportScreen(FollowingScreen[Key | None]):
    """Ends with the row of the tree to go to, or None."""

    CSS_PATH = "report.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("report")

    report_list = getters.query_one("#report", ReportList)
    top_line = getters.query_one("#top", TopLine)
    told = getters.query_one("#told", Static)

    def __init__(self, desk: Desk, glyphs: Glyphs, name: str, plan: Plan | None) -> None:
        """`name`: the report's; `plan`: that the cursor begins on, and whose year is shown, None: the newest."""
        super().__init__(desk)
        self._glyphs = glyphs
        self._report = _named(name)
        self._start: str | None = plan.name if plan else ""
        self.ar = plan.ar if plan else max(years(desk.session.plans.values()), default=0)
        self._wanted: Wanted | None = None

    def compose(self) -> ComposeResult:
        """Top line, the report, where a row leads, keys."""
        yield TopLine(self._glyphs, id="top")
        yield ReportList(self._glyphs, id="report")
        yield Static(id="told", markup=False)
        yield KeyLine("report")

    def on_mount(self) -> None:
        """Ask for the report."""
        self._ask()

    def hear(self, said: WorkerMessage) -> None:
        """Show the report as it is now: asked for again when the plans are others, or what git has."""
        if isinstance(said, Gathered):
            if said.wanted is self._wanted:
                self._take(said)
        elif isinstance(said, AtHead) or self._now() != self._wanted:
            self._ask(again=True)
        self._tell()

    def _now(self) -> Wanted:
        """Return what is to be shown, as things are now."""
        session = self.desk.session
        plans = tuple(plan for plan in session.plans.values() if plan.ar == self.ar)
        snapshot = session.snapshot
        if snapshot is None:
            return Wanted(self._report, None, {}, plans)
        return Wanted(self._report, snapshot.region, snapshot.decided, plans)

    def _ask(self, *, again: bool = False) -> None:
        """Ask for what the report is made of; what is seen stays meanwhile if it is the same report again."""
        self._wanted = self._now()
        if not self._wanted.plans:
            self._show((Paragraph(_NO_PLANS),))
        else:
            if not again:
                self.report_list.show((Paragraph("Läser …"),))
            self.desk.hindsight.gather(self._wanted)
        self._tell()

    def _take(self, said: Gathered) -> None:
        if said.material is None:
            self._show((Paragraph(f"Rapporten kan inte visas: {said.reason}."),))
        else:
            self.run_worker(partial(self._make, said.wanted, said.material), thread=True, exclusive=True)

    def _make(self, wanted: Wanted, material: Material) -> None:
        """Make the report, in a thread, and show it."""
        blocks = document(wanted.report, material).blocks
        if not get_current_worker().is_cancelled:
            self.call_later(self._made, wanted, blocks)

    def _made(self, wanted: Wanted, blocks: Sequence[Block]) -> None:
        if wanted is self._wanted:
            self._show((*self._left_out(), *blocks))

    def _show(self, blocks: Sequence[Block]) -> None:
        self.report_list.show(blocks, self._start)
        self._start = None

    def _left_out(self) -> Iterator[Paragraph]:
        """Tell which plans of the year are not there because they cannot be read."""
        files = [
            one.file for one in self.desk.session.broken if (name_of(one.file) or "").startswith(f"{self.ar}/")
        ]
        if files:
            yield Paragraph(f"Går inte att läsa och är inte med: {listed(files)}. Se felen med ”trafikljus check”.")

    def _tell(self) -> None:
        self.top_line.tell(f"{self._report.title} {self.ar or ''}".rstrip(), self.desk.standing())
        self.report_list.border_title = Content("  ").join(map(self._tab, VIEWS))

    def _tab(self, view: RegionReport) -> Content:
        """Return the short name of a report, to be clicked; that of the one shown in brackets."""
        label, shown = in_use()[view.name].label, view is self._report
        click = Style.from_meta({"@click": f"screen.show({view.name!r})"})
        return Content.styled(f"[{label}]" if shown else label, Style(bold=shown) + click)

    def on_report_list_moved(self) -> None:
        """Tell what the row is about, and where it leads."""
        row = self.report_list.row
        if row is None:
            self.told.update("")
            return
        width = max(self.size.width - 2, 20)
        dot = f" {self._glyphs.dot} "
        words = [word for word in row.words if word]
        while len(words) > 1 and cell_len(dot.join(words)) > width:
            words.pop()
        head = Content.styled(shortened(dot.join(words), width), Style(bold=True))
        self.told.update(Content("\n").join([head, Content(shortened(self._leads_to(row.places), width))]))

    def _leads_to(self, places: Sequence[Place]) -> str:
        if not places:
            return ""
        goal = self._told(places[0]) if len(places) == 1 else f"en av {len(places)} planer"
        return f"{in_use().shown('rapport-ga-till')} går till {goal}."

    def _told(self, place: Place) -> str:
        name, id = place
        plan = self.desk.session.plans.get(name)
        if plan is None:
            return name
        title, item = one_line(self.desk.session.title(plan)), plan.items.get(id)
        return f"{one_line(heading(item))} {self._glyphs.dot} {title}" if item else title

    def on_report_list_chosen(self) -> None:
        """Go to the row that was double-clicked."""
        self.action_go()

    def action_go(self) -> None:
        """End with what the row is about, chosen in a list where that is in several plans."""
        places = self.report_list.row.places if self.report_list.row else ()
        if len(places) == 1:
            self.dismiss(places[0])
        elif places:
            self._choose({"/".join(place): place for place in places})

    def _choose(self, places: dict[str, Place]) -> None:
        """Ask which plan to go to."""
        from tui.screens.chooser import Chooser

        def chosen(line: str | None) -> None:
            if line is not None:
                self.dismiss(places[line])

        lines = [Line(line, self._told(place)) for line, place in places.items()]
        self.app.push_screen(Chooser("Gå till", lines, searched=False), chosen)

    def action_view(self, step: str) -> None:
        """Show the report to the right, ``after``, or to the left, ``before``."""
        place = VIEWS.index(self._report) + {"after": 1, "before": -1}[step]
        self.action_show(VIEWS[place % len(VIEWS)].name)

    def action_show(self, name: str) -> None:
        """Show a report, by its name."""
        self._report = _named(name)
        self._again()

    def action_year(self, step: str) -> None:
        """Show the year after, or before, of those that there are plans for."""
        self.ar = year_beside(self.desk.session.plans.values(), self.ar, step)
        self._again()

    def _again(self) -> None:
        """Begin on the same plan in another report, or in the same one of another year."""
        places = self.report_list.row.places if self.report_list.row else ()
        self._start = places[0][0] if places else ""
        self._ask()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._glyphs)

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)


def _named(name: str) -> RegionReport:
    return next(report for report in VIEWS if report.name == name)
