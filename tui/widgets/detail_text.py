"""What the detail panel says about a row, as text. Texts from files are shown as they are, never obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from textual.content import Content
from textual.style import Style

from data.checks.of_omraden import to_look_at
from data.indicators import DIRECTIONS, outcome
from data.measurements import ASCII_LEVELS, LEVELS, line, measured, trend
from data.plain_text import one_line, visible
from data.plan import PLAN_ID, Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.spans import comment_spans
from data.status import UPPDRAG, Status
from data.todo import judged
from data.wording import status_words, with_status
from tui.glyphs import Glyphs, Ground, heading, legible, measure, status_of, tally
from tui.keymap import key
from tui.progress import progress_bar
from tui.rows import Broken, Row

_BOLD, _DIM = Style(bold=True), Style(dim=True)
_MARKED = Style(bold=True, underline=True)
_BAR = 12
"""How long a bar of progress is; half of what the panel has in a narrow terminal."""


class Names(Protocol):
    """What tells the names of things that a plan says by their ids."""

    def title(self, plan: Plan) -> str:
        """Return the plan's name."""

    def mal(self, plan: Plan, id: str) -> str:
        """Return the name of a mål; its id when nothing tells it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a row beside what it says itself."""

    news: tuple[str, ...] = ()
    """What others have done with the row, a line each."""
    drafts: tuple[str, ...] = ()
    """What is written there and not saved, a line each."""
    query: str = ""
    """What is searched for; its words are marked in the comment."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How the panel writes: its signs, its colours, and how plans are named."""

    glyphs: Glyphs
    ground: Ground
    names: Names
    beside: Beside

    def sign(self, status: Status) -> Content:
        """Return a status's sign in its colour."""
        text = self.glyphs.sign(status)
        return Content(text) if status.colour is None else Content.styled(text, legible(status.colour, self.ground))

    def judged(self, status: Status) -> Content:
        """Return a status as sign and full label."""
        return Content.assemble(self.sign(status), " ", status.label)

    def named(self, item: Item) -> Content:
        """Return an item as its status's sign and its name."""
        status, name = status_of(item), one_line(heading(item))
        return Content(name) if status is None else Content.assemble(self.sign(status), " ", name)


def detail_text(row: Row, plan: Plan | None, pen: Pen) -> Content:
    """Return all that the panel says about a row."""
    node = row.node
    if isinstance(node, Broken):
        lines = _broken(node)
    elif isinstance(node, Plan):
        lines = _plan(node, pen)
    else:
        lines = _item(node, plan, pen)
    return Content("\n").join(lines)


def _broken(broken: Broken) -> Iterator[Content]:
    yield Content.styled(f"{visible(broken.file)} kan inte läsas", _BOLD)
    yield Content("De andra filerna går att arbeta med. Rätta filen i en editor, så läses den på nytt.")
    for fault in broken.faults:
        yield Content("")
        yield Content.styled(f"Rad {fault.line}, tecken {fault.column}", _BOLD)
        yield Content(visible(fault.message))


def _plan(plan: Plan, pen: Pen) -> Iterator[Content]:
    yield Content.styled(visible(pen.names.title(plan)), _BOLD)
    yield Content.styled(f"{plan.name}.toml", _DIM)
    yield from _news(pen)
    progress = judged(plan)
    yield Content(f"{progress_bar(progress, _BAR, pen.glyphs)} {progress}")
    for omrade in plan.fokusomraden:
        yield Content("")
        yield pen.named(omrade)
        yield _tally(omrade, pen)


def _item(item: Item, plan: Plan | None, pen: Pen) -> Iterator[Content]:
    yield Content.styled(one_line(heading(item)), _BOLD)
    status = status_of(item)
    if isinstance(item, Fokusomrade):
        yield from _verdict(item, pen)
    elif isinstance(item, Indikator):
        yield pen.judged(outcome(item))
    elif status is not None:
        yield pen.judged(status)
    yield from _news(pen)
    yield from _facts(item, plan, pen.names)
    if isinstance(item, Indikator) and item.matningar:
        yield from _measured(item, pen)
    yield from _guesses(item)
    comment = getattr(item, "kommentar", None)
    yield Content("")
    yield Content.styled("Kommentar", _BOLD)
    yield _comment(comment, pen) if comment else Content.styled("Ingen kommentar ännu.", _DIM)
    yield from _below(item, pen)


def _comment(comment: str, pen: Pen) -> Content:
    """The comment, with what was searched for marked as in the tree."""
    text = visible(comment.strip("\n"))
    content = Content(text)
    for start, end in comment_spans(text, pen.beside.query):
        content = content.stylize(_MARKED, start, end)
    return content


def _news(pen: Pen) -> Iterator[Content]:
    """Tell what is written and not saved, and what others have done with the row."""
    for told in pen.beside.drafts:
        yield Content.styled(f"{pen.glyphs.draft} {visible(told)}", _BOLD)
    for told in pen.beside.news:
        yield Content.styled(f"{pen.glyphs.news} {visible(told)}", _BOLD)


def _verdict(omrade: Fokusomrade, pen: Pen) -> Iterator[Content]:
    """The verdict, which is a person's, and below it the counts that it may differ from."""
    status = UPPDRAG.of(omrade.status)
    yield Content.assemble(("Bedömning  ", _DIM), pen.sign(status), f" {status_words(status)}")
    yield Content.assemble(("Uppdragen  ", _DIM), _tally(omrade, pen))
    for told in to_look_at(omrade):
        yield Content.assemble(("Att uppmärksamma  ", _DIM), visible(told))


def _tally(omrade: Fokusomrade, pen: Pen) -> Content:
    return Content("  ").join(
        Content.assemble(pen.sign(status), f" {with_status(count, status)}") for status, count in tally([omrade])
    )


def _facts(item: Item, plan: Plan | None, names: Names) -> Iterator[Content]:
    """One line for each fact that the file has."""
    facts: list[tuple[str, object]] = []
    if plan is not None:
        facts.append(("Hör till", _whereabouts(item, plan)))
    if isinstance(item, Uppdrag | Aktivitet):
        facts.append(("Ansvarig", item.ansvarig))
        facts.append(("Tid", _time(item.start, item.slut)))
    if isinstance(item, Uppdrag) and plan is not None:
        facts.append(("Mål", ", ".join(names.mal(plan, id) for id in item.mal)))
    if isinstance(item, Uppdrag):
        facts.append(("Diarienummer", item.diarienummer))
        facts.append(("Ursprung", item.ursprung))
        facts.append(("Regiongemensamt", "ja" if item.regiongemensamt else None))
    if isinstance(item, Indikator):
        facts.append(("Utfall", measure(item.utfall, item.enhet)))
        facts.append(("Målvärde", measure(item.malvarde, item.enhet)))
        facts.append(("Riktning", DIRECTIONS.get(item.riktning or "")))
    facts += [(name, value) for name, value in item.extra]
    for name, value in facts:
        if value:
            yield Content.assemble((f"{visible(name)}  ", _DIM), visible(str(value)))


def _time(start: date | None, end: date | None) -> str:
    """Return from when and till when; empty when neither is told."""
    if start and end:
        return f"{start} – {end}"
    return f"från {start}" if start else f"till {end}" if end else ""


def _measured(indikator: Indikator, pen: Pen) -> Iterator[Content]:
    """The earlier outcomes, and how they have moved up to the last."""
    found = measured(indikator)
    yield Content.assemble(("Mätningar  ", _DIM), visible("; ".join(one.told for one in found)))
    drawn = line(found, ASCII_LEVELS if pen.glyphs.ascii else LEVELS)
    if drawn:
        yield Content.assemble(("Utveckling  ", _DIM), drawn, f"  {trend(indikator)}")


def _whereabouts(item: Item, plan: Plan) -> str:
    """What the item stands in, from the top."""
    above: list[str] = []
    id = plan.parents.get(item.id, PLAN_ID)
    while id != PLAN_ID:
        above.insert(0, one_line(heading(plan.items[id])))
        id = plan.parents[id]
    return " / ".join(above)


def _guesses(item: Item) -> Iterator[Content]:
    guesses: tuple[str, ...] = getattr(item, "att_se_over", ())
    if guesses:
        yield Content("")
        yield Content.styled("Att se över", _BOLD)
        yield from (Content(f"- {visible(guess)}") for guess in guesses)
        yield Content.styled(f"{key('sedd')} markerar som sedd", _DIM)


def _below(item: Item, pen: Pen) -> Iterator[Content]:
    children = item.children
    if children:
        yield Content("")
        yield Content.styled("Aktiviteter" if isinstance(item, Uppdrag) else "Uppdrag", _BOLD)
    for child in children:
        yield pen.named(child)
