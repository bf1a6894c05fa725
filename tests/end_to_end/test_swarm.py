"""Many clones that judge and sync at once, killed and cut off: nobody's judgement is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.swarm import Size, swarm

pytestmark = pytest.mark.skipif(
    not hasattr(os, "killpg"), reason="the swarm kills groups of processes, as POSIX has it"
)


@pytest.mark.parametrize("daemon", [True, False], ids=["git-daemon", "file"])
def test_a_swarm_of_eight_loses_nothing(tmp_path: Path, daemon: bool) -> None:
    size = Size(clones=8, judgements=4, kills=3, cuts=1 if daemon else 0, daemon=daemon)
    done = swarm(tmp_path, size, seed=7)
    assert done.told == size.clones * size.judgements
    assert (done.lost, done.faults, done.fsck) == ([], [], "")
    assert len(done.heads) == 1
