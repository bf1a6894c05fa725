"""A report as text for the screen, made by a process of its own so that the keys never wait for it."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.bars import STATUSES, block
from tui.exporting import Choice, interrupt, started
from tui.glyphs import Glyphs
from tui.widgets.text_view import safe_lines

_FORMATS = {False: "rounded_grid", True: "grid"}
"""The text format that is shown: in Unicode, and in ASCII."""

_ASCII = str.maketrans(
    {one.sign: one.ascii[1] for one in (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD)}
    | {block(one, Glyphs()): block(one, Glyphs(ascii=True)) for one in STATUSES}
    | dict(zip("▓▒▚▞▙▟…", "%:/|*#~", strict=True))
)
"""Signs, and the blocks of bars, as one ASCII character each, so that the columns stay; words say the same."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a preview."""

    lines: Sequence[str] = ()
    width: int = 0
    """Cells of the widest line."""
    fault: str = ""


class Preview:
    """One report on the plans of a choice, or on the first of them where each gets its own document."""

    def __init__(self, root: Path, choice: Choice, report: str, *, ascii: bool) -> None:
        self._root = root
        self._ascii = ascii
        whole = choice.together or _of_region(report)
        plans = choice.plans if whole else choice.plans[:1]
        self._choice = replace(choice, plans=plans, reports=(report,), formats=(_FORMATS[ascii],))
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False
        self._lock = threading.Lock()

    def start(self, call: Callable[..., object], take: Callable[[Preview, Seen], None]) -> None:
        """Begin; `take` is called, in the screen's thread by `call`, unless it is cancelled."""
        threading.Thread(target=self._run, args=(call, take), name="trafikljus-preview", daemon=True).start()

    def cancel(self) -> None:
        """Give it up."""
        with self._lock:
            self._cancelled = True
            interrupt(self._process)

    def _run(self, call: Callable[..., object], take: Callable[[Preview, Seen], None]) -> None:
        try:
            seen = self._made()
        except OSError as error:
            seen = Seen(fault=str(error))
        if not self._cancelled:
            call(take, self, seen)

    def _made(self) -> Seen:
        with tempfile.TemporaryFile() as errors:
            with self._lock:
                if self._cancelled:
                    return Seen()
                self._process = started(self._root, [*self._choice.arguments(), "-o", "-"], errors)
            raw = self._process.communicate()[0]
            errors.seek(0)
            told = errors.read().decode("utf-8", "replace").strip()
        return Seen(fault=told) if self._process.returncode else self._seen(raw.decode("utf-8", "replace"))

    def _seen(self, text: str) -> Seen:
        return Seen(*safe_lines(text.translate(_ASCII) if self._ascii else text))


def _of_region(report: str) -> bool:
    from exporters.report import RegionReport
    from exporters.reports.registry import REPORTS

    return isinstance(REPORTS[report], RegionReport)
