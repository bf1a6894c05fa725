"""`trafikljus import` of a table that somebody has filled in: it changes the plan that is there, three-way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus

PLAN = "2019/regionkontoret.toml"


class Table:
    """An exported table on disk, as somebody edits it: rows by the id of what they are about."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))

    def row(self, id: str) -> dict[str, str]:
        heads = ("Aktivitet id", "Indikator id", "Uppdrag id")
        return next(row for head in heads for row in self.rows if row[head] == id)

    def write(self) -> str:
        """Save it as a Swedish Excel does; return its path."""
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(self.rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(self.rows)
        self.file.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
        return str(self.file)


@pytest.fixture
def table(region: Path, trafikljus: Trafikljus) -> Table:
    file = region.parent / "plan.csv"
    assert trafikljus("export", "2019/regionkontoret", "--format", "csv", "-o", str(file)).code == 0
    return Table(file)


def text(region: Path) -> str:
    return (region / PLAN).read_text(encoding="utf-8")


def test_nothing_is_changed_by_a_table_as_it_was_exported(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    before, head = text(region), run_git(region, "rev-parse", "HEAD")
    told = trafikljus("import", table.write())
    assert (told.code, told.out, told.err) == (0, "inget att ändra\n", "")
    assert (text(region), run_git(region, "rev-parse", "HEAD")) == (before, head)


def test_what_was_filled_in_is_shown_and_saved_in_one_commit_with_the_file_otherwise_as_it_was(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    for row in ("vantrum-1", "vantrum-2"):
        table.row(row)["Uppdrag status"] = "● uppfylls"
    table.row("vantrum-2")["Aktivitet status"] = "Pågår"
    table.row("cykelgarage")["Uppdrag kommentar"] = "Bygglovet dröjer."
    table.row("sjukfranvaro")["Indikator utfall"] = "3,95"
    before = text(region)
    told = trafikljus("import", table.write(), "--ja")
    assert (told.code, told.err) == (0, "")
    assert "2019/regionkontoret: 4 ändringar\n" in told.out
    assert "  Göra väntrummen lugnare: uppfylls delvis → uppfylls\n" in told.out
    assert "  Göra väntrummen lugnare › Måla väggarna: ej bedömd → pågår\n" in told.out
    assert "  Bygga cykelgarage: kommentar tillagd\n" in told.out
    assert "  Sjukfrånvaro: utfall 4,1 → 3,95\n" in told.out
    wanted = before.replace('status = "delvis"', 'status = "uppfylls"').replace("utfall = 4.1", "utfall = 3.95")
    wanted = wanted.replace('namn = "Måla väggarna"\n', 'namn = "Måla väggarna"\nstatus = "pagar"\n')
    wanted = wanted.replace('cykelgarage"\n', 'cykelgarage"\nkommentar = "Bygglovet dröjer."\n', 1)
    assert text(region).count("# enligt mötet i mars") == 1
    assert sorted(text(region).splitlines()) == sorted(wanted.splitlines())
    assert run_git(region, "rev-list", "--count", "HEAD") == "2\n"
    assert run_git(region, "status", "--porcelain") == ""


def test_without_a_terminal_it_is_shown_and_nothing_is_saved_unless_said(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    table.row("cykelgarage")["Uppdrag status"] = "inte"
    before = text(region)
    told = trafikljus("import", table.write())
    assert told.code == 1
    assert "Bygga cykelgarage: ej bedömd → uppfylls inte" in told.out
    assert told.out.endswith("Ingenting är ändrat. Lägg till --ja för att spara ändringarna.\n")
    assert text(region) == before


@pytest.mark.parametrize(
    ("answer", "code", "saved"), [("j", 0, True), ("JA", 0, True), ("", 1, False), ("nej", 1, False)]
)
def test_on_a_terminal_it_is_asked_for(
    *,
    table: Table,
    region: Path,
    trafikljus: Trafikljus,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
    saved: bool,
) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", ask)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
    table.row("cykelgarage")["Uppdrag status"] = "inte"
    told = trafikljus("import", table.write())
    assert (told.code, asked) == (code, ["Spara ändringarna? [j]a, [n]ej: "])
    assert ('status = "inte"' in text(region)) == saved


def test_what_has_changed_since_the_export_stays(table: Table, region: Path, trafikljus: Trafikljus) -> None:
    trafikljus("set", "2019/regionkontoret", "cykelgarage", "--status", "uppfylls")
    trafikljus("set", "2019/regionkontoret", "vantrum", "--kommentar", "Tre av fem är klara.")
    table.row("cykelgarage")["Uppdrag kommentar"] = "Bygglovet dröjer."
    told = trafikljus("import", table.write(), "--ja")
    assert (told.code, told.err) == (0, "")
    assert "2019/regionkontoret: 1 ändring\n" in told.out
    assert 'kommentar = "Tre av fem är klara."' in text(region)
    assert text(region).count('status = "uppfylls"') == 1


def test_a_field_that_both_have_changed_is_shown_with_both_values_and_nothing_is_saved(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    trafikljus("set", "2019/regionkontoret", "vantrum", "--status", "uppfylls", "--kommentar", "Alla fem är klara.")
    for row in ("vantrum-1", "vantrum-2"):
        table.row(row).update({"Uppdrag status": "Inte", "Uppdrag kommentar": "Ett stycke.\n\nEtt till."})
    table.row("cykelgarage")["Uppdrag status"] = "delvis"
    before = text(region)
    told = trafikljus("import", table.write(), "--ja")
    assert told.code == 1
    assert told.out == (
        "2 saker har fått olika värden i filen och i planen:\n"
        "\n2019/regionkontoret: Göra väntrummen lugnare (vantrum)\n"
        "  filen:   uppfylls inte\n"
        "  planen:  uppfylls\n"
        "\n2019/regionkontoret: Göra väntrummen lugnare (vantrum)\n"
        "  filen:   kommentar:\n      Ett stycke.\n      \n      Ett till.\n"
        "  planen:  kommentar: Alla fem är klara.\n"
        "\nIngenting är ändrat. Skriv det som ska gälla både i filen och i planen, och läs in filen igen.\n"
    )
    assert text(region) == before
    assert run_git(region, "status", "--porcelain") == ""


def test_what_somebody_has_removed_and_the_table_has_changed_is_shown(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    lost = '[[fokusomrade.uppdrag]]\nid = "cykelgarage"\nnamn = "Bygga cykelgarage"\n'
    (region / PLAN).write_text(text(region).replace(lost, ""), encoding="utf-8")
    assert trafikljus("import", table.write(), "--ja").out == "inget att ändra\n"
    table.row("cykelgarage")["Uppdrag status"] = "inte"
    told = trafikljus("import", table.write(), "--ja")
    assert told.code == 1
    assert "  filen:   uppdrag Bygga cykelgarage; uppfylls inte\n  planen:  borttagen\n" in told.out


def test_a_change_on_one_of_an_uppdrags_rows_is_enough(table: Table, region: Path, trafikljus: Trafikljus) -> None:
    table.row("vantrum-2")["Uppdrag status"] = "inte"
    assert trafikljus("import", table.write(), "--ja").code == 0
    assert 'status = "inte"     # enligt mötet i mars' in text(region)


def test_an_emptied_cell_takes_the_value_away(table: Table, region: Path, trafikljus: Trafikljus) -> None:
    table.row("vantrum-1")["Aktivitet status"] = " "
    told = trafikljus("import", table.write(), "--ja")
    assert "Byta belysningen: klar → ej bedömd" in told.out
    assert 'status = "klar"' not in text(region)


def test_rows_and_columns_that_are_gone_take_nothing_away(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    table.rows.remove(table.row("cykelgarage"))
    for row in table.rows:
        del row["Uppdrag kommentar"]
    before = text(region)
    told = trafikljus("import", table.write(), "--ja")
    assert told.code == 0
    assert "saknas i filen, lämnas kvar (1): Bygga cykelgarage (cykelgarage)" in told.out
    assert text(region) == before


def test_sorted_and_filtered_rows_say_the_same(table: Table, region: Path, trafikljus: Trafikljus) -> None:
    table.rows.reverse()
    before = text(region)
    assert trafikljus("import", table.write(), "--ja").out == "inget att ändra\n"
    assert text(region) == before


def test_a_row_without_an_id_is_new(table: Table, region: Path, trafikljus: Trafikljus) -> None:
    heads = dict.fromkeys(table.rows[0], "")
    table.rows.insert(
        2, {**heads, "Uppdrag id": "vantrum", "Aktivitet namn": "Köpa stolar", "Aktivitet status": "klar"}
    )
    for aktivitet in ("Rita", "Bygga"):
        new = {"Fokusområde namn": "Nära vård", "Uppdrag namn": "Bygga trappan", "Aktivitet namn": aktivitet}
        table.rows.append({**heads, **new})
    told = trafikljus("import", table.write(), "--ja")
    assert (told.code, told.err) == (0, "")
    assert "  Göra väntrummen lugnare › Köpa stolar: tillagd, klar\n" in told.out
    assert "  Bygga trappan › Rita: tillagd\n" in told.out
    found = text(region)
    assert found.index('id = "vantrum-2"') < found.index('id = "kopa-stolar"') < found.index('id = "cykelgarage"')
    assert found.index('id = "bygga-trappan"') < found.index('id = "rita"') < found.index('id = "bygga"')
    assert found.count('id = "bygga-trappan"') == 1
    assert trafikljus("check").err.endswith("0 fel, 0 varningar\n")


def test_a_row_below_another_uppdrag_is_told_and_left_where_it_is(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    garage = {head: cell for head, cell in table.row("cykelgarage").items() if head.startswith("Uppdrag")}
    table.row("vantrum-2").update({**garage, "Aktivitet status": "klar"})
    told = trafikljus("import", table.write(), "--ja")
    assert told.code == 0
    assert "står på annan plats i filen, lämnas där de är (1): Måla väggarna (vantrum-2)" in told.out
    assert "Göra väntrummen lugnare › Måla väggarna: ej bedömd → klar" in told.out


def test_a_table_of_no_version_or_an_unknown_one_is_compared_with_the_plan_as_it_is(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    trafikljus("set", "2019/regionkontoret", "cykelgarage", "--status", "uppfylls")
    for version, why in (
        ("", "filen säger inte vilken version den är gjord av"),
        ("version 0123456", "versionen 0123456 som filen är gjord av finns inte här"),
        ("version --help", "versionen --help som filen är gjord av finns inte här"),
    ):
        for row in table.rows:
            row["Version"] = version
        told = trafikljus("import", table.write())
        assert told.code == 1
        assert told.err == f"2019/regionkontoret: {why}; den jämförs med planen som den är nu\n"
        assert "Bygga cykelgarage: uppfylls → ej bedömd" in told.out


def test_uncommitted_changes_are_seen_as_changes_since_the_export(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    (region / PLAN).write_text(text(region).replace("Byta belysningen", "Byta lamporna"), encoding="utf-8")
    table.row("cykelgarage")["Uppdrag status"] = "delvis"
    assert trafikljus("import", table.write(), "--ja").code == 0
    assert "Byta lamporna" in text(region)
    assert text(region).count('status = "delvis"') == 2


Edit = Callable[[Table], None]


def value(id: str, head: str, said: str) -> Edit:
    return lambda table: table.row(id).update({head: said})


def twice(table: Table) -> None:
    table.rows.append(dict(table.row("vantrum-2")))


def without_ids(table: Table) -> None:
    for row in table.rows:
        del row["Aktivitet id"]


@pytest.mark.parametrize(
    ("edit", "place", "told"),
    [
        (
            value("cykelgarage", "Uppdrag status", "grön"),
            "plan.csv:4:",
            'status "grön" finns inte; välj uppfylls, delvis',
        ),
        (value("cykelgarage", "Uppdrag status", "klar"), "plan.csv:4:", 'status "klar" hör till aktiviteter; välj'),
        (value("vantrum-1", "Aktivitet namn", ""), "plan.csv:2:", "namn saknas"),
        (
            value("vantrum-1", "Aktivitet start", "i mars"),
            "plan.csv:2:",
            '"i mars" ska vara ett datum, till exempel 2019',
        ),
        (value("sjukfranvaro", "Indikator utfall", "ca 4"), "plan.csv:5:", '"ca 4" ska vara ett tal'),
        (value("vantrum-1", "År", "nittonhundra"), "plan.csv:2:", '"nittonhundra" ska vara ett årtal'),
        (value("vantrum-1", "Aktivitet id", "Min Rad"), "plan.csv:2:", 'id "Min Rad" duger inte'),
        (value("vantrum-1", "Aktivitet id", "cykelgarage"), "plan.csv:", 'id "cykelgarage" används redan'),
        (
            value("vantrum-1", "Version", "version abc1234"),
            "plan.csv:3:",
            "från en annan version än raderna ovanför",
        ),
        (twice, "plan.csv:6:", 'id "vantrum-2" står två gånger (också på rad 3); töm cellen på den rad som är ny'),
        (without_ids, "plan.csv:2:", 'kolumnen "Aktivitet id" saknas; exportera på nytt'),
    ],
)
def test_what_cannot_be_is_told_by_place_and_nothing_is_saved(
    *, table: Table, region: Path, trafikljus: Trafikljus, edit: Edit, place: str, told: str
) -> None:
    edit(table)
    before = text(region)
    answer = trafikljus("import", table.write(), "--ja")
    assert (answer.code, answer.out) == (2, "")
    assert place in answer.err
    assert told in answer.err
    assert text(region) == before


def test_two_values_on_the_rows_of_one_uppdrag_are_told_with_both_places(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    table.row("vantrum-1")["Uppdrag status"] = "uppfylls"
    table.row("vantrum-2")["Uppdrag status"] = "inte"
    told = trafikljus("import", table.write(), "--ja")
    assert told.code == 2
    assert "plan.csv:3:" in told.err
    assert "cellen skiljer sig från den på rad 2 för samma sak; gör dem lika" in told.err


def test_a_csv_that_excel_saved_in_its_old_way_is_told_how_to_be_saved(
    table: Table, region: Path, trafikljus: Trafikljus
) -> None:
    table.write()
    table.file.write_bytes(table.file.read_text(encoding="utf-8-sig").encode("cp1252"))
    told = trafikljus("import", str(table.file))
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert 'filen är inte UTF-8; spara den i Excel som "CSV UTF-8 (kommaavgränsad)"' in told.err


# Excel itself


def test_an_excel_file_is_filled_in_and_brought_back(region: Path, trafikljus: Trafikljus) -> None:
    from openpyxl import load_workbook

    file = region.parent / "plan.xlsx"
    assert trafikljus("export", "2019/regionkontoret", "--format", "xlsx", "-o", str(file)).code == 0
    assert trafikljus("import", str(file)).out == "inget att ändra\n"
    trafikljus("set", "2019/regionkontoret", "cykelgarage", "--status", "uppfylls")
    book = load_workbook(file)
    sheet = book["Planen"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["Uppdrag status"]).value = "■ Inte"
    sheet.cell(4, at["Uppdrag kommentar"]).value = "=Bygglovet"
    sheet.cell(4, at["Uppdrag kommentar"]).data_type = "s"
    book.save(file)
    told = trafikljus("import", str(file), "--ja")
    assert (told.code, told.err) == (0, "")
    assert "  Göra väntrummen lugnare: uppfylls delvis → uppfylls inte\n" in told.out
    assert 'status = "uppfylls"' in text(region)
    assert 'kommentar = "=Bygglovet"' in text(region)
    sheet.cell(2, at["Uppdrag status"]).value = "lila"
    book.save(file)
    told = trafikljus("import", str(file), "--ja")
    assert told.code == 2
    letter = sheet.cell(2, at["Uppdrag status"]).column_letter
    assert f'plan.xlsx: Planen!{letter}2: status "lila" finns inte; välj uppfylls, delvis eller inte' in told.err


def test_several_plans_of_one_file_are_saved_in_one_commit_and_new_ones_made(
    region: Path, trafikljus: Trafikljus
) -> None:
    from openpyxl import load_workbook

    file = region.parent / "plan.json"
    trafikljus("export", "2019/regionkontoret", "--format", "json", "-o", str(file))
    trafikljus("import", str(file), "--forvaltning", "kultur")
    book_file = region.parent / "plan.xlsx"
    assert trafikljus("export", "--samlat", "--format", "xlsx", "-o", str(book_file)).code == 0
    run_git(region, "rm", "--quiet", "2019/kultur.toml")
    run_git(region, "commit", "--quiet", "--message", "Bort")
    book = load_workbook(book_file)
    sheet = book["Planen"]
    at = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, at["Uppdrag id"]).value == "cykelgarage":
            sheet.cell(row, at["Uppdrag status"]).value = "Inte"
    book.save(book_file)
    before = int(run_git(region, "rev-list", "--count", "HEAD"))
    told = trafikljus("import", str(book_file), "--ja")
    assert (told.code, told.err) == (0, "")
    assert "2019/regionkontoret: 1 ändring\n" in told.out
    assert "2019/kultur: 1 fokusområde, 2 uppdrag, 2 aktiviteter och 1 indikator\n" in told.out
    assert int(run_git(region, "rev-list", "--count", "HEAD")) == before + 1
    for plan in ("kultur", "regionkontoret"):
        assert 'status = "inte"' in (region / f"2019/{plan}.toml").read_text(encoding="utf-8")
