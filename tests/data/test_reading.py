"""Reading a plan's file: values out of sound ones, every fault of a broken one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.faults import UnusableError
from data.plan import Plan
from data.reading import read_plan, read_plan_bytes
from data.rereading import read
from data.unknown_values import Table
from data.writing import write
from tests.plans import plans, styled

SOUND = """\
forvaltning = "regionkontoret"
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Hög attraktivitet"
status = "uppfylls"

[[fokusomrade.uppdrag]]
id = "cykel"
namn = "Cykelplan"
kommentar = \"\"\"
Första stycket.

Andra stycket.
\"\"\"
regiongemensamt = true
mal = ["hallbart-resande"]
start = 2019-01-15

[[fokusomrade.uppdrag.aktivitet]]
id = "cykel-1"
namn = "Kartlägg"
status = "pagar"

[[indikator]]
id = "sjuk"
namn = "Sjukfrånvaro"
utfall = 2.90
malvarde = "under 4"
riktning = "lagre"
"""


def faults(text: str, file: str = "2019/regionkontoret.toml") -> list[str]:
    """Return what is told of a text, a line a fault."""
    return [str(fault) for fault in read_plan(text, file).faults]


def broken(old: str, new: str) -> list[str]:
    """Return the faults of the sound file with one text replaced."""
    assert old in SOUND
    return faults(SOUND.replace(old, new))


def test_a_sound_file_is_a_plan_without_faults() -> None:
    reading = read_plan(SOUND, "2019/regionkontoret.toml")
    assert reading.faults == ()
    assert reading.plan is not None
    uppdrag = reading.plan.items["cykel"]
    assert (uppdrag.kommentar, uppdrag.start) == ("Första stycket.\n\nAndra stycket.", date(2019, 1, 15))
    assert (uppdrag.regiongemensamt, uppdrag.mal, uppdrag.status) == (True, ("hallbart-resande",), None)
    assert reading.plan.indikatorer[0].utfall == Decimal("2.90")
    assert reading.plan.name == "2019/regionkontoret"


def test_an_unknown_status_is_told_with_its_line_and_the_right_ones() -> None:
    assert broken('status = "uppfylls"', 'status = "grön"') == [
        '2019/regionkontoret.toml:7:1: status "grön" finns inte; välj uppfylls, delvis eller inte'
    ]


def test_a_status_of_the_wrong_scale_is_told_apart_from_an_unknown_one() -> None:
    assert broken('status = "pagar"', 'status = "delvis"') == [
        '2019/regionkontoret.toml:24:1: status "delvis" hör till uppdrag; '
        "välj pausad, ej-startad, foljer-delvis, foljer-inte, klar eller pagar"
    ]


def test_a_missing_id_and_a_bad_one_are_told() -> None:
    assert broken('id = "cykel"\n', "")[0].startswith("2019/regionkontoret.toml:9:1: id saknas")
    assert 'id "Cykel plan" duger inte' in broken('id = "cykel"\n', 'id = "Cykel plan"\n')[0]


def test_a_double_id_is_told_with_both_places() -> None:
    assert broken('id = "cykel-1"', 'id = "cykel"') == [
        '2019/regionkontoret.toml:22:1: id "cykel" står två gånger; ge det ena ett eget id '
        "(det första står på rad 9)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("regiongemensamt = true", 'regiongemensamt = "ja"', "true eller false"),
        ('mal = ["hallbart-resande"]', 'mal = "hallbart-resande"', "en lista av texter"),
        ("start = 2019-01-15", 'start = "2019-01-15"', "ett datum utan citattecken"),
        ("start = 2019-01-15", "start = 2019-01-15T10:00:00", "ett datum"),
        ('namn = "Cykelplan"', "namn = 3", "en text"),
        ('namn = "Cykelplan"', 'namn = "  "', "namn saknas"),
        ("utfall = 2.90", "utfall = nan", "ett tal"),
        ("utfall = 2.90", "utfall = 1e999999999", "ett tal, med högst 30 siffror"),
        ("utfall = 2.90", f"utfall = {'1' * 4000}", f"utfall är {'1' * 39}… men ska vara ett tal"),
        ("utfall = 2.90", "utfall = true", "ett tal"),
        ('riktning = "lagre"', 'riktning = "ned"', '"hogre" eller "lagre"'),
        ("ar = 2019", 'ar = "2019"', "ett årtal"),
        ("[[indikator]]", "[indikator]", "[[indikator]]"),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_the_right_one(old: str, new: str, told: str) -> None:
    assert told in broken(old, new)[0]
    assert read_plan(SOUND.replace(old, new)).plan is None


def test_all_faults_come_in_one_pass_in_the_order_of_the_file() -> None:
    text = SOUND.replace('"uppfylls"', '"grön"').replace('"pagar"', '"klart"').replace("start = 2019", "start = 19")
    assert [int(told.split(":")[1]) for told in faults(text)] == [7, 19, 24]


def test_a_syntax_fault_does_not_hide_the_faults_after_it() -> None:
    told = faults(SOUND.replace('namn = "Cykelplan"', "namn = Cykelplan").replace('"pagar"', '"klart"'))
    assert [line.split(": ")[0] for line in told] == [
        "2019/regionkontoret.toml:11:8",
        "2019/regionkontoret.toml:24:1",
    ]


def test_an_open_text_is_told_where_it_opens() -> None:
    assert broken('Andra stycket.\n"""\n', "Andra stycket.\n")[0].startswith("2019/regionkontoret.toml:")
    assert faults('x = """\nabc = 1') == ["2019/regionkontoret.toml:1:5: texten saknar sitt avslutande citattecken"]


def test_an_unknown_key_is_a_warning_and_is_kept() -> None:
    text = SOUND.replace('status = "pagar"', 'status = "pagar"\nprio = { grad = 1, steg = [1, 2] }\nstats = 1')
    reading = read_plan(text)
    assert reading.plan is not None
    assert dict(reading.plan.items["cykel-1"].extra) == {"prio": Table((("grad", 1), ("steg", (1, 2)))), "stats": 1}
    assert [fault.warning for fault in reading.faults] == [True, True]
    assert str(reading.faults[1]).endswith('varning: okänd nyckel "stats"; menade du status?')


def test_a_file_name_that_disagrees_with_the_plan_is_told() -> None:
    told = faults(SOUND, "2020/kultur.toml")
    assert [line.partition(";")[0] for line in told] == [
        '2020/kultur.toml:1:1: forvaltning är "regionkontoret" men filen ligger som 2020/kultur.toml',
        "2020/kultur.toml:2:1: ar är 2019 men filen ligger som 2020/kultur.toml",
    ]


def test_merge_markers_are_told_wherever_they_stand() -> None:
    told = broken("Andra stycket.", "<<<<<<< HEAD\nAndra\n=======\nTredje\n>>>>>>> deras")
    assert [line.split(": ")[0][-5:] for line in told] == [":15:1", ":19:1"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"\xff\xfef\x00", "x.toml:1:1: tecknet 0xff är inte UTF-8"),
        ("ar = 2019 # å\n# \u00e5".encode("latin-1"), "x.toml:1:13: tecknet 0xe5 är inte UTF-8"),
        (b"#" * 2_000_001, "x.toml:1:1: filen är över 2 MB"),
        (b"x = " + b"[" * 9000, "x.toml:1:1: filen har för många hakparenteser"),
        (b"x = " + b"[" * 60 + b"]" * 60, "x.toml:1:1: "),
        (b"a = \x00", "x.toml:1:5"),
        (b"ar = " + b"1" * 5000, "x.toml:1:6: talet är för långt"),
        (b"ar = 1e99999999999999999999", "x.toml:1:6: talet är för långt"),
    ],
)
def test_bytes_that_are_no_plan_are_told(raw: bytes, told: str) -> None:
    reading = read_plan_bytes(raw, "x.toml")
    assert reading.plan is None
    assert any(str(fault).startswith(told) for fault in reading.faults)


def test_a_bom_is_told_and_does_no_harm() -> None:
    reading = read_plan_bytes(b"\xef\xbb\xbf" + SOUND.encode(), "x.toml")
    assert reading.plan is not None
    assert "BOM" in str(reading.faults[0])


def test_a_plan_that_cannot_be_used_carries_its_faults() -> None:
    with pytest.raises(UnusableError) as raised:
        read("ar = 2019")
    assert [fault.message for fault in raised.value.faults] == ["forvaltning saknas"]


@given(plans().flatmap(styled), st.data())
def test_a_damaged_file_is_told_and_never_crashes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    damaged = text[:start] + data.draw(st.text(max_size=8)) + text[end:]
    reading = read_plan_bytes(damaged.encode("utf-8", "replace"), "2019/regionkontoret.toml")
    assert reading.plan is not None or any(not fault.warning for fault in reading.faults)
    lines = damaged.count("\n") + 1
    assert all(1 <= fault.line <= lines + 1 and fault.column >= 1 for fault in reading.faults)


@given(plans())
def test_what_is_written_has_no_faults_but_unknown_keys_and_dates_the_wrong_way_round(plan: Plan) -> None:
    told = read_plan(write(plan), "2019/regionkontoret.toml").faults
    assert all("okänd nyckel" in fault.message or "före start" in fault.message for fault in told)


def test_a_slut_before_its_start_is_a_warning_at_the_slut() -> None:
    reading = read_plan(SOUND.replace("start = 2019-01-15", "start = 2019-01-15\nslut = 2019-01-14"))
    assert reading.plan is not None
    assert [fault.warning for fault in reading.faults] == [True]
    assert "före start 2019-01-15" in reading.faults[0].message
