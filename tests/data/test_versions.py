"""What a version of a file changed is the same, whether it is read in full or not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import set_field
from data.difference import diff
from data.plan_files import parsed
from data.versions import Version
from data.writing import WriteError, edit, write
from tests.plans import edited, plans, styled
from tests.small_region import PLAN

PATH = "2019/regionkontoret.toml"


def in_full(old: bytes, new: bytes) -> list[Any] | None:
    """Return what the changes are by the plain way: both files read from end to end."""
    plan = parsed(new, PATH).plan
    return None if plan is None else diff(parsed(old, PATH).require_plan(), plan)


def told(old: bytes, new: bytes) -> list[Any] | None:
    return Version(old, PATH).changes_to(Version(new, PATH))


_SPLICES = [
    'status = "klar"\n',
    'status = "klar"',
    'kommentar = """\n',
    '"""',
    "'",
    '"',
    "#",
    "\n",
    "\r\n",
    "[[fokusomrade.uppdrag]]\n",
    "[fokusomrade.uppdrag.eget]\nx = 1\n",
    "[eget]\nx = 1\n",
    "[[indikator]]\n",
    'id = "annat"\n',
    "<<<<<<< HEAD\n",
    "uppdrag = []\n",
    "aktivitet = [{id = 'x', namn = 'X'}]\n",
    "x = 1\n",
    "å",
]


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_hand_written_file_is_told_as_if_all_of_it_were_read(data: st.DataObject) -> None:
    text = data.draw(plans().flatmap(styled))
    old = text.encode()
    if parsed(old, PATH).plan is None:
        return
    version = Version(old, PATH)
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        lines = [at for at in range(len(text)) if text[at - 1] == "\n"] or [0]
        start = data.draw(st.sampled_from(lines)) if data.draw(st.booleans()) else start
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 5, 40])))
        changed = text[:start] + data.draw(st.sampled_from(["", *_SPLICES])) + text[end:]
        new = Version(changed.encode(), PATH)
        assert version.changes_to(new) == in_full(version.raw, new.raw)
        if new.readable:
            assert new.file.plan is not None
            text, version = changed, new


@settings(max_examples=60)
@given(st.data())
def test_a_chain_of_edits_is_told_step_by_step(data: st.DataObject) -> None:
    plan = data.draw(plans())
    text = data.draw(styled(plan))
    version = Version(text.encode(), PATH)
    if not version.readable:
        return
    for _ in range(4):
        goal = data.draw(edited(plan, max_edits=2))
        try:
            text, plan = edit(text, plan, diff(plan, goal)).text, goal
        except WriteError:
            return
        new = Version(text.encode(), PATH)
        assert version.changes_to(new) == in_full(version.raw, new.raw)
        version = new


def test_a_judgement_is_told_without_reading_the_file_again(monkeypatch: pytest.MonkeyPatch) -> None:
    old = Version(PLAN.encode(), PATH)
    assert old.readable
    plan = old.file.require_plan()
    judged = edit(PLAN, plan, set_field(plan, "cykelgarage", "status", "inte")).text
    monkeypatch.setattr("data.versions.parsed", None)
    new = Version(judged.encode(), PATH)
    assert old.changes_to(new) == set_field(plan, "cykelgarage", "status", "inte")
    assert new.readable


def test_a_file_with_a_bom_or_tables_of_its_own_is_read_in_full() -> None:
    for old in (b"\xef\xbb\xbf" + PLAN.encode(), (PLAN + "\n[eget]\nx = 1\n").encode()):
        new = old.replace(b"lugnare", b"tystare")
        assert told(old, new) == in_full(old, new) != []


def test_a_broken_version_is_none() -> None:
    assert told(PLAN.encode(), PLAN.replace('"klar"', '"klart"').encode()) is None
    assert told(PLAN.encode(), PLAN.replace('"klar"', '"klar').encode()) is None
    assert told(PLAN.encode(), PLAN.encode().replace(b"vantrum-1", b"\xe5")) is None


def test_the_last_record_may_end_without_a_newline_but_no_other() -> None:
    plan = parsed(PLAN.encode(), PATH).require_plan()
    text = write(plan).rstrip("\n")
    assert told(text.encode(), (text + "5").encode()) == in_full(text.encode(), (text + "5").encode()) != []
    glued = text.replace('status = "klar"\n\n', 'status = "pausad"', 1)
    assert told(text.encode(), glued.encode()) is None
