"""Texts from files are shown as they are: never markup, never an order to the terminal, never out of place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from data.plain_text import one_line
from tests.conftest import run_git
from tests.tui.driver import opened
from tui.glyphs import Glyphs
from tui.widgets.row_line import fitted

HOSTILE = {
    "markup": "[bold red]Röd[/] [@click=app.bell]x[/] [/oj]",
    "escape": "\x1b]52;c;aGVq\x07 efter",
    "c1": "\x9b31m efter",
    "bidi": "\u202e baklänges \u2066",
    "zero-width": "noll\u200bbredd\ufeff",
    "wide": "漢字" * 40,
    "long": "o" * 10_000,
    "combining": "A\u030angstro\u0308m",
    "nfc": "\u00c5ngstr\u00f6m \u00e5\u00e4\u00f6",
    "emoji": "\U0001f469\u200d\U0001f4bb\ufe0f\U0001f1f8\U0001f1ea " * 20,
    "half a wide one": "a" + "漢" * 60,
    "many marks": "e" + "\u0301" * 300,
    "lines": "rad ett\n\n\trad två\r\nrad tre",
}
OBEYED = "\x1b\x07\x9b\u202e\u2066\u200b\ufeff"


def _toml(text: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}" for char in text)
    return f'"{escaped}"'


def _region(root: Path, text: str) -> Path:
    (root / "2019").mkdir(parents=True)
    told = _toml(text)
    (root / "2019/regionkontoret.toml").write_text(
        f'forvaltning = "regionkontoret"\nar = 2019\n\n[[fokusomrade]]\nid = "a"\nnamn = {told}\n\n'
        f'[[fokusomrade.uppdrag]]\nid = "b"\nnamn = {told}\nkommentar = {told}\nansvarig = {told}\nmal = [{told}]\n'
        f"diarienummer = {told}\natt_se_over = [{told}]\nokand = {told}\n\n"
        f'[[fokusomrade.uppdrag.aktivitet]]\nid = "c"\nnamn = {told}\n',
        encoding="utf-8",
    )
    (root / "region.toml").write_text(f"namn = {told}\n", encoding="utf-8")
    run_git(root, "init", "--quiet")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Börja")
    return root


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_screen_obeys_a_text(tmp_path: Path, name: str) -> None:
    async with opened(_region(tmp_path / "r", HOSTILE[name])) as story:
        seen = [story.screen]
        for keys in (("right", "down", "right"), ("down",), ("up", "k"), ("escape", "enter"), ("escape", "o")):
            await story.press(*keys)
            seen.append(story.screen)
        await story.press("escape", "1", "u")
        seen.append(story.screen)
        forms = (("p",), ("tab",) * 4, ("enter",), ("escape", "escape", "r"), ("escape", "d"), ("escape", "a"))
        for keys in forms:
            await story.press(*keys)
            seen.append(story.screen)
        await story.press("escape", "right", "down", "M")
        seen.append(story.screen)
        await story.press("escape")
        for screen in seen:
            assert not set(OBEYED) & set(screen)
            assert {cell_len(line) for line in screen.splitlines()} <= {80}
        await story.committed()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_no_text_is_out_of_place_on_a_small_or_a_wide_screen(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    async with opened(_region(tmp_path / "r", HOSTILE[name]), size) as story:
        for keys in (
            ("right", "down", "right"),
            ("v",),
            ("escape", "h"),
            ("escape", "slash"),
            ("escape", "question_mark"),
        ):
            await story.press(*keys)
            assert story.widths == {size[0]}
            assert not set(OBEYED) & set(story.screen)


@given(st.text(max_size=40), st.integers(2, 30), st.booleans())
def test_a_name_fills_its_room_to_the_cell(text: str, width: int, ascii: bool) -> None:
    assert cell_len(fitted(one_line(text), width, Glyphs(ascii))) == width


async def test_markup_is_shown_to_the_letter(tmp_path: Path) -> None:
    async with opened(_region(tmp_path / "r", HOSTILE["markup"]), (120, 40)) as story:
        await story.press("right", "down")
        assert "[bold red]Röd[/]" in story.screen.splitlines()[3]


async def test_a_control_character_is_shown_by_its_sign(tmp_path: Path) -> None:
    async with opened(_region(tmp_path / "r", HOSTILE["escape"])) as story:
        assert "␛]52;c;aGVq␇ efter" in story.screen


async def test_the_comment_editor_gives_a_control_character_back_unchanged(tmp_path: Path) -> None:
    async with opened(_region(tmp_path / "r", "före\x1b[31mefter")) as story:
        await story.press("right", "down", "k", "!")
        assert "före␛[31mefter!" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        plan = story.main.desk.session.plans["2019/regionkontoret"]
        assert plan.items["b"].kommentar == "före\x1b[31mefter!"
