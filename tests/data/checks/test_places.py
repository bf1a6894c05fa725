"""A finding points at the very words, however the file is written."""

from __future__ import annotations

import pytest

from data.checks.places import in_plan
from data.checks.rule import Hit

PLAN = 'forvaltning = "x"\nar = 2025\n\n[[fokusomrade]]\nid = "1"\nnamn = "N"\n'
HIT = Hit("1", "kommentar", "m", "Rad ett.\nRad två.", len("Rad ett.\nRad "))


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('kommentar = """\nRad ett.\nRad två."""\n', (9, 5)),
        ("kommentar = '''Rad ett.\nRad två.\n'''\n", (8, 5)),
        ('kommentar = """\r\nRad ett.\r\nRad två."""\r\n', (9, 5)),
        ('kommentar = "Rad ett.\\nRad två."\n', (7, 1)),  # escaped, so no words to point at
        ("", (4, 1)),
    ],
)
def test_words_are_found_in_every_style_of_text(lines: str, place: tuple[int, int]) -> None:
    assert in_plan(PLAN + lines, HIT) == place


def test_a_file_that_is_gone_has_a_first_line() -> None:
    assert in_plan("", HIT) == (1, 1)
