from __future__ import annotations

from datetime import date

import pytest

from data.faults import Fault
from data.period import Period
from data.region import Forvaltning, Grupp, Namnd, Rapport, Region, read_region, with_forvaltning
from data.toml_text import MERGE

TEXT = """\
# Vår region
namn = "Region Exempel"   # påhittad

[[namnd]]
kod = "RS"
namn = "Regionstyrelsen"

[[grupp]]
namn = "samtliga driftnämnder"
namnder = ["RS"]

[[grupp]]
namn = "samtliga driftnämnder"
ar = 2024
namnder = []

# Kansliet
[[forvaltning]]
id = 'regionkontoret'
namn = "Regionkontoret"
namnd = "RS"

[[rapport]]
ar = 2025
namn = "ur1"
klar = 2025-05-15
"""


def told(text: str) -> list[str]:
    return [str(fault) for fault in read_region(text)[1]]


def test_a_region_is_read_to_values() -> None:
    region, faults = read_region(TEXT)
    assert faults == ()
    assert region == Region(
        "Region Exempel",
        (Namnd("RS", "Regionstyrelsen"),),
        (Grupp("samtliga driftnämnder", ("RS",)), Grupp("samtliga driftnämnder", (), 2024)),
        (Forvaltning("regionkontoret", "Regionkontoret", "RS"),),
        (),
        (Rapport(Period(2025, "ur1"), date(2025, 5, 15)),),
    )


def test_a_report_to_come_has_a_name_and_a_day() -> None:
    table = '\n[[rapport]]\nar = 2025\nnamn = "{}"\nklar = {}\n'
    assert told(TEXT + table.format("ur9", "2025-09-15")) == [
        "region.toml:30:1: namn ska vara ur1, ur2, arsredovisning eller m01–m12"
    ]
    assert told(TEXT + table.format("ur2", '"i maj"')) == [
        "region.toml:31:1: klar ska vara ett datum utan citattecken, till exempel 2019-05-15"
    ]
    assert told(TEXT + table.format("ur1", "2025-09-15")) == [
        "region.toml:30:1: namn ur1 finns redan; ge den ett annat"
    ]


def test_things_are_found_by_their_ids() -> None:
    region, _ = read_region(TEXT)
    assert region is not None
    assert region.forvaltning("regionkontoret") == Forvaltning("regionkontoret", "Regionkontoret", "RS")
    assert region.forvaltning("finns-inte") is None
    assert region.namnd("RS") == Namnd("RS", "Regionstyrelsen")
    assert region.namnd("XX") is None


def test_a_group_has_the_members_of_its_year() -> None:
    region, _ = read_region(TEXT)
    assert region is not None
    assert region.grupp("samtliga driftnämnder", 2024) == Grupp("samtliga driftnämnder", (), 2024)
    assert region.grupp("samtliga driftnämnder", 2023) == Grupp("samtliga driftnämnder", ("RS",))
    assert region.grupp("okänd", 2023) is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('namn = "Region Exempel"', "", "region.toml:1:1: namn saknas; lägg till namn = …"),
        ('"Region Exempel"', "7", "region.toml:2:1: namn ska vara en text inom citattecken"),
        ('kod = "RS"', "", "region.toml:4:1: kod saknas; lägg till kod = …"),
        ("ar = 2024", "ar = true", "region.toml:14:1: ar ska vara ett heltal"),
        ("namnder = []", "namnder = [1]", "region.toml:15:1: namnder ska vara en lista av texter"),
        ("ar = 2024\n", "", "region.toml:13:1: namn samtliga driftnämnder finns redan; ge den ett annat"),
        (
            "'regionkontoret'",
            "'../ut'",
            "region.toml:19:1: id får bara innehålla små bokstäver a–z, siffror, punkt och bindestreck",
        ),
        ("[[namnd]]", "[namnd]", "region.toml:1:1: namnd ska skrivas [[namnd]]"),
        ('kod = "RS"', 'kod = "RS', "region.toml:5:10: texten saknar sitt avslutande citattecken på raden"),
        ("# Kansliet", "<<<<<<< HEAD", f"region.toml:17:1: {MERGE}"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, fault: str) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new)
    assert fault in told(text)
    assert read_region(text)[0] is None


def test_unknown_keys_and_namnder_are_warnings() -> None:
    text = TEXT.replace('namnd = "RS"', 'namnd = "XX"\nchef = "Någon"')
    region, faults = read_region(text)
    assert region is not None
    assert [fault for fault in faults if not fault.warning] == []
    assert Fault("region.toml", 21, 1, "nämnden XX finns inte; lägg till den som [[namnd]]", warning=True) in faults
    assert Fault("region.toml", 22, 1, "nyckeln chef är okänd och används inte", warning=True) in faults


def test_every_fault_is_found_in_one_pass() -> None:
    text = TEXT.replace('"Region Exempel"', "7").replace('kod = "RS"', "kod = 1").replace("'regionkontoret'", '""')
    assert len([fault for fault in read_region(text)[1] if not fault.warning]) == 3


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.rstrip("\n"), 'namn = "X"'])
def test_a_new_forvaltning_leaves_the_rest_to_the_byte(text: str) -> None:
    added = Forvaltning("hallands-sjukhus", 'Sjukhuset "Söder" \\ \x1b', None)
    longer = with_forvaltning(text, added)
    assert longer.startswith(text)
    assert longer.endswith("\n")
    assert ("\r\n" in text) == ("\r\n" in longer)
    assert "\n" not in longer.replace("\r\n", "") if "\r\n" in text else "\r" not in longer
    region, faults = read_region(longer)
    assert region is not None
    assert region.forvaltningar[-1] == added
    assert faults == ()


def test_a_forvaltning_is_not_added_twice_or_to_a_broken_file() -> None:
    with pytest.raises(ValueError, match="finns redan"):
        with_forvaltning(TEXT, Forvaltning("regionkontoret", "En till"))
    with pytest.raises(ValueError, match=r"region\.toml:1:"):
        with_forvaltning("namn = ", Forvaltning("a", "A"))
