"""What is printed on a terminal or into a pipe: any text, on any encoding, with nothing that the terminal obeys."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

_SIGNS = "●▲■‖○◐◆✓►▾▸…·✗│╭╮╰╯"
"""What the screen draws with, outside of ASCII."""

_POOR_TERMINALS = frozenset({"dumb", "linux"})
"""Terminals, by TERM, whose fonts have few signs."""


def prepare() -> None:
    """Let every sign be printed: UTF-8 into files and pipes; on a terminal `?` for what it cannot show.

    A stream that was closed before we started (``>&-``) takes everything and shows nothing.
    """
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def needs_ascii(environ: Mapping[str, str], encoding: str) -> bool:
    """Tell whether signs outside ASCII would come out wrong, by what locale and terminal say of themselves."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "")
    if locale and "utf8" not in locale.lower().replace("-", ""):
        return True
    # The old console of Windows has no signs for what its font lacks; newer ones leave a trace of themselves.
    newer = {"WT_SESSION", "TERM_PROGRAM", "TERM", "ConEmuANSI"}
    if environ.get("TERM") in _POOR_TERMINALS or (environ.get("OS") == "Windows_NT" and not newer & environ.keys()):
        return True
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def say(text: str) -> None:
    """Print lines of the answer."""
    _print(text, sys.stdout)


def tell(text: str) -> None:
    """Print a line beside the answer: what went wrong, or what to know."""
    sys.stdout.flush()
    _print(text, sys.stderr)


def say_json(value: Any) -> None:
    """Print a value as JSON, for scripts."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _print(text: str, stream: TextIO) -> None:
    from data.plain_text import visible

    print(visible(text), file=stream)
