"""A coordinator sees who changed a row, when, from what to what, and the words before and after."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.past_region import AFTER_AUTUMN, INGRID, NAME, SAMIR, commit, past_region
from tests.tui.driver import opened
from tui.screens.history import HistoryScreen


@pytest.fixture(autouse=True)
def in_stockholm(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the tests, where it can be set."""
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    if hasattr(time, "tzset"):
        time.tzset()


async def test_a_row_tells_its_life_newest_first(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "h")
        await story.sees("uppfylls inte → uppfylls; ko")
        lines = [line for line in story.screen.splitlines() if "2019 " in line and "Ingrid Ek" in line]
        assert [line.split("Ingrid Ek")[0].strip(" │") for line in lines] == [
            "2 sep 2019 11:00",
            "2 maj 2019 11:00",
        ]
        assert "Bygga cykelgarage" not in story.screen


async def test_a_comment_is_compared_by_words_and_legible_without_colour(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r"), (160, 40)) as story:
        await story.press("right", "down", "h")
        await story.sees("[−Två av] [+Alla] fem väntrum är klara [+och nymålade].")
        assert "2 september 2019 kl. 11:00" in story.screen


async def test_the_arrows_go_to_the_whole_plan_and_to_its_closed_reports(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "h", "right")
        await story.sees("Bygga cykelgarage → uppfylls")
        assert "[Hela planen]" in story.screen
        assert "Samir Lind" in story.screen
        await story.press("right")
        await story.sees("Uppföljningsrapport 1 2019")
        assert "vårens rapport" in story.screen
        await story.press("right")
        assert "[Göra väntrummen lugnare]" in story.screen


async def test_the_views_can_be_clicked(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "h")
        place = story.screen.splitlines()[1].index("Stängda rapporter")
        await story.pilot.click("#views", offset=(place, 0))
        await story.sees("Uppföljningsrapport 1 2019")


async def test_a_row_that_nobody_has_changed_since_it_came_says_that_it_was_added(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "right", "down", "h")
        await story.sees("tillagd, klar")


async def test_nothing_is_said_to_be_there_before_it_has_been_read(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        story.main.desk._worker.history = lambda name: None  # type: ignore[method-assign]  # a git that never answers
        await story.press("right", "down", "h")
        assert "Läser historiken …" in story.screen
        await story.press("enter", "escape")
        assert story.app.screen is story.main


async def test_a_judgement_made_just_now_comes_into_an_open_history(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "2", "h")
        await story.sees("uppfylls → uppfylls delvis")


async def test_a_shallow_clone_says_where_its_history_is_cut_off(tmp_path: Path) -> None:
    source = past_region(tmp_path / "r")
    run_git(tmp_path, "clone", "--quiet", "--depth", "2", source.as_uri(), "klon")
    async with opened(tmp_path / "klon", (120, 40)) as story:
        await story.press("right", "down", "h", "right")
        await story.sees("historiken är avkortad här")
        await story.press("end")
        await story.sees("git fetch --unshallow")


async def test_a_broken_version_is_told_and_hides_no_other(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    commit(root, AFTER_AUTUMN + "[[[", SAMIR, "2019-11-04")
    commit(root, AFTER_AUTUMN, SAMIR, "2019-11-05")
    async with opened(root) as story:
        await story.press("right", "down", "h", "right")
        await story.sees("filen gick inte att läsa")
        assert "Bygga cykelgarage → uppfylls" in story.screen


async def test_texts_of_others_are_shown_and_never_obeyed(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    told = AFTER_AUTUMN.replace("Alla fem", "[bold]Alla[/bold] \\u202efem")
    commit(root, told, "[red]Rut[/red] <rut@exempel.se>", "2019-11-04", "[blink]Hej[/blink] \x1b]52;c;aGVq\x07")
    async with opened(root, (120, 40)) as story:
        await story.press("right", "down", "h")
        await story.sees("[bold]")
        assert "[red]Rut[/red]" in story.screen
        assert "⟨U+202E⟩" in story.screen
        await story.press("right")
        await story.sees("[blink]Hej")
        assert "\x1b" not in story.screen


async def test_only_the_lines_in_sight_of_a_long_history_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = past_region(tmp_path / "r")
    for number in range(30):
        commit(root, AFTER_AUTUMN.replace("4.1", f"{number}.5"), SAMIR, "2020-01-02", f"Mät {number}")
    told: list[str] = []
    plain = HistoryScreen._summary
    monkeypatch.setattr(
        HistoryScreen, "_summary", lambda self, entry: (told.append(entry.commit), plain(self, entry))[1]
    )
    async with opened(root) as story:
        await story.press("right", "down", "h", "right")
        await story.sees("Mät 29")
        assert len(set(told)) < 20
        await story.press("end")
        await story.sees("ny plan")
        assert "Mät 29" not in story.screen


async def test_in_ascii_the_list_draws_nothing_else(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r"), ascii=True) as story:
        await story.press("right", "down", "h")
        await story.sees("[-Två av] [+Alla]")
        assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ→…")


async def test_the_history_of_a_plan_row_begins_with_the_plan(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    (root / "2020").mkdir()
    text = (root / f"{NAME}.toml").read_text(encoding="utf-8")
    (root / "2020/regionkontoret.toml").write_text(text.replace("2019", "2020"), encoding="utf-8")
    async with opened(root) as story:
        await story.press("end", "h")
        await story.sees("[Hela planen]")
        await story.sees("Bygga cykelgarage → uppfylls")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here to sign with")
async def test_where_people_sign_each_version_tells_whether_git_has_verified_who(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    signer = tmp_path / "nyckel"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(signer)], check=True)
    allowed = tmp_path / "betrodda"
    public = signer.with_suffix(".pub").read_text(encoding="utf-8")
    allowed.write_text(f"ingrid@exempel.se {public}", encoding="utf-8")
    for name, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(signer)),
        ("gpg.ssh.allowedSignersFile", str(allowed)),
        ("commit.gpgSign", "true"),
    ):
        run_git(root, "config", name, value)
    commit(root, AFTER_AUTUMN.replace("Alla fem", "Alla sex"), INGRID, "2019-12-01")
    async with opened(root, (160, 40)) as story:
        await story.press("right", "down", "h")
        await story.sees("kommentar ändrad · signerad av ingrid@exempel.se")
        assert "Signerad av ingrid@exempel.se" in story.screen
        await story.sees("· ej verifierad")
        await story.press("down")
        assert "Ej verifierad" in story.screen
        await story.press("right", "right")
        assert "verifierad" not in story.screen


async def test_where_nobody_signs_nothing_is_said_of_it(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "h")
        await story.sees("uppfylls inte → uppfylls; ko")
        await story.until(story.main.desk._worker._jobs.empty)
        assert "verifierad" not in story.screen
