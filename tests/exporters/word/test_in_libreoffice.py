"""LibreOffice opens our Word files: the pages are right, and its own conversions come back cell by cell."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from data.importing.word.bilaga import read_bilaga
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from exporters.word.render import word
from tests.exporters.samples import PLAN, PROVENANCE, bilaga
from tests.libreoffice import converted, needs_libreoffice

pytestmark = needs_libreoffice

LONG = Uppdrag(
    "lang",
    "Korta vägen till vård",
    "uppfylls",
    "\n\n".join(f"Stycke {number}: " + "Mottagningen har öppnat fler tider. " * 8 for number in range(30)).strip(),
    aktiviteter=tuple(
        Aktivitet(f"l-{number}", f"Steg {number}  med två blanksteg", "pagar") for number in range(25)
    ),
)
MANY = Plan(
    PLAN.forvaltning,
    PLAN.ar,
    fokusomraden=(
        *PLAN.fokusomraden,
        Fokusomrade("1.4", "Lång väg", uppdrag=(LONG, Uppdrag("sist", "Sist\u00a0av"))),
    ),
)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("word") / "bilaga.docx"
    file.write_bytes(word(replace(bilaga(MANY, PROVENANCE), contents=True, draft=True)))
    return file


@pytest.fixture(scope="module")
def pages(ours: Path) -> list[str]:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext finns inte här")
    pdf = converted(ours, "pdf", ours.parent / "pdf", ours.parent / "profil")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def test_every_page_tells_whose_it_is_and_which_of_how_many(pages: list[str]) -> None:
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        lines = [line for line in page.split("\n") if line.strip()]
        assert re.fullmatch(r"\s*Regionkontoret, Årsredovisning 2019 +Arbetsmaterial", lines[0])
        assert re.fullmatch(
            rf"\s*Underlag: 2019/regionkontoret.toml, version 3f2a91c, 2020-01-31 +{number}\({len(pages)}\)",
            lines[-1],
        )


def test_the_head_of_a_table_stands_on_each_page_that_its_row_goes_on_to(pages: list[str]) -> None:
    going_on = [page for page in pages if "Stycke" in page]
    assert len(going_on) > 2
    for page in going_on:
        head = re.search(r"Förvaltningens uppdrag +Kommentar +Aktivitet", page)
        assert head is not None
        assert head.start() < page.index("Stycke")


def test_the_contents_stand_before_the_tables(pages: list[str]) -> None:
    before = pages[0][: pages[0].index("Måluppfyllnaden")]
    assert re.findall(r"1\.[1-4] .+", before) == [
        "1.1 Hållbara resor & transporter",
        "1.2 God hälsa",
        "1.3 Trygg vård",
        "1.4 Lång väg",
    ]


@pytest.mark.parametrize("by", ["docx", "odt"])
def test_what_libreoffice_has_converted_comes_back_cell_by_cell(by: str, ours: Path, tmp_path: Path) -> None:
    profile = ours.parent / "profil"
    file = converted(ours, by, tmp_path / by, profile)
    if by != "docx":
        file = converted(file, "docx", tmp_path / "docx", profile)
    before = read_bilaga(ours.read_bytes(), PLAN.forvaltning, PLAN.ar)
    after = read_bilaga(file.read_bytes(), PLAN.forvaltning, PLAN.ar)
    assert after.plan == before.plan
    assert after.guesses == before.guesses == ()
    (last,) = after.plan.fokusomraden[3:]
    assert last.uppdrag[0].kommentar == LONG.kommentar
    assert [one.namn for one in last.uppdrag[0].aktiviteter] == [one.namn for one in LONG.aktiviteter]
