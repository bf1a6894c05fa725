"""A plan as plain lines of words, for `git diff` and other eyes: what a value was, not how TOML writes it."""

from __future__ import annotations

from collections.abc import Iterator

from data.decoding import decoded
from data.plain_text import one_line, visible
from data.plan import Item, Plan, own_fields
from data.reading import read_plan
from data.wording import field_label, status_words

_INDENT = "  "
_TOLD_ELSEWHERE = {"namn", "status", "kommentar"}


def plain_lines(raw: bytes) -> str:
    """Return a file in words when it is a plan, else as it is: each item a paragraph, statuses as in reports."""
    text, _ = decoded(raw, "")
    if text is None:
        return raw.decode("utf-8", "replace")
    plan = read_plan(text).plan
    return text if plan is None else "".join(f"{line}\n" for line in _lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield f"{plan.forvaltning} {plan.ar}"
    tops: tuple[Item, ...] = (*plan.fokusomraden, *plan.indikatorer)
    for item in tops:
        yield from _item(item, "")


def _item(item: Item, indent: str) -> Iterator[str]:
    yield ""
    status = item.SCALE.of(getattr(item, "status", None)) if item.SCALE is not None else None
    judged = f"{status.sign} " if status else ""
    yield f"{indent}{judged}{one_line(item.namn)} ({item.id})"
    inner = indent + _INDENT
    if status is not None:
        yield f"{inner}{status_words(status)}"
    for name in own_fields(type(item)):
        value = getattr(item, name)
        if name not in _TOLD_ELSEWHERE and value not in (None, False, ()):
            yield f"{inner}{field_label(name)}: {_value(value)}"
    for name, value in item.extra:
        yield f"{inner}{one_line(name)}: {_value(value)}"
    if item.kommentar:
        yield from (f"{inner}{line}".rstrip() for line in visible(item.kommentar).split("\n"))
    for child in item.children:
        yield from _item(child, inner)


def _value(value: object) -> str:
    if value is True:
        return "ja"
    return ", ".join(one_line(str(one)) for one in value) if isinstance(value, tuple) else one_line(str(value))
