"""What every importer hands back: the plan, what was left out of it and what was guessed."""

from __future__ import annotations

from dataclasses import dataclass

from data.plan import Plan


@dataclass(frozen=True, slots=True)
class Guess:
    """A choice the source did not settle, so that somebody can look it over."""

    line: int
    """Where in the source, from 1."""
    id: str
    """The item of the plan that it concerns."""
    message: str
    """One Swedish sentence, with its line: what was guessed."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the source, a part of one, or a stretch of lines, that is not in the plan."""

    line: int
    """Where in the source it begins, from 1."""
    text: str
    """The text as it stands there; of a stretch, its lines with what parts them."""
    reason: str
    """In Swedish: what it was taken for."""
    lines: int = 1
    """How many lines it stands on."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan read from a file of another kind."""

    plan: Plan
    """Its items carry the guesses that concern them in `att_se_over`."""
    left_out: tuple[LeftOut, ...] = ()
    guesses: tuple[Guess, ...] = ()
    unit: str = "rad"
    """What the lines of what was left out count, in Swedish."""
