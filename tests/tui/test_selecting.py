"""Several rows are marked and judged at once: one step to undo, one commit; and the last judgement is repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN, REGION, small_region
from tests.tui.driver import Story, opened

HERE = "2019/regionkontoret"
THERE = "2019/folktandvarden"


def _two_plans(tmp_path: Path) -> Path:
    root = small_region(tmp_path / "r")
    other = REGION + '\n[[forvaltning]]\nid = "folktandvarden"\nnamn = "Folktandvården"\nnamnd = "RS"\n'
    (root / "region.toml").write_text(other, encoding="utf-8")
    plan = PLAN.replace('"regionkontoret"', '"folktandvarden"')
    (root / "2019/folktandvarden.toml").write_text(plan, encoding="utf-8")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Ännu en")
    return root


def _status(story: Story, id: str, plan: str = HERE) -> object:
    return getattr(story.main.desk.session.plans[plan].items[id], "status", None)


def _line(story: Story, text: str) -> str:
    """The line of the tree that has a text."""
    return next(line.split("││")[0] for line in story.screen.splitlines() if text in line.split("││")[0])


async def test_space_marks_a_row_by_a_sign_and_takes_it_away(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down")
        assert "*▲ Göra väntrummen lugnare" in _line(story, "Göra väntrummen")
        assert "1 markerad" in story.screen
        await story.press("up", "space")
        assert "*" not in _line(story, "Göra väntrummen")
        assert "markerad" not in story.screen


async def test_marked_rows_are_judged_as_one_step_and_one_commit(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down", "space", "1")
        assert (_status(story, "vantrum"), _status(story, "cykelgarage")) == ("uppfylls", "uppfylls")
        assert "2 uppdrag → uppfylls." in story.screen
        await story.committed()
        assert story.log() == ["regionkontoret 2019: 2 uppdrag ändrade", "Börja"]
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN
        assert len(story.log()) == 3


async def test_what_the_status_does_not_fit_is_passed_over_and_told(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "shift+down", "shift+down", "shift+down", "2")
        assert "2 uppdrag → uppfylls delvis; 2 aktiviteter hoppades över." in " ".join(story.screen.split())
        assert (_status(story, "vantrum-1"), _status(story, "vantrum-2")) == ("klar", None)
        assert _status(story, "cykelgarage") == "delvis"


async def test_a_range_grows_and_shrinks_with_the_cursor(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "shift+down", "shift+down")
        assert [id for _, id in story.main.plan_tree.marked] == ["vantrum", "vantrum-1", "vantrum-2"]
        await story.press("shift+up")
        assert [id for _, id in story.main.plan_tree.marked] == ["vantrum", "vantrum-1"]
        await story.press("down", "down", "space")
        assert [id for _, id in story.main.plan_tree.marked] == ["vantrum", "vantrum-1", "cykelgarage"]


async def test_keys_are_for_the_scale_of_what_is_marked(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "down", "space", "down", "space", "end")
        assert "5 Klar" in story.screen
        await story.press("5")
        assert (_status(story, "vantrum-1"), _status(story, "vantrum-2")) == ("klar", "klar")


async def test_the_list_judges_all_that_is_marked(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down", "space", "enter")
        assert "2 uppdrag" in story.screen
        await story.press("3")
        assert (_status(story, "vantrum"), _status(story, "cykelgarage")) == ("inte", "inte")


async def test_zero_takes_away_the_status_of_every_kind(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "shift+down", "0")
        assert (_status(story, "vantrum"), _status(story, "vantrum-1")) == (None, None)
        assert "1 uppdrag och 1 aktivitet → ej bedömd." in " ".join(story.screen.split())


async def test_escape_takes_the_marks_away_first_and_the_notice_then(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "u", "space", "escape")
        assert not story.main.plan_tree.marked
        assert "Det finns inget att ångra." in story.screen
        await story.press("escape")
        assert "Det finns inget att ångra." not in story.screen


async def test_after_judging_nothing_is_marked_so_that_the_next_key_is_for_one_row(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down", "space", "1", "3")
        assert (_status(story, "vantrum"), _status(story, "cykelgarage")) == ("uppfylls", "inte")


async def test_two_plans_are_judged_in_one_commit_and_undone_in_one_step(tmp_path: Path) -> None:
    async with opened(_two_plans(tmp_path)) as story:
        await story.press("plus", "home", "down", "space")
        assert story.cursor == (THERE, "1.1")
        story.main.plan_tree.go_to((HERE, "1.1"))
        await story.press("space", "1")
        assert "2 fokusområden → uppfylls i 2 planer." in story.screen
        await story.committed()
        assert story.log()[:2] == ["2 planer: folktandvarden 2019, regionkontoret 2019", "Ännu en"]
        changed = run_git(story.root, "show", "--name-only", "--format=%(trailers)").split()
        assert {f"{HERE}.toml", f"{THERE}.toml"} <= set(changed)
        assert "Fokusomrade-Id:" in changed
        await story.press("u")
        await story.committed()
        assert (_status(story, "1.1"), _status(story, "1.1", THERE)) == (None, None)
        assert story.log()[0] == "2 planer: folktandvarden 2019, regionkontoret 2019"
        assert run_git(story.root, "diff", "HEAD~2", "--stat") == ""


async def test_marks_survive_a_reload_and_a_row_that_goes_and_comes(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "down", "space")
        path = story.root / f"{HERE}.toml"
        path.write_text(PLAN.replace('id = "vantrum"', 'id = "vilrum"'), encoding="utf-8")
        await story.sees("1 markerad")
        path.write_text(PLAN.replace("Två av fem", "Tre av fem"), encoding="utf-8")
        await story.sees("2 markerade")


async def test_a_full_stop_repeats_the_last_judgement(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "full_stop")
        assert "ingen bedömning att upprepa" in story.screen
        await story.press("3", "down", "full_stop")
        assert (_status(story, "vantrum"), _status(story, "cykelgarage")) == ("inte", "inte")
        await story.press("up", "right", "down", "full_stop")
        assert "Den senaste bedömningen, uppfylls inte, passar inte här." in story.screen
        assert _status(story, "vantrum-1") == "klar"


async def test_a_full_stop_is_for_what_is_marked(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("2", "right", "shift+down", "shift+down", "full_stop")
        assert (_status(story, "vantrum"), _status(story, "cykelgarage")) == ("delvis", "delvis")


async def test_guesses_of_marked_rows_are_marked_as_seen_together(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    path = root / f"{HERE}.toml"
    for id in ("vantrum", "cykelgarage"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'id = "{id}"\n', f'id = "{id}"\natt_se_over = ["rad 3"]\n'), encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", "Importera")
    async with opened(root) as story:
        await story.press("right", "shift+down", "shift+down", "m")
        await story.committed()
        assert story.file() == PLAN
        assert story.log()[:2] == ["regionkontoret 2019: 2 uppdrag ändrade", "Importera"]


@pytest.mark.parametrize("ascii", [True, False])
async def test_a_row_is_copied_as_text_and_shown_where_the_terminal_does_not_copy(
    tmp_path: Path, ascii: bool
) -> None:
    async with opened(small_region(tmp_path / "r"), ascii=ascii) as story:
        await story.press("right", "down", "y")
        told = "Göra väntrummen lugnare — Uppdraget uppfylls delvis — Två av fem väntrum är klara."
        assert story.app.clipboard == told
        assert "^Y visar texten" in " ".join(story.screen.split())
        await story.press("ctrl+y")
        assert " ".join(told.split()) in " ".join(story.screen.split())
        await story.press("escape", "Y")
        assert story.app.clipboard == "vantrum"


async def test_what_would_be_obeyed_is_shown_in_what_is_copied(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    path = root / f"{HERE}.toml"
    path.write_text(PLAN.replace("Två av fem", r"\u001b]52;c;aGVq\u0007 \u202eTvå [bold]av fem"), encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", "Elakt")
    async with opened(root) as story:
        await story.press("right", "down", "y", "ctrl+y")
        assert "\x1b" not in story.app.clipboard and "\u202e" not in story.app.clipboard
        assert "␛]52;c;aGVq␇⟨U+202E⟩Två[bold]avfem" in "".join(story.screen.split())


async def test_the_ids_of_marked_rows_are_copied_line_by_line(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "shift+down", "Y")
        assert story.app.clipboard == "vantrum\ncykelgarage"


async def test_a_click_with_control_marks(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right")
        await story.pilot.click("#tree", offset=(12, 2), control=True)
        assert [id for _, id in story.main.plan_tree.marked] == ["vantrum"]


async def test_marked_rows_that_have_the_status_already_are_told_as_unchanged(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "2")
        assert "Inget ändrades: 1 uppdrag → uppfylls delvis sedan förut." in " ".join(story.screen.split())
        assert story.file() == PLAN
