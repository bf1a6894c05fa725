"""Searching and filtering, and showing all again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.filtering import Wanted

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def search(main: MainScreen) -> None:
    """Let a search be typed."""
    main.finding.begin()


def clear(main: MainScreen) -> None:
    """Look for nothing: show all."""
    if not main.finding.wanted:
        main.say("Allt visas redan.")
    main.finding.want(Wanted())


def choose(main: MainScreen) -> None:
    """Choose what the rows that show must be."""
    from tui.filtering import choices
    from tui.screens.filter import Asked, FilterDialog

    def chosen(asked: Asked | None) -> None:
        if asked is not None:
            main.finding.want(replace(asked.wanted, query=main.finding.wanted.query))
            if asked.since is not None:
                main.finding.compare(asked.since)

    plans = main.desk.session.plans
    titles = tuple(dict.fromkeys(report.title for report in main.agenda.reports if report.plan in plans))
    main.desk.hindsight.closed(plans)
    main.app.push_screen(FilterDialog(main.finding.wanted, choices(plans.values()), titles, main.glyphs), chosen)
