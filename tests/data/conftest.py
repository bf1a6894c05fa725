"""A small region with its git; two people, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.git import Repository
from tests.data.sync.clones import Clone, bare, cloned, founded
from tests.small_region import small_region


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return small_region(tmp_path / "region")


@pytest.fixture
def repository(region: Path) -> Iterator[Repository]:
    repository = Repository(region)
    yield repository
    repository.close()


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    return bare(tmp_path / "server.git")


@pytest.fixture
def anna(tmp_path: Path, remote: Path) -> Iterator[Clone]:
    clone = founded(tmp_path / "anna", remote)
    yield clone
    clone.workspace.close()


@pytest.fixture
def bo(tmp_path: Path, remote: Path, anna: Clone) -> Iterator[Clone]:
    clone = cloned(remote, tmp_path / "bo", "Bo")
    yield clone
    clone.workspace.close()
