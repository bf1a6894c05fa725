"""What is left to do in a plan."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from data.changes import set_field
from data.changing import changed
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.todo import Reason, judged, todo
from tests.plans import plans


def plan_of(*uppdrag: Uppdrag) -> Plan:
    omrade = Fokusomrade("1.1", "Nära vård", status="uppfylls", uppdrag=uppdrag)
    return Plan("regionkontoret", 2019, fokusomraden=(omrade,), indikatorer=(Indikator("i", "Sjukfrånvaro"),))


def reasons(plan: Plan, reported: Plan | None = None) -> dict[str, tuple[Reason, ...]]:
    return {one.id: one.reasons for one in todo(plan, reported)}


DONE = Uppdrag("a", "Bygga cykelgarage", status="uppfylls", kommentar="Klart.")


def test_an_uppdrag_that_is_judged_and_commented_is_done() -> None:
    assert reasons(plan_of(DONE)) == {}


def test_what_nobody_has_judged_is_left_to_do_at_every_level() -> None:
    plan = plan_of(replace(DONE, status=None, aktiviteter=(Aktivitet("b", "Rita"),)))
    plan = changed(plan, set_field(plan, "1.1", "status", None))
    assert reasons(plan) == dict.fromkeys(("1.1", "a", "b"), (Reason.EJ_BEDOMD,))
    assert list(reasons(plan)) == ["1.1", "a", "b"]


def test_an_uppdrag_wants_a_comment_but_an_aktivitet_does_not() -> None:
    plan = plan_of(replace(DONE, kommentar=None, aktiviteter=(Aktivitet("b", "Rita", status="pagar"),)))
    assert reasons(plan) == {"a": (Reason.SAKNAR_KOMMENTAR,)}


def test_what_is_as_it_was_in_the_last_report_is_stale_until_status_or_comment_changes() -> None:
    plan = plan_of(DONE)
    assert reasons(plan, plan) == {"1.1": (Reason.INAKTUELL,), "a": (Reason.INAKTUELL,)}
    assert "a" not in reasons(plan_of(replace(DONE, kommentar="Invigt.")), plan)
    assert "a" not in reasons(plan_of(replace(DONE, status="delvis")), plan)
    assert "a" in reasons(plan_of(replace(DONE, namn="Bygga två cykelgarage")), plan)


def test_an_aktivitet_that_was_finished_needs_no_new_judgement() -> None:
    plan = plan_of(replace(DONE, aktiviteter=(Aktivitet("b", "Rita", "klar"), Aktivitet("c", "Gjuta", "pagar"))))
    assert "b" not in reasons(plan, plan)
    assert reasons(plan, plan)["c"] == (Reason.INAKTUELL,)


def test_an_item_that_was_not_in_the_report_cannot_be_stale() -> None:
    assert "a" not in reasons(plan_of(DONE), plan_of())


def test_a_guess_from_an_import_is_to_be_looked_over() -> None:
    assert reasons(plan_of(replace(DONE, att_se_over=("status",)))) == {"a": (Reason.ATT_SE_OVER,)}


def test_progress_counts_uppdrag_alone() -> None:
    plan = plan_of(DONE, replace(DONE, id="b", status=None, aktiviteter=(Aktivitet("c", "Rita"),)))
    assert judged(plan) == (1, 2)
    assert str(judged(plan)) == "1 av 2 bedömda"


@settings(max_examples=50)
@given(plans())
def test_all_that_is_unjudged_is_listed_in_the_order_of_the_file(plan: Plan) -> None:
    listed = [one.id for one in todo(plan)]
    assert listed == [id for id in plan.items if id in listed]
    unjudged = [one.id for one in todo(plan) if Reason.EJ_BEDOMD in one.reasons]
    done, of = judged(plan)
    assert of - done == sum(isinstance(plan.items[id], Uppdrag) for id in unjudged)
