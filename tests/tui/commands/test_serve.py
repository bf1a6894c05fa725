"""`trafikljus serve`: the app in a real browser, and who may not come in."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from asyncio import timeout
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, WSMsgType

from tests.conftest import run_git
from tests.end_to_end.browser import CHROMIUM, DRIVER, PATIENCE, Browser
from tests.small_region import small_region
from tests.tui.commands.conftest import Trafikljus

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what the tests are about
RIGHT, DOWN = "\ue014", "\ue015"
needs_browser = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium eller chromedriver finns inte här")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A region in a folder whose name a careless command line would fall over, with traps for an import."""
    root = small_region(tmp_path / "Norrskog's $(touch x) & ”plan”")
    for name in ("tui", "data"):
        (root / name).mkdir()
        (root / name / "__init__.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    return root


@pytest.fixture
def url(root: Path) -> Iterator[str]:
    """The address of a server for the region."""
    server = subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", "serve"], cwd=root, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert server.stdout is not None
    told = re.search(r"http://\S+", server.stdout.readline())
    assert told is not None
    yield told[0]
    server.terminate()
    server.wait(60)
    server.stdout.close()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(tmp_path / "browser")
    yield opened
    opened.close()


def status_of(url: str, path: str = "/", **headers: str) -> int:
    """Return the status code that a request gets."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    connection.request("GET", path, headers=headers)
    code = connection.getresponse().status
    connection.close()
    return code


@needs_browser
def test_a_coordinator_in_the_browser_judges_and_sees_the_commit(url: str, root: Path, browser: Browser) -> None:
    browser.open(url)
    browser.sees("1.1 Nära vård")
    assert browser.run("return document.title") == "Trafikljus – Region Norrskog"
    browser.press(RIGHT + DOWN)
    browser.sees("Två av fem väntrum är klara.")
    browser.press("3")
    browser.until(lambda: run_git(root, "rev-list", "--count", "HEAD") == "2\n", "inget checkades in")
    assert (
        run_git(root, "log", "-1", "--format=%s")
        == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls inte\n"
    )
    browser.sees(f"sparat · {run_git(root, 'log', '-1', '--format=%h').strip()}")
    fetched = browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert fetched
    assert all(address.startswith(f"{url}/") for address in fetched)
    assert not (root / "x").exists()


@needs_browser
def test_closing_the_page_commits_what_was_saved(url: str, root: Path, browser: Browser) -> None:
    browser.open(url)
    browser.sees("1.1 Nära vård")
    browser.press("2")
    plan = root / "2019/regionkontoret.toml"
    browser.until(lambda: 'namn = "Nära vård"\nstatus = "delvis"' in plan.read_text("utf-8"), "inget sparades")
    browser.open("about:blank")
    browser.until(lambda: run_git(root, "rev-list", "--count", "HEAD") == "2\n", "inget checkades in")


async def test_what_is_exported_is_downloaded_by_the_page(url: str, root: Path) -> None:
    address = f"{url}/ws?width=100&height=30"
    async with timeout(PATIENCE), ClientSession() as session, session.ws_connect(address) as page:
        written = root.parent / f"{root.name}-rapporter"
        keys = [("sparat", "x"), ("Det blir", "\r"), ("Klart: 1 fil", "\r")]
        seen, told = "", ""
        async for message in page:
            if message.type == WSMsgType.TEXT and "deliver_file_start" in message.data:
                told = json.loads(message.data)[1]
                break
            seen += message.data.decode() if message.type == WSMsgType.BINARY else ""
            if keys and keys[0][0] in seen:
                seen = ""
                await page.send_json(["stdin", keys.pop(0)[1]])
        (file,) = written.iterdir()
        async with session.get(f"{url}/download/{told}") as answer:
            assert await answer.read() == file.read_bytes()
            assert file.name in answer.headers["Content-Disposition"]


def test_only_our_own_page_is_let_in(url: str) -> None:
    port = urlsplit(url).port
    assert status_of(url) == 200
    assert status_of(url, Host=f"localhost:{port}") == 200
    assert status_of(url, Host=f"elak.example:{port}") == 403
    assert status_of(url, "/ws", Origin="http://elak.example") == 403
    assert status_of(url, "/ws", Origin="null") == 403


def test_an_address_that_others_reach_is_refused(region: Path, trafikljus: Trafikljus) -> None:
    for host in (EVERYWHERE, "192.0.2.1", "::", "exempel.se", ""):
        told = trafikljus("serve", "--host", host)
        assert told.code == 2
        assert "appen har ingen inloggning; lägg till --oppet" in told.err


def test_with_oppet_it_is_served_and_warned_of(
    region: Path, trafikljus: Trafikljus, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[frozenset[str] | None] = []

    def serve(listening: socket.socket, title: str, names: frozenset[str] | None) -> None:
        listening.close()
        served.append(names)

    monkeypatch.setattr("tui.serving.server.serve", serve)
    told = trafikljus("serve", "--host", EVERYWHERE, "--oppet")
    assert (told.code, served) == (0, [None])
    assert told.err == ("varning: ingen inloggning; alla som når sidan kan läsa och ändra planerna, i ditt namn\n")


def test_a_port_that_is_taken_is_told_when_it_was_asked_for(region: Path, trafikljus: Trafikljus) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = trafikljus("serve", "--port", str(port))
    assert told.code == 2
    assert f"porten {port} går inte att använda på 127.0.0.1" in told.err


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_is_a_number(region: Path, trafikljus: Trafikljus, port: str) -> None:
    told = trafikljus("serve", f"--port={port}")
    assert told.code == 2
    assert f"{port} är ingen port; välj 1–65535" in told.err
