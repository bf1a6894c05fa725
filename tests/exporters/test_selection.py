"""A report on a part of the plans has that part, says so, and compares it with the same part of then."""

from __future__ import annotations

import pytest

from data.difference import diff
from data.period import Period
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from exporters.choices import ChoiceError
from exporters.deliveries import deliveries
from exporters.document import Paragraph
from exporters.material import Earlier, Material, Subject
from exporters.report import Wishes, document
from exporters.reports.bilaga import BILAGA
from exporters.selection import Selection, check, selected, selection

PLAN = Plan(
    "kulturen",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.1",
            "Nära vård",
            uppdrag=(
                Uppdrag(
                    "bra",
                    "Går bra",
                    "uppfylls",
                    aktiviteter=(
                        Aktivitet("bra-1", "Klar", "klar"),
                        Aktivitet("bra-2", "Sen", "foljer-inte", ansvarig="Ida"),
                    ),
                ),
                Uppdrag(
                    "halvt",
                    "Går halvbra",
                    "delvis",
                    ansvarig="Per",
                    aktiviteter=(Aktivitet("h-1", "Klar", "klar"),),
                ),
                Uppdrag("okant", "Inte bedömt", regiongemensamt=True),
            ),
        ),
        Fokusomrade("1.2", "Resor", "inte", uppdrag=(Uppdrag("resor", "Går bra", "uppfylls"),)),
        Fokusomrade("1.3", "Tomt"),
    ),
    indikatorer=(Indikator("i", "Frånvaro"),),
)


def material(plan: Plan = PLAN, earlier: Plan | None = None) -> Material:
    before = None if earlier is None else Earlier(Period(2025, "ur1"), earlier)
    return Material((Subject(plan, "Kulturen", Period(2025), earlier=before),))


def chosen(*words: str) -> list[str]:
    """The ids of what is left, in order."""
    return list(selected(material(), selection(words)).subjects[0].plan.items)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["avvikelser"], ["1.1", "bra", "bra-2", "halvt", "h-1"]),
        (["ej-bedomda"], ["1.1", "okant"]),
        (["regiongemensamma"], ["1.1", "okant"]),
        (["fokusomrade=1.2"], ["1.2", "resor"]),
        (["fokusomrade=1.3", "fokusomrade=1.2"], ["1.2", "resor", "1.3"]),
        (["ansvarig=per"], ["1.1", "halvt", "h-1"]),
        (["ansvarig=Ida", "ansvarig=Per"], ["1.1", "bra", "bra-2", "halvt", "h-1"]),
        (["ansvarig=Ida", "avvikelser"], ["1.1", "bra", "bra-2"]),
        (["avvikelser", "fokusomrade=1.2"], []),
    ],
)
def test_what_fits_is_left_with_what_it_stands_in(words: list[str], left: list[str]) -> None:
    assert chosen(*words) == left


@pytest.mark.parametrize("word", ["avvikelse", "", "fokusomrade", "fokusomrade=", "status=klar", "ansvarig =  "])
def test_what_there_is_not_is_told_with_what_there_is(word: str) -> None:
    told = "finns inte; välj avvikelser, ej-bedomda, regiongemensamma, fokusomrade=ID eller ansvarig=NAMN"
    with pytest.raises(ChoiceError, match=told):
        selection([word])


def test_a_name_that_no_plan_has_is_told_with_those_there_are() -> None:
    with pytest.raises(ChoiceError, match=r'fokusområdet "2\.1" finns inte i planerna; välj 1\.1, '):
        check(material(), selection(["fokusomrade=2.1"]))
    with pytest.raises(ChoiceError, match='ansvarig "Eva" finns inte i planerna; välj Ida eller Per'):
        check(material(), selection(["ansvarig=Eva"]))
    check(material(), selection(["ansvarig=ida", "fokusomrade=1.2"]))


def test_the_document_says_what_it_is_a_selection_of() -> None:
    wanted = selection(["avvikelser", "fokusomrade=1.1", "ansvarig=Ida", "ansvarig=Per"])
    made = document(BILAGA, material(), Wishes(only=wanted))
    told = "Urval: avvikelser; fokusområde 1.1; ansvarig Ida eller Per."
    assert made.blocks[0] == Paragraph(told)
    assert document(BILAGA, material(), Wishes(only=selection(["ansvarig=Eva"]))).blocks[0].text == (
        "Urval: ansvarig Eva."
    )


def test_nothing_is_compared_but_the_same_part() -> None:
    then = Plan(
        "kulturen",
        2025,
        fokusomraden=(
            Fokusomrade(
                "1.1",
                "Nära vård",
                uppdrag=(
                    Uppdrag("bra", "Går bra", "delvis", aktiviteter=(Aktivitet("bra-2", "Sen", "pagar"),)),
                    Uppdrag("halvt", "Går halvbra", "uppfylls"),
                    Uppdrag("borta", "Togs bort", "inte"),
                    Uppdrag("borta-bra", "Gick bra", "uppfylls"),
                ),
            ),
            Fokusomrade("1.2", "Resor", uppdrag=(Uppdrag("resor", "Går bra", "inte"),)),
        ),
        indikatorer=(Indikator("i", "Frånvaro"),),
    )
    (subject,) = selected(material(earlier=then), selection(["avvikelser"])).subjects
    assert subject.earlier is not None
    assert list(subject.earlier.plan.items) == ["1.1", "bra", "bra-2", "halvt", "borta"]
    touched = {getattr(change, "id", None) or change.item.id for change in diff(subject.earlier.plan, subject.plan)}
    assert touched == {"bra", "bra-2", "halvt", "h-1", "borta"}


def test_a_format_of_whole_plans_takes_no_selection() -> None:
    wishes = Wishes(only=Selection(("avvikelser",)))
    with pytest.raises(ChoiceError, match="--only gäller rapporter, och csv är hela planen"):
        deliveries(material(), ["bilaga"], ["md", "csv"], wishes)
    assert len(deliveries(material(), ["bilaga"], ["md"], wishes)) == 1
