"""`trafikljus import`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporters.word.render import word
from tests.conftest import run_git
from tests.exporters.samples import bilaga
from tests.tui.commands.conftest import Trafikljus

BILAGA = Path(__file__).parents[3].parent / "shared" / "underlag" / "001_ad1299b816753fba.txt"


def exported(region: Path, trafikljus: Trafikljus, form: str) -> Path:
    """Export the plan outside the region, and return the file."""
    file = region.parent / f"plan.{form}"
    assert trafikljus("export", "2019/regionkontoret", "--format", form, "-o", str(file)).code == 0
    return file


@pytest.mark.parametrize("form", ["csv", "json"])
def test_our_own_exports_come_back_exactly(region: Path, trafikljus: Trafikljus, form: str) -> None:
    file = exported(region, trafikljus, form)
    before = trafikljus("export", "--format", "json").out
    run_git(region, "rm", "--quiet", "2019/regionkontoret.toml")
    run_git(region, "commit", "--quiet", "--message", "Bort")
    told = trafikljus("import", str(file))
    assert (told.code, told.err) == (0, "")
    assert "2019/regionkontoret: 1 fokusområde, 2 uppdrag, 2 aktiviteter och 1 indikator" in told.out
    assert trafikljus("export", "--format", "json").out == before
    assert run_git(region, "status", "--porcelain") == ""


def test_a_plan_can_come_in_as_another_forvaltnings_which_is_made_known(
    region: Path, trafikljus: Trafikljus
) -> None:
    file = exported(region, trafikljus, "json")
    told = trafikljus(
        "import", str(file), "--forvaltning", "kultur", "--ar", "2020", "--namn", "Kultur och bildning"
    )
    assert told.code == 0
    assert 'namn = "Kultur och bildning"' in (region / "region.toml").read_text(encoding="utf-8")
    assert run_git(region, "status", "--porcelain") == ""
    assert trafikljus("check").err.endswith("0 fel, 0 varningar\n")


def test_a_plan_that_is_there_is_never_written_over(region: Path, trafikljus: Trafikljus) -> None:
    file = exported(region, trafikljus, "json")
    before = (region / "2019/regionkontoret.toml").read_bytes()
    told = trafikljus("import", str(file))
    assert told.code == 2
    assert told.err.startswith("trafikljus: fel: 2019/regionkontoret.toml finns redan")
    assert (region / "2019/regionkontoret.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("brev.txt", "Hej och tack för senast.\n".encode(), "är ingen Bilaga 2"),
        ("bilaga.pdf", b"%PDF-1.7\n", "filen är skadad"),
        ("latin.txt", "Förvaltning".encode("latin-1"), "inte UTF-8"),
        ("trasig.json", b"{", "inte JSON"),
        ("trasig.csv", b"a,b\n1,2\n", "inte en plan"),
    ],
)
def test_a_file_of_another_kind_gets_one_line_and_nothing_is_written(
    region: Path, trafikljus: Trafikljus, name: str, raw: bytes, told: str
) -> None:
    file = region.parent / name
    file.write_bytes(raw)
    answer = trafikljus("import", str(file), "--forvaltning", "kultur", "--ar", "2020")
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1
    assert run_git(region, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "owner",
    [
        ("--forvaltning", "../../etc", "--ar", "2020"),
        ("--forvaltning", "Kultur", "--ar", "2020"),
        ("--forvaltning", "kultur", "--ar", "i år"),
    ],
)
def test_a_name_that_cannot_be_a_file_is_refused(
    region: Path, trafikljus: Trafikljus, owner: tuple[str, ...]
) -> None:
    file = exported(region, trafikljus, "json")
    told = trafikljus("import", str(file), *owner)
    assert told.code == 2
    assert "är inget plannamn" in told.err
    assert run_git(region, "status", "--porcelain") == ""


def test_what_git_will_not_take_is_told_to_be_saved(region: Path, trafikljus: Trafikljus, nameless: None) -> None:
    file = exported(region, trafikljus, "json")
    told = trafikljus("import", str(file), "--forvaltning", "kultur", "--ar", "2020")
    assert told.code == 2
    assert told.err.startswith(
        "trafikljus: fel: 2020/kultur.toml är sparad men inte incheckad; git vet inte vem du är"
    )
    assert (region / "2020/kultur.toml").exists()


@pytest.mark.skipif(not BILAGA.exists(), reason="the real bilaga is not beside the repository")
def test_the_real_bilaga_comes_in_whole_and_unjudged(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("import", str(BILAGA), "--forvaltning", "kontoret", "--ar", "2019")
    assert (told.code, told.err) == (0, "")
    assert "2019/kontoret: 7 fokusområden, 80 uppdrag och 205 aktiviteter" in told.out
    (plan,) = json.loads(trafikljus("status", "2019/kontoret", "--json").out)["planer"]
    assert (plan["uppdrag"]["ej-bedomd"], plan["aktiviteter"]["ej-bedomd"]) == (80, 205)
    assert run_git(region, "status", "--porcelain") == ""


def test_a_bilaga_in_word_comes_in_with_its_statuses(region: Path, trafikljus: Trafikljus) -> None:
    file = region.parent / "bilaga.docx"
    file.write_bytes(word(bilaga()))
    told = trafikljus("import", str(file), "--forvaltning", "kultur", "--ar", "2020")
    assert (told.code, told.err) == (0, "")
    assert "2020/kultur: 3 fokusområden, 4 uppdrag och 5 aktiviteter" in told.out
    assert "  stycke 9: text utanför tabellerna: Tabell 1. Uppdrag, kommentar och aktiviteter" in told.out
    (plan,) = json.loads(trafikljus("status", "2020/kultur", "--json").out)["planer"]
    assert plan["uppdrag"] == {"uppfylls": 1, "delvis": 1, "inte": 1, "ej-bedomd": 1}
    assert trafikljus("import", str(file)).err.startswith("trafikljus: fel: en bilaga säger inte vems den är")
