"""What a document knows of itself, whatever format it is rendered in."""

from __future__ import annotations

import pytest

from exporters.document import Column, Table

UNITS = tuple(Column(f"Nämnd {number}") for number in range(5))


def tally(*heads: str, share: int = 2) -> tuple[Column, ...]:
    return (Column("Fokusområde", 5), *(Column(head, share, numeric=True) for head in heads))


@pytest.mark.parametrize(
    ("columns", "broad"),
    [
        (UNITS, False),
        ((Column("Mål", 2), *UNITS), True),
        (tally("Pausad", "Ej startad", "Delvis plan", "Inte plan", "Klar", "Pågår", "Ej bedömd", "Totalt"), False),
        (tally("Uppdrag", "Bedömda", "Andel, %", "Saknar kommentar", "Orörda", "Annat", "Att se över"), True),
        ((Column("Vad", 9), Column("Bedömning")), True),
    ],
)
def test_pages_lie_down_for_many_columns_of_text_and_for_heads_without_room(
    columns: tuple[Column, ...], broad: bool
) -> None:
    assert Table("Tabell", columns, ()).broad == broad
