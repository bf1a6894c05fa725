"""LaTeX: a complete document that pdflatex, lualatex and xelatex take. Tables go on over pages, heads repeated.

One row cannot be parted by a page break in LaTeX; the small type is there so that long rows fit a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.dialects.dialect import Dialect, joined, shown, tabulated
from exporters.document import Document, Table

_NAMED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "[": "{[}",
    "]": "{]}",
    '"': r"\textquotedbl{}",
    "*": "{*}",
}
_ACTIVE = re.compile(r"[\\{}$&#%_~^\[\]\"*]|([-'`<>,])(?=\1)|[?!](?=`)|[\u2400-\u2421]")
"""Besides LaTeX's own characters: pairs such as ``--`` that the font would make into something else."""

_LONG = re.compile(r"[^ ]{41,}")
"""A word so long that it may have to be cut: an address, say."""

_BREAK = "\x00"

_SIGNS = {
    "●": r"$\bullet$",
    "▲": r"$\blacktriangle$",
    "■": r"$\blacksquare$",
    "‖": r"$\|$",
    "○": r"$\circ$",
    "◐": r"\LEFTcircle",
    "◆": r"$\blacklozenge$",
    "✓": r"$\checkmark$",
    "►": r"$\blacktriangleright$",
    "⟨": r"$\langle$",
    "⟩": r"$\rangle$",
    "→": r"$\rightarrow$",
    "−": r"$-$",
}

_BEFORE = r"""\documentclass[a4paper,10pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\else
  \usepackage{fontspec}
\fi
\usepackage[swedish,shorthands=off]{babel}
\usepackage[margin=20mm]{geometry}
\usepackage{amssymb,array,booktabs,longtable,newunicodechar,ragged2e}
\usepackage[nointegrals]{wasysym}
"""


def escaped(text: str) -> str:
    """Return one line of text such that LaTeX sets just that."""
    return _ACTIVE.sub(_named, _LONG.sub(_with_breaks, text)).replace(_BREAK, r"\hspace{0pt}")


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[start : start + 20] for start in range(0, len(word), 20))


def _named(found: re.Match[str]) -> str:
    sign = found[0]
    if sign >= "\u2400":  # control pictures are in no common font
        code = 0x7F if sign == "\u2421" else ord(sign) - 0x2400
        return f"⟨U+{code:04X}⟩"
    return _NAMED.get(sign, sign + "{}")


class Latex(Dialect):
    """LaTeX, with the rules of `longtable` or those of `booktabs`."""

    def __init__(self, *, booktabs: bool = False) -> None:
        self.rules = (r"\toprule", r"\midrule", r"\bottomrule") if booktabs else (r"\hline",) * 3
        self.between = r"\addlinespace" if booktabs else r"\hline"

    def heading(self, level: int, text: str) -> str:
        """Return a heading; the numbers are the document's own, so LaTeX gives none."""
        command = ("section", "subsection", "subsubsection")[min(level, 3) - 1]
        return rf"\{command}*{{{escaped(shown(text).replace(chr(10), ' '))}}}"

    def lines(self, lines: Sequence[str]) -> str:
        """Return lines with a break after each but the last."""
        return "\\\\\n".join(escaped(line) for text in lines for line in shown(text).split("\n") if line)

    def legend(self, lines: Sequence[tuple[str, ...]]) -> str:
        """Return a legend with its labels in columns."""
        rows = " \\tabularnewline\n".join(" & ".join(map(escaped, line)) for line in lines)
        columns = "l" * max(map(len, lines))
        return f"\\begin{{tabular}}{{@{{}}{columns}@{{}}}}\n{rows}\n\\end{{tabular}}"

    def table(self, table: Table) -> str:
        """Return a table in small type, with columns of fixed width."""
        rows = [[joined(cell, escaped, r"\newline ", r"\par\smallskip ") for cell in row] for row in table.rows]
        heads = [rf"\textbf{{{escaped(shown(column.head).replace(chr(10), ' '))}}}" for column in table.columns]
        return f"{{\\footnotesize\n{tabulated(rows, heads, self._form(table), stralign=None)}\n}}"

    def whole(self, document: Document, blocks: Sequence[str]) -> str:
        """Return the blocks in a document with the signs declared and the page header set."""
        signs = "".join(f"\\newunicodechar{{{sign}}}{{{means}}}\n" for sign, means in _SIGNS.items())
        header = (
            "\\pagestyle{myheadings}\n"
            f"\\markright{{{escaped(shown(document.header).replace(chr(10), ' '))}}}\n"
            "\\setlength{\\parindent}{0pt}\n\\setlength{\\extrarowheight}{2pt}\n\\setlength{\\parskip}{6pt}\n"
        )
        body = "\n\n".join(blocks)
        return f"{_BEFORE}{signs}{header}\\begin{{document}}\n\n{body}\n\n\\end{{document}}\n"

    def _form(self, table: Table) -> object:
        """Return tabulate's form for a longtable whose columns share the width of the page."""
        from tabulate import DataRow, Line, TableFormat

        whole = sum(column.share for column in table.columns)
        columns = "".join(
            rf">{{\Ragged{'Left' if column.numeric else 'Right'}\arraybackslash}}"
            rf"p{{\dimexpr {column.share / whole:.3f}\linewidth-2\tabcolsep\relax}}"
            for column in table.columns
        )
        top, middle, bottom = self.rules
        row = DataRow("", " & ", r" \tabularnewline")
        return TableFormat(
            lineabove=Line(f"\\begin{{longtable}}{{{columns}}}\n{top}", "", "", ""),
            linebelowheader=Line(f"{middle}\n\\endhead", "", "", ""),
            linebetweenrows=Line(self.between, "", "", ""),
            linebelow=Line(f"{bottom}\n\\end{{longtable}}", "", "", ""),
            headerrow=row,
            datarow=row,
            padding=0,
            with_header_hide=None,
        )
