"""What a report is made of is gathered a plan at a time: the plans as shown, and what git has, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data.workspace import Workspace
from exporters import gathering
from exporters.reports.framdrift import FRAMDRIFT
from exporters.reports.mal_utan_uppdrag import MAL_UTAN_UPPDRAG
from exporters.reports.trend import TREND
from tests.past_region import NAME, past_region
from tui.gatherer import Gatherer, Wanted
from tui.messages import Gathered


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(past_region(tmp_path / "r"))
    yield workspace
    workspace.close()


@pytest.fixture
def said(workspace: Workspace) -> list[Gathered]:
    """What the gatherer has said."""
    return []


@pytest.fixture
def gatherer(workspace: Workspace, said: list[Gathered]) -> Gatherer:
    return Gatherer(workspace, lambda message: said.append(message) if isinstance(message, Gathered) else None)


@pytest.fixture
def wanted(workspace: Workspace) -> Wanted:
    """The trend of all plans there are."""
    snapshot = workspace.load()
    return Wanted(TREND, snapshot.region, snapshot.decided, tuple(snapshot.plans.values()))


def wanting(wanted: Wanted, **other: object) -> Wanted:
    """The same, but for this."""
    return replace(wanted, **other)  # type: ignore[arg-type]


def test_the_material_has_the_plans_as_given_and_what_was_closed(
    gatherer: Gatherer, said: list[Gathered], wanted: Wanted
) -> None:
    assert len(list(gatherer.gather(wanted))) == len(wanted.plans)
    (answer,) = said
    assert answer.wanted is wanted and answer.material is not None
    (subject,) = answer.material.subjects
    assert subject.plan is wanted.plans[0]
    assert [earlier.period.base for earlier in subject.closed] == ["ur1"]
    assert subject.earlier is not None and subject.earlier.plan is subject.closed[0].plan


def test_a_plan_that_was_read_from_git_is_not_read_again(
    gatherer: Gatherer, said: list[Gathered], wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    really = gathering.read_then

    def counting(repository: object, name: str, commit: str) -> object:
        read.append(name)
        return really(repository, name, commit)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "read_then", counting)
    for report in (TREND, MAL_UTAN_UPPDRAG, FRAMDRIFT, TREND):
        list(gatherer.gather(wanting(wanted, report=report)))
    assert read == [NAME]
    assert all(answer.material for answer in said)


def test_what_nobody_waits_for_any_more_is_given_up(
    gatherer: Gatherer, said: list[Gathered], wanted: Wanted
) -> None:
    newer = wanting(wanted, report=FRAMDRIFT)
    under_way = gatherer.gather(wanted)
    next(under_way)
    list(gatherer.gather(newer))
    assert list(under_way) == []
    assert [answer.wanted for answer in said] == [newer]


def test_without_git_only_a_report_that_looks_back_says_why_it_cannot_be_made(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    (root / ".git").rename(root / "git")
    workspace = Workspace(root)
    said: list[Gathered] = []
    gatherer = Gatherer(workspace, said.append)  # type: ignore[arg-type]
    snapshot = workspace.load()
    wanted = Wanted(TREND, snapshot.region, snapshot.decided, tuple(snapshot.plans.values()))
    list(gatherer.gather(wanted))
    list(gatherer.gather(wanting(wanted, report=MAL_UTAN_UPPDRAG)))
    assert said[0].material is None and "\n" not in said[0].reason != ""
    assert said[1].material is not None
    workspace.close()
