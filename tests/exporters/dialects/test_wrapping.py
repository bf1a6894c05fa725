"""Wrapped lines fit their column and say what the text says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.dialects.wrapping import FILLER, filled, unfilled, wrapped

texts = st.text(st.sampled_from("ab åé  \n日😀"), max_size=80)


@settings(max_examples=200)
@given(texts, st.integers(6, 20), st.sampled_from(["", "  "]), st.sampled_from(["", "\x01"]))
def test_lines_fit_and_no_character_is_lost(text: str, width: int, hang: str, joint: str) -> None:
    lines = wrapped(filled(text), width, hang, joint)
    assert all(len(line) <= width and line[:1] != FILLER for line in lines)
    said = "".join(lines).replace("\x01", "").replace(" ", "")
    assert unfilled(said) == text.replace("\n", "").replace(" ", "")


def test_lines_break_between_words_and_the_blanks_there_are_gone() -> None:
    assert wrapped("Vården ska vara   nära och tillgänglig", 16) == ["Vården ska vara", "nära och", "tillgänglig"]


def test_all_lines_but_the_first_hang() -> None:
    assert wrapped("● Bygga nya\nhus", 9, hang="  ") == ["● Bygga", "  nya", "  hus"]


def test_a_word_wider_than_its_column_is_cut_on_lines_of_its_own() -> None:
    assert wrapped("se https://exempel.se nu", 9, joint="¬") == ["se", "https://¬", "exempel.¬", "se nu"]


def test_a_blank_line_stays() -> None:
    assert wrapped("ett\n\ntvå", 10) == ["ett", "", "två"]
