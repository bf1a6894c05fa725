"""The two status scales: three steps for an uppdrag, six for an aktivitet; either may be unjudged.

A status is always told as sign + word + colour. The scales are those of the förvaltningar's own Bilaga 2;
the six steps of an aktivitet mix life cycle and plan, so they are counted, never averaged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache


@dataclass(frozen=True, slots=True)
class Status:
    """One step of a scale, with every form it is shown in."""

    value: str
    """What stands in TOML, and is typed on the command line."""
    label: str
    """The full sentence of the reports' legend."""
    short: str
    """One or two words, for a screen."""
    sign: str
    """One character, of a shape of its own so that colour is never needed."""
    ascii: str
    """Three ASCII characters, for terminals without Unicode."""
    colour: str | None
    """The shape's colour as ``#RRGGBB``; None takes the text's own colour."""
    forecast: str | None = None
    """The full sentence where the judgement is a forecast for the whole year; None where it is none."""

    @property
    def foreseen(self) -> Status:
        """The same status with its forecast for a label."""
        return replace(self, label=self.forecast) if self.forecast else self


@dataclass(frozen=True, slots=True)
class Scale:
    """The statuses that one kind of item may have, in the order of the legend."""

    statuses: tuple[Status, ...]

    def of(self, value: str | None) -> Status:
        """Return the status for a value in TOML; absent is `EJ_BEDOMD`. KeyError for an unknown one."""
        if value is None:
            return EJ_BEDOMD
        for status in self.statuses:
            if status.value == value:
                return status
        raise KeyError(value)

    def said(self, words: str) -> Status | None:
        """Return the status that somebody wrote, or `EJ_BEDOMD`; None when the words are no status.

        Value, label, short word and sign are taken, sign and word together too, in capitals or not.
        """
        return _spoken(self).get(_plain(words))

    @property
    def values(self) -> tuple[str, ...]:
        """The values that may stand in TOML, in order."""
        return tuple(status.value for status in self.statuses)


_GREEN, _AMBER, _RED, _BLUE, _GREY = "#009E73", "#E69F00", "#A6192E", "#0072B2", "#595959"

EJ_BEDOMD = Status("ej-bedomd", "Ej bedömd", "Ej bedömd", "?", "[?]", None)
"""Not judged: no status stands in the file. The value is used in counts only, never in TOML."""

UPPDRAG = Scale(
    (
        Status("uppfylls", "Uppdraget uppfylls", "Uppfylls", "●", "[+]", _GREEN, "Uppdraget bedöms uppfyllas"),
        Status(
            "delvis", "Uppdraget uppfylls delvis", "Delvis", "▲", "[~]", _AMBER, "Uppdraget bedöms uppfyllas delvis"
        ),
        Status("inte", "Uppdraget uppfylls inte", "Inte", "■", "[-]", _RED, "Uppdraget bedöms inte uppfyllas"),
    )
)
"""The scale of an uppdrag, and of the verdict on a fokusområde."""

AKTIVITET = Scale(
    (
        Status("pausad", "Aktiviteten är pausad", "Pausad", "‖", "[=]", _GREY),
        Status("ej-startad", "Aktiviteten har inte startats upp", "Ej startad", "○", "[ ]", _GREY),
        Status("foljer-delvis", "Aktiviteten följer delvis plan", "Delvis plan", "◐", "[/]", _AMBER),
        Status("foljer-inte", "Aktiviteten följer inte plan", "Inte plan", "◆", "[!]", _RED),
        Status("klar", "Aktiviteten klar", "Klar", "✓", "[x]", _GREEN),
        Status("pagar", "Aktiviteten pågår", "Pågår", "►", "[>]", _BLUE),
    )
)
"""The scale of an aktivitet."""


@cache
def _spoken(scale: Scale) -> Mapping[str, Status]:
    """Return what each status is called, in every way that is taken."""
    return {_plain(form): status for status in (*scale.statuses, EJ_BEDOMD) for form in _forms(status)}


def _forms(status: Status) -> tuple[str, ...]:
    labels = (status.label, status.forecast or status.label)
    # "uppfylls delvis", without what it is that does
    verdicts = tuple(label.partition(" ")[2] for label in labels if status is not EJ_BEDOMD)
    words = (*labels, status.short, *verdicts, *(verdict.removeprefix("är ") for verdict in verdicts))
    signs = (status.sign, status.ascii)
    return (status.value, *signs, *words, *(f"{sign} {word}" for sign in signs for word in words))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
