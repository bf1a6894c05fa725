"""Signed commits are told by git's own verification; an author's name proves nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from data.git import Repository
from data.signatures import Signature, signatures, used
from tests.data.sync.clones import Clone, git

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here to sign with")


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


def test_where_nobody_signs_nothing_is_asked(anna: Clone) -> None:
    repository = Repository(anna.folder)
    assert not used(repository)
    assert signatures(repository, [anna.head]) == {}


def test_a_trusted_signature_is_told_with_its_signer(anna: Clone, tmp_path: Path) -> None:
    unsigned = anna.head
    signer = key(tmp_path, "anna-nyckel")
    signs(anna, signer)
    trusts(anna, "anna@exempel.se", signer)
    anna.set("uppdrag-1", "status", "delvis")
    found = signatures(Repository(anna.folder), [anna.head, unsigned])
    assert found[anna.head] == Signature(True, "anna@exempel.se")
    assert found[anna.head].told == "signerad av anna@exempel.se"
    assert found[unsigned].told == "ej verifierad"


def test_a_signature_of_somebody_who_is_not_trusted_is_not_verified(anna: Clone, tmp_path: Path) -> None:
    signs(anna, key(tmp_path, "okand"))
    trusts(anna, "anna@exempel.se", key(tmp_path, "anna-nyckel"))
    anna.set("uppdrag-1", "status", "delvis")
    assert not signatures(Repository(anna.folder), [anna.head])[anna.head].verified


def test_a_merge_that_sync_makes_is_signed_too(anna: Clone, bo: Clone, tmp_path: Path) -> None:
    bo.set("uppdrag-2", "status", "inte")
    bo.sync()
    signer = key(tmp_path, "anna-nyckel")
    signs(anna, signer)
    trusts(anna, "anna@exempel.se", signer)
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    assert len(git(anna.folder, "log", "-1", "--format=%P").split()) == 2
    assert signatures(Repository(anna.folder), [anna.head])[anna.head].verified
