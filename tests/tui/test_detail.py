"""The panel beside the tree tells what a row says in words that a reader knows."""

from __future__ import annotations

from pathlib import Path

from tests.small_region import PLAN, small_region
from tests.tui.driver import opened

_DECIDED = """ar = 2019

[[fokusomrade]]
id = "vard"
namn = "Vård nära dig"

[[fokusomrade.mal]]
id = "lugna-rum"
namn = "Rum där man får vara i fred"
namnder = ["RS"]
"""


async def test_a_mal_is_told_by_its_name_and_by_its_id_where_nothing_names_it(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/mal-och-budget.toml").write_text(_DECIDED, encoding="utf-8")
    with_mal = PLAN.replace('id = "vantrum"', 'id = "vantrum"\nmal = ["lugna-rum", "okant-mal"]')
    (root / "2019/regionkontoret.toml").write_text(with_mal, encoding="utf-8")
    async with opened(root, (120, 40)) as story:
        await story.press("right", "down")
        told = " ".join(story.screen.replace("│", " ").split())
        assert "Rum där man får vara i fred, okant-mal" in told
        assert "lugna-rum" not in told
