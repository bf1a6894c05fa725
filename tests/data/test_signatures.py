"""Signed commits are told by git's own verification; an author's name proves nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.git import Repository
from data.signatures import Signature, signatures, used
from tests.data.sync.clones import Clone, bare, founded, git

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here to sign with")


@pytest.fixture
def clone(tmp_path: Path) -> Iterator[Clone]:
    made = founded(tmp_path / "anna", bare(tmp_path / "server.git"))
    yield made
    made.workspace.close()


def key(folder: Path, name: str) -> Path:
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)], check=True)
    return path


def signs(clone: Clone, signer: Path) -> None:
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", str(signer)), ("commit.gpgSign", "true")):
        git(clone.folder, "config", name, value)


def trusts(clone: Clone, namn: str, signer: Path) -> None:
    allowed = clone.folder / ".git/betrodda"
    allowed.write_text(f"{namn} {signer.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    git(clone.folder, "config", "gpg.ssh.allowedSignersFile", str(allowed))


def test_where_nobody_signs_nothing_is_asked(clone: Clone) -> None:
    repository = Repository(clone.folder)
    assert not used(repository)
    assert signatures(repository, [clone.head]) == {}


def test_a_trusted_signature_is_told_with_its_signer(clone: Clone, tmp_path: Path) -> None:
    unsigned = clone.head
    signer = key(tmp_path, "anna-nyckel")
    signs(clone, signer)
    trusts(clone, "anna@exempel.se", signer)
    clone.set("uppdrag-1", "status", "delvis")
    found = signatures(Repository(clone.folder), [clone.head, unsigned])
    assert found[clone.head] == Signature(True, "anna@exempel.se")
    assert found[clone.head].told == "signerad av anna@exempel.se"
    assert found[unsigned].told == "ej verifierad"


def test_a_signature_of_somebody_who_is_not_trusted_is_not_verified(clone: Clone, tmp_path: Path) -> None:
    signs(clone, key(tmp_path, "okand"))
    trusts(clone, "anna@exempel.se", key(tmp_path, "anna-nyckel"))
    clone.set("uppdrag-1", "status", "delvis")
    assert not signatures(Repository(clone.folder), [clone.head])[clone.head].verified


def test_a_merge_that_sync_makes_is_signed_too(clone: Clone, tmp_path: Path) -> None:
    from tests.data.sync.clones import cloned

    bo = cloned(tmp_path / "server.git", tmp_path / "bo", "Bo")
    bo.set("uppdrag-2", "status", "inte")
    bo.sync()
    bo.workspace.close()
    signer = key(tmp_path, "anna-nyckel")
    signs(clone, signer)
    trusts(clone, "anna@exempel.se", signer)
    clone.set("uppdrag-1", "status", "delvis")
    clone.sync()
    assert len(git(clone.folder, "log", "-1", "--format=%P").split()) == 2
    assert signatures(Repository(clone.folder), [clone.head])[clone.head].verified
