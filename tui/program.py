"""How other programs start this one."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

ARGUMENTS = (sys.executable, "-P", "-m", "tui")
"""What starts this interpreter's own trafikljus without a shell; see below."""

COMMAND = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m tui"
"""A line for a shell, also git's own on Windows. `-P`: nothing in the folder that we are started in is run."""
