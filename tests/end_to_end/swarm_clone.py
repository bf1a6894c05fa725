"""One clone of a swarm: it judges now and then, and syncs beside it, as the app does with two threads.

A sync sends what has been judged by then; neither thread waits for the other. What the clone has been told is saved
stands in a log in its git folder, so that a new process goes on where one was killed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

from data.changes import SetField, field_value
from data.git_errors import GitError
from data.sync.network import OfflineError
from data.sync.outcomes import How, SyncConflictError
from data.sync.syncing import sync
from data.sync.trees import Choice
from data.workspace import ConflictError, Workspace

NAME = "2019/regionkontoret"
SHARED = "gemensam"
EVERY = 4
"""One judgement in so many is of what all clones share: as many uppdrag as there are clones."""
BETWEEN = 4.0
"""Seconds at most between two judgements of a clone, and until somebody has decided in a conflict."""
JUDGED = 4
"""A clone syncs when it has made about so many judgements, and at the end."""


def work(folder: Path, judgements: int, seed: str) -> None:
    """Be one clone: judge now and then, and sync beside it as the app does; go on where the last was killed."""
    chance = random.Random(seed)
    number = folder.name.removeprefix("klon-")
    log = folder / ".git/svarm.jsonl"
    over = threading.Event()
    with ThreadPoolExecutor(1) as pool, closing(Workspace(folder)) as workspace:
        syncing = pool.submit(_sync_on, folder, log, random.Random(f"{seed}-synk"), over)
        try:
            common = [id for id in workspace.load().plans[NAME].items if id.startswith(SHARED)]
            for n in range(len(told(log)), judgements):
                time.sleep(chance.uniform(0, BETWEEN))
                shared = n % EVERY == EVERY - 1
                id, name = (chance.choice(common), "kommentar") if shared else (f"u-{number}-{n}", "status")
                value = f"Klon {number} skrev {n}" if shared else chance.choice(("uppfylls", "delvis", "inte"))
                _judge_one(workspace, id, name, value)
                _note(log, {"id": id, "field": name, "value": value})
                workspace.commit(NAME)
        finally:
            over.set()
        syncing.result()


def _judge_one(workspace: Workspace, id: str, name: str, value: str) -> None:
    """Save a judgement; see first what a sync has just brought, where that is about the same."""
    while True:
        plan = workspace.load().plans[NAME]
        with suppress(ConflictError):
            workspace.save(NAME, [SetField(id, name, field_value(plan.items[id], name), value)])
            return


def _sync_on(folder: Path, log: Path, chance: random.Random, over: threading.Event) -> None:
    """Sync again and again, and once more when all is judged."""
    while True:
        last = over.is_set()
        with closing(Workspace(folder)) as workspace:
            _note(log.with_suffix(".forsok"), {"retries": sync_patiently(workspace, log, chance)})
        if last:
            return
        over.wait(chance.uniform(0, BETWEEN * JUDGED))


def sync_patiently(workspace: Workspace, log: Path, chance: random.Random) -> int:
    """Sync until it is done, choosing at random in every conflict; return how often others were quicker at last."""
    choices: list[Choice] = []
    while True:
        try:
            return sync(workspace, How(tuple(choices))).retries
        except SyncConflictError as error:
            _note(log.with_suffix(".krockar"), {"conflicts": len(error.conflicts)})
            choices += [Choice(one.plan, one.conflict, chance.random() < 0.5) for one in error.conflicts]
            time.sleep(chance.uniform(0, BETWEEN))
        except OfflineError:
            time.sleep(chance.uniform(0.1, 0.5))
        except GitError as error:
            if "Connection" not in str(error) and "hung up" not in str(error):
                raise


def _note(log: Path, told: dict[str, object]) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
        file.flush()
        os.fsync(file.fileno())


def told(log: Path) -> list[dict[str, str]]:
    """Return the whole lines of a log; the last may be half a line, of a process that was killed."""
    if not log.exists():
        return []
    lines = log.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.endswith("}")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("judgements", type=int)
    parser.add_argument("seed")
    work(**vars(parser.parse_args()))
