# mypy: disable-error-code="no-untyped-def"
from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.git import Repository
from data.git_errors import (
    CommitError,
    NoGitError,
    NoIdentityError,
    NoRepositoryError,
    NoSuchVersionError,
    ReadOnlyError,
)
from data.identity import set_identity

PLAN = "2019/regionkontoret.toml"


@pytest.fixture
def repository(repo: Path) -> Iterator[Repository]:
    repository = Repository(repo, patience=0.3)
    yield repository
    repository.close()


def put(repo: Path, text: str, path: str = PLAN) -> None:
    (repo / path).parent.mkdir(exist_ok=True)
    (repo / path).write_bytes(text.encode())


def hook(repo: Path, name: str, script: str) -> None:
    path = repo / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_the_first_commit_is_made_on_an_unborn_branch(repo, repository, git):
    put(repo, "a = 1\n")
    commit = repository.commit([PLAN], "första\n\nmed text\n")
    assert commit is not None
    assert git("rev-parse", "HEAD").strip() == commit.id
    assert commit.id.startswith(commit.short)
    assert git("log", "-1", "--format=%B").strip() == "första\n\nmed text"
    assert git("log", "-1", "--format=%an <%ae>").strip() == "Test Testsson <test@exempel.se>"


def test_lines_that_look_like_comments_or_options_survive_in_the_message(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "--amend\n\n# inte en kommentar\n; inte heller\n\n\n  indraget  \n")
    told = git("cat-file", "commit", "HEAD").split("\n\n", 1)[1]
    assert told == "--amend\n\n# inte en kommentar\n; inte heller\n\n\n  indraget  \n"


def test_head_has_the_bytes_of_the_last_commit_and_nothing_before_the_first(repo, repository):
    put(repo, "a = 'å'\r\n")
    assert repository.head_bytes(PLAN) is None
    repository.commit([PLAN], "ett\n")
    assert repository.head_bytes(PLAN) == "a = 'å'\r\n".encode()
    assert repository.head_bytes("2019/finns-inte.toml") is None
    put(repo, "a = 2\n")
    repository.commit([PLAN], "två\n")
    assert repository.head_bytes(PLAN) == b"a = 2\n"


def test_reading_goes_on_when_the_reading_process_has_died(repo, repository):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    repository._objects._process.proc.kill()
    repository._objects._process.proc.wait()
    assert repository.head_bytes(PLAN) == b"a = 1\n"


def test_what_is_staged_or_changed_elsewhere_is_left_exactly_as_it_was(repo, repository, git):
    for path in (PLAN, "2019/annan.toml", "brev.txt"):
        put(repo, "a = 1\n", path)
        repository.commit([path], "början\n")
    put(repo, "staged\n", "brev.txt")
    git("add", "brev.txt")
    put(repo, "dirty\n", "brev.txt")
    put(repo, "dirty\n", "2019/annan.toml")
    put(repo, "untracked\n", "ny.txt")
    put(repo, "staged\n")
    git("add", PLAN)
    put(repo, "a = 2\n")
    before = git("status", "--porcelain", "--", "brev.txt", "2019/annan.toml", "ny.txt")
    repository.commit([PLAN], "bara planen\n")
    assert git("status", "--porcelain") == before
    assert git("show", ":brev.txt") == "staged\n"
    assert git("show", "--name-only", "--format=").split() == [PLAN]
    assert git("show", f"HEAD:{PLAN}") == "a = 2\n"


def test_a_new_file_is_committed_without_its_untracked_neighbours(repo, repository, git):
    put(repo, "a = 1\n")
    put(repo, "a = 1\n", "2019/granne.toml")
    repository.commit([PLAN], "ny\n")
    assert git("ls-files").split() == [PLAN]


def test_a_path_is_a_path_and_never_a_pattern(repo, repository, git):
    for path in ("2019/a.toml", "2019/b.toml"):
        put(repo, "a = 1\n", path)
    with pytest.raises(CommitError):
        repository.commit(["2019/*.toml"], "mönster\n")
    assert git("ls-files") == ""


def test_nothing_to_commit_is_none(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    assert repository.commit([PLAN], "två\n") is None
    assert git("rev-list", "--count", "HEAD").strip() == "1"


def test_a_folder_below_the_top_has_paths_of_its_own(repo, git):
    region = repo / "vår region"
    region.mkdir()
    put(region, "a = 1\n")
    repository = Repository(region)
    try:
        assert [dirty.path for dirty in repository.dirty()] == [PLAN]
        repository.commit([PLAN], "ny\n")
        assert repository.head_bytes(PLAN) == b"a = 1\n"
        assert repository.dirty() == ()
    finally:
        repository.close()


def test_files_that_differ_from_head_are_known(repo, repository, git):
    for path in ("2019/a.toml", "2019/b.toml", "2019/c.toml"):
        put(repo, "a = 1\n", path)
        repository.commit([path], "början\n")
    put(repo, "a = 2\n", "2019/a.toml")
    (repo / "2019/b.toml").unlink()
    put(repo, "a = 1\n", "2019/å ny.toml")
    assert {(dirty.path, dirty.deleted) for dirty in repository.dirty()} == {
        ("2019/a.toml", False),
        ("2019/b.toml", True),
        ("2019/å ny.toml", False),
    }
    assert [dirty.path for dirty in repository.dirty(["2019/å ny.toml", "2019/c.toml"])] == ["2019/å ny.toml"]
    many = [f"2019/{number}.toml" for number in range(1000)]  # more than fit a command line
    assert repository.dirty(many) == ()
    assert [dirty.path for dirty in repository.dirty([*many, "2019/a.toml"])] == ["2019/a.toml"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("MERGE_HEAD", "merge --abort"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("REVERT_HEAD", "revert"),
        ("BISECT_LOG", "bisect reset"),
        ("rebase-merge/", "rebase --abort"),
        ("rebase-apply/", "rebase --abort"),
    ],
)
def test_something_under_way_makes_the_repository_read_only(repo, repository, git, name, word):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    marker = repo / ".git" / name.rstrip("/")
    marker.mkdir() if name.endswith("/") else marker.write_text(git("rev-parse", "HEAD"))
    assert word in (repository.read_only or "")
    put(repo, "a = 2\n")
    with pytest.raises(ReadOnlyError, match=word):
        repository.commit([PLAN], "två\n")
    assert git("rev-list", "--count", "HEAD").strip() == "1"


def test_a_real_merge_conflict_is_told_as_such(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    git("switch", "--quiet", "--create", "annan")
    put(repo, "a = 2\n")
    repository.commit([PLAN], "två\n")
    git("switch", "--quiet", "main")
    put(repo, "a = 3\n")
    repository.commit([PLAN], "tre\n")
    assert repository.read_only is None
    subprocess.run(["git", "merge", "annan"], cwd=repo, capture_output=True, check=False)
    assert "sammanslagning" in (repository.read_only or "")


def test_a_detached_head_is_read_only(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    git("checkout", "--quiet", "--detach")
    assert "detached HEAD" in (repository.read_only or "")


def test_a_worktree_has_a_state_of_its_own(repo, repository, git, tmp_path):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    side = tmp_path / "sida"
    git("worktree", "add", "--quiet", "-b", "sida", str(side))
    (repo / ".git" / "MERGE_HEAD").write_text(git("rev-parse", "HEAD"))
    worktree = Repository(side)
    try:
        assert worktree.read_only is None
        put(side, "a = 2\n")
        assert worktree.commit([PLAN], "i sidan\n") is not None
        subprocess.run(["git", "bisect", "start"], cwd=side, capture_output=True, check=True)
        assert "bisect" in (worktree.read_only or "")
    finally:
        worktree.close()


@pytest.mark.usefixtures("nameless")
def test_without_identity_git_asks_and_never_guesses(repo, repository, git):
    put(repo, "a = 1\n")
    with pytest.raises(NoIdentityError):
        repository.commit([PLAN], "ett\n")
    set_identity(repo, "Åsa Öberg", "asa@exempel.se")
    assert repository.commit([PLAN], "ett\n") is not None
    assert git("log", "-1", "--format=%an <%ae>").strip() == "Åsa Öberg <asa@exempel.se>"
    assert git("config", "--local", "user.email").strip() == "asa@exempel.se"


def test_a_lock_left_behind_is_named_and_never_removed(repo, repository):
    put(repo, "a = 1\n")
    lock = repo / ".git" / "index.lock"
    lock.touch()
    old = time.time() - 7200
    os.utime(lock, (old, old))
    with pytest.raises(CommitError) as error:
        repository.commit([PLAN], "ett\n")
    assert str(lock) in str(error.value)
    assert "2 tim gammal" in str(error.value)
    assert lock.exists()


def test_a_lock_that_goes_away_is_waited_for(repo):
    repository = Repository(repo, patience=20)
    put(repo, "a = 1\n")
    lock = repo / ".git" / "index.lock"
    lock.touch()
    timer = threading.Timer(0.2, lock.unlink)
    timer.start()
    try:
        assert repository.commit([PLAN], "ett\n") is not None
    finally:
        timer.join()
        repository.close()


def test_processes_that_commit_at_the_same_time_all_succeed(repo, repository, git):
    put(repo, "a = 0\n", "start.txt")
    repository.commit(["start.txt"], "början\n")
    script = (
        "import sys; from pathlib import Path; from data.git import Repository\n"
        "repo = Path(sys.argv[1]); name = sys.argv[2]; r = Repository(repo, patience=60)\n"
        "for i in range(8):\n"
        "    (repo / name).write_text(f'a = {i}\\n')\n"
        "    print(r.commit([name], f'{name} {i}\\n').id, f'{name} {i}')\n"
        "r.close()\n"
    )
    names = ["a.toml", "b.toml", "c.toml"]
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(repo), name], stdout=subprocess.PIPE, text=True)
        for name in names
    ]
    told = "".join(process.communicate()[0] for process in running)
    assert [process.returncode for process in running] == [0, 0, 0]
    log = git("log", "--format=%H %s").splitlines()
    assert len(log) == 25
    assert set(told.splitlines()) <= set(log)
    git("fsck", "--strict")


def test_a_new_file_that_another_process_drops_from_the_index_is_committed_all_the_same(repo, repository, git):
    once = "mkdir .git/once 2>/dev/null && git rm --quiet --cached ny.toml; true"
    hook(repo, "post-index-change", once)
    put(repo, "a = 0\n", "ny.toml")
    assert repository.commit(["ny.toml"], "ny\n") is not None
    assert (repo / ".git/once").exists()
    assert git("ls-tree", "--name-only", "HEAD", "ny.toml") == "ny.toml\n"


def test_a_hook_that_refuses_is_heard_and_the_file_kept(repo, repository, git):
    hook(repo, "pre-commit", "printf 'nej, inte \\033[31mså\\n' >&2; exit 1")
    put(repo, "a = 1\n")
    with pytest.raises(CommitError) as error:
        repository.commit([PLAN], "ett\n")
    assert "nej, inte ␛[31mså" in error.value.output
    assert (repo / PLAN).read_text() == "a = 1\n"


def test_hooks_of_the_user_run(repo, repository, git):
    hook(repo, "prepare-commit-msg", 'printf "\\nÄrende: 7\\n" >> "$1"')
    put(repo, "a = 1\n")
    commit = repository.commit([PLAN], "ett\n")
    assert "Ärende: 7" in git("log", "-1", "--format=%B")
    assert commit is not None
    assert commit.id == git("rev-parse", "HEAD").strip()


def test_what_a_hook_leaves_running_is_not_waited_for_and_may_write_on(repo, repository, git):
    waits = "for i in $(seq 200); do [ -e .git/let-go ] && break; sleep 0.05; done"
    hook(repo, "post-commit", f"({waits}; echo kvar >&2 && mv .git/let-go .git/wrote-on) &")
    put(repo, "a = 1\n")
    assert repository.commit([PLAN], "ett\n") is not None
    (repo / ".git/let-go").touch()
    for _ in range(1000):
        if (repo / ".git/wrote-on").exists():
            break
        time.sleep(0.02)
    assert (repo / ".git/wrote-on").exists()


def test_a_signature_that_fails_is_told(repo, repository, git):
    git("config", "commit.gpgSign", "true")
    git("config", "gpg.program", "finns-inte-alls")
    put(repo, "a = 1\n")
    with pytest.raises(CommitError, match="finns-inte-alls"):
        repository.commit([PLAN], "ett\n")


def test_programs_named_in_the_config_are_not_run_by_reading(repo, repository, git, tmp_path):
    trace = tmp_path / "kördes"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{trace}'\n")
    program.chmod(0o755)
    git("config", "core.fsmonitor", str(program))
    git("config", "diff.external", str(program))
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    repository.dirty()
    repository.head_bytes(PLAN)
    assert not trace.exists()


def test_one_commit_is_one_process(repo, repository, git, monkeypatch, tmp_path):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    put(repo, "a = 2\n")
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))
    repository.commit([PLAN], "två\n")
    assert trace.read_text().count('"event":"start"') == 1


def test_a_folder_without_a_repository_is_told_how_to_make_one(tmp_path):
    with pytest.raises(NoRepositoryError, match="trafikljus init"):
        Repository(tmp_path)


@pytest.mark.parametrize("marker", ["skräp", "gitdir: ../finns-inte"])
def test_a_git_file_that_leads_nowhere_is_no_repository(tmp_path, marker):
    (tmp_path / ".git").write_text(marker, encoding="utf-8")
    with pytest.raises(NoRepositoryError):
        Repository(tmp_path)


def test_an_empty_git_folder_is_passed_by_as_git_does(repo):
    (repo / "2019" / ".git").mkdir(parents=True)
    assert Repository(repo / "2019").place.top == repo


def test_a_git_that_started_us_does_not_lead_us_to_its_repository(repo, git, tmp_path, monkeypatch):
    other = tmp_path / "annat"
    subprocess.run(["git", "init", "--quiet", str(other)], check=True)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    put(repo, "a = 1\n")
    repository = Repository(repo)
    try:
        commit = repository.commit([PLAN], "ett\n")
    finally:
        repository.close()
    for name in ("GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    assert commit is not None
    assert git("rev-parse", "HEAD").strip() == commit.id


def test_a_file_that_git_is_set_to_overlook_is_never_called_committed(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    git("update-index", "--skip-worktree", PLAN)
    put(repo, "a = 2\n")
    with pytest.raises(CommitError, match=r"--no-skip-worktree 2019/regionkontoret\.toml"):
        repository.commit([PLAN], "två\n")


def test_a_missing_git_is_told(repo, repository, monkeypatch):
    put(repo, "a = 1\n")
    assert repository.head_bytes(PLAN) is None  # GitPython is loaded
    repository.close()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoGitError, match="installera git"):
        repository.head_bytes(PLAN)


def test_a_repository_of_another_owner_is_explained(repo, repository, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    put(repo, "a = 1\n")
    with pytest.raises(CommitError, match=r"safe\.directory") as error:
        repository.commit([PLAN], "ett\n")
    assert "*" not in str(error.value)


def test_many_files_come_in_the_order_asked_for_and_one_that_is_not_there_is_none(repo, repository, git):
    put(repo, "stor = 1\n" * 50_000)
    repository.commit([PLAN], "ett\n")
    id = git("rev-parse", f"HEAD:{PLAN}").strip()
    put(repo, "a = 1\n", "2019/annan.toml")
    repository.commit(["2019/annan.toml"], "två\n")
    other = git("rev-parse", "HEAD:2019/annan.toml").strip()
    wanted = [id, other, "0" * 40, repository.head] * 20
    assert [raw and len(raw) for raw in repository.blobs(wanted)] == [450_000, 6, None, None] * 20
    assert list(repository.blobs([])) == []


def test_reading_many_files_may_stop_half_way(repo, repository, git):
    put(repo, "a = 1\n")
    repository.commit([PLAN], "ett\n")
    id = git("rev-parse", f"HEAD:{PLAN}").strip()
    some = repository.blobs([id] * 100)
    assert next(some) == b"a = 1\n"
    some.close()
    assert repository.blob(id) == b"a = 1\n"


def test_a_branch_a_tag_and_an_id_name_a_commit_and_nothing_else_does(repo, repository, git):
    put(repo, "a = 1\n")
    commit = repository.commit([PLAN], "ett\n")
    assert commit is not None
    git("tag", "då")
    assert repository.commit_id("då") == repository.commit_id("HEAD") == repository.head == commit.id
    for revision in ("", "--all", "finns-inte", "HEAD:2019", "HEAD\nHEAD", "a\0"):
        with pytest.raises(NoSuchVersionError, match="finns inte i arkivet"):
            repository.commit_id(revision)
