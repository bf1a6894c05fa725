"""Who last set what."""

from __future__ import annotations

from pathlib import Path

from data.blame import blame
from data.git import Repository
from data.history import plan_at, read_history
from data.sync.outcomes import SyncConflictError
from data.sync.trees import Choice
from tests.data.sync import clones
from tests.past_region import NAME, past_region


def test_each_status_and_comment_has_the_one_who_gave_it_its_value(tmp_path: Path) -> None:
    repository = Repository(past_region(tmp_path / "r"))
    found = blame(plan_at(repository, NAME, "HEAD"), read_history(repository, NAME).events)
    told = {
        one.item.namn: tuple(event and (event.namn, event.when.month) for event in (one.status, one.kommentar))
        for one in found
    }
    assert told["Göra väntrummen lugnare"] == (("Ingrid Ek", 9), ("Ingrid Ek", 9))
    assert told["Bygga cykelgarage"] == (("Samir Lind", 11), ("Samir Lind", 11))
    assert len(found) == len(plan_at(repository, NAME, "HEAD").items)


def test_what_has_no_value_has_nobody(tmp_path: Path) -> None:
    repository = Repository(past_region(tmp_path / "r"))
    events = read_history(repository, NAME).events
    plan = plan_at(repository, NAME, events[-1].id)
    (garage,) = (one for one in blame(plan, events) if one.item.namn == "Bygga cykelgarage")
    assert (garage.status, garage.kommentar) == (None, None)


def test_one_who_set_another_value_later_and_was_not_chosen_is_not_named(
    anna: clones.Clone, bo: clones.Clone
) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-1", "status", "inte")
    try:
        bo.sync()
    except SyncConflictError as error:
        bo.sync(choices=[Choice(one.plan, one.conflict, ours=False) for one in error.conflicts])
    found = {one.item.id: one for one in blame(bo.plan, read_history(bo.workspace.repository, clones.NAME).events)}
    status = found["uppdrag-1"].status
    assert status is not None and status.namn == "Anna"
