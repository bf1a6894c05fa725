"""Opening a file or a folder with the program that the platform has for it. No shell; nothing waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which


class NoOpenerError(Exception):
    """There is nothing here that opens files; the message says what to do, in Swedish."""


def open_outside(path: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Open a file or folder that is there. NoOpenerError, OSError."""
    target = path.resolve(strict=True)
    if sys.platform == "win32":
        os.startfile(target)  # noqa: S606 - as it is meant to be
        return
    command = opener(sys.platform, environ)
    if command is None:
        raise NoOpenerError(f"här finns inget fönster att öppna i; filen är {target}")
    subprocess.Popen(  # not waited for: it lives as long as the user looks
        [command, str(target)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def opener(platform: str, environ: Mapping[str, str]) -> str | None:
    """Return the program that opens files on a platform; None where there is none, or no screen to open them on."""
    if platform == "darwin":
        return which("open")
    seen = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") or environ.get("WSL_DISTRO_NAME")
    return (
        (which("xdg-open", path=environ.get("PATH")) or which("wslview", path=environ.get("PATH")))
        if seen
        else None
    )
