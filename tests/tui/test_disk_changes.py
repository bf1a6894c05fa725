"""Files change on disk while the app is open; what shows follows, and nobody loses the place or the text."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened

NAME = "2019/regionkontoret"
GARAGE = '[[fokusomrade.uppdrag]]\nid = "cykelgarage"\nnamn = "Bygga cykelgarage"\n\n'


def _write(root: Path, text: str, name: str = NAME) -> None:
    (root / f"{name}.toml").write_text(text, encoding="utf-8")


def _flat(story: Story) -> str:
    return " ".join(story.screen.split())


async def test_a_pull_shows_without_losing_cursor_or_expansion(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    run_git(tmp_path, "clone", "--quiet", str(root), "annan")
    other = tmp_path / "annan"
    _write(other, PLAN.replace("Byta belysningen", "Byta all belysning").replace(GARAGE, ""))
    run_git(other, "commit", "--quiet", "--all", "--message", "Annat")
    async with opened(root) as story:
        await story.press("right", "down", "right", "down", "down")
        run_git(root, "pull", "--quiet", "--no-rebase", str(other), "main")
        await story.sees("Byta all belysning")
        assert story.cursor == (NAME, "vantrum-2")
        assert "cykelgarage" not in story.screen
        await story.press("6")
        await story.committed()
        assert story.log()[:2] == ["regionkontoret 2019: Måla väggarna → pågår", "Annat"]


async def test_what_a_killed_sync_has_taken_away_comes_back_by_itself(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    _write(root, PLAN.replace("Byta belysningen", "Byta all belysning"))
    run_git(root, "commit", "--quiet", "--all", "--message", "Andras")
    theirs = run_git(root, "rev-parse", "HEAD").strip()
    run_git(root, "reset", "--quiet", "--hard", "HEAD~1")
    async with opened(root) as story:
        await story.press("right", "down")
        (root / ".git/trafikljus-hamtar").write_text(theirs, encoding="ascii")
        (root / f"{NAME}.toml").unlink()
        await story.until((root / f"{NAME}.toml").exists)
        assert (root / f"{NAME}.toml").read_text(encoding="utf-8") == PLAN
        await story.until(lambda: story.cursor == (NAME, "vantrum"))
        assert run_git(root, "status", "--porcelain") == ""


async def test_the_cursor_on_a_removed_row_goes_to_its_neighbour_and_back_when_it_returns(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down")
        _write(story.root, PLAN.replace(GARAGE, ""))
        await story.until(lambda: story.cursor == (NAME, "sjukfranvaro"))
        _write(story.root, PLAN)
        await story.until(lambda: story.cursor == (NAME, "cykelgarage"))


async def test_a_file_that_breaks_and_is_mended_gives_back_cursor_marks_and_expansion(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "space", "right", "down")
        _write(story.root, PLAN.replace("ar = 2019", "ar ="))
        await story.sees("1 fel")
        _write(story.root, PLAN)
        await story.until(lambda: story.cursor == (NAME, "vantrum-1"))
        assert story.main.plan_tree.marked == [(NAME, "vantrum")]
        assert "Måla väggarna" in story.screen


async def test_a_comment_written_while_its_file_breaks_is_kept_until_it_is_mended(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        await story.type("Bygglov")
        _write(story.root, PLAN.replace("ar = 2019", "ar ="))
        await story.until(lambda: not story.main.desk.session.plans)
        await story.type(" klart")
        await story.press("ctrl+s")
        assert "Filen går inte att läsa just nu. Texten är kvar som utkast." in _flat(story)
        _write(story.root, PLAN)
        await story.until(lambda: story.cursor == (NAME, "cykelgarage"))
        await story.press("k")
        assert "Bygglov klart" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'kommentar = "Bygglov klart"' in story.file()


async def test_a_text_that_is_being_written_stays_when_the_file_changes_below_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        await story.type("Bygg")
        _write(story.root, PLAN.replace("Sjukfrånvaro", "Frånvaro"))
        await story.until(lambda: story.main.desk.session.plans[NAME].items["sjukfranvaro"].namn == "Frånvaro")
        await story.type("lov.")
        await story.press("ctrl+s")
        await story.committed()
        assert 'kommentar = "Bygglov."' in story.file()
        assert "Frånvaro" in story.file()


async def test_a_deleted_file_goes_and_comes_back_with_git_restore(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1")
        await story.committed()
        (story.root / f"{NAME}.toml").unlink()
        await story.sees("Inga planer ännu.")
        await story.press("u")
        assert "Det går inte att ångra nu" in _flat(story)
        run_git(story.root, "restore", f"{NAME}.toml")
        await story.until(lambda: story.cursor == (NAME, "vantrum"))
        await story.press("u")
        await story.committed()
        assert story.file() == PLAN


async def test_a_new_file_shows_with_a_row_of_its_own(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        _write(story.root, PLAN.replace('"regionkontoret"', '"folktandvarden"'), "2019/folktandvarden")
        await story.sees("2019 folktandvarden")
        assert story.cursor == (NAME, "vantrum")


async def test_changes_show_also_while_keys_are_pressed_without_a_pause(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down")
        (story.root / "2020").mkdir()
        _write(story.root, PLAN.replace("ar = 2019", "ar = 2020"), "2020/regionkontoret")

        async def seen() -> bool:
            for step in range(400):
                await story.press("1" if step % 2 else "2")
                if "2020/regionkontoret" in story.main.desk.session.plans:
                    return True
            return False

        assert await seen()


async def test_a_head_that_another_program_moved_is_built_upon(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "1")
        await story.committed()
        (root / "anteckningar.txt").write_text("eget", encoding="utf-8")
        run_git(root, "add", "anteckningar.txt")
        run_git(root, "commit", "--quiet", "--message", "Anteckna")
        await story.press("3")
        await story.committed()
        assert story.log()[:2] == ["regionkontoret 2019: Göra väntrummen lugnare → uppfylls inte", "Anteckna"]


async def test_a_lock_left_behind_is_told_with_its_path_and_age(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    lock = root / ".git/index.lock"
    async with opened(root) as story:
        lock.touch()
        os.utime(lock, (0, 0))
        await story.press("2")
        story.main.desk.commit()
        await story.sees("ej incheckat · tryck c")
        await story.sees("dygn gammal")
        assert str(lock).replace(" ", "") in "".join(story.screen.split())
        assert 'status = "delvis"\n\n# Följs' in story.file()
        lock.unlink()
        await story.press("c")
        await story.until(lambda: len(story.log()) == 2)
        await story.until(lambda: "ej incheckat" not in story.standing)


async def test_the_first_lines_of_a_hook_are_shown_with_what_to_press(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\nfor line in ett två tre fyra fem; do echo rad $line; done\nexit 1\n", encoding="utf-8"
    )
    hook.chmod(0o755)
    async with opened(root) as story:
        await story.press("2")
        story.main.desk.commit()
        await story.sees("rad två")
        assert "Sparat men inte incheckat. Tryck c för att försöka igen. Git svarade:" in _flat(story)
        assert 'status = "delvis"\n\n# Följs' in story.file()


@contextmanager
def _no_room() -> Iterator[None]:
    """Let no file grow beyond some bytes, as on a full disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
async def test_a_full_disk_is_one_clear_line_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down")
        with _no_room():
            await story.press("1")
            await story.sees("Inte sparat: Göra väntrummen lugnare")
        assert "filen får inte plats; frigör plats och försök igen" in _flat(story)
        assert "sista ändringen är inte sparad" in story.screen
        assert story.file() == PLAN
        assert "Uppdraget uppfylls delvis" in story.screen
        await story.press("1")
        await story.committed()
        assert "sista ändringen" not in story.screen
        assert 'status = "uppfylls"' in story.file()


async def test_a_file_that_may_not_be_written_is_one_clear_line(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        (story.root / f"{NAME}.toml").chmod(stat.S_IRUSR)
        await story.press("2")
        await story.sees("Inte sparat: 1.1 Nära vård")
        assert "filen är skrivskyddad; ändra dess rättigheter" in _flat(story)
        assert story.file() == PLAN
        (story.root / f"{NAME}.toml").chmod(stat.S_IRUSR | stat.S_IWUSR)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_that_may_not_be_written_is_one_clear_line(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        (story.root / "2019").chmod(0o555)
        await story.press("2")
        await story.sees("behörighet saknas")
        (story.root / "2019").chmod(0o755)
