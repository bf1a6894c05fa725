"""The line under the top line that says what needs to be known now: what failed, why, and what to do."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class NoticeLine(Static):
    """One message, until the next or until it is closed; takes no room when there is none."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self.text = ""
        self.display = False

    def tell(self, text: str, *, failed: bool = False) -> None:
        """Show a message; the empty one takes the line away."""
        if (text, failed) == (self.text, self.has_class("-failed")):
            return  # to update is to lay out the screen
        self.text = text
        self.set_class(failed, "-failed")
        self.update(Content(text))
        self.display = bool(text)

    def on_click(self) -> None:
        """Close the message."""
        self.tell("")
