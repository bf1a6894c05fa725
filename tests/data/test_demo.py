"""The example region: sound files, enough of everything to look at, and a history that is always the same."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data.demo import builder, source
from data.demo.builder import build
from data.demo.history import Closing, Version, history
from data.files import FileError
from data.git import Repository
from data.plan import Plan
from data.reading import read_plan
from data.region import read_region
from data.status import AKTIVITET, UPPDRAG
from tests.conftest import run_git

PACKAGE = Path(builder.__file__).parent
PLANS = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.glob("20*/*.toml")
    if path.name != "mal-och-budget.toml"
)
FORVALTNINGAR = ("regionkontoret", "sjukhusforvaltningen", "kollektivtrafikforvaltningen", "kultur-och-bildning")
BIGGEST = "2025/regionkontoret.toml"


def plan(file: str) -> Plan:
    read = read_plan(source.text(file), file)
    assert read.plan is not None
    return read.plan


def decided(year: int) -> dict[str, Any]:
    return tomllib.loads(source.text(f"{year}/mal-och-budget.toml"))


@pytest.fixture(scope="module")
def told() -> list[Version | Closing]:
    return history()


@pytest.fixture
def demo(tmp_path: Path, told: list[Version | Closing]) -> Path:
    """The example region, made from a history that is worked out once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "history", lambda: told)
        return build(tmp_path / "exempel")


def log(folder: Path, form: str, *arguments: str) -> list[str]:
    return run_git(folder, "log", f"--format={form}", *arguments).splitlines()


def test_there_are_four_forvaltningar_with_a_plan_for_each_of_two_years() -> None:
    assert set(PLANS) == {f"{year}/{name}.toml" for year in (2024, 2025) for name in FORVALTNINGAR}


@pytest.mark.parametrize("file", PLANS)
def test_every_plan_reads_without_a_fault_or_a_warning(file: str) -> None:
    assert read_plan(source.text(file), file).faults == ()
    assert f"{plan(file).name}.toml" == file


def test_the_region_reads_without_a_fault_or_a_warning() -> None:
    region, faults = read_region(source.text("region.toml"))
    assert faults == ()
    assert region is not None
    assert tuple(one.id for one in region.forvaltningar) == FORVALTNINGAR
    assert {one.namnd for one in region.forvaltningar} == {one.kod for one in region.namnder}


@pytest.mark.parametrize("year", [2024, 2025])
def test_every_mal_is_given_to_namnder_that_there_are(year: int) -> None:
    region, _ = read_region(source.text("region.toml"))
    assert region is not None
    known = {one.kod for one in region.namnder} | {one.namn for one in region.grupper}
    given = {namnd for omrade in decided(year)["fokusomrade"] for mal in omrade["mal"] for namnd in mal["namnder"]}
    assert given <= known


@pytest.mark.parametrize("file", PLANS)
def test_the_plans_speak_of_the_fokusomraden_and_mal_that_were_decided(file: str) -> None:
    omraden = decided(plan(file).ar)["fokusomrade"]
    assert {(one.id, one.namn) for one in plan(file).fokusomraden} <= {(one["id"], one["namn"]) for one in omraden}
    assert {mal for one in plan(file).uppdrag for mal in one.mal} <= {m["id"] for o in omraden for m in o["mal"]}


def test_there_are_about_three_hundred_uppdrag_and_aktiviteter() -> None:
    sizes = {file: (len(list(plan(file).uppdrag)), len(list(plan(file).aktiviteter))) for file in PLANS}
    assert sizes[BIGGEST] == (30, 60)
    assert max(sizes, key=lambda file: sum(sizes[file])) == BIGGEST
    assert 300 <= sum(map(sum, sizes.values())) <= 340


def test_every_status_of_both_scales_occurs_and_so_does_the_absent_one() -> None:
    now = [plan(file) for file in PLANS if plan(file).ar == 2025]
    assert {one.status for plan in now for one in plan.uppdrag} == {*UPPDRAG.values, None}
    assert {one.status for plan in now for one in plan.aktiviteter} == {*AKTIVITET.values, None}


@pytest.mark.parametrize("file", [file for file in PLANS if file.startswith("2024")])
def test_the_closed_year_is_judged_in_full(file: str) -> None:
    unjudged = [id for id, item in plan(file).items.items() if item.SCALE and getattr(item, "status", None) is None]
    assert unjudged == []
    assert [one.id for one in plan(file).indikatorer if one.utfall is None] == []


def test_the_biggest_plan_has_what_real_plans_have() -> None:
    uppdrag = list(plan(BIGGEST).uppdrag)
    assert {0, 10} <= {len(one.aktiviteter) for one in uppdrag}
    assert any(one.kommentar is None for one in uppdrag)
    assert any((one.kommentar or "").count("\n\n") >= 3 for one in uppdrag)
    twice = [name for name, number in Counter(one.namn for one in uppdrag).items() if number == 2]
    parents = [plan(BIGGEST).parents[one.id] for one in uppdrag if one.namn in twice]
    assert len(set(parents)) == 2
    for name in ("regiongemensamt", "ansvarig", "mal", "diarienummer", "start", "slut"):
        assert any(getattr(one, name) for one in uppdrag), name


def test_no_text_occurs_twice_within_a_plan_but_the_title_that_is_meant_to() -> None:
    for file in PLANS:
        texts = Counter(item.kommentar for item in plan(file).items.values() if item.kommentar)
        assert [text for text, number in texts.items() if number > 1] == []


def test_the_repository_is_sound_and_its_files_are_those_of_the_package(demo: Path) -> None:
    assert run_git(demo, "fsck", "--strict") == ""
    assert run_git(demo, "status", "--porcelain") == ""
    tracked = run_git(demo, "ls-files").split()
    assert sorted(tracked) == sorted(
        [".gitattributes", "region.toml", "2024/mal-och-budget.toml", "2025/mal-och-budget.toml", *PLANS]
    )
    for file in tracked:
        assert (demo / file).read_bytes().decode("utf-8") == source.text(file)


def test_the_same_commits_and_tags_come_out_each_time(tmp_path: Path, demo: Path) -> None:
    again = build(tmp_path / "igen")
    assert run_git(again, "show-ref") == run_git(demo, "show-ref")


def test_every_version_in_the_history_reads_without_a_fault(demo: Path) -> None:
    for line in log(demo, "%H", "--reverse"):
        for file in set(run_git(demo, "show", "--format=", "--name-only", line).split()) & set(PLANS):
            assert read_plan(run_git(demo, "show", f"{line}:{file}"), file).faults == ()


def test_the_history_goes_from_unjudged_to_today_by_several_hands(demo: Path) -> None:
    assert 50 <= len(log(demo, "%h")) <= 80
    assert len(set(log(demo, "%an"))) == 6
    assert log(demo, "%ct") == sorted(log(demo, "%ct"), reverse=True)
    for file in PLANS:
        first, *later = log(demo, "%H", "--reverse", "--", file)
        start = read_plan(run_git(demo, "show", f"{first}:{file}")).plan
        assert start is not None
        assert {one.status for one in start.uppdrag} | {one.status for one in start.aktiviteter} == {None}
        assert len(later) >= 3


def test_the_log_reads_as_prose(demo: Path) -> None:
    subjects = log(demo, "%s")
    assert "regionkontoret 2025: Se över ersättningsmodellen i vårdvalet → uppfylls" in subjects
    assert all(re.match(r"[A-ZÅÄÖa-z][\wåäöÅÄÖ -]+: \S", subject) for subject in subjects)
    assert len(set(subjects)) > len(subjects) * 0.9


def test_a_commit_touches_no_more_than_the_plan_it_speaks_of(demo: Path) -> None:
    for line in log(demo, "%H %s", "--", *PLANS):
        commit, _, subject = line.partition(" ")
        forvaltning, year = subject.partition(": ")[0].split()
        assert run_git(demo, "show", "--format=", "--name-only", commit).split() == [f"{year}/{forvaltning}.toml"]


def test_closed_reports_are_annotated_tags(demo: Path) -> None:
    told = run_git(demo, "for-each-ref", "--format=%(objecttype) %(refname:short)", "refs/tags").splitlines()
    reports = ("2024-arsredovisning", "2025-ur1")
    assert sorted(told) == sorted(f"tag rapport/{report}/{one}" for report in reports for one in FORVALTNINGAR)


@pytest.mark.parametrize("forvaltning", FORVALTNINGAR)
def test_the_closed_year_has_not_changed_since_its_report(demo: Path, forvaltning: str) -> None:
    file = f"2024/{forvaltning}.toml"
    assert run_git(demo, "diff", f"rapport/2024-arsredovisning/{forvaltning}", "HEAD", "--", file) == ""
    assert run_git(demo, "diff", f"rapport/2025-ur1/{forvaltning}", "HEAD", "--", file.replace("2024", "2025"))


def test_an_identity_that_git_has_is_left_alone(demo: Path) -> None:
    assert "user." not in run_git(demo, "config", "--local", "--list")
    assert run_git(demo, "config", "user.name") == "Test Testsson\n"


@pytest.mark.usefixtures("nameless")
def test_without_an_identity_the_demo_can_be_committed_to_all_the_same(demo: Path) -> None:
    file = demo / BIGGEST
    file.write_text(file.read_text(encoding="utf-8") + "# En rad till.\n", encoding="utf-8", newline="\n")
    repository = Repository(demo)
    commit = repository.commit([BIGGEST], "ett prov\n")
    repository.close()
    assert commit is not None
    assert log(demo, "%an", "-1") == ["Demo"]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    assert (build(tmp_path / "tom") / "region.toml").is_file()


def test_a_folder_with_something_in_it_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kära Inger", encoding="utf-8")
    with pytest.raises(FileError, match="är inte tom; ange en ny eller tom mapp"):
        build(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kära Inger", encoding="utf-8")
    with pytest.raises(FileError, match="är en fil"):
        build(tmp_path / "brev.txt")


def test_a_demo_that_is_there_already_is_left_as_it_is(demo: Path) -> None:
    run_git(demo, "commit", "--quiet", "--allow-empty", "--message", "Min egen ändring")
    (demo / "anteckning.txt").write_text("Min egen fil", encoding="utf-8")
    assert build(demo) == demo
    assert log(demo, "%s", "-1") == ["Min egen ändring"]
    assert (demo / "anteckning.txt").is_file()


def test_another_region_is_not_taken_for_the_demo(demo: Path) -> None:
    (demo / "region.toml").write_text('namn = "Region Norrskog"\n', encoding="utf-8")
    with pytest.raises(FileError):
        build(demo)
