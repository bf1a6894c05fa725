"""The passages of a running text: what stands together, what a page break parts, and words that lines part."""

from __future__ import annotations

import pytest

from data.importing.lines import Line
from data.importing.passages import dropped_hyphens, joined, left_over, passages, sentences, unfinished


def told(text: str) -> list[tuple[str, bool]]:
    return [(passage.text, passage.turned) for passage in passages(text)[1]]


def lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def test_empty_lines_part_passages() -> None:
    assert told("Ett \ntvå \n\nTre \n \nfyra \n") == [("Ett två", False), ("Tre", False), ("fyra", False)]


@pytest.mark.parametrize("turn", ["\n\n \n\n", "\f\n", "\n\f", "\n\n3(12) \n\n", "\nSida 4 av 9\n\n"])
def test_a_new_page_is_known_by_what_parts_it(turn: str) -> None:
    assert told(f"Ett \n{turn}två \n") == [("Ett", False), ("två", True)]


def test_a_line_that_steps_in_begins_a_page_unless_many_do() -> None:
    assert told("Ett \nett \nett \nett \nett \n två \ntvå \n") == [
        ("Ett ett ett ett ett", False),
        ("två två", True),
    ]
    assert told("Ett \n två \n tre \n") == [("Ett två tre", False)]


def test_what_comes_again_at_every_page_is_no_text_but_listed() -> None:
    page = "Arbetet går bra. \n\n \n\nRegion Norrsken \n\nMer text {}. \n\n \n\n"
    _, found, left_out = passages("".join(page.format(number) for number in range(4)))
    assert [left.text for left in left_out] == ["Region Norrsken "] * 4
    assert not any("Norrsken" in passage.text for passage in found)


def test_a_line_that_comes_again_inside_pages_too_is_text() -> None:
    _, found, left_out = passages("RS \n\n \n\nA \n\nRS \n\nB \n\n \n\nRS \n\n \n\nC \n")
    assert not left_out
    assert [passage.text for passage in found].count("RS") == 3


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Vi får fler resenä-", "rer ", "Vi får fler resenärer"),
        ("I covid-", "19 ", "I covid-19"),
        ("Vision e-", "hälsa ", "Vision e-hälsa"),
        ("Nya EU-", "projekt ", "Nya EU-projekt"),
        ("Sträckan Malmö-", "Lund ", "Sträckan Malmö-Lund"),
        ("Inom hälso- ", "och sjukvård ", "Inom hälso- och sjukvård"),
        ("Inom hälso-", "och sjukvård ", "Inom hälso- och sjukvård"),
        ("Målet är – ", "som förr – ", "Målet är – som förr –"),
        ("Fler  platser", " i vården ", "Fler platser i vården"),
    ],
)
def test_lines_are_joined_as_they_were_before_they_were_parted(before: str, after: str, whole: str) -> None:
    assert joined(lines(before, after)) == whole
    dropped = [left.line for left in dropped_hyphens(lines(before, after))]
    assert dropped == ([1] if "-" in before and "-" not in whole else [])


def test_sentences_end_before_capitals() -> None:
    assert sentences("Det pågår t.ex. arbete. Mer kommer! ”Bra.” Slut") == [
        "Det pågår t.ex. arbete.",
        "Mer kommer!",
        "”Bra.” Slut",
    ]


@pytest.mark.parametrize("text", ["Arbeta för att", "vård i", "resor, ", "barn och"])
def test_some_words_need_more_after_them(text: str) -> None:
    assert unfinished(text)
    assert not unfinished(f"{text} annat")


def test_what_is_left_over_is_told_in_stretches() -> None:
    given = lines("", "a", "", "b", "c", "", "d")
    left = left_over(given, {given[3]}, "annat")
    assert [(one.line, one.text, one.lines) for one in left] == [(2, "a", 1), (5, "c\n\nd", 3)]
