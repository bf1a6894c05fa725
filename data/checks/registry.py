"""All rules, in the order that they are told in."""

from __future__ import annotations

from collections.abc import Mapping

from data.checks import aged, broken_off, contradicted, of_decided, of_omraden, private, repeated, silences
from data.checks.rule import Rule

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for room in (of_decided, of_omraden, contradicted, aged, broken_off, repeated, private, silences)
    for rule in room.RULES
}
"""By name."""

CONTRADICTIONS = frozenset(rule.name for room in (of_omraden, contradicted) for rule in room.RULES)
"""The names of those that tell of two things in a plan that cannot both be right."""
