"""A point in the past is named as git names it, or as a closed report."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.past_folder import load_at
from data.reports import reports
from data.revision import Revision, revision
from tests.past_region import INGRID, NAME, TAG, commit, dated_git, past_region
from tests.small_region import PLAN

OTHER = PLAN.replace("regionkontoret", "sjukhuset")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return past_region(tmp_path / "r")


def named(root: Path, said: str) -> Revision:
    repository = Repository(root)
    try:
        return revision(repository, said, reports(repository))
    finally:
        repository.close()


def test_a_commit_a_branch_and_a_tag_are_found(region: Path) -> None:
    head = dated_git(region, "2020-01-01", "rev-parse", "HEAD").strip()
    dated_git(region, "2020-01-01", "tag", "vanlig", "HEAD")
    for said in ("HEAD", "main", head, head[:8], "vanlig"):
        found = named(region, said)
        assert (found.commit, found.period, found.commit_of(NAME)) == (head, None, head)
    assert found.when.date().isoformat() == "2019-11-03"


def test_a_closed_report_knows_its_period_and_its_plan(region: Path) -> None:
    found = named(region, TAG)
    assert found.period == "ur1"
    assert list(found.plans) == [NAME]
    assert found.commit == dated_git(region, "2020-01-01", "rev-parse", f"{TAG}^{{}}").strip()
    assert found.when.date().isoformat() == "2019-05-10"


def test_everyones_report_has_each_plan_as_it_was_closed(region: Path) -> None:
    (region / "2019/sjukhuset.toml").write_text(OTHER, encoding="utf-8")
    dated_git(region, "2019-12-01", "add", ".")
    commit(region, PLAN, INGRID, "2019-12-01")
    tag = "rapport/2019-ur1/sjukhuset"
    dated_git(region, "2019-12-02", "tag", "--annotate", "--message", "Sjukhusets", tag)
    for said in ("2019-ur1", "rapport/2019-ur1"):
        found = named(region, said)
        assert (found.period, found.everyones) == ("ur1", True)
        assert found.commit_of(NAME) == named(region, TAG).commit
        assert found.commit_of("2019/sjukhuset") == named(region, tag).commit == found.commit
        assert found.commit_of("2019/annan") is None
    repository = Repository(region)
    snapshot = load_at(repository, found)
    assert {name: next(plan.uppdrag).status for name, plan in snapshot.plans.items()} == {
        "2019/sjukhuset": "delvis",
        NAME: "inte",
    }
    with pytest.raises(NoSuchVersionError, match="planen 2019/annan finns inte i versionen rapport/2019-ur1"):
        load_at(repository, found, ["2019/annan"])
    repository.close()


@pytest.mark.parametrize("said", ["finns-inte", "2019-ur2", "--all", "rapport/2019-ur1/", "", "a\nb", "HEAD:x"])
def test_what_is_not_there_is_told(region: Path, said: str) -> None:
    with pytest.raises(NoSuchVersionError, match="finns inte i arkivet"):
        named(region, said)
