"""Broken files stay out: of a commit by a pre-commit hook, of a server by its pre-receive hook."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.data.sync.clones import NAME, Clone, bare, git
from tui.program import COMMAND

FILE = f"{NAME}.toml"


def doubled(clone: Clone) -> None:
    """Give two uppdrag the same id, as a clean merge of lines can do."""
    path = clone.folder / FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"uppdrag-2"', '"uppdrag-1"'), encoding="utf-8")


def hook(folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nexec {COMMAND} check --staged\n", encoding="utf-8")
    path.chmod(0o755)


def pushed(clone: Clone) -> subprocess.CompletedProcess[str]:
    command = ("git", "-C", str(clone.folder), "push", "origin", "main")
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_a_pre_commit_hook_stops_a_broken_plan_however_it_is_committed(anna: Clone) -> None:
    hook(anna.folder / ".git/hooks", "pre-commit")
    doubled(anna)
    before = anna.head
    git(anna.folder, "commit", "--quiet", "--message", "Trasig", "--only", FILE, check=False)
    git(anna.folder, "commit", "--quiet", "--message", "Trasig", "--all", check=False)
    assert anna.head == before
    git(anna.folder, "restore", "--staged", "--worktree", FILE)
    anna.set("uppdrag-1", "status", "delvis")
    assert anna.head != before


def test_a_pre_receive_hook_stops_a_broken_plan_and_lets_sound_ones_in(anna: Clone, tmp_path: Path) -> None:
    hook(tmp_path / "server.git/hooks", "pre-receive")
    anna.set("uppdrag-1", "status", "delvis")
    assert pushed(anna).returncode == 0
    doubled(anna)
    git(anna.folder, "commit", "--quiet", "--all", "--message", "Trasig")
    told = pushed(anna)
    assert told.returncode != 0
    assert f"remote: {FILE}:" in told.stderr and "pre-receive hook declined" in told.stderr


def test_a_first_push_is_checked_whole(anna: Clone, tmp_path: Path) -> None:
    hook(bare(tmp_path / "ny.git") / "hooks", "pre-receive")
    git(anna.folder, "remote", "set-url", "origin", str(tmp_path / "ny.git"))
    assert pushed(anna).returncode == 0
