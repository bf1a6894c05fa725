"""What fullmäktige has decided for a year: written, committed; doubts and unknown nämnder are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.bringing_in.creating import tell_guesses, tell_left_out
from tui.committing import committed
from tui.guard import DONE
from tui.terminal import say

if TYPE_CHECKING:
    from data.importing.mal.decided import ImportedMal
    from data.workspace import Workspace


def create_decided(workspace: Workspace, imported: ImportedMal) -> int:
    """Write what was decided, commit it, and tell what was left out and guessed. Nothing is written over."""
    from data.mal_files import path_of
    from data.mal_writing import size

    decided = imported.decided
    path = path_of(decided.ar)
    workspace.create_mal(decided)
    tell_left_out(imported.left_out)
    tell_guesses(imported.guesses)
    _tell_unknown(imported)
    say(f"{path}: {size(decided)}" + (f", {decided.period}" if decided.period else ""))
    commit = committed(lambda: workspace.commit_mal(decided.ar), path)
    if commit is not None:
        say(f"{commit.short} {commit.subject}")
    return DONE


def _tell_unknown(imported: ImportedMal) -> None:
    codes, groups = imported.unknown_codes, imported.unknown_groups
    if codes:
        say(f"Saknas i region.toml, lägg till som [[namnd]] ({len(codes)}): {', '.join(codes)}")
    if groups:
        say(f"Saknas i region.toml, lägg till som [[grupp]] ({len(groups)}): {', '.join(groups)}")
