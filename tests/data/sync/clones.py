"""A bare remote and clones of it, each with a workspace: real git in a temporary folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

from data.changes import SetField, field_value
from data.founding import init
from data.plan import Fokusomrade, Plan, Uppdrag
from data.sync.outcomes import How, Synced
from data.sync.syncing import sync
from data.workspace import Workspace

NAME = "2019/regionkontoret"
UPPDRAG = tuple(Uppdrag(f"uppdrag-{n}", f"Göra sak {n}") for n in range(1, 11))
PLAN = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1.1", "Hållbara resor", uppdrag=UPPDRAG),))


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout.strip()


class Clone:
    """One person's folder."""

    def __init__(self, folder: Path, namn: str) -> None:
        self.folder, self.namn = folder, namn
        git(folder, "config", "user.name", namn)
        git(folder, "config", "user.email", f"{namn.lower()}@exempel.se")
        self.workspace = Workspace(folder)

    @property
    def plan(self) -> Plan:
        return self.workspace.load().plans[NAME]

    @property
    def head(self) -> str:
        return git(self.folder, "rev-parse", "HEAD")

    def set(self, id: str, field: str, value: object, name: str = NAME) -> None:
        """Change one field, and commit it."""
        plan = self.workspace.load().plans[name]
        self.workspace.save(name, [SetField(id, field, field_value(plan.items[id], field), value)])
        self.workspace.commit(name)

    def sync(self, **how: object) -> Synced:
        """Sync as the app does it."""
        return sync(self.workspace, How(**how))  # type: ignore[arg-type]


def bare(folder: Path) -> Path:
    """Make an empty remote."""
    folder.mkdir(parents=True)
    git(folder, "init", "--bare", "--quiet", "--initial-branch=main")
    return folder


def founded(folder: Path, remote: Path, namn: str = "Anna") -> Clone:
    """Make a region with one plan, and sync it to an empty remote."""
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    clone = Clone(folder, namn)
    init(folder, "Region Exempel")
    clone.workspace.create(PLAN)
    clone.workspace.commit(NAME)
    git(folder, "remote", "add", "origin", str(remote))
    clone.sync()
    return clone


def cloned(remote: Path, folder: Path, namn: str) -> Clone:
    """Clone the remote as git does it."""
    git(remote, "clone", "--quiet", str(remote), str(folder))
    return Clone(folder, namn)
