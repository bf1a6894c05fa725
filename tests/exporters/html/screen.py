"""A page on a screen, as Chromium shows it: of some width, light or dark, with its scripts or without."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from exporters.document import Document
from exporters.html.page import html
from tests.end_to_end.browser import Browser

_KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), " ": (32, " "), "Escape": (27, "")}


class Screen:
    """One page at a time in one browser."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.browser = Browser(folder / "chromium")
        self.devtools("Emulation.setScrollbarsHidden", hidden=True)

    def devtools(self, command: str, **parameters: object) -> Any:
        """Return what a command of the developer tools returns."""
        return self.browser.devtools(command, **parameters)

    def show(self, document: Document, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> None:
        """Show a document's page."""
        file = self._folder / "sida.html"
        file.write_bytes(html(document))
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )
        self.in_print(False, dark=dark)
        self.devtools("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.browser.open(file.as_uri())

    def resize(self, width: int) -> None:
        """Give the screen another width."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )

    def in_print(self, printed: bool, *, dark: bool = False) -> None:
        """Take the page for paper, or for a screen."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.devtools("Emulation.setEmulatedMedia", media="print" if printed else "", features=features)

    def run(self, script: str) -> Any:
        """Return what a script in the page returns."""
        return self.browser.run(script)

    def click(self, selector: str) -> None:
        """Click what a selector finds first, where a person would."""
        x, y = self.run(
            f"const found = document.querySelector({selector!r}); found.scrollIntoView({{block: 'center'}});"
            "const box = found.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.devtools("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key on the keyboard."""
        code, text = _KEYS[key]
        common = {"key": key, "windowsVirtualKeyCode": code}
        self.devtools("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.devtools("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Write where the cursor is."""
        self.devtools("Input.insertText", text=text)

    def rows(self) -> list[str]:
        """What each row that is shown is about, in the order it is seen."""
        return self.run(
            "return [...document.querySelectorAll('tbody th')].filter((head) => head.checkVisibility())"
            ".map((head) => (head.querySelector('.what') || head).textContent)"
        )

    def tree(self) -> list[tuple[str, str]]:
        """Role and name of all that a screen reader is told of, in order."""
        nodes = self.devtools("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]
        ]

    def pdf(self) -> bytes:
        """The page printed."""
        printed = self.devtools("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        """Close the browser."""
        self.browser.close()
