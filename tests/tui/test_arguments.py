"""The command line speaks Swedish, also where argparse itself does the talking."""

from __future__ import annotations

import argparse

import pytest

from tui.arguments import Parser, parsed, utf8
from tui.commands import MODULES
from tui.guard import RefusedError


def build() -> Parser:
    parser = Parser("trafikljus prova", "prova orden")
    parser.add_argument("plan", metavar="PLAN")
    parser.add_argument("--antal", type=int)
    parser.add_argument("--form", choices=["rak", "krokig"])
    parser.add_argument("--ord", type=utf8)
    parser.add_argument("--json", action="store_true")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--in", action="store_true")
    one.add_argument("--ut", action="store_true")
    return parser


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "det här saknas: PLAN"),
        ("a --antal", "--antal: ett värde saknas"),
        ("a --antal tre", "--antal: 'tre' är inget giltigt värde"),
        ("a --form sned", "--form: 'sned' finns inte; välj 'rak', 'krokig'"),
        ("a --json=ja", "--json: tar inget värde, men fick 'ja'"),
        ("a --in --ut", "--ut: kan inte användas ihop med --in"),
        ("a --ord \udcff", "--ord: texten är inte UTF-8"),
        ("a b", "okänt argument: b"),
        ("a --js", "okänt argument: --js"),
    ],
)
def test_wrong_use_is_told_in_one_swedish_line(line: str, told: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parsed(build, line.split())
    assert str(refused.value) == f"{told}; se trafikljus prova --help"


def test_the_help_is_swedish_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parsed(build, ["--help"])
    assert not stop.value.code
    shown = capsys.readouterr().out
    assert shown.startswith("användning: trafikljus prova")
    assert {"argument:", "flaggor:"} <= set(shown.splitlines())
    assert not {"usage:", "options:", "positional", "exit"} & set(shown.split())


def test_argparse_speaks_its_own_language_again_afterwards() -> None:
    parsed(build, ["a"])
    assert argparse.ArgumentParser(prog="x").format_usage().startswith("usage: ")


def test_each_verb_has_a_module() -> None:
    from tui.commands import _command

    for verb in MODULES:
        assert _command(verb).SUMMARY
