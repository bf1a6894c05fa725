"""Searching and filtering: only what was found shows, with what it stands in, until all is shown again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import PLAN, Story, opened
from tui.screens.filter import FilterDialog
from tui.widgets.plain_list import PlainList


def _ids(story: Story) -> list[str]:
    return [row.id for row in story.main.plan_tree.rows]


async def _shows(story: Story, *ids: str) -> None:
    await story.until(lambda: _ids(story) == list(ids))
    await story.pilot.pause()


async def test_a_search_shows_hits_as_it_is_typed_with_what_they_stand_in(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("lugn")
        await _shows(story, "1.1", "vantrum")
        assert story.cursor == (PLAN, "vantrum")
        await story.sees("1 träff")
        await story.type("are")
        await _shows(story, "1.1", "vantrum")
        await story.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        await story.type("byta bel")
        await _shows(story, "1.1", "vantrum", "vantrum-1")
        assert story.cursor == (PLAN, "vantrum-1")


async def test_what_is_typed_at_once_stands_as_it_was_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        field = story.main.find_bar.field
        for letter in "lugn":
            field.insert_text_at_cursor(letter)
        await _shows(story, "1.1", "vantrum")
        assert field.value == story.main.finding.wanted.query == "lugn"


async def test_letters_that_match_are_underlined_so_that_colour_is_not_needed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("vntr")
        await _shows(story, "1.1", "vantrum")
        line = story.main.plan_tree.render_line(1)
        marked = "".join(part.text for part in line if part.style and part.style.underline)
        assert marked == "vntr"


async def test_a_hit_by_its_diarienummer_is_told_with_it(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    file = root / f"{PLAN}.toml"
    told = file.read_text(encoding="utf-8")
    numbered = told.replace('id = "vantrum"\n', 'id = "vantrum"\ndiarienummer = "RS 2024/0022"\n', 1)
    file.write_text(numbered, encoding="utf-8")
    async with opened(root, (120, 40)) as story:
        await story.press("slash")
        await story.type("2024/0022")
        await _shows(story, "1.1", "vantrum")
        await story.sees("(RS 2024/0022)")


async def test_a_hit_in_the_comment_says_so(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (120, 40)) as story:
        await story.press("slash")
        await story.type("två av fem")
        await _shows(story, "1.1", "vantrum")
        assert "(i kommentaren)" in story.screen


async def test_the_words_that_were_hit_in_the_comment_are_marked_in_the_panel(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (120, 40)) as story:
        await story.press("right", "down", "slash")
        await story.type("fem vantrum")
        await story.until(lambda: _underlined(story) == ["fem", "väntrum"])
        await story.press(*["backspace"] * len(" vantrum"), "space", *"klar")
        await story.until(lambda: _underlined(story) == ["fem", "klar"])
        await story.press("escape")
        await story.until(lambda: _underlined(story) == [])
        assert "Två av fem väntrum är klara." in story.screen


def _underlined(story: Story) -> list[str]:
    """What is underlined in the panel."""
    detail = story.main.detail
    lines = (detail.render_line(y) for y in range(detail.size.height))
    return [part.text for line in lines for part in line if part.style and part.style.underline]


async def test_enter_keeps_the_search_and_keys_judge_what_was_found(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("cykel")
        await _shows(story, "1.1", "cykelgarage")
        await story.press("enter", "1")
        assert story.main.plan_tree.has_focus
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Bygga cykelgarage → uppfylls"
        assert _ids(story) == ["1.1", "cykelgarage"]
        await story.press("F")
        assert story.cursor == (PLAN, "cykelgarage")
        assert _ids(story) == ["1.1", "vantrum", "cykelgarage", "sjukfranvaro"]


async def test_escape_takes_the_search_away_and_goes_back_to_where_it_began(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = _ids(story)
        await story.press("end", "slash")
        await story.type("cykel")
        await _shows(story, "1.1", "cykelgarage")
        await story.press("escape")
        assert _ids(story) == before
        assert story.cursor == (PLAN, "sjukfranvaro")
        assert story.main.plan_tree.has_focus
        assert not story.main.find_bar.display


async def test_arrows_walk_among_the_hits_while_one_types(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("vantrum-")
        await _shows(story, "1.1", "vantrum", "vantrum-1", "vantrum-2")
        first = story.cursor
        await story.press("down")
        assert first == (PLAN, "vantrum")
        assert story.cursor == (PLAN, "vantrum-1")
        assert "(vantrum-1)" in story.screen
        assert story.main.find_bar.typing


async def test_keys_that_judge_are_only_letters_while_a_search_is_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("slash")
        await story.type("1ukq?")
        await story.sees("ingen träff")
        assert "Inga träffar." in story.screen
        assert story.main.find_bar.field.value == "1ukq?"
        await story.press("escape")
        assert story.file() == before


async def test_the_footer_tells_what_can_be_pressed_while_a_search_is_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "slash")
        footer = "\n".join(story.screen.splitlines()[-2:])
        assert "Enter Behåll  Esc Avbryt  Ner Raden under  Upp Raden ovanför" in footer
        assert "Uppfylls" not in footer
        await story.type("cykel")
        await story.until(lambda: story.cursor == ("2019/regionkontoret", "cykelgarage"))
        await story.pilot.click("#keys", offset=(footer.index("Behåll"), 0))
        await story.pilot.pause()
        assert "1 ● Uppfylls" in story.screen
        assert "Göra väntrummen" not in story.screen


async def test_a_search_survives_that_the_files_are_read_again(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("slash")
        await story.type("bygga")
        await _shows(story, "1.1", "cykelgarage")
        await story.press("enter")
        path = root / f"{PLAN}.toml"
        text = path.read_text(encoding="utf-8").replace("Måla väggarna", "Bygga om väggarna")
        path.write_text(text, encoding="utf-8")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        assert story.cursor == (PLAN, "cykelgarage")


async def test_all_plans_are_searched_and_those_without_hits_do_not_show(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    text = (root / f"{PLAN}.toml").read_text(encoding="utf-8").replace('"regionkontoret"', '"sjukhuset"')
    (root / "2019/sjukhuset.toml").write_text(text.replace("Bygga cykelgarage", "Bygga båthus"), encoding="utf-8")
    async with opened(root) as story:
        await story.press("slash")
        await story.type("båthus")
        await story.until(lambda: [row.plan for row in story.main.plan_tree.rows] == ["2019/sjukhuset"] * 3)


@pytest.mark.parametrize("query", ["[bold]x[/]", "\x1b]52;c;x", "\u202eabc", "a" * 10_000, "(a", "\\d", "é"])
async def test_a_hostile_search_is_only_a_search(tmp_path: Path, query: str) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        story.main.find_bar.field.value = query
        await story.until(lambda: story.main.finding.found is not None)
        await story.press("escape")
        assert story.main.plan_tree.has_focus


async def _filtered(story: Story, *labels: str) -> None:
    """Choose lines of the filter by what they say."""
    await story.press("f")
    dialog = story.app.screen
    assert isinstance(dialog, FilterDialog)
    texts = [line.text.plain if line else "" for line in dialog._lines]
    for label in labels:
        dialog.query_one(PlainList).highlighted = next(at for at, text in enumerate(texts) if label in text)
        await story.press("space")
    await story.press("enter")


async def test_a_filter_shows_what_has_a_status_and_tells_so_above_the_tree(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _filtered(story, "uppfylls delvis", "Aktiviteten klar")
        await _shows(story, "1.1", "vantrum", "vantrum-1")
        assert "Filter delvis, klar  F Nollställ" in story.screen
        assert story.cursor == (PLAN, "vantrum")
        await story.press("F")
        assert "Filter" not in story.screen
        assert _ids(story) == ["1.1", "vantrum", "cykelgarage", "sjukfranvaro"]


async def test_what_is_judged_stays_until_one_has_gone_on(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _filtered(story, "Ej bedömd")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.press("end", "2")
        await story.committed()
        assert _ids(story) == ["1.1", "vantrum", "vantrum-2", "cykelgarage"]
        assert story.cursor == (PLAN, "cykelgarage")
        await story.press("up", "6")
        await _shows(story, "1.1", "vantrum", "vantrum-2")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Måla väggarna → pågår"


async def test_a_search_looks_within_the_filter_and_one_key_shows_all_again(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _filtered(story, "Ej bedömd")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.press("slash")
        await story.type("cykel")
        await _shows(story, "1.1", "cykelgarage")
        await story.press("enter", "F")
        assert _ids(story) == ["1.1", "vantrum", "cykelgarage", "sjukfranvaro"]
        await story.press("F")
        assert "Allt visas redan." in story.screen


async def test_escape_in_the_search_leaves_the_filter(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _filtered(story, "Ej bedömd")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.press("end", "slash")
        await story.type("måla")
        await _shows(story, "1.1", "vantrum", "vantrum-2")
        await story.press("escape")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.until(lambda: story.cursor == (PLAN, "cykelgarage"))


async def test_changed_since_a_report_shows_what_is_no_longer_as_it_was(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    run_git(root, "tag", "--annotate", "--message", "Klar", "rapport/2019-ur1/regionkontoret")
    async with opened(root) as story:
        await story.press("right", "end", "up", "3")
        await story.committed()
        await story.until(lambda: story.main.agenda.reports)
        await _filtered(story, "Uppföljningsrapport 1 2019")
        await _shows(story, "1.1", "cykelgarage")
        assert "ändrat sedan Uppföljningsrapport 1 2019" in story.screen


async def test_changed_since_a_day_shows_what_has_changed_from_then_on(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("f", "tab")
        await story.type("2019")
        await story.press("enter")
        assert "Skriv dagen som 2025-03-01." in story.screen
        await story.type("-01-01")
        await story.press("enter")
        await story.until(lambda: story.main.finding.found is not None)
        assert len(_ids(story)) == 6
        assert "ändrat sedan 2019-01-01" in story.screen


async def test_closing_the_filter_changes_nothing_and_clearing_it_chooses_nothing(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("f", "space", "escape")
        assert not story.main.finding.wanted
        await _filtered(story, "Ej bedömd")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.press("f", "0", "enter")
        assert not story.main.finding.wanted
        assert not story.main.find_bar.display


async def test_a_click_on_the_filter_opens_it_and_one_on_its_key_clears_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _filtered(story, "Ej bedömd")
        await _shows(story, "1.1", "vantrum", "vantrum-2", "cykelgarage")
        await story.pilot.click("#chips", offset=(3, 0))
        assert isinstance(story.app.screen, FilterDialog)
        await story.press("escape")
        await story.pilot.click("#chips", offset=(story.screen.splitlines()[1].index("F Noll"), 0))
        await story.until(lambda: not story.main.finding.wanted)
        assert story.app.screen is story.main


async def test_the_search_line_tells_the_key_that_ends_it_once_it_is_no_longer_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("cykel")
        await story.sees("1 träff")
        assert "F Nollställ" not in story.screen
        await story.press("enter")
        await story.sees("1 träff  F Nollställ")
        await story.press("F")
        assert "Nollställ" not in story.screen.splitlines()[1]
