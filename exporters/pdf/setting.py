"""A document → PDF, by Typst, which checks what it claims: PDF/A-2a for archives and PDF/UA-1 for screen readers.

The bytes are the same on any day and machine.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from pathlib import Path

from data.plain_text import one_line
from exporters.document import Document
from exporters.pdf.content import content, document_date
from exporters.pdf.faces import FOLDER
from exporters.render_error import RenderError

_TEMPLATE = Path(__file__).with_name("template.typ")
_LONGEST = 200


def pdf(document: Document) -> bytes:
    """Return a document as PDF. RenderError when Typst cannot set it, or has anything to warn of."""
    import typst

    given = json.dumps(content(document), ensure_ascii=False)
    moment = datetime.combine(document_date(document), time(), UTC)
    raw: bytes
    try:
        raw, warnings = typst.compile_with_warnings(
            _TEMPLATE,
            format="pdf",
            font_paths=[FOLDER],
            ignore_system_fonts=True,
            sys_inputs={"document": given},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=moment,
        )
    except RuntimeError as error:
        raise RenderError(_told(error)) from error
    if warnings:
        raise RenderError(_told(warnings[0]))
    return raw


def _told(error: Exception) -> str:
    """Return what Typst says of a document that it cannot set, on one line."""
    said = re.sub(r"^PDF/\S+ error: ", "", one_line(str(getattr(error, "message", error))))
    return f"PDF-filen kunde inte göras (Typst säger: {said[:_LONGEST]}); välj ett annat format så länge"
