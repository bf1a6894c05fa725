"""Where in a file a finding is: line and column from 1."""

from __future__ import annotations

from data.checks.rule import Hit
from data.layout import Layout, Record, scan
from data.mal import MalOchBudget
from data.mal import place as place_of_mal

Place = tuple[int, int]
"""Line and column."""


def in_plan(text: str, hit: Hit) -> Place:
    """Return the place of a finding in a plan's text."""
    layout = scan(text.replace("\r\n", "\n"))
    return _in_record(layout, layout.records[layout.by_id.get(hit.id, 0)], hit)


def in_region(text: str, hit: Hit) -> Place:
    """Return the place of a finding in the text of `region.toml`: in its n-th silence."""
    layout = scan(text.replace("\r\n", "\n"))
    silences = [record for record in layout.records if record.path == ("tyst",)]
    ordinal = int(hit.id)
    return _in_record(layout, silences[ordinal] if ordinal < len(silences) else layout.records[0], hit)


def in_year(text: str, decided: MalOchBudget, hit: Hit) -> Place:
    """Return the place of a finding in the text of a year's `mal-och-budget.toml`."""
    ordinal = next((place for place, mal in enumerate(decided.mal) if mal.id == hit.id), 0)
    return place_of_mal(text, ordinal, hit.key)


def _in_record(layout: Layout, record: Record, hit: Hit) -> Place:
    """Return where the words stand; where escapes make them look otherwise in the file, where their key does."""
    key = record.keys.get(hit.key)
    if key is None:
        return layout.line_and_column(record.header)
    value = layout.text.find(hit.within, key.value, key.value_end) if hit.within else -1
    return layout.line_and_column(key.name if value < 0 else value + hit.at)
