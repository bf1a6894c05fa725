"""One session of the app for one page: a process of its own, started without a shell."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import PIPE, Process

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.program import ARGUMENTS

DRIVER = "tui.serving.driver:PageDriver"


class Session(AppService):
    """Runs the app on the region in the current folder, between a process and a page."""

    def __init__(self, page: WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            "",
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=self._close,
            download_manager=downloads,
        )
        self._page = page

    async def run(self) -> None:
        """Carry what is drawn to the page until the app ends; close the page then, whatever it ended of."""
        await super().run()
        await self._page.close()

    async def stop(self) -> None:
        """End the session; returns when the process has committed what it saved, and is gone."""
        await super().stop()
        if self._process is not None:
            await self._process.wait()

    async def _close(self) -> None:
        await self._page.close()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = {**self._build_environment(width, height), "TEXTUAL_DRIVER": DRIVER}
        self._process = await asyncio.create_subprocess_exec(
            *ARGUMENTS, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        self._stdin = self._process.stdin
        return self._process
