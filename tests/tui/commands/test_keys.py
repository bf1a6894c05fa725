"""`trafikljus keys`."""

from __future__ import annotations

import json

from tests.tui.commands.conftest import Trafikljus
from tui.actions import ACTIONS
from tui.settings import FILE, folder


def choose(text: str) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / FILE).write_text(text, encoding="utf-8")


def test_every_action_is_told_by_name_and_key_in_80_columns(trafikljus: Trafikljus) -> None:
    told = trafikljus("keys")
    assert (told.code, told.err) == (0, "")
    for action in ACTIONS:
        assert action.name in told.out
    table, _, after = told.out.partition("Egna tangenter skrivs i")
    assert max(map(len, table.splitlines())) <= 80
    assert FILE in after


def test_the_users_own_keys_are_counted_in(trafikljus: Trafikljus) -> None:
    choose('forval = "vim"\n[tangenter]\nangra = ["z", "ctrl+z"]\n')
    actions = json.loads(trafikljus("keys", "--json").out)["atgarder"]
    keys = {action["namn"]: action["tangenter"] for action in actions}
    assert keys["angra"] == ["z", "ctrl+z"]
    assert keys["ner"] == ["down", "j"]


def test_a_fault_is_told_by_line_and_column_beside_the_keys_that_hold(trafikljus: Trafikljus) -> None:
    choose('[tangenter]\nangra = "k"\n')
    told = trafikljus("keys")
    assert told.code == 2
    assert told.err == (
        f"{folder() / FILE}:2:1: tangenten k hör redan till kommentar (Kommentar); "
        "ge någon av dem en annan tangent\n"
    )
    assert "angra" in told.out
