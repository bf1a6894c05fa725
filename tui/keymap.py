"""Which keys run which actions when the user's own choices are counted in; made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tui.action import Action
from tui.actions import ACTIONS
from tui.key_names import is_typed
from tui.presets import PRESETS, Overrides

_BEHIND = {
    "tree": frozenset({"main", "past"}),
    "detail": frozenset({"main", "past"}),
    "table": frozenset({"overview", "malmatris"}),
    "entries": frozenset({"history"}),
    "todo-list": frozenset({"todo"}),
    "list": frozenset({"picker", "chooser", "mal", "filter", "themes", "export", "exporting"}),
    "report-list": frozenset({"report"}),
}
"""Parts that are used with another behind them, which answers the keys that they leave."""

_TYPED_IN = frozenset({"comment", "search", "form", "chooser", "mal", "identity"})
"""Parts where text is typed, so that a key that writes a character is no way to run an action."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One key that would run two actions."""

    action: Action
    other: Action
    key: str


@dataclass(frozen=True, slots=True)
class Keymap:
    """The actions with the keys that they have for this user."""

    actions: tuple[Action, ...] = ACTIONS
    _by_name: dict[str, Action] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self._by_name.update((action.name, action) for action in self.actions)

    def of(self, home: str) -> tuple[Action, ...]:
        """Return the actions that one part of the app answers."""
        return tuple(action for action in self.actions if action.home == home)

    def __getitem__(self, name: str) -> Action:
        """Return an action by its name."""
        return self._by_name[name]

    def shown(self, name: str) -> str:
        """Return the first key of an action, as people read it, to be named in a text."""
        action = self[name]
        return replace(action, keys=action.keys[:1]).shown_keys

    @property
    def changed(self) -> bool:
        """Whether it differs from what the registry says."""
        return self.actions != ACTIONS

    def for_textual(self) -> dict[str, str]:
        """Return it as `App.set_keymap` takes it: whole, for a part of it would unbind what shares a key."""
        return {action.name: ",".join(action.keys) for action in self.actions}


class _InUse:
    """What `use` was told last; texts that name a key are made in many places that know of no app."""

    keymap = Keymap()


def use(keymap: Keymap) -> None:
    """Let the app that is being opened speak of these keys."""
    _InUse.keymap = keymap


def in_use() -> Keymap:
    """Return the keymap of the app that is running."""
    return _InUse.keymap


def key(name: str) -> str:
    """Return what to press for an action, for a text that tells the user to."""
    return in_use().shown(name)


def keymap(overrides: Overrides, preset: str | None = None) -> Keymap:
    """Return the keymap with a preset, if any, and the user's own choices on top."""
    chosen = {**(PRESETS[preset] if preset else {}), **overrides}
    return Keymap(tuple(replace(one, keys=chosen.get(one.name, one.keys)) for one in ACTIONS))


def clashes(actions: Iterable[Action]) -> Iterator[Clash]:
    """Yield every key that would run two actions in the same place on the same kind of row."""
    by_key: dict[str, list[Action]] = {}
    for action in actions:
        for key in action.keys:
            for other in by_key.setdefault(key, []):
                if _together(action, other):
                    yield Clash(action, other, key)
            by_key[key].append(action)


def untypable(action: Action, key: str) -> bool:
    """Tell whether a key cannot run an action because it writes a character where the action is needed."""
    return action.home in _TYPED_IN and is_typed(key)


def _together(one: Action, other: Action) -> bool:
    behind = other.home in _BEHIND.get(one.home, ()) or one.home in _BEHIND.get(other.home, ())
    kinds = one.kinds is None or other.kinds is None or bool(one.kinds & other.kinds)
    return (one.home == other.home or behind) and kinds
