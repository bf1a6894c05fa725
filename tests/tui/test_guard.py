"""Whatever goes wrong, a user gets one line and a script an exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.faults import Fault, UnusableError
from tui.guard import RefusedError, guarded


def failing(error: BaseException) -> int:
    def run() -> int:
        raise error

    return guarded(run)


def test_a_refusal_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(RefusedError("mappen är tom; välj en annan")) == 2
    assert capsys.readouterr() == ("", "trafikljus: fel: mappen är tom; välj en annan\n")


def test_faults_are_told_by_file_line_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    faults = [Fault("2019/x.toml", 7, 1, "id saknas"), Fault("2019/x.toml", 3, 9, "namn saknas")]
    assert failing(UnusableError(faults)) == 2
    assert capsys.readouterr().err == "2019/x.toml:3:9: namn saknas\n2019/x.toml:7:1: id saknas\n"


def test_the_system_is_translated(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "borta.txt"
    assert guarded(lambda: len(missing.read_text(encoding="utf-8"))) == 2
    assert capsys.readouterr().err == f"trafikljus: fel: {missing} finns inte\n"


def test_what_nobody_foresaw_is_one_line_and_a_log(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert failing(KeyError("en nyckel som ingen väntade sig")) == 2
    (line,) = capsys.readouterr().err.splitlines()
    (log,) = tmp_path.iterdir()
    assert line == f"trafikljus: fel: ett fel i programmet (KeyError); spåret ligger i {log}"
    assert "en nyckel som ingen väntade sig" in log.read_text(encoding="utf-8")


def test_ctrl_c_ends_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


def test_text_from_files_is_never_obeyed_by_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(RefusedError("\x1b[2Jborta \u202e")) == 2
    assert capsys.readouterr().err == "trafikljus: fel: ␛[2Jborta ⟨U+202E⟩\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a closed pipe in another way")
def test_a_reader_that_has_gone_is_no_error() -> None:
    code = "from tui.guard import guarded; guarded(lambda: print('rad\\n' * 100_000) or 0)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_name_of_several_lines_is_told_on_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "borta\noch fel"
    assert failing(RefusedError("a\nb finns inte")) == 2
    assert guarded(lambda: len(missing.read_bytes())) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == "trafikljus: fel: a b finns inte"
    assert second.endswith("borta och fel finns inte")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows closes no streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_is_closed_is_no_error(closed: str) -> None:
    code = "import sys; from tui.cli import main; sys.exit(main(['--version']) + main(['set']) * 10)"
    script = f'exec "{sys.executable}" -c "{code}" {closed}'
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=False)
    assert done.returncode == 20
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(encoding: str) -> None:
    code = "from tui.guard import guarded; from tui.terminal import say; guarded(lambda: say('åäö ● ▲') or 0)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONIOENCODING": encoding}
    )
    assert (done.stdout.decode("utf-8").strip(), done.stderr) == ("åäö ● ▲", b"")
