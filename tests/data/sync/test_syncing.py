"""Two people who sync have the same in the end, and nothing that either did is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.rereading import read
from data.sync.origins import Origins
from data.sync.outcomes import NoUpstreamError, StoppedError, SyncConflictError
from data.sync.pace import Pace
from data.sync.remote import Remote
from data.sync.syncing import unsent
from data.sync.trees import Choice
from tests.data.sync.clones import NAME, Clone, bare, cloned, git


def shown(clone: Clone) -> str:
    return (clone.folder / f"{NAME}.toml").read_text(encoding="utf-8")


def chosen(clone: Clone, *, ours: bool) -> list[Choice]:
    """Sync in vain, and choose one side in every conflict."""
    with pytest.raises(SyncConflictError) as caught:
        clone.sync()
    return [Choice(one.plan, one.conflict, ours) for one in caught.value.conflicts]


def test_what_one_has_done_comes_to_the_other(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    assert (anna.sync().sent, bo.sync().fetched) == (1, 1)
    assert bo.plan.items["uppdrag-1"].status == "delvis"
    assert bo.head == anna.head
    assert git(bo.folder, "status", "--porcelain") == ""


def test_nothing_new_moves_nothing(anna: Clone, bo: Clone) -> None:
    before = bo.head
    done = bo.sync()
    assert (done.head, done.fetched, done.sent, done.retries) == (before, 0, 0, 0)


@pytest.mark.parametrize("outrun", [True, False], ids=["by another", "by ourselves"])
def test_only_who_was_outrun_by_another_waits_by_how_long_a_try_takes(
    anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch, outrun: bool
) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-2", "status", "delvis")
    anna.sync()
    push, pauses, pushed = Remote.push, [], []

    def meanwhile(self: Remote, *arguments: Any) -> tuple[str, ...] | None:
        pushed.append(self)
        if len(pushed) == 1:
            if outrun:
                anna.set("uppdrag-3", "status", "delvis")
                anna.sync()
            else:
                bo.set("uppdrag-3", "status", "delvis")
        return push(self, *arguments)

    monkeypatch.setattr(Pace, "wait", lambda self, taken, others: pauses.append("by how long it took"))
    monkeypatch.setattr(Pace, "breathe", lambda self: pauses.append("hardly"))
    monkeypatch.setattr(Remote, "push", meanwhile)
    done = bo.sync()
    assert (done.retries, pauses) == (1, ["by how long it took" if outrun else "hardly"])
    assert bo.plan.items["uppdrag-3"].status == "delvis"


def test_who_is_outrun_again_counts_those_who_came_through_meanwhile(
    anna: Clone, bo: Clone, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cecilia = cloned(remote, tmp_path / "cecilia", "Cecilia")
    push, counts = Remote.push, []
    quicker = [[(anna, 3), (cecilia, 4), (anna, 5)], [(anna, 6)], []]

    def meanwhile(self: Remote, *arguments: Any) -> tuple[str, ...] | None:
        monkeypatch.setattr(Remote, "push", push)
        for clone, n in quicker.pop(0):
            clone.set(f"uppdrag-{n}", "status", "delvis")
            clone.sync()
        monkeypatch.setattr(Remote, "push", meanwhile)
        return push(self, *arguments)

    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    monkeypatch.setattr(Pace, "wait", lambda self, taken, others: counts.append(others))
    monkeypatch.setattr(Remote, "push", meanwhile)
    assert bo.sync().retries == 2
    assert counts == [0, 2]
    cecilia.workspace.close()


def test_different_fields_of_the_same_uppdrag_are_merged_without_a_question(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "kommentar", "På remiss.")
    anna.sync()
    done = bo.sync()
    anna.sync()
    assert (done.fetched, done.sent) == (1, 1)
    assert shown(anna) == shown(bo)
    assert (bo.plan.items["uppdrag-1"].status, bo.plan.items["uppdrag-1"].kommentar) == ("delvis", "På remiss.")
    assert len(git(bo.folder, "log", "-1", "--format=%P").split()) == 2
    assert git(bo.folder, "log", "-1", "--format=%s") == "Slå ihop med origin/main: ändringar av Anna"


def test_the_same_field_is_a_conflict_that_changes_nothing(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "status", "inte")
    anna.sync()
    before = bo.head, shown(bo)
    with pytest.raises(SyncConflictError) as caught:
        bo.sync()
    (conflict,) = caught.value.conflicts
    assert (conflict.plan, conflict.conflict.about) == (NAME, ("uppdrag-1", "status"))
    assert (conflict.conflict.ours, conflict.conflict.theirs) == ("inte", "delvis")
    assert (bo.head, shown(bo)) == before


def test_choosing_ours_keeps_theirs_in_the_message(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "status", "inte")
    anna.sync()
    bo.sync(choices=chosen(bo, ours=True))
    anna.sync()
    assert anna.plan.items["uppdrag-1"].status == "inte"
    assert "Göra sak 1 (uppdrag-1): uppfylls delvis" in git(anna.folder, "log", "-1", "--format=%B")


def test_choosing_theirs_keeps_ours_in_the_message(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "status", "inte")
    anna.sync()
    bo.sync(choices=chosen(bo, ours=False))
    assert bo.plan.items["uppdrag-1"].status == "delvis"
    assert "Göra sak 1 (uppdrag-1): uppfylls inte" in git(bo.folder, "log", "-1", "--format=%B")


def test_a_choice_made_of_values_that_are_no_longer_those_is_asked_again(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "status", "inte")
    anna.sync()
    choices = chosen(bo, ours=True)
    anna.set("uppdrag-1", "status", "uppfylls")
    anna.sync()
    with pytest.raises(SyncConflictError):
        bo.sync(choices=choices)


def test_each_side_of_a_conflict_is_told_with_its_author(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    bo.set("uppdrag-1", "status", "inte")
    bo.set("uppdrag-2", "status", "inte")
    anna.sync()
    with pytest.raises(SyncConflictError) as caught:
        bo.sync()
    error = caught.value
    origins = Origins(bo.workspace.repository, error.base, bo.head, error.theirs)
    told = [origin.namn for side in (origins.ours, origins.theirs) if (origin := side(error.conflicts[0]))]
    assert told == ["Bo", "Anna"]


def test_what_is_dirty_and_none_of_ours_is_left_alone(anna: Clone, bo: Clone) -> None:
    (bo.folder / "egna-anteckningar.txt").write_text("min", encoding="utf-8")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "delvis")
    bo.sync()
    assert git(bo.folder, "status", "--porcelain") == "?? egna-anteckningar.txt"


def test_a_plan_that_was_changed_in_an_editor_is_committed_first(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    path = bo.folder / f"{NAME}.toml"
    path.write_text(shown(bo).replace("Göra sak 2", "Göra sak två"), encoding="utf-8")
    bo.sync()
    assert (bo.plan.items["uppdrag-1"].status, bo.plan.items["uppdrag-2"].namn) == ("delvis", "Göra sak två")


def test_a_region_without_a_remote_says_so(anna: Clone) -> None:
    git(anna.folder, "remote", "remove", "origin")
    with pytest.raises(NoUpstreamError, match="git remote add"):
        anna.sync()
    assert unsent(anna.workspace.repository) is None


def test_what_is_not_sent_is_counted(anna: Clone) -> None:
    assert unsent(anna.workspace.repository) == 0
    anna.set("uppdrag-1", "status", "delvis")
    anna.set("uppdrag-2", "status", "delvis")
    assert unsent(anna.workspace.repository) == 2


def test_a_remote_that_was_rewritten_stops_it_and_what_was_is_kept(anna: Clone, bo: Clone, remote: Path) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.sync()
    git(anna.folder, "push", "--force", "--quiet", "origin", "HEAD~1:main")
    with pytest.raises(StoppedError, match="omskriven") as caught:
        bo.sync()
    kept = next(word for word in str(caught.value).split() if word.startswith("refs/")).rstrip(".")
    assert git(bo.folder, "rev-parse", kept) == bo.head


def test_an_unrelated_history_stops_it(anna: Clone, tmp_path: Path) -> None:
    from tests.data.sync.clones import founded

    founded(tmp_path / "annan", bare(tmp_path / "annan.git"), "Cia")
    git(anna.folder, "remote", "set-url", "origin", str(tmp_path / "annan.git"))
    git(anna.folder, "update-ref", "-d", "refs/remotes/origin/main")
    with pytest.raises(StoppedError, match="annan historia"):
        anna.sync()


def test_many_removals_stop_it_until_they_are_accepted(anna: Clone, bo: Clone) -> None:
    from data.editing import removal

    for n in range(1, 5):
        anna.workspace.save(NAME, removal(anna.plan, f"uppdrag-{n}"))
    anna.workspace.commit(NAME)
    anna.sync()
    with pytest.raises(StoppedError, match="tar bort 4 av 11 poster"):
        bo.sync()
    assert "uppdrag-1" in bo.plan.items
    bo.sync(accept_removals=True)
    assert "uppdrag-1" not in bo.plan.items


def test_closed_reports_travel_both_ways(anna: Clone, bo: Clone) -> None:
    git(anna.folder, "tag", "-a", "rapport/2019-ur1/regionkontoret", "-m", "UR1")
    anna.sync()
    bo.sync()
    assert git(bo.folder, "tag") == "rapport/2019-ur1/regionkontoret"
    git(bo.folder, "tag", "-a", "rapport/2019-ur2/regionkontoret", "-m", "UR2")
    bo.set("uppdrag-1", "status", "delvis")
    bo.sync()
    anna.sync()
    assert len(git(anna.folder, "tag").split()) == 2


def test_a_conflict_over_the_wording_leaves_both_files_readable(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "kommentar", "Annas text.\n\nMed två stycken.")
    bo.set("uppdrag-1", "kommentar", "Bos text.")
    anna.sync()
    bo.sync(choices=chosen(bo, ours=True))
    assert read(shown(bo)).items["uppdrag-1"].kommentar == "Bos text."
    assert "Med två stycken." in git(bo.folder, "log", "-1", "--format=%B")
