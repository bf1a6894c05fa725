"""A page in Chromium: for everybody, on a phone and a wide screen, in the light, in the dark and on paper."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pdfplumber
import pytest

from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.status import EJ_BEDOMD
from exporters.document import Column, Document, Heading, Judged, Table
from exporters.html.page import html
from tests.end_to_end.browser import CHROMIUM, DRIVER
from tests.exporters.corpus import everywhere
from tests.exporters.html.pages import NUMBERS, documents, everything
from tests.exporters.html.screen import Screen
from tests.exporters.samples import PLAN, PROVENANCE, bilaga

AXE = Path(__file__).parents[2] / "tools/node_modules/axe-core/axe.min.js"
PHONE, WIDE = 320, 1280
DOCUMENTS = documents()
ABOUT = [
    "Ta fram en plan för laddstolpar",
    "Svara på cykelfrågor",
    "Undersöka resvanor: \\end{tabular} *2019*",
    "Korta köerna",
]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium finns inte här"),
    pytest.mark.skipif(DRIVER is None, reason="ChromeDriver finns inte här"),
]
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core finns inte här; kör make tools")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    opened = Screen(tmp_path_factory.mktemp("skärm"))
    yield opened
    opened.close()


def violations(screen: Screen) -> list[str]:
    """What axe-core finds wrong in the page as it stands."""
    if not screen.run("return 'axe' in window"):
        screen.run(AXE.read_text(encoding="utf-8"))
    return screen.run(
        "return axe.run().then((result) => result.violations.flatMap((rule) =>"
        " rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))"
    )


def crowded() -> Document:
    """A table with as many columns as a large region has nämnder."""
    status = Judged(EJ_BEDOMD, "")
    heads = (Column("Mål"), *(Column(f"Nämnden för område {number}") for number in range(20)))
    return Document("Målmatris", "Regionen", "2025", (Table("Mål", heads, ((("Resor",), *((status,),) * 20),)),))


@needs_axe
@pytest.mark.parametrize("dark", [False, True], ids=["ljust", "mörkt"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_nobody_is_shut_out_before_and_after_filtering(screen: Screen, name: str, width: int, dark: bool) -> None:
    screen.show(DOCUMENTS[name], width=width, dark=dark)
    assert violations(screen) == []
    if screen.run("return !!document.querySelector('.tools')"):
        screen.run("document.querySelector('details').open = true")
        screen.click("input[type=search]")
        screen.type("plan")
        assert violations(screen) == []


@pytest.mark.parametrize("name", [*DOCUMENTS, "svåra texter", "många spalter"])
def test_nothing_is_wider_than_the_screen(screen: Screen, name: str) -> None:
    more = {"svåra texter": everywhere, "många spalter": crowded}
    screen.show(DOCUMENTS[name] if name in DOCUMENTS else more[name]())
    for width in (WIDE, 1080, 760, PHONE):
        screen.resize(width)
        assert screen.run("return document.documentElement.scrollWidth") == width
    assert (
        screen.run(
            "return [...document.querySelectorAll('main p, main li, th, td, h1, h2, h3')].filter((each) =>"
            " each.checkVisibility() && !each.closest('thead') && each.scrollWidth > each.clientWidth + 1)"
            ".map((each) => each.outerHTML.slice(0, 200))"
        )
        == []
    )


def test_rows_are_filtered_by_what_is_typed(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"])
    assert screen.rows() == ABOUT
    screen.click("input[type=search]")
    screen.type("PARKERINGAR")
    assert screen.rows() == ABOUT[:1]
    assert screen.run("return document.querySelector('[role=status]').textContent") == "1 av 4 rader visas."
    assert screen.run("return [...document.querySelectorAll('.none')].map((each) => each.checkVisibility())") == [
        False,
        True,
    ]
    screen.click(".found button")
    assert screen.rows() == ABOUT
    assert screen.run("return document.querySelector('[role=status]').textContent") == "Alla 4 rader visas."


def test_rows_are_filtered_by_status_with_the_keyboard_alone(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"])
    screen.run("document.querySelector('input[type=search]').focus()")
    for _ in range(2):
        screen.press("Tab")
    screen.press(" ")
    assert screen.run("return document.activeElement.value") == "delvis"
    assert screen.rows() == ABOUT[:1]
    screen.press("Tab")
    screen.press(" ")
    assert screen.rows() == [ABOUT[0], ABOUT[3]]


def test_a_table_is_sorted_by_status_then_name_and_back(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"])
    head = "th[scope=col]"
    screen.click(f"{head} button")
    assert screen.rows()[:3] == [ABOUT[2], ABOUT[0], ABOUT[1]]
    assert screen.run(f"return document.querySelector('{head}').ariaSort") == "ascending"
    screen.press("Enter")
    assert screen.rows()[:3] == [ABOUT[1], ABOUT[0], ABOUT[2]]
    assert screen.run("return document.querySelector('[role=status]').textContent") == (
        "Sorterat efter Förvaltningens uppdrag, fallande."
    )
    screen.press("Enter")
    assert screen.rows() == ABOUT
    assert screen.run(f"return document.querySelector('{head}').ariaSort") is None


def test_numbers_are_sorted_by_size_and_names_as_in_swedish(screen: Screen) -> None:
    screen.show(replace(everything(), blocks=(NUMBERS,)))
    for column, order in ((1, ["Alar", "Åar", "Ängar", "Öar"]), (2, ["Alar", "Ängar", "Öar", "Åar"])):
        screen.click(f"th:nth-child({column}) button")
        assert screen.rows() == order
    screen.click("th:nth-child(3) button")
    assert screen.rows() == ["Alar", "Åar", "Öar", "Ängar"]


def test_a_row_of_sums_stays_last_counts_as_none_and_is_gone_when_rows_are(screen: Screen) -> None:
    summed = replace(NUMBERS, rows=(*NUMBERS.rows, (("Summa",), ("121",), ("1 203,5",))), summed=True)
    screen.show(replace(everything(), blocks=(summed,)))
    assert screen.run("return document.querySelector('.count').textContent") == "Alla 4 rader visas."
    for _ in range(3):
        screen.click("th:nth-child(2) button")
        assert screen.rows()[-1] == "Summa"
    screen.click("input[type=search]")
    screen.type("åa")
    assert screen.rows() == ["Åar"]


def test_on_a_phone_the_order_is_chosen_for_all_tables(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"], width=PHONE)
    assert screen.run("return document.querySelector('details').open") is False
    choose = (
        "const s = document.querySelector('select'); s.selectedIndex = {}; s.dispatchEvent(new Event('change'))"
    )
    screen.run(choose.format(2))
    assert screen.rows() == [ABOUT[1], ABOUT[0], ABOUT[2], ABOUT[3]]
    screen.run(choose.format(0))
    assert screen.rows() == ABOUT


def test_a_table_of_many_columns_is_cards_already_on_a_tablet(screen: Screen) -> None:
    screen.show(crowded(), width=1000)
    assert screen.run("return getComputedStyle(document.querySelector('tbody tr')).display") == "block"
    assert screen.run("return document.querySelector('select').checkVisibility()")
    screen.resize(WIDE)
    assert screen.run("return getComputedStyle(document.querySelector('tbody tr')).display") == "table-row"
    assert not screen.run("return document.querySelector('select').checkVisibility()")


@pytest.mark.parametrize("scripts", [True, False], ids=["med skript", "utan skript"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_a_table_is_a_table_to_a_screen_reader_on_any_screen(screen: Screen, width: int, scripts: bool) -> None:
    screen.show(DOCUMENTS["bilaga"], width=width, scripts=scripts)
    tree = screen.tree()
    roles = [role for role, _ in tree]
    assert roles.count("table") == 2
    assert roles.count("row") == 2 + 4
    assert roles.count("columnheader") == 6
    assert roles.count("rowheader") == 4
    assert ("columnheader", "Kommentar") in tree
    assert [name for role, name in tree if role == "table"][
        1
    ] == "1.3 Trygg vård: uppdrag, kommentar och aktiviteter"
    assert ("search" in roles) is scripts


def test_on_a_phone_each_cell_says_what_it_is(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"], width=PHONE)
    assert screen.run("return getComputedStyle(document.querySelector('td'), '::before').content") == '"Kommentar"'
    assert ("StaticText", "Kommentar") in screen.tree()


def test_a_page_asks_for_nothing(screen: Screen) -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html(everything()))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    screen.show(everything())
    try:
        screen.browser.open(f"http://127.0.0.1:{server.server_port}/")
        found = screen.run("return performance.getEntriesByType('resource').map((each) => each.name)")
    finally:
        server.shutdown()
        server.server_close()
    assert asked == ["/"]
    assert [name for name in found if not name.startswith("data:")] == []


def test_no_script_but_the_pages_own_runs(screen: Screen) -> None:
    screen.show(everything())
    assert screen.run("return document.querySelector('img').naturalWidth") == 120
    assert screen.run("return document.title").startswith("Arbetsmaterial: Bilaga 2")
    screen.run(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )
    assert screen.run("return window.ran ?? null") is None
    screen.show(everywhere())
    assert screen.run("return document.scripts.length") == 1


def long_plan() -> Plan:
    text = "\n\n".join("Arbetet fortsatte under året och följs upp till våren." for _ in range(60))
    uppdrag = tuple(
        Uppdrag(f"u-{n}", f"Uppdrag {n}", "delvis", text, aktiviteter=(Aktivitet(f"a-{n}", "Utreda", "klar"),))
        for n in range(3)
    )
    return Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1.1", "Resor", uppdrag=uppdrag),))


def test_on_paper_heads_and_page_numbers_come_again_and_rows_break(screen: Screen) -> None:
    screen.show(replace(bilaga(long_plan(), PROVENANCE), draft=True))
    with pdfplumber.open(io.BytesIO(screen.pdf())) as printed:
        pages = [page.extract_text() for page in printed.pages]
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f" {number}({len(pages)})" in page
        assert "Arbetsmaterial" in page
        assert "Underlag: 2019/regionkontoret.toml, version 3f2a91c" in page
        assert "Regionkontoret, Årsredovisning 2019" in page
    for page in pages[1:-1]:
        assert "Förvaltningens uppdrag Kommentar Aktivitet" in page
        assert page.count("Arbetet fortsatte") > 10
    assert "Sök i tabellerna" not in pages[0]


def test_on_paper_no_heading_stands_last_on_a_page(screen: Screen) -> None:
    row = ((("Resor",), ("ja",)),)
    table = Table("t", (Column("Förvaltning"), Column("Svar")), row)
    sections = tuple(block for number in range(40) for block in (Heading(2, f"Avsnitt {number}"), table))
    screen.show(Document("Många avsnitt", "Regionen", "2025", sections))
    with pdfplumber.open(io.BytesIO(screen.pdf())) as printed:
        pages = [page.extract_text() for page in printed.pages]
    assert len(pages) > 2
    for page in pages:
        assert page.count("Avsnitt") == page.count("Förvaltning Svar") == page.count("Resor ja")


def test_paper_is_white_and_tells_that_rows_are_left_out(screen: Screen) -> None:
    screen.show(DOCUMENTS["bilaga"], dark=True)
    assert screen.run("return getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 28)"
    screen.click("input[value=delvis]")
    screen.in_print(True, dark=True)
    assert screen.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    with pdfplumber.open(io.BytesIO(screen.pdf())) as printed:
        assert "1 av 4 rader visas." in printed.pages[0].extract_text()


def test_the_plan_of_the_tests_is_the_one_they_tell_of() -> None:
    assert [uppdrag.namn for omrade in PLAN.fokusomraden for uppdrag in omrade.uppdrag] == ABOUT
