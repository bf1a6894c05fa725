"""Each text format says all that the document says, shows what it may not obey, and keeps a row a row."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from data.plain_text import visible
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from exporters.document import Document, Paragraph
from exporters.text import DIALECTS, text
from tests.exporters.readers import markdown_tables
from tests.exporters.samples import HOSTILE, PLAN, PROVENANCE, bilaga

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"markdown": ".md", "rst": ".rst", "latex": ".tex", "latex_booktabs": ".tex", "orgtbl": ".org"}
DOCUMENT = bilaga(PLAN, PROVENANCE)
ORGS_OWN = "\u200b"


def plan_saying(said: str) -> Plan:
    aktiviteter = (Aktivitet("a-1", said, "klar"), Aktivitet("a-2", said))
    uppdrag = Uppdrag("a", said, "inte", said, aktiviteter=aktiviteter)
    return Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", said, uppdrag=(uppdrag, Uppdrag("b", "Sist"))),))


def rendered(said: str, name: str) -> str:
    return text(bilaga(plan_saying(said)), DIALECTS[name])


def squeezed(said: str) -> str:
    """What a reader sees of a text, whatever its blanks and line breaks."""
    return re.sub(r"\s+", "", visible(said))


@pytest.mark.parametrize("name", DIALECTS)
def test_a_bilaga_comes_out_as_it_was_seen_and_approved(name: str) -> None:
    golden = GOLDEN / f"{name}{SUFFIXES.get(name, '.txt')}"
    assert text(DOCUMENT, DIALECTS[name]) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_nothing_that_is_obeyed_or_hidden_comes_out_raw(said: str, name: str) -> None:
    out = rendered(said, name).replace(ORGS_OWN, "") if name == "orgtbl" else rendered(said, name)
    assert visible(out) == out
    assert "\t" not in out


@pytest.mark.parametrize("name", [name for name in DIALECTS if not re.search("markdown|rst|latex|org", name)])
@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_no_character_is_lost_in_a_box(said: str, name: str) -> None:
    out = rendered(said, name)
    for character in set(squeezed(unicodedata.normalize("NFC", said))):
        wanted = 4 * squeezed(unicodedata.normalize("NFC", said)).count(character)
        assert out.count(character) >= wanted


@pytest.mark.parametrize("name", ["plain", "grid", "psql", "rst"])
def test_no_line_of_a_box_is_wider_than_its_columns(name: str) -> None:
    for said in HOSTILE:
        out = rendered(said, name).split("\n")
        table = out[next(number for number, line in enumerate(out) if "Kommentar" in line) :]
        assert max(map(len, table)) <= (125 if name == "rst" else 110)


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_a_markdown_reader_sees_just_what_was_written(said: str) -> None:
    ((_, first, second),) = markdown_tables(rendered(said, "markdown"))
    seen = visible(said)
    assert first == [f"■ Inte: {seen}", seen, f"✓ Klar: {seen}\n? Ej bedömd: {seen}"]
    assert second == ["? Ej bedömd: Sist", "", ""]


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab1 \\|`*_[]()<>&;#!~$:-+=\n\t.\"'"), min_size=1, max_size=25))
def test_a_markdown_reader_sees_any_text_but_its_blanks(said: str) -> None:
    ((_, first, _),) = markdown_tables(rendered(said.strip() or "x", "markdown"))
    assert squeezed(first[0]) == squeezed(f"■ Inte: {said.strip() or 'x'}")


@pytest.mark.parametrize("said", [*HOSTILE, "> citat", "+ plus", "2) två", "a\n===", "    kod", "Slut #", "---"])
def test_a_markdown_heading_and_paragraph_are_nothing_else(said: str) -> None:
    document = Document(said, "Ägare", "2019", (Paragraph(said),))
    tokens = MarkdownIt("commonmark").parse(text(document, DIALECTS["markdown"]))
    kinds = [token.type for token in tokens if token.nesting >= 0 and token.type != "inline"]
    assert kinds == ["heading_open", "paragraph_open", "paragraph_open"]
    title = "".join(child.content for child in tokens[1].children or [])
    assert squeezed(title) == squeezed(said)


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_an_org_row_is_one_line_of_three_cells(said: str) -> None:
    lines = [line for line in rendered(said, "orgtbl").split("\n") if line.startswith("| ")]
    assert len(lines) == 3
    assert {line.count("|") for line in lines} == {4}


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_latex_opens_and_closes_only_what_the_report_does(said: str) -> None:
    out = rendered(said, "latex")
    bare = re.sub(r"\\[\\{}$&#%_]", "", out)
    assert bare.count("{") == bare.count("}")
    assert out.count("\\begin{longtable}") == out.count("\\end{longtable}") == 1
    body = bare.split("\\endhead")[1].split("\\end{longtable}")[0]
    assert body.count("&") == 4
    assert not re.search(r"[#$%^~]|(?<!\\)_", body)
    commands = {"tabularnewline", "hline", "newline", "par", "smallskip", "hspace", "end"}
    assert set(re.findall(r"\\([a-z]+)", body)) <= commands | {
        "textbackslash",
        "textasciitilde",
        "textasciicircum",
        "textquotedbl",
    }


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: ascii(said[:20]))
def test_a_grid_stays_a_grid_in_rst(said: str) -> None:
    out = rendered(said, "rst").split("\n")
    table = [line for line in out if line[:1] in ("+", "|") and not line.startswith("| ‖") and "◆" not in line]
    padded = [
        "".join(sign * (2 if unicodedata.east_asian_width(sign) in "WF" else 1) for sign in line) for line in table
    ]
    assert {len(line) for line in padded} == {len(table[0])}
    edges = [position for position, sign in enumerate(table[0]) if sign == "+"]
    assert all(line[edge] in "+|" for line in padded for edge in edges)


def test_rst_escapes_what_it_would_read_as_markup() -> None:
    out = rendered("- *a* `b` |c| d_ e::\n==== ", "rst")
    for written in (r"\- \*a\* \`b\` \|c\| d\_ e:\:", r"\===="):
        assert written in out


def test_paragraphs_have_a_blank_line_between_them_in_a_box() -> None:
    cells = [line.split("|")[2].strip() for line in text(DOCUMENT, DIALECTS["psql"]).split("\n") if line[:1] == "|"]
    second = next(number for number, cell in enumerate(cells) if cell.startswith("Priset är 1e5 kronor"))
    assert cells[second - 2].startswith("Våren blev kall")
    assert cells[second - 1] == ""
