"""The documents are true: what they name is there, and the modules, commands and keys that are there are named."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from tui.action import Action
from tui.actions import ACTIONS, actions_of
from tui.commands import MODULES, run

ROOT = Path(__file__).parents[1]
FLOORS = ("data", "exporters", "tui")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README, HANDBOOK, FORMATS = map(document, ("README.md", "docs/handbok.md", "docs/format.md"))


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def rows(text: str) -> list[list[str]]:
    """Return the cells of the rows of all tables."""
    return [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")]


def rooms(floor: str) -> list[list[str]]:
    """Return the rows that architecture.md has on a floor."""
    return rows(document("docs/architecture.md").split(f"\n## {floor}\n")[1].split("\n## ")[0])[1:]


def modules(folder: Path) -> set[str]:
    """Return the names of what a folder holds: modules, and folders of them with a slash."""
    files = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("__")}
    return files | {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}


@pytest.mark.parametrize("floor", FLOORS)
def test_every_module_is_told_once_and_none_that_is_gone(floor: str) -> None:
    told = Counter(name for row in rooms(floor) for name in quoted(row[0]))
    assert told == Counter(modules(ROOT / floor))


@pytest.mark.parametrize("floor", FLOORS)
def test_what_is_told_of_a_folder_is_in_it(floor: str) -> None:
    for room, purpose, *_ in rooms(floor):
        if room.strip().endswith("/`") and room.count("`") == 2:
            folder = ROOT / floor / quoted(room)[0]
            known = modules(ROOT / floor).union(modules(folder), *map(modules, folder.iterdir()))
            assert {name.rstrip("/") for name in quoted(purpose)} <= {name.rstrip("/") for name in known}, room


def commands() -> list[str]:
    """Return every command line of ours in the blocks of code."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README + HANDBOOK + FORMATS, re.MULTILINE | re.DOTALL)
    lines = (line.partition("  #")[0] for block in blocks for line in block.splitlines())
    parts = (part.strip().removeprefix("exec ") for line in lines for part in line.split("&&"))
    return list(dict.fromkeys(part for part in parts if re.match(r"trafikljus( |$)", part)))


@pytest.mark.parametrize("line", commands())
def test_a_command_in_the_documents_is_one_that_is_understood(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    verb, *_ = words = shlex.split(line)[1:] or ["open"]
    monkeypatch.setattr(import_module(f"tui.commands.{MODULES.get(verb, 'open')}"), "run", lambda *_, **__: 0)
    assert run([] if words == ["open"] else words) == 0


@pytest.mark.parametrize("verb", MODULES)
def test_every_command_is_told_of(verb: str) -> None:
    assert re.search(rf"(trafikljus |`){verb}\b", README + HANDBOOK + FORMATS)


def as_in_the_handbook(key: str) -> str:
    """Return a key, as the app writes it, as the handbook does: a sign alone is quoted, `^S` is Ctrl+S."""
    if len(key) == 1:
        return f"`{re.escape(key)}`"
    return rf"(?i:\b{re.escape(key.replace('^', 'Ctrl+'))})"


@pytest.mark.parametrize("action", [*actions_of("main"), *actions_of("tree")], ids=lambda action: action.name)
def test_the_handbook_tells_a_key_for_every_action_of_the_tree(action: Action) -> None:
    assert any(re.search(as_in_the_handbook(key), HANDBOOK) for key in action.shown_keys.split())


def test_every_key_in_the_handbooks_tables_is_one() -> None:
    known = {key for action in ACTIONS for key in action.shown_keys.split()}
    told = {key for row in rows(HANDBOOK) for key in quoted(row[0])}
    assert told <= known
