"""What a server may answer, and how branches and servers may be named."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from data.git_errors import CommitError, GitError
from data.sync.network import NotAllowedError, scrubbed
from data.sync.remote import Remote
from data.sync.syncing import unsent
from data.sync.telling import exchanged
from tests.data.sync.clones import NAME, Clone, git

posix = pytest.mark.skipif(os.name == "nt", reason="the server's hooks are shell scripts")
REPORT = "rapport/2019-ur1/regionkontoret"


def hook(remote: Path, name: str, script: str) -> None:
    path = remote / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@posix
def test_a_server_that_takes_no_tags_still_gets_the_judgements(anna: Clone, bo: Clone, remote: Path) -> None:
    hook(remote, "update", 'case "$1" in refs/tags/*) echo Inga taggar >&2; exit 1;; esac')
    git(anna.folder, "tag", "-a", REPORT, "-m", "UR1")
    anna.set("uppdrag-1", "status", "delvis")
    assert anna.sync().refused_tags == (f"refs/tags/{REPORT}",)
    assert git(remote, "rev-parse", "main") == anna.head
    assert bo.sync().fetched == 1
    assert git(anna.folder, "tag") == REPORT


@posix
def test_what_a_server_says_when_it_declines_is_told(anna: Clone, remote: Path) -> None:
    hook(remote, "pre-receive", "printf 'Stopp: \\033[31mfel fil' >&2; exit 1")
    anna.set("uppdrag-1", "status", "delvis")
    with pytest.raises(CommitError, match="servern tog inte emot ändringarna") as caught:
        anna.sync()
    assert str(caught.value).endswith("Stopp: ␛[31mfel fil")
    assert unsent(anna.workspace.repository) == 1


@contextmanager
def read_only_server(folder: Path) -> Iterator[str]:
    """Serve the repositories of a folder to readers; give the address."""
    import socket

    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ("--export-all", "--reuseaddr", f"--base-path={folder}", "--listen=127.0.0.1", f"--port={port}")
    server = subprocess.Popen(["git", "daemon", *options, str(folder)], stderr=subprocess.DEVNULL)
    try:
        while True:
            with closing(socket.socket()) as door:
                if door.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None
        yield f"git://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def test_a_reader_takes_in_what_others_do_and_is_told_why_it_cannot_send(
    anna: Clone, bo: Clone, remote: Path
) -> None:
    with read_only_server(remote.parent) as url:
        git(bo.folder, "remote", "set-url", "origin", url + remote.name)
        anna.set("uppdrag-1", "status", "delvis")
        anna.sync()
        assert (bo.sync().fetched, bo.sync().fetched) == (1, 0)
        bo.set("uppdrag-2", "status", "inte")
        with pytest.raises(NotAllowedError, match="hämta men inte skicka"):
            bo.sync()
    assert bo.plan.items["uppdrag-2"].status == "inte"


@pytest.mark.parametrize("branch", ["sidan/av", "grén-åäö"])
def test_a_branch_may_have_slashes_and_letters_of_any_kind(anna: Clone, remote: Path, branch: str) -> None:
    git(anna.folder, "switch", "--quiet", "--create", branch)
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    anna.set("uppdrag-2", "status", "inte")
    assert anna.sync().sent == 1
    assert git(remote, "rev-parse", f"refs/heads/{branch}") == anna.head
    assert git(remote, "rev-parse", "main") != anna.head


def test_the_branch_may_follow_another_one_on_another_server(anna: Clone, bo: Clone, remote: Path) -> None:
    git(bo.folder, "remote", "rename", "origin", "landstinget.se")
    git(bo.folder, "remote", "add", "annan", "/finns/inte")
    git(bo.folder, "branch", "--move", "min")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    assert (bo.sync().fetched, git(remote, "rev-parse", "main")) == (1, bo.head)
    git(bo.folder, "branch", "--unset-upstream")
    with pytest.raises(GitError, match=r"flera servrar \(annan och landstinget\.se\).*--set-upstream-to"):
        bo.sync()


def test_addresses_that_git_writes_anew_are_followed(anna: Clone, bo: Clone, remote: Path) -> None:
    for kind in ("insteadOf", "pushInsteadOf"):
        git(bo.folder, "config", f"url.{remote.parent}/.{kind}", f"https://{kind.lower()}.invalid/")
    git(bo.folder, "remote", "set-url", "origin", f"https://insteadof.invalid/{remote.name}")
    git(bo.folder, "remote", "set-url", "--push", "origin", f"https://pushinsteadof.invalid/{remote.name}")
    git(bo.folder, "config", f"url.{remote.parent}/.insteadOf", "https://pushinsteadof.invalid/")
    git(bo.folder, "config", "--add", f"url.{remote.parent}/.insteadOf", "https://insteadof.invalid/")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    assert (bo.sync().fetched, git(remote, "rev-parse", "main")) == (1, bo.head)


def test_closed_reports_that_come_and_go_are_told(anna: Clone, bo: Clone) -> None:
    git(anna.folder, "tag", "-a", REPORT, "-m", "Anna")
    sent, again, fetched = anna.sync(), anna.sync(), bo.sync()
    tags = (f"refs/tags/{REPORT}",)
    assert [(done.sent_tags, done.fetched_tags) for done in (sent, again, fetched)] == [
        (tags, ()),
        ((), ()),
        ((), tags),
    ]
    assert [exchanged(done) for done in (sent, again, fetched)] == [
        "skickade 1 stängd rapport",
        "inget var nytt",
        "hämtade 1 stängd rapport",
    ]


def test_a_report_that_two_have_closed_is_told_and_both_are_kept(anna: Clone, bo: Clone) -> None:
    for clone in (anna, bo):
        git(clone.folder, "tag", "-a", REPORT, "-m", clone.namn)
    anna.sync()
    assert bo.sync().different_tags == (f"refs/tags/{REPORT}",)
    assert git(bo.folder, "tag", "-l", "--format=%(subject)") == "Bo"
    git(bo.folder, "tag", "--delete", REPORT)
    assert bo.sync().different_tags == ()
    assert git(bo.folder, "tag", "-l", "--format=%(subject)") == "Anna"


@pytest.mark.parametrize(
    "url",
    [
        "https://anna:hemligt@x.se/r.git",
        "https://anna:hem@ligt@x.se/r",
        "HTTPS://hemligt@x.se",
        "a ssh://hemligt@x",
    ],
)
def test_no_secret_of_an_address_is_told(url: str) -> None:
    assert "ligt" not in scrubbed(url) and "x" in scrubbed(url)


def test_two_syncs_of_one_clone_at_once_both_come_through(anna: Clone, bo: Clone) -> None:
    import sys

    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    code = (
        "from pathlib import Path; from data.sync.syncing import sync; from data.workspace import Workspace;"
        f"sync(Workspace(Path({str(bo.folder)!r})))"
    )
    root = Path(__file__).parents[3]
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=root) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    anna.sync()
    assert anna.head == bo.head
    assert NAME in bo.workspace.load().plans


def test_what_another_sync_of_the_folder_has_just_pushed_is_no_rewritten_server(
    anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    fetch, fetched = Remote.fetch, []

    def slowly(self: Remote, *arguments: Any) -> bool:
        there = fetch(self, *arguments)
        fetched.append(there)
        if len(fetched) == 1:  # between what it fetches and what it makes of that, the other comes through
            bo.sync()
        return there

    monkeypatch.setattr(Remote, "fetch", slowly)
    bo.sync()
    anna.sync()
    assert anna.head == bo.head
    assert git(bo.folder, "for-each-ref", "refs/trafikljus/fore-synk") == ""
