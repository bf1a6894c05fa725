"""What a query has found is marked in names and comments, where it stands and nowhere else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.plan import Fokusomrade, Plan, Uppdrag
from data.search import Search
from data.spans import comment_spans, spans
from tests.plans import texts


def marked(namn: str, query: str) -> list[str]:
    return [namn[start:end] for start, end in spans(namn, query)]


def test_what_matched_in_the_name_is_told() -> None:
    assert marked("Göra väntrummen lugnare", "lugn vänt") == ["vänt", "lugn"]
    assert marked("Göra väntrummen lugnare", "vntrm") == ["v", "ntr", "m"]
    assert marked("Göra väntrummen lugnare", "målade") == []
    assert marked("Bygga cykelgarage vid sjukhuset", "bcv") == ["B", "c", "v"]


def test_a_letter_written_as_two_characters_is_marked_whole() -> None:
    assert marked("Ga\u030a fram", "gå") == ["Ga\u030a"]


@settings(max_examples=100)
@given(texts(1), texts(1, 6))
def test_spans_lie_in_the_name_in_order_and_apart(namn: str, query: str) -> None:
    ends = [place for span in spans(namn, query) for place in span]
    assert ends == sorted(set(ends))
    assert all(0 <= place <= len(namn) for place in ends)


def test_a_mark_of_another_alphabet_is_marked_once() -> None:
    assert spans("0\u1ab0", "0\u1ab0") == ((0, 2),)


def _marked(comment: str, query: str) -> list[str]:
    return [comment[start:end] for start, end in comment_spans(comment, query)]


def test_every_place_where_a_comment_has_a_word_is_marked() -> None:
    comment = "Två av fem väntrum är klara.\n\nDe två sista VÄNTAR på två målare."
    assert _marked(comment, "vant") == ["vänt", "VÄNT"]
    assert _marked(comment, "två målare") == ["Två", "två", "två", "målare"]


def test_a_short_word_is_marked_at_the_beginning_of_words_and_only_beside_others() -> None:
    assert _marked("Avtal om avgifter, avlopp", "av") == []
    assert _marked("Två av fem; halva", "två av") == ["Två", "av"]


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_marked_in_a_comment_lies_in_it_in_order_and_apart(comment: str, query: str) -> None:
    ends = [place for span in comment_spans(comment, query) for place in span]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(comment) for place in ends)
    assert len(set(ends)) == len(ends)


@given(st.text("abåä \n", max_size=30), st.text("abåä", min_size=3, max_size=4))
def test_a_word_is_marked_when_and_only_when_a_search_finds_it_there(comment: str, query: str) -> None:
    omrade = Fokusomrade("1", "Zz", uppdrag=(Uppdrag("u", "Zz", kommentar=comment or None),))
    plan = Plan("x", 2025, fokusomraden=(omrade,))
    scores = Search().search({plan.name: plan}, query).get(plan.name, {})
    assert ("u" in scores) == bool(comment_spans(comment, query))
