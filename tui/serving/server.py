"""The web server: textual-serve's, with a page in Swedish that fetches nothing from elsewhere.

A web page of another origin may open a web socket to this computer, and a name of another's may be made to lead
here; so a request is answered only when it comes from our own page, by a name that we gave.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server, to_int

from data.plain_text import one_line
from tui.serving.session import Session
from tui.terminal import say

_FOLDER = Path(__file__).parent
_PAGE, _SCRIPT = "app_index.html", "page.js"
_GRACE = 1.0
"""Seconds that open pages get when the server is stopped, before their sessions are ended (and commit)."""


class BrowserServer(Server):
    """Serves the app on the region in the current folder to those who come by one of `names`; None: by any."""

    def __init__(self, listening: socket.socket, title: str, names: frozenset[str] | None) -> None:
        super().__init__("", title=one_line(title), templates_path=_FOLDER)
        self._listening = listening
        self._names = names

    def serve(self, debug: bool = False) -> None:
        """Serve until the process is interrupted or told to end."""
        web.run_app(
            self._make_app(),
            sock=self._listening,
            access_log=None,
            print=None,
            shutdown_timeout=_GRACE,
            loop=asyncio.new_event_loop(),
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get(f"/{_SCRIPT}", self.handle_script)
        app.middlewares.append(self._guard)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing in English."""

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        foreign = origin is not None and urlsplit(origin).netloc != request.host
        if foreign or (self._names is not None and _name(request.host) not in self._names):
            raise web.HTTPForbidden(text="Öppna sidan på den adress som trafikljus serve skrev.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = (
                f"default-src 'self'; connect-src 'self' {_socket_url(request)}; style-src 'self' 'unsafe-inline'; "
                "img-src 'self' data:; frame-ancestors 'none'"
            )
        return response

    @aiohttp_jinja2.template(_PAGE)
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page, which finds the server by the name that the browser found it by."""
        size = to_int(request.query.get("fontsize", "16"), 16)
        return {"title": self.title, "font_size": size, "socket": _socket_url(request)}

    async def handle_script(self, request: web.Request) -> web.FileResponse:
        """What the page does beside textual-serve's own script."""
        return web.FileResponse(_FOLDER / _SCRIPT)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One session of the app, for as long as its page is open."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        session = Session(websocket, self.download_manager)
        try:
            await session.start(
                to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24)
            )
            await self._process_messages(websocket, session)
        finally:
            await session.stop()
            await websocket.close()
        return websocket


def announced(host: str, port: int) -> str:
    """Return the address of the page."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(listening: socket.socket, title: str, names: frozenset[str] | None) -> None:
    """Tell where the page is, and serve the app on the region in the current folder until interrupted."""
    host, port = listening.getsockname()[:2]
    say(f"{title} finns i webbläsaren på {announced(host, port)}\nCtrl+C avslutar.")
    sys.stdout.flush()
    logging.getLogger("textual-serve").setLevel(logging.CRITICAL)  # it speaks English, and the app tells its own
    BrowserServer(listening, title, names).serve()


def _name(host: str) -> str:
    """Return a Host header without its port."""
    return urlsplit(f"//{host}").hostname or ""


def _socket_url(request: web.Request) -> str:
    return f"{'wss' if request.secure else 'ws'}://{request.host}/ws"
