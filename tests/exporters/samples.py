"""A small invented plan with everything a bilaga can meet, and texts that formats are known to trip over."""

from __future__ import annotations

from datetime import date

from data.period import Period
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.provenance import Provenance
from exporters.deliveries import deliveries
from exporters.document import Document
from exporters.material import Material, Subject
from exporters.report import document
from exporters.reports.bilaga import BILAGA

HOSTILE = (
    "1e5",
    "1.10",
    "=cmd|' /C calc'!A0",
    "<b>fet</b> & &amp; <!-- dold -->",
    "a | b || c \\| d",
    "C:\\mapp\\ny \\",
    "rad ett\nrad två",
    "# ingen rubrik",
    "- ingen lista",
    "1. ingen lista",
    "| --- |",
    "\\end{tabular} \\input{x} $x^2$ 100 % #1 ~ _a_ {b}",
    "*stjärna* _understruken_ `kod` ~~struken~~ [länk](http://x) ![bild](y) $x$",
    "[[länk]] @@html:<b>@@ call_x() /snett/ =ordagrant= {{{makro}}}",
    "\x1b[31mröd\x07 \x9b och \u202eomvänd\u2066",
    "lång" * 2500,
    "a_b_c https://exempel.se/x_y?z=1&w=2",
    "Exempel::",
    "==== ====",
    "😀 日本語 Ale\u0301n",
)

PLAN = Plan(
    "regionkontoret",
    2019,
    fokusomraden=(
        Fokusomrade(
            "1.1",
            "Hållbara resor & transporter",
            "delvis",
            uppdrag=(
                Uppdrag(
                    "laddstolpar",
                    "Ta fram en plan för laddstolpar",
                    "delvis",
                    "Arbetet började i mars.\nVåren blev kall | upphandlingen sen.\n\n"
                    "Priset är 1e5 kronor, alltså 1.10 % mer än väntat. Se https://exempel.se/ladd_stolpar?ar=2019.",
                    aktiviteter=(
                        Aktivitet("l-1", "Kartlägga behovet på sjukhusens parkeringar", "pagar"),
                        Aktivitet("l-2", "Fråga kommunerna", "klar"),
                        Aktivitet("l-3", "Upphandla <b>stolpar</b>", "foljer-inte", "Överklagad i maj."),
                        Aktivitet("l-4", "Följa upp"),
                    ),
                ),
                Uppdrag("cykelfragor", "Svara på cykelfrågor"),
                Uppdrag(
                    "resvanor",
                    "Undersöka resvanor: \\end{tabular} *2019*",
                    "uppfylls",
                    "=SUMMA(A1)",
                    aktiviteter=(Aktivitet("r-1", "- Skicka enkät", "pausad"),),
                ),
            ),
        ),
        Fokusomrade("1.2", "God hälsa"),
        Fokusomrade("1.3", "Trygg vård", uppdrag=(Uppdrag("koer", "Korta köerna", "inte", "Brist på personal."),)),
    ),
)

PROVENANCE = Provenance("2019/regionkontoret.toml", "3f2a91c", date(2020, 1, 31))


def material(plan: Plan = PLAN, namn: str = "Regionkontoret", provenance: Provenance | None = None) -> Material:
    """One plan and nothing around it."""
    return Material((Subject(plan, namn, Period(plan.ar), provenance),))


def bilaga(plan: Plan = PLAN, provenance: Provenance | None = None) -> Document:
    """The bilaga of a plan, as a document."""
    return document(BILAGA, material(plan, provenance=provenance))


def export(
    plan: Plan, report: str, format: str, provenance: Provenance | None = None, *, bom: bool = False
) -> bytes:
    """One report on one plan in one format."""
    (delivery,) = deliveries(material(plan, provenance=provenance), [report], [format], bom=bom)
    return delivery.make()
