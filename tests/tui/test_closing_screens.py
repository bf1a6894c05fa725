"""What the worker says while a screen is on its way out is no news to it, and does it no harm."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.small_region import small_region
from tests.tui.driver import opened
from tui.messages import Committed
from tui.widgets.top_line import TopLine


@pytest.mark.parametrize("key", ["h", "o", "v"])
async def test_a_screen_that_has_begun_to_go_hears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        main = story.main
        told: list[bool] = []
        await story.press(key)
        assert story.app.screen is not main
        top_line = story.app.screen.query_one(TopLine)
        go = TopLine._message_loop_exit

        async def gone_and_then_told(self: TopLine) -> None:
            """A part of the screen is gone, the screen itself is not: a busy computer lets that last."""
            await go(self)
            if self is top_line:
                main.hear(Committed((), None))
                told.append(True)
                for _ in range(20):
                    await asyncio.sleep(0)  # the screen does what it was told to do later

        monkeypatch.setattr(TopLine, "_message_loop_exit", gone_and_then_told)
        await story.press("escape")
        await story.until(lambda: told or not story.app.is_running)
        await story.press("2")
        await story.committed()
        assert story.app._exception is None
