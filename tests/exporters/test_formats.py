"""Any report goes with any format, by name; what there is not is told in one line."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from data.look import PLAIN, Look
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from exporters.choices import ChoiceError
from exporters.deliveries import deliveries
from exporters.formats import FORMATS, SHORT, format_named
from exporters.report import Wishes
from exporters.reports.registry import REPORTS
from tests.exporters.samples import HOSTILE, PLAN, PROVENANCE, export, material


@pytest.mark.parametrize("format", [*FORMATS, *SHORT])
@pytest.mark.parametrize("report", REPORTS)
def test_every_report_comes_out_in_every_format_the_same_each_time(report: str, format: str) -> None:
    first = export(PLAN, report, format, PROVENANCE)
    assert first == export(PLAN, report, format, PROVENANCE)
    packed = first.startswith((b"PK", b"%PDF"))
    said = (REPORTS[report].title.split()[0], "Ta fram en plan för")
    assert packed or any(words.encode() in first for words in said)


def looking(format: str, look: Look) -> str:
    """What a reader of one format has before them: the bilaga of a region with this look."""
    (delivery,) = deliveries(material(), ["bilaga"], [format], Wishes(look=look))
    raw = delivery.make()
    if not raw.startswith(b"PK"):
        return raw.decode()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return "".join(archive.read(f"{part}.xml").decode() for part in PARTS[format])


PARTS = {"docx": ("word/document", "word/styles"), "xlsx": ("xl/sharedStrings", "xl/styles")}
READ = ["markdown", "grid", "latex", "rst", "orgtbl", "html", *PARTS]
"""PDF, whose text is packed, has its own tests of the same."""


@pytest.mark.parametrize("format", READ)
def test_a_document_with_a_page_head_of_the_regions_own_still_tells_whose_it_is(format: str) -> None:
    assert "Regionkontoret, Årsredovisning 2019" in looking(format, Look(header="Region Exempel"))


@pytest.mark.parametrize("format", ["html", *PARTS])
def test_documents_of_one_region_have_the_same_colour_in_every_format(format: str) -> None:
    for look in (PLAIN, Look(colour="#7A1F5C")):
        assert look.accent[1:].casefold() in looking(format, look).casefold()


def test_md_is_short_for_markdown() -> None:
    assert format_named("md") is format_named("markdown")
    assert format_named("md").suffix == ".md"


@pytest.mark.parametrize("name", ["org", "unsafehtml", "tsv", "", "../x", "a\nb"])
def test_an_unknown_format_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(ChoiceError) as caught:
        export(PLAN, "bilaga", name)
    assert "\n" not in str(caught.value)
    assert "finns inte; välj markdown, plain" in str(caught.value)


def test_an_unknown_report_is_told_with_those_there_are() -> None:
    with pytest.raises(ChoiceError, match='rapporten "budget" finns inte; välj bilaga'):
        export(PLAN, "budget", "md")


def test_a_bom_goes_before_csv_and_nothing_else() -> None:
    assert export(PLAN, "bilaga", "csv", bom=True) == b"\xef\xbb\xbf" + export(PLAN, "bilaga", "csv")
    with pytest.raises(ChoiceError, match="bara csv"):
        export(PLAN, "bilaga", "json", bom=True)


def test_csv_has_one_row_per_aktivitet_and_one_for_what_has_none() -> None:
    plan = Plan(
        PLAN.forvaltning, PLAN.ar, fokusomraden=PLAN.fokusomraden, indikatorer=(Indikator("i", "Frånvaro"),)
    )
    out = export(plan, "bilaga", "csv").decode()
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    ids = [(row["Fokusområde id"], row["Uppdrag id"], row["Aktivitet id"], row["Indikator id"]) for row in rows]
    assert ids == [
        *(("1.1", "laddstolpar", f"l-{number}", "") for number in range(1, 5)),
        ("1.1", "cykelfragor", "", ""),
        ("1.1", "resvanor", "r-1", ""),
        ("1.2", "", "", ""),
        ("1.3", "koer", "", ""),
        ("", "", "", "i"),
    ]
    assert {row["Förvaltning"] for row in rows} == {"regionkontoret"}


@pytest.mark.parametrize("said", [*HOSTILE, "+46 35", "@x", "-1+1", "  =1", "\u200b=1", "＝1", "'=1", "''"])
def test_no_csv_cell_can_be_a_formula(said: str) -> None:
    uppdrag = Uppdrag("a", said, kommentar=said, aktiviteter=(Aktivitet("a-1", said, ansvarig=said),))
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1", said, uppdrag=(uppdrag,)),))
    for row in csv.reader(io.StringIO(export(plan, "bilaga", "csv").decode(), newline="")):
        for cell in row:
            assert cell.lstrip(" \u200b\ufeff\xa0")[:1] not in tuple("=+-@\t\r＝＋－＠")


def test_json_is_the_plan_in_the_plan_files_own_words() -> None:
    told = json.loads(export(PLAN, "bilaga", "json"))
    uppdrag = told["fokusomrade"][0]["uppdrag"][0]
    assert (told["forvaltning"], told["ar"], uppdrag["status"]) == ("regionkontoret", 2019, "delvis")
    assert [aktivitet.get("status") for aktivitet in uppdrag["aktivitet"]] == ["pagar", "klar", "foljer-inte", None]


def test_json_shows_swedish_letters_and_no_control_characters() -> None:
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1", "Åäö \x1b\x9b\u202e\u2028\x7f"),))
    out = export(plan, "bilaga", "json").decode()
    assert "Åäö" in out
    assert not set(out) & set("\x1b\x9b\u202e\u2028\x7f")
    assert json.loads(out)["fokusomrade"][0]["namn"] == plan.fokusomraden[0].namn
