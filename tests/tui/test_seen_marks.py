"""What others did since the user last looked is marked until it has been seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.git import Repository
from data.seen import remember
from tests.past_region import AFTER_AUTUMN, INGRID, SAMIR, commit, past_region
from tests.tui.driver import Story, opened

CHANGED = AFTER_AUTUMN.replace('status = "klar"', 'status = "pagar"')
AGAIN = CHANGED.replace('"Invigt."', '"Invigt i maj."')


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cursor rest long, unless a test says otherwise."""
    monkeypatch.setattr("tui.attention.REST", 3600.0)


def _region(tmp_path: Path) -> Path:
    """A region where the user has seen all, and then Ingrid judges an aktivitet and Samir writes a comment."""
    root = past_region(tmp_path / "r")
    repository = Repository(root)
    remember(repository)
    repository.close()
    commit(root, CHANGED, INGRID, "2020-11-03")
    commit(root, AGAIN, SAMIR, "2020-11-04")
    return root


async def _marked(story: Story, name: str) -> None:
    await story.sees(f"» {name}")


async def test_a_closed_row_is_marked_for_what_is_below_it_and_the_row_itself_when_it_shows(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right")
        assert "» 1.1" not in story.screen
        assert "» Göra väntrummen" in story.screen
        assert "» Bygga cykelgarage" in story.screen
        await story.press("down", "right")
        assert "» Göra väntrummen" not in story.screen
        assert "» Byta belysningen" in story.screen


async def test_the_detail_says_who_did_what_and_when(tmp_path: Path) -> None:
    async with opened(_region(tmp_path), (160, 40)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right", "down", "right", "down")
        await story.sees("Ändrad av Ingrid Ek 3 nov 2020: klar → pågår")


async def test_where_the_cursor_has_rested_the_mark_goes_and_the_words_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _region(tmp_path)
    async with opened(root, (160, 40)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right", "down", "right")
        monkeypatch.setattr("tui.attention.REST", 0.01)
        await story.press("down")
        await story.until(lambda: "» Byta belysningen" not in story.screen)
        assert "Ändrad av Ingrid Ek" in story.screen
        assert "» Bygga cykelgarage" in story.screen
    async with opened(root) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right", "down", "right")
        assert "» Bygga cykelgarage" in story.screen
        assert "» Byta belysningen" not in story.screen


async def test_passing_by_is_not_seeing(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right", "down", "right", "down", "up")
        assert "» Byta belysningen" in story.screen


async def test_a_dialog_in_front_is_not_seeing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(_region(tmp_path)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("right", "down", "right", "down")
        monkeypatch.setattr("tui.attention.REST", 0.01)
        await story.press("question_mark")
        story.main.attention._rested()
        await story.pilot.pause(0.1)
        assert story.main.desk.hindsight.news.by_row.keys() >= {("2019/regionkontoret", "vantrum-1")}
        await story.press("escape")
        await story.until(lambda: "» Byta belysningen" not in story.screen)


async def test_one_key_marks_all_as_seen_for_good(tmp_path: Path) -> None:
    root = _region(tmp_path)
    async with opened(root) as story:
        await _marked(story, "1.1 Nära vård")
        await story.press("S")
        await story.until(lambda: "»" not in story.screen)
    head = (root / ".git/trafikljus/seen").read_text("ascii")
    assert head == (root / ".git/refs/heads/main").read_text("ascii").strip()


async def test_what_comes_while_the_app_is_open_is_marked(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    repository = Repository(root)
    remember(repository)
    repository.close()
    async with opened(root) as story:
        commit(root, CHANGED, INGRID, "2020-11-03")
        await _marked(story, "1.1 Nära vård")


async def test_what_one_does_oneself_is_never_marked(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    repository = Repository(root)
    remember(repository)
    async with opened(root) as story:
        await story.press("right", "down", "3")
        await story.committed()
        head = run_head(root)
        await story.until(lambda: (root / ".git/trafikljus/seen").read_text("ascii") == head)
        assert "»" not in story.screen
    repository.close()


def run_head(root: Path) -> str:
    """The commit that HEAD is."""
    return (root / ".git/refs/heads/main").read_text("ascii").strip()


async def test_the_first_time_nothing_is_marked(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    async with opened(root) as story:
        await story.until((root / ".git/trafikljus/seen").exists)
        assert "»" not in story.screen


async def test_news_about_a_row_that_is_gone_stand_where_it_was(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    repository = Repository(root)
    remember(repository)
    repository.close()
    start = AFTER_AUTUMN.index('[[fokusomrade.uppdrag]]\nid = "cykelgarage"')
    end = AFTER_AUTUMN.index("[[indikator]]")
    commit(root, AFTER_AUTUMN[:start] + AFTER_AUTUMN[end:], INGRID, "2020-11-03")
    async with opened(root, (160, 40)) as story:
        await _marked(story, "1.1 Nära vård")
        await story.sees("Ändrad av Ingrid Ek 3 nov 2020: Bygga cykelgarage: borttaget")


async def test_in_ascii_the_mark_is_two_signs(tmp_path: Path) -> None:
    async with opened(_region(tmp_path), ascii=True) as story:
        await story.sees(">> 1.1 Nära vård")
