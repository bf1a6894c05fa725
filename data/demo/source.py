"""The files of the example region, as they lie in this package."""

from __future__ import annotations

from importlib.resources import files

from data.founding import ATTRIBUTES


def text(relative: str) -> str:
    """Return the text of a file by its path in the region: ``2025/regionkontoret.toml``, or `.gitattributes`."""
    if relative == ".gitattributes":
        return ATTRIBUTES
    # Decoded by hand, so that line ends are the same wherever the package was installed.
    raw = files("data.demo").joinpath(*relative.split("/")).read_bytes()
    return raw.decode("utf-8").replace("\r\n", "\n")
