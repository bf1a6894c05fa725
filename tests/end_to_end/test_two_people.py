"""Two people in two real terminals, each with a clone of one bare remote: what one does comes to the other."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.plan import Fokusomrade, Plan, Uppdrag
from data.writing import write
from tests.conftest import run_git
from tests.end_to_end.terminal import Terminal

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux finns inte här"),
    pytest.mark.skipif(sys.platform == "win32", reason="tmux finns inte på Windows"),
]

PLAN = "2025/regionkontoret.toml"


class Person:
    """One clone and the terminal on it."""

    def __init__(self, folder: Path, namn: str) -> None:
        self.folder = folder
        run_git(folder, "config", "user.name", namn)
        run_git(folder, "config", "user.email", f"{namn.lower()}@exempel.se")
        self.terminal = Terminal(folder)

    def open(self) -> Terminal:
        """Open the app at the first uppdrag."""
        self.terminal.run()
        self.terminal.sees("1.1 Resor")
        self.terminal.keys("Right")
        self.terminal.sees("Ta fram regional cykelplan")
        self.terminal.keys("Down")
        self.terminal.sees("Ingen kommentar ännu.")
        return self.terminal

    def sync(self) -> None:
        """Press the key, when all is committed."""
        self.terminal.until(lambda: re.search(r"sparat · [0-9a-f]{7}", self.terminal.screen), "inget checkades in")
        self.terminal.keys("s")

    def leave(self) -> None:
        self.terminal.keys("q")
        self.terminal.until(lambda: not self.terminal.running, "appen avslutades inte")

    @property
    def uppdrag(self) -> dict[str, Any]:
        """The uppdrag of the file, by id."""
        plan = tomllib.loads((self.folder / PLAN).read_text(encoding="utf-8"))
        return {item["id"]: item for item in plan["fokusomrade"][0]["uppdrag"]}

    @property
    def head(self) -> str:
        return run_git(self.folder, "rev-parse", "HEAD")


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A region with one plan of two uppdrag."""
    root, remote = tmp_path / "start", tmp_path / "gemensamt.git"
    uppdrag = (Uppdrag("cykel", "Ta fram regional cykelplan"), Uppdrag("kultur", "Förnya kulturplanen"))
    plan = Plan("regionkontoret", 2025, fokusomraden=(Fokusomrade("1.1", "Resor", uppdrag=uppdrag),))
    (root / "2025").mkdir(parents=True)
    (root / PLAN).write_text(write(plan), encoding="utf-8", newline="\n")
    forvaltning = '[[forvaltning]]\nid = "regionkontoret"\nnamn = "Regionkontoret"\n'
    (root / "region.toml").write_text('namn = "Region Norrskog"\n\n' + forvaltning, encoding="utf-8", newline="\n")
    run_git(root, "init", "--quiet")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Planen för 2025")
    run_git(tmp_path, "clone", "--quiet", "--bare", str(root), str(remote))
    return remote


@pytest.fixture
def two(
    remote: Path, tmp_path: Path, settings_folder: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[Person]]:
    """Anna and Berit, who sync by key."""
    for kept in ("config/trafikljus", "Library/Application Support/trafikljus"):
        (tmp_path / kept).mkdir(parents=True)
        (tmp_path / kept / "installningar.toml").write_text("synka = 0\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    people = []
    for namn in ("Anna", "Berit"):
        run_git(tmp_path, "clone", "--quiet", str(remote), namn)
        people.append(Person(tmp_path / namn, namn))
    yield people
    for person in people:
        person.terminal.close()


def test_what_one_judges_and_syncs_the_other_sees(two: list[Person]) -> None:
    anna, berit = two
    one, other = anna.open(), berit.open()
    other.keys("Down", "3")
    other.sees("Uppdraget uppfylls inte")
    one.keys("2")
    one.sees("Uppdraget uppfylls delvis")
    one.sees("1 ej synkad")
    anna.sync()
    one.sees("Synkat: skickade 1 incheckning.")
    berit.sync()
    other.sees("Synkat: hämtade 1 incheckning, skickade 1 incheckning.")
    other.sees("▲ » Ta fram regional cykelplan")
    other.sees("■ Förnya kulturplanen")
    anna.sync()
    one.sees("Synkat: hämtade 2 incheckningar.")
    one.sees("■ » Förnya kulturplanen")
    for person in two:
        person.leave()
        assert {id: item["status"] for id, item in person.uppdrag.items()} == {"cykel": "delvis", "kultur": "inte"}
        assert run_git(person.folder, "status", "--porcelain") == ""
    assert anna.head == berit.head


def test_both_change_the_same_and_one_chooses(two: list[Person]) -> None:
    anna, berit = two
    one, other = anna.open(), berit.open()
    one.keys("1")
    one.sees("Uppdraget uppfylls")
    anna.sync()
    one.sees("Synkat: skickade 1 incheckning.")
    other.keys("3")
    other.sees("Uppdraget uppfylls inte")
    berit.sync()
    other.sees("En ändring krockar med någon annans")
    other.sees("konflikt · tryck !")
    other.keys("!")
    other.sees("Konflikt: Ta fram regional cykelplan (cykel): status")
    other.sees("2  Deras (Anna, ")
    other.keys("1")
    other.sees("Synkat: hämtade 1 incheckning, skickade 1 incheckning.")
    anna.sync()
    one.sees("Uppdraget uppfylls inte")
    for person in two:
        person.leave()
        assert person.uppdrag["cykel"]["status"] == "inte"
    assert anna.head == berit.head
    assert "(cykel): uppfylls\n" in run_git(anna.folder, "log", "-1", "--format=%b")
    run_git(berit.folder, "fsck", "--no-dangling")


def test_what_ends_the_program_ends_a_sync_that_never_gets_an_answer(two: list[Person]) -> None:
    anna = two[0]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        run_git(anna.folder, "remote", "set-url", "origin", f"git://127.0.0.1:{silent.getsockname()[1]}/region.git")
        one = anna.open()
        one.keys("s")
        one.sees("synkar …")
        one.keys("1")
        one.sees("Uppdraget uppfylls")
        call, _ = silent.accept()
        os.kill(one.process, signal.SIGTERM)
        one.until(lambda: not one.running, "appen avslutades inte")
        with call:
            while call.recv(4096):  # until the git that talks with us is gone
                pass
    assert anna.uppdrag["cykel"]["status"] == "uppfylls"
    assert run_git(anna.folder, "status", "--porcelain") == ""
    assert "cykelplan → uppfylls" in run_git(anna.folder, "log", "-1", "--format=%s")
