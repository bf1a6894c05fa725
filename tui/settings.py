"""What a user has chosen: `installningar.toml` in the folder that the platform keeps settings in.

The file is read when the app starts and never written but for the theme, when one is chosen in the app. A fault is
told by line and column; what it stands in is left at its default, so that the app always opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.faults import Fault

FILE = "installningar.toml"
"""The file's name."""

_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; each field is a key of the file."""

    tema: str | None = None
    """The colours: ``mork`` (as without it), ``ljus``, ``mork-kontrast``, ``ljus-kontrast``, or ``ansi`` for the
    terminal's own."""
    ascii: bool | None = None
    """``true`` draws with ASCII alone, ``false`` never does; without it the app looks at the terminal."""
    rorelse: bool = True
    """``false`` lets nothing on the screen move by itself."""
    synka: int = 5
    """Minutes between two syncs with the server that nobody asks for; 0: none."""
    forval: str | None = None
    """A whole set of keys: ``vim`` moves with ``h j k l`` beside the arrows."""
    tangenter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of one's own: the name of an action, as ``trafikljus keys`` tells it, and its key or a list of keys."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings that hold, and what was wrong in the file."""

    settings: Settings
    faults: tuple[Fault, ...] = ()


def folder() -> Path:
    """Return the folder of the settings: ``~/.config/trafikljus`` on Linux, and its like elsewhere."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("trafikljus", appauthor=False))


def load() -> Loaded:
    """Read the settings; those of a file that is not there are the defaults."""
    path = folder() / FILE
    if not path.exists():
        return Loaded(Settings())
    from data.files import FileError, read

    own = path.resolve()  # people keep their settings elsewhere, behind a link
    try:
        raw = read(own.parent, own.name, _LIMIT) or b""
    except FileError as error:
        return Loaded(Settings(), (Fault(str(path), 1, 1, str(error)),))
    from tui.settings_file import parsed

    return parsed(raw, str(path))


def remember_theme(name: str) -> None:
    """Write which theme was chosen; all else in the file stays to the byte.

    OSError when it cannot be written, ValueError (in Swedish) when the file has faults of its own.
    """
    from data.files import read, write
    from tui.settings_file import with_theme

    folder().mkdir(parents=True, exist_ok=True)
    own = (folder() / FILE).resolve()
    write(own.parent, own.name, with_theme(read(own.parent, own.name, _LIMIT) or b"", name))
