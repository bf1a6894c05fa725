"""Comments are written in an editor of several lines, in the app or outside it; nothing typed is lost."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.drafts import Draft, Drafts
from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened
from tui.external_editor import EditorError, edited_outside


async def test_a_comment_is_written_and_committed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        await story.type("Klart i maj.\n\nAllt 1 ?")
        await story.press("ctrl+s")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Bygga cykelgarage: kommentar tillagd"
        plan = story.main.desk.session.plans["2019/regionkontoret"]
        assert plan.items["cykelgarage"].kommentar == "Klart i maj.\n\nAllt 1 ?"
        assert "Klart i maj." in story.screen


async def test_escape_keeps_the_text_as_a_draft_and_says_so(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        await story.press("escape")
        assert "utkast" in story.screen
        assert story.file() == before
        await story.press("k")
        assert "Två av fem väntrum är klara. Mer." in story.screen
        assert "Utkast" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert 'kommentar = "Två av fem väntrum är klara. Mer."' in story.file()


async def test_an_unchanged_comment_is_not_saved(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", "k", "ctrl+s")
        await story.committed()
        assert story.file() == before
        assert story.log() == ["Börja"]


async def test_a_comment_that_is_emptied_goes_from_the_file(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k", "f7", "delete", "ctrl+s")
        await story.committed()
        assert "kommentar" not in story.file()


async def test_a_comment_that_met_a_conflict_is_kept_as_a_draft(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        path = root / "2019/regionkontoret.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("Två av fem", "Tre av fem"), encoding="utf-8")
        await story.press("ctrl+s")
        await story.sees("utkast")
        await story.sees("Tre av fem väntrum är klara.")
        await story.press("k")
        assert "Två av fem väntrum är klara. Mer." in story.screen


def _editor(tmp_path: Path, body: str) -> str:
    script = tmp_path / "editor.py"
    script.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{body}\n", encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


async def test_the_users_own_editor_writes_the_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor(tmp_path, "path.write_text(path.read_text() + ' Skrivet utanför.\\n')"))
    async with opened(small_region(tmp_path / "r")) as story:
        _let_the_terminal_go(story, monkeypatch)
        await story.press("right", "down", "e")
        await story.committed()
        assert 'kommentar = "Två av fem väntrum är klara. Skrivet utanför."' in story.file()


async def test_an_editor_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor(tmp_path, "sys.exit(3)"))
    async with opened(small_region(tmp_path / "r")) as story:
        _let_the_terminal_go(story, monkeypatch)
        await story.press("right", "down", "e")
        assert "Kommentaren är inte ändrad" in story.screen
        assert story.log() == ["Börja"]


def _let_the_terminal_go(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's screen has no terminal to hand over; everything else is the real thing."""

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    monkeypatch.setattr(story.app, "suspend", suspend)


def test_an_editor_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "finns-inte-alls")
    with pytest.raises(EditorError, match="EDITOR"):
        edited_outside("text")


async def test_the_editor_counts_words_and_characters(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k")
        assert "6 ord, 28 tecken" in story.screen
        await story.type(" Mer.")
        assert "7 ord, 33 tecken" in story.screen


async def test_the_editor_warns_of_a_personnummer_and_hinders_nothing(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "k")
        assert "personnummer" not in story.screen
        await story.type("Gäller 811228-9874.")
        assert "Ser ut som personnummer: 811228-9874." in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert "811228-9874" in story.file()


async def test_what_is_being_written_is_on_disk_before_it_is_saved(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Fyra nu.")
        drafts = Drafts(root / ".git")
        written = "Två av fem väntrum är klara. Fyra nu."
        await story.until(lambda: [draft.text for draft in drafts.all()] == [written])
        assert story.file() == PLAN
        await story.press("ctrl+s")
        await story.committed()
        await story.until(lambda: not drafts.all())
        assert "Fyra nu." in story.file()


async def test_a_draft_that_a_crash_left_is_offered_at_the_next_start(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    base = "Två av fem väntrum är klara."
    Drafts(root / ".git").save(Draft("2019/regionkontoret", "vantrum", base, f"{base} Tre!", "2019-11-02 14:02"))
    async with opened(root) as story:
        await story.sees("Ett utkast finns från förut: Göra väntrummen lugnare")
        await story.press("right", "down", "k")
        assert "Utkast från 2019-11-02 14:02, inte sparat." in story.screen
        assert "är ändrad sedan dess" not in story.screen
        assert f"{base} Tre!" in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert f'kommentar = "{base} Tre!"' in story.file()
        await story.until(lambda: not Drafts(root / ".git").all())
    async with opened(root) as story:
        await story.sees("sparat")
        assert "utkast" not in story.screen


async def test_a_draft_outlives_the_app(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        await story.press("escape")
    async with opened(root) as story:
        await story.sees("Ett utkast finns från förut")
        await story.press("right", "down", "k")
        assert "Två av fem väntrum är klara. Mer." in story.screen


async def test_a_draft_that_says_what_is_there_already_goes(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k", "x")
        await story.until(lambda: Drafts(root / ".git").all())
        await story.press("backspace", "escape")
        await story.until(lambda: not Drafts(root / ".git").all())
        assert "utkast" not in story.screen


async def test_a_comment_that_somebody_changed_while_one_wrote_is_not_written_over(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        path = root / "2019/regionkontoret.toml"
        path.write_text(PLAN.replace("Två av fem", "Tre av fem"), encoding="utf-8")
        session = story.main.desk.session
        await story.until(lambda: "Tre" in str(session.plans["2019/regionkontoret"].items["vantrum"].kommentar))
        await story.press("ctrl+s")
        await story.sees("Konflikt på Göra väntrummen lugnare")
        assert "Tre av fem" in story.file()
        await story.press("k")
        assert "Kommentaren är ändrad sedan dess." in story.screen
        assert "Två av fem väntrum är klara. Mer." in story.screen


async def test_drafted_sentences_are_put_into_a_fokusomrades_comment_to_be_edited(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("k")
        assert "Infoga text" in story.screen
        assert "Prognos" in story.screen
        await story.type("Året gick.")
        await story.press("ctrl+g")
        await story.type(" Resten i höst.")
        await story.press("ctrl+s")
        await story.committed()
        kommentar = story.main.desk.session.plans["2019/regionkontoret"].items["1.1"].kommentar
        assert kommentar == (
            "Året gick.\n\nUppdraget ”Göra väntrummen lugnare” uppfylls delvis. "
            "Uppdraget ”Bygga cykelgarage” är inte bedömt. Resten i höst."
        )


async def test_the_forecast_stands_as_a_paragraph_of_its_own_before_what_there_was(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    with_text = PLAN.replace('namn = "Nära vård"', 'namn = "Nära vård"\nkommentar = "Som väntat."')
    (root / "2019/regionkontoret.toml").write_text(with_text, encoding="utf-8")
    async with opened(root) as story:
        await story.press("k", "home", "ctrl+o", "ctrl+s")
        await story.committed()
        kommentar = story.main.desk.session.plans["2019/regionkontoret"].items["1.1"].kommentar or ""
        assert kommentar.startswith("Uppdraget ”Göra väntrummen lugnare” bedöms uppfyllas delvis.")
        assert kommentar.endswith("är inte bedömt.\n\nSom väntat.")


async def test_only_a_fokusomrade_has_drafted_sentences(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k", "ctrl+g", "ctrl+o")
        assert "Infoga" not in story.screen
        await story.press("ctrl+s")
        await story.committed()
        assert story.file() == PLAN


async def test_a_text_that_the_uppdrag_have_left_behind_is_pointed_out(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    old = 'namn = "Nära vård"\nstatus = "uppfylls"\nkommentar = "Båda uppdragen uppfylls."'
    (root / "2019/regionkontoret.toml").write_text(PLAN.replace('namn = "Nära vård"', old), encoding="utf-8")
    async with opened(root, (120, 40)) as story:
        flat = " ".join(story.screen.replace("│", " ").split())
        assert "Att uppmärksamma" in flat
        assert "Bedömningen av fokusområdet är" in flat
        assert "säger ”Båda uppdragen uppfylls”" in flat
        await story.press("k")
        assert "Texten säger ”Båda uppdragen uppfylls”" in story.screen


async def test_a_draft_is_thrown_away_with_one_key_and_comes_back_with_undo(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        await story.press("escape", "k", "ctrl+r")
        assert "är slängt; ^Z tar tillbaka det." in story.screen
        assert "Mer." not in story.screen
        await story.press("ctrl+z")
        assert "är slängt" not in story.screen
        assert "Två av fem väntrum är klara. Mer." in story.screen
        await story.press("ctrl+r", "escape")
        assert "Utkastet är slängt." in story.screen
        await story.until(lambda: not Drafts(root / ".git").all())
        assert story.file() == PLAN


async def test_who_throws_an_old_draft_away_writes_on_in_todays_comment(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    Drafts(root / ".git").save(Draft("2019/regionkontoret", "vantrum", "Ett väntrum är klart.", "Ett eller två."))
    async with opened(root) as story:
        await story.sees("Ett utkast finns från förut")
        await story.press("right", "down", "k", "ctrl+r")
        await story.type(" Tre!")
        await story.press("ctrl+s")
        await story.committed()
        assert 'kommentar = "Två av fem väntrum är klara. Tre!"' in story.file()
        assert "Konflikt" not in story.screen


async def test_a_row_with_a_draft_is_marked_and_so_is_what_hides_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k")
        await story.type(" Mer.")
        await story.press("escape")
        assert "¶ Göra väntrummen" in story.screen
        flat = " ".join(story.screen.replace("│", " ").split())
        assert "¶ Utkast till" in flat
        await story.press("left", "left")
        assert "¶ 1.1" in story.screen
        await story.press("right", "down", "k", "ctrl+r", "escape")
        assert "¶" not in story.screen


async def test_the_key_that_throws_a_draft_away_is_told_also_where_there_is_little_room(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (60, 20)) as story:
        await story.press("k")
        assert "Esc Stäng, behåll utkast ^R Släng utkast" in story.screen
