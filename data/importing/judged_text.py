"""A text with its status before it, by sign, word, colour or a picture's text, as reports have them: → the two.

Sign and word together settle it, and so does a picture that says the word. A sign alone may be a list's own, and a
colour may mean anything: what they seem to say is taken, and told as a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.importing.colours import colour_named, disc, statuses_of
from data.status import EJ_BEDOMD, Scale, Status

_LONGEST_WORD = 60
_PARTING = ":–—-\n\t"
"""What may stand between a status's word and what it judges."""
_UNKNOWN_SIGN = re.compile(r"\A\s*[^\w\s\"'”»(\[]{1,3}\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a cell."""

    text: str
    """With newlines where its lines are broken on purpose."""
    hints: tuple[str, ...] = ()
    """What else may tell a status: texts of pictures, empty where one has none, and colours as ``#RRGGBB``."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a paragraph says."""

    status: Status | None
    """None when nothing tells one; `EJ_BEDOMD` when it is said that there is none."""
    text: str
    """What is judged; empty when the status stands alone."""
    doubt: str | None = None
    """In Swedish: what was guessed."""


def judgement(told: Told, scale: Scale) -> Judgement:
    """Return the status before a text, and the text without it."""
    sign, rest = _sign(told.text, scale)
    word, text, loose = _word(rest, scale, after_sign=sign is not None)
    if word is None and sign is None:  # a dot before the word, of a colour that says the same
        word, text, loose = _word(_UNKNOWN_SIGN.sub("", rest, count=1), scale, after_sign=False)
        text = rest if word is None else text
    said = word or sign
    hints = (disc(rest), *told.hints) if disc(rest) else told.hints
    text = text.removeprefix(disc(rest)).lstrip() if said is None and disc(rest) else text
    if said is None:
        return _of_hints(hints, text, scale)
    if word is not None and sign is not None and word != sign:
        return Judgement(said, text, f"tecknet {sign.sign} och ordet säger olika; gissat {said.short.lower()}")
    if word is None:
        return Judgement(said, text, f"gissat {said.short.lower()} av tecknet {said.sign}")
    if loose:
        return Judgement(said, text, f"gissat att namnet börjar efter ”{said.short}”")
    return Judgement(said, text, _contradicted(said, hints))


def parted(told: Told, scale: Scale) -> Iterator[Told]:
    """Yield the parts of a paragraph that has several judged texts, each on a line of its own."""
    lines = told.text.split("\n")
    starts = [0]
    for place, line in enumerate(lines[1:], start=1):
        each = judgement(Told(line), scale)
        if each.status is not None and each.doubt is None and each.text:
            starts.append(place)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Told("\n".join(lines[start:end]), told.hints if start == 0 else ())


def _sign(text: str, scale: Scale) -> tuple[Status | None, str]:
    start = text.lstrip()
    for status in (*scale.statuses, EJ_BEDOMD):
        for form in (status.sign, status.ascii):
            if start.startswith(form):
                return status, start[len(form) :].lstrip()
    return None, text


def _word(text: str, scale: Scale, *, after_sign: bool) -> tuple[Status | None, str, bool]:
    """Return the status's word before a text, the text, and whether nothing parts the two."""
    head, colon, rest = text.partition(":")
    if len(head) <= _LONGEST_WORD and (said := scale.said(head)):
        return said, rest.removeprefix(" ") if colon else "", False
    if not after_sign:
        return None, text, False
    folded = text.casefold()
    for word, status in _words(scale):
        rest = text[len(word) :]
        if folded.startswith(word) and not rest[:1].isalnum():
            bare = rest.lstrip(" \xa0")
            return status, bare.lstrip(_PARTING + " "), bare[:1] not in tuple(_PARTING)
    return None, text, False


@cache
def _words(scale: Scale) -> list[tuple[str, Status]]:
    """Return every word for a status, the longest first."""
    words = {
        word.casefold(): status
        for status in (*scale.statuses, EJ_BEDOMD)
        for word in (status.label, status.forecast, status.short)
        if word
    }
    return sorted(words.items(), key=lambda pair: -len(pair[0]))


def _of_hints(hints: tuple[str, ...], text: str, scale: Scale) -> Judgement:
    for hint in hints:
        said = scale.said(hint) or _labelled(hint, scale)
        if said is not None:
            return Judgement(said, text)
    for colour in filter(None, map(colour_named, hints)):
        match statuses_of(colour, scale):
            case (status,):
                return Judgement(status, text, f"gissat {status.short.lower()} av färgen {colour}")
            case (_, *_) as several:
                names = " eller ".join(status.short.lower() for status in several)
                return Judgement(None, text, f"färgen {colour} kan betyda {names}; välj en status")
    return Judgement(None, text, "bilden har ingen text som säger en status; välj en" if "" in hints else None)


def _labelled(text: str, scale: Scale) -> Status | None:
    """Return the status whose full sentence stands in a text, the longest one; shorter words may mean anything."""
    labels = ((word, status) for word, status in _words(scale) if " " in word and word in text.casefold())
    return next((status for _, status in labels), None)


def _contradicted(said: Status, hints: tuple[str, ...]) -> str | None:
    own = colour_named(said.colour) if said.colour else None
    others = {colour for colour in map(colour_named, hints) if colour is not None}
    if own is not None and others and own not in others:
        return f"ordet säger {said.short.lower()} men färgen är {' och '.join(sorted(others))}; gissat efter ordet"
    return None
