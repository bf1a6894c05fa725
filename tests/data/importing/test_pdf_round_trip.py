"""A plan laid out on pages, as a report's PDF gives it, is read back."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from data.importing.bilaga_text import read_bilaga
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from tests.data.importing.pdf_layout import WIDTHS, laid_out, wrapped

VOCABULARY = """
vård hälsa barn unga region kommun samverkan utveckla genomföra stödja analys underlag plan digital infrastruktur
kompetensförsörjning för och att med i av till på den det som en ett nya äldre patienter tandvård mottagning
tillgänglighet arbetsmiljö upphandling verksamhetsutveckling IT-stöd e-tjänster nord-sydlig 2021 2020-2024
folktandvården uppföljning rehabilitering hälso- sjukvård processen ledning införa sprida kunskap
"""
WORDS = VOCABULARY.split()
FOOTERS = ("", "Folktandvården, Delårsrapport 2021")


def sentences(least: int, most: int) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), min_size=least, max_size=most)
    return words.map(lambda chosen: " ".join(["Att", *chosen]))


def lines(text: str, column: int) -> int:
    return len(wrapped(text, WIDTHS[column]))


NAMES = sentences(4, 14).filter(lambda text: lines(text, 0) > 1)
PARAGRAPHS = sentences(12, 60).map(lambda text: f"{text}.").filter(lambda text: lines(text, 1) > 1)
UPPDRAG = st.builds(
    lambda namn, paragraphs, steps: Uppdrag(
        "u",
        namn,
        kommentar="\n\n".join(paragraphs) or None,
        aktiviteter=tuple(Aktivitet("a", step) for step in steps),
    ),
    NAMES,
    st.lists(PARAGRAPHS, max_size=3),
    st.lists(sentences(1, 9), max_size=4),
)


def plan_of(tables: list[list[Uppdrag]]) -> Plan:
    omraden = (Fokusomrade(f"2.{n}", f"Område {n}", uppdrag=tuple(rows)) for n, rows in enumerate(tables, 1))
    return Plan("folktandvarden", 2021, fokusomraden=tuple(omraden))


def rows(plan: Plan) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(each.namn, each.kommentar, tuple(step.namn for step in each.aktiviteter)) for each in plan.uppdrag]


def characters(*texts: str) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


PLANS = st.lists(st.lists(UPPDRAG, min_size=1, max_size=5), min_size=1, max_size=2).map(plan_of)


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_what_no_page_break_and_no_shared_line_touches_is_read_exactly(plan: Plan) -> None:
    got = read_bilaga(laid_out(plan, height=10_000), "folktandvarden", 2021)
    assert rows(got.plan) == rows(plan)


@settings(max_examples=60, deadline=None)
@given(PLANS, st.integers(5, 40), st.sampled_from(FOOTERS), st.integers(2, 4))
def test_no_page_break_loses_a_character(plan: Plan, height: int, footer: str, least: int) -> None:
    text = laid_out(plan, height, footer, least)
    got = read_bilaga(text, "folktandvarden", 2021)
    told = [omrade.id + omrade.namn for omrade in got.plan.fokusomraden]
    told += [namn + (kommentar or "") + "".join(steps) for namn, kommentar, steps in rows(got.plan)]
    assert characters(text) == characters(*told, *(left.text for left in got.left_out))


def _some_plan(chance: random.Random) -> Plan:
    def sentence(least: int, most: int) -> str:
        words = chance.choices(WORDS, k=chance.randint(least, most))
        return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])

    def paragraph() -> str:
        return " ".join(f"{sentence(4, 16)}." for _ in range(chance.randint(1, 6)))

    def uppdrag() -> Uppdrag:
        kommentar = "\n\n".join(paragraph() for _ in range(chance.choice([0, 1, 1, 1, 1, 1, 2, 2, 3])))
        steps = tuple(Aktivitet("a", sentence(1, 9)) for _ in range(chance.choice([0, 0, 1, 1, 2, 3, 6])))
        return Uppdrag("u", sentence(5, 12), kommentar=kommentar or None, aktiviteter=steps)

    return plan_of([[uppdrag() for _ in range(12)] for _ in range(2)])


def test_plans_on_many_pages_come_back_but_for_what_is_told_as_a_guess() -> None:
    wrong = total = 0
    for seed in range(40):
        chance = random.Random(seed)
        plan = _some_plan(chance)
        got = read_bilaga(laid_out(plan, chance.randint(12, 40), chance.choice(FOOTERS)), "folktandvarden", 2021)
        written = set(rows(plan))
        total += len(written)
        for uppdrag, row in zip(got.plan.uppdrag, rows(got.plan), strict=True):
            if row not in written:
                wrong += 1
                assert uppdrag.att_se_over or any(step.att_se_over for step in uppdrag.aktiviteter)
    assert wrong <= total // 200
