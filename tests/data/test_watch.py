"""The watch notices files that come, go and change, and knows those that we wrote ourselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.watch import Watch

NAME = "2019/regionkontoret"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "2019").mkdir()
    (tmp_path / f"{NAME}.toml").write_text("ar = 2019\n", encoding="utf-8")
    return tmp_path


def test_nothing_has_changed_until_something_does(root: Path) -> None:
    watch = Watch(root)
    assert not watch.changed()
    (root / f"{NAME}.toml").write_text("ar = 2019\n# mer\n", encoding="utf-8")
    assert watch.changed()
    assert not watch.changed()


def test_files_that_come_and_go_are_noticed(root: Path) -> None:
    watch = Watch(root)
    (root / "region.toml").write_text("", encoding="utf-8")
    assert watch.changed()
    (root / f"{NAME}.toml").unlink()
    assert watch.changed()


def test_what_we_wrote_ourselves_is_no_news(root: Path) -> None:
    watch = Watch(root)
    (root / f"{NAME}.toml").write_text("ar = 2019\n# vi\n", encoding="utf-8")
    watch.seen(NAME)
    assert not watch.changed()


def test_a_folder_that_goes_away_is_a_change_and_no_error(root: Path) -> None:
    watch = Watch(root)
    (root / f"{NAME}.toml").unlink()
    (root / "2019").rmdir()
    root.rmdir()
    assert watch.changed()
