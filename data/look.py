"""How a region's documents look: what its `rapport.toml` may say, as a value."""

from __future__ import annotations

from dataclasses import dataclass

FILE = "rapport.toml"
"""The file's name in the region's folder."""

_COLOUR = "#1F3A5F"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the first page, and what it says to who cannot see it."""

    raw: bytes
    media_type: str
    """``image/png``, ``image/jpeg`` or ``image/svg+xml``."""
    alt: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a region has chosen; None leaves it to us, or to each format."""

    logo: Logo | None = None
    colour: str | None = None
    """``#RRGGBB`` for headings and the heads of tables; at least 4.5:1 against white."""
    font: str | None = None
    """The name of a typeface; formats that cannot embed it leave it to the reader's machine."""
    header: str | None = None
    """What stands at the head of every page, instead of the owner and the period."""
    footer: str | None = None
    """What stands at the foot of every page, before what the document was made from."""

    @property
    def accent(self) -> str:
        """The colour of headings and the heads of tables, ``#RRGGBB``, also where nothing is chosen."""
        return self.colour or _COLOUR


PLAIN = Look()
"""What a region without a `rapport.toml` has."""
