"""Ids of what was decided: the same from year to year, also when a mål has been renamed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.importing.mal.ids import Known, identities
from data.plan import ID_PATTERN

BEFORE = (
    Known(2025, "trygg-vard", "Tryggare vård i hela länet"),
    Known(2025, "resor", "Fler som reser hållbart"),
    Known(2024, "resor", "Fler resenärer"),
    Known(2024, "musik", "Mer musik"),
)


def ids(*names: str) -> list[str]:
    return [one.id for one in identities(names, BEFORE, set())]


def test_new_names_become_slugs() -> None:
    assert ids("Öka insynen", "Öka insynen") == ["oka-insynen", "oka-insynen-2"]


def test_the_same_name_keeps_its_id_without_a_guess_however_it_is_written() -> None:
    (found,) = identities(["Fler som  reser HÅLLBART"], BEFORE, set())
    assert (found.id, found.doubt) == ("resor", None)


def test_a_renamed_mal_keeps_its_id_and_is_told() -> None:
    (found,) = identities(["En tryggare vård i hela regionen"], BEFORE, set())
    assert found.id == "trygg-vard"
    assert found.doubt == "gissat att det är samma som ”Tryggare vård i hela länet” 2025, med id trygg-vard"


def test_of_two_that_are_alike_the_one_most_alike_keeps_the_id() -> None:
    assert ids("Tryggare vård i halva länet", "Tryggare vård i hela länen") == [
        "tryggare-vard-i-halva-lanet",
        "trygg-vard",
    ]


def test_the_nearest_year_tells_what_an_id_is_called() -> None:
    assert ids("Fler resenärer") == ["fler-resenarer"]


def test_another_mal_never_gets_an_id_that_was_in_use() -> None:
    (found,) = identities(["Musik"], (Known(2025, "musik", "Mindre buller från vägar och tåg"),), {"musik"})
    assert found.id == "musik-2"


@given(st.lists(st.text("abc åö", max_size=8), max_size=6), st.lists(st.text("abc åö", max_size=8), max_size=6))
@settings(max_examples=50)
def test_ids_are_sound_and_all_different(before: list[str], names: list[str]) -> None:
    first = [one.id for one in identities(before, (), set())]
    known = [Known(2025, id, namn) for id, namn in zip(first, before, strict=True)]
    taken = {"fokusomrade"}
    second = [one.id for one in identities(names, known, taken)]
    assert len({*second, "fokusomrade"}) == len(names) + 1
    assert taken == {*second, "fokusomrade"}
    assert all(ID_PATTERN.fullmatch(id) for id in second)


@given(
    st.lists(st.text("abcdefg åö", min_size=1, max_size=12), max_size=8, unique_by=lambda namn: tuple(namn.split()))
)
@settings(max_examples=50)
def test_a_year_that_is_the_same_has_the_same_ids(names: list[str]) -> None:
    first = [one.id for one in identities(names, (), set())]
    known = [Known(2025, id, namn) for id, namn in zip(first, names, strict=True)]
    assert [one.id for one in identities(names, known, set())] == first
