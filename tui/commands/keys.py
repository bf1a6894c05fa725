"""`trafikljus keys`: which keys do what, with the user's own choices counted in."""

from __future__ import annotations

from argparse import Namespace

from tui.action import Action
from tui.arguments import Parser
from tui.guard import DONE, UNUSABLE
from tui.keymap import keymap
from tui.settings import FILE, folder, load
from tui.terminal import say, say_json, tell

SUMMARY = "visa tangenterna, med dina egna val"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print every action with its name and keys, by group; tell what is wrong in the settings."""
    loaded = load()
    actions = keymap(loaded.settings.tangenter, loaded.settings.forval).actions
    if arguments.json:
        say_json({"installningar": str(folder() / FILE), "atgarder": [_as_json(action) for action in actions]})
    else:
        for group in dict.fromkeys(action.group for action in actions):
            say(f"{group}\n{_table([action for action in actions if action.group == group])}\n")
        say(f'Egna tangenter skrivs i {folder() / FILE}, till exempel:\n[tangenter]\nangra = ["u", "ctrl+z"]')
    for fault in loaded.faults:
        tell(str(fault))
    return UNUSABLE if loaded.faults else DONE


def _as_json(action: Action) -> dict[str, object]:
    return {"namn": action.name, "tangenter": list(action.keys), "grupp": action.group, "hjalp": action.help}


def _table(actions: list[Action]) -> str:
    from tabulate import tabulate

    rows = [(action.shown_keys, action.name, action.help) for action in actions]
    return tabulate(rows, tablefmt="plain", disable_numparse=True, maxcolwidths=[14, 24, 38])
