"""Lets the user write a text in an editor of their own: $VISUAL, $EDITOR, or what the system has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path


class EditorError(Exception):
    """The editor could not be used; the message says why and what to do."""


def editor_command() -> list[str]:
    """Return the user's editor as a command. EditorError when there is none."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        try:
            return shlex.split(chosen, posix=os.name != "nt")
        except ValueError as error:
            raise EditorError(f"EDITOR går inte att tolka: {chosen}") from error
    found = next((path for name in ("nano", "vi", "notepad") if (path := shutil.which(name))), None)
    if found is None:
        raise EditorError("ingen editor är vald; sätt variabeln EDITOR, till exempel EDITOR=nano")
    return [found]


def edited_outside(text: str) -> str:
    """Open a text in the user's editor, wait, and return it as it was left. EditorError when that failed."""
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="trafikljus-") as folder:
        path = Path(folder) / "kommentar.txt"
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            code = subprocess.run([*command, str(path)], check=False).returncode
            written = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise EditorError(f"{command[0]} gick inte att starta; kontrollera variabeln EDITOR") from error
        except UnicodeDecodeError as error:
            raise EditorError("texten är inte UTF-8; spara den som UTF-8 i editorn") from error
    if code != 0:
        raise EditorError(f"{command[0]} slutade med fel {code}; kommentaren är inte ändrad")
    return written
