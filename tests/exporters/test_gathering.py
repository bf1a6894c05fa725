"""Material is what the folder, or a commit, holds: in the region's order, with its origin and what came before."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Git

from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.past_folder import load_at
from data.plan import Plan
from data.reports import reports
from data.revision import Revision, revision
from data.workspace import Workspace
from exporters.gathering import Moments, gather, read_then, subjects
from exporters.material import Material, Subject
from tests.past_region import AFTER_AUTUMN, INGRID, NAME, TAG, commit, dated_git, past_region
from tests.small_region import PLAN, REGION

LAST = "2019/a-sjukhuset"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The region with a past, and a second förvaltning that stands last though its id is the first."""
    root = past_region(tmp_path / "r")
    (root / "region.toml").write_text(
        f'{REGION}\n[[forvaltning]]\nid = "a-sjukhuset"\nnamn = "Sjukhuset"\n', encoding="utf-8", newline="\n"
    )
    text = PLAN.replace("regionkontoret", "a-sjukhuset")
    (root / f"{LAST}.toml").write_text(text, encoding="utf-8", newline="\n")
    dated_git(root, "2019-12-01", "add", ".")
    dated_git(root, "2019-12-01", "commit", "--quiet", "--message", "Sjukhuset")
    return root


def material(root: Path, at: str = "", since: str = "", period: str | None = None) -> Material:
    """The whole region as it stands, or as it was; compared."""
    repository = Repository(root)
    try:
        closed = reports(repository)
        then: Revision | None = revision(repository, at, closed) if at else None
        snapshot = load_at(repository, then) if then else Workspace(root).load()
        compared = revision(repository, since, closed) if since else None
        plans = tuple(snapshot.plans.values())
        return gather(repository, snapshot, plans, Moments(period, then, compared, closed))
    finally:
        repository.close()


def only(found: Material) -> Subject:
    return next(subject for subject in found.subjects if subject.plan.name == NAME)


def close(root: Path, report: str, day: str) -> str:
    tag = f"rapport/2019-{report}/regionkontoret"
    dated_git(root, day, "tag", "--annotate", "--message", "Stängd", tag)
    return tag


def test_plans_stand_in_the_regions_order_with_their_names(root: Path) -> None:
    found = material(root)
    assert [subject.namn for subject in found.subjects] == ["Regionkontoret", "Sjukhuset"]
    assert {subject.period.namn for subject in found.subjects} == {"arsredovisning"}


def test_each_plan_has_its_own_origin_and_all_of_them_the_commit_they_stand_in(root: Path) -> None:
    found = material(root)
    days = [str(subject.provenance.date) for subject in found.subjects if subject.provenance]
    assert days == ["2019-11-03", "2019-12-01"]
    assert found.provenance is not None
    head = dated_git(root, "2020-01-01", "rev-parse", "HEAD")[:7]
    assert found.provenance.told == f"Underlag: Region Norrskog, version {head}, 2019-12-01"


@pytest.mark.parametrize("file", [f"{LAST}.toml", "region.toml", "2019/mal-och-budget.toml", "rapport.toml"])
def test_what_is_not_committed_is_told_of_all_plans_together(root: Path, file: str) -> None:
    before = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
    (root / file).write_text(f"{before}\n# mer\n", encoding="utf-8")
    found = material(root)
    assert found.provenance is not None and found.provenance.commit is None
    assert only(found).provenance is not None


def test_a_report_is_compared_with_the_closed_one_before_it(root: Path) -> None:
    before = only(material(root)).earlier
    assert before is not None and before.period.namn == "ur1"
    assert next(before.plan.uppdrag).status == "inte"
    assert material(root).subjects[1].earlier is None
    tag = close(root, "arsredovisning", "2020-01-20")
    for found in (material(root), material(root, at=tag)):
        again = only(found).earlier
        assert again is not None and again.period.namn == "ur1"
    assert only(material(root, at=TAG)).earlier is None


def test_a_closed_report_comes_out_the_same_whatever_happens_later(root: Path) -> None:
    tag = close(root, "ur2", "2020-01-20")
    before = material(root, at=tag), material(root, at="HEAD")
    head = dated_git(root, "2020-01-20", "rev-parse", "HEAD").strip()
    close(root, "arsredovisning", "2020-02-20")
    commit(root, AFTER_AUTUMN.replace("Invigt.", "Invigt i maj."), INGRID, "2020-03-01")
    (root / "region.toml").write_text(REGION.replace("Regionkontoret", "Kansliet"), encoding="utf-8")
    assert (material(root, at=tag), material(root, at=head)) == before
    assert before[0].subjects[0].period.namn == "ur2"


def test_the_period_may_be_given(root: Path) -> None:
    assert only(material(root, period="m10")).period.title == "Månadsrapport oktober 2019"
    assert only(material(root, at=TAG, period="m04")).period.namn == "m04"
    assert only(material(root, at=TAG)).period.namn == "ur1"


def test_changes_may_be_told_since_any_version(root: Path) -> None:
    first = dated_git(root, "2020-01-01", "rev-list", "--max-parents=0", "HEAD").strip()
    found = material(root, since=first)
    earlier = only(found).earlier
    assert earlier is not None and next(earlier.plan.uppdrag).status == "delvis"
    assert earlier.period.namn == f"version {first[:7]}"
    assert found.subjects[1].earlier is None
    same = only(material(root, since="2019-ur1")).earlier
    assert same is not None and same.period.title == "Uppföljningsrapport 1 2019"


def test_a_version_without_any_of_the_plans_is_told(root: Path) -> None:
    first = dated_git(root, "2020-01-01", "rev-list", "--max-parents=0", "HEAD").strip()
    (root / f"{NAME}.toml").unlink()
    with pytest.raises(NoSuchVersionError, match=f"ingen av planerna finns i versionen {first}"):
        material(root, since=first)


def test_git_is_run_as_often_for_many_plans_as_for_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(11):
        text = PLAN.replace("regionkontoret", f"plan-{number}")
        (root / f"2019/plan-{number}.toml").write_text(text, encoding="utf-8", newline="\n")
    dated_git(root, "2019-12-02", "add", ".")
    dated_git(root, "2019-12-02", "commit", "--quiet", "--message", "Många")
    close(root, "arsredovisning", "2020-01-20")
    started: list[object] = []
    execute = Git.execute
    monkeypatch.setattr(Git, "execute", lambda *told, **how: (started.append(told), execute(*told, **how))[1])

    def runs(*plans: str) -> int:
        repository = Repository(root)
        closed = reports(repository)
        then = revision(repository, "HEAD", closed)
        started.clear()
        snapshot = load_at(repository, then, plans)
        assert len(
            gather(repository, snapshot, tuple(snapshot.plans.values()), Moments(at=then, closed=closed)).subjects
        )
        repository.close()
        return len(started)

    many = [NAME, LAST, *(f"2019/plan-{number}" for number in range(11))]
    assert runs(*many) == runs(NAME, LAST) > 0


def followed(root: Path, at: str = "") -> list[tuple[str, str | None]]:
    """Return the closed reports that one plan is followed through: name, and the status of its first uppdrag."""
    repository = Repository(root)
    try:
        closed = reports(repository)
        then = revision(repository, at, closed) if at else None
        snapshot = load_at(repository, then) if then else Workspace(root).load()
        found = gather(repository, snapshot, (snapshot.plans[NAME],), Moments(at=then, closed=closed, follow=True))
        return [(one.period.namn, next(one.plan.uppdrag).status) for one in found.subjects[0].closed]
    finally:
        repository.close()


def test_a_plan_is_followed_through_the_closed_reports_of_its_year_as_they_were_corrected_last(root: Path) -> None:
    close(root, "m02", "2019-12-20")
    close(root, "ur1-rattelse-1", "2019-12-21")
    tag = close(root, "ur2", "2020-01-20")
    assert followed(root) == [("m02", "uppfylls"), ("ur1-rattelse-1", "uppfylls"), ("ur2", "uppfylls")]
    assert followed(root, at=tag) == [("m02", "uppfylls"), ("ur1-rattelse-1", "uppfylls")]
    assert followed(root, at=TAG) == []
    assert followed(root, at="2019-12-10") == [("ur1", "inte")]
    assert only(material(root)).closed == ()


def test_what_was_reported_is_read_plan_by_plan_and_only_when_asked_for(root: Path) -> None:
    repository = Repository(root)
    workspace = Workspace(root)
    snapshot = workspace.load()
    read: list[tuple[str, str]] = []

    def reading(name: str, commit: str) -> Plan | None:
        read.append((name, commit[:7]))
        return read_then(repository, name, commit)

    plans = [*snapshot.plans.values()]
    assert [found.closed for found in subjects(snapshot.region, plans, Moments(), reading)] == [(), ()]
    assert not read
    found = subjects(snapshot.region, plans, Moments(closed=reports(repository), follow=True), reading)
    first = next(found)
    assert {name for name, _ in read} == {NAME}
    assert (first.plan.name, [earlier.period.base for earlier in first.closed]) == (NAME, ["ur1"])
    assert [subject.plan.name for subject in found] == [LAST]
    workspace.close()
    repository.close()
