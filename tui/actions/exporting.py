"""Writing reports as documents, and reading them before."""

from __future__ import annotations

from functools import partial

from tui.action import Action

_export = partial(Action, group="När du exporterar", home="export", palette=False)
_exporting = partial(Action, group="Medan något exporteras", home="exporting", palette=False)
_preview = partial(Action, group="I förhandsvisningen", home="preview", palette=False)

ACTIONS: tuple[Action, ...] = (
    Action(
        "exportera",
        "exporting.export",
        ("x",),
        "Exportera",
        "Skriv rapporter som dokument, eller följ en export som pågår.",
        "Exportera",
        footer=8,
    ),
    _export("export-valj", "turn", ("space",), "Välj", "Välj det markerade, eller välj bort det.", footer=2),
    _export("export-starta", "start", ("enter",), "Exportera", "Skriv filerna.", footer=1),
    _export("export-visa", "preview", ("p",), "Förhandsvisa", "Visa rapporten som text.", footer=3),
    _export("export-falt", "next_field", ("tab",), "Nästa", "Gå till nästa lista, eller till mappen.", footer=4),
    _export("export-lista", "other", ("left", "right"), "Andra listan", "Gå till den andra listan."),
    _export("export-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=6),
    _export("export-stang", "close", ("escape",), "Stäng", "Gå tillbaka utan att exportera.", footer=5),
    _exporting("fil-oppna", "open", ("enter",), "Öppna", "Öppna filen i datorns program för den.", footer=1),
    _exporting("fil-mapp", "open_folder", ("m",), "Öppna mappen", "Öppna mappen som filerna ligger i.", footer=2),
    _exporting(
        "export-avbryt",
        "cancel",
        ("escape",),
        "Avbryt",
        "Avbryt; det som är skrivet finns kvar. När allt är klart: gå till trädet.",
        footer=3,
    ),
    _exporting(
        "export-till-tradet", "back", ("b",), "Till trädet", "Gå till trädet; exporten fortsätter.", footer=4
    ),
    _exporting("exporten-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=5),
    _preview("forhand-nasta", "leaf", ("n",), "Nästa rapport", "Visa nästa valda rapport.", footer=1),
    _preview("forhand-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=3),
    _preview("forhand-stang", "close", ("escape", "q"), "Stäng", "Gå tillbaka till valen.", footer=2),
)
"""Its actions, in the order of the help."""
