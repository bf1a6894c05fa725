"""Syncing from the app, against a real remote: by key and by itself, offline, in conflict, and on the way out."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.drivers import installed
from data.editing import addition, last_place, move_into, removal
from data.plan import PLAN_ID, Fokusomrade
from data.repo_state import find
from tests.data.sync.clones import NAME, Clone, bare, cloned, founded, git
from tests.small_region import small_region
from tests.tui.driver import Story, opened
from tui.messages import SyncFailed
from tui.screens.met import MetDialog
from tui.screens.stopped import StoppedDialog
from tui.settings import Loaded, Settings
from tui.syncer import Syncer

BY_KEY = Loaded(Settings(synka=0))
"""Nothing is synced by itself, so that a test decides when."""


@dataclass
class People:
    """Two clones of one remote: the app is opened on Anna's, and Berit works beside her."""

    anna: Clone
    berit: Clone
    remote: Path


@pytest.fixture
def people(tmp_path: Path) -> People:
    remote = bare(tmp_path / "remote.git")
    anna = founded(tmp_path / "anna", remote)
    return People(anna, cloned(remote, tmp_path / "berit", "Berit"), remote)


def _flat(story: Story) -> str:
    return " ".join(story.screen.replace("│", " ").split())


async def _sync(story: Story) -> None:
    """Sync by key, and wait until that has ended."""
    await story.press("s")
    await story.until(lambda: not story.main.desk.sync.running)
    await story.pilot.pause()


async def _go_to(story: Story, id: str) -> None:
    await story.until(lambda: NAME in story.main.desk.session.plans)
    story.main.plan_tree.go_to((NAME, id))
    await story.pilot.pause()


def _remove(clone: Clone, *ids: str) -> None:
    for id in ids:
        clone.workspace.save(NAME, removal(clone.plan, id))
    clone.workspace.commit(NAME)


async def test_what_was_judged_is_sent_and_what_others_did_comes_in(people: People) -> None:
    people.berit.set("uppdrag-2", "status", "inte")
    people.berit.sync()
    seen = people.anna.folder / ".git/trafikljus/seen"
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await story.until(seen.exists)
        await story.press("1", "s")
        await story.sees("Synkat: hämtade 1 incheckning, skickade 1 incheckning.")
        assert "synkad " in story.standing
        await story.until(lambda: story.main.desk.session.plans[NAME].items["uppdrag-2"].status == "inte")
        assert story.cursor == (NAME, "uppdrag-1")
        await story.until(lambda: (NAME, "uppdrag-2") in story.main.desk.hindsight.news.by_row)
    people.berit.sync()
    assert people.berit.plan.items["uppdrag-1"].status == "uppfylls"
    assert people.berit.head == people.anna.head


async def test_different_fields_of_one_uppdrag_meet_without_a_question(people: People) -> None:
    people.berit.set("uppdrag-1", "kommentar", "På remiss.")
    people.berit.sync()
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await story.press("2")
        await _sync(story)
        assert "Synkat" in story.screen
        assert story.app.screen is story.main
    assert (people.anna.plan.items["uppdrag-1"].status, people.anna.plan.items["uppdrag-1"].kommentar) == (
        "delvis",
        "På remiss.",
    )


async def _conflict(people: People, field: str, theirs: str, mine: str) -> None:
    people.berit.set("uppdrag-1", field, theirs)
    people.berit.sync()
    people.anna.set("uppdrag-1", field, mine)


async def test_the_same_field_is_told_and_opens_nothing_by_itself(people: People) -> None:
    await _conflict(people, "status", "inte", "delvis")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        assert "En ändring krockar med någon annans; inget är synkat ännu. Tryck ! för att välja." in _flat(story)
        assert "konflikt · tryck !" in story.standing
        assert story.app.screen is story.main
        await story.press("exclamation_mark")
        assert isinstance(story.app.screen, MetDialog)
        assert "Konflikt: Göra sak 1 (uppdrag-1): status" in _flat(story)
        assert "1 Ditt (Anna, " in _flat(story)
        assert "2 Deras (Berit, " in _flat(story)
        assert "Uppdraget uppfylls delvis" in story.screen
        assert "Uppdraget uppfylls inte" in story.screen


@pytest.mark.parametrize(("pressed", "status", "lost"), [("1", "delvis", "inte"), ("2", "inte", "delvis")])
async def test_one_key_chooses_whose_value_stands_and_the_other_is_kept_in_the_message(
    people: People, pressed: str, status: str, lost: str
) -> None:
    await _conflict(people, "status", "inte", "delvis")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark", pressed)
        await story.sees("Synkat")
        assert "konflikt" not in story.standing
    people.berit.sync()
    assert people.berit.plan.items["uppdrag-1"].status == people.anna.plan.items["uppdrag-1"].status == status
    assert f"uppfylls {lost}" in git(people.anna.folder, "log", "-1", "--format=%b")


async def test_later_changes_nothing_and_the_choice_is_there_again(people: People) -> None:
    await _conflict(people, "status", "inte", "delvis")
    before = people.anna.head, git(people.remote, "rev-parse", "main")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark", "escape")
        assert (people.anna.head, git(people.remote, "rev-parse", "main")) == before
        assert "konflikt · tryck !" in story.standing
        await story.press("exclamation_mark", "1")
        await story.sees("Synkat")


async def test_a_comment_that_was_not_chosen_is_kept_as_a_draft(people: People) -> None:
    await _conflict(people, "kommentar", "Deras text.", "Min text.")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await _sync(story)
        await story.press("exclamation_mark", "2")
        await story.sees("är kvar som utkast")
        await story.until(lambda: "Deras text." in story.file())
        await story.press("k")
        assert "Min text." in story.screen


async def test_of_many_conflicts_one_can_go_back_to_the_one_before(people: People) -> None:
    for id in ("uppdrag-1", "uppdrag-2"):
        people.berit.set(id, "status", "inte")
        people.anna.set(id, "status", "delvis")
    people.berit.sync()
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        assert "2 konflikter" in story.standing
        await story.press("exclamation_mark", "left", "1")
        assert "Konflikt 2 av 2" in story.screen
        await story.press("left")
        assert "Konflikt 1 av 2" in story.screen
        await story.press("2", "1")
        await story.sees("Synkat")
    statuses = [people.anna.plan.items[id].status for id in ("uppdrag-1", "uppdrag-2")]
    assert statuses == ["inte", "delvis"]


async def test_removed_against_changed_is_shown_and_chosen(people: People) -> None:
    _remove(people.berit, "uppdrag-3")
    people.berit.sync()
    people.anna.set("uppdrag-3", "kommentar", "Viktigt.")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark")
        assert "Konflikt: Göra sak 3 (uppdrag-3)" in story.screen
        assert "Uppdrag Göra sak 3; " in story.screen
        assert "Borttagen" in story.screen
        await story.press("1")
        await story.sees("Synkat")
    people.berit.sync()
    assert people.berit.plan.items["uppdrag-3"].kommentar == "Viktigt."


async def test_moved_to_two_places_is_shown_and_chosen(people: People) -> None:
    for namn in ("Nära vård", "Kultur"):
        plan = people.anna.plan
        new = addition(plan, Fokusomrade, last_place(plan, PLAN_ID, Fokusomrade.KIND), {"namn": namn})
        people.anna.workspace.save(NAME, [new])
    people.anna.workspace.commit(NAME)
    people.anna.sync()
    people.berit.sync()
    vard, kultur = (people.anna.plan.fokusomraden[place].id for place in (1, 2))
    for clone, parent in ((people.berit, kultur), (people.anna, vard)):
        clone.workspace.save(NAME, move_into(clone.plan, "uppdrag-4", parent))
        clone.workspace.commit(NAME)
    people.berit.sync()
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark")
        assert "Konflikt: Göra sak 4 (uppdrag-4): plats" in story.screen
        assert "Under Nära vård" in story.screen
        assert "Under Kultur" in story.screen
        await story.press("2")
        await story.sees("Synkat")
    assert people.anna.plan.parents["uppdrag-4"] == kultur


async def test_a_choice_holds_only_for_the_values_that_were_shown(people: People) -> None:
    await _conflict(people, "status", "inte", "delvis")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark")
        people.berit.set("uppdrag-1", "status", "uppfylls")
        people.berit.sync()
        await story.press("1")
        await story.sees("krockar med någon annans")
        assert people.anna.plan.items["uppdrag-1"].status == "delvis"
        await story.press("exclamation_mark")
        assert "Uppdraget uppfylls " in story.screen


async def test_offline_everything_waits_and_is_sent_later(people: People) -> None:
    away = people.remote.rename(people.remote.with_name("borta.git"))
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await story.press("1")
        await _sync(story)
        assert "Inte synkat: servern nås inte; allt är sparat här" in _flat(story)
        await story.until(lambda: story.standing.endswith("1 ej synkad: servern nås inte"))
        await story.press("down", "1")
        await story.committed()
        await story.until(lambda: "2 ej synkade: servern nås inte" in story.standing)
        away.rename(people.remote)
        await _sync(story)
        assert "Synkat: skickade 2 incheckningar." in story.screen
        await story.until(lambda: re.search(r"synkad \d\d:\d\d$", story.standing))
    assert git(people.remote, "rev-parse", "main") == people.anna.head


async def test_what_waits_is_counted_at_the_start_and_after_each_commit(people: People) -> None:
    people.anna.set("uppdrag-1", "status", "inte")
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await story.until(lambda: story.standing.endswith("1 ej synkad"))
        await _go_to(story, "uppdrag-2")
        await story.press("1")
        await story.committed()
        await story.until(lambda: story.standing.endswith("2 ej synkade"))


async def test_where_there_is_no_server_nothing_is_told_of_one_until_it_is_asked_for(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.until(lambda: story.main.syncing._looked)
        assert "synk" not in story.standing
        await _sync(story)
        assert "Inte synkat: arkivet har ingen server att synka med" in _flat(story)
        assert "synk" not in story.standing


async def test_in_ascii_the_top_line_tells_the_same(people: People) -> None:
    async with opened(people.anna.folder, ascii=True, chosen=BY_KEY) as story:
        await _sync(story)
        assert re.search(r"sparat - [0-9a-f]{7} - synkad \d\d:\d\d", story.screen)


async def _make_due(story: Story) -> None:
    """Let the next look at the clock find that a sync by itself is due."""
    story.main.syncing._next = 0.0
    story.app._sync()
    await story.pilot.pause()


async def test_by_itself_it_syncs_and_draws_no_attention(people: People) -> None:
    people.berit.set("uppdrag-2", "status", "inte")
    people.berit.sync()
    async with opened(people.anna.folder) as story:
        await story.until(lambda: story.main.desk.sync.unsent == 0)
        await _make_due(story)
        await story.until(lambda: story.main.desk.session.plans[NAME].items["uppdrag-2"].status == "inte")
        await story.until(lambda: "synkad " in story.standing)
        assert "Synkat" not in story.screen


async def test_by_itself_it_syncs_soon_after_the_app_is_opened(people: People) -> None:
    people.berit.set("uppdrag-2", "status", "inte")
    people.berit.sync()
    async with opened(people.anna.folder) as story:
        await story.until(lambda: story.main.desk.session.plans[NAME].items["uppdrag-2"].status == "inte")


async def test_by_itself_it_never_syncs_in_the_middle_of_an_edit(people: People) -> None:
    async with opened(people.anna.folder) as story:
        await story.until(lambda: story.main.desk.sync.unsent == 0)
        await _go_to(story, "uppdrag-1")
        story.main.syncing._next = None
        await story.press("k")
        await _make_due(story)
        assert not story.main.desk.sync.running
        await story.press("escape")
        await _make_due(story)
        await story.until(lambda: "synkad " in story.standing)


async def test_a_failure_by_itself_is_told_in_the_top_line_only(people: People) -> None:
    people.remote.rename(people.remote.with_name("borta.git"))
    async with opened(people.anna.folder) as story:
        await story.until(lambda: story.main.desk.sync.unsent == 0)
        await _make_due(story)
        await story.until(lambda: story.standing.endswith("ej synkad: servern nås inte"))
        assert story.main.desk.notice.text == ""


async def test_with_nought_minutes_nothing_is_synced_by_itself(people: People) -> None:
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await story.until(lambda: story.main.desk.sync.unsent == 0)
        assert story.main.syncing._next is None
        assert "allt skickat" in story.standing


async def test_where_the_repository_runs_programs_nothing_is_synced_until_it_is_asked_for(people: People) -> None:
    git(people.anna.folder, "config", "core.sshCommand", "ssh -v")
    async with opened(people.anna.folder) as story:
        await story.sees("Arkivets egna inställningar kör program: core.sshcommand.")
        assert "Se efter att du litar på mappen; innan du har tryckt s synkas inget av sig självt." in _flat(story)
        await _make_due(story)
        assert not story.main.desk.sync.running
        await _sync(story)
        assert "Synkat" in story.screen


async def test_a_large_removal_stops_until_it_has_been_read_and_accepted(people: People) -> None:
    _remove(people.berit, "uppdrag-5", "uppdrag-6", "uppdrag-7")
    people.berit.sync()
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        assert "Synken stannade. Tryck ! för att läsa varför." in story.screen
        assert "ej synkad · tryck !" in story.standing
        await story.press("exclamation_mark")
        assert isinstance(story.app.screen, StoppedDialog)
        assert "Det som hämtades tar bort 3 av 11 poster i 2019/regionkontoret; ingenting är ändrat" in _flat(story)
        await story.press("escape")
        assert "uppdrag-5" in story.file()
        await story.press("exclamation_mark", "b")
        await story.sees("Synkat")
        assert "uppdrag-5" not in story.file()


async def test_a_server_that_was_rewritten_is_told_with_the_way_out_and_nothing_can_be_accepted(
    people: People,
) -> None:
    people.anna.set("uppdrag-1", "status", "delvis")
    people.anna.sync()
    git(people.berit.folder, "commit", "--allow-empty", "--amend", "--message", "En annan historia")
    git(people.berit.folder, "push", "--force", "origin", "main")
    before = people.anna.head
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        await story.press("exclamation_mark")
        assert "är omskriven" in _flat(story)
        assert "refs/trafikljus/fore-synk" in _flat(story)
        await story.press("b")
        assert isinstance(story.app.screen, StoppedDialog)
    assert people.anna.head == before


async def test_plain_git_learns_how_plans_are_merged_at_the_first_sync(people: People) -> None:
    place = find(people.anna.folder)
    assert not installed(place)
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _sync(story)
        assert "Git vet nu hur planer slås ihop." in story.screen
        await _sync(story)
        assert "Git vet nu" not in story.screen
    assert installed(place)


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes the call and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"git://127.0.0.1:{server.getsockname()[1]}/region.git"


async def test_judging_goes_on_while_a_server_does_not_answer(
    people: People, silent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git(people.anna.folder, "remote", "set-url", "origin", silent)
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await story.press("s")
        assert "synkar …" in story.standing
        await story.press("1", "down", "3")
        await story.committed()
        assert story.main.desk.sync.running
        await story.press("q", "q")
        await story.until(lambda: story.app._exit)
    assert "Inte synkat: det som väntar skickas nästa gång." in capsys.readouterr().err
    items = people.anna.plan.items
    assert (items["uppdrag-1"].status, items["uppdrag-2"].status) == ("uppfylls", "inte")
    assert git(people.anna.folder, "status", "--porcelain") == ""


async def test_quitting_calls_off_a_sync_that_nobody_asked_for(people: People, silent: str) -> None:
    git(people.anna.folder, "remote", "set-url", "origin", silent)
    async with opened(people.anna.folder) as story:
        await story.until(lambda: story.main.desk.sync.unsent == 0)
        await _make_due(story)
        assert story.main.desk.sync.running
        await story.press("q")
        await story.until(lambda: story.app._exit)
        assert not story.main.desk.sync.running


async def test_quitting_lets_a_sync_that_was_asked_for_come_through(people: People) -> None:
    async with opened(people.anna.folder, chosen=BY_KEY) as story:
        await _go_to(story, "uppdrag-1")
        await story.press("1", "s", "q")
        await story.until(lambda: story.app._exit)
    assert git(people.remote, "rev-parse", "main") == people.anna.head
    assert people.anna.plan.items["uppdrag-1"].status == "uppfylls"


def test_ending_from_outside_calls_off_what_is_under_way(people: People, silent: str) -> None:
    git(people.anna.folder, "remote", "set-url", "origin", silent)
    said: list[object] = []
    syncer = Syncer(people.anna.folder, said.append)
    syncer.sync()
    syncer.finish()
    assert syncer._thread is not None and not syncer._thread.is_alive()
    assert said == [SyncFailed("synkningen avbröts", "avbruten")]


async def test_who_has_no_server_is_told_of_nothing_that_waits_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("s")
        await story.sees("arkivet har ingen server att synka med")
        await story.press("q")
        await story.until(lambda: story.app._exit)
    assert "Inte synkat" not in capsys.readouterr().err
