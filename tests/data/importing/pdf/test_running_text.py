"""A report in a PDF, as the lines that stand on its pages: what a reader of texts makes a plan of."""

from __future__ import annotations

import pytest
import typst

from data.faults import UnusableError
from data.importing.arsredovisning.report import read_arsredovisning
from data.importing.mal.decided import read_mal_och_budget
from data.importing.pdf.running_text import text_of

DECIDED = """
#set page(width: 13cm, height: 9cm, margin: 1cm, numbering: "1")
#set text(size: 10pt, lang: "sv")
= Mål och budget 2020–2023
Det här handlar om regionen, och om vad den ska göra under åren som kommer. #lorem(40)

== Fokusområde: Hållbara resor
#lorem(30)

#table(columns: (5.5cm, 4cm), stroke: none,
  [Mål 2020], [Nämnder],
  [Fler som reser kollektivt, i hela länet och till våra grannar på andra sidan gränsen i söder och norr],
  [RS, DNX],
  [Säkrare vägar till skolan för alla barn], [RS, DNX, DNY, DNZ, DNW, samtliga driftnämnder],
  [Renare luft], [RS],
)
Texten går vidare. Den har två meningar.
"""

REPORT = """
#set page(width: 13cm, height: 7cm, margin: 1cm, numbering: "1(1)", header-ascent: 2pt,
  header: [Årsredovisning 2020])
#set text(size: 10pt, lang: "sv")
#show heading.where(level: 4): set heading(numbering: none)
#set heading(numbering: "1.1.1")
= Sammanfattning
#lorem(30)
= Regionfullmäktiges fokusområden
== Hållbara resor
Kontorets arbete inom fokusområdet hållbara resor uppfylls. Ett av två regiongemensamma uppdrag uppfylls. Uppdraget
Bygga broar uppfylls delvis.
=== Bygga broar
==== Måla broar
Färgen är vald, och arbetet börjar när vädret tillåter det, troligen redan till midsommar om allt går som det ska.

Målarna är inhyrda.
=== Laga vägar
= Mått
#table(columns: (3cm, 2.5cm, 2.5cm, 2.5cm), stroke: none,
  [Indikator], [Utfall 2019], [Utfall 2020], [Målvärde],
  [Andel nöjda besökare], [81 %], [83 %], [90 %],
  [Klagomål], [7], [8], [9],
)
"""


def made(source: str) -> str:
    raw = typst.compile(source.encode(), format="pdf")
    assert isinstance(raw, bytes)
    return text_of(raw, "rapport.pdf")


def test_the_tables_of_a_mal_och_budget_are_read_with_wrapped_cells_and_over_pages() -> None:
    decided = read_mal_och_budget(made(DECIDED), 2020).decided
    assert decided.period == "2020–2023"
    (omrade,) = decided.fokusomraden
    assert omrade.namn == "Hållbara resor"
    assert [(mal.namn, mal.namnder) for mal in omrade.mal] == [
        (
            "Fler som reser kollektivt, i hela länet och till våra grannar på andra sidan gränsen i söder och norr",
            ("RS", "DNX"),
        ),
        (
            "Säkrare vägar till skolan för alla barn",
            ("RS", "DNX", "DNY", "DNZ", "DNW", "samtliga driftnämnder"),
        ),
        ("Renare luft", ("RS",)),
    ]


def test_an_arsredovisning_is_read_with_headings_right_above_their_text() -> None:
    plan = read_arsredovisning(made(REPORT), "regionkontoret", 2020).plan
    (omrade,) = plan.fokusomraden
    assert (omrade.id, omrade.namn, omrade.status) == ("2.1", "Hållbara resor", "uppfylls")
    assert [(one.namn, one.status, one.regiongemensamt) for one in plan.uppdrag] == [
        ("Bygga broar", "delvis", True),
        ("Måla broar", None, False),
        ("Laga vägar", "uppfylls", True),
    ]
    assert (omrade.uppdrag[1].kommentar or "").endswith("som det ska.\n\nMålarna är inhyrda.")
    assert [(one.namn, one.matningar, one.utfall, one.malvarde) for one in plan.indikatorer] == [
        ("Andel nöjda besökare", ("2019: 81",), 83, 90),
        ("Klagomål", ("2019: 7",), 8, 9),
    ]


def test_page_heads_and_feet_that_come_again_stand_first() -> None:
    heads, _, text = made(REPORT).partition("1 Sammanfattning")
    assert heads.count("Årsredovisning 2020") == text.count("\f") + 1
    assert "Årsredovisning" not in text
    assert "2(" in heads and "1(" in text


def test_a_page_begins_with_a_form_feed_and_a_gap_is_an_empty_line() -> None:
    first, second = made("#set page(height: 4cm)\nEtt.\n\n#v(1cm)\nTvå.\n#pagebreak()\nTre.").split("\f")
    assert (first, second) == ("Ett.\n\nTvå.\n", "Tre.\n")


@pytest.mark.parametrize("source", ["#rect()", ""])
def test_a_file_without_text_is_refused(source: str) -> None:
    with pytest.raises(UnusableError, match="ingen text, bara bilder"):
        made(source)
