"""Differences by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from data.word_diff import Piece, word_diff
from tests.plans import texts


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in word_diff(old, new)]


def test_a_changed_word_is_told_in_its_place() -> None:
    assert told("Två av fem är klara.", "Tre av fem är klara.") == [
        ("removed", "Två"),
        ("added", "Tre"),
        ("same", " av fem är klara."),
    ]


def test_a_changed_phrase_is_told_as_one() -> None:
    assert told("Vi har nästan slutat nu.", "Vi är helt färdiga nu.") == [
        ("same", "Vi "),
        ("removed", "har nästan slutat"),
        ("added", "är helt färdiga"),
        ("same", " nu."),
    ]


def test_an_added_paragraph_leaves_the_first_alone() -> None:
    assert told("Påbörjat.", "Påbörjat.\n\nKlart i maj.") == [("same", "Påbörjat."), ("added", "\n\nKlart i maj.")]


def test_equal_and_empty_texts() -> None:
    assert told("Lika.", "Lika.") == [("same", "Lika.")]
    assert told("", "") == []
    assert told("", "Ny.") == [("added", "Ny.")]


def test_texts_too_long_to_compare_keep_what_they_begin_and_end_with() -> None:
    old, new = " ".join(f"a{n}" for n in range(5000)), " ".join(f"b{n}" for n in range(5000))
    pieces = word_diff(f"Börjar {old} slutar", f"Börjar {new} slutar")
    assert [piece.kind for piece in pieces] == ["same", "removed", "added", "same"]
    assert pieces[1] == Piece("removed", old)


_words = st.lists(st.sampled_from(["av", "och", "klar", " ", "\n\n", ".", "möte"]), max_size=30).map("".join)


@settings(max_examples=200)
@given(texts() | _words, texts() | _words)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))
