"""What a terminal or a document would obey, hide or refuse is shown instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.plain_text import one_line, visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00", "␀"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\x9b", "⟨U+009B⟩"),
        ("av\u202egrav", "av⟨U+202E⟩grav"),
        ("hal\ud83dv", "hal⟨U+D83D⟩v"),
        ("\ufffe\U0010ffff\ufdd0", "⟨U+FFFE⟩⟨U+10FFFF⟩⟨U+FDD0⟩"),
    ],
)
def test_what_is_hidden_is_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_emoji_and_other_scripts_are_left_alone() -> None:
    said = "😀 👩\u200d🔬 日本語 שלום Ale\u0301n \ufffd"
    assert visible(said) == said


@given(st.text(st.characters()))
def test_what_is_shown_can_be_written_and_shows_nothing_more(raw: str) -> None:
    shown = visible(raw)
    assert visible(shown) == shown
    assert shown.encode().decode() == shown


def test_a_character_is_shown_the_same_whether_or_not_something_is_hidden_beside_it() -> None:
    joiner = 0x200D  # means something to its neighbours
    told = [chr(code) for code in range(0x3000) if code != joiner]
    assert [visible(f"{one}\x1b") for one in told] == [f"{visible(one)}␛" for one in told]


def test_one_line_has_no_line_breaks() -> None:
    assert one_line(" två\n\n\trader ") == "två rader"
