"""Reading a Bilaga 2 as text: an invented bilaga of another förvaltning and year, one trap at a time."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from data.faults import UnusableError
from data.importing.bilaga_text import MAX_CHARACTERS, read_bilaga
from data.importing.result import Imported
from data.plan import Uppdrag
from tests.data.importing.pdf_layout import HEADER, OPENING, WIDTHS, wrapped

PAGE = f"   {HEADER}\n"
FOOTER = f"\n\n\n \nFolktandvården, Delårsrapport 2021 Jan-aug   7(12) \n \n \n\n \n\n  {HEADER}\n"

NAME = "Öka tillgängligheten till tandvård för barn och unga i hela länet"
COMMENT = (
    "Klinikerna har under året öppnat fler tider på kvällar och lördagar. Kallelserna går numera ut digitalt, och "
    "uteblivna besök har minskat på samtliga orter. I december startar ett försök med drop-in för unga vuxna, som "
    "ska pågå till sommaren och därefter utvärderas tillsammans med tandhygienisterna."
)
STEP = "Ta fram en modell för öppettider på kvällar och lördagar"


def column(text: str, number: int) -> list[str]:
    return wrapped(text, WIDTHS[number])


def cell(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines) + "\n"


def marked(text: str, number: int) -> list[str]:
    first, *rest = column(text, number)
    return [f" {first}", *rest]


def comment(text: str = COMMENT) -> str:
    return cell(*column(text, 1))


def step(text: str = STEP) -> str:
    return cell(*marked(text, 2))


ROWS = (
    cell(*marked("Stärka det förebyggande arbetet mot karies i förskolan", 0))
    + comment("Alla förskolor har fått besök. " * 6)
    + step("Besöka förskolor och informera om tandborstning")
    + step("Utbilda personalen i munhälsa")
    + cell(*marked("Införa ett gemensamt journalsystem på alla kliniker", 0))
    + comment("Upphandlingen är klar och två kliniker provar systemet. " * 4)
    + step("Genomföra utbildning i det nya journalsystemet")
)
"""Rows without traps, so that the columns can be measured."""


def bilaga(body: str, heading: str = "2.1 Jämlik tandhälsa \n") -> str:
    return f"{OPENING}\n{heading}  {HEADER}\n\n{ROWS}{body}"


def imported(body: str) -> Imported:
    return read_bilaga(bilaga(body), "folktandvarden", 2021)


def last(body: str) -> Uppdrag:
    uppdrag = list(imported(body).plan.uppdrag)
    assert len(uppdrag) == 3
    return uppdrag[-1]


def steps(uppdrag: Uppdrag) -> list[str]:
    return [aktivitet.namn for aktivitet in uppdrag.aktiviteter]


def test_rows_without_traps_are_read_without_a_guess() -> None:
    got = read_bilaga(bilaga(""), "folktandvarden", 2021)
    assert (got.plan.forvaltning, got.plan.ar, got.guesses) == ("folktandvarden", 2021, ())
    assert [(omrade.id, omrade.namn) for omrade in got.plan.fokusomraden] == [("2.1", "Jämlik tandhälsa")]
    first, second = got.plan.uppdrag
    assert first.namn == "Stärka det förebyggande arbetet mot karies i förskolan"
    assert steps(first) == ["Besöka förskolor och informera om tandborstning", "Utbilda personalen i munhälsa"]
    assert second.kommentar == ("Upphandlingen är klar och två kliniker provar systemet. " * 4).strip()
    assert all(item.status is None for item in (*got.plan.uppdrag, *got.plan.aktiviteter))


def test_a_page_break_inside_the_comment_and_an_aktivitet_goes_back_to_both() -> None:
    lines, modell = column(COMMENT, 1), marked(STEP, 2)
    assert len(modell) == 3
    body = (
        cell(*marked(NAME, 0))
        + cell(*lines[:2])
        + cell(*modell[:2]).removesuffix("\n")
        + PAGE
        + cell(*lines[2:])
        + cell(*modell[2:])
        + step("Följa upp besöken")
    )
    got = last(body)
    assert (got.namn, got.kommentar, steps(got)) == (NAME, COMMENT, [STEP, "Följa upp besöken"])


@pytest.mark.parametrize("turn", [PAGE, FOOTER], ids=["header", "footer"])
def test_a_page_break_inside_a_word_of_an_aktivitet(turn: str) -> None:
    word = "Tandhälsoutvecklingsarbete"
    head, tail = column(word, 2)
    assert not head.endswith(" ")
    others = ["Ta fram en plan för klinikernas lokaler", "Mäta väntetider på klinikerna"]
    body = cell(*marked(NAME, 0)) + comment() + "".join(map(step, others)) + f" {head}\n{turn}" + cell(tail)
    assert steps(last(body)) == [*others, word]


def test_a_page_break_inside_the_title_and_the_comment() -> None:
    names, lines = marked(f"{NAME} under alla årets månader", 0), column(COMMENT, 1)
    before = cell(*names[:2]) + cell(*lines[:2]) + step("Mäta väntetider på klinikerna").removesuffix("\n")
    got = last(before + FOOTER + cell(*names[2:]) + cell(*lines[2:]))
    assert len(names) == 4
    assert got.namn == f"{NAME} under alla årets månader"
    assert (got.kommentar, steps(got)) == (COMMENT, ["Mäta väntetider på klinikerna"])


def test_the_last_line_of_a_title_may_share_a_line_with_the_comment_after_a_page_break() -> None:
    names, lines = marked(NAME, 0), column(COMMENT, 1)
    before = cell(*names[:2]) + cell(*lines[:2]) + step("Mäta väntetider på klinikerna").removesuffix("\n")
    got = last(before + PAGE + cell(f"{names[2]}{lines[2]}", *lines[3:]))
    assert len(names) == 3
    assert (got.namn, got.kommentar, steps(got)) == (NAME, COMMENT, ["Mäta väntetider på klinikerna"])
    assert got.att_se_over


def test_the_last_line_of_a_comment_may_share_a_line_with_the_aktivitet_after_a_page_break() -> None:
    lines, modell = column(COMMENT, 1), marked(STEP, 2)
    before = cell(*marked(NAME, 0)) + cell(*lines[:-1]) + step("Mäta väntetider på klinikerna")
    before += cell(*marked("Se över bemanningen", 2)) + cell(*modell[:1]).removesuffix("\n")
    got = last(before + PAGE + cell(f"{lines[-1]}{modell[1]}") + cell(*modell[2:]))
    assert (got.namn, got.kommentar) == (NAME, COMMENT)
    assert steps(got) == ["Mäta väntetider på klinikerna", "Se över bemanningen", STEP]


def test_a_title_that_comes_after_the_page_break_while_its_comment_begins_before_it() -> None:
    lines = column(COMMENT, 1)
    body = (
        cell(f" {lines[0]}", *lines[1:3]).removesuffix("\n")
        + PAGE
        + "\n"
        + cell(*column(NAME, 0))
        + cell(*lines[3:])
    )
    got = last(body + step())
    assert (got.namn, got.kommentar, steps(got)) == (NAME, COMMENT, [STEP])
    assert len(got.att_se_over) == 1 and "sidbrytningen" in got.att_se_over[0]


def test_a_page_break_between_paragraphs_keeps_them_apart() -> None:
    body = cell(*marked(NAME, 0)) + cell(*column(COMMENT, 1)) + step().removesuffix("\n") + PAGE + " \n" + comment()
    assert last(body).kommentar == f"{COMMENT}\n\n{COMMENT}"


def test_a_line_with_only_a_space_parts_paragraphs() -> None:
    body = cell(*marked(NAME, 0)) + cell(*column(COMMENT, 1), " ", *column(COMMENT, 1), " ") + step()
    assert last(body).kommentar == f"{COMMENT}\n\n{COMMENT}"


def test_a_title_and_a_comment_that_share_a_line_are_told_apart() -> None:
    lines = column(COMMENT, 1)
    got = imported(cell(f" Tandvård 2021-2025 {lines[0]}", *lines[1:]) + step())
    uppdrag = list(got.plan.uppdrag)[-1]
    assert (uppdrag.namn, uppdrag.kommentar, steps(uppdrag)) == ("Tandvård 2021-2025", COMMENT, [STEP])
    (guess,) = got.guesses
    assert guess.id == uppdrag.id and uppdrag.att_se_over == (guess.message,)
    assert guess.message.startswith(f"rad {guess.line}: gissat")
    assert bilaga(cell(f" Tandvård 2021-2025 {lines[0]}")).split("\n")[guess.line - 1].startswith(" Tandvård 2021")


def test_a_comment_of_one_line_and_an_aktivitet_that_share_it_are_told_apart() -> None:
    first, *rest = marked(STEP, 2)
    got = last(cell(*marked(NAME, 0)) + cell(f"Arbetet är klart. {first}", *rest) + step("Följa upp besöken"))
    assert (got.namn, got.kommentar, steps(got)) == (NAME, "Arbetet är klart.", [STEP, "Följa upp besöken"])
    assert got.aktiviteter[0].att_se_over


def test_an_uppdrag_without_a_comment() -> None:
    first, *rest = marked(STEP, 2)
    got = last(cell(*marked(NAME, 0)) + cell(f" {first}", *rest) + step("Följa upp besöken"))
    assert (got.namn, got.kommentar, steps(got)) == (NAME, None, [STEP, "Följa upp besöken"])
    assert got.att_se_over


def test_an_uppdrag_without_aktiviteter_is_followed_by_the_next() -> None:
    uppdrag = list(
        imported(cell(*marked(NAME, 0)) + comment() + "  \n\n" + cell(*marked(NAME, 0)) + comment()).plan.uppdrag
    )
    assert [(each.namn, steps(each)) for each in uppdrag[2:]] == [(NAME, []), (NAME, [])]


def test_equal_titles_are_two_uppdrag_with_ids_of_their_own() -> None:
    row = cell(*marked(NAME, 0)) + comment() + step()
    plan = imported(row + row).plan
    first, second = list(plan.uppdrag)[2:]
    assert first.namn == second.namn
    assert second.id == f"{first.id}-2"
    assert len(plan.items) == len(set(plan.items)) == 1 + 4 + 5


def test_hyphens_stay_and_broken_words_are_joined() -> None:
    body = cell(*marked(NAME, 0)) + cell(
        "Resor mellan Ale- \noch Öckerö går via nord-", "sydlig linje 2021-", "2022 "
    )
    got = last(body + cell(" Tandhälsoutvecklin", "g i hela länet "))
    assert got.kommentar == "Resor mellan Ale- och Öckerö går via nord-sydlig linje 2021-2022"
    assert steps(got) == ["Tandhälsoutveckling i hela länet"]


def test_a_heading_may_run_over_two_lines() -> None:
    heading = "2.1 Jämlik tandhälsa genom hela livet och trygga övergångar mellan \nbarn- och vuxentandvård \n\n"
    (omrade,) = read_bilaga(bilaga("", heading), "folktandvarden", 2021).plan.fokusomraden
    assert omrade.namn == "Jämlik tandhälsa genom hela livet och trygga övergångar mellan barn- och vuxentandvård"


def test_a_second_heading_begins_a_new_fokusomrade() -> None:
    text = bilaga(f"2.2 Trygg personal \n  {HEADER}\n\n" + cell(*marked(NAME, 0)) + comment() + step())
    omraden = read_bilaga(text, "folktandvarden", 2021).plan.fokusomraden
    assert [(omrade.id, len(omrade.uppdrag)) for omrade in omraden] == [("2.1", 2), ("2.2", 1)]


@pytest.mark.parametrize("number", ["2", "2.", "2.1.4"])
def test_a_heading_may_have_fewer_or_more_numbers(number: str) -> None:
    (omrade,) = read_bilaga(bilaga("", f"{number} Jämlik tandhälsa \n"), "folktandvarden", 2021).plan.fokusomraden
    assert (omrade.id, omrade.namn, len(omrade.uppdrag)) == (number, "Jämlik tandhälsa", 2)


def test_a_heading_that_comes_again_on_a_new_page_goes_on_with_the_same_fokusomrade() -> None:
    lines = column(COMMENT, 1)
    before = cell(*marked(NAME, 0)) + cell(*lines[:2]) + step("Mäta väntetider på klinikerna").removesuffix("\n")
    got = imported(before + "\n2.1 Jämlik tandhälsa \n" + PAGE + cell(*lines[2:]))
    (omrade,) = got.plan.fokusomraden
    assert (omrade.uppdrag[-1].kommentar, steps(omrade.uppdrag[-1])) == (COMMENT, ["Mäta väntetider på klinikerna"])
    assert [left.text.strip() for left in got.left_out if "en gång till" in left.reason] == ["2.1 Jämlik tandhälsa"]


@pytest.mark.parametrize("start", ["2.5 miljoner kronor", "3 Kliniker"])
def test_a_paragraph_that_begins_with_a_number_is_no_heading_though_a_page_ends_after_it(start: str) -> None:
    lines = [*column(COMMENT, 1), " ", f"{start} har kommit till under året. "]
    body = cell(*marked(NAME, 0)) + cell(*lines).removesuffix("\n")
    got = imported(body + PAGE + "\n" + step())
    assert len(got.plan.fokusomraden) == 1
    assert list(got.plan.uppdrag)[-1].kommentar == f"{COMMENT}\n\n{start} har kommit till under året."


@pytest.mark.parametrize(
    "foot", ["7", "Sida 7", "Sida 7 av 12", "7/12", "Folktandvården 2021   7", "Tandvård, sida 7/12"]
)
def test_a_page_footer_may_tell_its_page_in_other_ways(foot: str) -> None:
    lines = column(COMMENT, 1)
    before = cell(*marked(NAME, 0)) + cell(*lines[:2]) + step().removesuffix("\n")
    got = imported(
        before + FOOTER.replace("Folktandvården, Delårsrapport 2021 Jan-aug   7(12)", foot) + cell(*lines[2:])
    )
    uppdrag = list(got.plan.uppdrag)[-1]
    assert (uppdrag.kommentar, steps(uppdrag)) == (COMMENT, [STEP])
    assert [left.text.strip() for left in got.left_out if left.reason == "sidfot"] == [foot]


def test_loose_accents_are_read_and_kept() -> None:
    plain = bilaga(cell(*marked(NAME, 0)) + comment() + step())
    loose = read_bilaga(normalize("NFD", plain), "folktandvarden", 2021).plan
    names = [normalize("NFC", uppdrag.namn) for uppdrag in loose.uppdrag]
    assert names == [uppdrag.namn for uppdrag in read_bilaga(plain, "folktandvarden", 2021).plan.uppdrag]
    assert names[-1] != list(loose.uppdrag)[-1].namn


def test_what_is_outside_the_cells_is_left_out_with_its_line_and_why() -> None:
    body = (
        cell(*marked(NAME, 0))
        + comment()
        + step()
        + "https://www.exempel.se/tand\n"
        + PAGE
        + "\n"
        + step("Följa upp")
    )
    text = bilaga(body + "\n\n \nFolktandvården, Delårsrapport 2021   12(12) \n ")
    got = read_bilaga(text, "folktandvarden", 2021)
    told = {left.text.strip(): (left.line, left.reason) for left in got.left_out}
    lines = text.split("\n")
    assert all(
        lines[line - 1].strip() == content for content, (line, _) in told.items() if content != HEADER.strip()
    )
    assert told["https://www.exempel.se/tand"][1] == "adressen bakom en länk"
    assert told["Folktandvården, Delårsrapport 2021   12(12)"][1] == "sidfot"
    assert told[HEADER.strip()][1] == "tabellens rubrikrad"
    assert told["Bilaga 2: Förvaltningens uppdrag och aktiviteter"][1].startswith("inledning")
    assert steps(list(got.plan.uppdrag)[-1]) == [STEP, "Följa upp"]


def test_line_ends_bom_tabs_and_form_feeds_change_nothing() -> None:
    body = cell(*marked(NAME, 0)) + comment() + step().removesuffix("\n") + PAGE + "\n" + step("Följa upp")
    plain = bilaga(body)
    plan = read_bilaga(plain, "folktandvarden", 2021).plan
    for other in (
        plain.replace("\n", "\r\n"),
        plain.replace("\n", "\r"),
        "\ufeff" + plain,
        plain.replace(PAGE, "\f" + PAGE),
        plain.replace("öppnat fler", "öppnat\u00a0fler").replace("ut digitalt", "ut\tdigitalt"),
        plain.rstrip("\n"),
    ):
        assert read_bilaga(other, "folktandvarden", 2021).plan == plan


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ingen Bilaga 2"),
        ("Mål och budget 2021\n\n1.1 Jämlik tandhälsa \n", "ingen Bilaga 2"),
        (f"En tabell utan fokusområde \n{HEADER}\n", "ingen Bilaga 2"),
        ("x" * (MAX_CHARACTERS + 1), "2 MB"),
        ("\n".join(line.rstrip() for line in bilaga("").split("\n")), "sista mellanslag"),
        ("\n".join(line.lstrip() for line in bilaga("").split("\n")), "första mellanslag"),
        (bilaga(f"2.2 Trygg personal \n{HEADER}\n\n") * 2, "finns redan på rad"),
    ],
    ids=["empty", "prose", "no heading", "too large", "trimmed", "trimmed in front", "twice"],
)
def test_a_text_that_is_no_bilaga_gets_one_line(text: str, told: str) -> None:
    with pytest.raises(UnusableError) as caught:
        read_bilaga(text, "folktandvarden", 2021, "fel.txt")
    (fault,) = caught.value.faults
    assert told in fault.message and fault.file == "fel.txt"
    assert "\n" not in str(caught.value)


def test_pages_without_any_text_are_nothing() -> None:
    assert (
        read_bilaga(f"2.1 Jämlik tandhälsa \n{HEADER} \n" + PAGE * 3, "x", 2021).plan.fokusomraden[0].uppdrag == ()
    )
