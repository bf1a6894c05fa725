"""`trafikljus set`."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN
from tests.tui.commands.conftest import Trafikljus

SET = ("set", "2019/regionkontoret")


def plan_text(region: Path) -> str:
    return (region / "2019/regionkontoret.toml").read_text(encoding="utf-8")


def type_in(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_status_is_set_and_committed_and_nothing_else_is_touched(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus(*SET, "vantrum", "--status", "uppfylls")
    assert told.code == 0
    assert plan_text(region) == PLAN.replace('"delvis"', '"uppfylls"')
    assert told.out.split() == run_git(region, "log", "-1", "--format=%h %s", "--abbrev=7").split()
    assert run_git(region, "status", "--porcelain") == ""
    assert "Status: delvis -> uppfylls" in run_git(region, "log", "-1", "--format=%B")


def test_several_fields_make_one_commit(region: Path, trafikljus: Trafikljus) -> None:
    trafikljus(*SET, "vantrum-2", "--status", "pagar", "--ansvarig", "Fastighet", "--kommentar", "Färgen är vald.")
    assert run_git(region, "rev-list", "--count", "HEAD").strip() == "2"
    assert 'status = "pagar"' in plan_text(region)
    assert 'ansvarig = "Fastighet"' in plan_text(region)


def test_a_status_is_cleared_by_ej_bedomd(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus(*SET, "vantrum-1", "--status", "ej-bedomd").code == 0
    assert '"klar"' not in plan_text(region)


def test_a_comment_of_several_paragraphs_is_read_from_standard_input(
    region: Path, trafikljus: Trafikljus, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "Första stycket.\r\n\r\nAndra, med åäö.\r\n".encode())
    assert trafikljus(*SET, "cykelgarage", "--kommentar", "-").code == 0
    assert "Första stycket.\n\nAndra, med åäö." in plan_text(region)


def test_a_dash_is_standard_input_for_a_comment_alone(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus(*SET, "vantrum", "--ansvarig", "-").code == 0
    assert 'ansvarig = "-"' in plan_text(region)


def test_an_empty_text_takes_the_field_away(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus(*SET, "vantrum", "--kommentar", "").code == 0
    assert "kommentar" not in plan_text(region)


def test_what_is_so_already_makes_no_commit(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus(*SET, "vantrum", "--status", "delvis") == (0, "inget att ändra\n", "")
    assert run_git(region, "rev-list", "--count", "HEAD").strip() == "1"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("vantrum", "--status", "grön"),
            "status grön finns inte för ett uppdrag;"
            " välj uppfylls, delvis eller inte, eller ej-bedomd för att ta bort den",
        ),
        (
            ("vantrum-1", "--status", "delvis"),
            "status delvis finns inte för en aktivitet; välj pausad, ej-startad, foljer-delvis, foljer-inte,"
            " klar eller pagar, eller ej-bedomd för att ta bort den",
        ),
        (("sjukfranvaro", "--status", "klar"), "sjukfranvaro är en indikator och har ingen status"),
        (("1.1", "--ansvarig", "Någon"), "1.1 är ett fokusområde och har ingen ansvarig"),
        (("vantrumm", "--status", "inte"), "vantrumm finns inte i 2019/regionkontoret; menade du vantrum?"),
        (("vantrum",), "ingenting att sätta; ange --status, --kommentar eller --ansvarig"),
    ],
)
def test_what_cannot_be_set_is_told_in_one_line_and_nothing_is_written(
    region: Path, trafikljus: Trafikljus, arguments: tuple[str, ...], told: str
) -> None:
    assert trafikljus(*SET, *arguments) == (2, "", f"trafikljus: fel: {told}\n")
    assert plan_text(region) == PLAN


def test_text_that_is_not_utf_8_is_refused(
    region: Path, trafikljus: Trafikljus, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "å".encode("latin-1"))
    assert trafikljus(*SET, "vantrum", "--kommentar", "-").code == 2
    assert plan_text(region) == PLAN


def test_a_neighbours_staged_and_dirty_files_are_left_as_they_are(region: Path, trafikljus: Trafikljus) -> None:
    (region / "ny.txt").write_text("mitt", encoding="utf-8")
    run_git(region, "add", "ny.txt")
    (region / "region.toml").write_text((region / "region.toml").read_text("utf-8") + "\n# lapp\n", "utf-8")
    before = run_git(region, "status", "--porcelain")
    assert trafikljus(*SET, "vantrum", "--status", "inte").code == 0
    assert run_git(region, "status", "--porcelain") == before


@pytest.mark.usefixtures("region", "nameless")
def test_without_a_name_git_commits_nothing_and_the_way_out_is_told(trafikljus: Trafikljus) -> None:
    told = trafikljus(*SET, "vantrum", "--status", "inte")
    assert told.code == 2
    assert "git config" in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="the hook is a shell script")
def test_a_hook_that_refuses_is_told_and_that_the_file_is_saved(region: Path, trafikljus: Trafikljus) -> None:
    hook = region / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho Inte i dag >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    told = trafikljus(*SET, "vantrum", "--status", "inte")
    assert told.code == 2 and "Inte i dag" in told.err
    assert told.err.count("är sparad men inte incheckad") == 1
    assert told.err.startswith("trafikljus: fel: 2019/regionkontoret.toml är sparad")


def test_a_sync_that_was_killed_among_the_files_is_told_before_a_plan_is_said_to_be_gone(
    region: Path, trafikljus: Trafikljus
) -> None:
    plan = region / "2019/regionkontoret.toml"
    plan.write_text(PLAN.replace("lugnare", "ljusare"), encoding="utf-8", newline="\n")
    run_git(region, "commit", "--quiet", "--all", "--message", "Andras")
    theirs = run_git(region, "rev-parse", "HEAD").strip()
    run_git(region, "reset", "--quiet", "--hard", "HEAD~1")
    (region / ".git/trafikljus-hamtar").write_text(theirs, encoding="ascii")
    plan.unlink()
    lock = region / ".git/index.lock"
    lock.touch()
    judgement = ("set", "2019/regionkontoret", "cykelgarage", "--status", "inte")
    told = trafikljus(*judgement)
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "index.lock" in told.err
    lock.unlink()
    assert trafikljus(*judgement).code == 0
    assert plan.read_text(encoding="utf-8") == PLAN.replace(
        '"Bygga cykelgarage"\n', '"Bygga cykelgarage"\nstatus = "inte"\n'
    )


def test_the_region_is_found_though_a_sync_was_killed_while_it_wrote_what_tells_of_it(
    region: Path, trafikljus: Trafikljus
) -> None:
    told = region / "region.toml"
    raw = told.read_bytes()
    told.write_bytes(raw + b"# Andras\n")
    run_git(region, "commit", "--quiet", "--all", "--message", "Andras")
    theirs = run_git(region, "rev-parse", "HEAD").strip()
    run_git(region, "reset", "--quiet", "--hard", "HEAD~1")
    (region / ".git/trafikljus-hamtar").write_text(theirs, encoding="ascii")
    told.unlink()
    assert trafikljus("set", "2019/regionkontoret", "cykelgarage", "--status", "inte").code == 0
    assert told.read_bytes() == raw
