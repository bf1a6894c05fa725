"""How a region's documents look: `rapport.toml`, its picture, and every fault in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.look import PLAIN, Logo, Look
from data.look_files import MAX_PICTURE, load
from data.watch import Watch
from data.workspace import Workspace
from tests.data.test_pictures import png, svg
from tests.small_region import small_region

TEXT = """\
logga = "bilder/logga.png"
logga_alt = "Region Norrskogs vapen"
farg = "#005A70"
typsnitt = "Source Sans 3"
sidhuvud = "Region Norrskog"
sidfot = "Dnr RS 2025-17"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/logga.png").write_bytes(png())
    return tmp_path


def write(root: Path, text: str) -> None:
    (root / "rapport.toml").write_text(text, encoding="utf-8", newline="\n")


def test_without_the_file_documents_are_plain(tmp_path: Path) -> None:
    assert load(tmp_path) == (PLAIN, ())


def test_all_that_it_may_say_is_read(root: Path) -> None:
    write(root, TEXT)
    logo = Logo(png(), "image/png", "Region Norrskogs vapen")
    assert load(root) == (Look(logo, "#005A70", "Source Sans 3", "Region Norrskog", "Dnr RS 2025-17"), ())


def test_each_key_may_stand_alone(root: Path) -> None:
    write(root, 'sidfot = "  Dnr RS 2025-17 "\n')
    assert load(root) == (Look(footer="Dnr RS 2025-17"), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("#005A70", "#FFB000", 3, "färgen #FFB000 har kontrasten 1,8:1 mot vitt; välj en mörkare, minst 4,5:1"),
        ("#005A70", "#777777", 3, "kontrasten 4,4:1"),
        ('"#005A70"', '"blå"', 3, 'farg ska skrivas "#RRGGBB"'),
        ('"#005A70"', "5", 3, "farg ska vara en text inom citattecken"),
        ('logga_alt = "Region Norrskogs vapen"\n', "", 1, "logga_alt saknas"),
        ('"Region Norrskogs vapen"', '" "', 2, "logga_alt ska vara en text"),
        ("logga.png", "saknas.png", 1, "filen bilder/saknas.png finns inte"),
        ("bilder/logga.png", "bilder", 1, "bilder: det är inte en vanlig fil"),
        ("bilder/logga.png", "/etc/passwd", 1, "logga ska vara en sökväg i arkivet"),
        ("bilder/logga.png", "bilder/../../x.png", 1, "logga ska vara en sökväg i arkivet"),
        ("bilder/logga.png", "bilder\\\\logga.png", 1, "med snedstreck"),
        ("bilder/logga.png", "C:logga.png", 1, "logga ska vara en sökväg i arkivet"),
        ("bilder/logga.png", "rapport.toml", 1, "rapport.toml är ingen bild i PNG, JPEG eller SVG"),
        ("Source Sans 3", "Source\\nSans", 4, "typsnitt ska stå på en rad"),
        ("Region Norrskog\"\nsidfot", "\\u001b[1m\"\nsidfot", 5, "sidhuvud ska stå på en rad, utan styrtecken"),
        ("Dnr RS 2025-17", "x" * 201, 6, "sidfot är 201 tecken"),
        ("farg = ", "farg ", 3, "likhetstecken"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_its_line_with_what_to_do(root: Path, old: str, new: str, line: int, told: str) -> None:
    assert old in TEXT
    write(root, TEXT.replace(old, new, 1))
    look, faults = load(root)
    assert look is None
    assert [fault.line for fault in faults] == [line]
    assert told in faults[0].message


def test_all_faults_are_told_at_once(root: Path) -> None:
    write(root, 'logga = "x.png"\nfarg = "röd"\n')
    assert [fault.line for fault in load(root)[1]] == [1, 1, 2]


def test_an_unknown_key_is_a_warning(root: Path) -> None:
    write(root, 'sidfot = "Hej"\nfarger = "#005A70"\n\n[tabell]\na = 1\n')
    look, faults = load(root)
    assert look == Look(footer="Hej")
    assert [(fault.line, fault.warning) for fault in faults] == [(2, True), (4, True)]


def test_a_picture_behind_a_link_is_not_read(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanfor.png"
    outside.write_bytes(png())
    (root / "bilder/logga.png").unlink()
    (root / "bilder/logga.png").symlink_to(outside)
    write(root, TEXT)
    look, faults = load(root)
    assert look is None
    assert "går genom en länk" in faults[0].message


def test_a_picture_that_is_too_large_is_told(root: Path) -> None:
    (root / "bilder/logga.png").write_bytes(svg() + b" " * MAX_PICTURE)
    write(root, TEXT)
    assert "bilder/logga.png är över 1 MB" in load(root)[1][0].message


def test_the_look_is_part_of_the_region_and_its_faults_hide_no_plan(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    write(root, 'sidfot = "Hej"\n')
    assert Workspace(root).load().look.footer == "Hej"
    write(root, 'farg = "#FFFFFF"\n')
    snapshot = Workspace(root).load()
    assert (snapshot.look, snapshot.broken, len(snapshot.plans)) == (PLAIN, ("rapport.toml",), 1)


def test_a_change_of_the_look_is_noticed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    watch = Watch(root)
    assert not watch.changed()
    write(root, 'sidfot = "Hej"\n')
    assert watch.changed()
