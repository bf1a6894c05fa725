"""A workbook comes back as the plans it was made from; what other programs and people make of it is understood."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings

from data.changing import changed
from data.faults import UnusableError
from data.importing import sheet_rows
from data.importing.filling import filled
from data.importing.forms import Form, form_of, read_tables
from data.importing.sheets import sheets
from data.period import Period
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.provenance import Provenance
from exporters.material import Material, Subject
from exporters.workbook.workbook import workbook
from tests.exporters.corpus import TEXTS, plan_saying
from tests.plans import plans

AKTIVITET = Aktivitet("l-1", "Kartlägga behovet", "pagar", start=date(2019, 2, 1))
UPPDRAG = Uppdrag(
    "laddstolpar", "Bygga laddstolpar", "delvis", "Ett stycke.\n\nEtt till.", aktiviteter=(AKTIVITET,)
)
PLAN = Plan(
    "regionkontoret",
    2019,
    fokusomraden=(Fokusomrade("1.1", "Hållbara resor", uppdrag=(UPPDRAG,)),),
    indikatorer=(Indikator("sjuk", "Sjukfrånvaro", Decimal("4.10"), 4, "%", "lagre"),),
)


def made(*plans: Plan, version: str | None = None) -> bytes:
    """The workbook of plans, without reports."""
    subjects = (
        Subject(plan, "Regionkontoret", Period(plan.ar), Provenance(f"{plan.name}.toml", version)) for plan in plans
    )
    return workbook(Material(tuple(subjects)), ())


def read(raw: bytes) -> list[Plan]:
    """The plans in a workbook, where there were none before."""
    found = []
    for table in read_tables(form_of(raw, "plan.xlsx"), raw, "plan.xlsx"):
        base = Plan(table.forvaltning, table.ar)
        found.append(changed(base, filled(table, base).changes))
    return found


def altered(raw: bytes, part: str, alter: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts altered."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            if name == part:
                assert alter(held) != held
                held = alter(held)
            new.writestr(name, held)
    return out.getvalue()


def edited(plan: Plan, edit: Callable[[object], None]) -> bytes:
    """The workbook of a plan, opened and saved by another program."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(made(plan)))
    edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def told(raw: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        read(raw)
    (fault,) = caught.value.faults
    return str(fault)


@settings(max_examples=40)
@given(plans())
def test_a_plan_comes_back_exactly(plan: Plan) -> None:
    (copy,) = read(made(plan))
    assert copy == plan
    assert repr(copy.indikatorer) == repr(plan.indikatorer)


@pytest.mark.parametrize("text", [text for name, text in TEXTS.items() if name != "ensamma surrogat"], ids=ascii)
def test_a_hostile_text_comes_back_to_the_character(text: str) -> None:
    plan = plan_saying(text.replace("\r\n", "\n"))  # a plan has no other line breaks
    assert read(made(plan)) == [plan]


@pytest.mark.parametrize(
    "text",
    [
        "_x0041_",
        "_x0041_x0042_",
        "_x005F_x0041_",
        "x005F_",
        "_x0041\x01",
        "_\x00_x000",
        "__x0041__x0041_",
        "<r><t>text</t></r>",
        "<r>a & b</r>",
        "a\rb\tc",
        "\x01 kant \x02",
        "\ufeff\ufffe",
    ],
)
def test_what_excel_would_take_for_its_own_codes_or_markup_comes_back_to_the_character(text: str) -> None:
    plan = plan_saying(text)
    assert read(made(plan)) == [plan]


def test_a_lone_surrogate_which_no_plan_file_can_hold_is_shown() -> None:
    (copy,) = read(made(plan_saying("hög \ud83d slut")))
    assert copy.fokusomraden[0].namn == "hög ⟨U+D83D⟩ slut"


@pytest.mark.parametrize("text", ["ord " * 20_000 + "slut", "å" * 32_767, "å" * 32_768, "😀" * 33_000])
def test_a_text_that_no_cell_has_room_for_goes_on_beside_it(text: str) -> None:
    plan = plan_saying(text)
    assert read(made(plan)) == [plan]
    for sheet in sheets(made(plan), ""):
        for row in sheet:
            assert all(len(cell.text.encode("utf-16-le")) // 2 <= 32_767 for cell in row.values())


@pytest.mark.parametrize(
    "number",
    [
        Decimal("1E+5"),
        Decimal("0.30"),
        Decimal("-2.5"),
        0,
        -7,
        10**18,
        Decimal("0.1234567890123456789"),
        Decimal("4.0"),
    ],
)
def test_a_number_comes_back_with_the_digits_it_had(number: Decimal | int) -> None:
    plan = replace(PLAN, indikatorer=(Indikator("i", "I", utfall=number, malvarde=number),))
    (copy,) = read(made(plan))
    assert repr(copy.indikatorer) == repr(plan.indikatorer)


@pytest.mark.parametrize("text", ["0", "-7", "4,5", "'4", "minst 80", "1E5", "12345678901234567890"])
def test_a_target_that_is_a_text_stays_one(text: str) -> None:
    plan = replace(PLAN, indikatorer=(Indikator("i", "I", malvarde=text),))
    assert read(made(plan)) == [plan]


@pytest.mark.parametrize(
    "day", [date(1850, 3, 1), date(1900, 2, 28), date(1901, 1, 1), date(2019, 2, 28), date(9999, 12, 31)]
)
def test_a_day_of_any_time_comes_back(day: date) -> None:
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1", "Ett", uppdrag=(Uppdrag("u", "U", start=day),)),))
    assert read(made(plan)) == [plan]


def test_several_plans_in_one_workbook_come_back_each() -> None:
    other = replace(PLAN, forvaltning="kultur", ar=2020)
    empty = Plan("sjukhuset", 2019)
    assert read(made(PLAN, other, empty)) == [PLAN, other, empty]


def test_the_version_comes_back() -> None:
    raw = made(PLAN, version="12e4567")
    (table,) = read_tables(Form.XLSX, raw, "")
    assert table.version == "12e4567"


# What other programs make of it


def test_a_workbook_saved_by_another_program_says_the_same() -> None:
    assert read(edited(PLAN, lambda book: None)) == [PLAN]


def test_values_of_every_kind_that_people_type_are_understood() -> None:
    def fill(book: object) -> None:
        planen, indikatorer = book["Planen"], book["Indikatorer"]  # type: ignore[index]
        at = {cell.value: cell.column for cell in planen[1]}
        for head, value in (
            ("Uppdrag diarienummer", 2019.5),
            ("Uppdrag slut", "2019-12-31"),
            ("Uppdrag regiongemensamt", True),
            ("Uppdrag mål", "ett\n två \n"),
            ("Aktivitet slut", date(2019, 6, 30)),
            ("Aktivitet status", "klar"),
            ("Aktivitet ansvarig", "  Vera Ek "),
        ):
            planen.cell(2, at[head]).value = value
        at = {cell.value: cell.column for cell in indikatorer[1]}
        utfall, malvarde = (
            indikatorer.cell(2, at["Indikator utfall"]),
            indikatorer.cell(2, at["Indikator målvärde"]),
        )
        utfall.value, utfall.number_format = 0.95, "0%"
        malvarde.value, malvarde.number_format = 97, "0.0"

    (copy,) = read(edited(PLAN, fill))
    uppdrag = copy.fokusomraden[0].uppdrag[0]
    assert (uppdrag.diarienummer, uppdrag.slut, uppdrag.regiongemensamt) == ("2019.5", date(2019, 12, 31), True)
    assert uppdrag.mal == ("ett", "två")
    aktivitet = uppdrag.aktiviteter[0]
    assert (aktivitet.slut, aktivitet.status, aktivitet.ansvarig) == (date(2019, 6, 30), "klar", "Vera Ek")
    assert repr(copy.indikatorer[0].utfall) == "95"
    assert repr(copy.indikatorer[0].malvarde) == "Decimal('97.0')"


def test_cells_that_were_merged_say_the_same_on_all_their_rows() -> None:
    two = replace(UPPDRAG, aktiviteter=(AKTIVITET, Aktivitet("l-2", "Bygga")))
    plan = replace(PLAN, fokusomraden=(Fokusomrade("1.1", "Hållbara resor", uppdrag=(two,)),))

    def merge(book: object) -> None:
        sheet = book["Planen"]  # type: ignore[index]
        at = next(cell.column for cell in sheet[1] if cell.value == "Uppdrag kommentar")
        sheet.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)

    assert read(edited(plan, merge)) == [plan]


def test_rows_and_sheets_that_hold_no_plan_are_left_aside() -> None:
    def add(book: object) -> None:
        book.create_sheet("Anteckningar")["A1"] = "Ring Vera"  # type: ignore[attr-defined]
        book["Planen"].insert_rows(1, 3)  # type: ignore[index]

    assert read(edited(PLAN, add)) == [PLAN]


def test_an_error_in_a_formula_is_told_at_its_cell() -> None:
    def spoil(book: object) -> None:
        sheet = book["Planen"]  # type: ignore[index]
        at = next(cell.column for cell in sheet[1] if cell.value == "Uppdrag kommentar")
        sheet.cell(2, at).value = "#N/A"
        sheet.cell(2, at).data_type = "e"

    assert told(edited(PLAN, spoil)).startswith("plan.xlsx: Planen!")
    assert '"#N/A" ska vara ett värde, inte en formel utan svar' in told(edited(PLAN, spoil))


def test_a_formula_that_no_program_has_reckoned_never_empties_its_cell() -> None:
    def spoil(book: object) -> None:
        sheet = book["Planen"]  # type: ignore[index]
        at = next(cell.column for cell in sheet[1] if cell.value == "Uppdrag kommentar")
        sheet.cell(2, at).value = "=1+1"

    assert '"=1+1" ska vara ett värde, inte en formel utan svar' in told(edited(PLAN, spoil))


def test_a_text_with_a_look_is_told_how_to_be_saved() -> None:
    with pytest.raises(UnusableError, match=r"rtf; spara den som \.docx"):
        form_of(rb"{\rtf1\ansi Bilaga 2}", "bilaga.rtf")


# What somebody may have made to do harm

SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_that_claims_to_be_endless_is_read_as_it_is() -> None:
    raw = altered(
        made(PLAN),
        SHEET,
        lambda xml: xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    )
    raw = altered(raw, SHEET, lambda xml: xml.replace(b'<dimension ref="', b'<dimension ref="A1:XFD1048576" x="'))
    assert read(raw) == [PLAN]


def test_a_cell_in_the_last_corner_is_told_as_left_out() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="str"><v>hej</v></c></row></sheetData>'
    raw = altered(made(PLAN), SHEET, lambda xml: xml.replace(b"</sheetData>", far))
    (table,) = read_tables(Form.XLSX, raw, "")
    assert [(left.line, left.text) for left in table.left_out] == [(1048576, "hej")]


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_rows, "_MAX_CELLS", 100)
    raw = altered(
        made(PLAN),
        SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"<row>" + b"<c/>" * 200 + b"</row></sheetData>"),
    )
    assert "för många celler" in told(raw)
    wide = altered(
        made(PLAN),
        SHEET,
        lambda xml: xml.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A2:XFD9"/></mergeCells>'
        ),
    )
    assert "för många celler" in told(wide)


def test_a_document_type_is_refused_wherever_it_stands() -> None:
    bomb = b'<!DOCTYPE sst [<!ENTITY a "hej">]><sst '
    raw = altered(made(PLAN), "xl/sharedStrings.xml", lambda xml: xml.replace(b"<sst ", bomb))
    assert "säkerhetsskäl" in told(raw)
    unnamed = altered(
        made(PLAN),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"sharedStrings.xml", b"sharedStrings.bin"),
    )
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(unnamed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            part = name == "xl/sharedStrings.xml"
            new.writestr("xl/sharedStrings.bin" if part else name, held.replace(b"<sst ", bomb) if part else held)
    assert "skadad" in told(out.getvalue())


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, b't="s"><v>', b't="s"><v>9999'),
        (SHEET, b'r="A1"', b'r="1A"'),
        (SHEET, b"<sheetData>", b"<sheetData><"),
        (SHEET, b's="', b's="999'),
        ("xl/workbook.xml", b"<sheet ", b"<sheet><"),
        ("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"../../../etc/passwd"),
        ("_rels/.rels", b'officeDocument"', b'annat"'),
    ],
)
def test_a_damaged_workbook_is_told_in_one_line(part: str, old: bytes, new: bytes) -> None:
    line = told(altered(made(PLAN), part, lambda xml: xml.replace(old, new)))
    assert "filen är skadad" in line
    assert "\n" not in line
