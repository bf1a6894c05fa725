"""`trafikljus export`."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from exporters.reports.registry import REPORTS
from tests.past_region import NAME, TAG, past_region
from tests.tui.commands.conftest import Trafikljus


def second_plan(region: Path) -> None:
    text = (region / "2019/regionkontoret.toml").read_text(encoding="utf-8")
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text(text.replace("ar = 2019", "ar = 2020"), encoding="utf-8")


def test_one_plan_goes_to_standard_output(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "2019/regionkontoret", "--report", "bilaga", "--format", "markdown")
    assert (told.code, told.err) == (0, "")
    assert "Bilaga 2" in told.out
    assert "Göra väntrummen lugnare" in told.out
    assert trafikljus("export", "--format", "md", "-o", "-").out == told.out


def test_a_file_is_written_as_it_would_have_been_printed(region: Path, trafikljus: Trafikljus) -> None:
    printed = trafikljus("export", "--format", "json").out
    assert trafikljus("export", "--format", "json", "-o", "plan.json").err.endswith("plan.json\n")
    assert (region / "plan.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed)["forvaltning"] == "regionkontoret"


def test_a_plan_is_never_written_over_by_an_export(region: Path, trafikljus: Trafikljus) -> None:
    plan = region / "2019/regionkontoret.toml"
    before = plan.read_bytes()
    (region / "plan.csv").symlink_to(plan)
    for output in ("2019/regionkontoret.toml", "2019/REGIONKONTORET.TOML", "plan.csv"):
        told = trafikljus("export", "2019/regionkontoret", "--format", "csv", "-o", output)
        assert (told.code, told.out) == (2, "") and "ett annat namn" in told.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize("output", [".git/index", ".git/", ".gitattributes"])
def test_what_is_gits_own_is_never_written_over(region: Path, trafikljus: Trafikljus, output: str) -> None:
    before = {path: path.read_bytes() for path in region.rglob(".git*/**/*") if path.is_file()}
    told = trafikljus("export", "--format", "csv", "-o", output)
    assert (told.code, told.out) == (2, "") and f"{output} är gits" in told.err
    assert {path: path.read_bytes() for path in region.rglob(".git*/**/*") if path.is_file()} == before


def test_a_name_that_came_out_empty_is_told_and_nothing_fills_the_screen(
    region: Path, trafikljus: Trafikljus
) -> None:
    told = trafikljus("export", "--format", "md", "-o", "")
    assert (told.code, told.out) == (2, "") and "-o är tomt" in told.err


def test_a_link_that_the_user_names_is_followed(region: Path, trafikljus: Trafikljus, tmp_path: Path) -> None:
    target = tmp_path / "delad.md"
    target.write_text("förra", encoding="utf-8")
    (tmp_path / "min.md").symlink_to(target)
    assert trafikljus("export", "--format", "md", "-o", str(tmp_path / "min.md")).code == 0
    assert "Bilaga 2" in target.read_text(encoding="utf-8")


def test_several_plans_need_a_folder_and_get_a_file_each(region: Path, trafikljus: Trafikljus) -> None:
    second_plan(region)
    told = trafikljus("export", "--format", "csv")
    assert (told.code, told.out) == (2, "")
    assert "ange en mapp med -o" in told.err
    assert trafikljus("export", "--format", "csv", "-o", "ut/").code == 0
    assert trafikljus("export", "--format", "md", "-o", "ut").code == 0
    assert sorted(path.name for path in (region / "ut").iterdir()) == [
        "2019-regionkontoret-bilaga.md",
        "2019-regionkontoret.csv",
        "2020-regionkontoret-bilaga.md",
        "2020-regionkontoret.csv",
    ]


def test_excel_can_be_told_that_it_is_utf_8(region: Path, trafikljus: Trafikljus) -> None:
    trafikljus("export", "--format", "csv", "--bom", "-o", "plan.csv")
    assert (region / "plan.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "doc"), 'formatet "doc" finns inte; välj markdown'),
        (("--format", "md", "--report", "sammanfattning"), 'rapporten "sammanfattning" finns inte; välj bilaga'),
        (("--format", "md", "--bom"), "--bom gäller bara csv"),
        ((), "det här saknas: --format"),
        (("--format", "md", "--period", "ur3"), "ur3 finns inte; välj ur1, ur2, arsredovisning eller m01–m12"),
        (("--format", "md", "--only", "allt"), 'urvalet "allt" finns inte; välj avvikelser'),
        (("--format", "csv", "--only", "avvikelser"), "csv är hela planen"),
        (("--format", "md", "--at", "finns-inte"), "versionen finns-inte finns inte i arkivet"),
        (("--format", "md", "--since", "HEAD"), "--since gäller bara rapporter som jämför"),
        (("--format", "md", "--json"), "ange en fil eller mapp med -o"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(
    region: Path, trafikljus: Trafikljus, arguments: tuple[str, ...], told: str
) -> None:
    answer = trafikljus("export", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_broken_file_never_hides_the_others(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text("ar = ", encoding="utf-8")
    told = trafikljus("export", "--format", "json")
    assert told.code == 2
    assert json.loads(told.out)["ar"] == 2019
    assert told.err.startswith("2020/regionkontoret.toml:1:")


def test_a_folder_that_cannot_be_made_is_told_in_one_line(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "--format", "json", "-o", "region.toml/ut.json")
    assert told.code == 2
    assert told.err.startswith("trafikljus: fel: ")
    assert len(told.err.splitlines()) == 1


def test_several_reports_and_formats_come_into_a_folder_at_once(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "--report", "alla", "--format", "md, plain,grid,csv,csv", "-o", "ut")
    assert told.code == 0
    written = sorted(path.name for path in (region / "ut").iterdir())
    assert written.count("2019-regionkontoret.csv") == 1
    for name in REPORTS:
        for end in (".md", "-plain.txt", "-grid.txt"):
            assert f"2019-regionkontoret-{name}{end}" in written
    assert len(written) == 1 + 3 * len(REPORTS) == len(told.err.splitlines())


def test_all_plans_of_a_year_may_be_one_document(region: Path, trafikljus: Trafikljus) -> None:
    second_plan(region)
    text = (region / "2019/regionkontoret.toml").read_text(encoding="utf-8")
    (region / "2019/sjukhuset.toml").write_text(text.replace("regionkontoret", "sjukhuset"), encoding="utf-8")
    assert trafikljus("export", "--format", "md", "--samlat", "-o", "ut/").code == 0
    names = sorted(path.name for path in (region / "ut").iterdir())
    assert names == ["2019-regionen-bilaga.md", "2020-regionkontoret-bilaga.md"]
    together = (region / "ut/2019-regionen-bilaga.md").read_text(encoding="utf-8")
    assert together.index("## Regionkontoret") < together.index("## sjukhuset")
    assert "Region Norrskog, Årsredovisning 2019" in together
    assert "Underlag: Region Norrskog, inte incheckad" in together


def test_a_document_may_have_a_title_and_a_period_of_its_own_and_be_a_draft(
    region: Path, trafikljus: Trafikljus
) -> None:
    told = trafikljus("export", "--format", "md", "--title", "Bilaga till KS", "--period", "ur2", "--utkast").out
    assert told.startswith("# Bilaga till KS\n")
    assert "Regionkontoret, Uppföljningsrapport 2 2019" in told
    assert "Arbetsmaterial" in told


def test_a_part_of_the_plan_may_be_exported_and_the_document_says_so(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "--format", "md", "--only", "avvikelser", "--only", "fokusomrade=1.1").out
    assert "Urval: avvikelser; fokusområde 1.1." in told
    assert "Göra väntrummen lugnare" in told
    assert "Bygga cykelgarage" not in told


def test_a_closed_report_comes_out_the_same_for_ever(tmp_path: Path, trafikljus: Trafikljus) -> None:
    root = past_region(tmp_path / "r")
    first = trafikljus("-C", str(root), "export", "--at", TAG, "--format", "md,json", "-o", "ut")
    assert first.code == 0
    before = {path.name: path.read_bytes() for path in (root / "ut").iterdir()}
    assert "Uppföljningsrapport 1 2019" in before["2019-regionkontoret-bilaga.md"].decode()
    (root / "region.toml").write_text("trasig", encoding="utf-8")
    (root / f"{NAME}.toml").unlink()
    again = trafikljus("-C", str(root), "export", NAME, "--at", TAG, "--format", "md,json", "-o", "ut")
    assert again.code == 0
    assert {path.name: path.read_bytes() for path in (root / "ut").iterdir()} == before


def test_a_script_is_told_of_each_file_as_it_is_made(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "--format", "md,json", "-o", "ut", "--json")
    assert (told.code, told.err) == (0, "")
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert [(line["nummer"], line["av"], line["skriven"]) for line in lines] == [
        (1, 2, False),
        (1, 2, True),
        (2, 2, False),
        (2, 2, True),
    ]
    assert Path(lines[0]["fil"]).name == "2019-regionkontoret-bilaga.md"
    assert (region / lines[-1]["fil"]).is_file()


def test_what_was_written_is_told_when_not_all_could_be(region: Path, trafikljus: Trafikljus) -> None:
    (region / "ut/2019-regionkontoret.json").mkdir(parents=True)
    told = trafikljus("export", "--format", "md,json,csv", "-o", "ut")
    assert told.code == 2
    assert "skrev ut" in told.err and "1 av 3 filer skrevs" in told.err
    assert "2019-regionkontoret.json: det är inte en vanlig fil" in told.err
    assert sorted(path.name for path in (region / "ut").iterdir()) == [
        "2019-regionkontoret-bilaga.md",
        "2019-regionkontoret.json",
    ]


@pytest.mark.skipif(os.name == "nt", reason="signaler finns inte på samma sätt i Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_stopped_leaves_whole_files_only(
    region: Path, trafikljus: Trafikljus, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (region / "ut").mkdir()
    (region / "ut/2019-regionkontoret.json").write_text("förra", encoding="utf-8")
    # A shell that starts the tests in the background lets them ignore Ctrl+C, which a user's own shell does not.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    replace = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target.suffix == ".json":
            os.kill(os.getpid(), number)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    try:
        told = trafikljus("export", "--format", "md,json", "-o", "ut")
    finally:
        signal.signal(signal.SIGINT, before)
    assert told.code == 130
    assert "1 av 2 filer skrevs" in told.err
    assert (region / "ut/2019-regionkontoret.json").read_text(encoding="utf-8") == "förra"
    assert len(list((region / "ut").iterdir())) == 2


def test_documents_that_would_not_look_as_the_region_wants_are_refused(
    region: Path, trafikljus: Trafikljus
) -> None:
    (region / "rapport.toml").write_text('farg = "#FFB000"\n', encoding="utf-8")
    told = trafikljus("export", "--format", "md")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("rapport.toml:1:1: färgen #FFB000 har kontrasten 1,8:1")
    assert "Göra väntrummen lugnare" in trafikljus("export", "--format", "csv").out
    assert trafikljus("check").code == 1


def test_reports_that_count_are_not_made_of_a_selection(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("export", "--format", "md", "--report", "att-gora,bilaga", "--only", "avvikelser")
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        "trafikljus: fel: --only går inte med att-gora, som räknar hela planer; ta bort --only, eller välj bland "
        "bilaga, forandringar, avvikelser, indikatorer eller diarium\n"
    )
    assert trafikljus("export", "--format", "md", "--report", "diarium", "--only", "avvikelser").code == 0


def test_a_year_stands_for_all_its_plans(region: Path, trafikljus: Trafikljus) -> None:
    second_plan(region)
    assert trafikljus("export", "2020", "--format", "md").out.count("2020") >= 1
    trafikljus("export", "2019", "2020", "--format", "csv", "-o", "ut/")
    assert sorted(path.name for path in (region / "ut").iterdir()) == [
        "2019-regionkontoret.csv",
        "2020-regionkontoret.csv",
    ]
    told = trafikljus("export", "2021", "--format", "md")
    assert told.code == 2 and "inga planer för 2021" in told.err
    assert [line for line in trafikljus("status", "2020").out.splitlines() if "2019/" in line] == []


def test_a_broken_plan_of_another_year_is_not_even_read(region: Path, trafikljus: Trafikljus) -> None:
    second_plan(region)
    (region / "2020/regionkontoret.toml").write_text("[[", encoding="utf-8")
    assert trafikljus("export", "2019", "--format", "md").code == 0
    assert trafikljus("export", "2020", "--format", "md").code == 2
