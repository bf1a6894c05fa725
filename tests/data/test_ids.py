"""Ids: short, ASCII, unique, and readable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.ids import child_id, slug
from data.plan import ID_PATTERN

NAMES = st.text(max_size=120)


def test_swedish_letters_and_accents_become_plain_ones() -> None:
    assert slug("Förbättra ÅVÄ-arbetet på Café Ærø", ()) == "forbattra-ava-arbetet-pa-cafe-aero"


def test_letters_of_other_shapes_become_plain_small_ones() -> None:
    assert slug("𝓐ktiv 𝔅ygd", ()) == "aktiv-bygd"


def test_a_long_name_is_cut_between_words() -> None:
    made = slug("Utveckla tandvårdens samverkan med kommunernas äldreomsorg", ())
    assert made == "utveckla-tandvardens-samverkan-med-kommunernas"


def test_a_single_long_word_is_cut_inside() -> None:
    assert slug("a" * 200, ()) == "a" * 48


def test_a_name_without_letters_still_gets_an_id() -> None:
    assert slug("— § —", ()) == "namnlos"


def test_equal_names_are_numbered_from_two() -> None:
    taken: set[str] = set()
    made = []
    for _ in range(4):
        made.append(slug("Rätt vård", taken))
        taken.add(made[-1])
    assert made == ["ratt-vard", "ratt-vard-2", "ratt-vard-3", "ratt-vard-4"]


def test_a_child_skips_a_number_that_an_uppdrag_has() -> None:
    assert child_id("ratt-vard", 1, {"ratt-vard", "ratt-vard-2"}) == "ratt-vard-1"
    assert child_id("ratt-vard", 2, {"ratt-vard", "ratt-vard-2"}) == "ratt-vard-3"


@given(st.lists(st.one_of(NAMES, st.sampled_from(["Rätt vård", "Rätt vård 2", "rätt-vård-3"])), max_size=12))
def test_every_id_fits_the_pattern_and_none_comes_twice(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        made = slug(name, taken)
        child = child_id(made, 1, {*taken, made})
        assert ID_PATTERN.fullmatch(made) and ID_PATTERN.fullmatch(child)
        assert made not in taken and child not in {*taken, made}
        taken |= {made, child}
