"""Whatever is wrong with a TOML text is one kind of error, in Swedish and at its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.toml_text import TomlError, loads


def test_numbers_keep_their_decimals() -> None:
    assert str(loads("x = 2.50")["x"]) == "2.50"
    assert loads("x = nan")["x"].is_nan()
    assert loads("x = 1_000.5")["x"] == Decimal("1000.5")


@pytest.mark.parametrize(
    ("text", "line", "column", "told"),
    [
        ("a = 1\nb = grön\n", 2, 5, "värdet går inte att läsa"),
        ("a = 1\na = 2\n", 2, 6, "samma namn står två gånger"),
        ("a = 2019-02-30\n", 1, 5, "datumet finns inte"),
        ("a = 1\nb = [1\n", 2, 5, "listan saknar"),
        ('a = """\nx\n', 1, 5, "avslutande citattecken"),
        ("a = " + "[" * 9000, 1, 1, "för många hakparenteser"),
        ("a = 1\nb = " + "1" * 5000, 2, 5, "talet är för långt"),
        ("a = 1\nb = 1e99999999999999999999\n", 2, 5, "talet är för långt"),
        ("a = 1\n<<<<<<< HEAD\nb = 2\n", 2, 1, "märke från en git-sammanslagning"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, line: int, column: int, told: str) -> None:
    with pytest.raises(TomlError, match=told) as raised:
        loads(text)
    assert (raised.value.line, raised.value.column) == (line, column)
