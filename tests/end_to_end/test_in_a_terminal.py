"""The app in a real terminal, with real git: a working day, and a process killed in the middle of one."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.writing import write
from tests.conftest import run_git
from tests.end_to_end.terminal import Terminal

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux finns inte här"),
    pytest.mark.skipif(sys.platform == "win32", reason="tmux finns inte på Windows"),
]

PLAN = "2025/regionkontoret.toml"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A region with one plan of 60 uppdrag, and a remote to push to."""
    root, remote = tmp_path / "region", tmp_path / "gemensamt.git"
    uppdrag = tuple(Uppdrag(f"uppdrag-{n}", f"Uppdrag nummer {n}") for n in range(59))
    first = Uppdrag("cykel", "Ta fram regional cykelplan", aktiviteter=(Aktivitet("cykel-1", "Kartlägga stråken"),))
    plan = Plan("regionkontoret", 2025, fokusomraden=(Fokusomrade("1.1", "Resor", uppdrag=(first, *uppdrag)),))
    (root / "2025").mkdir(parents=True)
    (root / PLAN).write_text(write(plan), encoding="utf-8")
    forvaltning = '[[forvaltning]]\nid = "regionkontoret"\nnamn = "Regionkontoret"\nnamnd = "RS"\n'
    namnd = '[[namnd]]\nkod = "RS"\nnamn = "Regionstyrelsen"\n\n'
    (root / "region.toml").write_text('namn = "Region Norrskog"\n\n' + namnd + forvaltning, encoding="utf-8")
    run_git(tmp_path, "init", "--quiet", "--bare", str(remote))
    run_git(root, "init", "--quiet")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Planen för 2025")
    run_git(root, "remote", "add", "origin", str(remote))
    run_git(root, "push", "--quiet", "--set-upstream", "origin", "main")
    return root


@pytest.fixture
def terminal(region: Path) -> Iterator[Terminal]:
    """A terminal of 80×24 in the region's folder."""
    opened = Terminal(region)
    yield opened
    opened.close()


def statuses(region: Path) -> dict[str, str]:
    """Return the statuses in the file, by id."""
    plan = tomllib.loads((region / PLAN).read_text(encoding="utf-8"))
    uppdrag = plan["fokusomrade"][0].get("uppdrag", [])
    items = [item for each in uppdrag for item in (each, *each.get("aktivitet", []))]
    return {item["id"]: item["status"] for item in items if "status" in item}


def test_a_coordinator_judges_comments_undoes_and_leaves_and_all_is_pushed(
    terminal: Terminal, region: Path
) -> None:
    terminal.run()
    terminal.sees("1.1 Resor")
    terminal.keys("Right")
    terminal.sees("Ta fram regional cykelplan")
    terminal.keys("Down", "2")
    terminal.sees("Uppdraget uppfylls delvis")
    terminal.keys("k")
    terminal.sees("Spara")
    terminal.type("Planen är ute på remiss.")
    terminal.keys("Enter", "Enter")
    terminal.type("Klart i höst [bold].")
    terminal.keys("C-s")
    terminal.sees("Klart i höst [bold].")
    terminal.keys("Right")
    terminal.sees("Kartlägga stråken")
    terminal.keys("Down", "6")
    terminal.sees("Aktiviteten pågår")
    terminal.keys("3")
    terminal.sees("Aktiviteten följer delvis plan")
    terminal.until(lambda: re.search(r"sparat · [0-9a-f]{7}", terminal.screen), "inget checkades in")
    terminal.keys("u")
    terminal.sees("Ångrade")
    terminal.keys("q")
    terminal.until(lambda: not terminal.running, "appen avslutades inte")

    plan = tomllib.loads((region / PLAN).read_text(encoding="utf-8"))
    assert plan["fokusomrade"][0]["uppdrag"][0]["kommentar"].strip() == (
        "Planen är ute på remiss.\n\nKlart i höst [bold]."
    )
    assert statuses(region)["cykel"] == "delvis"
    assert statuses(region).get("cykel-1") != "foljer-delvis"
    assert run_git(region, "status", "--porcelain") == ""
    log = run_git(region, "log", "--format=%s")
    assert "regionkontoret 2025: Ta fram regional cykelplan → uppfylls delvis" in log
    run_git(region, "push", "--quiet")
    assert run_git(region, "rev-parse", "HEAD") == run_git(region, "rev-parse", "origin/main")


@pytest.mark.parametrize("judged_before_the_kill", [1, 4, 12])
def test_what_was_saved_when_the_process_is_killed_is_committed_at_the_next_start(
    terminal: Terminal, region: Path, judged_before_the_kill: int
) -> None:
    terminal.run()
    terminal.sees("1.1 Resor")
    terminal.keys("Right", "End")
    terminal.sees("Uppdrag nummer 58")
    for _ in range(40):
        terminal.keys("1", "Up")
    process = terminal.process
    terminal.until(lambda: len(statuses(region)) >= judged_before_the_kill, "inget sparades")
    os.kill(process, signal.SIGKILL)
    terminal.until(lambda: not terminal.running, "processen dog inte")
    saved = statuses(region)

    again = Terminal(region)
    try:
        again.run()
        again.sees("1.1 Resor")
        again.until(lambda: run_git(region, "status", "--porcelain") == "", "det som låg kvar checkades inte in")
        again.keys("q")
        again.until(lambda: not again.running, "appen avslutades inte")
    finally:
        again.close()
    assert statuses(region) == saved
    assert len(saved) >= judged_before_the_kill
    committed = tomllib.loads(run_git(region, "show", f"HEAD:{PLAN}"))
    assert committed == tomllib.loads((region / PLAN).read_text(encoding="utf-8"))
    run_git(region, "fsck", "--no-dangling")


def test_fifty_judgements_in_a_row_lose_no_key(terminal: Terminal, region: Path) -> None:
    before = int(run_git(region, "rev-list", "--count", "HEAD"))
    terminal.run()
    terminal.sees("1.1 Resor")
    terminal.keys("Right", "End")
    terminal.sees("Uppdrag nummer 58")
    for number in range(50):
        terminal.keys(str(number % 3 + 1), "Up")
    terminal.keys("q")
    terminal.until(lambda: not terminal.running, "appen avslutades inte")
    scale = ("uppfylls", "delvis", "inte")
    assert statuses(region) == {f"uppdrag-{58 - number}": scale[number % 3] for number in range(50)}
    assert run_git(region, "status", "--porcelain") == ""
    assert int(run_git(region, "rev-list", "--count", "HEAD")) - before <= 50
