"""What others did since one last looked."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

from pathlib import Path

import pytest

from data.git import Repository
from data.seen import Unseen, remember, see, unseen
from data.steps import finished
from tests.conftest import run_git
from tests.small_region import PLAN

NAME = "2019/regionkontoret"
OTHER = "Åsa Ek <asa@exempel.se>"


def commit(region: Path, text: str, *options: str, name: str = NAME) -> None:
    (region / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")
    run_git(region, "add", ".")
    run_git(region, "commit", "--quiet", "--message=Ändra", *options)


def marked(repository: Repository) -> dict[str, set[str]]:
    """The ids that others have touched, by plan name."""
    ids: dict[str, set[str]] = {}
    for name, id in finished(unseen(repository)).events:
        ids.setdefault(name, set()).add(id)
    return ids


def test_nothing_is_marked_the_first_time(region, repository):
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    assert marked(repository) == {}


def test_what_others_do_is_marked_until_it_is_seen(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    commit(region, PLAN.replace("lugnare", "tystare").replace('"klar"', '"pagar"'), f"--author={OTHER}")
    assert marked(repository) == marked(repository) == {NAME: {"vantrum", "vantrum-1"}}
    remember(repository)
    assert marked(repository) == {}


def test_what_one_does_oneself_is_not_marked(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"))
    commit(region, PLAN.replace("lugnare", "tystare").replace("4.1", "4.2"), f"--author={OTHER}")
    assert marked(repository) == {NAME: {"sjukfranvaro"}}


def test_the_case_of_an_address_does_not_make_one_somebody_else(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"), "--author=T <Test@Exempel.se>")
    assert marked(repository) == {}


def test_each_plan_has_its_own_marks_and_other_files_none(region, repository):
    remember(repository)
    (region / "2018").mkdir()
    commit(region, PLAN.replace("2019", "2018"), f"--author={OTHER}", name="2018/regionkontoret")
    commit(region, "x = 1\n", f"--author={OTHER}", name="2018/mal-och-budget")
    assert set(marked(repository)) == {"2018/regionkontoret"}


def test_where_one_was_is_kept_out_of_the_commits(region, repository):
    remember(repository)
    assert run_git(region, "status", "--porcelain", "--untracked-files=all") == ""
    assert (region / ".git/trafikljus/seen").read_text("ascii").strip() == run_git(
        region, "rev-parse", "HEAD"
    ).strip()


@pytest.mark.parametrize("raw", [b"", b"--all", b"\xff", b"0" * 40, b"f" * 64])
def test_a_memory_that_makes_no_sense_marks_nothing(region, repository, raw):
    remember(repository)
    (region / ".git/trafikljus/seen").write_bytes(raw)
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    assert marked(repository) == {}


def test_before_the_first_commit_there_is_nothing_to_remember(repo):
    repository = Repository(repo)
    remember(repository)
    assert marked(repository) == {}
    repository.close()


QUIETER = PLAN.replace("lugnare", "tystare")
BOTH = QUIETER.replace('"klar"', '"pagar"')


def test_each_mark_says_who_did_what(region, repository):
    remember(repository)
    commit(region, BOTH, f"--author={OTHER}")
    [event] = finished(unseen(repository)).events[NAME, "vantrum-1"]
    assert event.namn == "Åsa Ek"
    [change] = event.changes
    assert (change.id, change.old, change.new) == ("vantrum-1", "klar", "pagar")


def test_one_item_is_seen_and_the_others_stay_marked(region, repository):
    remember(repository)
    commit(region, BOTH, f"--author={OTHER}")
    left = see(repository, finished(unseen(repository)), [(NAME, "vantrum")])
    assert set(left.events) == {(NAME, "vantrum-1")}
    assert finished(unseen(repository)) == left


def test_an_item_that_was_seen_is_marked_again_for_what_is_new(region, repository):
    remember(repository)
    commit(region, BOTH, f"--author={OTHER}")
    see(repository, finished(unseen(repository)), [(NAME, "vantrum")])
    commit(region, BOTH.replace("tystare", "stilla"), f"--author={OTHER}")
    [event] = finished(unseen(repository)).events[NAME, "vantrum"]
    assert event.changes[0].new == "Göra väntrummen stilla"


def test_an_older_commit_that_arrives_later_is_still_marked(region, repository, monkeypatch):
    remember(repository)
    run_git(region, "checkout", "--quiet", "-b", "asa")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-01-01T10:00:00")
    commit(region, PLAN.replace("lugnare", "stilla"), f"--author={OTHER}")
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    run_git(region, "checkout", "--quiet", "main")
    commit(region, PLAN.replace('"klar"', '"pagar"').replace("Två av", "Tre av"), f"--author={OTHER}")
    see(repository, finished(unseen(repository)), [(NAME, "vantrum")])
    run_git(region, "merge", "--quiet", "--no-edit", "-X", "ours", "asa")
    assert {event.changes[0].new for event in finished(unseen(repository)).events[NAME, "vantrum"]} == {
        "Göra väntrummen stilla"
    }


def test_when_the_last_item_is_seen_nothing_is_left_to_remember_but_how_far(region, repository):
    remember(repository)
    commit(region, BOTH, f"--author={OTHER}")
    left = see(repository, finished(unseen(repository)), [(NAME, "vantrum")])
    head = run_git(region, "rev-parse", "HEAD").strip()
    assert see(repository, left, [(NAME, "vantrum-1")]) == Unseen(head)
    assert (region / ".git/trafikljus/seen").read_text("ascii") == head
