"""Which reports and which formats there are. A new one of either is one line here; neither knows of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from data.plain_text import one_line
from data.plan import Plan
from data.provenance import Provenance
from exporters.bilaga import bilaga
from exporters.document import Document
from exporters.plan_json import plan_json
from exporters.table_csv import table_csv
from exporters.text import DIALECTS, text

_BOM = b"\xef\xbb\xbf"


class ChoiceError(ValueError):
    """A report, format or option that there is not; the message is one line that tells those there are."""


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format that renders any report."""

    name: str
    suffix: str
    """The end of a file's name, with its dot."""
    media_type: str
    render: Callable[[Document], bytes]


@dataclass(frozen=True, slots=True)
class PlanFormat:
    """A format that holds a whole plan, whatever the report, and can be imported again."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Plan], bytes]
    takes_bom: bool = False
    """Whether a BOM may stand first, for programs that take a file without one for another encoding."""


Format = DocumentFormat | PlanFormat

_SUFFIXES = {
    "markdown": (".md", "text/markdown"),
    "rst": (".rst", "text/x-rst"),
    "latex": (".tex", "application/x-tex"),
    "latex_booktabs": (".tex", "application/x-tex"),
    "orgtbl": (".org", "text/org"),
}


def _text_format(name: str) -> DocumentFormat:
    suffix, media_type = _SUFFIXES.get(name, (".txt", "text/plain"))
    return DocumentFormat(name, suffix, media_type, partial(_text_bytes, name))


def _text_bytes(name: str, document: Document) -> bytes:
    return text(document, DIALECTS[name]).encode()


FORMATS: Mapping[str, Format] = {
    **{name: _text_format(name) for name in DIALECTS},
    "csv": PlanFormat("csv", ".csv", "text/csv", lambda plan: table_csv(plan).encode(), takes_bom=True),
    "json": PlanFormat("json", ".json", "application/json", lambda plan: plan_json(plan).encode()),
}
"""Every format by its name."""

SHORT: Mapping[str, str] = {"md": "markdown", "github": "markdown", "pipe": "markdown", "latex_longtable": "latex"}
"""Other names for formats: a short one, and what tabulate calls them."""

REPORTS: Mapping[str, Callable[[Plan, str, Provenance | None], Document]] = {"bilaga": bilaga}
"""Every report by its name: from a plan, the förvaltning's display name and a provenance."""


def format_named(name: str) -> Format:
    """Return a format by its name or another name for it. ChoiceError when there is none."""
    found = FORMATS.get(SHORT.get(name, name))
    if found is None:
        raise ChoiceError(f"formatet {_shown(name)} finns inte; välj {_listed(FORMATS)}")
    return found


def export(  # noqa: PLR0913  what, for whom, how: each is the user's own choice
    plan: Plan,
    forvaltning: str,
    report: str,
    format: str,
    provenance: Provenance | None = None,
    *,
    bom: bool = False,
) -> bytes:
    """Return a report on a plan in a format, as the bytes of its file. ChoiceError for what there is not."""
    chosen = format_named(format)
    if report not in REPORTS:
        raise ChoiceError(f"rapporten {_shown(report)} finns inte; välj {_listed(REPORTS)}")
    if bom and not (isinstance(chosen, PlanFormat) and chosen.takes_bom):
        raise ChoiceError(f"--bom gäller bara csv, inte {chosen.name}; ta bort --bom")
    if isinstance(chosen, PlanFormat):
        return _BOM * bom + chosen.render(plan)
    return chosen.render(REPORTS[report](plan, forvaltning, provenance))


def _shown(name: str) -> str:
    return f'"{one_line(name)[:40]}"'


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} eller {last}" if most else last
