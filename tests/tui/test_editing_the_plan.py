"""The plan itself is edited from the tree: items come, get new names, move and go; all of it can be undone."""

from __future__ import annotations

from pathlib import Path

from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened
from tui.screens.chooser import Chooser
from tui.screens.item_form import ItemForm
from tui.screens.removal import RemovalDialog

NAME = "2019/regionkontoret"


def _items(story: Story) -> list[str]:
    return list(story.main.desk.session.plans[NAME].items)


def _log(story: Story) -> str:
    return story.log()[0].removeprefix("regionkontoret 2019: ")


async def test_an_aktivitet_is_added_beside_another(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "a")
        assert isinstance(story.app.screen, ItemForm)
        assert "Ny aktivitet i Göra väntrummen lugnare" in story.screen
        await story.type("Sätta upp tavlor")
        await story.press("ctrl+s")
        assert story.cursor == (NAME, "satta-upp-tavlor")
        await story.committed()
        assert _items(story) == [
            "1.1",
            "vantrum",
            "vantrum-1",
            "satta-upp-tavlor",
            "vantrum-2",
            "cykelgarage",
            "sjukfranvaro",
        ]
        assert _log(story) == "Sätta upp tavlor: tillagd"
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_an_uppdrag_can_get_something_below_it_or_beside_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "a")
        assert isinstance(story.app.screen, Chooser)
        assert "Ny aktivitet i Bygga cykelgarage" in story.screen
        assert "Nytt uppdrag i 1.1 Nära vård" in story.screen
        await story.press("enter")
        await story.type("Rita")
        await story.press("ctrl+s")
        assert story.cursor == (NAME, "rita")
        assert "Rita" in story.screen
        await story.press("left", "a", "down", "enter")
        await story.type("Köpa bussar")
        await story.press("ctrl+s")
        assert story.cursor == (NAME, "kopa-bussar")
        await story.committed()
        assert story.main.desk.session.plans[NAME].parents["kopa-bussar"] == "1.1"


async def test_a_new_fokusomrade_gets_the_next_number(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("a", "down", "enter")
        await story.type("Hållbara resor")
        await story.press("ctrl+s")
        assert story.cursor == (NAME, "1.2")
        assert "1.2 Hållbara resor" in story.screen


async def test_an_empty_plan_gets_its_first_row(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/regionkontoret.toml").write_text('forvaltning = "regionkontoret"\nar = 2019\n', encoding="utf-8")
    async with opened(root) as story:
        await story.press("a", "enter")
        await story.type("Nära vård")
        await story.press("ctrl+s")
        assert story.cursor == (NAME, "nara-vard")
        await story.committed()
        assert 'namn = "Nära vård"' in story.file()


async def test_a_new_name_leaves_the_id_alone(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "r", "ctrl+u")
        await story.type("Lugna väntrum")
        await story.press("enter")
        assert story.cursor == (NAME, "vantrum")
        await story.committed()
        assert 'id = "vantrum"\nnamn = "Lugna väntrum"\n' in story.file()
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_a_row_moves_among_its_siblings_and_the_cursor_goes_with_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "alt+down")
        assert story.cursor == (NAME, "vantrum")
        await story.press("left_square_bracket", "right_square_bracket")
        await story.committed()
        assert _items(story) == ["1.1", "cykelgarage", "vantrum", "vantrum-1", "vantrum-2", "sjukfranvaro"]
        assert '# Följs upp varje vår.\n[[fokusomrade.uppdrag]]\nid = "vantrum"' in story.file()
        await story.press("u", "u", "u")
        await story.committed()
        assert story.file() == PLAN


async def test_past_the_edge_a_row_goes_into_the_neighbour_and_that_is_told(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "down", "alt+down")
        assert story.cursor == (NAME, "vantrum-2")
        assert story.main.desk.session.plans[NAME].parents["vantrum-2"] == "cykelgarage"
        assert "Flyttad till Bygga cykelgarage" in story.screen
        await story.press("alt+down")
        assert "Raden står redan sist i planen." in story.screen


async def test_a_row_moves_to_what_is_searched_for(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "M")
        await story.type("CYKEL")
        assert "1.1 Nära vård / Bygga cykelgarage" in story.screen
        await story.press("enter")
        assert story.cursor == (NAME, "vantrum-1")
        assert story.main.desk.session.plans[NAME].parents["vantrum-1"] == "cykelgarage"
        await story.committed()
        assert _log(story) == "Byta belysningen: flyttad från Göra väntrummen…"


async def test_with_nowhere_to_move_that_is_told(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "M")
        assert "Det finns inget annat ställe" in story.screen
        assert story.app.screen is story.main


async def test_a_row_with_nothing_below_it_goes_at_once_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "delete")
        assert "Tog bort uppdraget: Bygga cykelgarage. u ångrar." in story.screen
        await story.committed()
        assert "cykelgarage" not in story.file()
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_a_row_with_more_below_it_goes_when_one_has_said_so_with_another_key(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "d")
        assert isinstance(story.app.screen, RemovalDialog)
        assert "Uppdraget och dess 2 aktiviteter tas bort" in story.screen
        await story.press("d", "enter", "delete", "space")
        assert isinstance(story.app.screen, RemovalDialog)
        await story.press("escape")
        assert "vantrum" in _items(story)
        await story.press("d", "b")
        assert _items(story) == ["1.1", "cykelgarage", "sjukfranvaro"]
        await story.committed()
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_marked_rows_go_together_and_come_back_together(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "down", "space", "down", "space", "d")
        assert story.app.screen is story.main  # nothing stands below them, so undo is enough
        assert "Tog bort 2 aktiviteter. u ångrar." in story.screen
        await story.committed()
        assert _items(story) == ["1.1", "vantrum", "cykelgarage", "sjukfranvaro"]
        assert len(story.log()) == 2
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN
        assert not story.main.plan_tree.marked


async def test_what_goes_with_marked_rows_is_told_first(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "space", "down", "space", "end", "up", "space", "delete")
        told = " ".join(story.screen.replace("│", " ").split())
        assert isinstance(story.app.screen, RemovalDialog)
        assert "Göra väntrummen lugnare" in told
        assert "Bygga cykelgarage" in told
        assert "2 uppdrag med 2 aktiviteter under sig tas bort ur planen." in told
        await story.press("b")
        assert _items(story) == ["1.1", "sjukfranvaro"]
        assert "Tog bort 2 uppdrag med 2 aktiviteter under sig." in story.screen
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_marked_rows_of_two_plans_go_in_one_step_and_one_commit(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2018").mkdir()
    other = PLAN.replace("ar = 2019", "ar = 2018")
    (root / "2018/regionkontoret.toml").write_text(other, encoding="utf-8", newline="\n")
    async with opened(root) as story:
        await story.until(lambda: len(story.log()) == 2)
        await story.press("plus", "home", "end", "space")
        story.main.plan_tree.go_to((NAME, "sjukfranvaro"))
        await story.press("space", "d")
        assert "Tog bort 2 indikatorer." in story.screen
        await story.committed()
        assert len(story.log()) == 3
        assert "sjukfranvaro" not in story.file() + story.file("2018/regionkontoret")
        await story.press("u")
        await story.committed()
        assert (story.file(), story.file("2018/regionkontoret")) == (PLAN, other)


async def test_marked_rows_move_together_and_stay_marked(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "space", "down", "space", "alt+down")
        plan = story.main.desk.session.plans[NAME]
        assert [each.id for each in plan.items["cykelgarage"].children] == ["vantrum-1", "vantrum-2"]
        assert "2 aktiviteter flyttade till Bygga cykelgarage. u ångrar." in story.screen
        assert story.cursor == (NAME, "vantrum-2")
        await story.press("alt+up")
        await story.committed()
        assert story.file() == PLAN
        await story.press("u", "u")
        await story.committed()
        assert len(story.main.plan_tree.marked) == 2


async def test_marked_rows_move_together_to_what_is_chosen(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "space", "down", "space", "home", "M")
        assert "Flytta 2 aktiviteter till" in story.screen
        await story.press("enter")
        await story.committed()
        assert _items(story) == ["1.1", "vantrum", "cykelgarage", "vantrum-1", "vantrum-2", "sjukfranvaro"]
        assert len(story.log()) == 2
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_rows_of_different_kinds_are_not_moved_to_one_place(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "space", "end", "up", "space", "M")
        assert "Raderna är av olika slag" in story.screen
        assert story.app.screen is story.main


async def test_undo_names_what_is_no_longer_there(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("a", "enter")
        await story.type("Öppna dörrar")
        await story.press("ctrl+s", "u")
        assert "Ångrade: Öppna dörrar: borttaget" in story.screen
        await story.press("U")
        assert "Gjorde om: Öppna dörrar: tillagt" in story.screen


async def test_a_new_row_that_a_search_hides_is_told_of(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("cykel")
        await story.press("enter")
        await story.until(lambda: "Göra väntrummen" not in story.screen)
        await story.until(lambda: story.cursor == (NAME, "cykelgarage"))
        await story.press("a", "down", "enter")
        await story.type("Köpa bussar")
        await story.press("ctrl+s")
        await story.until(lambda: "Köpa bussar" not in story.screen)
        assert "filtret som döljer den; F visar allt." in " ".join(story.screen.split())
        await story.press("F")
        await story.sees("? Köpa bussar")


async def test_nothing_opens_where_nothing_may_be_changed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / ".git/MERGE_HEAD").write_text("0" * 40 + "\n", encoding="utf-8")
    async with opened(root) as story:
        for key in ("a", "p", "r", "d"):
            await story.press(key)
            assert story.app.screen is story.main
            assert "Endast läsning" in story.screen
