"""`rapport.toml`, and the picture it names: from files to a `Look`, with every fault told by line and column.

The files are reached through a function that is given, so that they are read the same from the folder and from git.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from data import files
from data.contrast import TEXT, contrast, rgb
from data.decoding import MAX_BYTES, decoded
from data.faults import Fault, unreadable
from data.files import FileError
from data.layout import scan
from data.look import FILE, PLAIN, Logo, Look
from data.plain_text import visible
from data.toml_text import TomlError, loads

MAX_PICTURE = 1_000_000
"""Bytes: the picture stands in every document."""

_MAX_TEXT = 200
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PATH = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^/\\:\0-\x1f][^\\:\0-\x1f]*")
_KEYS = ("logga", "logga_alt", "farg", "typsnitt", "sidhuvud", "sidfot")
_WHITE = (255, 255, 255)

Read = Callable[[str, int], bytes | None]
"""Returns at most so many bytes of a file by its path, or None when there is none; FileError for anything else."""


def load(root: Path) -> tuple[Look | None, tuple[Fault, ...]]:
    """Return what the `rapport.toml` in a region's folder says; see `read_look`."""
    return read_look(partial(files.read, root))


def read_look(read: Read) -> tuple[Look | None, tuple[Fault, ...]]:
    """Return what `rapport.toml` says, unless a fault made it unusable, and all that was found in it."""
    try:
        raw = read(FILE, MAX_BYTES + 1)
    except FileError as error:
        return None, (unreadable(FILE, error),)
    if raw is None:
        return PLAIN, ()
    text, faults = decoded(raw, FILE)
    if text is None:
        return None, faults
    try:
        data = loads(text)
    except TomlError as error:
        return None, (*faults, Fault(FILE, error.line, error.column, str(error)))
    reader = _Reader(data, text, read)
    look = reader.look()
    told = tuple(sorted([*faults, *reader.faults]))
    return (None if any(not fault.warning for fault in told) else look), told


class _Reader:
    """One pass over the data, gathering faults."""

    def __init__(self, data: Mapping[str, Any], text: str, read: Read) -> None:
        self._data, self._text, self._read = data, text, read
        self.faults: list[Fault] = []

    def look(self) -> Look:
        """Return the look; of use only when no fault was found."""
        for name in self._data:
            if name not in _KEYS:
                self._tell(name, f"nyckeln {name} är okänd och används inte", warning=True)
        texts = {name: self._one_line(name) for name in _KEYS if name in self._data}
        return Look(
            self._logo(texts.get("logga"), texts.get("logga_alt")),
            self._colour(texts.get("farg")),
            texts.get("typsnitt"),
            texts.get("sidhuvud"),
            texts.get("sidfot"),
        )

    def _one_line(self, name: str) -> str | None:
        """Return the text of a key; None, and a fault, when it is none that can stand on a page."""
        value = self._data[name]
        if not isinstance(value, str) or not value.strip():
            self._tell(name, f"{name} ska vara en text inom citattecken")
        elif "\n" in value or "\t" in value or visible(value) != value:
            self._tell(name, f"{name} ska stå på en rad, utan styrtecken")
        elif len(value) > _MAX_TEXT:
            self._tell(name, f"{name} är {len(value)} tecken; korta texten till högst {_MAX_TEXT}")
        else:
            return value.strip()
        return None

    def _colour(self, value: str | None) -> str | None:
        if value is None:
            return None
        if not _COLOUR.fullmatch(value):
            self._tell("farg", 'farg ska skrivas "#RRGGBB", till exempel "#005A70"')
            return None
        ratio = contrast(rgb(value), _WHITE)
        if ratio < TEXT:
            told = f"{int(ratio * 10) / 10:.1f}:1".replace(".", ",")  # cut, so that 4,49 is not told as 4,5
            self._tell("farg", f"färgen {value} har kontrasten {told} mot vitt; välj en mörkare, minst 4,5:1")
        return value

    def _logo(self, path: str | None, alt: str | None) -> Logo | None:
        if "logga" in self._data and "logga_alt" not in self._data:
            told = "logga_alt saknas; skriv vad loggan föreställer, för den som inte ser den"
            self._tell("logga", told)
        if "logga_alt" in self._data and "logga" not in self._data:
            self._tell("logga_alt", "logga_alt gäller ingen bild; lägg till logga", warning=True)
        if path is None:
            return None
        raw = self._picture(path)
        if raw is None:
            return None
        try:
            from data.pictures import media_type  # an XML parser comes with it

            return Logo(raw, media_type(raw), alt or "")
        except ValueError as error:
            self._tell("logga", f"{path} {error}")
            return None

    def _picture(self, path: str) -> bytes | None:
        if not _PATH.fullmatch(path):
            self._tell("logga", "logga ska vara en sökväg i arkivet med snedstreck, till exempel bilder/logga.svg")
            return None
        try:
            raw = self._read(path, MAX_PICTURE + 1)
        except FileError as error:
            self._tell("logga", str(error))
            return None
        if raw is None:
            self._tell("logga", f"filen {path} finns inte; lägg den i arkivet")
        elif len(raw) > MAX_PICTURE:
            self._tell("logga", f"{path} är över 1 MB; spara bilden mindre")
        else:
            return raw
        return None

    def _tell(self, name: str, message: str, *, warning: bool = False) -> None:
        layout = scan(self._text)
        record = next((one for one in layout.records if one.path == (name,)), layout.records[0])
        key = layout.records[0].keys.get(name)
        line, column = layout.line_and_column(key.name if key else record.header)
        self.faults.append(Fault(FILE, line, column, message, warning))
