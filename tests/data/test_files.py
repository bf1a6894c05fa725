from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from data import files
from data.files import FileError

NAME = "2019/regionkontoret.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    (folder / "2019").mkdir(parents=True)
    return folder


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("länkar kan inte skapas här")


def test_what_is_written_is_read(root: Path) -> None:
    assert files.read(root, NAME, 100) is None
    files.write(root, NAME, b"a = 1\r\n")
    assert files.read(root, NAME, 100) == b"a = 1\r\n"
    assert files.read(root, NAME, 3) == b"a ="
    assert [path.name for path in (root / "2019").iterdir()] == ["regionkontoret.toml"]


def test_a_years_folder_is_made_when_it_is_needed(root: Path) -> None:
    files.write(root, "2020/regionkontoret.toml", b"")
    assert (root / "2020/regionkontoret.toml").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows har inga sådana rättigheter")
def test_the_files_mode_is_kept(root: Path) -> None:
    files.write(root, NAME, b"1")
    (root / NAME).chmod(0o640)
    files.write(root, NAME, b"2")
    assert stat.S_IMODE((root / NAME).stat().st_mode) == 0o640


@pytest.mark.parametrize("path", ["../ut.toml", "2019/../../ut.toml", "2019/..", ".."])
def test_no_path_leads_out(root: Path, path: str) -> None:
    with pytest.raises(FileError):
        files.write(root, path, b"x")
    assert sorted(found.name for found in root.parent.iterdir()) == ["region"]


def test_a_link_is_told_and_never_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.toml"
    outside.write_bytes(b"hemligt")
    link(root / NAME, outside)
    with pytest.raises(FileError, match="länk"):
        files.read(root, NAME, 100)
    with pytest.raises(FileError, match="länk"):
        files.write(root, NAME, b"x")
    assert outside.read_bytes() == b"hemligt"


def test_a_folder_that_is_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "annat"
    elsewhere.mkdir()
    link(root / "2021", elsewhere)
    with pytest.raises(FileError, match="länk"):
        files.write(root, "2021/a.toml", b"x")
    assert list(elsewhere.iterdir()) == []


def test_a_root_reached_through_a_link_is_well(root: Path, tmp_path: Path) -> None:
    link(tmp_path / "genväg", root)
    files.write(tmp_path / "genväg", NAME, b"x")
    assert (root / NAME).read_bytes() == b"x"


def test_a_folder_in_the_files_place_is_told(root: Path) -> None:
    (root / NAME).mkdir()
    with pytest.raises(FileError, match="inte en vanlig fil"):
        files.read(root, NAME, 100)
    with pytest.raises(FileError, match="inte en vanlig fil"):
        files.write(root, NAME, b"x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="här finns inga namngivna rör")
def test_a_pipe_in_the_files_place_never_hangs(root: Path) -> None:
    os.mkfifo(root / NAME)
    with pytest.raises(FileError, match="inte en vanlig fil"):
        files.read(root, NAME, 100)


def test_a_pointer_from_lfs_is_told(root: Path) -> None:
    (root / NAME).write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    with pytest.raises(FileError, match="git lfs pull"):
        files.read(root, NAME, 1000)


def test_a_file_that_may_not_be_written_is_left(root: Path) -> None:
    files.write(root, NAME, b"1")
    (root / NAME).chmod(0o444)
    with pytest.raises(FileError, match="skrivskyddad"):
        files.write(root, NAME, b"2")
    assert (root / NAME).read_bytes() == b"1"


@pytest.mark.parametrize(("code", "told"), [(errno.ENOSPC, "disken är full"), (errno.EROFS, "skrivskyddad")])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str
) -> None:
    files.write(root, NAME, b"1")

    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=told):
        files.write(root, NAME, b"2")
    assert (root / NAME).read_bytes() == b"1"
    assert [path.name for path in (root / "2019").iterdir()] == ["regionkontoret.toml"]


def test_strays_of_a_crash_are_cleared_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "2019/.egen-fil.toml").write_bytes(b"min")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", killed)
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            files.write(root, NAME, b"halv")
    assert len(list((root / "2019").iterdir())) == 2
    files.clear_strays(root / "2019")
    assert [path.name for path in (root / "2019").iterdir()] == [".egen-fil.toml"]


def test_a_new_folder_is_on_disk_as_surely_as_the_file_in_it(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(files, "_sync_folder", synced.append)
    files.write(tmp_path, "2019/a.toml", b"x")
    files.write(tmp_path, "2019/b.toml", b"x")
    assert synced == [tmp_path, tmp_path / "2019", tmp_path / "2019"]
