"""The session shows what is meant before it is saved, and what the file says when it could not be."""

from __future__ import annotations

from data.changes import set_field
from data.plan import Fokusomrade, Plan
from data.snapshot import Snapshot
from data.workspace import Saved
from tui.session import Order, Session

NAME = "2019/regionkontoret"
PLAN = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("a", "A"), Fokusomrade("b", "B")))


def _session() -> Session:
    session = Session()
    session.loaded(Snapshot(None, {NAME: PLAN}, (), (), None))
    return session


def _judge(session: Session, id: str, value: str | None) -> Order:
    return session.make((NAME, id), set_field(session.plans[NAME], id, "status", value))


def _status(session: Session, id: str) -> object:
    return getattr(session.plans[NAME].items[id], "status", None)


def _save(session: Session, order: Order) -> None:
    session.saved(order.ticket, Saved(NAME, session.plans[NAME], order.changes))


def test_a_change_shows_before_it_is_saved() -> None:
    session = _session()
    _judge(session, "a", "uppfylls")
    assert (_status(session, "a"), session.pending) == ("uppfylls", 1)


def test_a_refused_change_goes_and_the_next_stays() -> None:
    session = _session()
    first, second = _judge(session, "a", "uppfylls"), _judge(session, "b", "inte")
    session.refused(first.ticket)
    assert (_status(session, "a"), _status(session, "b")) == (None, "inte")
    _save(session, second)
    assert session.undo()
    assert not session.undo()


def test_what_is_read_from_the_disk_comes_below_what_is_under_way() -> None:
    session = _session()
    _judge(session, "a", "uppfylls")
    theirs = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("a", "A"), Fokusomrade("b", "Ett nytt namn")))
    session.loaded(Snapshot(None, {NAME: theirs}, (), (), None))
    assert _status(session, "a") == "uppfylls"
    assert session.plans[NAME].items["b"].namn == "Ett nytt namn"


def test_a_change_to_what_is_gone_from_the_file_is_not_shown() -> None:
    session = _session()
    _judge(session, "b", "inte")
    theirs = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("a", "A"),))
    session.loaded(Snapshot(None, {NAME: theirs}, (), (), None))
    assert session.plans[NAME] == theirs


def test_an_undo_in_a_hurry_takes_back_what_is_not_saved_yet() -> None:
    session = _session()
    order = _judge(session, "a", "uppfylls")
    (back,) = session.undo()
    assert back.alone
    assert _status(session, "a") is None
    _save(session, order)
    assert session.redo()
    assert _status(session, "a") == "uppfylls"


def test_the_newest_year_comes_first() -> None:
    session = Session()
    plans = {f"{ar}/{who}": Plan(who, ar) for ar in (2018, 2020) for who in ("b", "a")}
    session.loaded(Snapshot(None, plans, (), (), None))
    assert list(session.plans) == ["2020/a", "2020/b", "2018/a", "2018/b"]
