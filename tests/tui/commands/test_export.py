"""`trafikljus export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
    told = trafikljus("export", "2019/regionkontoret", "--format", "csv", "-o", "2019/regionkontoret.toml")
    assert (told.code, told.out) == (2, "") and "ett annat namn" in told.err
    assert plan.read_bytes() == before


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
