"""An error in the app itself, that nobody foresaw."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_region import small_region
from tui.app import TrafikljusApp
from tui.settings import Loaded, Settings
from tui.widgets.plan_tree import PlanTree


def test_it_is_one_line_for_the_user_and_a_trace_in_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(self: PlanTree, y: int) -> None:
        raise RuntimeError("något gick sönder")

    monkeypatch.setattr(PlanTree, "render_line", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    app = TrafikljusApp(small_region(tmp_path / "r"), ascii=False, chosen=Loaded(Settings()))
    app.run(headless=True)
    app.finish()
    told = capsys.readouterr()
    assert "ett fel i programmet (RuntimeError)" in (told.out + told.err).replace("\n", " ")
    assert "Traceback" not in told.out + told.err
    assert app.return_code == 2
    assert "något gick sönder" in next(tmp_path.glob("trafikljus-*.log")).read_text(encoding="utf-8")
