"""The Nu validator has nothing to say about any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from exporters.html.page import html
from tests.exporters.corpus import everywhere
from tests.exporters.html.pages import documents

NU = Path(__file__).parents[2] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
HOSTILE = "svart"
NORMAL_FORM = "Text run is not in Unicode Normalization Form C."

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Java finns inte här"),
    pytest.mark.skipif(not NU.exists(), reason="vnu-jar finns inte här; kör make tools"),
]


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What the validator says of each page that it has anything to say of; one run, for it starts slowly."""
    folder = tmp_path_factory.mktemp("sidor")
    for name, document in {**documents(), HOSTILE: everywhere()}.items():
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
    found: dict[str, set[str]] = {}
    for each in json.loads(told.stdout)["messages"]:
        found.setdefault(Path(each["url"]).stem, set()).add(each["message"])
    return found


def test_the_validator_finds_what_is_wrong(messages: dict[str, set[str]]) -> None:
    assert messages[HOSTILE]  # so that its silence means something


@pytest.mark.parametrize("name", documents())
def test_a_page_is_without_a_remark(messages: dict[str, set[str]], name: str) -> None:
    assert name not in messages


def test_hostile_texts_make_no_page_invalid(messages: dict[str, set[str]]) -> None:
    # A text's own composition of letters is the author's: it is not changed.
    assert messages[HOSTILE] == {NORMAL_FORM}
