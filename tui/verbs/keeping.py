"""Committing without waiting, telling git who the user is, and taking a notice away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.filtering import Wanted

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def commit(main: MainScreen) -> None:
    """Commit what is saved."""
    main.desk.commit()
    main.tell()


def identity(main: MainScreen) -> None:
    """Ask who the user is."""
    from tui.screens.identity import IdentityDialog, Person

    def answered(person: Person | None) -> None:
        if person is not None:
            main.desk.identify(person.namn, person.epost)
        main.tell()

    main.app.push_screen(IdentityDialog(), answered)


def dismiss_notice(main: MainScreen) -> None:
    """Take the marks away, or else the notice, or else what is looked for."""
    if not main.plan_tree.clear_marks():
        if not main.desk.notice.text:
            main.finding.want(Wanted())
        main.desk.dismiss()
    main.tell()
