"""What the screens that look back and look wide look like, as pictures; updated as those of `test_looks`."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.git import Repository
from data.seen import remember
from tests.past_region import AFTER_AUTUMN, INGRID, SAMIR, commit, dated_git, dated_region, past_region
from tests.tui.pictures import SIZES, THEMES, all_saved, ended_after, until
from tui.app import TrafikljusApp
from tui.screens.grid import GridScreen
from tui.screens.history import HistoryScreen
from tui.screens.past import PastScreen
from tui.screens.report import ReportScreen

SCREENS = {
    "oversikt": ("end", "home", "v", "down"),
    "malmatris": ("end", "home", "V", "down", "right"),
    "framdrift": ("end", "home", "P", "up"),
    "mal-utan-uppdrag": ("end", "home", "L", "down"),
    "trend": ("end", "home", "T", "home"),
    "historik": ("right", "down", "right", "down", "h"),
    "planens-historik": ("right", "down", "right", "down", "h", "right"),
    "som-det-var": ("right", "down", "right", "down", "h", "down", "enter"),
    "nytt": ("right", "down", "right", "down"),
}

ROOTS = {
    "oversikt": "wide",
    "malmatris": "matrix",
    "framdrift": "closed",
    "mal-utan-uppdrag": "closed",
    "trend": "closed",
}
"""The fixture of the region that a screen is seen in, where it is not `long`."""

REGION = """\
namn = "Region Norrskog"

[[forvaltning]]
id = "regionkontoret"
namn = "Regionkontoret"

[[forvaltning]]
id = "sjukhuset"
namn = "Sjukhuset i Norrskog"

[[forvaltning]]
id = "kollektivtrafiken"
namn = "Kollektivtrafikförvaltningen"
"""

OMRADEN = (
    ("1.1", "Nära vård", "delvis"),
    ("1.2", "Rätt kompetens på rätt plats", None),
    ("1.3", "Hållbart resande", "uppfylls"),
    ("1.4", "En öppen region", "inte"),
    ("1.5", "Digitala tjänster som fungerar", None),
    ("1.6", "Kultur i hela länet", "uppfylls"),
)
STATUSES = ("uppfylls", "delvis", "uppfylls", "inte", None, "delvis", "uppfylls")


def _plan(forvaltning: str, start: int, *, ar: int = 2019) -> str:
    """A plan with uppdrag of every status, differently for each start."""
    parts = [f'forvaltning = "{forvaltning}"\nar = {ar}\n']
    for place, (id, namn, verdict) in enumerate(OMRADEN):
        if (place + start) % 5 == 3:
            continue
        parts.append(f'[[fokusomrade]]\nid = "{id}"\nnamn = "{namn}"\n' + _status(verdict))
        for number in range(2 + (3 * place + 5 * start) % 11):
            uppdrag = f'[[fokusomrade.uppdrag]]\nid = "u{place}-{number}"\nnamn = "Uppdrag {place}.{number}"\n'
            parts.append(uppdrag + _status(STATUSES[(place + number * (start + 1)) % len(STATUSES)]))
    return "\n".join(parts)


def _status(value: str | None) -> str:
    return "" if value is None else f'status = "{value}"\n'


NAMNDER = """
[[namnd]]
kod = "RS"
namn = "Regionstyrelsen"

[[namnd]]
kod = "HSN"
namn = "Hälso- och sjukvårdsnämnden"

[[namnd]]
kod = "KTN"
namn = "Kollektivtrafiknämnden"

[[namnd]]
kod = "KUN"
namn = "Kulturnämnden"
"""
MAL = (
    ("Kontakt med vården när den behövs", ("RS", "HSN")),
    ("Ett arbetsliv som håller", ("RS", "HSN", "KTN", "KUN")),
    ("Resor att lita på", ("KTN",)),
    ("Möten utan hinder", ("RS",)),
    ("Tjänster som alla kan använda", ("RS", "HSN", "KTN")),
    ("Kultur där man bor", ("KUN", "RS")),
    ("Utsläpp som går mot noll", ("KTN", "RS", "HSN")),
)
"""The mål of a year; uppdrag number n of a fokusområde serves the one that has its number."""


def _decided() -> str:
    parts = ["ar = 2019\n"]
    for number, (namn, namnder) in enumerate(MAL):
        if number < len(OMRADEN):
            parts.append(f'[[fokusomrade]]\nid = "{OMRADEN[number][0]}"\nnamn = "{OMRADEN[number][1]}"\n')
        codes = ", ".join(f'"{kod}"' for kod in namnder)
        parts.append(f'[[fokusomrade.mal]]\nid = "m{number}"\nnamn = "{namn}"\nnamnder = [{codes}]\n')
    return "\n".join(parts)


def _serving(text: str) -> str:
    """Let each uppdrag of a plan serve a mål, save some."""
    return re.sub(r'id = "u([0-9])-([0-4])"', r'id = "u\1-\2"\nmal = ["m\1"]', text)


@pytest.fixture
def matrix(wide: Path) -> Path:
    """The same, with nämnder, and what was decided for the year."""
    region = REGION + NAMNDER
    for forvaltning, kod in (("regionkontoret", "RS"), ("sjukhuset", "HSN"), ("kollektivtrafiken", "KTN")):
        region = region.replace(f'id = "{forvaltning}"\n', f'id = "{forvaltning}"\nnamnd = "{kod}"\n')
        path = wide / f"2019/{forvaltning}.toml"
        path.write_text(_serving(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    (wide / "region.toml").write_text(region, encoding="utf-8", newline="\n")
    (wide / "2019/mal-och-budget.toml").write_text(_decided(), encoding="utf-8", newline="\n")
    dated_git(wide, "2019-01-11", "add", ".")
    dated_git(wide, "2019-01-11", "commit", "--quiet", "--message", "Mål")
    return wide


@pytest.fixture
def closed(matrix: Path) -> Path:
    """The same, where two förvaltningar have closed a report since which more has been judged, and one has not."""
    for name, day in (("regionkontoret", "2019-05-06"), ("kollektivtrafiken", "2019-05-09")):
        tag = f"rapport/2019-ur1/{name}"
        dated_git(matrix, day, "tag", "--annotate", "--message", "Våren", tag)
    for path in (matrix / "2019").glob("[ks]*.toml"):
        text = path.read_text(encoding="utf-8").replace('status = "inte"\n\n', 'status = "delvis"\n\n')
        path.write_text(text.replace('status = "delvis"', 'status = "uppfylls"', 3), encoding="utf-8", newline="\n")
    dated_git(matrix, "2019-09-02", "commit", "--quiet", "--all", "--message", "Hösten")
    return matrix


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """A region with three plans for a year."""
    names = ("regionkontoret", "sjukhuset", "kollektivtrafiken")
    plans = {f"2019/{name}.toml": _plan(name, start) for start, name in enumerate(names)}
    return dated_region(tmp_path, {"region.toml": REGION, **plans})


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A region with a past, and some of it not seen yet."""
    root = past_region(tmp_path)
    repository = Repository(root)
    remember(repository)
    repository.close()
    changed = AFTER_AUTUMN.replace('namn = "Byta belysningen"', 'namn = "Byta till varmare belysning"')
    commit(root, changed, INGRID, "2019-11-20", "regionkontoret 2019: Byta till varmare belysning: namn ändrat")
    told = changed.replace('status = "klar"', 'status = "pagar"\nkommentar = "Två rum kvar."')
    commit(root, told, SAMIR, "2019-11-21", "regionkontoret 2019: Byta till varmare belysning → pågår")
    return root


@pytest.fixture
def look(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, snap_compare: Callable[..., bool]
) -> Iterator[Callable[..., bool]]:
    """Open the app, press keys, and compare what it shows with the stored picture."""
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    monkeypatch.setattr("tui.attention.REST", 3600.0)
    if hasattr(time, "tzset"):
        time.tzset()

    def compare(screen: str, size: tuple[int, int], theme: str, *, ascii: bool = False) -> bool:
        root: Path = request.getfixturevalue(ROOTS.get(screen, "long"))
        app = TrafikljusApp(root, ascii=ascii)
        apps.append(app)

        async def go(pilot: Pilot[None]) -> None:
            await all_saved(pilot, app)
            main = app._main
            assert main is not None
            await until(pilot, lambda: screen in ROOTS or main.desk.hindsight.news.by_row)
            app.theme = theme
            await pilot.pause()
            for key in SCREENS[screen]:
                await pilot.press(key)
                if key in ("v", "V"):
                    await until(pilot, lambda: isinstance(app.screen, GridScreen))
                if isinstance(app.screen, ReportScreen):
                    report = app.screen.report_list
                    await until(pilot, lambda report=report: report.row is not None)
                if isinstance(app.screen, HistoryScreen):
                    history = app.screen
                    await until(pilot, lambda history=history: history._life is not None)
                if key == "enter":
                    await until(pilot, lambda: isinstance(app.screen, PastScreen) and app.screen.row is not None)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=go)

    with ended_after() as apps:
        yield compare


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(look: Callable[..., bool], screen: str, size: str, theme: str) -> None:
    assert look(screen, SIZES[size], THEMES[theme])


@pytest.mark.parametrize("screen", ["oversikt", "malmatris", "historik"])
def test_a_screen_looks_as_it_did_with_much_room(look: Callable[..., bool], screen: str) -> None:
    assert look(screen, (200, 60), THEMES["mork"])


@pytest.mark.parametrize("screen", ["framdrift", "mal-utan-uppdrag", "trend"])
def test_a_screen_looks_as_it_did_with_little_room(look: Callable[..., bool], screen: str) -> None:
    assert look(screen, (60, 20), THEMES["ljus"])


@pytest.mark.parametrize(
    "screen", ["oversikt", "malmatris", "framdrift", "trend", "historik", "som-det-var", "nytt"]
)
def test_a_screen_in_ascii_looks_as_it_did(look: Callable[..., bool], screen: str) -> None:
    assert look(screen, SIZES["80x24"], THEMES["mork"], ascii=True)


@pytest.mark.parametrize("screen", ["oversikt", "malmatris", "framdrift", "trend", "historik", "som-det-var"])
def test_a_screen_without_colour_looks_as_it_did(
    look: Callable[..., bool], monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert look(screen, SIZES["80x24"], THEMES["mork"])
