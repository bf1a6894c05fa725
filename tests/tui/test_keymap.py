"""The keymap: no key runs two actions, neither as it comes nor with a preset."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from tui.actions import ACTIONS
from tui.key_names import is_typed, key_named
from tui.keymap import clashes, keymap, untypable
from tui.presets import PRESETS


def test_no_key_runs_two_actions() -> None:
    assert list(clashes(ACTIONS)) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_actions_that_there_are_and_makes_no_clash(preset: str) -> None:
    assert set(PRESETS[preset]) <= {action.name for action in ACTIONS}
    actions = keymap({}, preset).actions
    assert list(clashes(actions)) == []
    assert not [action.name for action in actions for key in action.keys if untypable(action, key)]


def test_every_action_keeps_a_key_with_the_vim_preset() -> None:
    actions = {action.name: action for action in keymap({}, "vim").actions}
    assert all(action.keys for action in actions.values())
    assert actions["ner"].keys == ("down", "j")
    assert "k" not in actions["kommentar"].keys


def test_the_users_own_keys_go_before_the_preset() -> None:
    actions = {action.name: action for action in keymap({"ner": ("n",)}, "vim").actions}
    assert actions["ner"].keys == ("n",)
    assert actions["upp"].keys == ("up", "k")


def test_a_key_is_named_in_texts_as_it_is_shown() -> None:
    assert keymap({}).shown("hjalp") == "?"
    assert keymap({"hjalp": ("f1", "question_mark")}).shown("hjalp") == "F1"


def test_a_key_of_the_tree_hides_none_of_the_screen_behind_it() -> None:
    (clash, *_) = clashes(keymap({"ner": ("u",)}).actions)
    assert {clash.action.name, clash.other.name} == {"ner", "angra"}


@pytest.mark.parametrize("char", [*string.printable.strip(), "å", "Ö", "§"])
def test_a_character_is_called_what_textual_calls_its_key(char: str) -> None:
    assert key_named(char) == _character_to_key(char)
    assert is_typed(_character_to_key(char))


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Esc", "escape"),
        ("PgUp", "pageup"),
        ("^S", "ctrl+s"),
        ("CTRL+S", "ctrl+s"),
        ("shift+alt+up", "alt+shift+up"),
        ("question_mark", "question_mark"),
        (" ", "space"),
        ("", None),
        ("ctrl+", None),
        ("ctrl+ctrl+a", None),
        ("shift+a", None),
        ("ab", None),
        ("\x1b", None),
    ],
)
def test_a_key_may_be_written_as_people_write_it(word: str, key: str | None) -> None:
    assert key_named(word) == key
