"""Which reports there are. A new one is one line here, and no format knows of it."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.choices import ChoiceError, listed, shown
from exporters.report import Report
from exporters.reports.att_gora import ATT_GORA
from exporters.reports.avvikelser import AVVIKELSER
from exporters.reports.bilaga import BILAGA
from exporters.reports.diarium import DIARIUM
from exporters.reports.forandringar import FORANDRINGAR
from exporters.reports.framdrift import FRAMDRIFT
from exporters.reports.indikatorer import INDIKATORER
from exporters.reports.mal_utan_uppdrag import MAL_UTAN_UPPDRAG
from exporters.reports.malmatris import MALMATRIS
from exporters.reports.regionoversikt import REGIONOVERSIKT
from exporters.reports.sammanstallning import SAMMANSTALLNING
from exporters.reports.trend import TREND

_ALL: tuple[Report, ...] = (
    BILAGA,
    SAMMANSTALLNING,
    FORANDRINGAR,
    AVVIKELSER,
    INDIKATORER,
    REGIONOVERSIKT,
    MALMATRIS,
    MAL_UTAN_UPPDRAG,
    TREND,
    DIARIUM,
    ATT_GORA,
    FRAMDRIFT,
)

REPORTS: Mapping[str, Report] = {report.name: report for report in _ALL}
"""Every report by its name, in the order that people read them."""


def report_named(name: str) -> Report:
    """Return a report by its name. ChoiceError when there is none."""
    if name not in REPORTS:
        raise ChoiceError(f"rapporten {shown(name)} finns inte; välj {listed(REPORTS)}")
    return REPORTS[name]
