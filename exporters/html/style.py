"""The style of a page: the fixed sheet, and what a document's look, colours and columns add to it.

What comes from files goes into the sheet as CSS strings in which every odd character is an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from data.contrast import RGB, SHAPE, TEXT, legible, rgb, text_on
from data.plain_text import one_line
from data.status import AKTIVITET, UPPDRAG
from exporters.document import DRAFT, MOST_UPRIGHT, Column, Document, Legend, Table

if TYPE_CHECKING:
    from markupsafe import Markup

_LIGHT = (rgb("#FFFFFF"), rgb("#F4F6F8"))
_DARK = (rgb("#14181C"), rgb("#1D2329"))
"""The grounds of a theme, its page's first, as `page.css` has them."""
_TINT = 0.12
"""How much of a status's colour is in the ground of its badge."""
_PLAIN_IN_CSS = re.compile(r"[A-Za-z0-9ÅÄÖåäö ,.]")


def stylesheet(document: Document) -> Markup:
    """Return the page's whole sheet."""
    from markupsafe import Markup

    own = "\n".join((*_look(document), *_paper(document), *_widths(document)))
    return Markup(f"{_fixed()}{own}\n")  # noqa: S704  strings in it are escaped as CSS has it


def width(column: Column, table: Table) -> int:
    """Return how many per cent of a table's width a column has."""
    return round(100 * column.share / sum(each.share for each in table.columns))


def crowd(table: Table) -> str:
    """Return what the style is to know of how many columns a table has; empty when they are few."""
    return " ".join(("many",) * (len(table.columns) > MOST_UPRIGHT) + ("crowded",) * table.crowded)


@cache
def _fixed() -> str:
    light = "\n".join(_statuses(_LIGHT))
    dark = "\n".join(_statuses(_DARK))
    narrow = "".join(
        f"@media screen and (max-width: {most}) {{\n{_own('cards.css').replace('.cards', tables)}}}\n"
        for tables, most in (("table", "46rem"), (".many", "66rem"))
    )
    return f"{_own('page.css')}{narrow}{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _statuses(grounds: tuple[RGB, RGB]) -> Iterator[str]:
    """Return the colours of each status in a theme: its own, outline, what is written on it, badge's ground.

    The badge's ground is the status's colour thinned out; the outline is seen against all grounds.
    """
    for status in (*UPPDRAG.statuses, *AKTIVITET.statuses):
        if status.colour is None:
            continue
        colour = status.colour if grounds == _LIGHT else legible(status.colour, grounds, SHAPE)
        tint = tuple(
            round(back + (part - back) * _TINT) for part, back in zip(rgb(colour), grounds[0], strict=True)
        )
        outline = legible(colour, [*grounds, tint], SHAPE)
        colours = {"c": colour, "o": outline, "on": text_on(colour), "tint": f"#{bytes(tint).hex()}"}
        if outline != colour.lower():
            colours["w"] = ".07em"
        yield f'[data-s="{status.value}"] {{ {" ".join(f"--{name}: {held};" for name, held in colours.items())} }}'


def _look(document: Document) -> Iterator[str]:
    on_light, on_dark = (legible(document.look.accent, grounds, TEXT) for grounds in (_LIGHT, _DARK))
    yield f":root {{ --accent: {on_light}; --mark: {on_light}; --heading: {on_light}; }}"
    dark = f":root {{ --mark: {on_dark}; --heading: var(--ink); }}"
    yield f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}"
    if document.look.font:
        yield f"body {{ font-family: {_string(document.look.font)}, var(--sans); }}"


def _paper(document: Document) -> Iterator[str]:
    """Return the heads and feet of printed pages, for browsers that print them."""
    yield f"@page {{ @top-left {{ content: {_string(document.header)}; }} }}"
    yield f"@page {{ @bottom-left {{ content: {_string(document.footer)}; }} }}"
    if document.wide:
        yield "@page { size: A4 landscape; }"
    if document.draft:
        yield f"@page {{ @top-right {{ content: {_string(DRAFT)}; font-weight: bold; }} }}"


def _widths(document: Document) -> Iterator[str]:
    """Return the widths that the columns have, and how many to a line the legends have."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for percent in sorted({width(column, table) for table in tables for column in table.columns}):
        yield f".w{percent} {{ width: {percent}%; }}"
    for number in sorted({block.per_line for block in document.blocks if isinstance(block, Legend)}):
        yield f".per{number} {{ --per-line: {number}; }}"


def _string(text: str) -> str:
    return '"' + "".join(_character(each) for each in one_line(text)) + '"'


def _character(character: str) -> str:
    return character if _PLAIN_IN_CSS.match(character) else f"\\{ord(character):x} "
