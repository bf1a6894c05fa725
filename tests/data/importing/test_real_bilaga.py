"""A real Bilaga 2, where it is at hand: every character accounted for, and the figures known of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from data.importing.bilaga_text import read_bilaga
from data.importing.result import Imported
from data.plan import Plan

SOURCE = Path(__file__).parents[3].parent / "shared" / "underlag" / "001_ad1299b816753fba.txt"

STEPS = (
    4,
    2,
    1,
    1,
    1,
    1,
    1,
    3,
    1,
    0,
    1,
    1,
    2,
    7,
    4,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    9,
    6,
    0,
    11,
    17,
    6,
    4,
    3,
    2,
    5,
    3,
    2,
    0,
    2,
    3,
    2,
    1,
    6,
    1,
    1,
    3,
    0,
    0,
    0,
    0,
    1,
    1,
    1,
    1,
    1,
    5,
    1,
    6,
    2,
    1,
    4,
    0,
    3,
    0,
    1,
    1,
    1,
    2,
    1,
    4,
    1,
    25,
    4,
    3,
    1,
    2,
    4,
    1,
    3,
    5,
    1,
)
"""How many aktiviteter each uppdrag has, counted by hand, in order."""
COMMENTS = (
    1241,
    524,
    132,
    288,
    588,
    491,
    421,
    448,
    183,
    286,
    161,
    263,
    256,
    1299,
    1571,
    217,
    342,
    675,
    584,
    1890,
    336,
    416,
    326,
    344,
    426,
    565,
    83,
    643,
    777,
    547,
    465,
    569,
    469,
    591,
    401,
    166,
    186,
    806,
    396,
    803,
    293,
    599,
    0,
    422,
    394,
    272,
    426,
    600,
    474,
    192,
    657,
    417,
    72,
    212,
    916,
    226,
    567,
    272,
    447,
    210,
    829,
    438,
    984,
    921,
    474,
    133,
    1334,
    831,
    371,
    651,
    346,
    446,
    229,
    172,
    690,
    341,
    271,
    1050,
    947,
    968,
)
"""How many characters that are not blank each kommentar has."""
TITLES = (
    22,
    52,
    32,
    40,
    42,
    185,
    32,
    66,
    47,
    58,
    68,
    48,
    76,
    115,
    131,
    133,
    68,
    82,
    52,
    47,
    54,
    52,
    62,
    87,
    84,
    76,
    120,
    83,
    83,
    86,
    103,
    63,
    69,
    59,
    37,
    52,
    133,
    57,
    89,
    31,
    205,
    47,
    83,
    80,
    59,
    225,
    62,
    68,
    69,
    115,
    28,
    48,
    69,
    126,
    72,
    72,
    52,
    67,
    49,
    155,
    94,
    152,
    127,
    55,
    104,
    42,
    74,
    50,
    39,
    38,
    22,
    76,
    49,
    52,
    30,
    59,
    24,
    36,
    51,
    30,
)
"""And each title."""
PARAGRAPHS = (
    5,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    3,
    5,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    5,
    1,
    1,
    0,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    2,
    1,
    1,
    1,
    1,
    1,
    3,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    3,
    1,
    1,
)
"""And how many paragraphs each kommentar has."""

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="det verkliga underlaget finns inte här")


def unblank(text: str) -> str:
    return "".join(text.split())


def cells(plan: Plan) -> list[str]:
    found = []
    for omrade in plan.fokusomraden:
        found += [omrade.id, omrade.namn]
        for uppdrag in omrade.uppdrag:
            found += [uppdrag.namn, uppdrag.kommentar or "", *(each.namn for each in uppdrag.aktiviteter)]
    return found


@pytest.fixture(scope="module")
def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def got(source: str) -> Imported:
    return read_bilaga(source, "regionkontoret", 2019)


def test_it_has_all_its_items(got: Imported) -> None:
    omraden = got.plan.fokusomraden
    assert [omrade.id for omrade in omraden] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]
    assert [len(omrade.uppdrag) for omrade in omraden] == [24, 25, 14, 8, 4, 2, 3]
    assert len(list(got.plan.aktiviteter)) == 205
    assert len(got.plan.items) == 7 + 80 + 205


def test_every_uppdrag_has_its_cells(got: Imported) -> None:
    uppdrag = list(got.plan.uppdrag)
    assert tuple(len(each.aktiviteter) for each in uppdrag) == STEPS
    assert tuple(len(unblank(each.namn)) for each in uppdrag) == TITLES
    assert tuple(len(unblank(each.kommentar or "")) for each in uppdrag) == COMMENTS
    assert (
        tuple(len((each.kommentar or "").split("\n\n")) if each.kommentar else 0 for each in uppdrag) == PARAGRAPHS
    )
    assert len(uppdrag) - len({each.namn for each in uppdrag}) == 2


def test_no_character_is_lost(got: Imported, source: str) -> None:
    inside = unblank("".join(cells(got.plan)))
    outside = unblank("".join(left.text for left in got.left_out))
    assert len(inside) == 61_491
    assert Counter(inside) + Counter(outside) == Counter(unblank(source))


def test_every_cell_but_those_that_a_page_break_parts_stands_in_the_source_as_it_is(
    got: Imported, source: str
) -> None:
    text = unblank(source)
    parted = [cell for cell in cells(got.plan) if unblank(cell) not in text]
    assert len(parted) == 23


def test_what_is_left_out_stands_on_its_line(got: Imported, source: str) -> None:
    lines = source.split("\n")
    assert all(lines[left.line - 1] == left.text for left in got.left_out)
    assert Counter(left.reason for left in got.left_out) == {
        "inledning före det första fokusområdet": 6,
        "tabellens rubrikrad": 32,
        "sidfot": 3,
        "adressen bakom en länk": 1,
    }


def test_guesses_are_few_and_kept_by_their_items(got: Imported) -> None:
    assert [guess.line for guess in got.guesses] == [16, 225, 970, 1517, 2277, 2565]
    for guess in got.guesses:
        item = got.plan.items[guess.id]
        assert guess.message in getattr(item, "att_se_over", ())


def test_nothing_is_judged(got: Imported) -> None:
    assert {item.status for item in (*got.plan.uppdrag, *got.plan.aktiviteter)} == {None}
