"""What a report is made from: the file, and the commit that its content stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the field below has the name


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report was made from. A plan that is not committed as it stands has no commit and no date."""

    source: str
    """The plan file, as people know it: ``2019/regionkontoret.toml``."""
    commit: str | None = None
    """The commit, or the tag, that holds the file as it was read."""
    date: Date | None = None
    """The date of that commit, where it was made; never today's, so that a report comes out the same again."""

    @property
    def told(self) -> str:
        """The provenance as one line for the reader."""
        if self.commit is None:
            return f"Underlag: {self.source}, inte incheckad"
        day = f", {self.date.isoformat()}" if self.date else ""
        return f"Underlag: {self.source}, version {self.commit}{day}"
