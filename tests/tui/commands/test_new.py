"""`trafikljus new`: next year's plans are shown, written in one commit, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.workspace import Workspace
from tests.conftest import run_git
from tests.small_region import PLAN
from tests.tui.commands.conftest import Trafikljus

DECIDED = """\
ar = 2020

[[fokusomrade]]
id = "2.1"
namn = "Vård nära dig"

[[fokusomrade.mal]]
id = "vanta"
namn = "Kortare väntan"
namnder = ["RS"]

[[fokusomrade]]
id = "2.2"
namn = "Frisk luft"
"""

Answers = Callable[..., list[str]]


@pytest.fixture
def decided(region: Path) -> None:
    (region / "2020").mkdir()
    (region / "2020/mal-och-budget.toml").write_text(DECIDED, encoding="utf-8")
    run_git(region, "add", ".")
    run_git(region, "commit", "--quiet", "--message", "Mål och budget")


@pytest.fixture
def another(region: Path) -> None:
    """One more plan for 2019."""
    text = PLAN.replace("regionkontoret", "trafik").replace("vantrum", "hallplatser")
    (region / "2019/trafik.toml").write_text(text, encoding="utf-8")
    run_git(region, "add", ".")
    run_git(region, "commit", "--quiet", "--message", "Trafik")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Sit at a terminal and give these answers; returns the questions as they come."""

    def sit(*given: str) -> list[str]:
        asked: list[str] = []
        left: Iterator[str] = iter(given)

        def ask(question: str) -> str:
            asked.append(question)
            return next(left)

        monkeypatch.setattr("builtins.input", ask)
        for stream in ("stdin", "stdout"):
            monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
        return asked

    return sit


def made(region: Path) -> dict[str, list[str]]:
    """Return the ids in each plan of 2020."""
    plans = Workspace(region).load().plans
    return {name: list(plan.items) for name, plan in plans.items() if plan.ar == 2020}


def test_without_a_terminal_the_plan_is_shown_and_nothing_is_written(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("new", "2020", "--from", "2019")
    assert (told.code, told.err) == (1, "")
    assert told.out == (
        "2020/regionkontoret, ur 2019/regionkontoret\n"
        "  Fokusområdena är som förut: 2020/mal-och-budget.toml finns inte.\n"
        "  Följer med (2 uppdrag och 1 aktivitet):\n"
        "    ▲ Delvis  Göra väntrummen lugnare (vantrum), 1 av 2 aktiviteter\n"
        "    ? Ej bedömd  Bygga cykelgarage (cykelgarage)\n"
        "  Lämnas (0 uppdrag):\n"
        "  1 indikator följer med, utan utfall och kommentar\n"
        "\n"
        "Ingenting är skrivet. Lägg till --ja för att skriva planerna.\n"
    )
    assert run_git(region, "status", "--porcelain") == ""
    assert not (region / "2020").exists()


def test_a_yes_writes_all_plans_in_one_commit_that_git_can_take_back(
    region: Path, trafikljus: Trafikljus, another: None
) -> None:
    before = run_git(region, "rev-parse", "HEAD^{tree}")
    told = trafikljus("new", "2020", "--ja")
    assert (told.code, told.err) == (0, "")
    assert made(region) == {
        "2020/regionkontoret": ["1.1", "vantrum", "vantrum-2", "cykelgarage", "sjukfranvaro"],
        "2020/trafik": ["1.1", "hallplatser", "hallplatser-2", "cykelgarage", "sjukfranvaro"],
    }
    assert run_git(region, "rev-list", "--count", "HEAD") == "3\n"
    assert run_git(region, "status", "--porcelain") == ""
    way_back = told.out.splitlines()[-1].removeprefix("Ångra alltihop: git ").split()
    run_git(region, *way_back)
    assert run_git(region, "rev-parse", "HEAD^{tree}") == before
    assert not made(region)


def test_what_is_there_is_never_written_over(region: Path, trafikljus: Trafikljus, another: None) -> None:
    assert trafikljus("new", "2020", "--forvaltning", "trafik", "--ja").code == 0
    before = (region / "2020/trafik.toml").read_bytes()
    told = trafikljus("new", "2020", "--ja")
    assert (told.code, told.err) == (0, "2020/trafik finns redan, och lämnas som den är\n")
    assert (region / "2020/trafik.toml").read_bytes() == before
    told = trafikljus("new", "2020", "--ja")
    assert told.code == 2
    assert told.err == (
        "trafikljus: fel: 2020/regionkontoret, 2020/trafik finns redan; det som finns skrivs aldrig över\n"
    )


def test_a_broken_file_of_the_new_year_is_there_too(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text("forvaltning =", encoding="utf-8")
    assert trafikljus("new", "2020", "--ja").code == 2
    assert (region / "2020/regionkontoret.toml").read_text(encoding="utf-8") == "forvaltning ="


def test_all_can_go_along_or_just_some(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("new", "2020", "--alla")
    assert "vantrum), 2 av 2 aktiviteter" in told.out
    told = trafikljus("new", "2020", "--forvaltning", "regionkontoret", "--valj", "cykelgarage")
    assert "Följer med (1 uppdrag):\n    ? Ej bedömd  Bygga cykelgarage (cykelgarage)\n" in told.out
    assert (
        "Lämnas (1 uppdrag):\n    ▲ Delvis  Göra väntrummen lugnare (vantrum), 1 aktivitet inte klar\n" in told.out
    )


def test_fokusomraden_follow_what_was_decided_and_what_somebody_says(
    region: Path, trafikljus: Trafikljus, decided: None
) -> None:
    told = trafikljus("new", "2020")
    assert "    1.1 Nära vård: finns inte i Mål och budget 2020, behålls; annars --karta 1.1=ID\n" in told.out
    assert "    2.1 Vård nära dig: nytt, nämnden svarar för mål i det\n" in told.out
    told = trafikljus("new", "2020", "--karta", "1.1=2.1", "--ja")
    assert "    1.1 Nära vård → 2.1 Vård nära dig (som du har sagt)\n" in told.out
    assert made(region)["2020/regionkontoret"][:2] == ["2.1", "vantrum"]


def test_on_a_terminal_it_asks_what_a_fokusomrade_becomes_and_what_goes_along(
    region: Path, trafikljus: Trafikljus, decided: None, answers: Answers
) -> None:
    asked = answers("9.9", "2.2", "cykelgarage, finns-inte", "ja")
    told = trafikljus("new", "2020")
    assert told.code == 0
    assert asked[:2] == ["Vad blir 1.1 Nära vård? Skriv ett id; Enter låter det vara: "] * 2
    assert asked[2:] == ["Gör planen? [j]a, [n]ej, eller id på uppdrag att ta med eller lämna: "] * 2
    assert told.err == "9.9 finns inte bland dem\nfinns-inte är inget uppdrag i 2019/regionkontoret\n"
    assert made(region)["2020/regionkontoret"] == ["2.1", "2.2", "vantrum", "vantrum-2", "sjukfranvaro"]


@pytest.mark.parametrize("answer", ["n", "nej", ""])
def test_a_no_writes_nothing(region: Path, trafikljus: Trafikljus, answers: Answers, answer: str) -> None:
    answers(answer)
    told = trafikljus("new", "2020")
    assert (told.code, told.out.splitlines()[-1]) == (1, "Ingenting är skrivet.")
    assert not (region / "2020").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["20"], "20 är inget år; skriv till exempel 2020"),
        (["2020", "--from", "2020"], "2020 kommer inte före 2020; ange ett tidigare år med --from"),
        (["2030"], "det finns inga planer för 2029"),
        (["2020", "--valj", "vantrum"], "--valj gäller en enda plan; ange också --forvaltning"),
        (
            ["2020", "--forvaltning", "regionkontoret", "--valj", "vantrum-1"],
            "vantrum-1 är inget uppdrag i 2019/regionkontoret",
        ),
        (["2020", "--forvaltning", "kultur"], "planen 2019/kultur finns inte"),
        (["2020", "--karta", "7=2.1"], "fokusområdet 7 finns inte i planerna; välj 1.1"),
        (["2020", "--karta", "1.1=7"], "fokusområdet 7 finns inte i 2020/mal-och-budget.toml; välj 2.1, 2.2"),
    ],
)
def test_wrong_use_is_refused_in_a_line(
    region: Path, trafikljus: Trafikljus, decided: None, words: list[str], told: str
) -> None:
    found = trafikljus("new", *words, "--ja")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"trafikljus: fel: {told}") and found.err.count("\n") == 1


def test_a_map_without_a_mal_och_budget_to_point_into_is_refused(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("new", "2020", "--karta", "1.1=2.1", "--ja")
    assert told.code == 2 and "2020/mal-och-budget.toml finns inte" in told.err


def test_a_broken_plan_of_the_old_year_is_told_before_anything_is_made(
    region: Path, trafikljus: Trafikljus, another: None
) -> None:
    (region / "2019/trafik.toml").write_text("ar = ", encoding="utf-8")
    told = trafikljus("new", "2020", "--ja")
    assert told.code == 2 and "2019/trafik.toml går inte att läsa" in told.err
    assert trafikljus("new", "2020", "--forvaltning", "regionkontoret", "--ja").code == 0


def test_the_log_of_an_item_runs_on_into_the_years_before(region: Path, trafikljus: Trafikljus) -> None:
    trafikljus("set", "2019/regionkontoret", "vantrum", "--status", "inte")
    trafikljus("new", "2020", "--ja")
    trafikljus("set", "2020/regionkontoret", "vantrum", "--status", "uppfylls")
    told = trafikljus("log", "2020/regionkontoret", "vantrum")
    assert told.code == 0
    found = [told.out.index(words) for words in ("ej bedömd → uppfylls\n", "uppfylls delvis → uppfylls inte\n")]
    assert found == sorted(found)
    assert "  2020/regionkontoret\n" in told.out and "  2019/regionkontoret\n" in told.out
    told = trafikljus("log", "2019/regionkontoret", "vantrum", "--json")
    assert {event["plan"] for event in json.loads(told.out)} == {"2019/regionkontoret"}
