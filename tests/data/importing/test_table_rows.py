"""Rows of three cells become uppdrag; nothing in a cell is lost, and what was guessed is told with its place."""

from __future__ import annotations

import pytest

from data.faults import UnusableError
from data.importing.found import plan_of
from data.importing.judged_text import Told
from data.importing.result import Guess
from data.importing.table_rows import Section, TableRow, omraden
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag


def row(
    line: int,
    uppdrag: str | None = None,
    kommentar: tuple[str, ...] = (),
    aktiviteter: tuple[str, ...] = (),
    *,
    continues: bool = False,
) -> TableRow:
    named = () if uppdrag is None else tuple(Told(part) for part in uppdrag.split("|"))
    return TableRow(line, f"rad {line}", named, kommentar, tuple(map(Told, aktiviteter)), continues)


def read(*rows: TableRow) -> tuple[tuple[Uppdrag, ...], list[tuple[str, str]]]:
    plan, guesses = plan_of(omraden([Section(1, "rad 1", "1.1", "Nära vård", rows)]), "rk", 2019)
    return plan.fokusomraden[0].uppdrag, [(guess.id, guess.message) for guess in guesses]


def test_a_row_is_an_uppdrag() -> None:
    rows = (
        row(1, "● Uppfylls: Byta lampor", ("Gick bra.", "Nästan alla."), ("✓ Klar: Köpa", "? Ej bedömd: Byta")),
        row(2, "? Ej bedömd: Byta lampor"),
    )
    plan, guesses = plan_of(omraden([Section(1, "rad 1", "1.1", "Nära vård", rows)]), "rk", 2019)
    uppdrag = Uppdrag(
        "byta-lampor",
        "Byta lampor",
        "uppfylls",
        "Gick bra.\n\nNästan alla.",
        aktiviteter=(Aktivitet("byta-lampor-1", "Köpa", "klar"), Aktivitet("byta-lampor-3", "Byta")),
    )
    same_name = Uppdrag("byta-lampor-2", "Byta lampor")
    assert plan == Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", "Nära vård", uppdrag=(uppdrag, same_name)),))
    assert guesses == ()


def test_the_comment_on_an_aktivitet_goes_back_to_it() -> None:
    comments = ("Om uppdraget.", "Köpa: Dyrt.", "Mycket dyrt.", "Byta: Lätt.")
    (uppdrag,), guesses = read(row(1, "● Uppfylls: Lampor", comments, ("✓ Klar: Köpa", "✓ Klar: Byta")))
    assert uppdrag.kommentar == "Om uppdraget."
    assert [one.kommentar for one in uppdrag.aktiviteter] == ["Dyrt.\n\nMycket dyrt.", "Lätt."]
    assert guesses == []


def test_a_merged_row_goes_on_and_an_empty_name_seems_to() -> None:
    rows = (
        row(1, "● Uppfylls: Lampor", ("Ett.",), ("✓ Klar: Köpa",)),
        row(2, None, ("Två.",), ("✓ Klar: Byta",), continues=True),
        row(3, None, ("Tre.",)),
        row(4, "Lampor (forts.)", ("Fyra.",)),
    )
    (uppdrag,), guesses = read(*rows)
    assert uppdrag.kommentar == "Ett.\n\nTvå.\n\nTre.\n\nFyra."
    assert [one.namn for one in uppdrag.aktiviteter] == ["Köpa", "Byta"]
    assert guesses == [
        ("lampor", "rad 3: gissat att raden fortsätter uppdraget ovanför"),
        ("lampor", "rad 4: gissat att raden fortsätter uppdraget ovanför"),
    ]
    assert uppdrag.att_se_over == tuple(message for _, message in guesses)


def test_a_status_may_stand_in_a_paragraph_of_its_own() -> None:
    (uppdrag,), guesses = read(row(1, "▲ Delvis|Byta|lampor", (), ("✓ Klar", "Köpa", "► Pågår: Byta")))
    assert (uppdrag.status, uppdrag.namn) == ("delvis", "Byta lampor")
    assert [(one.status, one.namn) for one in uppdrag.aktiviteter] == [("klar", "Köpa"), ("pagar", "Byta")]
    assert [message for _, message in guesses] == ["rad 1: gissat att ”lampor” fortsätter stycket före"]


def test_two_uppdrag_in_a_cell_are_two() -> None:
    (first, second), guesses = read(row(1, "● Uppfylls: Ett|▲ Delvis: Två", ("Om båda.",)))
    assert (first.namn, first.kommentar, second.namn, second.kommentar) == ("Ett", "Om båda.", "Två", None)
    assert guesses == [("tva", "rad 1: gissat att cellens kommentar och aktiviteter hör till uppdraget före")]


def test_lines_of_a_paragraph_with_a_status_each_are_aktiviteter_each() -> None:
    (uppdrag,), guesses = read(row(1, "Lampor", (), ("✓ Klar: Köpa\noch betala\n► Pågår: Byta",)))
    assert [(one.status, one.namn) for one in uppdrag.aktiviteter] == [
        ("klar", "Köpa\noch betala"),
        ("pagar", "Byta"),
    ]
    assert guesses == []


def test_paragraphs_without_statuses_are_aktiviteter_each() -> None:
    (uppdrag,), guesses = read(row(1, "Lampor", (), ("Köpa", "Byta", "slänga")))
    assert [one.namn for one in uppdrag.aktiviteter] == ["Köpa", "Byta", "slänga"]
    assert guesses == []


def test_a_paragraph_without_a_status_among_others_is_told() -> None:
    (uppdrag,), guesses = read(row(1, "Lampor", (), ("✓ Klar: Köpa", "och betala", "Byta")))
    assert [one.namn for one in uppdrag.aktiviteter] == ["Köpa och betala", "Byta"]
    assert [id for id, _ in guesses] == ["lampor-1", "lampor-2"]


def test_what_has_no_name_is_kept_and_told() -> None:
    (uppdrag,), guesses = read(row(7, None, ("Ensam.",), ("✓ Klar",)))
    assert (uppdrag.namn, uppdrag.kommentar, uppdrag.aktiviteter[0].namn) == (
        "Uppdrag utan namn",
        "Ensam.",
        "Aktivitet utan namn",
    )
    assert [message for _, message in guesses] == ["rad 7: hittade inget namn"] * 2


def test_a_heading_may_come_again_after_itself_but_not_later() -> None:
    again = Section(2, "tabell 2", "1.1", "Ett", (row(2, "B"),))
    other = Section(3, "tabell 3", "1.2", "Två", (row(3, "C"),))
    first = Section(1, "tabell 1", "1.1", "Ett", (row(1, "A"),))
    assert [len(one.uppdrag) for one in omraden([first, again, other])] == [2, 1]
    with pytest.raises(UnusableError, match=r"1\.1 Ett står både vid tabell 1 och tabell 2; läs in en förvaltning"):
        omraden([first, other, again], "bilaga.docx")


def test_a_heading_without_a_number_gets_an_id_of_its_name() -> None:
    plan, guesses = plan_of(
        omraden([Section(1, "", None, "Nära vård"), Section(2, "", None, "Nära vård")]), "rk", 1
    )
    assert [one.id for one in plan.fokusomraden] == ["nara-vard"]
    assert [guess.id for guess in guesses] == ["nara-vard"]
    assert "som inte har något nummer" in guesses[0].message


def test_guesses_come_in_the_order_of_the_source() -> None:
    rows = (row(1, "▲ Ett", (), ("✓ Köpa",)), row(2, "▲ Två"))
    _, guesses = plan_of(omraden([Section(1, "", "1", "Ett", rows)]), "rk", 2019)
    assert [guess.id for guess in guesses] == ["ett", "ett-1", "tva"]
    assert guesses[0] == Guess(1, "ett", "rad 1: gissat delvis av tecknet ▲")
