"""What is printed on a terminal or into a pipe: any text, on any encoding, with nothing that the terminal obeys."""

from __future__ import annotations

import io
import json
import sys
from typing import Any, TextIO


def prepare() -> None:
    """Let every sign be printed: UTF-8 into files and pipes; on a terminal `?` for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


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
