"""A small invented region in the middle of its year: two förvaltningar, what was decided, and what was reported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.mal import Mal, MalOchBudget, MalOmrade
from data.period import Period
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.provenance import Provenance
from data.region import Forvaltning, Grupp, Namnd, Region
from exporters.document import Block, Chart, Document, Heading, Paragraph, Table
from exporters.material import Earlier, Material, Subject
from exporters.report import document
from exporters.reports.registry import report_named

REGION = Region(
    "Region Norrsken",
    (Namnd("RS", "Regionstyrelsen"), Namnd("KN", "Kulturnämnden"), Namnd("TN", "Trafiknämnden")),
    (Grupp("samtliga driftnämnder", ("KN", "TN")),),
    (Forvaltning("kultur", "Kultur Norrsken", "KN"), Forvaltning("trafik", "Norrskenstrafiken", "TN")),
)

DECIDED = MalOchBudget(
    2025,
    "2025–2029",
    (
        MalOmrade(
            "narhet",
            "Närhet",
            (
                Mal("kultur-nara", "Kultur nära alla", ("KN",)),
                Mal("resor", "Resor som går att lita på", ("samtliga driftnämnder", "RS")),
            ),
        ),
        MalOmrade(
            "klimat", "Klimat", (Mal("fossilfritt", "Fossilfritt 2030", ("TN",)), Mal("lugn", "Lugn och ro"))
        ),
    ),
)

KULTUR = Plan(
    "kultur",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.1",
            "Närhet",
            "uppfylls",
            "Biblioteken har nått fler än väntat.\n\nBussen rullar.",
            uppdrag=(
                Uppdrag(
                    "bokbuss",
                    "Köra bokbuss i fjällen",
                    "uppfylls",
                    "Bussen går varje vecka.",
                    ansvarig="Sara Lind",
                    mal=("kultur-nara", "resor"),
                    aktiviteter=(
                        Aktivitet("bokbuss-1", "Köpa buss", "klar"),
                        Aktivitet("bokbuss-2", "Anställa förare", "foljer-inte", "En tjänst är vakant."),
                    ),
                ),
                Uppdrag("digitalt", "Låna ut digitalt", "delvis", "Avtalet är försenat.", regiongemensamt=True),
                Uppdrag("scen", "Öppna en scen", "inte", mal=("teater",), slut=date(2025, 10, 1)),
            ),
        ),
        Fokusomrade("1.2", "Klimat", uppdrag=(Uppdrag("resfri", "Mötas utan att resa"),)),
    ),
    indikatorer=(
        Indikator("lan", "Lån per invånare", Decimal("4.20"), Decimal("4.0"), "st", "hogre"),
        Indikator("fukt", "Fuktskador", 3, 0, "st", "lagre", "Taket läcker."),
        Indikator("nojd", "Nöjda besökare", Decimal("-0.5"), "fler än i fjol", "enheter", "hogre"),
    ),
)

REPORTED = Plan(
    "kultur",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.1",
            "Närhet",
            uppdrag=(
                Uppdrag(
                    "bokbuss",
                    "Köra bokbuss i fjällen",
                    "delvis",
                    "Bussen är beställd.",
                    ansvarig="Sara Lind",
                    mal=("kultur-nara", "resor"),
                    aktiviteter=(Aktivitet("bokbuss-1", "Köpa buss", "pagar"),),
                ),
                Uppdrag("resfri", "Mötas utan att resa"),
                Uppdrag("digitalt", "Låna ut digitalt", "delvis", "Avtalet är försenat.", regiongemensamt=True),
                Uppdrag("utstallning", "Visa utställningen Norrsken", "uppfylls"),
            ),
        ),
        Fokusomrade("1.2", "Klimat"),
    ),
    indikatorer=KULTUR.indikatorer[:2],
)

TRAFIK = Plan(
    "trafik",
    2025,
    fokusomraden=(
        Fokusomrade("1.1", "Närhet", uppdrag=(Uppdrag("turer", "Köra alla turer", "delvis", mal=("resor",)),)),
        Fokusomrade(
            "elbussar", "Elbussar", "delvis", uppdrag=(Uppdrag("ladda", "Bygga laddstationer", "uppfylls"),)
        ),
    ),
)

PROVENANCE = Provenance("2025/kultur.toml", "3f2a91c", date(2025, 9, 15))


def subject(plan: Plan = KULTUR, period: str = "ur2", earlier: Plan | None = REPORTED) -> Subject:
    """One plan with what was reported before it, if anything was."""
    forvaltning = REGION.forvaltning(plan.forvaltning)
    before = None if earlier is None else Earlier(Period(earlier.ar, "ur1"), earlier)
    return Subject(plan, forvaltning.namn if forvaltning else "", Period(plan.ar, period), PROVENANCE, before)


def region(*plans: Plan, decided: tuple[MalOchBudget, ...] = (DECIDED,)) -> Material:
    """The region's plans together."""
    subjects = tuple(subject(plan, earlier=None) for plan in plans or (KULTUR, TRAFIK))
    return Material(subjects, REGION, {each.ar: each for each in decided}, PROVENANCE)


def told(name: str, *subjects: Subject) -> Document:
    """A report on some plans."""
    return document(
        report_named(name), Material(subjects or (subject(),), REGION, {DECIDED.ar: DECIDED}, PROVENANCE)
    )


def tables(found: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in found.blocks if isinstance(block, Table)]


def charts(found: Document) -> list[Chart]:
    """The charts of a document."""
    return [block for block in found.blocks if isinstance(block, Chart)]


def headings(found: Document) -> list[str]:
    """The headings of a document."""
    return [heading.told for heading in found.headings]


def said(found: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def below(found: Document, heading: str) -> list[Block]:
    """What stands below a heading of a document, up to the next one."""
    blocks = iter(found.blocks)
    for block in blocks:
        if isinstance(block, Heading) and block.told == heading:
            break
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            break
        kept.append(block)
    return kept


def plain(table: Table) -> list[list[str]]:
    """The rows of a table as texts: a status as sign and word, parts of a cell on lines of their own."""
    return [["\n".join(_part(part) for part in cell) for cell in row] for row in table.rows]


def _part(part: object) -> str:
    from exporters.dialects.dialect import told as written

    return written(part)  # type: ignore[arg-type]
