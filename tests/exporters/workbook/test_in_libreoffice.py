"""LibreOffice opens the Excel file, shows all of it, and saves it so that it still comes back."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from data.changing import changed
from data.importing.filling import filled
from data.importing.forms import form_of, read_tables
from data.plan import Indikator, Plan
from exporters.report import document
from exporters.reports.bilaga import BILAGA
from exporters.workbook.workbook import workbook
from tests.exporters.samples import PLAN, PROVENANCE, material
from tests.libreoffice import converted, needs_libreoffice

pytestmark = needs_libreoffice

WHOLE = replace(
    PLAN,
    indikatorer=(
        Indikator("sjuk", "Sjukfrånvaro", Decimal("4.10"), "minst 4,0", "%", "lagre", kommentar="Bättre."),
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("excel")


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    told = material(WHOLE, provenance=PROVENANCE)
    made = folder / "plan.xlsx"
    made.write_bytes(workbook(told, (document(BILAGA, told),)))
    return made


def opened(file: Path, form: str, folder: Path) -> Path:
    return converted(file, form, folder / form.partition(":")[0], folder / "profil")


def plan_in(file: Path) -> Plan:
    raw = file.read_bytes()
    (table,) = read_tables(form_of(raw, file.name), raw, file.name)
    base = Plan(table.forvaltning, table.ar)
    return changed(base, filled(table, base).changes)


def test_what_libreoffice_saves_comes_back_the_same(file: Path, folder: Path) -> None:
    saved = opened(file, "xlsx", folder)
    assert saved.read_bytes() != file.read_bytes()
    assert plan_in(saved) == WHOLE
    (table,) = read_tables(form_of(saved.read_bytes(), ""), saved.read_bytes(), "")
    assert table.version == PROVENANCE.commit


def test_the_first_sheet_as_csv_comes_back_the_same(file: Path, folder: Path) -> None:
    made = opened(file, "csv:Text - txt - csv (StarCalc):44,34,76", folder)
    rows = list(csv.reader(made.open(encoding="utf-8", newline="")))
    assert (rows[1][rows[0].index("Uppdrag status")], len(rows)) == ("▲ Delvis", 9)
    assert plan_in(made) == replace(WHOLE, indikatorer=())


def test_it_is_printed_with_header_number_and_heads_on_every_page(file: Path, folder: Path) -> None:
    made = opened(file, "pdf", folder)
    try:
        done = subprocess.run(["pdftotext", "-layout", str(made), "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext finns inte här")
    *pages, _ = done.stdout.decode().split("\f")
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        assert "Regionkontoret, Årsredovisning 2019" in page
        assert f"{number}({len(pages)})" in page
        assert PROVENANCE.told in page
    printed = " ".join("".join(pages).split())
    for told in ("Uppdrag status", "Bilaga 2: Förvaltningens uppdrag och aktiviteter", "◆ Inte plan: Upphandla"):
        assert told in printed
