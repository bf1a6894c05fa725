"""Keys that come at once do what they do when they come one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import TextArea

from tests.small_region import small_region
from tests.tui.driver import PLAN, Story, opened
from tui import turns
from tui.screens.comment import CommentEditor


async def at_once(story: Story, keys: str) -> None:
    """Press keys before the app can answer any of them."""
    for key in keys:
        story.app.post_message(Key({"/": "slash", "\n": "enter"}.get(key, key), key))
    await story.pilot.pause()


async def test_letters_right_behind_the_key_that_opens_the_search_are_searched_for(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await at_once(story, "/kc1")
        await story.until(lambda: story.main.find_bar.field.value == "kc1")
        assert story.app.screen is story.main


async def test_words_right_behind_the_key_that_opens_a_comment_stand_in_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("j")
        await at_once(story, "k123")
        await story.until(lambda: isinstance(story.app.screen, CommentEditor))
        await story.until(lambda: "123" in story.app.screen.query_one(TextArea).text)
        assert story.main.desk.session.pending == 0


async def test_judgements_and_steps_at_once_are_all_made_in_order(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus")
        rows = [row for row in story.main.plan_tree.rows if row.kind == "uppdrag"]
        await story.press("home")
        await at_once(story, "j1" * (len(story.main.plan_tree.rows) - 1))
        await story.until(
            lambda: all(
                getattr(story.main.desk.session.plans[PLAN].items[row.id], "status", "") == "uppfylls"
                for row in rows
            )
        )


async def test_a_key_that_never_gets_done_does_not_stop_the_others_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "home")
        monkeypatch.setattr(turns.Turns, "follow", lambda *_: None)
        monkeypatch.setattr(turns, "PATIENCE", 0.0)
        before = story.cursor
        await at_once(story, "jj")
        await story.until(lambda: story.cursor != before)
        after = story.cursor
        await at_once(story, "j")
        await story.until(lambda: story.cursor != after)


async def test_a_key_that_comes_while_one_is_handed_back_waits_behind_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        handed = turns.Turns(story.app)
        posted: list[Key] = []
        story.app.post_message = lambda key: bool(posted.append(key)) or True  # type: ignore[method-assign]
        try:
            first, second, third = (Key(name, name) for name in "abc")
            assert not handed.hold(first)
            assert handed.hold(second)
            handed._done()
            assert handed.hold(third)  # it stood before the second in the app's queue
            assert posted == [second]
            assert not handed.hold(second)
            handed._done()
            assert posted == [second, third]
            assert not handed.hold(third)
        finally:
            del story.app.post_message
