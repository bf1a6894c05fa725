"""A swarm: many clones of one remote, each a process that judges and syncs, killed and cut off at random.

Run by hand, ``python -m tests.end_to_end.swarm``, it prints what was lost, what clashed, and how long it took.
A judgement that a clone has been told is saved must be in the remote in the end, or among what a merge says was not
chosen.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from data.changes import SetField, field_value
from data.plan import Fokusomrade, Plan, Uppdrag
from data.rereading import read
from data.workspace import Workspace
from data.writing import write
from tests.data.sync.clones import Clone, bare, git
from tests.end_to_end.swarm_clone import NAME, SHARED, sync_patiently, told


@dataclass
class Outcome:
    """What a swarm has come to."""

    told: int = 0
    """Judgements that a clone was told are saved."""
    lost: list[str] = field(default_factory=list)
    syncs: int = 0
    """Those that came through."""
    conflicts: int = 0
    retries: int = 0
    kills: int = 0
    cuts: int = 0
    seconds: float = 0.0
    heads: set[str] = field(default_factory=set)
    """Where the clones stand in the end; one commit when all is well."""
    fsck: str = ""
    faults: list[str] = field(default_factory=list)
    """Files that cannot be read in the end."""


@dataclass(frozen=True)
class Size:
    """How large a swarm is, and how hard its life."""

    clones: int
    judgements: int
    kills: int
    cuts: int
    daemon: bool
    """Whether the clones reach the remote over git's own protocol; else as a folder."""


def swarm(folder: Path, size: Size, seed: int) -> Outcome:
    """Let a swarm live and die in a folder, and return what came of it."""
    chance = random.Random(seed)
    remote = bare(folder / "server.git")
    _found(folder / "start", remote, size)
    server = _Server(remote) if size.daemon else None
    url = server.url if server else remote.as_uri()
    clones = [_clone(url, folder / f"klon-{n}", n) for n in range(size.clones)]
    outcome = Outcome()
    started = time.monotonic()
    try:
        _live(clones, size, seed, chance, server, outcome)
        outcome.seconds = time.monotonic() - started
        _converge(clones, outcome)
    finally:
        if server is not None:
            server.stop()
    _judge(remote, clones, outcome)
    return outcome


def _found(folder: Path, remote: Path, size: Size) -> None:
    uppdrag = [Uppdrag(f"{SHARED}-{n}", f"Gemensam sak {n}") for n in range(size.clones)]
    uppdrag += [
        Uppdrag(f"u-{clone}-{n}", f"Klon {clone} sak {n}")
        for clone in range(size.clones)
        for n in range(size.judgements)
    ]
    plan = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1", "Svärm", uppdrag=tuple(uppdrag)),))
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    Clone(folder, "Start")
    (folder / "2019").mkdir()
    (folder / f"{NAME}.toml").write_text(write(plan), encoding="utf-8")
    (folder / "region.toml").write_text(
        'namn = "Svärm"\n\n[[forvaltning]]\nid = "regionkontoret"\nnamn = "Regionkontoret"\n', encoding="utf-8"
    )
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Start")
    git(folder, "push", "--quiet", remote.as_uri(), "main")


def _clone(url: str, folder: Path, number: int) -> Path:
    git(folder.parent, "clone", "--quiet", url, str(folder))
    Clone(folder, f"Klon{number}").workspace.close()
    return folder


class _Server:
    """`git daemon` on loopback, which can be cut off for a while."""

    def __init__(self, remote: Path) -> None:
        self._remote = remote
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"git://127.0.0.1:{self._port}/{remote.name}"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        command = ("git", "daemon", "--reuseaddr", "--export-all", "--enable=receive-pack", "--listen=127.0.0.1")
        options = (
            f"--port={self._port}",
            f"--base-path={self._remote.parent}",
            "--max-connections=0",
            "--informative-errors",
        )
        self._process = subprocess.Popen(
            [*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        while True:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return

    def stop(self) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait()


def _live(  # noqa: PLR0917
    clones: list[Path], size: Size, seed: int, chance: random.Random, server: _Server | None, outcome: Outcome
) -> None:
    workers = {folder: _start(folder, size, f"{seed}-{number}") for number, folder in enumerate(clones)}
    try:
        _disturb(workers, size, seed, chance, server, outcome)
    finally:
        for folder, worker in workers.items():
            _kill(folder, worker)


def _disturb(  # noqa: PLR0917
    workers: dict[Path, subprocess.Popen[bytes]],
    size: Size,
    seed: int,
    chance: random.Random,
    server: _Server | None,
    outcome: Outcome,
) -> None:
    kills, cuts = size.kills, size.cuts
    while workers:
        time.sleep(chance.uniform(0.05, 0.3))
        for folder, worker in list(workers.items()):
            if worker.poll() is not None:
                assert worker.returncode == 0, (folder / ".git/svarm.err").read_text(encoding="utf-8")
                del workers[folder]
        if kills and workers and chance.random() < 0.5:
            kills -= 1
            outcome.kills += 1
            folder = chance.choice(list(workers))
            _kill(folder, workers[folder])
            workers[folder] = _start(folder, size, f"{seed}-{folder.name}-{kills}")
        if server is not None and cuts and chance.random() < 0.2:
            cuts -= 1
            outcome.cuts += 1
            server.stop()
            time.sleep(chance.uniform(0.1, 1.0))
            server.start()


def _start(folder: Path, size: Size, seed: str) -> subprocess.Popen[bytes]:
    with (folder / ".git/svarm.err").open("ab") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.end_to_end.swarm_clone", str(folder), str(size.judgements), seed],
            cwd=Path(__file__).parents[2],
            stderr=errors,
            start_new_session=True,
        )


def _kill(folder: Path, worker: subprocess.Popen[bytes]) -> None:
    """Kill a worker and the git that it runs, and do what the app then tells people to: remove git's locks."""
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    for lock in (folder / ".git").rglob("*.lock"):
        if lock.name != "trafikljus.lock":
            lock.unlink(missing_ok=True)


def _converge(clones: list[Path], outcome: Outcome) -> None:
    """Sync each clone once more, twice over, and see where they stand."""
    for _ in range(2):
        for folder in clones:
            with closing(Workspace(folder)) as workspace:
                sync_patiently(workspace, folder / ".git/svarm.jsonl", random.Random(0))
    outcome.heads = {git(folder, "rev-parse", "HEAD") for folder in clones}


def _judge(remote: Path, clones: list[Path], outcome: Outcome) -> None:
    final = read(git(remote, "show", f"main:{NAME}.toml") + "\n")
    messages = git(remote, "log", "--format=%B", "main")
    history = git(remote, "log", "-p", "-m", "--format=", "main", "--", f"{NAME}.toml")
    for folder in clones:
        log = folder / ".git/svarm.jsonl"
        for one in told(log):
            outcome.told += 1
            id, value = one["id"], one["value"]
            stands = field_value(final.items[id], one["field"]) == value
            # What several write is written over by those who have seen it: then it is in the history.
            written_over = id.startswith(SHARED) and (value in messages or value in history)
            if not stands and not written_over:
                outcome.lost.append(f"{folder.name}: {one}")
        outcome.conflicts += sum(int(one["conflicts"]) for one in told(log.with_suffix(".krockar")))
        tries = [int(one["retries"]) for one in told(log.with_suffix(".forsok"))]
        outcome.syncs, outcome.retries = outcome.syncs + len(tries), outcome.retries + sum(tries)
        with closing(Workspace(folder)) as workspace:
            outcome.faults += [str(fault) for fault in workspace.load().faults]
    outcome.fsck = git(remote, "fsck", "--no-dangling", "--no-progress")


def alone(folder: Path, judgements: int) -> float:
    """Return how long one clone takes that makes as many judgements, each with a commit and a push."""
    size = Size(1, judgements, 0, 0, daemon=False)
    remote = bare(folder / "server.git")
    _found(folder / "start", remote, size)
    clone = _clone(remote.as_uri(), folder / "klon-0", 0)
    started = time.monotonic()
    with closing(Workspace(clone)) as workspace:
        for n in range(judgements):
            workspace.save(NAME, [SetField(f"u-0-{n}", "status", None, "delvis")])
            workspace.commit(NAME)
            git(clone, "push", "--quiet", "origin", "main")
    return time.monotonic() - started


def main() -> int:
    """Run the swarm that the arguments tell of, over both kinds of remote; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clones", type=int, default=50)
    parser.add_argument("--judgements", type=int, default=20)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--cuts", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        floor = alone(Path(folder), given.clones * given.judgements)
    print(f"en klon, {given.clones * given.judgements} bedömningar med en push var: {floor:.1f} s")
    sound = True
    for daemon in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            size = Size(given.clones, given.judgements, given.kills, given.cuts if daemon else 0, daemon)
            done = swarm(Path(folder), size, given.seed)
        print(
            f"{'git daemon' if daemon else 'file://'}: {done.told} bedömningar, {len(done.lost)} förlorade,"
            f" {done.syncs} synkar, {done.conflicts} krockar, {done.retries} omtag, {done.kills} dödade,"
            f" {done.cuts} avbrott,"
            f" {done.seconds:.1f} s = {done.seconds / floor:.2f} x en ensam klon"
        )
        sound &= not done.lost and not done.faults and not done.fsck and len(done.heads) == 1
        print("\n".join([*done.lost, *done.faults, done.fsck]).strip())
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
