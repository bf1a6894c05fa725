"""An Office file from anywhere is unpacked within limits, and nothing in it can make the reader fetch or grow."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from data.faults import UnusableError
from data.importing import packages
from data.importing.packages import parts

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<a/>'


def archive(*entries: tuple[str, bytes]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, held in entries:
            made.writestr(name, held)
    return raw.getvalue()


def told(raw: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        parts(raw, "plan.xlsx")
    (fault,) = caught.value.faults
    assert "\n" not in str(fault)
    return str(fault)


def test_the_parts_come_by_name() -> None:
    assert parts(archive(("a.xml", XML), ("bild.png", b"\x89PNG")), "") == {"a.xml": XML, "bild.png": b"\x89PNG"}


@pytest.mark.parametrize(
    "xml",
    [
        b"<a/>",
        b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n<a/>",
        b"<?xml version='1.0'?><!-- > ett --><?mso x?>\n<!-- -->\n<a:b/>",
        b"<?xml version='1.0'?>" + b"<!-- x -->" * 5000 + b"<a/>",
    ],
)
def test_a_plain_part_is_taken(xml: bytes) -> None:
    assert parts(archive(("a.xml", xml)), "")


@pytest.mark.parametrize(
    "xml",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<?xml version='1.0'?>" + b"<!-- x -->" * 5000 + b"<!DOCTYPE a><a/>",
        b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        b"<!-- <a> --><!DOCTYPE a><a/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        "<!DOCTYPE a><a/>".encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a><a/>',
        b"",
        b"hej",
    ],
)
@pytest.mark.parametrize("name", ["xl/a.xml", "_rels/.RELS"])
def test_a_part_with_a_document_type_or_another_encoding_is_refused(name: str, xml: bytes) -> None:
    assert "säkerhetsskäl" in told(archive((name, xml)))


def test_an_archive_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_MAX_UNPACKED", 1_000_000)
    assert "packats upp" in told(archive(("a.bin", bytes(600_000)), ("b.bin", bytes(600_000))))


def test_an_archive_of_too_many_parts_or_of_two_with_one_name_is_refused() -> None:
    assert "för många eller dubbla" in told(archive(*((f"{n}.xml", XML) for n in range(5001))))
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = archive(("a.xml", XML), ("a.xml", XML))
    assert "för många eller dubbla" in told(raw)


def test_a_broken_archive_is_told_in_one_line() -> None:
    whole = archive(("a.xml", XML * 1000))
    assert "skadad" in told(b"PK\x03\x04 nej")
    assert "skadad" in told(whole[:-30])
    middle = len(whole) // 3
    assert "skadad" in told(whole[:middle] + b"\xff\xff\xff" + whole[middle + 3 :])
