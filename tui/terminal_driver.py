"""What the app draws through in a POSIX terminal: Textual's driver, which also bears to be stopped from outside.

Textual starts anew whenever the system lets the program go on, also where it was not Textual that stopped it: a
debugger, a container or machine that was frozen, `kill -STOP`. Then several threads read the keyboard; escape
sequences are torn between them, and one of them keeps the app from ending.
"""

from __future__ import annotations

import asyncio
import os
import termios
import tty
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Goes on where it was; what the terminal has been used for meanwhile is drawn over."""

    def _sigcont_application(self, *signal: object) -> None:
        if self._must_signal_resume:  # we had let go of the terminal before we were stopped
            super()._sigcont_application(*signal)
        else:
            with suppress(RuntimeError):  # there is nothing to go on with yet
                asyncio.get_running_loop().call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        """Take the terminal as it was left, and draw all again."""
        if self._writer_thread is None or not self._writer_thread.is_alive() or self.exit_event.is_set():
            return
        if os.isatty(self.fileno):
            with suppress(termios.error):
                modes = termios.tcgetattr(self.fileno)
                modes[tty.LFLAG] = self._patch_lflag(modes[tty.LFLAG])
                modes[tty.IFLAG] = self._patch_iflag(modes[tty.IFLAG])
                termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")  # the other screen, no cursor, and word of the focus
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self.flush()
        self._app.refresh(layout=True)
