"""`trafikljus log`, `diff`, `blame`, `close` and `reports`: what reviewers ask of the history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.past_region import NAME, TAG, dated_git, past_region
from tests.tui.commands.conftest import Trafikljus


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = past_region(tmp_path / "r")
    monkeypatch.chdir(folder)
    return folder


def item_id(trafikljus: Trafikljus, name: str) -> str:
    """Return the id of the first item that was judged."""
    told = json.loads(trafikljus("log", NAME, "--json").out)
    return str(next(c["id"] for event in told for c in event["andringar"] if c.get("falt") == name))


@pytest.mark.usefixtures("region")
def test_log_tells_who_when_and_from_what_to_what(trafikljus: Trafikljus) -> None:
    told = trafikljus("log", NAME)
    assert (told.code, told.err) == (0, "")
    assert " 3 nov 2019" in told.out and "Samir Lind" in told.out
    assert "Göra väntrummen lugnare: uppfylls delvis → uppfylls inte" in told.out
    assert "[-Två av-]{+Alla+} fem väntrum är klara{+ och nymålade+}." in told.out


@pytest.mark.usefixtures("region")
def test_log_tells_the_life_of_one_item(trafikljus: Trafikljus) -> None:
    id = item_id(trafikljus, "status")
    told = json.loads(trafikljus("log", NAME, id, "--json").out)
    assert {change["id"] for event in told for change in event["andringar"]} == {id}
    assert trafikljus("log", NAME, "finns-inte").code == 2
    assert trafikljus("log").out == trafikljus("log", NAME).out


@pytest.mark.parametrize("then", ["2019-05-31", TAG, "2019-ur1", "senaste-rapport", "HEAD~2"])
@pytest.mark.usefixtures("region")
def test_diff_compares_with_any_point_in_time(trafikljus: Trafikljus, then: str) -> None:
    told = trafikljus("diff", then)
    assert told.err == ""
    assert "~ Göra väntrummen lugnare (vantrum): uppfylls inte → uppfylls" in told.out
    assert "2 bedömda, 2 ändrade, " in told.out and " orörda" in told.out
    found = json.loads(trafikljus("diff", then, "HEAD", "--json").out)[NAME]
    assert {change["till"] for change in found["bedomda"]} == {"uppfylls"}


def test_diff_leaves_aside_what_a_closed_report_is_not_on(region: Path, trafikljus: Trafikljus) -> None:
    other = (region / f"{NAME}.toml").read_text(encoding="utf-8").replace("regionkontoret", "sjukhuset")
    (region / "2019/sjukhuset.toml").write_text(other, encoding="utf-8")
    assert list(json.loads(trafikljus("diff", TAG, "--json").out)) == [NAME]
    assert list(json.loads(trafikljus("diff", "HEAD", "--json").out)) == [NAME, "2019/sjukhuset"]


def test_diff_tells_of_a_plan_that_cannot_be_read_and_calls_nothing_removed(
    region: Path, trafikljus: Trafikljus
) -> None:
    with (region / f"{NAME}.toml").open("a", encoding="utf-8") as file:
        file.write("status = grön\n")
    told = trafikljus("diff", TAG)
    assert (told.code, told.out) == (1, "")
    assert told.err == f"{NAME} går inte att läsa på båda håll, och jämförs inte; se trafikljus check\n"


@pytest.mark.parametrize("point", ["2010-01-01", "2019-02-31", "finns-inte", "--upload-pack=x", "a\x1bb"])
@pytest.mark.usefixtures("region")
def test_a_point_that_there_is_not_is_told_in_one_line(trafikljus: Trafikljus, point: str) -> None:
    told = trafikljus("diff", "--", point)
    assert told.code == 2
    assert told.err.count("\n") == 1 and "\x1b" not in told.err


@pytest.mark.usefixtures("region")
def test_blame_names_who_set_what(trafikljus: Trafikljus) -> None:
    told = trafikljus("blame", NAME).out
    assert "Samir Lind" in told.split("Bygga cykelgarage")[1].split("(")[1]
    found = {one["id"]: one for one in json.loads(trafikljus("blame", NAME, "--json").out)}
    assert {one["status"]["namn"] for one in found.values() if one["status"]} >= {"Ingrid Ek", "Samir Lind"}


def test_close_shows_closes_and_is_listed(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("close", "2019-ur2")
    assert told.code == 0 and "stängd: rapport/2019-ur2/regionkontoret" in told.out
    assert "Bedöms uppfyllas 2" in told.out
    assert "rapport/2019-ur2/regionkontoret  Uppföljningsrapport 2 2019" in trafikljus("reports").out
    first = dated_git(region, "2020-01-01", "rev-parse", "rapport/2019-ur2/regionkontoret")
    again = trafikljus("close", "2019-ur2", "--forvaltning", "regionkontoret")
    assert again.code == 2 and "redan stängd" in again.err
    assert trafikljus("close", "2019-ur2", "--om").code == 0
    assert dated_git(region, "2020-01-01", "rev-parse", "rapport/2019-ur2/regionkontoret") == first
    assert [one["tagg"] for one in json.loads(trafikljus("reports", "--json").out)].count(TAG) == 1


@pytest.mark.usefixtures("region")
def test_close_shows_what_pulls_apart_in_the_plan(trafikljus: Trafikljus) -> None:
    assert "Säger emot varandra" not in trafikljus("close", "2019-ur1").out
    trafikljus("set", NAME, "cykelgarage", "--status", "uppfylls", "--kommentar", "Bygget är försenat.")
    told = trafikljus("close", "2019-ur2")
    assert told.code == 0 and "Säger emot varandra:\n" in told.out
    assert "”försenat”" in told.out and "kommentar-mot-status" in told.out


@pytest.mark.usefixtures("region")
def test_an_export_of_a_closed_report_is_the_same_for_ever(region: Path, trafikljus: Trafikljus) -> None:
    trafikljus("close", "2019-ur2")
    before = trafikljus("export", NAME, "--at", "rapport/2019-ur2/regionkontoret", "--format", "md").out
    plan = region / f"{NAME}.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("cykelgarage", "cykelställ"), encoding="utf-8")
    dated_git(region, "2020-02-01", "commit", "--quiet", "--all", "--message", "Senare")
    assert trafikljus("export", NAME, "--at", "rapport/2019-ur2/regionkontoret", "--format", "md").out == before
    assert "bedöms uppfyllas" in before


@pytest.mark.parametrize("word", ["2019", "2019-ur9", "ur1", "2019-ur1-rattelse-1", "../x"])
@pytest.mark.usefixtures("region")
def test_what_is_no_report_is_told(trafikljus: Trafikljus, word: str) -> None:
    told = trafikljus("close", word)
    assert told.code == 2 and "är ingen rapport" in told.err


def test_close_takes_the_plans_of_a_year_that_are_not_closed_yet(region: Path, trafikljus: Trafikljus) -> None:
    other = (region / f"{NAME}.toml").read_text(encoding="utf-8").replace("regionkontoret", "sjukhuset")
    (region / "2019/sjukhuset.toml").write_text(other, encoding="utf-8", newline="\n")
    dated_git(region, "2019-11-04", "add", ".")
    dated_git(region, "2019-11-04", "commit", "--quiet", "--message", "Ny plan")
    told = trafikljus("close", "2019-ur1")
    assert told.code == 0 and f"{TAG} är redan stängd" in told.err
    assert "stängd: rapport/2019-ur1/sjukhuset\n" in told.out and f"stängd: {TAG}" not in told.out
    assert trafikljus("close", "2019-ur1").code == 2
