"""The worker's thread: what is long never keeps a save or a commit waiting."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from data.changes import set_field
from data.rereading import read
from data.workspace import Workspace
from tests.past_region import AFTER_AUTUMN, INGRID, NAME, commit, past_region
from tests.small_region import PLAN, small_region
from tui.archivist import Archivist
from tui.keeper import Keeper
from tui.messages import Committed, Lived, Loaded, News, Stored, WorkerMessage
from tui.session import Order, Step
from tui.worker import Worker

PATIENCE = 30.0


class Ear:
    """Hears what a worker says, in order."""

    def __init__(self) -> None:
        self._said: SimpleQueue[WorkerMessage] = SimpleQueue()
        self.heard: list[WorkerMessage] = []

    def post(self, said: WorkerMessage) -> None:
        self._said.put(said)

    def until(self, kind: type[WorkerMessage]) -> WorkerMessage:
        """Return the next message of a kind, when it comes."""
        while True:
            said = self._said.get(timeout=PATIENCE)
            self.heard.append(said)
            if isinstance(said, kind):
                return said


@pytest.fixture
def ear() -> Ear:
    return Ear()


def started(root: Path, ear: Ear) -> Worker:
    worker = Worker(root, ear.post)
    worker.start()
    ear.until(Loaded)
    return worker


def _order(text: str, ticket: int = 1) -> Order:
    changes = tuple(set_field(read(text), "cykelgarage", "status", "inte"))
    return Order(ticket, Step(NAME, "cykelgarage", changes), changes, False, ticket)


def test_a_commit_that_is_due_is_made_though_jobs_come_without_a_pause(
    tmp_path: Path, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.worker.STEP", 0.0)
    monkeypatch.setattr("tui.keeper.IDLE", 0.05)
    worker = started(small_region(tmp_path / "r"), ear)
    steps_left = 200

    def long_job() -> Iterator[None]:
        nonlocal steps_left
        while steps_left and not any(isinstance(said, Committed) for said in ear.heard):
            steps_left -= 1
            yield

    worker.save(_order(PLAN))
    worker._jobs.put(lambda keeper: worker._step(long_job()))
    ear.until(Committed)
    worker.finish()
    assert steps_left


def test_a_save_goes_before_what_is_left_of_a_history(
    tmp_path: Path, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.worker.STEP", 0.0)
    worker = started(past_region(tmp_path / "r"), ear)
    worker.history(NAME)
    worker.save(_order(AFTER_AUTUMN))
    ear.until(Lived)
    worker.finish()
    assert [type(said) for said in ear.heard if isinstance(said, Stored | Lived)] == [Stored, Lived]


def test_a_history_that_is_asked_for_again_meanwhile_is_told_as_it_then_is(
    tmp_path: Path, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.worker.STEP", 0.0)
    worker = started(past_region(tmp_path / "r"), ear)
    worker.history(NAME)
    worker.save(_order(AFTER_AUTUMN))
    worker.commit()
    worker.history(NAME)
    found = [ear.until(Lived), ear.until(Lived)]
    worker.finish()
    lengths = [len(said.history.events) for said in found if isinstance(said, Lived) and said.history]
    assert lengths == [4, 5]


def test_what_was_seen_while_news_were_read_is_not_told_anew(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    said: list[WorkerMessage] = []
    archivist = Archivist(Workspace(root), said.append)
    deque(archivist.look(), maxlen=0)
    commit(root, AFTER_AUTUMN.replace("Invigt.", "Öppnat."), INGRID, "2019-12-01")
    deque(archivist.look(), maxlen=0)
    commit(root, AFTER_AUTUMN.replace("Invigt.", "Öppnat.").replace("4.1", "4.2"), INGRID, "2019-12-02")
    look = archivist.look()
    next(look)
    archivist.see([(NAME, "cykelgarage")])
    deque(look, maxlen=0)
    deque(archivist.look(), maxlen=0)
    told = [set(news.events) for news in said if isinstance(news, News)]
    assert told == [set(), {(NAME, "cykelgarage")}, set(), {(NAME, "sjukfranvaro")}]


def test_files_are_not_read_while_others_write_them(tmp_path: Path, ear: Ear) -> None:
    root = past_region(tmp_path / "r")
    keeper = Keeper(root, ear.post)
    keeper.open()
    ear.until(Loaded)
    path = root / f"{NAME}.toml"
    with Workspace(root).alone():
        path.unlink()  # as git does, before it writes the new one
        list(keeper.look())
        path.write_text(AFTER_AUTUMN.replace("Invigt.", "Invigt i maj."), encoding="utf-8", newline="\n")
    list(keeper.look())
    loaded = ear.until(Loaded)
    assert isinstance(loaded, Loaded)
    assert loaded.snapshot.plans[NAME].items["cykelgarage"].kommentar == "Invigt i maj."
    assert [type(said) for said in ear.heard].count(Loaded) == 2
