"""A document → one self-contained web page: it asks for nothing, runs no script but its own, and obeys no text.

Every text is made visible and escaped on its way into the template, whatever the template does with it. The page
reads without its script, which adds filter and sort; and on a phone, on paper, in the light and in the dark.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from data.look import Logo
from data.plain_text import visible
from data.status import Status
from exporters.document import (
    CONTENTS,
    DRAFT,
    Cell,
    Column,
    Document,
    Judged,
    Legend,
    Paragraph,
    Part,
    Table,
    each_once,
)
from exporters.html.chart import drawing
from exporters.html.contents import Placed, entries
from exporters.html.style import crowd, stylesheet, width

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_LONG_WORD = 18
"""Letters in a word that a column is not made wide for."""


def html(document: Document) -> bytes:
    """Return the page as UTF-8; the same document gives the same bytes."""
    blocks = [
        Placed(type(block).__name__, block, f"del-{number}")
        for number, block in enumerate(document.blocks, start=1)
    ]
    style, script = stylesheet(document), _own("page.js")
    page = _template().render(
        document=document,
        blocks=blocks,
        contents=entries(blocks) if document.contents else (),
        tools_before=_first_after_preface(blocks),
        statuses=_judged(document),
        draft=DRAFT,
        contents_head=CONTENTS,
        logo=_data_uri(document.look.logo) if document.look.logo else None,
        style=style,
        script=script,
        policy=_policy(style, script),
    )
    return page.encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "lines": _lines,
        "runs": _runs,
        "width": width,
        "crowd": crowd,
        "classes": _classes,
        "drawing": drawing,
    }
    return environment.from_string(_own("page.html.jinja"))


@cache
def _own(name: str) -> str:
    """Return one of the files beside this one, as it is to stand in the page."""
    from markupsafe import Markup

    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8"))  # noqa: S704  no text of others'


def _lines(text: str) -> Markup:
    """Return a text with its newlines as line breaks."""
    from markupsafe import Markup, escape

    shown = visible(text)
    return Markup("<br>").join(shown.split("\n")) if "\n" in shown else escape(shown)


def _runs(cell: Cell) -> Iterator[tuple[bool, list[Part]]]:
    """Return the parts of a cell, judged ones that follow each other as one run."""
    for judged, parts in groupby(cell, lambda part: isinstance(part, Judged)):
        yield judged, list(parts)


def _first_after_preface(blocks: list[Placed]) -> int | None:
    """Return the place of the first block that filter and sort may change, or its heading; None without tables."""
    if not any(isinstance(placed.block, Table) for placed in blocks):
        return None
    return next(place for place, placed in enumerate(blocks) if not isinstance(placed.block, Legend | Paragraph))


def _classes(column: Column) -> str:
    """Return what the style is to know of a column's head: that it is over numbers, that it may break in a word."""
    long = any(len(word) > _LONG_WORD for word in column.head.split())
    return " ".join(("number",) * column.numeric + ("long",) * long)


def _judged(document: Document) -> tuple[Status, ...]:
    """Return the statuses that the tables have, in the order of their scales: what rows can be filtered by."""
    return each_once(
        part.status
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for part in cell
        if isinstance(part, Judged)
    )


def _data_uri(logo: Logo) -> str:
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.raw).decode()}"


def _policy(style: str, script: str) -> str:
    """Return what the browser is to allow the page: its own style and script, its own pictures, nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
