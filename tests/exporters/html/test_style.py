"""Colours are seen in both themes, and nothing from a file gets out of its string in the sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contrast import SHAPE, TEXT, contrast, rgb
from data.look import Look
from data.plain_text import one_line
from data.status import AKTIVITET, UPPDRAG
from exporters.document import Document
from exporters.html.style import stylesheet
from tests.exporters.samples import PLAN, bilaga

PAGE = bilaga(PLAN)
THEME = re.compile(r"@media screen and \(prefers-color-scheme: dark\) \{\n")
GROUNDS = {"light": ("#ffffff", "#f4f6f8"), "dark": ("#14181c", "#1d2329")}


def sheet(look: Look) -> str:
    return str(stylesheet(replace(PAGE, look=look)))


def colours(theme: str) -> dict[str, dict[str, str]]:
    """The colours of each status in a theme."""
    light, dark = sheet(Look()).split('\n@media screen and (prefers-color-scheme: dark) {\n[data-s="')
    part = light if theme == "light" else f'[data-s="{dark}'
    return {
        match[1]: dict(re.findall(r"--(\w+): (#\w{6});", match[2]))
        for match in re.finditer(
            r'\[data-s="([a-z-]+)"\] \{ (--c.*) \}', part.partition("\n}\n")[0] if theme == "dark" else part
        )
    }


@pytest.mark.parametrize("theme", GROUNDS)
def test_the_sheet_has_the_grounds_that_colours_are_chosen_for(theme: str) -> None:
    for ground, name in zip(GROUNDS[theme], ("ground", "raised"), strict=True):
        assert f"--{name}: {ground};" in sheet(Look())


@pytest.mark.parametrize("theme", GROUNDS)
def test_every_status_is_seen_in_a_theme(theme: str) -> None:
    found = colours(theme)
    assert set(found) == {status.value for status in (*UPPDRAG.statuses, *AKTIVITET.statuses)}
    for status, held in found.items():
        for ground in (*GROUNDS[theme], held["tint"]):
            seen = max(contrast(rgb(held[part]), rgb(ground)) for part in "co")
            assert seen >= SHAPE, (status, ground)
        assert contrast(rgb(held["on"]), rgb(held["c"])) >= TEXT, status


def test_in_the_light_a_status_has_its_own_colour() -> None:
    for status in (*UPPDRAG.statuses, *AKTIVITET.statuses):
        assert colours("light")[status.value]["c"] == status.colour


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_any_colour_of_a_region_can_be_read(parts: tuple[int, ...]) -> None:
    out = sheet(Look(colour="#" + "".join(f"{part:02X}" for part in parts)))
    marks = re.findall(r"--mark: (#\w{6});", out)
    for mark, theme in zip(marks, GROUNDS, strict=True):
        assert all(contrast(rgb(mark), rgb(ground)) >= TEXT for ground in GROUNDS[theme])


@given(st.text(st.characters(), max_size=30))
def test_a_string_in_the_sheet_holds_what_it_was_given_and_nothing_gets_out(text: str) -> None:
    out = sheet(Look(header=f"X{text}", font=f"X{text}"))
    strings = re.findall(r'"((?:[A-Za-z0-9ÅÄÖåäö ,.]|\\[0-9a-f]+ )*)"', out)
    told = [re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), string) for string in strings]
    assert told.count(one_line(f"X{text}")) == 2
    assert "<" not in out


def test_a_document_without_tables_has_no_widths() -> None:
    assert ".w30" in sheet(Look())
    assert ".w30" not in stylesheet(Document("T", "O", "P", ()))
