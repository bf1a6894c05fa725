"""The real LibreOffice, without a window and with a profile of its own, for tests of Word and Excel files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")

needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice finns inte här")


def converted(file: Path, form: str, folder: Path, profile: Path) -> Path:
    """Open a file and save it in another form, as ``pdf`` or ``docx``, in a folder that is the conversion's own.

    A profile takes seconds to make, and serves one conversion at a time. A form may say how, after a colon:
    ``csv:Text - txt - csv (StarCalc):44,34,76`` is with commas, quotes and in UTF-8.
    """
    assert PROGRAM is not None
    folder.mkdir(parents=True)
    command = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=180)
    made = folder / f"{file.stem}.{form.partition(':')[0]}"
    assert made.exists(), f"LibreOffice gjorde ingen {form} av {file.name}"
    return made
