"""Files of the repository: read without being led astray, written so that a crash leaves the old or the new.

A file is reached by its path relative to the region's folder. A link, a folder or a device in its place is told
and never followed. Every error is a `FileError` that says in Swedish which file, what is wrong and what to do.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

_TEMPORARY = ".trafikljus-tmp"
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_REPLACE_TRIES = 20

_REASONS = {
    errno.ENOENT: "filen finns inte",
    errno.EACCES: "behörighet saknas; ändra filens rättigheter",
    errno.EPERM: "behörighet saknas; ändra filens rättigheter",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOSPC: "disken är full; frigör plats och försök igen",
    errno.EFBIG: "filen får inte plats; frigör plats och försök igen",
    errno.EDQUOT: "diskkvoten är slut; frigör plats och försök igen",
    errno.EISDIR: "det är en mapp och inte en fil",
    errno.ENOTDIR: "en del av sökvägen är en fil och inte en mapp",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken svarar med fel",
}


class FileError(OSError):
    """A file that cannot be read or written, told in one Swedish line."""


def located(root: Path, relative: str) -> Path:
    """Return the path of a file below `root`. FileError when it lies outside, or is or goes through a link."""
    top = root.resolve()
    path = top.joinpath(relative)
    parent = path.parent.resolve()
    if path.is_symlink() or parent != path.parent:
        raise FileError(f"{relative}: sökvägen går genom en länk; lägg själva filen i arkivet")
    if not parent.is_relative_to(top) or path.name in {"", ".", ".."}:
        raise FileError(f"{relative}: sökvägen leder ut ur arkivet")
    return path


def read(root: Path, relative: str, limit: int) -> bytes | None:
    """Return at most `limit` bytes of a file, or None when there is no such file. FileError for anything else."""
    path = located(root, relative)
    try:
        raw = _read(path, limit)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _told(relative, "läsa", error) from error
    if raw is None:
        raise FileError(f"{relative}: det är inte en vanlig fil")
    if raw.startswith(_LFS_POINTER):
        raise FileError(f"{relative}: här står en pekare från Git LFS i stället för filen; kör git lfs pull")
    return raw


def _read(path: Path, limit: int) -> bytes | None:
    # O_NONBLOCK: opening a named pipe must not hang. The flags are absent on Windows.
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_dir():
        return None
    handle = os.open(path, os.O_RDONLY | flags)
    with os.fdopen(handle, "rb") as file:
        return file.read(limit) if stat.S_ISREG(os.fstat(handle).st_mode) else None


def write(root: Path, relative: str, raw: bytes) -> None:
    """Put a file in place of the old one, all or nothing, on disk at return. FileError: the old one stands."""
    path = located(root, relative)
    try:
        _make_folder(path.parent)
        mode = _mode_of_old(path, relative)
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_TEMPORARY}")
        try:
            _write_new(temporary, raw, mode)
            _replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except FileError:
        raise
    except OSError as error:
        raise _told(relative, "spara", error) from error


def _make_folder(folder: Path) -> None:
    with suppress(FileExistsError):
        folder.mkdir()
        _sync_folder(folder.parent)


def _mode_of_old(path: Path, relative: str) -> int | None:
    try:
        old = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(old.st_mode):
        raise FileError(f"{relative}: det är inte en vanlig fil")
    if not old.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise FileError(f"{relative}: filen är skrivskyddad; ändra dess rättigheter")
    return stat.S_IMODE(old.st_mode)


def _write_new(path: Path, raw: bytes, mode: int | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(handle)
    if mode is not None:
        path.chmod(mode)


def _replace(temporary: Path, path: Path) -> None:
    """Rename; on Windows a virus scanner or an editor may hold the file for a moment."""
    for _ in range(_REPLACE_TRIES if os.name == "nt" else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(0.05)
        else:
            return
    temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there; NTFS journals the rename by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_strays(folder: Path) -> None:
    """Remove what writes that a crash cut short have left in a folder. Only while nobody else can be writing."""
    with suppress(OSError):
        for stray in folder.glob(f".*{_TEMPORARY}"):
            stray.unlink(missing_ok=True)


def _told(relative: str, act: str, error: OSError) -> FileError:
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return FileError(f"{relative}: kunde inte {act}; {reason}")
