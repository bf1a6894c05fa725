"""`trafikljus log`: what has happened to the region, a plan or one item: who, when, from what to what."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tui.arguments import Parser
from tui.choosing import plan_name, usable
from tui.guard import DONE, RefusedError
from tui.region_root import region_root
from tui.terminal import say, say_json, tell

if TYPE_CHECKING:
    from data.changes import Change
    from data.history import Event
    from data.signatures import Signature
    from data.snapshot import Snapshot
    from data.workspace import Workspace
    from tui.life import Life

SUMMARY = "berätta vad som har hänt med en plan eller ett uppdrag"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument(
        "plan", nargs="?", metavar="PLAN", help="till exempel 2019/regionkontoret; utan: alla planer"
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="ett fokusområdes, ett uppdrags eller en aktivitets id")
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print the events, newest first; an item's run on into the plans of the years before."""
    from data.workspace import Workspace

    with closing(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        names = (
            list(snapshot.plans) if arguments.plan is None else [usable(snapshot, plan_name(arguments.plan)).name]
        )
        lives = [_life(workspace, snapshot, name) for name in names]
        if arguments.id is not None:
            if arguments.id not in lives[0].known:
                raise RefusedError(f"{arguments.id} finns inte i {names[0]}, och har inte funnits där")
            lives += _before(workspace, snapshot, lives[0], arguments.id)
        told = [(life, event) for life in lives for event in _events(life, arguments.id)]
        told.sort(key=lambda one: one[1].when, reverse=True)
        signed = _signatures(workspace, [event.id for _, event in told])
        if arguments.json:
            say_json([_as_json(life, event, signed) for life, event in told])
        else:
            for life, event in told:
                _say(life, event, signed, named=len(lives) > 1)
            if any(life.history.cut for life in lives):
                tell("historiken är avkortad: arkivet är en grund klon; hämta resten med git fetch --unshallow")
    return DONE


def _life(workspace: Workspace, snapshot: Snapshot, name: str) -> Life:
    from data.history import read_history
    from tui.life import life_of

    return life_of(snapshot.plans[name], read_history(workspace.repository, name), ())


def _before(workspace: Workspace, snapshot: Snapshot, life: Life, id: str) -> Iterable[Life]:
    """Give the lives of the same förvaltning's earlier plans that have or had the item, of the same kind."""
    kind = type(life.known[id])
    for name, plan in snapshot.plans.items():
        if plan.forvaltning == life.plan.forvaltning and plan.ar < life.plan.ar:
            earlier = _life(workspace, snapshot, name)
            if type(earlier.known.get(id)) is kind:
                yield earlier


def _events(life: Life, id: str | None) -> Iterable[Event]:
    return life.history.events if id is None else life.history.life(id)


def _signatures(workspace: Workspace, commits: list[str]) -> dict[str, Signature]:
    from data.signatures import signatures

    return signatures(workspace.repository, commits)


def _say(life: Life, event: Event, signed: dict[str, Signature], *, named: bool) -> None:
    from data.plain_text import one_line
    from tui.moments import moment

    signature = f"  {signed[event.id].told}" if event.id in signed else ""
    plan = f"  {life.plan.name}" if named else ""
    say(f"{event.short}  {moment(event.when)}  {one_line(event.namn)}{plan}{signature}")
    if event.cut:
        say("    här börjar den historik som finns")
    if event.fault is not None:
        say(f"    filen gick inte att läsa: {event.fault.message}")
    for change in event.changes:
        for line in _lines(life, change):
            say(f"    {line}")
    say("")


def _lines(life: Life, change: Change) -> Iterable[str]:
    """Return a change in words; one to a longer text with the words that went and came."""
    from data.changes import SetField, id_of
    from data.plain_text import one_line
    from data.plan import Plan

    owner = life.owner(id_of(change))
    name = "planen" if isinstance(owner, Plan) else one_line(owner.namn)
    yield f"{name}: {life.told([change])}"
    if isinstance(change, SetField) and change.field == "kommentar":
        yield from (f"  {line}" for line in _words(str(change.old or ""), str(change.new or "")).split("\n"))


def _words(old: str, new: str) -> str:
    """Return what a text has become, as git marks words: ``[-borta-]{+nytt+}``."""
    from data.word_diff import word_diff

    marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(f"{marks[piece.kind][0]}{piece.text}{marks[piece.kind][1]}" for piece in word_diff(old, new))


def _as_json(life: Life, event: Event, signed: dict[str, Signature]) -> dict[str, Any]:
    from tui.change_json import change_json

    told: dict[str, Any] = {
        "plan": life.plan.name,
        "commit": event.id,
        "nar": event.when.isoformat(),
        "namn": event.namn,
        "epost": event.epost,
        "rubrik": event.subject,
        "andringar": [change_json(change) for change in event.changes],
    }
    if event.fault is not None:
        told["fel"] = str(event.fault)
    if event.id in signed:
        told["signatur"] = {"verifierad": signed[event.id].verified, "av": signed[event.id].av}
    return told
