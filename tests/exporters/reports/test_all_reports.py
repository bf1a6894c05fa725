"""What holds of every report, and how each looked when it was seen and approved."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from data.plan import Plan
from exporters.document import Chart, Document, Heading, Table
from exporters.report import RegionReport
from exporters.reports.registry import REPORTS
from exporters.text import DIALECTS, text
from tests.exporters.follow_up import region, subject, told, told_of_region
from tests.norrsken import KULTUR

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"markdown": ".md", "plain": ".txt"}


def report(name: str) -> Document:
    return told_of_region(name) if isinstance(REPORTS[name], RegionReport) else told(name)


@pytest.mark.parametrize("dialect", SUFFIXES)
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "bilaga"])
def test_a_report_comes_out_as_it_was_seen_and_approved(name: str, dialect: str) -> None:
    golden = GOLDEN / f"{name}{SUFFIXES[dialect]}"
    assert text(report(name), DIALECTS[dialect]) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_skips_a_level_of_headings(name: str) -> None:
    for found in (report(name), told(name, subject(), subject(period="ur1"))):
        levels = [1, *(block.level for block in found.blocks if isinstance(block, Heading))]
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", REPORTS)
def test_every_row_has_a_cell_for_each_column_and_a_first_one_that_says_what_it_is_about(name: str) -> None:
    tables = [block for block in report(name).blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert table.caption
        assert all(len(row) == len(table.columns) and row[0] for row in table.rows)


@pytest.mark.parametrize("name", REPORTS)
def test_every_table_has_a_heading_of_its_own_since_most_formats_show_no_caption(name: str) -> None:
    below = 0
    for block in report(name).blocks:
        below = 0 if isinstance(block, Heading) else below + isinstance(block, Table)
        assert below <= 1


@pytest.mark.parametrize("name", REPORTS)
def test_a_last_row_of_sums_is_known_as_one(name: str) -> None:
    for table in (block for block in report(name).blocks if isinstance(block, Table)):
        assert table.summed == (table.rows[-1][0] in (("Summa",), ("Hela regionen",)))


@pytest.mark.parametrize("name", REPORTS)
def test_a_chart_never_says_more_than_the_table_before_it(name: str) -> None:
    blocks = report(name).blocks
    for position, chart in enumerate(blocks):
        if isinstance(chart, Chart):
            table = blocks[position - 1]
            assert isinstance(table, Table)
            rows = {row[0][0]: [str(part) for cell in row[1:] for part in cell] for row in table.rows}
            assert all(str(number) in rows[bar.label] for bar in chart.bars for _, number in bar.parts)


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_plan_is_reported_on_without_fuss(name: str) -> None:
    found = told_of_region(name, Plan("kultur", 2025)) if isinstance(REPORTS[name], RegionReport) else None
    found = found or told(name, subject(Plan("kultur", 2025), earlier=None))
    assert text(found, DIALECTS["plain"])


def test_reports_are_named_for_the_command_line_and_titled_for_people() -> None:
    assert all(name.isascii() and name == name.lower() for name in REPORTS)
    assert [found.title for found in REPORTS.values()] == [
        "Bilaga 2: Förvaltningens uppdrag och aktiviteter",
        "Sammanställning per fokusområde",
        "Förändringar",
        "Avvikelser",
        "Indikatorer",
        "Regionöversikt",
        "Målmatris",
        "Mål utan uppdrag",
        "Trend mellan rapporterna",
        "Uppdrag efter diarienummer",
        "Att göra",
        "Framdrift mot rapporten",
    ]
    assert [name for name, found in REPORTS.items() if found.compares] == ["forandringar", "att-gora", "framdrift"]
    assert [name for name, found in REPORTS.items() if found.follows] == ["trend"]
    assert [name for name, found in REPORTS.items() if not found.whole] == [
        "bilaga",
        "forandringar",
        "avvikelser",
        "indikatorer",
        "diarium",
    ]
    assert region().subjects[0].plan is KULTUR
