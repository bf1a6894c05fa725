"""`trafikljus import` of a Mål och budget and of an årsredovisning, as text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus

SHARED = Path(__file__).parents[3].parent / "shared" / "underlag"

DECIDED = """\
Mål och budget 2020–2023

Fokusområde: Hållbara resor

Löptext om resor. Den är lång.

Mål 2020 Nämnder

Fler som reser kollektivt RS, samtliga
driftnämnder

Säkrare vägar till skolan DNX, RS
"""

REPORT = """\
1 Sammanfattning

Regionkontoret har haft ett bra år. Regionkontoret har byggt ut.

2 Fokusområden

2.1 Hållbara resor

Regionkontorets arbete inom fokusområdet hållbara resor uppfylls. Ett av två
regiongemensamma uppdrag uppfylls. Uppdraget Bygga broar uppfylls delvis.

2.1.1 Bygga broar

Måla broar

Färgen är vald.

3 Mått

Indikator Utfall Målvärde

Sjukfrånvaro 2,9% 4%
"""


def written(region: Path, name: str, text: str) -> str:
    file = region.parent / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_mal_och_budget_becomes_what_was_decided(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("import", written(region, "mal.txt", DECIDED), "--mal", "--ar", "2020")
    assert (told.code, told.err) == (0, "")
    assert "Utelämnat (3):\n  rad 1: text utanför tabellerna: Mål och budget 2020–2023\n" in told.out
    assert "lägg till som [[namnd]] (1): DNX\n" in told.out
    assert "lägg till som [[grupp]] (1): samtliga driftnämnder\n" in told.out
    assert "2020/mal-och-budget.toml: 1 fokusområde och 2 mål, 2020–2023\n" in told.out
    assert run_git(region, "status", "--porcelain") == ""
    assert run_git(region, "log", "-1", "--format=%s").strip() == "mål och budget 2020: 1 fokusområde och 2 mål"


def test_a_mal_that_is_renamed_the_next_year_keeps_its_id(region: Path, trafikljus: Trafikljus) -> None:
    trafikljus("import", written(region, "mal.txt", DECIDED), "--mal", "--ar", "2020")
    later = DECIDED.replace("Säkrare vägar till skolan", "Säkra vägar till skolan")
    told = trafikljus("import", written(region, "mal.txt", later), "--mal", "--ar", "2021")
    assert (
        "  sakrare-vagar-till-skolan: rad 12: gissat att det är samma som ”Säkrare vägar till skolan” 2020"
        in told.out
    )
    text = (region / "2021/mal-och-budget.toml").read_text(encoding="utf-8")
    assert 'id = "sakrare-vagar-till-skolan"\nnamn = "Säkra vägar till skolan"' in text


def test_what_is_decided_already_is_never_written_over(region: Path, trafikljus: Trafikljus) -> None:
    file = written(region, "mal.txt", DECIDED)
    trafikljus("import", file, "--mal", "--ar", "2020")
    before = (region / "2020/mal-och-budget.toml").read_bytes()
    told = trafikljus("import", file, "--mal", "--ar", "2020")
    assert (told.code, told.out) == (2, "")
    assert "2020/mal-och-budget.toml finns redan" in told.err
    assert (region / "2020/mal-och-budget.toml").read_bytes() == before


def test_an_arsredovisning_becomes_a_plan_of_the_one_that_it_is_about(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("import", written(region, "ar.txt", REPORT), "--arsredovisning", "--ar", "2020")
    assert (told.code, told.err) == (0, "")
    assert "  rad 1–3: text utanför fokusområdena: 1 Sammanfattning …\n" in told.out
    assert "  2.1: rad 7: texten räknar två uppdrag, men här finns ett\n" in told.out
    assert "2020/regionkontoret: 1 fokusområde, 2 uppdrag, 0 aktiviteter och 1 indikator\n" in told.out
    assert run_git(region, "status", "--porcelain") == ""
    text = (region / "2020/regionkontoret.toml").read_text(encoding="utf-8")
    assert 'id = "2.1.1"\nnamn = "Bygga broar"\nstatus = "delvis"\nregiongemensamt = true' in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--mal",), "ange med --ar"),
        (("--mal", "--ar", "20"), "20 är inget år"),
        (("--mal", "--arsredovisning", "--ar", "2020"), "--arsredovisning: kan inte användas ihop med --mal"),
        (("--mal", "--ar", "2020"), "hittade ingen tabell med mål och nämnder"),
        (("--arsredovisning", "--ar", "2020"), "ange --forvaltning"),
        (("--arsredovisning", "--ar", "2020", "--forvaltning", "kultur"), "hittade inget kapitel om fokusområden"),
    ],
)
def test_what_cannot_be_used_gets_one_line(
    region: Path, trafikljus: Trafikljus, arguments: tuple[str, ...], told: str
) -> None:
    answer = trafikljus("import", written(region, "brev.txt", "Hej och tack.\n"), *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1
    assert run_git(region, "status", "--porcelain") == ""


def test_a_mal_och_budget_in_word_is_read_as_its_text(region: Path, trafikljus: Trafikljus) -> None:
    document = docx.Document()
    for text in DECIDED.split("\n\n"):
        document.add_paragraph(" ".join(text.split()))
    document.save(str(region.parent / "mal.docx"))
    answer = trafikljus("import", str(region.parent / "mal.docx"), "--mal", "--ar", "2020")
    assert (answer.code, "raderna räknas i texten som den lästes ur" in answer.err) == (0, True)
    assert 'namnder = ["RS", "samtliga driftnämnder"]' in (region / "2020/mal-och-budget.toml").read_text("utf-8")


def test_a_file_that_is_no_text_is_refused(region: Path, trafikljus: Trafikljus) -> None:
    answer = trafikljus("import", written(region, "mal.json", "{}"), "--mal", "--ar", "2020")
    assert answer.code == 2
    assert "filen är JSON, inte en text; läs in rapporten som Word, PDF eller textfil" in answer.err


@pytest.mark.skipif(not SHARED.exists(), reason="det verkliga underlaget finns inte här")
def test_the_real_documents_come_in_and_pass_check(region: Path, trafikljus: Trafikljus) -> None:
    mal = trafikljus("import", str(SHARED / "003_a8deadba50cbe92b.txt"), "--mal", "--ar", "2024")
    assert mal.code == 0
    assert "2024/mal-och-budget.toml: 7 fokusområden och 21 mål, 2024–2028\n" in mal.out
    plan = trafikljus("import", str(SHARED / "004_b3cf64bef8b31b81.txt"), "--arsredovisning", "--ar", "2020")
    assert plan.code == 0
    assert "2020/regionkontoret: 9 fokusområden, 83 uppdrag, 0 aktiviteter och 6 indikatorer\n" in plan.out
    assert run_git(region, "status", "--porcelain") == ""
    assert trafikljus("check").err.splitlines()[-1].startswith("0 fel, ")
