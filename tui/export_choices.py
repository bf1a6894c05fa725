"""What an export may be asked for, as the screen offers it, and what would come of it: made from the registries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from data.period import ALL, Period
from data.plan import Plan
from data.wording import shortened
from exporters.deliveries import deliveries
from exporters.document import DRAFT
from exporters.formats import FORMATS, PlanFormat
from exporters.material import Material, Subject
from exporters.reports.registry import REPORTS
from exporters.text import DIALECTS
from tui.exporting import Choice
from tui.session import Session
from tui.widgets.check_list import Group

_PLAN, _MARKED, _YEAR, _TOGETHER = "plan", "marked", "year", "together"
_DRAFT = "draft"

Chosen = Callable[[str, str], tuple[str, ...]]
"""Returns the values that are chosen, by the list, ``what`` or ``how``, and the group."""


class Offer:
    """The choices for the plans of a session, from where one stands in it."""

    def __init__(self, session: Session, plan: Plan | None, marked: Sequence[str]) -> None:
        """`plan`: the one under the cursor; `marked`: the names of plans that have marked rows."""
        self._session = session
        plans = list(session.plans.values())
        self._plan = plan or plans[0]
        self._marked = tuple(dict.fromkeys(marked))
        self._year = tuple(each.name for each in plans if each.ar == self._plan.ar)

    def first(self, root: Path) -> Choice:
        """Return what is chosen before anything ever was."""
        format = next(name for name in FORMATS if name not in DIALECTS)
        return Choice((), (next(iter(REPORTS)),), (format,), str(root.parent / f"{root.name}-rapporter"))

    def chosen(self, before: Choice) -> Mapping[str, Sequence[str]]:
        """Return what the lists begin with, by the groups' names, given what was chosen before."""
        whom = _MARKED if self._marked else _TOGETHER if before.together else _PLAN
        return {
            "reports": before.reports,
            "whom": [whom],
            "formats": before.formats,
            "texts": before.formats,
            "drafts": [_DRAFT] * before.draft,
            "periods": [before.period or ALL[0]],
        }

    def what(self) -> tuple[Group, ...]:
        """Return the reports, and whom they can be for."""
        reports = tuple((report.name, report.title) for report in REPORTS.values())
        return (Group("reports", "Rapporter", reports), Group("whom", "För vem", tuple(self._whom()), one=True))

    def _whom(self) -> Sequence[tuple[str, str]]:
        ar, count = self._plan.ar, len(self._year)
        offered = [(_PLAN, self._session.title(self._plan))]
        if self._marked:
            number = f"{len(self._marked)} planer" if len(self._marked) > 1 else "planen"
            offered.insert(0, (_MARKED, f"Det markerade: {number}"))
        if count > 1:
            offered.append((_YEAR, f"Alla {count} planer {ar}, var för sig"))
            offered.append((_TOGETHER, f"Alla {count} planer {ar} i ett dokument"))
        return offered

    def how(self) -> tuple[Group, ...]:
        """Return the formats, the marking as a draft, and the periods."""
        formats = tuple((name, name) for name in FORMATS if name not in DIALECTS)
        texts = tuple((name, name) for name in FORMATS if name in DIALECTS)
        periods = tuple((name, Period(self._plan.ar, name).title) for name in ALL)
        return (
            Group("formats", "Format", formats),
            Group("drafts", "Märkning", ((_DRAFT, DRAFT),)),
            Group("periods", "Period", periods, one=True),
            Group("texts", "Textformat", texts),
        )

    def choice(self, chosen: Chosen, folder: str) -> Choice:
        """Return what the lists and the folder say."""
        (whom,) = chosen("what", "whom")
        (period,) = chosen("how", "periods")
        names = {_PLAN: (self._plan.name,), _MARKED: self._marked, _YEAR: self._year, _TOGETHER: self._year}
        return Choice(
            names[whom],
            chosen("what", "reports"),
            (*chosen("how", "formats"), *chosen("how", "texts")),
            folder,
            whom == _TOGETHER,
            period,
            bool(chosen("how", "drafts")),
        )

    def fault(self, choice: Choice) -> str | None:
        """Return what is missing in a choice; None when nothing is."""
        if not choice.formats:
            return "Välj minst ett format."
        if not choice.reports and not all(isinstance(FORMATS[name], PlanFormat) for name in choice.formats):
            return "Välj minst en rapport."
        if not choice.folder.strip():
            return "Skriv vilken mapp filerna ska läggas i."
        return None

    def told(self, choice: Choice) -> str:
        """Return what would come of a choice that lacks nothing, in a line."""
        plans = (self._session.plans[name] for name in choice.plans if name in self._session.plans)
        subjects = tuple(Subject(plan, plan.forvaltning, Period(plan.ar)) for plan in plans)
        made = deliveries(Material(subjects), choice.reports, choice.formats, together=choice.together)
        if len(made) == 1:
            return f"Det blir {made[0].file}"
        return f"Det blir {len(made)} filer, som {shortened(made[0].file, 60)}" if made else "Det blir ingen fil."
