"""A small region with a past: three people's commits on fixed days, and a closed report."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.small_region import PLAN, REGION, write_files

NAME = "2019/regionkontoret"
TAG = "rapport/2019-ur1/regionkontoret"

INGRID = "Ingrid Ek <ingrid@exempel.se>"
SAMIR = "Samir Lind <samir@exempel.se>"

AFTER_SPRING = PLAN.replace('status = "delvis" ', 'status = "inte" ')
AFTER_SUMMER = AFTER_SPRING.replace('status = "inte" ', 'status = "uppfylls" ').replace(
    "Två av fem väntrum är klara.", "Alla fem väntrum är klara och nymålade."
)
AFTER_AUTUMN = AFTER_SUMMER.replace(
    'namn = "Bygga cykelgarage"', 'namn = "Bygga cykelgarage"\nstatus = "uppfylls"\nkommentar = "Invigt."'
)


def dated_git(folder: Path, day: str, *arguments: str) -> str:
    """Run git as on a day, at nine in the morning; return its output."""
    when = f"{day}T09:00:00+00:00"
    env = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    done = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, check=True)
    return done.stdout.decode()


def commit(folder: Path, text: str, author: str, day: str, subject: str = "Ändra") -> str:
    """Commit the plan with this text, and return the commit's short id."""
    (folder / f"{NAME}.toml").write_text(text, encoding="utf-8", newline="\n")
    dated_git(folder, day, "commit", "--quiet", "--all", f"--author={author}", f"--message={subject}")
    return dated_git(folder, day, "rev-parse", "HEAD")[:7]


def dated_region(folder: Path, files: Mapping[str, str], message: str = "Börja") -> Path:
    """Make a region of these files, all committed on 10 January 2019, and return its folder."""
    write_files(folder, files)
    dated_git(folder, "2019-01-10", "init", "--quiet")
    dated_git(folder, "2019-01-10", "add", ".")
    dated_git(folder, "2019-01-10", "commit", "--quiet", "--message", message)
    return folder


def past_region(folder: Path) -> Path:
    """Make the region, and return its folder."""
    dated_region(folder, {"region.toml": REGION, f"{NAME}.toml": PLAN}, "regionkontoret 2019: ny plan")
    vantrum = "regionkontoret 2019: Göra väntrummen lugnare → uppfylls"
    commit(folder, AFTER_SPRING, INGRID, "2019-05-02", f"{vantrum} inte")
    dated_git(folder, "2019-05-10", "tag", "--annotate", "--message", "Regionkontoret: vårens rapport", TAG)
    commit(folder, AFTER_SUMMER, INGRID, "2019-09-02", vantrum)
    commit(folder, AFTER_AUTUMN, SAMIR, "2019-11-03", "regionkontoret 2019: Bygga cykelgarage → uppfylls")
    return folder
