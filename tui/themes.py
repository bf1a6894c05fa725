"""The themes that a user may choose, and the colours that a status can have on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.theme import Theme as TextualTheme


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, as it is chosen."""

    name: str
    """What stands in the settings."""
    label: str
    """What a user reads."""
    textual: str
    """Textual's name of it."""


THEMES = (
    Theme("mork", "Mörkt", "textual-dark"),
    Theme("ljus", "Ljust", "textual-light"),
    Theme("mork-kontrast", "Mörkt med hög kontrast", "trafikljus-mork-kontrast"),
    Theme("ljus-kontrast", "Ljust med hög kontrast", "trafikljus-ljus-kontrast"),
    Theme("ansi", "Terminalens egna färger", "ansi-dark"),
)
"""Every theme, in the order of the list; the first is that of one who has not chosen."""


def theme(name: str) -> Theme | None:
    """Return a theme by its name in the settings."""
    return next((theme for theme in THEMES if theme.name == name), None)


def put_on(app: App[None], name: str) -> None:
    """Show the app in a theme, by its name in the settings."""
    chosen = theme(name) or THEMES[0]
    if chosen.textual not in app.available_themes:
        for one in high_contrast():
            app.register_theme(one)
    app.theme = chosen.textual


def worn(app: App[None]) -> Theme:
    """Return the theme that the app is shown in."""
    return next((theme for theme in THEMES if theme.textual == app.theme), THEMES[0])


def high_contrast() -> Iterator[TextualTheme]:
    """Yield the themes that Textual does not have: text at 15:1 or more, and frames that are as clear."""
    from textual.theme import Theme as TextualTheme

    for name, dark, ground, ink, accent in (
        ("trafikljus-mork-kontrast", True, "#000000", "#FFFFFF", "#FFD75F"),
        ("trafikljus-ljus-kontrast", False, "#FFFFFF", "#000000", "#00307A"),
    ):
        yield TextualTheme(
            name=name,
            primary=accent,
            foreground=ink,
            background=ground,
            surface=ground,
            panel=ground,
            error="#FF9C9C" if dark else "#8F0000",
            warning=accent,
            success=accent,
            accent=accent,
            dark=dark,
            luminosity_spread=0.0,
            text_alpha=1.0,
            variables={
                "primary-background": ground,
                "primary-muted": ground,
                "error-muted": ground,
                "foreground-muted": ink,
                "block-cursor-background": accent,
                "block-cursor-foreground": ground,
                "block-cursor-text-style": "bold",
            },
        )
