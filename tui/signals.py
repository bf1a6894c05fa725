"""Ending in good order when the system says so: the terminal was closed, or somebody told the program to stop."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
import threading
import time
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import TrafikljusApp

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Those that end a program; the last one is what Windows sends when the console is closed."""

_LOOKED = 2.0
"""Seconds between looks at whether the terminal is still there."""

_GRACE = 3.0
"""Seconds that the screen gets to close once all is saved; a terminal that is gone may keep it hanging."""


def end_on_signals(app: TrafikljusApp) -> None:
    """Let a signal that would end the program save and commit first. For the main thread."""
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, partial(_end, app))
    if sys.platform != "win32" and sys.stdin.isatty():
        threading.Thread(target=_watch_terminal, args=(sys.stdin.fileno(),), daemon=True).start()


def _watch_terminal(handle: int) -> None:
    """Say what the system does not, to a program that is not the terminal's own: that the terminal is gone."""
    import termios

    while True:
        time.sleep(_LOOKED)
        try:
            termios.tcgetattr(handle)
        except termios.error as error:
            if error.args[0] == errno.EIO:
                os.kill(os.getpid(), signal.SIGHUP)
                return


def _end(app: TrafikljusApp, number: int, frame: FrameType | None) -> None:
    code = 128 + number
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # not yet open, or closed already
        raise SystemExit(code) from None
    threading.Thread(target=_finish, args=(app, code), daemon=True).start()
    loop.call_soon_threadsafe(partial(app.exit, return_code=code))


def _finish(app: TrafikljusApp, code: int) -> None:
    """See to it that what is under way is done, whatever becomes of the screen, and that the program ends."""
    app.finish()
    time.sleep(_GRACE)
    os._exit(code)
