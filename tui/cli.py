"""The command line: arguments → one of `commands/`; whatever goes wrong → one line and an exit code.

Nothing is imported here before it is needed, so that a script that asks for the version is not kept waiting.
"""

from __future__ import annotations

import sys

from tui import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run `trafikljus` with these arguments (default: the process's own). Returns the exit code.

    0 is done, 1 that there is something to look at, 2 wrong use or an input that cannot be used.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--version"]:
        print(f"trafikljus {__version__}")
        return 0
    from tui.commands import run
    from tui.guard import guarded

    return guarded(lambda: run(given))
