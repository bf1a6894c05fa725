"""The Nu validator has nothing to say about any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from exporters.document import Document
from exporters.html.page import html
from tests.exporters.corpus import everywhere
from tests.exporters.html.pages import documents

NU = Path(__file__).parents[2] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
NORMAL_FORM = "Text run is not in Unicode Normalization Form C."

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Java finns inte här"),
    pytest.mark.skipif(not NU.exists(), reason="vnu-jar finns inte här; kör make tools"),
]


def messages(folder: Path, pages: dict[str, Document]) -> list[str]:
    """Everything that the validator says of some pages."""
    for name, document in pages.items():
        (folder / f"{name}.html").write_bytes(html(document))
    told = subprocess.run(
        [
            "java",
            "-jar",
            str(NU),
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *map(str, folder.iterdir()),
        ],
        capture_output=True,
        check=True,
    )
    return [f"{Path(each['url']).name}: {each['message']}" for each in json.loads(told.stdout)["messages"]]


def test_every_page_is_without_a_remark(tmp_path: Path) -> None:
    assert messages(tmp_path, documents()) == []


def test_hostile_texts_make_no_page_invalid(tmp_path: Path) -> None:
    # A text's own composition of letters is the author's: it is not changed.
    told = messages(tmp_path, {"svart": everywhere()})
    assert {each.partition(": ")[2] for each in told} <= {NORMAL_FORM}
