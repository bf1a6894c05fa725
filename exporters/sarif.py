"""Remarks as SARIF 2.1.0, the form in which review tools take what a checker has found.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from data.checks.registry import RULES
from data.checks.rule import Level
from data.checks.run import FORM, Remark
from data.checks.silences import how_to_silence

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Level, str] = {Level.FEL: "error", Level.VARNING: "warning", Level.TIPS: "note"}
_FORM_WHY = (
    "En fil som inte följer formatet kan inte användas, eller bara delvis. Formatet beskrivs i docs/format.md."
)


def sarif(remarks: Sequence[Remark], folder: str, version: str) -> dict[str, Any]:
    """Return remarks as a SARIF log.

    `folder` is the region's own, from the top of its repository, with forward slashes; empty when it is the top.
    `version` is the program's.
    """
    rules = [
        _rule(FORM, Level.FEL, _FORM_WHY, _FORM_WHY),
        *(
            _rule(rule.name, rule.level, rule.why, f"{rule.why} {how_to_silence(rule.name)}")
            for rule in RULES.values()
        ),
    ]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    driver = {"name": "trafikljus", "version": version, "language": "sv", "rules": rules}
    results = [_result(remark, folder, places[remark.rule]) for remark in remarks]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, level: Level, why: str, help: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": f"{why.split('. ', maxsplit=1)[0].rstrip('.')}."},
        "fullDescription": {"text": why},
        "help": {"text": help},
        "defaultConfiguration": {"level": _LEVELS[level]},
    }


def _result(remark: Remark, folder: str, rule: int) -> dict[str, Any]:
    path = f"{folder}/{remark.file}" if folder else remark.file
    place = {
        "artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": remark.line, "startColumn": remark.column},
    }
    return {
        "ruleId": remark.rule,
        "ruleIndex": rule,
        "level": _LEVELS[remark.level],
        "message": {"text": remark.message.replace("](", "\\](")},  # else a viewer may make it a link
        "locations": [{"physicalLocation": place}],
    }
