"""A report writer presses x, chooses, and goes on working while the documents are made."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from textual.widgets import OptionList

from exporters.reports.registry import REPORTS
from tests.conftest import run_git
from tests.small_region import PLAN, small_region
from tests.tui.driver import TRIES, Story, opened
from tui.export_memory import recall, remember
from tui.exporting import Choice
from tui.screens.export import ExportScreen
from tui.screens.export_progress import ExportProgress
from tui.screens.preview import PreviewScreen

FILE = "2019-regionkontoret-bilaga.md"

SLOW = """\
import json, sys, time
from pathlib import Path
folder = Path(sys.argv[sys.argv.index("-o") + 1])
folder.mkdir(exist_ok=True)
for number, name in enumerate(("ett.md", "två.md"), 1):
    told = {"fil": str(folder / name), "nummer": number, "av": 2}
    print(json.dumps({**told, "skriven": False}), flush=True)
    while number == 2 and not (folder / "fortsätt").exists():
        time.sleep(0.01)
    (folder / name).write_text("klar", encoding="utf-8")
    print(json.dumps({**told, "skriven": True}), flush=True)
"""
"""An export that stays on its second file until it is told to go on."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A region where Markdown was exported the last time."""
    root = small_region(tmp_path / "r")
    remember(root, Choice((), ("bilaga",), ("markdown",), str(tmp_path / "ut")))
    return root


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports stay on their second file."""
    monkeypatch.setattr("tui.exporting.ARGUMENTS", (sys.executable, "-c", SLOW))


async def ended(story: Story) -> None:
    """Wait for the export to end, however busy the machine is, and for the screen to show it."""
    for _ in range(8 * TRIES):
        if story.main.exporting is not None and story.main.exporting.ended is not None:
            break
        await story.pilot.pause(0.025)
    assert story.main.exporting is not None and story.main.exporting.ended is not None
    await story.pilot.pause()


async def test_what_was_chosen_last_is_two_keys_away(root: Path, tmp_path: Path) -> None:
    async with opened(root) as story:
        await story.press("x")
        assert isinstance(story.app.screen, ExportScreen)
        assert f"Det blir {FILE}" in story.screen
        await story.press("enter")
        await ended(story)
        assert "Klart: 1 fil" in story.screen
        assert f"✓ {FILE}" in story.screen
        assert "Göra väntrummen lugnare" in (tmp_path / f"ut/{FILE}").read_text(encoding="utf-8")
        await story.press("escape")
        assert story.app.screen is story.main


async def test_choices_are_made_with_the_space_bar_and_remembered(root: Path, tmp_path: Path) -> None:
    async with opened(root) as story:
        await story.press("x", "space", "down", "space")  # another report
        await story.press("tab", *["down"] * 5, "space", "down", "space")
        choice = story.app.screen.choice
        assert choice.reports == (list(REPORTS)[1],)
        await story.press("tab", "end", *"2", "left")
        assert str(story.app.screen.choice.folder).endswith("ut2")
        await story.press("enter")
        await ended(story)
        again = recall(root)
        assert again is not None
        assert (again.reports, again.folder) == (choice.reports, f"{tmp_path / 'ut'}2")
        assert again.formats == choice.formats
        assert (tmp_path / "ut2").is_dir()


async def test_what_is_missing_is_told_and_nothing_begins(root: Path) -> None:
    async with opened(root) as story:
        await story.press("x", "space")
        assert "Välj minst en rapport." in story.screen
        await story.press("enter")
        assert isinstance(story.app.screen, ExportScreen)
        assert story.main.exporting is None
        await story.press("escape")
        assert story.app.screen is story.main


async def test_a_judgement_made_just_before_is_in_the_document_and_in_git(root: Path, tmp_path: Path) -> None:
    async with opened(root) as story:
        await story.press("right", "down", "1", "x", "enter")
        await ended(story)
        commit = run_git(root, "rev-parse", "HEAD")[:7]
        text = (tmp_path / f"ut/{FILE}").read_text(encoding="utf-8")
        assert "● Uppfylls: Göra väntrummen lugnare" in text
        assert f"version {commit}" in text


@pytest.mark.usefixtures("slow")
async def test_judging_goes_on_while_documents_are_made(root: Path, tmp_path: Path) -> None:
    async with opened(root) as story:
        await story.press("right", "down", "x", "enter")
        await story.sees("1 av 2 filer")
        await story.press("b", "3")
        assert story.app.screen is story.main
        await story.committed()
        assert 'status = "inte"' in story.file()
        await story.press("x")
        assert isinstance(story.app.screen, ExportProgress)
        assert "► två.md" in story.screen
        await story.press("b")
        (tmp_path / "ut/fortsätt").touch()
        await story.sees("Klart: 2 filer")
        assert story.app.screen is story.main
        await story.press("x")
        assert isinstance(story.app.screen, ExportScreen)


@pytest.mark.usefixtures("slow")
async def test_an_export_that_is_cancelled_leaves_whole_files(root: Path, tmp_path: Path) -> None:
    async with opened(root) as story:
        await story.press("x", "enter")
        await story.sees("1 av 2 filer")
        await story.press("escape")
        await ended(story)
        assert "Avbrutet. 1 fil skrevs" in story.screen
        assert "två.md" not in story.screen
        assert [path.name for path in (tmp_path / "ut").iterdir()] == ["ett.md"]
        await story.press("escape")
        assert story.app.screen is story.main


async def test_an_export_that_waits_for_the_commit_can_be_cancelled_too(root: Path, tmp_path: Path) -> None:
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nwhile [ ! -e '{tmp_path}/fortsätt' ]; do sleep 0.01; done\n", encoding="utf-8")
    hook.chmod(0o755)
    async with opened(root) as story:
        await story.press("right", "down", "1", "x", "enter")
        await story.sees("Förbereder …")
        await story.press("escape")
        assert "Avbrutet. 0 filer skrevs" in story.screen
        (tmp_path / "fortsätt").touch()
        await story.press("escape")
        await story.settled()
        assert not (tmp_path / "ut").exists()


async def test_a_program_that_cannot_be_started_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.exporting.ARGUMENTS", (str(root / "finns-inte"),))
    async with opened(root, (200, 24)) as story:
        await story.press("x", "enter")
        await ended(story)
        assert "Exporten gick inte: " in story.screen
        await story.press("escape", "x", "p")
        await story.sees("finns-inte")


@pytest.mark.usefixtures("slow")
async def test_leaving_the_app_ends_the_export(root: Path) -> None:
    async with opened(root) as story:
        await story.press("x", "enter")
        await story.sees("1 av 2 filer")
        await story.press("b")
        export = story.main.exporting
        assert export is not None
    assert export._process is not None
    assert export._process.wait(30) != 0


async def test_why_an_export_failed_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("en fil", encoding="utf-8")
    async with opened(root, (200, 24)) as story:
        await story.press("x", "enter")
        await ended(story)
        assert "Exporten gick inte: " in story.screen
        assert "ut är ingen mapp" in story.screen or "ut finns redan" in story.screen


async def test_many_plans_can_be_exported_apart_or_together(root: Path, tmp_path: Path) -> None:
    (root / "2019/sjukhuset.toml").write_text(PLAN.replace("regionkontoret", "sjukhuset"), encoding="utf-8")
    async with opened(root) as story:
        await story.press("x")
        assert "( ) Alla 2 planer 2019, var för sig" in story.screen
        await story.press("end", "space")
        assert "Det blir 2019-regionen-bilaga.md" in story.screen
        await story.press("enter")
        await ended(story)
        assert (tmp_path / "ut/2019-regionen-bilaga.md").is_file()


async def test_marked_rows_mean_their_plans(root: Path) -> None:
    (root / "2019/sjukhuset.toml").write_text(PLAN.replace("regionkontoret", "sjukhuset"), encoding="utf-8")
    async with opened(root) as story:
        await story.press("plus", "down", "space", "end", "up", "space", "x")
        assert "(*) Det markerade: 2 planer" in story.screen
        assert story.app.screen.choice.plans == ("2019/regionkontoret", "2019/sjukhuset")


async def test_a_file_is_opened_with_the_platforms_own_program(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("xdg-open finns bara i Linux")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/oppnad"\n', encoding="utf-8")
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":9")
    async with opened(root) as story:
        await story.press("x", "enter")
        await ended(story)
        told = tmp_path / "oppnad"
        await story.press("enter")
        await story.until(lambda: told.exists() and told.read_text(encoding="utf-8").strip())
        assert told.read_text(encoding="utf-8").strip() == str(tmp_path / "ut" / FILE)
        told.unlink()
        await story.press("m")
        await story.until(lambda: told.exists() and told.read_text(encoding="utf-8").strip())
        assert told.read_text(encoding="utf-8").strip() == str(tmp_path / "ut")


async def test_where_nothing_can_be_opened_the_place_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.opening.opener", lambda platform, environ: None)
    monkeypatch.setattr("sys.platform", "linux")
    async with opened(root) as story:
        await story.press("x", "enter")
        await ended(story)
        await story.press("enter")
        await story.sees("här finns inget fönster")


async def test_a_report_is_read_as_text_before_it_is_exported(root: Path) -> None:
    said = 'kommentar = "[red]röd[/red] \\u001b[31m \\u202e [b"'
    (root / "2019/regionkontoret.toml").write_text(
        PLAN.replace('kommentar = "Två av fem väntrum är klara."', said), encoding="utf-8"
    )
    async with opened(root, (130, 50)) as story:
        await story.press("x", "p")
        await story.sees("▲ Delvis: Göra väntrummen")
        assert isinstance(story.app.screen, PreviewScreen)
        assert "[red]röd[/red] ␛[31m" in story.screen
        assert "\u202e" not in story.screen
        await story.press("escape")
        assert isinstance(story.app.screen, ExportScreen)


async def test_the_reports_can_be_leafed_through(root: Path) -> None:
    first, second, *_ = REPORTS.values()
    async with opened(root) as story:
        await story.press("x", "down", "space", "up", "p")
        await story.sees(f"{first.title}, som text")
        await story.press("n")
        await story.sees(f"{second.title}, som text")


async def test_a_preview_that_fails_says_why(root: Path) -> None:
    (root / "rapport.toml").write_text('farg = "#FFFFFF"\n', encoding="utf-8")
    async with opened(root) as story:
        await story.press("x", "p")
        await story.sees("färgen #FFFFFF har kontrasten 1,0:1")


async def test_the_mouse_chooses_and_begins(root: Path) -> None:
    async with opened(root) as story:
        await story.press("x")
        await story.pilot.click("#what", offset=(6, 3))
        await story.pilot.pause()
        assert len(story.app.screen.choice.reports) == 2
        place = story.screen.splitlines()[-1].index("Exportera")
        await story.pilot.click("ExportScreen .key-line", offset=(place, 0))
        await story.until(lambda: isinstance(story.app.screen, ExportProgress))
        await ended(story)
        assert "2 av 2 filer" in story.screen


async def test_in_ascii_nothing_else_is_drawn(root: Path) -> None:
    async with opened(root, ascii=True) as story:
        for key in ("x", "p"):
            await story.press(key)
            await story.until(lambda: "Läser " not in story.screen)
            assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ")
        assert "+ Uppdraget uppfylls" in story.screen
        await story.press("escape", "down", "p")
        await story.sees("Sammanställning")
        await story.press("end", "pageup")
        await story.sees("~ Delvis  ? Ej bedömd")
        assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ”")
        await story.press("escape", "enter")
        await ended(story)
        assert f"x {FILE}" in story.screen
        assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ")


@pytest.mark.parametrize("size", [(60, 20), (200, 60), (30, 8)])
async def test_it_opens_on_any_screen(root: Path, size: tuple[int, int]) -> None:
    async with opened(root, size) as story:
        await story.press("x", "down", "right", "end", "tab", "tab", "p", "escape", "enter")
        await ended(story)
        assert story.widths == {size[0]}


async def test_a_region_without_plans_has_nothing_to_export(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/regionkontoret.toml").unlink()
    async with opened(root) as story:
        await story.press("x")
        assert "Det finns ingen plan att exportera." in story.screen


async def test_a_longer_list_of_files_than_the_screen_follows_what_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "".join(
        json.dumps({"fil": f"/x/{number}.md", "nummer": number, "av": 40, "skriven": written}) + "\n"
        for number in range(1, 41)
        for written in (False, True)
    )
    monkeypatch.setattr("tui.exporting.ARGUMENTS", (sys.executable, "-c", f"print({told!r}, end='')"))
    async with opened(root) as story:
        await story.press("x", "enter")
        await ended(story)
        assert "✓ 40.md" in story.screen
        assert story.app.screen.query_one(OptionList).option_count == 40
