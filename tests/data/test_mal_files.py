"""A year's mal-och-budget.toml as a file: written anew, read back, committed with a message of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.faults import UnusableError
from data.files import FileError
from data.mal import Mal, MalOchBudget, MalOmrade, read_mal
from data.mal_writing import write_mal
from data.workspace import Workspace
from tests.conftest import run_git
from tests.small_region import small_region

DECIDED = MalOchBudget(
    2020,
    "2020–2023",
    (
        MalOmrade("vard", "Trygg vård", (Mal("lakare", "Fler fasta läkare", ("RS", "alla nämnder")),)),
        MalOmrade(
            "resor",
            "Resor",
            (
                Mal("tag", "Fler tåg", (), ("mal-utan-uppdrag: börjar 2021",)),
                Mal("buss", 'Fler "gröna" bussar', ("RS",)),
            ),
        ),
    ),
)

TEXTS = st.text(min_size=1).filter(str.strip)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return small_region(tmp_path / "r")


def test_what_was_decided_is_written_committed_and_read_again(region: Path) -> None:
    workspace = Workspace(region)
    workspace.create_mal(DECIDED)
    commit = workspace.commit_mal(2020)
    assert commit is not None
    assert commit.subject == "mål och budget 2020: 2 fokusområden och 3 mål"
    assert workspace.load().decided[2020] == DECIDED
    assert run_git(region, "status", "--porcelain") == ""
    assert workspace.commit_mal(2020) is None


def test_a_file_that_is_there_is_never_written_over(region: Path) -> None:
    (region / "2020").mkdir()
    (region / "2020/mal-och-budget.toml").write_text("# mitt\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"2020/mal-och-budget\.toml finns redan"):
        Workspace(region).create_mal(DECIDED)
    assert (region / "2020/mal-och-budget.toml").read_text(encoding="utf-8") == "# mitt\n"


def test_a_change_made_in_an_editor_has_a_message_too(region: Path) -> None:
    workspace = Workspace(region)
    workspace.create_mal(DECIDED)
    workspace.commit_mal(2020)
    path = region / "2020/mal-och-budget.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Fler tåg", "Fler nattåg"), encoding="utf-8")
    commit = workspace.commit_mal(2020)
    assert commit is not None
    assert commit.subject == "mål och budget 2020: det beslutade ändrat"


def test_a_broken_file_is_not_committed(region: Path) -> None:
    (region / "2020").mkdir()
    (region / "2020/mal-och-budget.toml").write_text("ar = ", encoding="utf-8")
    with pytest.raises(UnusableError):
        Workspace(region).commit_mal(2020)


def test_what_a_crash_left_is_committed_at_the_next_start(region: Path) -> None:
    Workspace(region).create_mal(DECIDED)
    (region / "2021").mkdir()
    (region / "2021/mal-och-budget.toml").write_text("ar = ", encoding="utf-8")
    made = Workspace(region).commit_leftovers()
    assert [commit.subject for commit in made] == ["mål och budget 2020: 2 fokusområden och 3 mål"]
    assert run_git(region, "status", "--porcelain").split() == ["??", "2021/"]


@given(
    TEXTS | st.none(),
    st.lists(st.tuples(TEXTS, st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=2)), max_size=2)), max_size=3),
)
def test_whatever_was_decided_reads_back_the_same(
    period: str | None, omraden: list[tuple[str, list[tuple[str, list[str]]]]]
) -> None:
    decided = MalOchBudget(
        2024,
        period,
        tuple(
            MalOmrade(
                f"o{place}",
                namn,
                tuple(
                    Mal(f"m{place}-{at}", mal, tuple(namnder), tuple(f"okant-mal: {why}" for why in namnder))
                    for at, (mal, namnder) in enumerate(below)
                ),
            )
            for place, (namn, below) in enumerate(omraden)
        ),
    )
    assert read_mal(write_mal(decided)) == (decided, ())
