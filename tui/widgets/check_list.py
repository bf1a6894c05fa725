"""A list of things to choose under headings; under some any number can be chosen, under others one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.plain_text import one_line
from tui.widgets.plain_list import PlainList


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a heading."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]
    """Value and label of each."""
    one: bool = False
    """Whether exactly one is chosen."""


class CheckList(PlainList):
    """The groups one after the other, with a mark before what is chosen. Enter is left to the screen."""

    @dataclass
    class Changed(Message):
        """Something else is chosen."""

    def __init__(self, groups: Iterable[Group], chosen: Mapping[str, Iterable[str]], *, id: str) -> None:
        """`chosen`: values by group; those that are not there are passed over, and one of one is always chosen."""
        super().__init__(id=id, markup=False)
        self._groups = tuple(group for group in groups if group.choices)
        self._chosen = {group.name: _known(group, chosen.get(group.name, ())) for group in self._groups}
        self._entries: list[tuple[Group, str, str] | None] = []

    def on_mount(self) -> None:
        """Draw the lines."""
        drawn: list[Option] = []
        for group in self._groups:
            self._entries.append(None)
            drawn.append(Option(Content.styled(group.title, Style(bold=True)), disabled=True))
            for value, label in group.choices:
                self._entries.append((group, value, label))
                drawn.append(Option(self._drawn(group, value, label)))
        self.add_options(drawn)
        self.highlighted = 1

    def chosen(self, name: str) -> tuple[str, ...]:
        """Return the values that are chosen in a group, in its order."""
        held = self._chosen.get(name, set())
        return tuple(
            value for group in self._groups if group.name == name for value, _ in group.choices if value in held
        )

    @property
    def current(self) -> tuple[str, str] | None:
        """The group's name and the value that the cursor is on."""
        line = self._entries[self.highlighted] if self.highlighted is not None else None
        return None if line is None else (line[0].name, line[1])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        event.stop()
        self._turn(event.option_index)

    def turn(self) -> None:
        """Choose what the cursor is on, or do not."""
        if self.highlighted is not None:
            self._turn(self.highlighted)

    def _turn(self, place: int) -> None:
        line = self._entries[place]
        if line is None:
            return
        group, value, _ = line
        held = self._chosen[group.name]
        self._chosen[group.name] = {value} if group.one else held ^ {value}
        for at, other in enumerate(self._entries):
            if other is not None and other[0] is group:
                self.replace_option_prompt_at_index(at, self._drawn(*other))
        self.post_message(self.Changed())

    def _drawn(self, group: Group, value: str, label: str) -> Content:
        mark = "*" if group.one else "x"
        left, right = "()" if group.one else "[]"
        held = mark if value in self._chosen[group.name] else " "
        return Content(f"{left}{held}{right} {one_line(label)}")


def _known(group: Group, chosen: Iterable[str]) -> set[str]:
    known = [value for value, _ in group.choices]
    held = set(chosen) & set(known)
    return held if held or not group.one else {known[0]}
