"""A real browser without a window: Chromium, driven by ChromeDriver's own HTTP interface."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds to wait for what must come, on a machine that does much else."""

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the WebDriver standard gives an element's id
_ESCAPES = re.compile(r"\x1b\[[0-9;?<>=$]*[ -/]*[@-~]|\x1b[@-Z\\-_]")
_LISTEN = """
const Plain = window.WebSocket;
window.received = "";
window.WebSocket = class extends Plain {
  constructor(...all) {
    super(...all);
    const decoder = new TextDecoder();
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") window.received += decoder.decode(event.data, {stream: true});
    });
  }
};
"""


class Browser:
    """One Chromium with one page."""

    def __init__(self, folder: Path) -> None:
        assert CHROMIUM is not None and DRIVER is not None
        self._driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, text=True)
        assert self._driver.stdout is not None
        told = next(filter(None, (re.search(r"successfully on port (\d+)", line) for line in self._driver.stdout)))
        self._port, self._session = int(told[1]), "/session"
        arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--window-size=1100,700", f"--user-data-dir={folder}",
        ]  # fmt: skip
        options = {"binary": CHROMIUM, "args": arguments}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        self._session += "/" + self._ask("", wanted)["sessionId"]
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source=_LISTEN)

    def open(self, url: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._ask("/url", {"url": url})

    def run(self, script: str) -> Any:
        """Return what a script in the page returns."""
        return self._ask("/execute/sync", {"script": script, "args": []})

    def devtools(self, command: str, **parameters: object) -> Any:
        """Return what a command of Chromium's own developer tools returns."""
        return self._ask("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def press(self, keys: str) -> None:
        """Press keys in the page's terminal; those without a character are named as in the WebDriver standard."""
        found = self._ask("/element", {"using": "css selector", "value": ".xterm-helper-textarea"})
        self._ask(f"/element/{found[_ELEMENT]}/value", {"text": keys})

    @property
    def drawn(self) -> str:
        """All that was drawn in the terminal of the page so far, as plain text."""
        return _ESCAPES.sub("", self.run("return window.received || ''"))

    def sees(self, text: str) -> None:
        """Wait until a text has been drawn."""
        self.until(lambda: text in self.drawn, f"”{text}” kom aldrig")

    def until(self, happened: Callable[[], object], otherwise: str) -> None:
        """Wait for something that must come."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() >= deadline:
                state = self.run("return document.body.className + ' ' + document.body.innerText")
                raise AssertionError(f"{otherwise}; sidan: {state}; ritat: {self.drawn[-4000:]}")
            time.sleep(0.05)

    def close(self) -> None:
        """Close the page and the browser."""
        try:
            self._ask("", method="DELETE")
        finally:
            self._driver.terminate()
            self._driver.wait(PATIENCE)
            assert self._driver.stdout is not None
            self._driver.stdout.close()

    def _ask(self, path: str, body: object = None, *, method: str = "POST") -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.request(
            method,
            self._session + path,
            None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        answer = json.load(connection.getresponse())["value"]
        connection.close()
        assert not (isinstance(answer, dict) and "error" in answer), answer["message"]
        return answer
