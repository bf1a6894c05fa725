"""The life of plans and items, told by the real git."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from data.changes import AddItem, RemoveItem, SetField, id_of, set_field
from data.difference import diff
from data.files import FileError
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.history import Histories, History, plan_at, read_history
from data.plan import Plan
from data.plan_files import parsed
from data.rereading import read
from data.steps import finished
from data.writing import edit
from tests.conftest import run_git
from tests.small_region import PLAN

NAME, PATH = "2019/regionkontoret", "2019/regionkontoret.toml"


def commit(region: Path, text: str | None, message: str = "Ändra", **options: str) -> None:
    path = region / PATH
    if text is None:
        path.unlink()
    else:
        path.write_bytes(text.encode())
    run_git(region, "add", "--all", ".")
    run_git(
        region, "commit", "--quiet", "--message", message, *(f"--{name}={value}" for name, value in options.items())
    )


def judged(text: str, id: str, status: str | None) -> str:
    plan = read(text)
    return edit(text, plan, set_field(plan, id, "status", status)).text


def in_full(region: Path) -> list[tuple[str, list[object]]]:
    """Return commits and their changes, newest first, each version read from end to end; for a straight history."""
    told: list[tuple[str, list[object]]] = []
    before = Plan("regionkontoret", 2019)
    for id in run_git(region, "rev-list", "--reverse", "HEAD", "--", PATH).split():
        present = run_git(region, "ls-tree", id, "--", PATH)
        raw = run_git(region, "show", f"{id}:{PATH}").encode() if present else b""
        plan = parsed(raw, PATH).plan if present else Plan("regionkontoret", 2019)
        told.append((id, [] if plan is None else list(diff(before, plan))))
        before = before if plan is None else plan
    return told[::-1]


def test_a_life_tells_who_did_what_when_the_newest_first(region, repository):
    text = judged(PLAN, "cykelgarage", "delvis")
    who = {"author": "Åsa Ek <asa@exempel.se>", "date": "2019-05-06T07:08:09+0200"}
    commit(region, text, "regionkontoret 2019: bedömt", **who)
    commit(region, judged(text, "cykelgarage", "uppfylls"), "Klart")
    last, middle, first = read_history(repository, NAME).life("cykelgarage")
    assert last.changes == (SetField("cykelgarage", "status", "delvis", "uppfylls"),)
    assert middle.changes == (SetField("cykelgarage", "status", None, "delvis"),)
    assert (middle.namn, middle.epost, middle.subject) == (
        "Åsa Ek",
        "asa@exempel.se",
        "regionkontoret 2019: bedömt",
    )
    assert middle.when == datetime(2019, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=2)))
    assert middle.when.utcoffset() == timedelta(hours=2)
    assert run_git(region, "rev-parse", "HEAD~1").strip() == middle.id
    assert middle.id.startswith(middle.short)
    assert isinstance(first.changes[0], AddItem)


def test_what_happened_to_others_is_not_in_an_items_life(region, repository):
    commit(region, judged(PLAN, "vantrum-2", "klar"))
    history = read_history(repository, NAME)
    assert len(history.events) == 2
    assert len(history.life("cykelgarage")) == 1
    assert history.life("finns-inte") == ()


def test_a_plan_that_is_removed_and_comes_back_has_one_life(region, repository):
    commit(region, None)
    commit(region, PLAN)
    back, gone, _ = read_history(repository, NAME).life("vantrum-1")
    assert isinstance(gone.changes[0], RemoveItem)
    assert isinstance(back.changes[0], AddItem)


def test_a_broken_version_is_told_and_the_next_is_compared_with_the_last_whole_one(region, repository):
    commit(region, PLAN.replace('"klar"', '"klart"').replace("lugnare", "tystare"), "Skriv fel")
    commit(region, PLAN.replace('"klar"', '"klar').replace("lugnare", "tystare"), "Skriv mer fel")
    commit(region, PLAN.replace("lugnare", "tystare"), "Laga")
    mended, worse, wrong, _ = read_history(repository, NAME).events
    assert wrong.fault is not None
    assert "klart" in wrong.fault.message
    assert worse.fault is not None
    assert wrong.changes == worse.changes == ()
    assert mended.fault is None
    assert mended.changes == (SetField("vantrum", "namn", "Göra väntrummen lugnare", "Göra väntrummen tystare"),)


def test_a_change_of_form_alone_is_an_event_without_changes(region, repository):
    commit(region, PLAN + "\n# slut\n")
    assert read_history(repository, NAME).events[0].changes == ()


def test_two_branches_tell_what_each_did_and_the_merge_only_what_is_its_own(region, repository):
    run_git(region, "switch", "--quiet", "--create", "sida")
    side = judged(PLAN, "vantrum", "uppfylls")
    commit(region, side, "sida")
    run_git(region, "switch", "--quiet", "main")
    commit(region, judged(PLAN, "sjukfranvaro", None).replace("4.1", "4.2"), "main")
    run_git(region, "merge", "--quiet", "--no-commit", "sida")
    both = judged(side, "cykelgarage", "inte").replace("4.1", "4.2")
    commit(region, both, "ihop")
    told = {event.subject: event.changes for event in read_history(repository, NAME).events}
    assert [change.id for change in told["sida"]] == ["vantrum"]
    assert [change.id for change in told["main"]] == ["sjukfranvaro"]
    assert [(change.id, change.new) for change in told["ihop"]] == [("cykelgarage", "inte")]


def test_a_shallow_clone_says_where_its_history_is_cut_off(region, tmp_path):
    commit(region, judged(PLAN, "cykelgarage", "inte"))
    commit(region, judged(PLAN, "cykelgarage", "delvis"))
    run_git(tmp_path, "clone", "--quiet", "--depth=2", region.as_uri(), "grund")
    repository = Repository(tmp_path / "grund")
    history = read_history(repository, NAME)
    repository.close()
    last, first = history.events
    assert history.cut
    assert first.cut
    assert first.changes == ()
    assert not last.cut
    assert [event.id for event in history.life("cykelgarage")] == [last.id]


def test_a_whole_history_is_not_cut_off(repository):
    assert not read_history(repository, NAME).cut


def test_a_plan_without_commits_has_no_history(repository, repo):
    assert read_history(repository, "2018/regionkontoret") == History(())
    empty = Repository(repo)
    assert read_history(empty, NAME) == History(())
    empty.close()


def test_the_users_own_settings_change_nothing(region, repository):
    expected = read_history(repository, NAME)
    for key, value in (("log.follow", "true"), ("log.showSignature", "true"), ("color.ui", "always")):
        run_git(region, "config", key, value)
    run_git(region, "config", "format.pretty", "%B")
    run_git(region, "config", "diff.external", "false")
    assert read_history(repository, NAME) == expected


def test_a_region_below_the_top_of_its_repository_has_its_own_history(repo):
    inner = repo / "region"
    (inner / "2019").mkdir(parents=True)
    (inner / PATH).write_text(PLAN, encoding="utf-8", newline="\n")
    run_git(repo, "add", ".")
    run_git(repo, "commit", "--quiet", "--message", "Börja")
    repository = Repository(inner)
    assert len(read_history(repository, NAME).events) == 1
    assert plan_at(repository, NAME, "HEAD") == read(PLAN)
    repository.close()


@pytest.mark.parametrize("seed", range(4))
def test_the_history_is_that_of_reading_every_version_in_full(region, repository, seed):
    chance, text = random.Random(seed), PLAN
    for number in range(25):
        plan = read(text)
        id = chance.choice([id for id, item in plan.items.items() if item.SCALE])
        scale = plan.items[id].SCALE
        kind = chance.randrange(6)
        written: str | None = text
        if kind < 3:
            written = text = judged(text, id, chance.choice([None, *scale.values]))
        elif kind == 3:
            written = text = edit(text, plan, set_field(plan, id, "kommentar", f"Text {number}")).text
        elif kind == 4:
            written = chance.choice([None, text.replace("namn", "nam", 1), text + "[[", text.replace("1.1", "1.2")])
        else:
            text = text.replace('id = "vantrum-1"', 'id = "vantrum-x"') + f"# {number}\n"
            written = text
        if written is not None and (region / PATH).exists() and (region / PATH).read_text("utf-8") == written:
            continue
        if written is None and not (region / PATH).exists():
            continue
        commit(region, written)
    history = read_history(repository, NAME)
    told = in_full(region)
    assert [(event.id, list(event.changes)) for event in history.events] == told
    for id in ("vantrum", "vantrum-1", "vantrum-x", "cykelgarage", "1.1"):
        lived = [(commit_id, [c for c in changes if id_of(c) == id]) for commit_id, changes in told]
        assert [(event.id, list(event.changes)) for event in history.life(id)] == [one for one in lived if one[1]]


def test_a_history_is_read_again_only_when_there_is_a_new_commit(region, repository, monkeypatch):
    histories = Histories(repository)
    first = finished(histories.of(NAME))
    assert finished(histories.of(NAME)) is first
    commit(region, judged(PLAN, "cykelgarage", "inte"))
    assert len(finished(histories.of(NAME)).events) == 2


def test_a_plan_is_read_as_it_was_at_a_tag_a_commit_or_a_branch(region, repository):
    run_git(region, "tag", "--annotate", "--message=x", "då")
    commit(region, judged(PLAN, "cykelgarage", "inte"))
    assert plan_at(repository, NAME, "då") == read(PLAN)
    assert plan_at(repository, NAME, "HEAD~1") == read(PLAN)
    assert plan_at(repository, NAME, "main").items["cykelgarage"].status == "inte"


@pytest.mark.parametrize("revision", ["", "finns-inte", "--all", "-h", "HEAD\n", "a\0b", "HEAD..HEAD", "HEAD:2019"])
def test_what_is_no_version_is_refused(repository, revision):
    with pytest.raises(NoSuchVersionError, match="finns inte i arkivet"):
        plan_at(repository, NAME, revision)


def test_a_plan_that_was_not_there_and_a_name_that_is_no_plans(repository):
    with pytest.raises(NoSuchVersionError, match="planen 2018/regionkontoret finns inte i versionen HEAD"):
        plan_at(repository, "2018/regionkontoret", "HEAD")
    with pytest.raises(FileError):
        plan_at(repository, "../../etc/passwd", "HEAD")
    with pytest.raises(FileError):
        read_history(repository, "--all")
