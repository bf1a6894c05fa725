"""Personnummer in texts. The numbers are made up by the tests, not anybody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.personnummer import find_personnummer


def numbered(nine: str) -> str:
    """Return nine digits with the tenth that makes the sum right."""
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(nine))
    return nine + str(-total % 10)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_personnummer(text)]


TEN = numbered("850230123".replace("0230", "0228"))
SHORT, LAST = TEN[:6], TEN[6:]


@pytest.mark.parametrize(
    "written",
    [
        f"{SHORT}-{LAST}",
        TEN,
        f"19{SHORT}{LAST}",
        f"19{SHORT}-{LAST}",
        f"{SHORT}+{LAST}",
        f"{SHORT}–{LAST}",
        numbered("850288123"),  # samordningsnummer: 28 + 60
    ],
)
def test_a_personnummer_is_found_however_it_is_written(written: str) -> None:
    for text in (written, f"Patienten ({written}) hörde av sig.", f"pnr:{written}.", f"{written}, {written}"):
        assert set(found(text)) == {written}


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT}-{LAST[:3]}{(int(LAST[3]) + 1) % 10}",  # wrong check digit
        f"{numbered('851301123')}",  # no thirteenth month
        f"{numbered('850230123')}",  # no 30 February
        f"{numbered('850299123')}",  # no 39 February with 60 added
        f"1{TEN}",  # eleven digits
        f"{TEN}5",
        f"2019-{TEN}",  # part of something longer
        f"{SHORT}-{LAST}-01",
        f"070-{TEN}",
        f"21{TEN}",  # no such century yet
        f"19{numbered('000229123')}",  # 1900 was no leap year
        "Diarienummer RS190412, 2019-04-12, 08:30",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.sampled_from("123456789"), st.integers(20, 99), st.integers(0, 99_999))
def test_an_organisationsnummer_is_never_told(group: str, middle: int, rest: int) -> None:
    ten = numbered(f"{group}{0}{middle}{rest:05}")
    assert found(f"{ten[:6]}-{ten[6:]}") == found(f"16{ten[:6]}-{ten[6:]}") == found(ten) == []


@given(st.dates(), st.integers(0, 999), st.booleans())
def test_every_date_makes_numbers_that_are_found(day: object, serial: int, samordning: bool) -> None:
    text = str(day).replace("-", "")[2:]
    text = text[:4] + str(int(text[4:]) + 60 * samordning) if samordning else text
    ten = numbered(f"{text}{serial:03}")
    if text[2:4] != "02" or text[4:] not in ("29", "89"):
        assert found(f"{ten[:6]}-{ten[6:]}") == [f"{ten[:6]}-{ten[6:]}"]
