"""A real årsredovisning, where it is at hand: what was counted by eye, and every character accounted for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from data.importing.arsredovisning.report import read_arsredovisning
from data.importing.result import Imported
from tests.data.importing.arsredovisning.accounts import account, told, unblank

SOURCE = Path(__file__).parents[4].parent / "shared" / "underlag" / "004_b3cf64bef8b31b81.txt"

OWN = {
    "2.1": (0, 1, 1, 1, 1, 3, 5, 2),
    "2.2": (2, 1, 4, 5, 1, 1),
    "2.3": (2, 2, 6),
    "2.4": (2, 1, 1),
    "2.5": (1, 1, 1),
    "2.6": (1, 1, 1),
    "2.7": (0, 2, 2, 1),
    "2.8": (0, 1),
    "2.9": (5,),
}
"""How many own uppdrag stand before the first shared one of each fokusområde, and below each of those."""

OMRADEN = ("uppfylls",) * 6 + ("delvis", "uppfylls", None)
SHARED = {
    "2.1": ("uppfylls",) * 7,
    "2.2": ("uppfylls",) * 5,
    "2.3": ("uppfylls", "delvis"),
    "2.4": ("delvis", "delvis"),
    "2.5": ("delvis", "uppfylls"),
    "2.6": ("uppfylls", "delvis"),
    "2.7": ("delvis", "inte", "delvis"),
    "2.8": (None,),
    "2.9": (),
}
INDIKATORER = (
    ("personalomsattning", "10.81", "13", "%"),
    ("sjukfranvaro", "2.99", "4", "%"),
    ("periodresultat", "119.7", "0.0", "Mnkr"),
    ("ackumulerad-budgetavvikelse", "120.0", "0.0", "Mnkr"),
    ("prognos-budgetavvikelse", "82.7", "0.0", "Mnkr"),
    ("kostnadsutveckling", "20.8", "None", "%"),
)

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="det verkliga underlaget finns inte här")


@pytest.fixture(scope="module")
def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def got(source: str) -> Imported:
    return read_arsredovisning(source, "regionkontoret", 2020)


def test_every_fokusomrade_has_its_shared_and_own_uppdrag(got: Imported) -> None:
    found = {}
    for omrade in got.plan.fokusomraden:
        counts = [0]
        for uppdrag in omrade.uppdrag:
            if uppdrag.regiongemensamt:
                counts.append(0)
                assert uppdrag.id == f"{omrade.id}.{len(counts) - 1}"
            else:
                counts[-1] += 1
        found[omrade.id] = tuple(counts)
    assert found == OWN


def test_the_verdicts_are_those_that_the_text_tells(got: Imported) -> None:
    assert tuple(omrade.status for omrade in got.plan.fokusomraden) == OMRADEN
    shared = {
        omrade.id: tuple(one.status for one in omrade.uppdrag if one.regiongemensamt)
        for omrade in got.plan.fokusomraden
    }
    assert shared == SHARED
    assert {one.status for one in got.plan.uppdrag if not one.regiongemensamt} == {None}


def test_own_uppdrag_have_their_text(got: Imported) -> None:
    own = [one for one in got.plan.uppdrag if not one.regiongemensamt]
    assert all(one.kommentar and one.kommentar[0].isupper() for one in own)
    unended = [one for one in own if not (one.kommentar or "").endswith(".")]
    assert [one.id for one in unended] == ["arbeta-fram-en-modell-for-en-hallandsk-smart"]  # so the source has it
    assert not any(one.kommentar for one in got.plan.uppdrag if one.regiongemensamt)


def test_the_indikatorer_are_those_of_the_tables(got: Imported) -> None:
    found = [(one.id, str(one.utfall), str(one.malvarde), one.enhet) for one in got.plan.indikatorer]
    assert tuple(found) == INDIKATORER
    assert [bool(one.kommentar) for one in got.plan.indikatorer] == [True, True, False, False, False, False]


def test_no_character_is_lost(got: Imported, source: str) -> None:
    assert account(got) == Counter(unblank(source))
    text = unblank(source)
    assert all(unblank(part) in text for part in told(got.plan))


def test_all_on_fokusomraden_is_in_the_plan_but_the_heading_of_the_chapter(got: Imported, source: str) -> None:
    lines = source.split("\n")
    first = next(number for number, line in enumerate(lines, 1) if line.startswith("2.1 "))
    last = next(number for number, line in enumerate(lines, 1) if line.startswith("3 Verksamhet"))
    assert [left for left in got.left_out if first <= left.line < last] == []


def test_guesses_are_few_and_kept_by_their_items(got: Imported) -> None:
    assert [guess.line for guess in got.guesses] == [468, 588, 609, 732, 815, 866, 883, 924, 1140, 1639]
    for guess in got.guesses[:-1]:
        assert guess.message in getattr(got.plan.items[guess.id], "att_se_over", ())
