"""Exporting from the app: choosing what, carrying it out beside all else, and following how it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.exporting import Choice, Export
from tui.messages import WorkerMessage
from tui.notices import Notice

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def export(main: MainScreen) -> None:
    """Choose what to export; or follow the export that is under way."""
    if main.exporting is not None and main.exporting.ended is None:
        follow(main, main.exporting)
    elif not main.desk.session.plans:
        main.say("Det finns ingen plan att exportera.")
    else:
        choose(main)


def choose(main: MainScreen) -> None:
    """Ask what to export, and do it."""
    from tui.screens.export import ExportScreen

    def chosen(choice: Choice | None) -> None:
        if choice is not None:
            follow(main, begin(main, choice))

    main.app.push_screen(ExportScreen(main), chosen)


def follow(main: MainScreen, export: Export) -> None:
    """Show how an export goes."""
    from tui.screens.export_progress import ExportProgress

    main.app.push_screen(ExportProgress(main, export))


def begin(main: MainScreen, choice: Choice) -> Export:
    """Begin an export as soon as all that was changed is saved and committed; remember what was chosen."""
    from tui.export_memory import remember

    export = Export(main.desk.root, choice, main.call_later)
    export.listeners.append(partial(_tell, main, export))
    main.exporting = export
    main.run_worker(partial(remember, main.desk.root, choice), thread=True)
    main.desk.commit()
    listeners = main.desk.hindsight.listeners

    def start_at_rest(_said: WorkerMessage) -> None:
        if main.desk.at_rest:
            listeners.remove(start_at_rest)
            export.start()

    if main.desk.at_rest:
        export.start()
    else:
        listeners.append(start_at_rest)
    return export


def _tell(main: MainScreen, export: Export) -> None:
    """Tell that an export has ended, where nobody follows it."""
    from tui.screens.export_progress import ExportProgress, summary

    if export.ended is not None and not isinstance(main.app.screen, ExportProgress):
        main.desk.notice = Notice(summary(export), failed=bool(export.ended.code and not export.cancelled))
        main.tell()
