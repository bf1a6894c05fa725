"""Closed reports, as tags in the real git."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

from pathlib import Path

import pytest

from data.demo.builder import build
from data.git import Repository
from data.reports import latest, reported, reports
from data.rereading import read
from tests.conftest import run_git
from tests.small_region import PLAN

NAME = "2019/regionkontoret"


def close_report(region: Path, tag: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+0200")
    run_git(region, "tag", "--annotate", "--message=Fastställd i nämnden", f"rapport/{tag}")


def test_a_region_without_reports_has_none(repository):
    assert reports(repository) == ()
    assert latest((), NAME) is None


def test_the_latest_report_comes_first_and_tells_what_it_is(region, repository, monkeypatch):
    close_report(region, "2019-ur1/regionkontoret", "2019-05-02", monkeypatch)
    close_report(region, "2019-ur2/regionkontoret", "2019-09-02", monkeypatch)
    last, first = reports(repository)
    assert (last.title, first.title) == ("Uppföljningsrapport 2 2019", "Uppföljningsrapport 1 2019")
    assert (last.ar, last.namn, last.forvaltning, last.plan) == (2019, "ur2", "regionkontoret", NAME)
    assert last.when.isoformat() == "2019-09-02T12:00:00+02:00"
    assert last.message == "Fastställd i nämnden"
    assert last.av == "Test Testsson"
    assert last.commit == run_git(region, "rev-parse", "HEAD").strip()


def test_the_latest_report_on_a_plan_is_that_of_its_own_year_and_forvaltning(region, repository, monkeypatch):
    for tag in ("2019-ur1/regionkontoret", "2019-ur1/sjukhuset", "2018-arsredovisning/regionkontoret"):
        close_report(region, tag, "2019-05-02", monkeypatch)
    found = latest(reports(repository), NAME)
    assert found is not None
    assert found.tag == "rapport/2019-ur1/regionkontoret"
    assert latest(reports(repository), "2019/kulturen") is None


def test_a_report_gives_the_plan_as_it_was_then(region, repository, monkeypatch):
    close_report(region, "2019-ur1/regionkontoret", "2019-05-02", monkeypatch)
    (region / f"{NAME}.toml").write_text(PLAN.replace("lugnare", "tystare"), encoding="utf-8", newline="\n")
    run_git(region, "commit", "--quiet", "--all", "--message=Ändra")
    assert reported(repository, reports(repository)[0]) == read(PLAN)


def test_tags_that_are_not_closed_reports_are_left_out(region, repository, monkeypatch):
    run_git(region, "tag", "rapport/2019-ur1/lattviktig")
    for tag in ("ur1/regionkontoret", "2019-ur1/Stor", "2018-ur1", "2019-ur2/a/b"):
        close_report(region, tag, "2019-05-02", monkeypatch)
    run_git(region, "tag", "--annotate", "--message=x", "rapport/2019-ur3/fil", f"HEAD:{NAME}.toml")
    run_git(region, "tag", "--annotate", "--message=x", "annat/2019-ur1/regionkontoret")
    assert reports(repository) == ()


def test_the_example_region_has_its_reports(tmp_path):
    repository = Repository(build(tmp_path / "demo"))
    found = reports(repository)
    assert {report.title for report in found} >= {"Uppföljningsrapport 1 2025", "Årsredovisning 2024"}
    for report in found:
        assert reported(repository, report).name == report.plan
    repository.close()
