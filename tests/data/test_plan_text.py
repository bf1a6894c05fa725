"""A plan in words."""

from __future__ import annotations

from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.plan_text import plain_lines
from data.writing import write

AKTIVITET = Aktivitet("cykel-1", "Kartlägga vägarna", "klar")
UPPDRAG = Uppdrag(
    "cykel", "Ta fram cykelplan", "delvis", "Första.\n\nAndra \x1b[1m.", True, aktiviteter=(AKTIVITET,)
)
PLAN = Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", "Resor", uppdrag=(UPPDRAG,)),))


def test_each_item_is_a_paragraph_with_its_status_in_words() -> None:
    told = plain_lines(write(PLAN).encode())
    assert (
        told
        == """\
rk 2019

? Resor (1.1)
  ej bedömd

  ▲ Ta fram cykelplan (cykel)
    uppfylls delvis
    regiongemensamt: ja
    Första.

    Andra ␛[1m.

    ✓ Kartlägga vägarna (cykel-1)
      klar
"""
    )


def test_what_is_no_plan_is_told_as_it_is() -> None:
    assert plain_lines(b'namn = "Region"\n') == 'namn = "Region"\n'
    assert plain_lines(b"<<<<<<< HEAD\n") == "<<<<<<< HEAD\n"
    assert plain_lines(b"\xff") == "\ufffd"
