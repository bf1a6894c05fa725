"""Copying rows as plain text, for a mail or a document elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.plain_text import one_line, visible
from data.plan import Item
from data.wording import shortened
from tui.glyphs import heading, measure, status_of
from tui.keymap import key

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def text(main: MainScreen) -> None:
    """Copy name, status and comment."""
    plans = main.desk.session.plans
    _copy(main, "\n".join(_line(plans[name].items[id]) for name, id in main.targets))


def id(main: MainScreen) -> None:
    """Copy the id."""
    _copy(main, "\n".join(one_line(id) for _, id in main.targets))


def show(main: MainScreen) -> None:
    """Show what was copied last, for terminals that do not let programs copy."""
    from tui.screens.copied import Copied

    if main.copied:
        main.app.push_screen(Copied(main.copied))
    else:
        main.say(f"Inget är kopierat ännu; {key('kopiera')} kopierar raden.")


def _copy(main: MainScreen, copied: str) -> None:
    if copied:
        main.copied = copied
        main.app.copy_to_clipboard(copied)
        main.say(f"Kopierat: {shortened(copied, 40)}  Kom det inte fram? {key('visa-kopierat')} visar texten.")


def _line(item: Item) -> str:
    status = status_of(item)
    facts = [one_line(heading(item)), status.label if status else measure(getattr(item, "utfall", None), None)]
    return " — ".join(filter(None, [*facts, visible(item.kommentar or "").strip()]))
