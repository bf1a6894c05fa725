"""Texts that formats are known to trip over, and a document that says them wherever a text can stand.

A format shows every text as `shown` has it; what a format must change beyond that, it tells in its own tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from data.look import Look
from data.plain_text import visible
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.provenance import Provenance
from data.status import AKTIVITET, UPPDRAG
from exporters.document import (
    Bar,
    Block,
    Chart,
    Column,
    Document,
    Heading,
    Judged,
    Legend,
    Paragraph,
    Table,
)
from tests.exporters.samples import HOSTILE

TEXTS: Mapping[str, str] = {
    **{ascii(text[:20]): text for text in HOSTILE},
    "formel med lika": '=HYPERLINK("https://exempel.se","klicka")',
    "formel med plus": "+46 35 13 48 00",
    "formel med minus": "-1+1",
    "formel med snabel-a": "@SUM(1;2)",
    "formel efter tabb": "rad\n\t=1+1",
    "formel efter radbrytning": "rad\n=1+1",
    "citattecken": "'=1' \"två\" ''tre'' \u201dfyra\u201d",
    "semikolon och komma": 'a;b,c\t"d"',
    "tal": "0012345678901234567890",
    "datum": "2019-08-31",
    "procent": "100 %",
    "Excels egna koder": "_x000D_ _x0041_ {0} %s ${x}",
    "skript": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "slut på skript": "</script></style></title></textarea></svg>--><!--]]>",
    "attribut": '" onmouseover="alert(1)" x=\'',
    "adress som kör": "javascript:alert(1) data:text/html,<b>x</b> https://exempel.se/?a=1&b=<2>",
    "entiteter": "&lt;b&gt; &amp;amp; &#60; &nbsp; &copy",
    "LaTeX": "\\input{/etc/passwd} \\def\\x{1} \\begin{verbatim} ^^41 ~%$#_&{}",
    "Typst": '#import "x": * #{1 + 1} $x^2$ *fet* _k_ `rå` = rubrik <etikett> @källa /* bort */ // bort \\u{41}',
    "Typst på egen rad": "= Rubrik\n+ punkt\n/ ord: förklaring\n#pagebreak()",
    "Markdown": "**fet** `kod` [länk](javascript:alert(1)) ![bild](x) <https://exempel.se> ~~struken~~ \\*",
    "Markdown på egen rad": "# rubrik\n> citat\n* punkt\n```\nkod\n```\n---\n| a | b |\n|---|---|",
    "jinja": "{{ 7 * 7 }} {% raw %} {# bort #} {{ document.title }}",
    "Words fält": "{ INCLUDETEXT c:\\x } \x13 PAGE \x14 <w:p/>",
    "alla styrtecken": "".join(map(chr, (*range(1, 9), *range(0x0B, 0x20), *range(0x7F, 0xA0)))),
    "NUL": "före\x00efter",
    "ensam CR och CR LF": "ett\rtvå\r\ntre",
    "radskiljare": "ett\u2028två\u2029tre\x0bfyra\x0cfem\x85sex",
    "bidi": "av\u202egrav \u2066inne\u2069 \u200fhöger\u061c",
    "osynligt": "noll\u200bbredd\u2060 mjukt\u00adstreck \ufeff \U000e0041 hårt\u00a0blanksteg",
    "ensamma surrogat": "hög \ud83d låg \ude00 slut",
    "icke-tecken": "\ufffe \uffff \ufdd0 \U0010ffff",
    "emoji": "👩\u200d🔬 🏳️\u200d🌈 🇸🇪 1️⃣ 👍🏽 ⚠️",
    "från höger": "שלום עולם مرحبا بالعالم 123 abc",
    "sammansatta tecken": "Å Å \u212b e\u0301 ﬁ ｆｕｌｌ",
    "staplade accenter": "h\u0315\u0300\u0301ej",
    "andra skrifter": "日本語 한국어 ελληνικά кириллица ไทย हिन्दी",
    "33 000 tecken": ("lång text " * 3300).strip(),
    "33 000 tecken i ett ord": "å" * 33_000,
    "200 rader": "\n".join(f"rad {number}" for number in range(1, 201)),
    "lång adress": "https://exempel.se/" + "mycket-lång-sökväg/" * 30 + "?fråga=svar#märke",
    "blanksteg": "två  blanksteg   tre, \u3000brett, \u2003em",
    "bara tecken": "·",
}
"""Every text by what is odd about it. None has blank ends, blank lines or is empty: no plan holds such a text."""


def shown(text: str) -> str:
    """What every format shows of a text: nothing that is obeyed or hidden."""
    return visible(text)


def saying(text: str) -> Document:
    """A document that says a text wherever a document can hold one from a file."""
    return replace(everywhere((text,)), title=text, owner=text, period=text)


def everywhere(texts: tuple[str, ...] = tuple(TEXTS.values())) -> Document:
    """A document that says all the texts: a row each in a table, and a paragraph each after it."""
    uppfylls, klar = UPPDRAG.of("uppfylls"), AKTIVITET.of("klar")
    one_line = tuple(text.replace("\n", " ") for text in texts)
    blocks: tuple[Block, ...] = (
        Legend(texts[0], UPPDRAG.statuses),
        *(Heading(2, text) for text in one_line),
        Table(
            one_line[0],
            (Column(one_line[0]), Column("Kommentar", 2), Column("Aktivitet")),
            tuple(((Judged(uppfylls, text),), (text, text), (Judged(klar, text),)) for text in texts),
        ),
        *(Paragraph(text) for text in texts),
        Chart(one_line[0], one_line[0], (Bar(one_line[0], ((uppfylls, 2),)),)),
    )
    return Document(
        "Titel",
        "Förvaltning",
        "Årsredovisning 2019",
        blocks,
        provenance=Provenance("2019/regionkontoret.toml"),
        look=Look(header=one_line[0], footer=one_line[0]),
    )


def plan_saying(text: str) -> Plan:
    """A plan that says a text as every name and comment."""
    uppdrag = Uppdrag("u", text, "inte", text, aktiviteter=(Aktivitet("a", text, "klar", text),))
    return Plan(
        "regionkontoret", 2019, fokusomraden=(Fokusomrade("1.1", text, kommentar=text, uppdrag=(uppdrag,)),)
    )
