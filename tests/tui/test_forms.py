"""Forms tell what is wrong as it is typed, save only what is right, and lose nothing that was typed."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.drafts import Draft, Drafts
from tests.conftest import run_git
from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened
from tui.screens.item_form import ItemForm
from tui.screens.mal_picker import MalPicker

NAME = "2019/regionkontoret"
DECIDED = """\
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"

[[fokusomrade.mal]]
id = "lugn"
namn = "Lugnare miljöer"

[[fokusomrade.mal]]
id = "resor"
namn = "Hållbara resor"
"""


async def _field(story: Story, number: int) -> None:
    """Go to a field of the form, counted from 0, from the first."""
    await story.press(*["tab"] * number)


async def test_what_is_wrong_is_told_as_it_is_typed_and_cannot_be_saved(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p")
        await _field(story, 2)
        await story.type("2019-08")
        assert "Start ska vara ett datum, till exempel 2019-08-31." in story.screen
        await story.press("ctrl+s")
        assert isinstance(story.app.screen, ItemForm)
        await story.type("-31")
        assert "Start ska vara ett datum" not in story.screen
        await story.press("tab")
        await story.type("2019-01-01")
        assert "Slut är 2019-01-01, före start 2019-08-31; ändra det ena." in story.screen
        await story.press("ctrl+s")
        assert isinstance(story.app.screen, ItemForm)
        await story.press("ctrl+u")
        await story.type("2019-12-31")
        await story.press("ctrl+s")
        await story.committed()
        item = story.main.desk.session.plans[NAME].items["vantrum"]
        assert (item.start, item.slut) == (date(2019, 8, 31), date(2019, 12, 31))  # type: ignore[union-attr]
        assert story.log()[0].startswith("regionkontoret 2019: Göra väntrummen")


async def test_a_name_that_is_emptied_keeps_the_form_open_at_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p", "ctrl+u")
        assert "Namn saknas." in story.screen
        await story.press("tab", "tab", "ctrl+s")
        assert isinstance(story.app.screen, ItemForm)
        assert story.app.screen.focused is not None
        assert story.app.screen.focused.id == "namn"


async def test_a_new_item_says_nothing_is_wrong_before_anything_is_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "a")
        assert "saknas" not in story.screen
        await story.press("ctrl+s")
        assert "Namn saknas." in story.screen


async def test_a_form_that_is_only_looked_at_changes_nothing(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p", "ctrl+s", "p", "escape")
        await story.committed()
        assert story.file() == PLAN
        assert "utkast" not in story.screen
        assert story.log() == ["Börja"]


async def test_a_closed_form_is_kept_as_a_draft(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Enheten för bemötande")
        await story.press("escape")
        assert "utkast" in story.screen
        assert story.file() == PLAN
        await story.press("p")
        assert "Utkast från förut" in story.screen
        assert "Enheten för bemötande" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'ansvarig = "Enheten för bemötande"' in story.file()


def _drafts(root: Path) -> tuple[Draft, ...]:
    return Drafts(root / ".git").all()


async def test_a_form_that_a_crash_ended_is_offered_at_the_next_start(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Ulla Ek")
        await story.until(lambda: any("Ulla Ek" in draft.text for draft in _drafts(root)))
        assert isinstance(story.app.screen, ItemForm)  # nobody closed it
    async with opened(root) as story:
        await story.sees("Ett utkast finns från förut: Göra väntrummen lugnare")
        assert "tryck p." in story.screen
        await story.press("right", "down", "p")
        assert "Utkast från förut, inte sparat." in story.screen
        assert "Ulla Ek" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'ansvarig = "Ulla Ek"' in story.file()
        await story.until(lambda: not _drafts(root))


async def test_a_new_row_that_a_crash_took_is_offered_where_it_is_added_again(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "a", "enter")
        await story.type("Öppna dörrar")
        await story.until(lambda: any("Öppna dörrar" in str(json.loads(draft.text)) for draft in _drafts(root)))
    async with opened(root) as story:
        await story.sees("nytt uppdrag Öppna dörrar")
        await story.press("right", "a", "enter", "ctrl+s")
        assert story.cursor == (NAME, "oppna-dorrar")
        await story.committed()
        await story.until(lambda: not _drafts(root))


async def test_a_form_that_could_not_be_saved_is_still_a_draft(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Ulla Ek")
        (root / f"{NAME}.toml").unlink()
        await story.press("ctrl+s")
        await story.sees("Inte sparat")
        run_git(root, "restore", f"{NAME}.toml")
        await story.until(lambda: story.cursor == (NAME, "vantrum"))
        await story.until(lambda: (NAME, "=vantrum") in story.main.desk.drafts)
        await story.press("p")
        assert "Ulla Ek" in story.screen


async def test_a_draft_says_only_what_somebody_changed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Ulla Ek")
        await story.press("escape")
        path = root / f"{NAME}.toml"
        path.write_text(PLAN.replace("Göra väntrummen lugnare", "Göra väntrummen tysta"), encoding="utf-8")
        await story.sees("Göra väntrummen tysta")
        await story.press("p", "ctrl+s")
        await story.committed()
        item = story.main.desk.session.plans[NAME].items["vantrum"]
        assert (item.namn, item.ansvarig) == ("Göra väntrummen tysta", "Ulla Ek")  # type: ignore[union-attr]


async def test_a_form_that_says_nothing_new_leaves_no_draft(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab", "x")
        await story.until(lambda: _drafts(root))
        await story.press("backspace", "escape")
        await story.until(lambda: not _drafts(root))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"namn": 3}', '{"namn": ["a"]}', '{"mal": "x", "nytt": "y"}'])
async def test_a_draft_that_is_no_form_is_as_none(tmp_path: Path, text: str) -> None:
    root = small_region(tmp_path / "r")
    Drafts(root / ".git").save(Draft(NAME, "=vantrum", None, text))
    async with opened(root) as story:
        await story.press("right", "down", "p")
        assert "Utkast från förut" not in story.screen
        assert "Göra väntrummen lugnare" in story.screen


async def test_who_answers_is_suggested_from_the_plans(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Fastighet")
        await story.press("ctrl+s", "down", "p", "tab")
        await story.type("fas")
        await story.until(lambda: "fastighet" in story.screen.lower())
        await story.press("right", "ctrl+s")
        await story.committed()
        assert story.file().count('ansvarig = "Fastighet"') == 2


async def test_mal_are_chosen_among_those_that_are_decided(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/mal-och-budget.toml").write_text(DECIDED, encoding="utf-8")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Mål")
    async with opened(root) as story:
        await story.press("right", "down", "p")
        await _field(story, 4)
        await story.press("enter")
        assert isinstance(story.app.screen, MalPicker)
        await story.type("HALL")
        assert "Lugnare miljöer" not in story.screen.split("Vilka mål")[1]
        await story.press("enter")
        assert "[x] Hållbara resor" in story.screen
        await story.press("ctrl+s")
        assert isinstance(story.app.screen, ItemForm)
        assert "Hållbara resor" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'mal = ["resor"]' in story.file()


async def test_without_mal_och_budget_a_mal_can_be_typed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p")
        await _field(story, 4)
        await story.press("space")
        await story.type("Tryggare resor")
        assert "Lägg till: Tryggare resor" in story.screen
        await story.press("enter", "ctrl+s", "ctrl+s")
        await story.committed()
        assert 'mal = ["Tryggare resor"]' in story.file()


async def test_an_undecided_mal_is_told_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/mal-och-budget.toml").write_text(DECIDED, encoding="utf-8")
    plan = root / "2019/regionkontoret.toml"
    plan.write_text(PLAN.replace('status = "delvis" ', 'mal = ["buss"]\nstatus = "delvis" '), encoding="utf-8")
    async with opened(root) as story:
        await story.press("right", "down", "p")
        assert 'Målet "buss" finns inte i 2019/mal-och-budget.toml' in story.screen
        await story.press("tab")
        await story.type("Fastighet")
        await story.press("ctrl+s")
        await story.committed()
        assert 'ansvarig = "Fastighet"' in story.file()


async def test_an_indikator_takes_numbers_as_they_are_written_in_swedish(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("end", "p", "tab")
        assert "4,1" in story.screen
        await story.press("ctrl+u")
        await story.type("3,90")
        await story.press("tab")
        await story.type("högst 4")
        await _field(story, 2)
        await story.press("space", "space", "ctrl+s")
        await story.committed()
        item = story.main.desk.session.plans[NAME].items["sjukfranvaro"]
        assert item.utfall == Decimal("3.90")  # type: ignore[union-attr]
        assert "utfall = 3.90" in story.file()
        assert 'malvarde = "högst 4"' in story.file()
        assert 'riktning = "lagre"' in story.file()


async def test_an_indikators_earlier_outcomes_are_typed_and_seen_as_a_line_with_the_trend_in_words(
    tmp_path: Path,
) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("end", "p")
        await _field(story, 4)
        await story.press("space", "space", "tab")
        await story.type("2018: 4,6, 2018-08 4,2")
        await story.sees('är "2018: 4,6, 2018-08 4,2" men ska vara')
        await story.press("ctrl+u")
        await story.type("2017: 4,6; 2018: 4,2")
        await story.press("ctrl+s")
        await story.committed()
        assert 'matningar = ["2017: 4,6", "2018: 4,2"]' in story.file()
        for told in ("Mätningar  2017: 4,6;", "█▂▁  sjunker, åt", "? Kan inte bedömas"):
            assert told in story.screen


async def test_what_an_uppdrag_came_of_is_typed_and_seen(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p")
        await _field(story, 7)
        await story.type("Interpellation")
        await story.press("ctrl+s")
        await story.committed()
        assert 'ursprung = "Interpellation"' in story.file()
        assert "Ursprung  Interpellation" in story.screen


async def test_regiongemensamt_is_turned_on_and_off(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        for _ in range(2):
            await story.press("right", "down", "p") if story.cursor == (NAME, "1.1") else await story.press("p")
            await _field(story, 5)
            await story.press("space", "ctrl+s")
            await story.committed()
        assert story.file() == PLAN
        assert "inte längre regiongemensamt" in story.log()[0]
        assert "nu regiongemensamt" in story.log()[1]


async def test_a_field_that_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Vi")
        path = root / "2019/regionkontoret.toml"
        path.write_text(
            PLAN.replace('namn = "Göra väntrummen lugnare"', 'namn = "Göra väntrummen lugnare"\nansvarig = "De"'),
            encoding="utf-8",
        )
        await story.until(lambda: story.main.desk.session.plans[NAME].items["vantrum"].ansvarig == "De")  # type: ignore[union-attr]
        await story.press("ctrl+s")
        await story.until(lambda: story.main.desk.notice.failed)
        assert 'ansvarig = "De"' in story.file()


async def test_the_mouse_saves_and_chooses(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "p")
        await story.pilot.click("#regiongemensamt")
        await story.pilot.click("KeyLine", offset=(2, 0))
        await story.until(lambda: story.app.screen is story.main)
        await story.committed()
        assert "regiongemensamt = true" in story.file()


async def test_in_a_small_terminal_the_form_scrolls_to_the_field_one_is_in(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (60, 20)) as story:
        await story.press("right", "down", "p")
        await _field(story, 6)
        await story.type("RS 12/19")
        assert "RS 12/19" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'diarienummer = "RS 12/19"' in story.file()


async def test_in_a_small_terminal_the_keys_of_a_form_and_what_is_told_of_the_field_stay_in_sight(
    tmp_path: Path,
) -> None:
    async with opened(small_region(tmp_path / "r"), (60, 20)) as story:
        await story.press("right", "down", "p")
        assert "^S Spara  Tab Nästa fält  Esc Stäng" in story.screen
        await _field(story, 7)
        await story.sees("Till exempel beslut")
        assert "^S Spara  Tab Nästa fält  Esc Stäng" in story.screen


async def test_in_ascii_a_form_is_drawn_with_ascii(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), ascii=True) as story:
        for keys in (("right", "down", "p"), ("escape", "d"), ("escape", "a"), ("escape", "k")):
            await story.press(*keys)
            drawn = set(story.screen) - set("åäöÅÄÖ")
            assert {char for char in drawn if not char.isascii()} == set()


async def test_one_key_throws_away_what_is_written_in_a_form_and_brings_it_back(
    tmp_path: Path,
) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "p", "tab")
        await story.type("Ulla Ek")
        await story.press("escape")
        assert "¶ Göra väntrummen" in story.screen
        await story.press("p", "ctrl+r")
        assert "Ulla Ek" not in story.screen
        assert "är slängt; ^R tar tillbaka det." in story.screen
        await story.press("ctrl+r")
        assert "Ulla Ek" in story.screen
        assert "Utkast från förut" in story.screen
        await story.press("ctrl+r", "escape")
        await story.until(lambda: not _drafts(root))
        assert "¶" not in story.screen
        assert story.file() == PLAN


async def test_a_new_row_that_is_not_saved_is_told_at_its_plan(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2018").mkdir()
    (root / "2018/regionkontoret.toml").write_text(PLAN.replace("ar = 2019", "ar = 2018"), encoding="utf-8")
    async with opened(root, (120, 40)) as story:
        await story.press("right", "down", "a", "enter")
        await story.type("Öppna dörrar")
        await story.press("escape", "home")
        assert "¶ Utkast till nytt uppdrag Öppna dörrar" in story.screen
