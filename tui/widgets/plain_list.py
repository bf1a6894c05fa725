"""A list to choose from, with the keys of the registry: the arrows, and those of vim where nothing is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from tui.actions import bindings


class PlainList(OptionList, inherit_bindings=False):
    """Moves its cursor; what Enter does is the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
