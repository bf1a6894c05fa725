"""Opening and leaving: broken files, leftovers, an unknown user, a repository that must be left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN, small_region, write_files
from tests.tui.driver import opened
from tui.app import TrafikljusApp
from tui.screens.main import MainScreen


def _rewrite(root: Path, old: str, new: str) -> None:
    """Change the plan's file as an editor would."""
    path = root / "2019/regionkontoret.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def test_the_app_opens_on_its_only_plan_with_the_fokusomraden_closed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        assert "Regionkontoret 2019" in story.screen
        assert "1.1 Nära vård" in story.screen
        assert "Göra väntrummen lugnare" not in story.screen.splitlines()[3]
        assert [row.id for row in story.main.plan_tree.rows] == ["1.1", "sjukfranvaro"]


async def test_several_plans_have_a_row_each_with_the_newest_year_first(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2020").mkdir()
    (root / "2020/regionkontoret.toml").write_text(PLAN.replace("2019", "2020"), encoding="utf-8")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Nytt år")
    async with opened(root) as story:
        assert [row.plan for row in story.main.plan_tree.rows] == ["2020/regionkontoret", "2019/regionkontoret"]
        assert "▸ 2020 Regionkontoret" in story.screen
        await story.press("enter", "down")
        assert story.cursor == ("2020/regionkontoret", "1.1")


async def test_a_broken_file_never_hides_the_others(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/hallands-sjukhus.toml").write_text(
        'forvaltning = "hallands-sjukhus"\nar = 2019\n\n[[fokusomrade]]\nid = "1"\nnamn = "A"\nstatus = "grön"\n',
        encoding="utf-8",
    )
    async with opened(root) as story:
        assert "1.1 Nära vård" in story.screen
        await story.press("end")
        assert "2019/hallands-sjukhus.toml" in story.screen
        assert "Rad 7" in story.screen
        assert "grön" in story.screen
        await story.press("home", "down", "2")
        await story.committed()
        assert 'namn = "Nära vård"\nstatus = "delvis"' in story.file()


async def test_a_file_that_is_mended_on_disk_opens_by_itself(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    whole = (root / "2019/regionkontoret.toml").read_text(encoding="utf-8")
    (root / "2019/regionkontoret.toml").write_text("<<<<<<< HEAD\n" + whole, encoding="utf-8")
    async with opened(root) as story:
        assert "1 fel" in story.screen
        (root / "2019/regionkontoret.toml").write_text(whole, encoding="utf-8")
        await story.sees("1.1 Nära vård")
        assert "1 fel" not in story.screen


async def test_what_a_crash_left_is_committed_at_the_next_start_and_told(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    _rewrite(root, '"delvis"', '"uppfylls"')
    async with opened(root) as story:
        await story.sees("Det som inte var incheckat sedan sist är det nu")
        assert story.log()[0] == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls"
        assert run_git(root, "status", "--porcelain") == ""


def _never_committed(folder: Path) -> Path:
    """Make a folder with a plan, in a git that has no commit yet."""
    write_files(folder, {"2019/regionkontoret.toml": PLAN})
    run_git(folder, "init", "--quiet")
    return folder


@pytest.mark.usefixtures("nameless")
async def test_an_unknown_user_is_told_of_the_key_and_stored_in_the_repository(tmp_path: Path) -> None:
    root = _never_committed(tmp_path / "r")
    async with opened(root) as story:
        await story.sees("Tryck i.")
        assert story.app.screen is story.main  # nothing opens under the fingers
        await story.press("i")
        await story.type("Anna ?1 Berg\nanna@exempel.se\n")
        await story.until(lambda: story.app.screen is story.main)
        await story.sees("Det som inte var incheckat sedan sist är det nu")
        assert run_git(root, "config", "--local", "user.name") == "Anna ?1 Berg\n"
        assert run_git(root, "log", "-1", "--format=%ae") == "anna@exempel.se\n"


@pytest.mark.usefixtures("nameless")
async def test_who_would_rather_not_say_saves_all_the_same(tmp_path: Path) -> None:
    root = _never_committed(tmp_path / "r")
    async with opened(root) as story:
        await story.sees("Tryck i.")
        await story.press("down", "2")
        story.main.desk.commit()
        await story.sees("ej incheckat")
        assert 'namn = "Nära vård"\nstatus = "delvis"' in story.file()
        assert "Vem är du?" not in story.screen
        await story.press("i")
        await story.type("Anna\nanna@exempel.se\n")
        await story.until(lambda: run_git(root, "rev-list", "--all", "--count") != "0\n")
        await story.until(lambda: run_git(root, "status", "--porcelain") == "")


async def test_an_address_without_an_at_sign_is_asked_for_again(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("i")
        await story.type("Anna\nanna\n")
        assert "@" in story.screen
        assert story.app.screen is not story.main


@pytest.mark.parametrize(("mark", "way_out"), [("MERGE_HEAD", "merge"), ("rebase-merge", "rebase")])
async def test_a_repository_in_the_midst_of_something_is_read_only(tmp_path: Path, mark: str, way_out: str) -> None:
    root = small_region(tmp_path / "r")
    (root / ".git" / mark).mkdir() if mark == "rebase-merge" else (root / ".git" / mark).write_text("0" * 40)
    async with opened(root) as story:
        before = story.file()
        await story.sees("endast läsning")
        await story.press("2")
        assert way_out in story.screen
        assert story.file() == before
        assert "Uppdraget uppfylls delvis" not in story.screen.splitlines()[4]


async def test_a_merge_that_is_ended_elsewhere_opens_the_plan_for_changes(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / ".git/MERGE_HEAD").write_text("0" * 40)
    async with opened(root) as story:
        await story.sees("endast läsning")
        (root / ".git/MERGE_HEAD").unlink()
        await story.until(lambda: "endast läsning" not in story.screen.lower())
        await story.press("2")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Nära vård → uppfylls delvis"


async def test_a_hook_that_says_no_is_told_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'stopp för dagen'\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    async with opened(root) as story:
        await story.press("2")
        await story.committed()
        await story.sees("stopp för dagen")
        assert "sparat · ej incheckat" in story.screen
        assert 'status = "delvis"\n\n# Följs upp' in story.file()
        hook.unlink()
        await story.press("c")
        await story.until(lambda: len(story.log()) == 2)
        await story.until(lambda: "ej incheckat" not in story.screen)


async def test_quitting_waits_for_the_last_commit(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "1", "q")
        await story.leave()
    assert run_git(root, "log", "-1", "--format=%s") == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls\n"


async def test_what_changes_on_disk_shows_up_without_losing_the_place(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "down")
        path = root / "2019/regionkontoret.toml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Göra väntrummen", "Göra alla väntrum"), encoding="utf-8"
        )
        await story.sees("Göra alla väntrum")
        assert story.cursor == ("2019/regionkontoret", "cykelgarage")


async def test_somebody_elses_change_to_the_file_is_kept_when_we_save(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down")
        _rewrite(root, "utfall = 4.1", "utfall = 3.9")
        await story.press("1")
        await story.committed()
        assert "utfall = 3.9" in story.file()
        assert 'status = "uppfylls"     # enligt mötet i mars' in story.file()


async def test_a_folder_that_is_no_repository_opens_for_reading(tmp_path: Path) -> None:
    root = tmp_path / "r"
    (root / "2019").mkdir(parents=True)
    (root / "2019/regionkontoret.toml").write_text(PLAN, encoding="utf-8")
    async with opened(root) as story:
        assert "1.1 Nära vård" in story.screen
        await story.sees("endast läsning")
        await story.sees("trafikljus init")


async def test_a_folder_that_is_gone_ends_the_app_with_a_line(tmp_path: Path) -> None:
    app = TrafikljusApp(tmp_path / "borta")
    async with app.run_test() as pilot:
        for _ in range(400):
            if app.return_code is not None:
                break
            await pilot.pause(0.025)
        assert app.return_code == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_every_size_shows_tree_detail_and_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(small_region(tmp_path / "r"), size) as story:
        await story.press("right", "down", "right", "down")
        for told in ("Regionkontoret 2019", "Byta belysningen", "Aktiviteten klar", "Pågår", "? Hjälp"):
            assert told in story.screen


async def test_the_top_line_tells_from_the_start_which_commit_the_plans_are_in(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.sees(f"sparat · {run_git(root, 'rev-parse', 'HEAD')[:7]}")


async def test_before_the_first_commit_no_commit_is_told(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    run_git(root, "update-ref", "-d", "HEAD")
    run_git(root, "rm", "--quiet", "--cached", "-r", ".")
    (root / "region.toml").unlink()
    (root / "2019/regionkontoret.toml").unlink()
    async with opened(root) as story:
        await story.until(lambda: story.standing == "sparat")


async def test_what_an_editor_changed_is_told_until_it_is_committed_by_a_key(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        _rewrite(root, "utfall = 4.1", "utfall = 3.9")
        await story.sees("ändrat utanför · c checkar in")
        await story.press("c")
        await story.until(lambda: len(story.log()) == 2)
        await story.sees(f"sparat · {run_git(root, 'rev-parse', 'HEAD')[:7]}")


async def test_what_an_editor_changed_and_git_took_is_told_as_committed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        _rewrite(root, "utfall = 4.1", "utfall = 3.9")
        await story.sees("ändrat utanför")
        run_git(root, "commit", "--quiet", "--all", "--message", "Utfallet")
        await story.sees(f"sparat · {run_git(root, 'rev-parse', 'HEAD')[:7]}")


async def test_a_key_that_comes_before_the_tree_is_there_does_nothing(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        early = MainScreen(story.main.desk, story.main.glyphs, story.main.syncing)
        assert not any(early.check_action("do", (name,)) for name in ("fall-ut-alla", "kommentar", "status"))
        assert not early.check_action("leave", ())
