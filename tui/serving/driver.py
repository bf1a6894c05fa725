"""What the app draws through in a session: Textual's driver for pages, which also ends when its server is gone."""

from __future__ import annotations

import asyncio

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Ends the app, which then commits what it saved, when nothing more can come from the server."""

    def run_input_thread(self) -> None:
        """Read what the page sends until it, or the server, is gone."""
        super().run_input_thread()
        if self._app.is_running:
            asyncio.run_coroutine_threadsafe(self._app._post_message(messages.ExitApp()), self._loop)
