"""`trafikljus serve`: the app in a web browser, for those without a terminal."""

from __future__ import annotations

import os
import socket
from argparse import ArgumentTypeError, Namespace
from ipaddress import ip_address
from pathlib import Path

from tui.arguments import Parser
from tui.guard import DONE, RefusedError
from tui.region_root import region_root
from tui.terminal import tell

SUMMARY = "visa appen i webbläsaren på den här datorn"

HOST, PORT = "127.0.0.1", 8800
"""Where the page is when nothing else is said: reached from this computer alone."""

_TRIES = 50
"""How many ports are tried, one after the other, when none is named."""

_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("--port", type=_port, metavar="N", help=f"utan: {PORT}, eller nästa som är ledig")
    parser.add_argument("--host", default=HOST, metavar="ADRESS", help=f"utan: {HOST}, som bara nås härifrån")
    parser.add_argument("--oppet", action="store_true", help="släpp in andra datorer; det finns ingen inloggning")


def run(arguments: Namespace) -> int:
    """Serve until interrupted. RefusedError for an address that others reach, unless that is asked for."""
    root = region_root(arguments.here)
    host: str = arguments.host
    outside = not _is_own(host)
    if outside and not arguments.oppet:
        raise RefusedError(
            f"{host} nås från andra datorer, och appen har ingen inloggning; lägg till --oppet om det är meningen"
        )
    listening = _listening(host, arguments.port)
    if outside:
        tell("varning: ingen inloggning; alla som når sidan kan läsa och ändra planerna, i ditt namn")
    os.chdir(root)  # where the sessions start
    from tui.serving.server import serve

    serve(listening, f"Trafikljus – {_region_name(root)}", None if outside else _OWN_NAMES | {host})
    return DONE


def _port(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 65536):
        raise ArgumentTypeError(f"{word} är ingen port; välj 1–65535")
    return int(word)


def _is_own(host: str) -> bool:
    """Tell whether an address is reached from this computer alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(host: str, port: int | None) -> socket.socket:
    """Return a socket on the port, or on the first free one from `PORT` on."""
    error: OSError | None = None
    for number in [port] if port else range(PORT, PORT + _TRIES):
        try:
            return socket.create_server(
                (host, number), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=16
            )
        except socket.gaierror as unknown:
            raise RefusedError(f"{host} är ingen adress på den här datorn") from unknown
        except OSError as taken:
            error = taken
    told = f"porten {port} går inte att använda" if port else f"ingen port {PORT}–{PORT + _TRIES - 1} är ledig"
    raise RefusedError(f"{told} på {host} ({error}); välj en annan med --port") from error


def _region_name(root: Path) -> str:
    from data.region import FILE, read_region

    region, _ = read_region((root / FILE).read_text(encoding="utf-8", errors="replace"), FILE)
    return region.namn if region else root.name
