"""A small invented region in the middle of its year: two förvaltningar, what was decided, and what was reported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.mal import Mal, MalOchBudget, MalOmrade
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.provenance import Provenance
from data.region import Forvaltning, Grupp, Namnd, Region

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
                Uppdrag(
                    "scen",
                    "Öppna en scen",
                    "inte",
                    mal=("teater",),
                    ursprung="Interpellation",
                    slut=date(2025, 10, 1),
                ),
            ),
        ),
        Fokusomrade("1.2", "Klimat", uppdrag=(Uppdrag("resfri", "Mötas utan att resa"),)),
    ),
    indikatorer=(
        Indikator(
            "lan", "Lån per invånare", Decimal("4.20"), Decimal("4.0"), "st", "hogre", ("2024: 3,9", "2025-04: 4,1")
        ),
        Indikator("fukt", "Fuktskador", 3, 0, "st", "lagre", kommentar="Taket läcker."),
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
        Fokusomrade(
            "1.1",
            "Närhet",
            uppdrag=(
                Uppdrag(
                    "turer",
                    "Köra alla turer",
                    "delvis",
                    mal=("resor",),
                    diarienummer="TN 2024/112",
                    ursprung="Beslut i nämnden",
                ),
            ),
        ),
        Fokusomrade(
            "elbussar",
            "Elbussar",
            "delvis",
            uppdrag=(
                Uppdrag("ladda", "Bygga laddstationer", "uppfylls", "Invigda i juni.", diarienummer="TN 2024/9"),
            ),
        ),
    ),
)

PROVENANCE = Provenance("2025/kultur.toml", "3f2a91c", date(2025, 9, 15))
