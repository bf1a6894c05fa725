"""A coordinator judges: by key, by list and by mouse; each judgement is in the file and in git."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import opened


async def test_a_key_judges_an_uppdrag_in_the_file_and_in_git(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "1")
        await story.committed()
        assert story.cursor == ("2019/regionkontoret", "cykelgarage")
        assert 'namn = "Bygga cykelgarage"\nstatus = "uppfylls"' in story.file()
        assert story.log()[0] == "regionkontoret 2019: Bygga cykelgarage → uppfylls"
        assert story.log()[1] == "Börja"


async def test_the_judgement_is_on_the_screen_before_it_is_on_disk(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        before = story.file()
        story.main.desk._worker.save = lambda order: None  # type: ignore[method-assign]  # a disk that never answers
        await story.press("3")
        assert "Uppdraget uppfylls inte" in story.screen
        assert "sparar …" in story.screen
        assert story.file() == before
        story.main.desk.session.refused(1)


async def test_six_keys_judge_an_aktivitet(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "down", "down")
        assert story.cursor == ("2019/regionkontoret", "vantrum-2")
        values = ("pausad", "ej-startad", "foljer-delvis", "foljer-inte", "klar", "pagar")
        for step, value in enumerate(values, 1):
            await story.press(str(step))
            await story.until(lambda value=value: f'namn = "Måla väggarna"\nstatus = "{value}"' in story.file())


async def test_zero_takes_the_judgement_away(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "0")
        await story.committed()
        assert "delvis" not in story.file()
        assert story.log()[0] == "regionkontoret 2019: Göra väntrummen lugnare → ej bedömd"


async def test_a_key_of_the_other_scale_does_nothing(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", "5")
        await story.committed()
        assert story.file() == before


async def test_a_fokusomrade_gets_its_verdict(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("2")
        await story.committed()
        assert 'namn = "Nära vård"\nstatus = "delvis"' in story.file()


async def test_the_counts_of_the_fokusomrade_follow_at_once(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        assert "●0 ▲1 ■0 ?1" in story.screen
        await story.press("right", "down", "down", "1")
        assert "●1 ▲1 ■0 ?0" in story.screen


async def test_quick_keys_on_one_item_become_one_commit(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "3", "1")
        await story.committed()
        assert story.log() == ["regionkontoret 2019: Göra väntrummen lugnare → uppfylls", "Börja"]


async def test_moving_on_to_another_item_makes_two_commits(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "down", "3")
        await story.committed()
        assert story.log() == [
            "regionkontoret 2019: Bygga cykelgarage → uppfylls inte",
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls",
            "Börja",
        ]


async def test_a_judgement_taken_back_within_the_second_needs_no_commit(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "2")
        await story.committed()
        assert story.log() == ["Börja"]


async def test_the_top_line_tells_the_commit(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1")
        await story.settled()
        short = run_git(story.root, "rev-parse", "HEAD")[:7]
        await story.sees(f"sparat · {short}")


async def test_the_list_judges_by_arrow_and_enter(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "enter")
        assert "1  ●  Uppdraget uppfylls" in story.screen
        await story.press("up", "enter")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls"


async def test_the_list_judges_by_number_and_closes_by_escape(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "enter", "escape")
        assert story.app.screen is story.main
        await story.press("enter", "0")
        await story.committed()
        assert story.log() == ["regionkontoret 2019: Göra väntrummen lugnare → ej bedömd", "Börja"]


async def test_a_click_in_the_footer_judges(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await story.pilot.click("#keys", offset=(3, 0))
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls"


async def test_many_judgements_in_a_row_all_arrive(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right")
        await story.press(*("1", "down", "2", "down", "5", "down", "3", "up", "6", "up", "4", "up", "2"))
        await story.committed()
        text = story.file()
        assert 'id = "cykelgarage"\nnamn = "Bygga cykelgarage"\nstatus = "inte"' in text
        assert 'status = "delvis"     # enligt mötet i mars' in text
        assert run_git(story.root, "status", "--porcelain") == ""


async def test_other_dirty_and_staged_files_are_left_alone(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "anteckningar.txt").write_text("eget", encoding="utf-8")
    run_git(root, "add", "anteckningar.txt")
    async with opened(root) as story:
        await story.press("right", "down", "1")
        await story.committed()
        assert run_git(root, "status", "--porcelain") == "A  anteckningar.txt\n"
