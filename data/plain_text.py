"""Text from files made safe to show: what would be obeyed or hidden by a terminal is shown by a sign instead.

- C0 controls and DEL become their control pictures (ESC is ``␛``); newline and tab stay, a lone CR is ``␍``.
- C1 controls, bidi controls, zero-width and other invisible format characters become ``⟨U+202E⟩``.
- So do lone surrogates, which no file can hold, and noncharacters, which XML and HTML forbid.

The zero-width joiner stays between two characters that are not ASCII, for the sake of emoji.
"""

from __future__ import annotations

import re

_CODED = (
    "\u0080-\u009f"  # C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidi, and the deprecated format characters
    "\u180e\u200b\u200c\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"  # zero width, separators, annotations
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff\ufdd0-\ufdef"  # surrogates on their own, noncharacters
    + "".join(chr(plane | 0xFFFE) + chr(plane | 0xFFFF) for plane in range(0, 0x110000, 0x10000))
)
_HIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f{_CODED}]|(?<![^\x00-\x7f])\u200d|\u200d(?![^\x00-\x7f])")

_ORDINARY = re.compile("[\n\t -~\u00a0-\u02ff\u2010-\u2027\u2190-\u25ff]*")
"""Nearly every text is all of these, which is told many times faster than that it has nothing of what is hidden."""


def visible(text: str) -> str:
    """Return the text with control, bidi and invisible characters shown; CR LF is taken as a newline."""
    if _ORDINARY.fullmatch(text):
        return text
    return _HIDDEN.sub(_shown, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return the text, made visible, on one line: each run of whitespace is a single space."""
    return visible(" ".join(text.split()))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
