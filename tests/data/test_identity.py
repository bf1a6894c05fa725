"""Who commits is stored in the repository, as told, and known by his address."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.identity import epost_of, set_identity
from tests.conftest import Git


@pytest.mark.parametrize(
    ("namn", "epost"),
    [
        ("", "a@b.se"),
        ("A\n[core]", "a@b.se"),
        ("<>", "a@b.se"),
        ("A", "ab.se"),
        ("A", "a@b\n.se"),
        ("A", "@"),
        ("A", ""),
    ],
)
def test_what_cannot_be_a_name_and_an_address_is_refused(repo: Path, namn: str, epost: str) -> None:
    before = (repo / ".git/config").read_bytes()
    with pytest.raises(ValueError, match=r"namnet|e-post"):
        set_identity(repo, namn, epost)
    assert (repo / ".git/config").read_bytes() == before


def test_a_name_that_looks_like_an_option_is_only_a_name(repo: Path, git: Git) -> None:
    set_identity(repo, "--global", "--unset@exempel.se")
    assert git("config", "--local", "user.name").strip() == "--global"


@pytest.mark.usefixtures("nameless")
def test_the_address_of_the_one_who_commits_is_known_when_git_has_been_told(repo: Path) -> None:
    assert epost_of(repo) is None
    set_identity(repo, "Åsa Ek", "asa@exempel.se")
    assert epost_of(repo) == "asa@exempel.se"
