"""What a merge has made comes into the repository, and nothing of the work is left in the git folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

from data.git_runner import runner
from data.repo_state import find
from data.sync.storing import Entry, Store
from tests.data.sync.clones import Clone, git


def store(clone: Clone) -> Store:
    place = find(clone.folder)
    assert place is not None
    return Store(runner(place.top), place)


def left(clone: Clone) -> list[Path]:
    return sorted((clone.folder / ".git").glob("trafikljus-index-*"))


def test_a_folder_is_the_commits_own_but_for_the_files_that_are_given(anna: Clone) -> None:
    content = store(anna).content("Läs mig\n".encode())
    tree = store(anna).folder(anna.head, {"om/las.md": Entry("100644", content), "region.toml": None})
    files = git(anna.folder, "ls-tree", "-r", "--name-only", tree).splitlines()
    before = git(anna.folder, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert files == sorted({*before, "om/las.md"} - {"region.toml"})
    assert git(anna.folder, "show", f"{tree}:om/las.md") == "Läs mig"
    assert left(anna) == []


def test_what_a_killed_sync_left_is_cleared_away_but_nothing_that_may_be_in_use(anna: Clone) -> None:
    old, new = (anna.folder / ".git" / f"trafikljus-index-{name}" for name in ("gammal", "ny"))
    for folder in (old, new):
        folder.mkdir()
        (folder / "index").write_bytes(b"")
    os.utime(old, (time.time() - 7200,) * 2)
    store(anna).folder(anna.head, {"region.toml": None})
    assert left(anna) == [new]
