"""`trafikljus sync`."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.data.sync.clones import Clone, bare, cloned, founded, git
from tests.tui.commands.conftest import Trafikljus


@pytest.fixture
def anna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clone]:
    """Where we stand."""
    clone = founded(tmp_path / "anna", bare(tmp_path / "server.git"))
    monkeypatch.chdir(clone.folder)
    yield clone
    clone.workspace.close()


@pytest.fixture
def bo(tmp_path: Path, anna: Clone) -> Iterator[Clone]:
    clone = cloned(tmp_path / "server.git", tmp_path / "bo", "Bo")
    yield clone
    clone.workspace.close()


def test_it_tells_what_came_and_went(anna: Clone, bo: Clone, trafikljus: Trafikljus) -> None:
    bo.set("uppdrag-1", "status", "delvis")
    bo.sync()
    anna.set("uppdrag-2", "status", "inte")
    told = trafikljus("sync")
    assert (told.code, told.err) == (0, "")
    assert "Synkat: hämtade 1 incheckning, skickade 1 incheckning.\n" in told.out
    assert "ändrad av andra: 2019/regionkontoret" in told.out
    assert json.loads(trafikljus("sync", "--json").out)["hamtade"] == 0


def test_conflicts_are_listed_and_nothing_is_changed(anna: Clone, bo: Clone, trafikljus: Trafikljus) -> None:
    bo.set("uppdrag-1", "status", "delvis")
    bo.sync()
    anna.set("uppdrag-1", "status", "inte")
    before = anna.head
    told = trafikljus("sync")
    assert told.code == 1
    assert "ditt:   uppfylls inte  (Anna," in told.out
    assert "deras:  uppfylls delvis  (Bo," in told.out
    (conflict,) = json.loads(trafikljus("sync", "--json").out)["konflikter"]
    assert (conflict["id"], conflict["falt"], conflict["deras"]["av"]) == ("uppdrag-1", "status", "Bo")
    assert (anna.head, git(anna.folder, "status", "--porcelain")) == (before, "")


def test_without_a_server_it_says_how_to_get_one(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("sync")
    assert told.code == 2
    assert "git remote add origin" in told.err and told.err.count("\n") == 1


def test_a_server_that_is_not_there_is_told_in_one_line(anna: Clone, trafikljus: Trafikljus) -> None:
    git(anna.folder, "remote", "set-url", "origin", "git://hemlig:losen@127.0.0.1:1/x.git")
    told = trafikljus("sync")
    assert told.code == 2
    assert "servern nås inte" in told.err and "losen" not in told.err


@pytest.mark.skipif(os.name == "nt", reason="there a process is ended without being told")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_sync_that_is_told_to_end_leaves_no_git_waiting_for_a_silent_server(anna: Clone, name: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        git(anna.folder, "remote", "set-url", "origin", f"http://127.0.0.1:{port}/x.git")
        program = [sys.executable, "-P", "-c", "from tui.cli import main; raise SystemExit(main(['sync']))"]
        with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as process:
            talk, _ = server.accept()
            with closing(talk):
                process.send_signal(getattr(signal, name))
                _, told = process.communicate()
        assert (process.returncode, told) == (130, "")
        left = subprocess.run(["pgrep", "-f", f"127.0.0.1:{port}"], capture_output=True, check=False).stdout
        assert left == b""
