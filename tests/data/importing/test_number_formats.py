"""A number of a workbook is taken as it is shown."""

from __future__ import annotations

import pytest

from data.importing.number_formats import number_format, shown


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("4", "General", "4"),
        ("4.0", "Standard", "4"),
        ("1.1000000000000001", "General", "1.1"),
        ("4.0999999999999996", "0.00", "4.10"),
        ("4.125", "0.00", "4.125"),
        ("0.95", "0%", "95"),
        ("0.955", "0.0%", "95.5"),
        ("1E5", "General", "100000"),
        ("1200", "# ##0.0 \\k\\r", "1200.0"),
        ("43708", "yyyy-mm-dd", "2019-08-31"),
        ("43708", "[$-41D]d mmmm yyyy;@", "2019-08-31"),
        ("43708", '"Dag "0', "43708"),
        ("60.0", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
    ],
)
def test_a_number_is_told_as_its_cell_shows_it(written: str, code: str, told: str) -> None:
    assert shown(written, number_format(164, code), since_1904=False) == told


def test_excels_own_formats_are_known_by_number() -> None:
    assert shown("43708", number_format(14, None), since_1904=False) == "2019-08-31"
    assert shown("42246", number_format(14, None), since_1904=True) == "2019-08-31"
    assert shown("0.5", number_format(9, None), since_1904=False) == "50"
    assert shown("0.5", number_format(2, None), since_1904=False) == "0.50"


def test_a_moment_is_no_day() -> None:
    assert shown("43708.5", number_format(22, None), since_1904=False) == "43708.5 (dag och klockslag)"


@pytest.mark.parametrize("written", ["hej", "nan", "inf", "1e999"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        shown(written, number_format(0, None), since_1904=False)


@pytest.mark.parametrize("written", ["1e10", "-1e10"])
def test_a_day_beyond_the_calendar_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="10000000000"):
        shown(written, number_format(14, None), since_1904=False)
