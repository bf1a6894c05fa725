"""Who wrote a plan's file: the one who committed it, or nobody that one knows when it is not committed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from data.authorship import author
from data.git import Repository
from tests.conftest import run_git
from tests.small_region import small_region

NAME = "2019/regionkontoret"


def test_what_is_committed_has_a_name_and_the_time_of_the_commit(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    path = root / f"{NAME}.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# mer\n", encoding="utf-8")
    told = ("--author=Berit Ek <b@exempel.se>", "--date=2019-03-01T12:00:00+0000")
    run_git(root, "commit", "--quiet", "--all", *told, "--message", "Mer")
    found = author(Repository(root), root, NAME)
    assert found is not None
    assert (found.namn, found.when) == ("Berit Ek", datetime(2019, 3, 1, 12, tzinfo=UTC))


def test_what_is_not_committed_has_a_time_only_and_a_file_that_is_gone_neither(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    path = root / f"{NAME}.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# mer\n", encoding="utf-8")
    found = author(Repository(root), root, NAME)
    assert found is not None and found.namn is None
    assert found.when == datetime.fromtimestamp(path.stat().st_mtime, UTC)
    path.unlink()
    assert author(Repository(root), root, NAME) is None
