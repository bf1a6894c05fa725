"""What is silenced is not told, and all else is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from data.checks.registry import RULES
from data.checks.rule import PlanSeen
from data.mal import read_mal
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.region import Region, Tyst, read_region
from tests.data.checks.looking import TODAY, found, lines, plan_of
from tests.norrsken import DECIDED, REGION

SAME = "Vi har besökt alla fjällbyar minst en gång i månaden och tänker göra det nästa år också för"


def with_silences(plan: Plan, silences: dict[str, tuple[str, ...]]) -> Plan:
    def silenced(uppdrag: Uppdrag) -> Uppdrag:
        below = tuple(replace(one, tysta=silences.get(one.id, ())) for one in uppdrag.aktiviteter)
        return replace(uppdrag, tysta=silences.get(uppdrag.id, ()), aktiviteter=below)

    omraden = (
        replace(omrade, tysta=silences.get(omrade.id, ()), uppdrag=tuple(map(silenced, omrade.uppdrag)))
        for omrade in plan.fokusomraden
    )
    return replace(plan, fokusomraden=tuple(omraden))


@st.composite
def troubled(draw: st.DrawFn) -> Plan:
    comments = st.sampled_from([None, SAME, "Arbetet är försenat.", "Ring 19121212-1212 eller a@exempel.se"])
    names = st.sampled_from(["Köra bokbuss", "Låna ut"])
    ends = st.sampled_from([None, date(2025, 2, 1)])

    def uppdrag(number: int) -> Uppdrag:
        below = tuple(
            Aktivitet(f"u{number}-{n}", draw(names), "klar", draw(comments), slut=draw(ends))
            for n in range(draw(st.integers(0, 2)))
        )
        status = draw(st.sampled_from([None, "uppfylls", "delvis"]))
        mal = draw(st.sampled_from([(), ("resor",), ("teater",)]))
        return Uppdrag(
            f"u{number}", draw(names), status, draw(comments), mal=mal, slut=draw(ends), aktiviteter=below
        )

    uppdrag_of = tuple(map(uppdrag, range(draw(st.integers(1, 4)))))
    return Plan(
        "kultur",
        2025,
        fokusomraden=(Fokusomrade("1", "Nära", "uppfylls", "Alla 9 uppdrag uppfylls.", uppdrag=uppdrag_of),),
    )


@settings(max_examples=60)
@given(troubled(), st.data())
def test_a_silence_takes_away_the_findings_on_its_item_and_no_other(plan: Plan, data: st.DataObject) -> None:
    rules = data.draw(st.lists(st.sampled_from(sorted(RULES)), min_size=1, max_size=3, unique=True))
    id = data.draw(st.sampled_from(sorted(plan.items)))
    silenced = with_silences(plan, {id: tuple(f"{rule}: vi vet" for rule in rules)})
    seen = PlanSeen(silenced, DECIDED, TODAY, lambda: (), RULES)
    left = Counter(
        (rule.name, hit.message)
        for rule in RULES.values()
        for hit in rule.in_plan(seen)
        if rule.name not in rules or id not in (hit.id, *hit.also)
    )
    told = [one for one in found(silenced, decided=DECIDED) if one.file == "2025/kultur.toml"]
    assert Counter((one.rule, one.message) for one in told) == left


@settings(max_examples=20)
@given(troubled(), st.sampled_from(sorted(RULES)))
def test_a_silence_of_the_region_takes_away_one_rule_and_no_other(plan: Plan, rule: str) -> None:
    region = replace(REGION, tysta=(Tyst(rule, "inte här"),))
    mal_text = "ar = 2025\n"
    told = found(plan, decided=DECIDED, region=REGION, mal_text=mal_text)
    assert found(plan, decided=DECIDED, region=region, mal_text=mal_text) == [
        remark for remark in told if remark.rule != rule
    ]


def test_of_two_that_are_alike_either_can_hold_the_silence() -> None:
    plan = plan_of(Uppdrag("a", "Köra bokbuss"), Uppdrag("b", "Köra bokbuss"), Uppdrag("c", "Köra bokbuss"))
    assert len(found(plan, rule="samma-namn")) == 2
    assert len(found(with_silences(plan, {"b": ("samma-namn: två",)}), rule="samma-namn")) == 1
    assert found(with_silences(plan, {"a": ("samma-namn: alla",)}), rule="samma-namn") == []


def test_an_unknown_rule_in_a_silence_is_told_on_an_item() -> None:
    plan = plan_of(Uppdrag("a", "A", tysta=("samma-namn: två", "samma-nam: två", "zzz: nej")))
    told = found(plan, rule="okand-regel")
    assert [remark.message for remark in told] == [
        'regeln "samma-nam" finns inte; menade du samma-namn?',
        'regeln "zzz" finns inte; docs/regler.md visar vilka som finns',
    ]
    assert lines(plan, told)[0].startswith("samma-nam: två")


def test_and_in_the_region_and_on_a_mal() -> None:
    region_text = 'namn = "R"\n\n[[tyst]]\nregel = "e-post"\nskal = "x"\n\n[[tyst]]\nregel = "epost"\nskal = "x"\n'
    region, faults = read_region(region_text)
    assert region is not None and faults == ()
    (told,) = found(region=region, region_text=region_text)
    assert str(told) == 'region.toml:8:10: varning: regeln "epost" finns inte; menade du e-post? [okand-regel]'
    mal_text = (
        'ar = 2025\n\n[[fokusomrade]]\nid = "o"\nnamn = "O"\n\n[[fokusomrade.mal]]\nid = "m"\nnamn = "M"\n'
        'tysta = ["mal-utan: x"]\n'
    )
    decided, faults = read_mal(mal_text)
    assert decided is not None and faults == ()
    (told,) = found(decided=decided, region=Region("R"), mal_text=mal_text)
    assert (told.line, told.rule) == (10, "okand-regel")


def test_a_silence_of_the_region_needs_its_reason() -> None:
    region, faults = read_region('namn = "R"\n\n[[tyst]]\nregel = "e-post"\n')
    assert region is None
    assert (faults[0].line, faults[0].message) == (3, "skal saknas; lägg till skal = …")
