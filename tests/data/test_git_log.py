"""`git log` as values."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

import subprocess

import pytest

from data import repo_state
from data.git import Repository
from data.git_log import log, when_of
from data.steps import finished
from tests.conftest import run_git


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("1557119289 +0200", "2019-05-06T07:08:09+02:00"),
        ("1557119289 -0330", "2019-05-06T01:38:09-03:30"),
        ("0 +0000", "1970-01-01T00:00:00+00:00"),
        ("", "1970-01-01T00:00:00+00:00"),
        ("99999999999999999999 +0200", "1970-01-01T00:00:00+00:00"),
        ("1557119289 +9999", "1970-01-01T00:00:00+00:00"),
        ("skräp +02", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_a_time_is_told_with_its_offset_and_a_mad_one_as_the_beginning_of_time(raw, told):
    assert when_of(raw).isoformat() == told


def test_subjects_and_names_that_look_like_gits_own_lines_are_only_text(repo):
    subjects = ["", ":100644 100644 a b M", "--- a"]
    for subject in subjects:
        (repo / "å ä.txt").write_text(f"x{subject}", encoding="utf-8")
        run_git(repo, "add", ".")
        author = "--author=A :1 |x <a b@exempel.se>"
        run_git(repo, "commit", "--quiet", "--allow-empty-message", f"--message={subject}", author)
    repository = Repository(repo)
    found = finished(log(repository))
    repository.close()
    assert [commit.subject for commit in reversed(found)] == subjects
    assert {commit.namn for commit in found} == {"A :1 |x"}
    assert [file.path for commit in found for file in commit.files] == ["å ä.txt"] * 3
    assert found[-1].files[0].before == (None,)
    assert found[0].files[0].before == (found[1].files[0].after,)


def test_only_what_came_after_a_commit_is_told(repo):
    for name in ("a", "b", "c"):
        (repo / name).write_text(name, encoding="utf-8")
        run_git(repo, "add", ".")
        run_git(repo, "commit", "--quiet", f"--message={name}")
    repository = Repository(repo)
    assert [commit.subject for commit in finished(log(repository, since=repository.commit_id("HEAD~1")))] == ["c"]
    assert finished(log(repository, since=repository.head)) == []
    assert [commit.subject for commit in finished(log(repository, "b"))] == ["b"]
    repository.close()


def test_bytes_that_are_no_text_do_not_stop_the_reading(repo):
    raw = b"tree %b\nauthor \xe5 <x> 1557119289 +0200\ncommitter \xe5 <x> 1557119289 +0200\n\n\xff\xfe\n"
    (repo / "a").write_text("a", encoding="utf-8")
    run_git(repo, "add", ".")
    tree = run_git(repo, "write-tree").strip().encode()
    command = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    made = subprocess.run(command, cwd=repo, input=raw % tree, capture_output=True, check=True)
    run_git(repo, "reset", "--quiet", "--hard", made.stdout.decode().strip())
    repository = Repository(repo)
    (commit,) = finished(log(repository))
    repository.close()
    assert commit.files[0].path == "a"


def test_a_worktree_of_a_shallow_clone_is_cut_off_too(repo, tmp_path):
    for name in ("a", "b"):
        run_git(repo, "commit", "--quiet", "--allow-empty", f"--message={name}")
    run_git(tmp_path, "clone", "--quiet", "--depth=1", repo.as_uri(), "grund")
    run_git(tmp_path / "grund", "worktree", "add", "--quiet", "../annan")
    head = run_git(repo, "rev-parse", "HEAD").strip()
    for folder in ("grund", "annan"):
        repository = Repository(tmp_path / folder)
        assert repo_state.cut_off(repository.place.git) == {head}
        repository.close()
    assert repo_state.cut_off(repo / ".git") == frozenset()
