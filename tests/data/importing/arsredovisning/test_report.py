"""Reading an årsredovisning as text: an invented förvaltning's, with the traps of real ones."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faults import UnusableError
from data.importing.arsredovisning.report import read_arsredovisning, told_forvaltning
from data.importing.result import Imported
from data.plan import Fokusomrade, Uppdrag
from data.reading import read_plan
from data.region import Forvaltning, Region
from data.writing import write
from tests.data.importing.arsredovisning.accounts import account, unblank

BREAK = "\n\n\n\n \n\n \n\n"

TEXT = f"""\
 1 Sammanfattning

Året har varit händelserikt, och vi har byggt ut vår verk-
samhet.

2 Regionfullmäktiges fokusområden

2.1 Resor som håller

Trafikkontorets arbete inom fokusområdet resor som håller uppfylls delvis. Ett av två
regiongemensamma uppdrag uppfylls. Det regiongemensamma uppdraget Bygga fler
cykelvägar i städer och på landsbygd uppfylls inte.

Ta fram en resvaneundersökning för hela

länet

Undersökningen är genomförd, och resultatet visar att fler reser kollektivt än
förut.

Arbetet fortsätter nästa år tillsammans med kommunerna och med de
{BREAK}större företagen i länet.

2.1.1 Bygga fler cykelvägar i städer och

på landsbygd

Kartlägga behov av cykelvägar

Kartläggningen är påbörjad i sju kommuner och fortsätter i

de övriga under våren.

Pröva en ny beläggning på de mest trafikerade vägarna i Norra
{BREAK}Norrland

Försöket är försenat.

2.1.2 Rusta upp stationer

Tre stationer är klara, och två återstår. Resten rustas upp när medlen finns, vilket
bedöms bli under nästa år.

2.2 Trygg vård

En enklare vård. För alla.

Inom uppdraget En enklare vård. För alla. har flera delar blivit klara under året, och
resten följer planen.

Öppna en mottagning på kvällar

3 Medarbetare

3.1 Sjukfrånvaro

Indikator Utfall Målvärde

 Sjukfrånvaro 2,97% 4%

Sjukfrånvaron har minskat under året, och
lägre är bättre.

4 Mått

Grupp Indikatorer Utfall Målvärde

Medarbetare
Sjukfrånvaro 3,0% 4,0%

Ekonomi
Resultat 12,5 mnkr 0,0 mnkr
"""


def read(text: str) -> Imported:
    return read_arsredovisning(text, "trafikkontoret", 2020)


@pytest.fixture(scope="module")
def got() -> Imported:
    return read(TEXT)


def omrade(got: Imported, id: str) -> Fokusomrade:
    found = got.plan.items[id]
    assert isinstance(found, Fokusomrade)
    return found


def uppdrag(got: Imported, namn: str) -> Uppdrag:
    return next(one for one in got.plan.uppdrag if one.namn == namn)


def test_fokusomraden_have_their_verdict_and_text(got: Imported) -> None:
    assert [(one.id, one.namn, one.status) for one in got.plan.fokusomraden] == [
        ("2.1", "Resor som håller", "delvis"),
        ("2.2", "Trygg vård", None),
    ]
    kommentar = omrade(got, "2.1").kommentar
    assert kommentar is not None
    assert kommentar.startswith("Trafikkontorets arbete inom")
    assert kommentar.endswith("på landsbygd uppfylls inte.")


def test_shared_uppdrag_have_their_number_and_status_and_own_ones_come_after_them(got: Imported) -> None:
    told = [(one.id, one.namn, one.regiongemensamt, one.status) for one in omrade(got, "2.1").uppdrag]
    assert told == [
        (
            "ta-fram-en-resvaneundersokning-for-hela-lanet",
            "Ta fram en resvaneundersökning för hela länet",
            False,
            None,
        ),
        ("2.1.1", "Bygga fler cykelvägar i städer och på landsbygd", True, "inte"),
        ("kartlagga-behov-av-cykelvagar", "Kartlägga behov av cykelvägar", False, None),
        (
            "prova-en-ny-belaggning-pa-de-mest-trafikerade",
            "Pröva en ny beläggning på de mest trafikerade vägarna i Norra Norrland",
            False,
            None,
        ),
        ("2.1.2", "Rusta upp stationer", True, "uppfylls"),
    ]


def test_texts_are_whole_where_empty_lines_and_pages_part_them(got: Imported) -> None:
    assert uppdrag(got, "Ta fram en resvaneundersökning för hela länet").kommentar == (
        "Undersökningen är genomförd, och resultatet visar att fler reser kollektivt än förut.\n\n"
        "Arbetet fortsätter nästa år tillsammans med kommunerna och med de större företagen i länet."
    )
    assert uppdrag(got, "Kartlägga behov av cykelvägar").kommentar == (
        "Kartläggningen är påbörjad i sju kommuner och fortsätter i de övriga under våren."
    )
    assert (uppdrag(got, "Rusta upp stationer").kommentar or "").startswith("Tre stationer är klara")


def test_a_heading_that_ends_as_a_sentence_is_known_by_the_text_below_it(got: Imported) -> None:
    found = uppdrag(got, "En enklare vård. För alla.")
    assert (found.kommentar or "").startswith("Inom uppdraget")
    line = TEXT.split("\n").index("En enklare vård. För alla.") + 1
    assert found.att_se_over == (f"rad {line}: gissat att ”En enklare vård. För alla.” är en rubrik",)


def test_a_heading_without_text_is_an_uppdrag_and_told(got: Imported) -> None:
    found = uppdrag(got, "Öppna en mottagning på kvällar")
    line = TEXT.split("\n").index(found.namn) + 1
    assert (found.kommentar, found.att_se_over) == (None, (f"rad {line}: hittade ingen text under rubriken",))


def test_indikatorer_are_there_once_with_the_text_below_them(got: Imported) -> None:
    first, second = got.plan.indikatorer
    assert (first.id, str(first.utfall), first.malvarde, first.enhet) == ("sjukfranvaro", "2.97", 4, "%")
    assert (first.riktning, first.kommentar) == (
        "lagre",
        "Sjukfrånvaron har minskat under året, och lägre är bättre.",
    )
    assert (second.namn, str(second.utfall), str(second.malvarde), second.enhet) == (
        "Resultat",
        "12.5",
        "0.0",
        "mnkr",
    )


def test_every_character_is_in_the_plan_or_left_out(got: Imported) -> None:
    assert account(got) == Counter(unblank(TEXT))
    assert Counter(left.reason for left in got.left_out) == {
        "text utanför fokusområdena": 3,
        "kapitelrubrik": 1,
        "tabellens rubrikrad": 2,
        "rubrik i tabellen över indikatorer": 2,
        "indikatorn står här en gång till": 1,
    }


def test_the_plan_is_one_that_a_file_can_hold(got: Imported) -> None:
    assert read_plan(write(got.plan)).plan == got.plan


def test_a_parted_word_in_a_text_is_whole_and_its_hyphen_listed() -> None:
    text = TEXT.replace("Försöket är försenat.", "Försöket är förse-\nnat, som på många andra håll i landet.")
    got = read(text)
    assert uppdrag(got, "Pröva en ny beläggning på de mest trafikerade vägarna i Norra Norrland").kommentar == (
        "Försöket är försenat, som på många andra håll i landet."
    )
    assert [left.text for left in got.left_out if left.reason.startswith("bindestreck")] == ["-"]
    assert account(got) == Counter(unblank(text))


def test_headings_may_stand_directly_above_their_text() -> None:
    text = (
        "2 Fokusområden\n2.1 Resor\nArbetet för fokusområdet resor uppfylls, och det går bättre än förra året.\n\n"
        "Bygga broar\nTvå broar är klara, och den tredje blir det till våren när vattnet har sjunkit igen.\n\n"
        "Måla broar\nFärgen är vald, och arbetet börjar när vädret tillåter det, troligen redan till midsommar.\n"
    )
    got = read(text)
    (one,) = got.plan.fokusomraden
    assert (one.namn, one.status) == ("Resor", "uppfylls")
    assert [each.namn for each in one.uppdrag] == ["Bygga broar", "Måla broar"]
    assert account(got) == Counter(unblank(text))


@pytest.mark.parametrize("leader", [" ........ ", " "])
def test_a_table_of_contents_is_passed_over(leader: str) -> None:
    contents = "".join(
        f"{heading}{leader}{page}\n\n"
        for page, heading in enumerate(
            ("1 Sammanfattning", "2 Regionfullmäktiges fokusområden", "2.1 Resor som håller", "2.2 Trygg vård"), 3
        )
    )
    got, plain = read(contents + TEXT), read(TEXT)
    assert [one.namn for one in got.plan.uppdrag] == [one.namn for one in plain.plan.uppdrag]
    assert account(got) == Counter(unblank(contents + TEXT))


def test_a_number_at_the_beginning_of_a_paragraph_is_no_heading() -> None:
    got = read(TEXT.replace("Försöket är försenat.", "12 Kommuner deltar i försöket.\n\n2.1 Kommuner per län."))
    assert uppdrag(got, "Pröva en ny beläggning på de mest trafikerade vägarna i Norra Norrland").kommentar == (
        "12 Kommuner deltar i försöket.\n\n2.1 Kommuner per län."
    )


@pytest.mark.parametrize(
    "text", ["", "Hej och tack.\n", "1 Inledning\n\n1.1 Text\n\nHej.\n", "2 Fokusområden\n\nHej.\n"]
)
def test_a_text_without_such_a_chapter_is_refused(text: str) -> None:
    with pytest.raises(UnusableError, match="hittade inget kapitel om fokusområden"):
        read(text)


def test_whose_it_is_is_known_where_one_name_stands_out() -> None:
    region = Region("R", forvaltningar=(Forvaltning("trafik", "Trafikkontoret"), Forvaltning("kultur", "Kultur")))
    assert told_forvaltning(TEXT, region) == "trafik"
    assert told_forvaltning("Trafikkontoret och Kultur", region) is None
    assert told_forvaltning("Ingen alls", region) is None


PIECES = st.sampled_from(
    (
        "2.1.1 Bygga vägar\n",
        "2.3 Vård i\n\nlänet\n",
        "Arbetet pågår.\n",
        "Vi har byggt ut vår verk-\nsamhet och\n",
        "Rubrik utan punkt\n",
        "• En punkt\n",
        "4(12)\n",
        "Indikator Utfall Målvärde\n\nA 1,0% 2,0%\n\nBara ord\n",
        "Indikator Utfall 2018 Utfall\n2019 Mål 2020\n\nB 1,0% 2,0% 3,0%\n\nC – 4,0% 5,0%\nD 6,0%\n",
        BREAK,
        "\f",
        "\n",
        "7 Annat kapitel\n",
        "Alla regiongemensamma uppdrag uppfylls.\n",
    )
)


@given(st.lists(PIECES, max_size=12))
@settings(max_examples=60)
def test_nothing_is_ever_lost(pieces: list[str]) -> None:
    text = "2 Fokusområden\n\n2.1 Resor\n\n" + "\n".join(pieces)
    assert account(read(text)) == Counter(unblank(text))
