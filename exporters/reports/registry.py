"""Which reports there are. A new one is one line here, and no format knows of it."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.choices import ChoiceError, listed, shown
from exporters.report import Report
from exporters.reports.bilaga import BILAGA

REPORTS: Mapping[str, Report] = {report.name: report for report in (BILAGA,)}
"""Every report by its name, in the order that people read them."""


def report_named(name: str) -> Report:
    """Return a report by its name. ChoiceError when there is none."""
    if name not in REPORTS:
        raise ChoiceError(f"rapporten {shown(name)} finns inte; välj {listed(REPORTS)}")
    return REPORTS[name]
