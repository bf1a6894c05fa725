"""SARIF 2.1.0: what its schema asks of every object that we write, and that nothing of a finding is lost."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from data.checks.registry import RULES
from data.checks.rule import Level
from data.checks.run import FORM, Remark
from exporters.sarif import sarif

REMARKS = [
    Remark("2025/trafik.toml", 3, 1, 'status "grön" finns inte', Level.FEL, FORM),
    Remark("2025/trafik.toml", 9, 4, "okänd nyckel", Level.VARNING, FORM),
    Remark("2025/å b.toml", 7, 12, "se [här](https://exempel.se)", Level.TIPS, "e-post"),
]

# The schema's own words: for each object what must be there, and what may.
SCHEMA: dict[str, tuple[set[str], set[str]]] = {
    "sarifLog": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"columnKind", "results"}),
    "tool": ({"driver"}, set()),
    "toolComponent": ({"name"}, {"version", "language", "rules"}),
    "reportingDescriptor": ({"id"}, {"shortDescription", "fullDescription", "help", "defaultConfiguration"}),
    "multiformatMessageString": ({"text"}, set()),
    "reportingConfiguration": (set(), {"level"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations"}),
    "message": ({"text"}, set()),
    "location": (set(), {"physicalLocation"}),
    "physicalLocation": ({"artifactLocation"}, {"region"}),
    "artifactLocation": (set(), {"uri", "uriBaseId"}),
    "region": (set(), {"startLine", "startColumn"}),
}
BELOW = {
    "runs": "run",
    "tool": "tool",
    "driver": "toolComponent",
    "rules": "reportingDescriptor",
    "shortDescription": "multiformatMessageString",
    "fullDescription": "multiformatMessageString",
    "help": "multiformatMessageString",
    "defaultConfiguration": "reportingConfiguration",
    "results": "result",
    "message": "message",
    "locations": "location",
    "physicalLocation": "physicalLocation",
    "artifactLocation": "artifactLocation",
    "region": "region",
}
VALUES: dict[str, Any] = {
    "version": lambda value: value in ("2.1.0", "1.0"),
    "level": lambda value: value in ("none", "note", "warning", "error"),
    "columnKind": lambda value: value in ("utf16CodeUnits", "unicodeCodePoints"),
    "startLine": lambda value: type(value) is int and value >= 1,
    "startColumn": lambda value: type(value) is int and value >= 1,
    "ruleIndex": lambda value: type(value) is int and value >= 0,
    "text": lambda value: isinstance(value, str) and value,
    "language": lambda value: value == "sv",
}


def wrong(value: Any, kind: str) -> list[str]:
    """Return what in an object is not as the schema says."""
    needed, allowed = SCHEMA[kind]
    told = [f"{kind}: {name} saknas" for name in needed - value.keys()]
    for name, held in value.items():
        if name not in needed | allowed:
            told.append(f"{kind}: {name} finns inte")
        elif name in BELOW:
            for one in held if isinstance(held, list) else [held]:
                told += wrong(one, BELOW[name])
        elif name in VALUES and not VALUES[name](held):
            told.append(f"{kind}: {name} är {held!r}")
    return told


def test_the_log_is_as_the_schema_says() -> None:
    log = sarif(REMARKS, "", "1.0")
    assert wrong(log, "sarifLog") == []
    assert wrong(sarif([], "", "1.0"), "sarifLog") == []
    assert log["version"] == "2.1.0"


def test_every_rule_comes_with_its_help_also_where_it_found_nothing() -> None:
    rules = sarif([], "", "1.0")["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [FORM, *RULES]
    assert all(rule["help"]["text"].startswith(rule["fullDescription"]["text"]) for rule in rules)
    assert f'tysta = ["{next(iter(RULES))}: skälet"]' in rules[1]["help"]["text"]


def test_every_result_points_at_its_rule_and_place() -> None:
    run = sarif(REMARKS, "", "1.0")["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one.rule for one in REMARKS]
    assert [result["ruleId"] for result in run["results"]] == [one.rule for one in REMARKS]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [unquote(place["artifactLocation"]["uri"]) for place in places] == [one.file for one in REMARKS]
    assert places[2]["artifactLocation"]["uri"].isascii()
    assert places[1]["region"] == {"startLine": 9, "startColumn": 4}


def test_a_region_below_the_top_of_its_repository_is_told_from_the_top() -> None:
    (result,) = sarif(REMARKS[:1], "planer/norrskog", "1.0")["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "planer/norrskog/2025/trafik.toml", "uriBaseId": "%SRCROOT%"}


def test_words_from_a_plan_become_no_link() -> None:
    results = sarif(REMARKS, "", "1.0")["runs"][0]["results"]
    assert results[2]["message"]["text"] == "se [här\\](https://exempel.se)"
