"""A report is closed once, with its counts; a correction stands beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data.closing import ClosedError, Closing, close, closing, message_of
from data.git import Repository
from data.git_errors import GitError
from data.history import plan_at
from data.period import Period
from data.reports import latest, reported, reports
from data.rereading import read
from tests.past_region import AFTER_AUTUMN, NAME, TAG, dated_git, past_region
from tests.small_region import PLAN


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return past_region(tmp_path / "r")


def report(region: Path, namn: str, *, again: bool = False) -> Closing:
    repository = Repository(region)
    plan = plan_at(repository, NAME, "HEAD")
    return closing(plan, "Regionkontoret", Period(2019, namn), reports(repository), again=again)


def test_it_is_an_annotated_tag_with_the_counts_in_its_message(region: Path) -> None:
    repository = Repository(region)
    close(repository, report(region, "ur2"))
    tag = "rapport/2019-ur2/regionkontoret"
    told = dated_git(region, "2020-01-01", "tag", "-l", "--format=%(contents)", tag)
    assert told.startswith(
        "Uppföljningsrapport 2 2019: Regionkontoret\n\nUppdrag: 2 · Bedöms uppfyllas 2\nAktiviteter: "
    )
    found = latest(reports(repository), NAME)
    assert found is not None and (found.tag, found.title) == (tag, "Uppföljningsrapport 2 2019")
    assert reported(repository, found) == read(AFTER_AUTUMN)


def test_what_is_left_to_do_is_told() -> None:
    told = closing(read(PLAN), "Regionkontoret", Period(2019, "ur1"), ())
    assert told.left_told.startswith("ej bedömd ")
    assert f"Kvar att göra: {told.left_told}" in message_of(told)
    assert "Bedöms" not in message_of(told)


def test_a_closed_report_is_not_closed_again(region: Path) -> None:
    before = dated_git(region, "2020-01-01", "rev-parse", TAG)
    with pytest.raises(ClosedError, match="--om"):
        report(region, "ur1")
    assert dated_git(region, "2020-01-01", "rev-parse", TAG) == before


def test_a_correction_is_a_new_tag_and_the_old_one_stays(region: Path) -> None:
    repository = Repository(region)
    before = dated_git(region, "2020-01-01", "rev-parse", TAG)
    for number in (1, 2):
        close(repository, report(region, "ur1", again=True))
        found = [one for one in reports(repository) if one.period.base == "ur1"]
        assert len(found) == 1 + number
        assert f"Uppföljningsrapport 1 2019, rättelse {number}" in {one.title for one in found}
    assert dated_git(region, "2020-01-01", "rev-parse", TAG) == before


def test_what_is_not_committed_is_not_closed(region: Path) -> None:
    """Somebody else may also commit between the counting and the closing."""
    counted = replace(report(region, "ur2"), plan=read(PLAN))
    for text in (PLAN, AFTER_AUTUMN):
        (region / f"{NAME}.toml").write_text(text, encoding="utf-8", newline="\n")
        with pytest.raises(GitError, match="inte är incheckade"):
            close(Repository(region), counted)
    assert len(reports(Repository(region))) == 1


def test_who_closes_must_have_a_name(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(region / "ingen"))
    with pytest.raises(GitError, match="vem du är"):
        close(Repository(region), report(region, "ur2"))


@pytest.mark.parametrize(
    ("namn", "title", "forecast"),
    [
        ("ur2-rattelse-3", "Uppföljningsrapport 2 2019, rättelse 3", True),
        ("m03", "Månadsrapport mars 2019", False),
        ("arsredovisning", "Årsredovisning 2019", False),
        ("egen", "egen 2019", False),
    ],
)
def test_a_period_has_a_title(namn: str, title: str, forecast: bool) -> None:
    assert (Period(2019, namn).title, Period(2019, namn).forecast) == (title, forecast)
