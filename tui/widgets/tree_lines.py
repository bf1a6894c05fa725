"""What is known of the tree's rows beside what they say themselves, and how a row is drawn with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from data.plan import Plan
from tui.draft_marks import DraftMarks
from tui.glyphs import Glyphs, Ground
from tui.marks import Marks
from tui.news import NewsRoom
from tui.rows import Key, Row
from tui.seeking import Found
from tui.widgets.row_line import LineStyles, Match, row_line

COMPONENTS = frozenset({"plan-tree--cursor", "plan-tree--quiet", "plan-tree--marked"})
"""What the tree's styles can be said for."""

_LABEL = Style(bold=True, reverse=True)


class TreeLines:
    """Marks, news, drafts, what was found and the labels of rows."""

    def __init__(self, named: Callable[[Plan], str], glyphs: Glyphs) -> None:
        self.marks = Marks()
        self.news = NewsRoom()
        self.drafts = DraftMarks()
        self.found: Found | None = None
        """What is looked for; None: nothing, and all rows show."""
        self.labels: Mapping[Key, str] = {}
        """What stands at the left of rows while one jumps."""
        self._named = named
        self._glyphs = glyphs

    def draw(
        self, row: Row, width: int, style: Callable[[str | None], Style], ground: Ground, *, at_cursor: bool
    ) -> Strip:
        """Return a row's line; `style` gives the tree's own style for None, and a component's by its name."""
        plain = text = style(None)
        quiet = style("plan-tree--quiet")
        marked = row.key in self.marks
        if at_cursor:
            text = quiet = style("plan-tree--cursor")
        elif marked:
            text = style("plan-tree--marked")
        styles = LineStyles(
            text,
            quiet,
            coloured=not at_cursor,
            ground=ground,
            marked=marked,
            match=self._match(row),
            draft=self.drafts.marked(row.key, is_open=row.open),
            news=self.news.marked(row.key, is_open=row.open),
        )
        strip = row_line(row, width, styles, self._glyphs, self._named)
        label = self.labels.get(row.key)
        if label is None:
            return strip
        return Strip([Segment(label, plain + _LABEL), *strip.crop(len(label))]).adjust_cell_length(width)

    def _match(self, row: Row) -> Match | None:
        if self.found is None:
            return None
        kept = self.found.kept.get(row.plan)
        return Match(kept is not None and row.id in kept.hits, self.found.wanted.query)
