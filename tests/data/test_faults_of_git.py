"""What can go wrong around a repository, one test for each fault, with real git: nothing acknowledged is lost."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from data.changes import SetField
from data.faults import UnusableError
from data.founding import init
from data.git import Repository
from data.git_errors import CommitError, GitError, NoIdentityError, ReadOnlyError
from data.history import read_history
from data.rereading import read
from data.sync import syncing
from data.sync.network import OfflineError
from data.sync.outcomes import How, NoUpstreamError, StoppedError
from data.sync.pace import Pace
from data.sync.syncing import sync, unsent
from data.workspace import FileError, Workspace
from tests.data.sync.clones import NAME, PLAN, Clone, git

FILE = f"{NAME}.toml"
DELVIS = SetField("uppdrag-1", "status", None, "delvis")
ROOT = Path(__file__).parents[2]


def status_of(clone: Clone, revision: str = "HEAD") -> str | None:
    plan = read(git(clone.folder, "show", f"{revision}:{FILE}") + "\n")
    found = plan.items["uppdrag-1"]
    return getattr(found, "status", None)


def text(clone: Clone) -> str:
    return (clone.folder / FILE).read_text(encoding="utf-8")


def killed(clone: Clone, code: str) -> None:
    """Run code in a process of its own that kills itself."""
    head = "import os, signal; from pathlib import Path; from data.workspace import Workspace\n"
    head += "from data.changes import SetField; import data.files, data.git\n"
    head += f"w = Workspace(Path({str(clone.folder)!r})); w.load()\n"
    head += "kill = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
    head += "c = [SetField('uppdrag-1', 'status', None, 'delvis')]\n"
    done = subprocess.run([sys.executable, "-c", head + code], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL


posix = pytest.mark.skipif(os.name == "nt", reason="kills and file rights as POSIX has them")


@posix
def test_killed_between_write_and_commit(anna: Clone) -> None:
    killed(anna, f"w.save({NAME!r}, c); kill()")
    (commit,) = anna.workspace.commit_leftovers()
    assert status_of(anna) == "delvis"
    assert "Göra sak 1 → uppfylls delvis" in commit.subject


@posix
def test_killed_between_commit_and_push(anna: Clone, remote: Path) -> None:
    killed(anna, f"w.save({NAME!r}, c); w.commit({NAME!r}); kill()")
    assert unsent(anna.workspace.repository) == 1
    assert anna.sync().sent == 1
    assert git(remote, "rev-parse", "main") == anna.head
    assert unsent(anna.workspace.repository) == 0


@posix
def test_killed_inside_the_write(anna: Clone) -> None:
    before = text(anna)
    killed(anna, f"data.files._replace = kill; w.save({NAME!r}, c)")
    assert text(anna) == before
    assert any("uppdrag" not in path.name and path.suffix != ".toml" for path in (anna.folder / "2019").iterdir())
    anna.workspace.commit_leftovers()
    assert [path.name for path in (anna.folder / "2019").iterdir()] == ["regionkontoret.toml"]


def test_stale_index_lock(anna: Clone) -> None:
    lock = anna.folder / ".git/index.lock"
    lock.touch()
    anna.workspace.save(NAME, [DELVIS])
    repository = Repository(anna.folder, patience=0.1)
    with pytest.raises(CommitError, match=r"index\.lock \(.*gammal\).*ta bort filen"):
        repository.commit([FILE], "Ändra")
    assert lock.exists()
    assert read(text(anna)).items["uppdrag-1"].status == "delvis"


def test_another_process_commits_at_the_same_moment(anna: Clone) -> None:
    (anna.folder / "egen.txt").write_text("x", encoding="utf-8")
    git(anna.folder, "add", "egen.txt")
    loop = "for n in $(seq 20); do git commit -q --allow-empty -m andra-$n || exit 1; done"
    other = subprocess.Popen(["sh", "-c", loop], cwd=anna.folder, stderr=subprocess.DEVNULL)
    for n in range(1, 6):
        anna.set(f"uppdrag-{n}", "status", "delvis")
    other.wait()
    told = git(anna.folder, "log", "--format=%s")
    assert sum("→ uppfylls delvis" in line for line in told.splitlines()) == 5
    assert git(anna.folder, "fsck", "--no-dangling", "--no-progress") == ""


def test_file_changed_on_disk_since_it_was_loaded(anna: Clone) -> None:
    anna.workspace.load()
    (anna.folder / FILE).write_text(text(anna).replace("Göra sak 2", "Göra sak två"), encoding="utf-8")
    anna.workspace.save(NAME, [DELVIS])
    assert "Göra sak två" in text(anna) and 'status = "delvis"' in text(anna)


def test_unrelated_dirty_or_staged_files(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    (bo.folder / "stagad.txt").write_text("stagad", encoding="utf-8")
    git(bo.folder, "add", "stagad.txt")
    (bo.folder / "region.toml").write_text('namn = "Ändrad för hand"\n', encoding="utf-8")
    bo.set("uppdrag-2", "status", "inte")
    assert git(bo.folder, "show", "--name-only", "--format=") == FILE
    assert git(bo.folder, "status", "--porcelain") == "M region.toml\nA  stagad.txt"


@pytest.mark.parametrize("name", ["MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD"])
def test_merge_rebase_cherry_pick_or_revert_under_way(anna: Clone, name: str) -> None:
    marker = anna.folder / ".git" / name
    marker.mkdir() if name.startswith("rebase") else marker.write_text(anna.head, encoding="ascii")
    assert anna.workspace.state is not None
    for act in (lambda: anna.workspace.save(NAME, [DELVIS]), anna.sync):
        with pytest.raises(ReadOnlyError, match="--abort"):
            act()


def test_bisect_under_way(anna: Clone) -> None:
    git(anna.folder, "bisect", "start")
    with pytest.raises(ReadOnlyError, match="git bisect reset"):
        anna.sync()


def test_detached_head_unborn_branch_no_upstream(anna: Clone, tmp_path: Path) -> None:
    git(anna.folder, "switch", "--quiet", "--detach")
    with pytest.raises(ReadOnlyError, match="git switch main"):
        anna.workspace.save(NAME, [DELVIS])
    unborn = tmp_path / "ny"
    assert init(unborn, "Region Ny") is not None
    with closing(Workspace(unborn)) as workspace, pytest.raises(NoUpstreamError):
        sync(workspace)


@pytest.mark.usefixtures("nameless")
def test_no_identity(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    git(tmp_path, "init", "--quiet", str(folder))
    with pytest.raises(NoIdentityError, match="vem du är"):
        init(folder, "Region Namnlös")


def test_a_hook_or_signing_fails(anna: Clone) -> None:
    hook = anna.folder / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'Stopp: \x1b[31mfel' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = anna.head
    anna.workspace.save(NAME, [DELVIS])
    with pytest.raises(CommitError, match="Stopp: ␛") as caught:
        anna.workspace.commit(NAME)
    assert "sparad men inte incheckad" in str(caught.value)
    assert (anna.head, read(text(anna)).items["uppdrag-1"].status) == (before, "delvis")
    hook.unlink()
    git(anna.folder, "config", "commit.gpgSign", "true")
    git(anna.folder, "config", "gpg.program", "finns-inte")
    with pytest.raises(CommitError):
        anna.workspace.commit(NAME)
    assert anna.head == before


def test_head_moved_while_we_merged(anna: Clone, bo: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.set("uppdrag-2", "status", "inte")
    adopt, moved = syncing.adopt, []

    def late(*given: object) -> bool:
        if not moved:
            moved.append(True)
            bo.set("uppdrag-3", "status", "uppfylls")
        return adopt(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(syncing, "adopt", late)
    assert bo.sync().retries == 1
    statuses = [bo.plan.items[f"uppdrag-{n}"].status for n in (1, 2, 3)]
    assert statuses == ["delvis", "inte", "uppfylls"]
    assert anna.sync().head == bo.head


@pytest.mark.parametrize("refusal", ["fetch first", "cannot lock ref"])
def test_push_refused(anna: Clone, bo: Clone, remote: Path, monkeypatch: pytest.MonkeyPatch, refusal: str) -> None:
    lock = remote / "refs/heads/main.lock"
    if refusal == "cannot lock ref":
        lock.touch()
        monkeypatch.setattr(Pace, "wait", lambda *_taken: lock.unlink())
    else:
        push, raced = syncing.Remote.push, []

        def beaten(self: syncing.Remote, *given: object) -> bool:
            if not raced:
                raced.append(True)
                anna.set("uppdrag-1", "status", "delvis")
                anna.sync()
            return push(self, *given)  # type: ignore[arg-type]

        monkeypatch.setattr(syncing.Remote, "push", beaten)
    bo.set("uppdrag-2", "status", "inte")
    assert bo.sync().retries >= 1
    assert git(remote, "rev-parse", "main") == bo.head


def test_offline(anna: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    git(anna.folder, "remote", "set-url", "origin", "git://127.0.0.1:1/borta.git")
    with pytest.raises(OfflineError, match="skickas när den nås"):
        anna.sync()
    assert unsent(anna.workspace.repository) == 1
    assert status_of(anna) == "delvis"


@posix
def test_a_password_prompt(anna: Clone, tmp_path: Path) -> None:
    """A server that never answers is left in time, with all that git has started; nobody is asked anything."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        git(anna.folder, "remote", "set-url", "origin", f"http://anna:hemligt@127.0.0.1:{port}/x.git")
        started = time.monotonic()
        with pytest.raises(OfflineError, match="svarade inte inom") as caught:
            sync(anna.workspace, How(limit=1.0))
        assert time.monotonic() - started < 30
    assert "hemligt" not in str(caught.value)
    left = subprocess.run(["pgrep", "-f", f"127.0.0.1:{port}"], capture_output=True, check=False).stdout
    assert left == b""


@posix
def test_ctrl_c_while_a_server_is_silent(anna: Clone) -> None:
    """Nothing that git has started goes on waiting for the server."""

    def pressed() -> bool:
        raise KeyboardInterrupt

    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        git(anna.folder, "remote", "set-url", "origin", f"http://127.0.0.1:{port}/x.git")
        with pytest.raises(KeyboardInterrupt):
            sync(anna.workspace, How(cancelled=pressed))
        left = subprocess.run(["pgrep", "-f", f"127.0.0.1:{port}"], capture_output=True, check=False).stdout
        assert left == b""


def test_a_server_that_asks_who_we_are(anna: Clone) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def answer() -> None:
            while True:
                try:
                    talk, _ = server.accept()
                except OSError:
                    return
                with closing(talk):
                    talk.recv(65_536)
                    talk.sendall(
                        b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n'
                        b"Connection: close\r\n\r\n"
                    )

        threading.Thread(target=answer, daemon=True).start()
        git(anna.folder, "remote", "set-url", "origin", f"http://127.0.0.1:{server.getsockname()[1]}/x.git")
        with pytest.raises(OfflineError, match="släppte inte in dig"):
            anna.sync()


def test_remote_force_pushed_or_unrelated_history(anna: Clone, bo: Clone) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    bo.sync()
    git(anna.folder, "push", "--force", "--quiet", "origin", "HEAD~1:main")
    before = bo.head
    with pytest.raises(StoppedError, match="refs/trafikljus/fore-synk/") as caught:
        bo.sync()
    assert "omskriven" in str(caught.value)
    assert (
        bo.head == before == git(bo.folder, "for-each-ref", "--format=%(objectname)", "refs/trafikljus/fore-synk")
    )


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", "status = grön\n"], ids=["markers", "invalid-toml"])
def test_merge_markers_or_invalid_toml_after_a_pull(anna: Clone, bo: Clone, broken: str) -> None:
    other = (anna.folder / FILE).read_text(encoding="utf-8").replace('"regionkontoret"', '"sjukhuset"')
    (anna.folder / "2019/sjukhuset.toml").write_text(other, encoding="utf-8")
    (anna.folder / FILE).write_text(text(anna) + broken, encoding="utf-8")
    git(anna.folder, "add", ".")
    git(anna.folder, "commit", "--quiet", "--message", "Trasig")
    git(anna.folder, "push", "--quiet", "origin", "main")
    bo.sync()
    snapshot = bo.workspace.load()
    (fault,) = [fault for fault in snapshot.faults if fault.file == FILE and not fault.warning]
    assert fault.line == text(bo).count("\n")
    assert list(snapshot.plans) == ["2019/sjukhuset"]


def test_a_clean_text_merge_that_made_a_double_id(anna: Clone) -> None:
    path = anna.folder / FILE
    path.write_text(text(anna).replace('"uppdrag-9"', '"uppdrag-2"'), encoding="utf-8")
    found = [fault for fault in anna.workspace.load().faults if not fault.warning]
    assert len(found) == 1 and "uppdrag-2" in found[0].message
    places = [n for n, line in enumerate(text(anna).splitlines(), 1) if line == 'id = "uppdrag-2"']
    assert found[0].line == places[1] and f"rad {places[0] - 1}" in found[0].message  # its header


def test_the_fetch_updated_fetch_head_only(anna: Clone, bo: Clone) -> None:
    """Some remotes have no refspec in the config; then a bare fetch tells no branch of ours anything."""
    git(bo.folder, "config", "--unset-all", "remote.origin.fetch")
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    assert bo.sync().fetched == 1
    assert bo.head == anna.head == git(bo.folder, "rev-parse", "refs/remotes/origin/main")


@pytest.mark.parametrize("ends", ["crlf", "bom", "autocrlf"])
def test_crlf_autocrlf_bom(anna: Clone, ends: str) -> None:
    if ends == "autocrlf":
        git(anna.folder, "config", "core.autocrlf", "true")
    else:
        raw = (anna.folder / FILE).read_bytes()
        raw = raw.replace(b"\n", b"\r\n") if ends == "crlf" else b"\xef\xbb\xbf" + raw
        (anna.folder / FILE).write_bytes(raw)
    anna.set("uppdrag-1", "status", "delvis")
    stored = subprocess.run(
        ["git", "-C", str(anna.folder), "cat-file", "blob", f"HEAD:{FILE}"], capture_output=True, check=True
    ).stdout
    assert b"\r" not in stored and not stored.startswith(b"\xef\xbb\xbf")
    assert read(stored.decode()).items["uppdrag-1"].status == "delvis"


def test_nfc_nfd_names_and_names_that_differ_by_case_only(anna: Clone) -> None:
    decomposed = unicodedata.normalize("NFD", "2019/vård.toml")
    for name in (decomposed, "2019/Sjukhuset.toml"):
        (anna.folder / name).write_text(text(anna), encoding="utf-8")
    snapshot = anna.workspace.load()
    assert list(snapshot.plans) == [NAME]
    told = {unicodedata.normalize("NFC", fault.file) for fault in snapshot.faults if fault.file != FILE}
    assert told == {"2019/vård.toml", "2019/Sjukhuset.toml"}


def test_safe_directory(anna: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    anna.workspace.save(NAME, [DELVIS])
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with closing(Workspace(anna.folder)) as workspace, pytest.raises(GitError, match=r"safe\.directory") as caught:
        workspace.commit(NAME)
    assert "*" not in str(caught.value)


def test_shallow_clone(anna: Clone, remote: Path, tmp_path: Path) -> None:
    anna.set("uppdrag-1", "status", "delvis")
    anna.sync()
    git(tmp_path, "clone", "--quiet", "--depth=1", remote.as_uri(), str(tmp_path / "grund"))
    shallow = Clone(tmp_path / "grund", "Cia")
    assert read_history(shallow.workspace.repository, NAME).cut
    shallow.set("uppdrag-2", "status", "inte")
    anna.set("uppdrag-3", "status", "inte")
    anna.sync()
    shallow.sync()
    anna.sync()
    assert [anna.plan.items[f"uppdrag-{n}"].status for n in (1, 2, 3)] == ["delvis", "inte", "inte"]


@pytest.mark.parametrize("kind", ["worktree", "submodule"])
def test_worktree_or_submodule(anna: Clone, remote: Path, tmp_path: Path, kind: str) -> None:
    if kind == "worktree":
        git(anna.folder, "worktree", "add", "--quiet", "-b", "sidan", str(tmp_path / "sidan"))
        folder = tmp_path / "sidan"
    else:
        git(tmp_path, "init", "--quiet", "ytter")
        url = remote.as_uri()
        git(tmp_path / "ytter", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "plan")
        folder = tmp_path / "ytter/plan"
    assert (folder / ".git").is_file()
    inner = Clone(folder, "Cia")
    inner.set("uppdrag-1", "status", "delvis")
    inner.sync()
    assert status_of(inner) == "delvis"
    branch = "sidan" if kind == "worktree" else "main"
    assert git(remote, "rev-parse", branch) == inner.head


@posix
@pytest.mark.parametrize("kind", ["lfs", "symlink", "folder", "pipe"])
def test_lfs_pointer_a_symlink_a_directory_a_device(anna: Clone, tmp_path: Path, kind: str) -> None:
    path = anna.folder / FILE
    outside = tmp_path / "utanfor.toml"
    shutil.copy(path, outside)
    path.unlink()
    if kind == "lfs":
        path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", encoding="ascii")
    elif kind == "symlink":
        path.symlink_to(outside)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    snapshot = anna.workspace.load()
    assert snapshot.plans == {} and snapshot.broken == (FILE,)
    with pytest.raises((FileError, UnusableError)):
        anna.workspace.save(NAME, [DELVIS])
    assert read(outside.read_text(encoding="utf-8")) == PLAN


@posix
@pytest.mark.parametrize("kind", ["disk-full", "read-only", "no-permission"])
def test_disk_full_read_only_no_permission(anna: Clone, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    codes = {"disk-full": errno.ENOSPC, "read-only": errno.EROFS, "no-permission": errno.EACCES}
    before = text(anna)

    def refuse(*_given: object) -> None:
        raise OSError(codes[kind], os.strerror(codes[kind]))

    monkeypatch.setattr("data.files._write_new", refuse)
    with pytest.raises(FileError, match="kunde inte spara") as caught:
        anna.workspace.save(NAME, [DELVIS])
    assert "\n" not in str(caught.value)
    assert text(anna) == before
    assert [path.name for path in (anna.folder / "2019").iterdir()] == ["regionkontoret.toml"]


def test_an_incoming_change_that_removes_many_items(anna: Clone, bo: Clone) -> None:
    from data.editing import removal

    for n in range(1, 5):
        anna.workspace.save(NAME, removal(anna.plan, f"uppdrag-{n}"))
    anna.workspace.commit(NAME)
    anna.sync()
    bo.set("uppdrag-9", "status", "inte")
    before = bo.head
    with pytest.raises(StoppedError, match="tar bort 4 av 11"):
        bo.sync()
    assert bo.head == before and "uppdrag-1" in bo.plan.items
    kept = git(bo.folder, "for-each-ref", "--format=%(objectname)", "refs/trafikljus/fore-synk")
    assert kept == before
