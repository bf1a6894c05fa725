"""The same plans give the same bytes in every format, whatever the day, the machine's settings and the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporters.formats import FORMATS

ROOT = Path(__file__).parents[2]

EXPORT = """
import datetime, hashlib, json, sys, time

days = datetime.timedelta(days=int(sys.argv[1]))
plain, now = datetime.datetime, time.time

class Moved(plain):  # a clock that shows another day, for all that look at it from here on
    @classmethod
    def now(cls, tz=None):
        return plain.now(tz) + days

    @classmethod
    def utcnow(cls):
        return plain.now(datetime.UTC).replace(tzinfo=None) + days

    @classmethod
    def today(cls):
        return cls.now()

datetime.datetime = Moved
time.time = lambda: now() + days.total_seconds()

from exporters.deliveries import deliveries
from exporters.formats import FORMATS
from exporters.reports.registry import REPORTS
from exporters.report import Wishes
from tests.exporters.html.pages import LOOK
from tests.exporters.samples import PLAN, PROVENANCE, material

made = {}
for format in FORMATS:
    for delivery in deliveries(material(PLAN, provenance=PROVENANCE), list(REPORTS), [format], Wishes(look=LOOK)):
        made[f"{format} {delivery.file}"] = hashlib.sha256(delivery.make()).hexdigest()
print(json.dumps(made))
"""


def made(days: int, settings: dict[str, str]) -> dict[str, str]:
    """What a process of its own makes of every report in every format, by format and file."""
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", EXPORT, str(days)], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def runs() -> tuple[dict[str, str], dict[str, str]]:
    return (
        made(0, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}),
        made(4321, {"TZ": "America/Los_Angeles", "LC_ALL": "sv_SE.UTF-8", "LANG": "tr_TR", "PYTHONHASHSEED": "2"}),
    )


def test_every_format_was_made(runs: tuple[dict[str, str], dict[str, str]]) -> None:
    assert {name.split(" ")[0] for name in runs[0]} == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_another_day_and_other_settings_give_the_same_bytes(
    runs: tuple[dict[str, str], dict[str, str]], format: str
) -> None:
    first, second = ({name: told for name, told in run.items() if name.split(" ")[0] == format} for run in runs)
    assert first == second
