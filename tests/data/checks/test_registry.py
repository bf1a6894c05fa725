"""Every rule is named, reasoned and documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.checks.registry import RULES
from data.checks.rule import Level, Rule
from data.schema import SILENCE

DOCUMENT = (Path(__file__).parents[3] / "docs/regler.md").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"^### (\S+)\n\n\*(\w+)\.\* (.+?)\n(?:\n|\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)


def test_the_document_tells_what_the_registry_does() -> None:
    told = [(name, level.lower(), " ".join(why.split())) for name, level, why in DOCUMENTED]
    assert told == [(rule.name, str(rule.level), rule.why) for rule in RULES.values()]


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_has_a_name_that_can_be_silenced_and_a_reason(rule: Rule) -> None:
    silence = SILENCE.fullmatch(f"{rule.name}: skäl")
    assert silence is not None and silence["rule"] == rule.name
    assert rule.level in (Level.VARNING, Level.TIPS)
    assert rule.why.endswith(".") and rule.why[0].isupper()


def test_no_two_rooms_have_a_rule_of_the_same_name() -> None:
    assert len(RULES) == len(DOCUMENTED) == 17
