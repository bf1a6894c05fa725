"""The form of one item: tells what is wrong as it is typed, and saves only what reading the file would accept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from data.mal import MalOchBudget
from data.plan import Item
from data.rules import Entry, typed, undecided
from tui.actions import bindings
from tui.forms import FIELDS, FormField, Typed, edited
from tui.keymap import key
from tui.resting import Resting
from tui.widgets.choice import Choice, Chosen
from tui.widgets.key_line import KeyLine
from tui.widgets.safe_text import LineInput

KEPT = "Utkast från förut, inte sparat."
"""What is told of a form that begins with a draft."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the form may offer."""

    ansvariga: list[str] = field(default_factory=list)
    mal: Mapping[str, str] = field(default_factory=dict)
    """The mål that may be chosen: names by id."""
    decided: MalOchBudget | None = None
    """Where the mål must be found; None where any will do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form begins with."""

    kind: type[Item]
    before: Mapping[str, Typed]
    """The fields it has, as they are."""
    draft: Mapping[str, Typed] | None = None
    """The fields as somebody left them, not saved."""
    new: bool = False
    """Whether the item is yet to come."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form ended with."""

    texts: Mapping[str, Typed]
    """All of it, for a draft."""
    values: Mapping[str, Any] | None
    """The values of the fields that were changed, to be saved; None when it was closed."""


class ItemForm(ModalScreen[Filled]):
    """Edits some fields of one item, or of one that is to come."""

    CSS_PATH = "item_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("form")

    def __init__(
        self, title: str, sheet: Sheet, known: Known, keep: Callable[[Mapping[str, Typed]], object]
    ) -> None:
        """Take what is being edited, how it begins, what may be offered, and what keeps a draft."""
        super().__init__()
        self._title = title
        self._sheet = sheet
        self._start = self._seen = {**sheet.before, **(sheet.draft or {})}
        self._thrown: dict[str, Typed] | None = None
        """What was thrown away last; None when it is back."""
        self._resting = Resting(self, lambda: keep(self._texts))
        self._known = known
        self._fields = [line for line in FIELDS[sheet.kind] if line.name in sheet.before]
        self._excused = {} if sheet.new else self._entry(sheet.before).faults
        """Faults that the file already has; they do not keep the rest from being saved."""
        self._asked: set[str] = set() if sheet.new and sheet.draft is None else set(sheet.before)
        """Fields about which one wants to know what is wrong."""

    def compose(self) -> ComposeResult:
        """A line for each field, and below each what is wrong with it, or how it is written."""
        with Vertical(id="form", classes="dialog"):
            yield Label(Content(self._title), id="form-title")
            yield Label(id="form-draft")
            with Vertical(id="form-fields"):
                for line in self._fields:
                    with Horizontal(classes="form-line"):
                        yield Label(Content(line.label), classes="form-label")
                        yield from self._editor(line, self._start[line.name])
                    yield Static(id=f"fault-{line.name}", classes="form-fault")
            yield KeyLine("form")

    def _editor(self, line: FormField, value: Typed) -> Iterator[LineInput | Choice | Chosen]:
        if line.choices:
            yield Choice(line, value, id=line.name)
        elif isinstance(value, tuple):
            yield Chosen(value, lambda mal: self._known.mal.get(mal, mal), id=line.name)
        else:
            yield LineInput(str(value), self._known.ansvariga if line.name == "ansvarig" else [], id=line.name)

    def on_mount(self) -> None:
        """Begin in the first field, and tell what is wrong already."""
        self.query_one(f"#{self._fields[0].name}").focus()
        self._tell()

    @property
    def _texts(self) -> dict[str, Typed]:
        return {line.name: self._value(line.name) for line in self._fields}

    def _value(self, name: str) -> Typed:
        editor = self.query_one(f"#{name}", LineInput | Choice | Chosen)  # type: ignore[arg-type]
        value: Typed = editor.value
        return value

    def _entry(self, texts: Mapping[str, Typed]) -> Entry:
        entry = typed(self._sheet.kind, texts)
        mal = entry.values.get("mal")
        wrong = undecided(mal, self._known.decided) if mal else None
        return Entry(entry.values, {**entry.faults, "mal": wrong}) if wrong else entry

    def _tell(self) -> None:
        about = KEPT if self._sheet.draft is not None else ""
        if self._thrown is not None:
            about = f"Det som var ändrat är slängt; {key('formular-slang')} tar tillbaka det."
        draft = self.query_one("#form-draft", Label)
        draft.update(Content(about))
        draft.display = bool(about)
        faults = self._entry(self._texts).faults
        for line in self._fields:
            fault = faults.get(line.name) if line.name in self._asked else None
            told = self.query_one(f"#fault-{line.name}", Static)
            told.update(Content(fault[0].upper() + fault[1:] + "." if fault else line.hint))
            told.set_class(fault is not None, "-wrong")

    def on_descendant_focus(self) -> None:
        """Bring also what is told of the field into sight."""
        told = self.query(f"#fault-{self.focused.id}") if self.focused is not None else None
        if told:
            told.first().scroll_visible(animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell at once what is wrong with what is typed."""
        if event.value != self._sheet.before.get(str(event.input.id)):
            self._asked.add(str(event.input.id))
        self._changed()

    def on_choice_changed(self) -> None:
        """Tell at once what is wrong with what is chosen."""
        self._changed()

    def _changed(self) -> None:
        """Tell what is wrong, and soon keep it all as a draft."""
        texts = self._texts
        if texts != self._sheet.before:
            self._thrown = None
        self._tell()
        if texts != self._seen:
            self._seen = texts
            self._resting.changed()

    def on_input_submitted(self) -> None:
        """Go to the next field; a form of one field is saved."""
        if len(self._fields) == 1:
            self.action_save()
        else:
            self.focus_next()

    def on_chosen_opened(self) -> None:
        """Choose mål in a list."""
        from tui.screens.mal_picker import MalPicker

        line = self.query_one(Chosen)

        def picked(chosen: tuple[str, ...] | None) -> None:
            if chosen is not None:
                line.value = chosen
                self._asked.add("mal")
                self._changed()

        self.app.push_screen(MalPicker(self._known.mal, line.value, free=self._known.decided is None), picked)

    def action_save(self) -> None:
        """End with the values, when nothing is wrong; otherwise go to the first that is."""
        texts = self._texts
        entry = self._entry(texts)
        wrong = [name for name, fault in entry.faults.items() if self._excused.get(name) != fault]
        if wrong:
            self._asked.update(texts)
            self._tell()
            first = next(line.name for line in self._fields if line.name in wrong)
            self.query_one(f"#{first}").focus()
        else:
            sound = {name: text for name, text in texts.items() if name in entry.values}
            self.dismiss(Filled(texts, edited(entry, self._sheet.before, sound)))

    def action_discard(self) -> None:
        """Put the fields back as they are saved; once more, as they were before that."""
        thrown, texts = self._thrown, self._texts
        if thrown is None and texts == self._sheet.before:
            return
        for name, text in (self._sheet.before if thrown is None else thrown).items():
            self.query_one(f"#{name}", LineInput | Choice | Chosen).value = text  # type: ignore[arg-type]
        self._thrown = texts if thrown is None else None
        self._changed()

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_close(self) -> None:
        """End with the form as a draft."""
        self.dismiss(Filled(self._texts, None))
