"""The dialog where one chooses what the rows that show must be: status, fokusområde, ansvarig, changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from data.plain_text import one_line
from tui.actions import bindings
from tui.filtering import STATUSES, Choices, Wanted
from tui.glyphs import Glyphs, ground, legible
from tui.widgets.key_line import KeyLine
from tui.widgets.plain_list import PlainList

Moment = str | date
"""What one can compare with: a closed report, by its title, or the beginning of a day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen. The query and the plans to compare with are for the one who asked to add."""

    wanted: Wanted
    since: Moment | None


@dataclass(frozen=True, slots=True)
class _Choice:
    """One line that can be chosen."""

    part: str
    """Which part of the filter it belongs to."""
    value: str
    text: Content


class FilterDialog(ModalScreen[Asked | None]):
    """Ends with what was asked for, or None when closed."""

    CSS_PATH = "filter.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")

    def __init__(self, wanted: Wanted, known: Choices, titles: Sequence[str], glyphs: Glyphs) -> None:
        super().__init__()
        self._known = known
        self._titles = titles
        self._glyphs = glyphs
        label = wanted.since.label if wanted.since else ""
        self._date = "" if label in titles else label
        self._chosen: dict[str, set[str]] = {
            "status": set(wanted.statuses),
            "fokusområde": set(wanted.fokusomraden),
            "ändrat sedan": {label} & set(titles),
            "ansvarig": set(wanted.ansvariga),
        }
        self._lines: list[_Choice | None] = []

    def compose(self) -> ComposeResult:
        """One list with a heading for each part, and a field for a date."""
        with Vertical(id="filter", classes="dialog"):
            yield Label("Visa bara", id="filter-title")
            yield PlainList(markup=False)
            with Horizontal(id="filter-date"):
                yield Label("Ändrat sedan dagen ", markup=False)
                yield Input(self._date, placeholder="ÅÅÅÅ-MM-DD", compact=True, max_length=10)
            yield Label("", id="filter-fault", markup=False)
            yield KeyLine("filter")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()
        self.query_one(PlainList).focus()

    def _fill(self) -> None:
        """Draw every line, and stay on the one that one is on."""
        options = self.query_one(PlainList)
        place = options.highlighted
        self._lines = []
        drawn: list[Option] = []
        for part, choices in self._parts():
            self._lines.append(None)
            drawn.append(Option(Content.styled(part.capitalize(), Style(bold=True)), disabled=True))
            for choice in choices:
                self._lines.append(choice)
                drawn.append(Option(self._drawn(choice)))
        options.clear_options()
        options.add_options(drawn)
        options.highlighted = 1 if place is None else place

    def _parts(self) -> Iterator[tuple[str, list[_Choice]]]:
        """Give the headings that have anything under them."""
        on = ground(self.app)
        signs = [
            Content.styled(self._glyphs.sign(status), legible(status.colour, on) if status.colour else "")
            for status in STATUSES
        ]
        texts = {
            "status": [
                _Choice("status", status.value, Content.assemble(sign, " ", status.label))
                for status, sign in zip(STATUSES, signs, strict=True)
            ],
            "fokusområde": _plain("fokusområde", self._known.fokusomraden),
            "ändrat sedan": _plain("ändrat sedan", self._titles),
            "ansvarig": _plain("ansvarig", self._known.ansvariga),
        }
        return ((part, choices) for part, choices in texts.items() if choices)

    def _drawn(self, choice: _Choice) -> Content:
        mark = "[x] " if choice.value in self._chosen[choice.part] else "[ ] "
        return Content.assemble(mark, choice.text)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._turn(event.option_index)

    def action_turn(self) -> None:
        """Choose the line, or do not."""
        place = self.query_one(PlainList).highlighted
        if place is not None:
            self._turn(place)

    def _turn(self, place: int) -> None:
        choice = self._lines[place]
        if choice is None:
            return
        chosen = self._chosen[choice.part]
        if choice.part == "ändrat sedan":
            self.query_one(Input).value = ""
            self._chosen[choice.part] = {choice.value} - chosen
        else:
            chosen ^= {choice.value}
        options = self.query_one(PlainList)
        for at, line in enumerate(self._lines):
            if line is not None and line.part == choice.part:
                options.replace_option_prompt_at_index(at, self._drawn(line))

    def action_clear(self) -> None:
        """Choose nothing."""
        for chosen in self._chosen.values():
            chosen.clear()
        self.query_one(Input).value = ""
        self._fill()

    def on_input_submitted(self) -> None:
        """Enter in the date does as in the list."""
        self.action_show()

    def action_show(self) -> None:
        """End with what is chosen, unless the date is none."""
        typed = self.query_one(Input).value.strip()
        since: Moment | None = next(iter(self._chosen["ändrat sedan"]), None)
        if typed:
            try:
                since = date.fromisoformat(typed)
            except ValueError:
                self.query_one("#filter-fault", Label).update(Content("Skriv dagen som 2025-03-01."))
                self.query_one(Input).focus()
                return
        statuses, omraden, ansvariga = (
            frozenset(self._chosen[part]) for part in ("status", "fokusområde", "ansvarig")
        )
        wanted = Wanted(statuses=statuses, fokusomraden=omraden, ansvariga=ansvariga)
        self.dismiss(Asked(wanted, since))

    def action_next_field(self) -> None:
        """Go to the date, or back to the list."""
        self.focus_next()

    def action_close(self) -> None:
        """End without choosing."""
        self.dismiss(None)


def _plain(part: str, values: Sequence[str]) -> list[_Choice]:
    return [_Choice(part, value, Content(one_line(value))) for value in values]
