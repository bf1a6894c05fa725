"""What is written is opened by the platform's own program, where there is one and a screen to show it on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.opening import NoOpenerError, open_outside, opener


@pytest.fixture
def programs(tmp_path: Path) -> str:
    """A PATH where each platform's program is."""
    for name in ("xdg-open", "wslview"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    return str(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows öppnar utan program")
def test_the_program_is_found_only_where_there_is_a_screen(programs: str) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        assert opener("linux", {"PATH": programs, name: "x"}) == f"{programs}/xdg-open"
    assert opener("linux", {"PATH": programs}) is None
    assert opener("linux", {"PATH": "", "DISPLAY": ":0"}) is None
    (Path(programs) / "xdg-open").unlink()
    assert opener("linux", {"PATH": programs, "DISPLAY": ":0"}) == f"{programs}/wslview"


@pytest.mark.skipif(sys.platform != "linux", reason="de andra har alltid ett program")
def test_where_there_is_none_the_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoOpenerError, match=f"filen är {tmp_path}"):
        open_outside(tmp_path, {"PATH": ""})


def test_a_file_that_is_gone_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_outside(tmp_path / "borta.pdf")
