"""What was exported last is remembered for each region; a broken memory is none."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from tui.export_memory import recall, remember
from tui.exporting import Choice, place

CHOICE = Choice((), ("bilaga", "avvikelser"), ("docx",), "~/ut", together=True, period="ur2", draft=True)


def memory() -> Path:
    return Path(platformdirs.user_state_dir("trafikljus")) / "export.json"


def test_each_region_has_its_own(tmp_path: Path) -> None:
    remember(tmp_path / "a", CHOICE)
    remember(tmp_path / "b", Choice(("2019/x",), (), ("csv",), "ut"))
    assert recall(tmp_path / "a") == CHOICE
    assert recall(tmp_path / "b") == Choice((), (), ("csv",), "ut")
    assert recall(tmp_path / "c") is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"REGION": 5}', '{"REGION": {}}', "[" * 100_000, "\udcff"])
def test_a_broken_memory_is_none_and_is_written_anew(tmp_path: Path, text: str) -> None:
    memory().parent.mkdir(parents=True, exist_ok=True)
    memory().write_bytes(text.replace("REGION", str(tmp_path)).encode("utf-8", "surrogateescape"))
    assert recall(tmp_path) is None
    remember(tmp_path, CHOICE)
    assert recall(tmp_path) == CHOICE


def test_values_of_other_kinds_are_none(tmp_path: Path) -> None:
    remember(tmp_path, CHOICE)
    text = memory().read_text(encoding="utf-8")
    for old, new in (('"docx"', "5"), ('"~/ut"', "null"), ('"ur2"', "[]")):
        memory().write_text(text.replace(old, new), encoding="utf-8")
        assert recall(tmp_path) is None


def test_a_disk_that_cannot_be_written_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fil").touch()
    monkeypatch.setattr("platformdirs.user_state_dir", lambda *names, **options: str(tmp_path / "fil/mapp"))
    remember(tmp_path, CHOICE)
    assert recall(tmp_path) is None


def test_a_folder_is_taken_from_the_regions_or_from_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ida"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "ida"))
    assert place("ut", tmp_path) == tmp_path / "ut"
    assert place(" ~/ut ", tmp_path) == tmp_path / "ida/ut"
    assert place(str(tmp_path / "x"), Path("/annan")) == tmp_path / "x"
    assert place("~finnsinte/ut", tmp_path) == tmp_path / "~finnsinte/ut"
