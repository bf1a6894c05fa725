"""Fields of a form where nothing is typed: one of a few values, or the mål that are chosen in a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from data.plain_text import one_line
from tui.forms import FormField, Typed


class Choice(Widget, can_focus=True):
    """One of a few values: the arrows, the space bar or a click go on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space,enter", "turn(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value is chosen."""

        choice: Choice

    def __init__(self, field: FormField, value: Typed, *, id: str) -> None:
        super().__init__(id=id)
        self._choices = field.choices
        self._place = self._place_of(value)

    def _place_of(self, value: Typed) -> int:
        return next((place for place, (held, _) in enumerate(self._choices) if held == value), 0)

    @property
    def value(self) -> Typed:
        """What is chosen."""
        return self._choices[self._place][0]

    @value.setter
    def value(self, value: Typed) -> None:
        self._place = self._place_of(value)
        self.refresh()

    def render(self) -> Content:
        """The value between arrows."""
        return Content(f"< {self._choices[self._place][1]} >")

    def action_turn(self, step: int) -> None:
        """Go on to the next value, or back."""
        self._place = (self._place + step) % len(self._choices)
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self) -> None:
        """Go on to the next value."""
        self.action_turn(1)


class Chosen(Widget, can_focus=True):
    """The mål that an uppdrag serves; Enter or a click opens the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "open", show=False)]

    class Opened(Message):
        """The list is asked for."""

    def __init__(self, value: tuple[str, ...], named: Callable[[str], str], *, id: str) -> None:
        super().__init__(id=id)
        self._value = value
        self._named = named

    @property
    def value(self) -> tuple[str, ...]:
        """What is chosen."""
        return self._value

    @value.setter
    def value(self, value: tuple[str, ...]) -> None:
        self._value = value
        self.refresh()

    def render(self) -> Content:
        """The names on one line."""
        if not self._value:
            return Content("inget")
        count = f"{len(self._value)}: " if len(self._value) > 1 else ""
        return Content(count + ", ".join(one_line(self._named(each)) for each in self._value))

    def action_open(self) -> None:
        """Ask for the list."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """Ask for the list."""
        self.action_open()
