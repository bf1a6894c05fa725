"""The dialog that asks for the name and e-mail that git writes on every commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.actions import bindings
from tui.widgets.key_line import KeyLine


@dataclass(frozen=True, slots=True)
class Person:
    """Who the user is, to git."""

    namn: str
    epost: str


class IdentityDialog(ModalScreen[Person | None]):
    """Ends with the person, or None when the user would rather not say now."""

    CSS_PATH = "identity.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("identity")

    def compose(self) -> ComposeResult:
        """Two fields, and why they are asked for."""
        with Vertical(id="identity", classes="dialog"):
            yield Label("Vem är du?", id="identity-title")
            yield Label(
                "Git skriver namn och e-post på varje ändring. De sparas bara i det här arkivets inställningar.",
                id="identity-why",
            )
            yield Input(placeholder="Namn", id="namn")
            yield Input(placeholder="E-post", id="epost")
            yield Label("", id="identity-fault", markup=False)
            yield KeyLine("identity")

    def on_input_submitted(self) -> None:
        """Enter in a field saves."""
        self.action_save()

    def action_next_field(self) -> None:
        """Go to the other field."""
        self.focus_next()

    def action_save(self) -> None:
        """Go to the field that is empty, or end."""
        fields = {field.id: field for field in self.query(Input)}
        values = {id: field.value.strip() for id, field in fields.items()}
        empty = next((field for id, field in fields.items() if not values[id]), None)
        if empty is not None:
            self.query_one("#identity-fault", Label).update(
                "" if empty.has_focus else f"{empty.placeholder} saknas."
            )
            empty.focus()
        elif "@" not in values["epost"]:
            self.query_one("#identity-fault", Label).update("E-posten ska innehålla @.")
            fields["epost"].focus()
        else:
            self.dismiss(Person(values["namn"], values["epost"]))

    def action_close(self) -> None:
        """End without an answer."""
        self.dismiss(None)
