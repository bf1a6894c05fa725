"""When ASCII is needed: by the locale, the terminal and the encoding."""

from __future__ import annotations

import pytest

from tui.terminal import needs_ascii

LINUX = {"LANG": "sv_SE.UTF-8", "TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "encoding", "needed"),
    [
        (LINUX, "utf-8", False),
        ({**LINUX, "LANG": "C.utf8"}, "UTF-8", False),
        ({"TERM": "xterm"}, "utf-8", False),
        ({"LC_CTYPE": "UTF-8", "TERM": "xterm"}, "utf-8", False),
        ({**LINUX, "LC_ALL": "C"}, "utf-8", True),
        ({**LINUX, "LC_ALL": ""}, "utf-8", False),
        ({**LINUX, "LANG": "sv_SE.ISO-8859-1"}, "utf-8", True),
        ({**LINUX, "TERM": "linux"}, "utf-8", True),
        ({**LINUX, "TERM": "dumb"}, "utf-8", True),
        (LINUX, "latin-1", True),
        (LINUX, "cp850", True),
        (LINUX, "inget", True),
        ({"OS": "Windows_NT"}, "utf-8", True),
        ({"OS": "Windows_NT", "WT_SESSION": "x"}, "utf-8", False),
    ],
)
def test_ascii_is_chosen_where_signs_would_come_out_wrong(
    environ: dict[str, str], encoding: str, needed: bool
) -> None:
    assert needs_ascii(environ, encoding) is needed
