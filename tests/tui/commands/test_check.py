"""`trafikljus check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus


@pytest.fixture(autouse=True)
def told_git(region: Path, trafikljus: Trafikljus) -> None:
    """Let git here know how plans are merged and shown."""
    trafikljus("-C", str(region), "init")


def test_a_clone_that_does_not_know_how_plans_are_merged_is_told(region: Path, trafikljus: Trafikljus) -> None:
    run_git(region, "config", "--remove-section", "merge.trafikljus")
    told = trafikljus("check")
    assert (told.code, told.err.splitlines()[0]) == (
        0,
        "git vet inte här hur planer slås ihop; kör trafikljus init",
    )


def break_plan(region: Path, old: str, new: str) -> None:
    plan = region / "2019/regionkontoret.toml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_sound_files_are_told_so(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus("check") == (0, "", "0 fel, 0 varningar\n")


def test_every_fault_is_told_by_file_line_and_column(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"delvis"', '"grön"')
    break_plan(region, 'id = "vantrum-2"\n', "")
    told = trafikljus("check")
    assert told.code == 1
    assert '2019/regionkontoret.toml:12:1: status "grön" finns inte; välj uppfylls, delvis eller inte' in told.out
    assert len(told.out.splitlines()) == 2
    assert told.err == "2 fel, 0 varningar\n"


def test_a_warning_is_told_but_is_no_fault(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "utfall = 4.1", 'utfall = 4.1\nkulor = "blå"')
    told = trafikljus("check")
    assert told.code == 0
    assert told.out.startswith("2019/regionkontoret.toml:32:1: varning: ")
    assert told.err == "0 fel, 1 varning\n"


def test_only_the_plans_that_are_named_are_checked(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text("ar = ", encoding="utf-8")
    assert trafikljus("check", "2019/regionkontoret").code == 0
    assert trafikljus("check", "2020/regionkontoret.toml").code == 1


def test_a_script_gets_json(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"klar"', '"färdig"')
    (fault,) = json.loads(trafikljus("check", "--json").out)["fynd"]
    assert (fault["fil"], fault["rad"], fault["varning"]) == ("2019/regionkontoret.toml", 18, False)


def test_what_an_editor_would_see_is_told_with_its_rule(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "är klara.", "är klara och")
    break_plan(region, 'id = "cykelgarage"', 'id = "cykelgarage"\nslut = 2019-03-01\nansvarig = "a@exempel.se"')
    told = trafikljus("check")
    assert told == (
        0,
        "2019/regionkontoret.toml:13:44: varning: kommentaren slutar mitt i en mening: "
        "”…av fem väntrum är klara och”; skriv klart den [avbruten-kommentar]\n"
        "2019/regionkontoret.toml:26:1: varning: slutdatumet 2019-03-01 har passerat, men status är ej bedömd; "
        "ändra det ena [passerat-slut]\n"
        "2019/regionkontoret.toml:27:13: tips: här står en e-postadress; ta bort den om den inte ska publiceras "
        "[e-post]\n",
        "0 fel, 2 varningar, 1 tips\n",
    )


def test_what_is_silenced_in_the_plan_or_the_region_is_not_told(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "är klara.", "är klara och")
    assert trafikljus("check").err == "0 fel, 1 varning\n"
    break_plan(region, 'id = "vantrum"', 'id = "vantrum"\ntysta = ["avbruten-kommentar: så ska det stå"]')
    assert trafikljus("check") == (0, "", "0 fel, 0 varningar\n")
    break_plan(region, 'tysta = ["avbruten-kommentar: så ska det stå"]\n', "")
    settings = region / "region.toml"
    silence = '\n[[tyst]]\nregel = "avbruten-kommentar"\nskal = "Texterna är utdrag."\n'
    settings.write_text(settings.read_text(encoding="utf-8") + silence, encoding="utf-8", newline="\n")
    assert trafikljus("check") == (0, "", "0 fel, 0 varningar\n")


def test_a_comment_older_than_its_status_is_known_by_git(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus("set", "2019/regionkontoret", "vantrum", "--status", "uppfylls").code == 0
    assert "[gammal-kommentar]" in trafikljus("check").out


def test_without_git_the_rest_is_told(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "är klara.", "är klara och")
    (region / ".git").rename(region / "git")
    assert "[avbruten-kommentar]" in trafikljus("check").out


def test_what_stands_in_a_file_for_all_plans_is_told_when_no_plan_is_named(
    region: Path, trafikljus: Trafikljus
) -> None:
    decided = (
        'ar = 2019\n\n[[fokusomrade]]\nid = "n"\nnamn = "Nära vård"\n\n'
        '[[fokusomrade.mal]]\nid = "lugn"\nnamn = "Lugn"\nnamnder = ["RS"]\n'
    )
    (region / "2019/mal-och-budget.toml").write_text(decided, encoding="utf-8", newline="\n")
    assert trafikljus("check").out.startswith(
        "2019/mal-och-budget.toml:10:1: varning: målet ”Lugn” har inget uppdrag från RS;"
    )
    assert "mal-och-budget.toml:10" not in trafikljus("check", "2019/regionkontoret").out


def test_a_script_gets_rule_and_level(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"klar"', '"färdig"')
    (fault,) = json.loads(trafikljus("check", "--json").out)["fynd"]
    assert (fault["niva"], fault["regel"]) == ("fel", "filens-form")
    break_plan(region, '"färdig"', '"klar"')
    break_plan(region, 'namn = "Bygga', 'namn = "a@exempel.se Bygga')
    (hint,) = json.loads(trafikljus("check", "--json").out)["fynd"]
    assert (hint["niva"], hint["regel"], hint["varning"], hint["kolumn"]) == ("tips", "e-post", True, 9)


def test_a_review_tool_gets_sarif(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"klar"', '"färdig"')
    told = trafikljus("check", "--sarif")
    (result,) = json.loads(told.out)["runs"][0]["results"]
    assert (told.code, result["ruleId"], result["level"]) == (1, "filens-form", "error")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "2019/regionkontoret.toml"
    assert trafikljus("check", "--sarif", "--json").code == 2


def test_outside_a_region_there_is_nothing_to_check(tmp_path: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("-C", str(tmp_path), "check")
    assert told.code == 2
    assert told.err == (
        f"trafikljus: fel: {tmp_path} hör inte till någon region (region.toml saknas); gör en med trafikljus init\n"
    )


def test_before_a_commit_warnings_are_told_and_faults_stop_it(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "är klara.", "är klara och")
    assert trafikljus("check", "--staged") == (0, "", "0 fel, 0 varningar\n")
    run_git(region, "add", ".")
    told = trafikljus("check", "--staged")
    assert (told.code, told.err) == (0, "0 fel, 1 varning\n")
    assert told.out.endswith("skriv klart den [avbruten-kommentar]\n")
    break_plan(region, '"delvis"', '"grön"')
    run_git(region, "add", ".")
    told = trafikljus("check", "--staged")
    assert (told.code, told.err) == (1, "1 fel, 0 varningar\n")
