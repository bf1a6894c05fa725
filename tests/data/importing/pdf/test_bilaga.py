"""A Bilaga 2 in a PDF comes in as it was seen: our own exactly, others' with every doubt told, none lost."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faults import UnusableError
from data.importing.pdf import glyphs, opening
from data.importing.pdf.bilaga import read_bilaga
from data.importing.result import Imported
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.status import AKTIVITET
from exporters.document import paragraphs
from exporters.pdf.content import LONGEST_LINE
from exporters.pdf.setting import pdf
from exporters.word.render import word
from tests.data.importing.bilagor import told_uppdrag
from tests.exporters.corpus import TEXTS
from tests.exporters.samples import PLAN, PROVENANCE, bilaga
from tests.libreoffice import converted, needs_libreoffice

LONG = Uppdrag(
    "lang",
    "Korta vägen till vård för den som behöver e-tjänster",
    "uppfylls",
    "\n\n".join(f"Stycke {n}: " + "Mottagningen har öppnat fler tider. " * 6 + f"Slut {n}." for n in range(30)),
    aktiviteter=tuple(
        Aktivitet(f"l-{number}", f"Steg {number} med verksamhetsutveckling", status)
        for number, status in enumerate([None, *AKTIVITET.values] * 4)
    ),
)
MANY = replace(
    PLAN,
    fokusomraden=(
        *PLAN.fokusomraden,
        Fokusomrade("1.4", "Lång väg", uppdrag=(LONG, Uppdrag("sist", "Sist\u00a0av"))),
    ),
)


def read(raw: bytes) -> Imported:
    return read_bilaga(raw, "regionkontoret", 2019, "bilaga.pdf")


def exported(plan: Plan) -> bytes:
    return pdf(bilaga(plan, PROVENANCE))


def kept(text: str) -> str:
    """What a PDF keeps of a text: blank ends of lines and lone surrogates aside, all but tabs and soft hyphens."""
    text = "\n\n".join(paragraphs(text.replace("\r\n", "\n"))).replace("\t", " ").replace("\u00ad", "")
    return re.sub("[\ud800-\udfff]", lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def said(plan: Plan, told: Callable[[str], str] = kept) -> list[Any]:
    """What a bilaga says of a plan, and so what can come back: no ids but those of fokusområden."""

    def maybe(text: str | None) -> str | None:
        return None if text is None else told(text)

    return [
        (
            omrade.id,
            told(omrade.namn),
            [
                (
                    told(uppdrag.namn),
                    uppdrag.status,
                    maybe(uppdrag.kommentar),
                    [(told(one.namn), one.status, maybe(one.kommentar)) for one in uppdrag.aktiviteter],
                )
                for uppdrag in omrade.uppdrag
            ],
        )
        for omrade in plan.fokusomraden
    ]


def left_out(imported: Imported) -> set[tuple[str, str]]:
    return {(left.text, left.reason) for left in imported.left_out}


def test_our_own_bilaga_comes_back_exactly_and_without_a_doubt() -> None:
    imported = read(exported(MANY))
    assert said(imported.plan) == said(MANY)
    assert imported.guesses == ()


def test_every_text_comes_back_as_it_went_in() -> None:
    # Texts of many pages stand in one place each, since reading them takes its time.
    uppdrag = [
        Uppdrag(f"u{number}", "Lång text", kommentar=text)
        if len(text) > LONG_TEXT
        else Uppdrag(
            f"u{number}",
            text,
            "inte",
            text,
            aktiviteter=(Aktivitet(f"a{number}", text, "klar", text), Aktivitet(f"b{number}", text)),
        )
        for number, text in enumerate(TEXTS.values())
    ]
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", "Svåra texter", uppdrag=tuple(uppdrag)),))
    ((_, _, found),) = said(read(exported(plan)).plan, str)
    ((_, _, wanted),) = said(plan)
    for what, one, other in zip(TEXTS, found, wanted, strict=True):
        assert one == other, what


def test_a_name_too_long_for_a_heading_is_cut_and_nothing_else() -> None:
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", "ord " * LONGEST_LINE, uppdrag=(LONG,)),))
    (omrade,) = read(exported(plan)).plan.fokusomraden
    assert re.fullmatch("(ord )+o?r?d?…", omrade.namn)
    assert len(omrade.namn) == LONGEST_LINE - len("1.1 ")


LONG_TEXT = 3000


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    uppdrag = tuple(draw(st.lists(told_uppdrag(), min_size=1, max_size=3)))
    return Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1.1", "Nära vård", uppdrag=uppdrag),))


@settings(max_examples=12, deadline=None)
@given(plans())
def test_any_plan_comes_back(plan: Plan) -> None:
    assert said(read(exported(plan)).plan, str) == said(plan)


def test_what_stands_outside_the_tables_is_listed_with_its_page() -> None:
    imported = read(exported(MANY))
    assert ("Förvaltningens uppdrag | Kommentar | Aktivitet", "tabellens rubrikrad") in left_out(imported)
    assert ("● Uppdraget uppfylls", "text utanför tabellerna") in left_out(imported)
    assert {left.line for left in imported.left_out} == set(
        range(1, len(pikepdf.open(io.BytesIO(exported(MANY))).pages) + 1)
    )
    assert imported.unit == "sida"


def untagged(raw: bytes) -> bytes:
    """The same pages with no more than the places of their text."""
    with pikepdf.open(io.BytesIO(raw)) as file:
        del file.Root.StructTreeRoot
        saved = io.BytesIO()
        file.save(saved)
    return saved.getvalue()


def test_without_its_tags_it_comes_back_by_where_the_text_stands() -> None:
    plan = replace(MANY, fokusomraden=(*MANY.fokusomraden[1:],))
    imported = read(untagged(exported(plan)))
    assert said(imported.plan, str) == said(plan)
    assert {guess.message.partition(": ")[2] for guess in imported.guesses} <= {
        "gissat att ett nytt stycke börjar efter sidbrytningen",
        "gissat att stycket fortsätter efter sidbrytningen",
    }


@needs_libreoffice
def test_libreoffices_pdf_of_our_word_file_comes_back_cell_by_cell(tmp_path: Path) -> None:
    file = tmp_path / "bilaga.docx"
    file.write_bytes(word(replace(bilaga(MANY, PROVENANCE), draft=True)))
    imported = read(converted(file, "pdf", tmp_path / "pdf", tmp_path / "profil").read_bytes())
    assert said(imported.plan, str) == said(MANY)
    assert imported.guesses == ()


FOREIGN = """
#set page(width: 16cm, height: {height}cm, header: [Regionen, rapport 2019], numbering: "1")
#set text(lang: "sv", hyphenate: {hyphenate})
{before}
#table(columns: (3fr, 4fr, 3fr), stroke: {stroke},
table.header(repeat: {repeat})[*Uppdrag*][*Kommentar*][*Aktiviteter*],
{cells})
{after}
"""


def foreign(*rows: tuple[str, str, str], tags: bool = False, **wishes: str) -> bytes:
    """A report as another program might have set it, without tags; cells are Typst's markup."""
    usual = {"height": "20", "stroke": "0.5pt", "repeat": "true", "before": "#text(14pt)[*1.1 Nära vård*]"}
    usual |= {"after": "", "hyphenate": "false", "cells": "".join(f"[{a}], [{b}], [{c}],\n" for a, b, c in rows)}
    made = typst.compile(
        FOREIGN.format(**(usual | wishes)).encode(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_tags=tags,
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made.replace(b"Typst 0", b"Annat 0")


ROWS = (
    ("● Uppfylls Öppna fler mottagningar", "Klart i maj.", "✓ Klar Anställa"),
    ("▲ Delvis Korta köerna", "Går trögt.\n\nBrist på personal.", "► Pågår Rekrytera\n\n‖ Pausad Utbilda"),
    ("Svara på remisser", "", ""),
)


def names(imported: Imported) -> list[tuple[str, str | None, str | None, list[tuple[str, str | None]]]]:
    return [
        (one.namn, one.status, one.kommentar, [(step.namn, step.status) for step in one.aktiviteter])
        for one in imported.plan.uppdrag
    ]


WANTED = [
    ("Öppna fler mottagningar", "uppfylls", "Klart i maj.", [("Anställa", "klar")]),
    ("Korta köerna", "delvis", "Går trögt.\n\nBrist på personal.", [("Rekrytera", "pagar"), ("Utbilda", "pausad")]),
    ("Svara på remisser", None, None, []),
]


def test_another_programs_report_is_read_by_its_rules() -> None:
    imported = read(foreign(*ROWS))
    assert names(imported) == WANTED
    assert [omrade.id for omrade in imported.plan.fokusomraden] == ["1.1"]


def test_a_report_without_rules_is_read_by_its_statuses() -> None:
    imported = read(foreign(*ROWS[:2], stroke="none"))
    assert names(imported) == WANTED[:2]


def test_where_neither_rules_nor_statuses_part_the_rows_that_is_told() -> None:
    long = "En kommentar som är så lång att den tar flera rader av sin kolumn."
    rows = (("Öppna flera nya mottagningar för vuxna", long, ""), ("Korta köerna", long, ""), ("Svara", "Ja.", ""))
    imported = read(foreign(*rows, stroke="none"))
    assert [one.namn for one in imported.plan.uppdrag] == [name for name, _, _ in rows]
    assert any("gissat att ett uppdrag börjar efter mellanrummet" in guess.message for guess in imported.guesses)


@pytest.mark.parametrize("repeat", ["true", "false"])
def test_a_row_goes_on_over_a_page_break_whether_or_not_the_heads_come_again(repeat: str) -> None:
    text = "Det här är en kommentar som är lång nog för flera sidor. " * 40
    rows = (("● Uppfylls Öppna", text, "✓ Klar Anställa"), ("■ Inte Stänga", "Nej.", ""))
    imported = read(foreign(*rows, repeat=repeat, height="9"))
    assert names(imported) == [
        ("Öppna", "uppfylls", text.strip(), [("Anställa", "klar")]),
        ("Stänga", "inte", "Nej.", []),
    ]


def test_a_word_broken_by_a_plain_hyphen_is_joined_as_the_other_lines_spell_it() -> None:
    words = "verksamhetsutveckling och e-tjänst samt kommunikationsplanering " * 12
    imported = read(foreign(("● Uppfylls Öppna", words, ""), hyphenate="true"))
    ((_, _, found, _),) = names(imported)
    assert found == words.strip()


def test_a_range_that_was_broken_after_its_dash_is_joined_and_a_dash_between_words_is_not() -> None:
    words = "Frånvaron januari–juli och åren 2019–2020 – en paus – var låg. " * 12
    imported = read(foreign(("● Uppfylls Öppna", words, "")))
    ((_, _, found, _),) = names(imported)
    assert found == words.strip()


def test_what_follows_a_table_is_no_part_of_it() -> None:
    after = "Texten efter tabellen går över alla kolumner och är en vanlig mening i rapporten."
    imported = read(foreign(*ROWS, after=f"{after}\n\n#text(14pt)[*Bilaga 3*]"))
    assert names(imported) == WANTED
    assert ("Bilaga 3", "text utanför tabellerna") in left_out(imported)
    assert any(text.startswith("Texten efter tabellen") for text, _ in left_out(imported))


def shape(drawn: str) -> str:
    return f"#box({drawn}) "


@pytest.mark.parametrize(
    "drawn",
    [
        'square(size: 7pt, fill: rgb("#E69F00"))',
        "circle(radius: 4pt, fill: orange)",
        "rect(width: 9pt, fill: yellow)",
    ],
)
def test_a_coloured_shape_before_a_name_is_a_guess_at_its_status(drawn: str) -> None:
    imported = read(foreign((shape(drawn) + "Korta köerna", "Trögt.", ""), *ROWS[:1]))
    assert names(imported)[0] == ("Korta köerna", "delvis", "Trögt.", [])
    (told,) = (guess.message for guess in imported.guesses if guess.id == "korta-koerna")
    assert told.endswith("gissat delvis av färgen gul")


def test_a_pictures_own_words_tell_a_status() -> None:
    drawing = 'bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>")'
    picture = f'#box(image({drawing}, height: 8pt, alt: "Uppdraget uppfylls inte")) '
    imported = read(foreign((picture + "Korta köerna", "Trögt.", ""), tags=True, before="= 1.1 Nära vård"))
    assert names(imported) == [("Korta köerna", "inte", "Trögt.", [])]
    assert imported.guesses == ()


def test_tags_of_another_program_are_read_too() -> None:
    imported = read(foreign(*ROWS, tags=True, before="= 1.1 Nära vård"))
    assert names(imported) == WANTED


def changed(raw: bytes, **wishes: Any) -> bytes:
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as file:
        file.save(saved, **wishes)
    return saved.getvalue()


def blank(pages: int) -> bytes:
    saved = io.BytesIO()
    with pikepdf.new() as file:
        for _ in range(pages):
            file.add_blank_page()
        file.save(saved)
    return saved.getvalue()


def nested(depth: int) -> bytes:
    """A page that draws ten pieces that draw ten pieces each, and so on."""
    saved = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        piece = file.make_stream(b"0 0 m 1 1 l S")
        for _ in range(depth):
            piece.Type, piece.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            piece.BBox = [0, 0, 1, 1]
            holder = file.make_stream(b"/X Do " * 10)
            holder.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=piece))
            piece = holder
        file.pages[0].Contents = piece
        file.pages[0].Resources = piece.Resources
        file.save(saved)
    return saved.getvalue()


def refusal(raw: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        read(raw)
    (fault,) = caught.value.faults
    assert "\n" not in fault.message
    return fault.message


def test_a_broken_file_is_told_as_such() -> None:
    whole = exported(PLAN)
    for raw in (b"%PDF-1.7\n", whole[: len(whole) // 2], b"%PDF-1.7\n" + random.Random(1).randbytes(20_000)):
        assert refusal(raw).startswith("filen är skadad")


def test_a_locked_file_is_told_as_such_and_one_that_all_may_read_is_read() -> None:
    locked = changed(exported(PLAN), encryption=pikepdf.Encryption(user="hemligt", owner="hemligt"))
    assert refusal(locked).startswith("filen är låst med lösenord")
    open_to_all = changed(exported(PLAN), encryption=pikepdf.Encryption(user="", owner="hemligt"))
    assert said(read(open_to_all).plan) == said(PLAN)


def test_a_file_of_pictures_is_told_as_such() -> None:
    assert refusal(blank(1)).startswith("filen har ingen text, bara bilder")


def test_a_pdf_that_is_no_bilaga_is_told_as_such() -> None:
    letter = typst.compile(b"Hej och tack!", format="pdf", ignore_system_fonts=True)
    assert isinstance(letter, bytes)
    assert refusal(letter).startswith("det här är ingen Bilaga 2")


def test_more_pages_than_a_bilaga_has_are_refused() -> None:
    assert refusal(blank(opening.MAX_PAGES + 1)).startswith(f"filen har över {opening.MAX_PAGES} sidor")


def test_a_file_that_grows_when_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MAX_UNPACKED", 1_000_000)
    packed = zlib.compress(b"0" * 1_000_001)
    twice = zlib.compress(zlib.compress(b"0" * 10_000_000))
    for stream in (packed, twice):
        assert "när den packats upp" in refusal(b"%PDF-1.7\nstream\n" + stream + b"\nendstream")


def test_pieces_that_hold_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MAX_CONTENT", 1_000_000)
    assert refusal(nested(12)).startswith("filen har mer text och grafik än någon bilaga")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_damage_gives_anything_but_a_plan_or_one_line(data: st.DataObject) -> None:
    raw = bytearray(PLAIN)
    for place in data.draw(st.lists(st.integers(9, len(raw) - 1), min_size=1, max_size=30)):
        raw[place] = data.draw(st.integers(0, 255))
    try:
        assert read(bytes(raw)).plan.fokusomraden
    except UnusableError as error:
        assert len(error.faults) == 1


PLAIN = changed(
    exported(Plan("rk", 2019, fokusomraden=PLAN.fokusomraden[2:])),
    compress_streams=False,
    stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
    object_stream_mode=pikepdf.ObjectStreamMode.disable,
)
"""A bilaga where damage hits what is read, and not only how it is packed."""
