"""A value that met another in the file: both are shown, one key chooses, and the one that lost is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened
from tui.screens.conflict import ConflictDialog

KEY = ("2019/regionkontoret", "vantrum")


def _rewrite(root: Path, old: str, new: str, *, commit: bool = False) -> None:
    """Change the plan's file as an editor would, or as a pull of somebody's commit."""
    path = root / "2019/regionkontoret.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    if commit:
        run_git(root, "commit", "--quiet", "--all", "--author=Berit Ek <berit@exempel.se>", "--message", "Annat")


async def _comment_against(story: Story, theirs: str, mine: str = " Mer.") -> None:
    """Write a comment while somebody else writes another in the file."""
    await story.press("right", "down", "k")
    await story.type(mine)
    _rewrite(story.root, "Två av fem", theirs)
    await story.press("ctrl+s")
    await story.sees("Konflikt på")


async def _status_against(story: Story) -> None:
    """Give a status, from what the screen last said, when the file has come to say another."""
    story.main.desk._worker._jobs.put(lambda keeper: _rewrite(story.root, '"delvis"', '"inte"'))
    await story.press("1")
    await story.sees("Konflikt på")


def _comment(story: Story) -> str:
    return str(story.main.desk.session.plans[KEY[0]].items[KEY[1]].kommentar)


def _flat(story: Story) -> str:
    return " ".join(story.screen.split())


async def test_a_conflict_is_told_and_opens_nothing_by_itself(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await _status_against(story)
        assert "Konflikt på Göra väntrummen lugnare: i filen står nu något annat (status)." in _flat(story)
        assert "Tryck ! för att välja." in _flat(story)
        assert story.app.screen is story.main
        assert "konflikt · tryck !" in story.screen
        await story.sees("Uppdraget uppfylls inte")
        assert 'status = "inte"' in story.file()


async def test_both_values_are_shown_with_who_wrote_the_other(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        write = lambda keeper: _rewrite(story.root, '"delvis"', '"inte"', commit=True)  # noqa: E731
        story.main.desk._worker._jobs.put(write)
        await story.press("1")
        await story.sees("Konflikt på")
        await story.press("exclamation_mark")
        assert isinstance(story.app.screen, ConflictDialog)
        assert "Konflikt: Göra väntrummen lugnare: status" in _flat(story)
        assert "Uppdraget uppfylls" in story.screen
        assert "Uppdraget uppfylls inte" in story.screen
        assert "2 Det som står i filen (Berit Ek 20" in _flat(story)


async def test_what_is_not_committed_has_a_time_and_no_name(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await _status_against(story)
        await story.press("exclamation_mark")
        assert "(inte incheckat, skrivet 20" in _flat(story)


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True)])
async def test_the_values_stand_side_by_side_where_there_is_room(
    tmp_path: Path, size: tuple[int, int], beside: bool
) -> None:
    async with opened(small_region(tmp_path / "r"), size) as story:
        await _comment_against(story, "Tre av fem")
        await story.press("exclamation_mark")
        lines = story.screen.splitlines()
        assert any("1  Ditt" in line and "2  Det som står" in line for line in lines) is beside
        assert "Två av fem väntrum är klara. Mer." in story.screen
        assert "Tre av fem väntrum är klara." in story.screen


async def test_one_keeps_mine_and_the_other_comment_as_a_draft(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _comment_against(story, "Tre av fem")
        await story.press("exclamation_mark", "1")
        await story.committed()
        assert _comment(story) == "Två av fem väntrum är klara. Mer."
        assert 'kommentar = "Två av fem väntrum är klara. Mer."' in story.file()
        await story.press("k")
        assert "Tre av fem väntrum är klara." in story.screen
        assert "Utkast" in story.screen
        await story.press("escape", "u")
        assert _comment(story) == "Tre av fem väntrum är klara."


async def test_two_keeps_what_the_file_says_and_mine_as_a_draft(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _comment_against(story, "Tre av fem")
        await story.press("exclamation_mark", "2")
        assert _comment(story) == "Tre av fem väntrum är klara."
        assert "konflikt" not in story.standing
        await story.press("k")
        assert "Två av fem väntrum är klara. Mer." in story.screen


async def test_three_keeps_both_comments_one_after_the_other(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _comment_against(story, "Tre av fem")
        await story.press("exclamation_mark", "3")
        await story.committed()
        assert _comment(story) == "Tre av fem väntrum är klara.\n\nTvå av fem väntrum är klara. Mer."
        assert KEY not in story.main.desk.drafts


async def test_a_status_that_lost_is_told(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await _status_against(story)
        await story.press("exclamation_mark", "3")
        assert isinstance(story.app.screen, ConflictDialog)  # two statuses cannot stand after one another
        await story.press("2")
        assert "Filens värde gäller. Ditt var: Uppdraget uppfylls." in _flat(story)
        assert 'status = "inte"' in story.file()


async def test_a_choice_that_waits_can_be_made_later(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await _status_against(story)
        await story.press("exclamation_mark", "escape", "down", "3")
        await story.committed()
        assert "konflikt · tryck !" in story.screen
        await story.press("exclamation_mark", "1")
        await story.committed()
        assert 'status = "uppfylls"     # enligt mötet i mars' in story.file()
        assert "konflikt" not in story.standing


async def test_what_the_file_says_at_the_choice_is_what_was_shown(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await _comment_against(story, "Tre av fem")
        await story.press("exclamation_mark")
        _rewrite(story.root, "Tre av fem", "Fyra av fem")
        await story.until(lambda: _comment(story).startswith("Fyra"))
        await story.press("1")
        assert "Filen har ändrats igen" in story.screen
        assert "Fyra av fem" in story.file()
        await story.press("exclamation_mark")
        assert "Fyra av fem" in story.screen
        await story.press("1")
        await story.committed()
        assert "Två av fem väntrum är klara. Mer." in story.file()


async def test_of_many_judged_at_once_only_those_that_clash_wait(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down", "space")
        await _status_against(story)
        await story.committed()
        assert 'namn = "Bygga cykelgarage"\nstatus = "uppfylls"' in story.file()
        assert 'status = "inte"     # enligt' in story.file()
        await story.press("exclamation_mark", "1")
        await story.committed()
        assert 'status = "uppfylls"     # enligt' in story.file()


async def test_a_comment_on_a_row_that_somebody_removed_is_shown_and_kept(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        await story.type("Klart.")
        gone = '[[fokusomrade.uppdrag]]\nid = "cykelgarage"\nnamn = "Bygga cykelgarage"\n\n'
        story.main.desk._worker._jobs.put(lambda keeper: _rewrite(story.root, gone, ""))
        await story.press("ctrl+s")
        await story.sees("Konflikt på")
        await story.press("exclamation_mark")
        assert "Raden finns inte längre." in story.screen
        assert "Klart." in story.screen
        await story.press("1")
        assert isinstance(story.app.screen, ConflictDialog)
        await story.press("2")
        draft = story.main.desk.drafts.get((KEY[0], "cykelgarage"))
        assert draft is not None and draft.text == "Klart."
        assert "cykelgarage" not in story.file()


async def test_a_click_chooses_too(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        await _status_against(story)
        await story.press("exclamation_mark")
        line = next(row for row, text in enumerate(story.screen.splitlines()) if "1 Behåll ditt" in text)
        column = story.screen.splitlines()[line].index("2 Behåll filens")
        await story.pilot.click(offset=(column + 3, line))
        assert "Filens värde gäller." in story.screen


async def test_with_no_conflict_the_key_says_so(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("exclamation_mark")
        assert "Det finns ingen konflikt" in story.screen
        assert story.file() == PLAN


async def test_an_undo_that_meets_another_value_is_a_conflict_too(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1")
        await story.committed()
        story.main.desk._worker._jobs.put(lambda keeper: _rewrite(story.root, '"uppfylls"', '"inte"'))
        await story.press("u")
        await story.sees("Konflikt på")
        await story.press("exclamation_mark", "1")
        await story.committed()
        assert 'status = "delvis"     # enligt' in story.file()
