"""Generated plans, edits of them, and TOML files in every style that people write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from data.changes import AddItem, Change, MoveItem, Place, SetField, field_value
from data.changing import changed
from data.editing import homes, place_of, removal, siblings_of
from data.plan import (
    HEADERS,
    KINDS,
    Aktivitet,
    Fokusomrade,
    Indikator,
    Item,
    Plan,
    Uppdrag,
    own_fields,
)
from data.schema import canonical
from data.unknown_values import Table

_ALPHABET = st.one_of(
    st.sampled_from("abcåäöÅÄÖ 0123456789.,:;-–\"'\\#=[]{}|<>\n\t"),
    st.characters(exclude_categories=("Cs",), max_codepoint=0xFFFF),
)


def texts(min_size: int = 0, max_size: int = 40) -> st.SearchStrategy[str]:
    """Return texts as a plan holds them: any characters, no blank ends."""
    return (
        st.text(_ALPHABET, min_size=min_size, max_size=max_size)
        .map(lambda text: text.replace("\r\n", "\n").strip())
        .filter(lambda text: len(text) >= min_size)
    )


_some_text = texts(1)
_maybe_text = st.none() | _some_text
_kommentar = st.none() | texts(1, 120) | st.lists(_some_text, min_size=2, max_size=3).map("\n\n".join)
_maybe_date = st.none() | st.dates(date(1999, 1, 1), date(2099, 12, 31))
_lists = st.lists(_some_text, max_size=3).map(tuple)
_number = st.integers(-(10**6), 10**6) | st.decimals(-1000, 1000, places=2)
_extra_values = st.recursive(
    st.integers() | st.booleans() | _some_text | st.dates() | st.decimals(-10, 10, places=1),
    lambda inner: (
        st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(st.sampled_from(["x", "y å"]), inner, max_size=2).map(
            lambda pairs: Table(tuple(sorted(pairs.items())))
        )
    ),
    max_leaves=3,
)
extras = st.dictionaries(st.sampled_from(["prioritet", "källa", "egen nyckel"]), _extra_values, max_size=1).map(
    lambda pairs: tuple(sorted(pairs.items()))
)


def _values(kind: type[Any], name: str) -> st.SearchStrategy[Any]:
    special: dict[str, st.SearchStrategy[Any]] = {
        "namn": _some_text,
        "kommentar": _kommentar,
        "regiongemensamt": st.booleans(),
        "mal": _lists,
        "att_se_over": _lists,
        "tysta": st.lists(_some_text.map(lambda why: f"samma-namn: {why}"), max_size=2).map(tuple),
        "matningar": st.lists(st.integers(1, 12).map(lambda month: f"2019-{month:02}: {month},5"), max_size=2).map(
            tuple
        ),
        "start": _maybe_date,
        "slut": _maybe_date,
        "utfall": st.none() | _number,
        "malvarde": st.none() | _number | _some_text,
        "riktning": st.sampled_from([None, "hogre", "lagre"]),
    }
    if name == "status":
        return st.sampled_from([None, *kind.SCALE.values])
    return special.get(name, _maybe_text)


@st.composite
def items(draw: st.DrawFn, kind: type[Any], id: str) -> Any:
    """Return an item of one kind, without children."""
    values = {name: draw(_values(kind, name)) for name in own_fields(kind)}
    return kind(id=id, extra=draw(extras), **values)


@st.composite
def plans(draw: st.DrawFn, max_fokusomraden: int = 3, max_uppdrag: int = 3, max_aktiviteter: int = 3) -> Plan:
    """Return a small valid plan."""
    numbers = iter(range(10_000))

    def some(kind: type[Any], most: int) -> list[Any]:
        return [draw(items(kind, f"{kind.KIND[:2]}-{next(numbers)}")) for _ in range(draw(st.integers(0, most)))]

    omraden = []
    for omrade in some(Fokusomrade, max_fokusomraden):
        uppdrag = [
            replace(one, aktiviteter=tuple(some(Aktivitet, max_aktiviteter))) for one in some(Uppdrag, max_uppdrag)
        ]
        omraden.append(replace(omrade, uppdrag=tuple(uppdrag)))
    indikatorer = tuple(some(Indikator, 2))
    return Plan("regionkontoret", 2019, draw(extras), tuple(omraden), indikatorer)


@st.composite
def edited(draw: st.DrawFn, plan: Plan, max_edits: int = 6) -> Plan:
    """Return a plan made from another by random edits: set, add, remove, move."""
    for number in range(draw(st.integers(0, max_edits))):
        plan = changed(plan, draw(edits(plan, f"ny-{number}-{draw(st.integers(0, 99))}")))
    return plan


@st.composite
def edits(draw: st.DrawFn, plan: Plan, new_id: str) -> list[Change]:
    """Return one edit of a plan as changes; removals take what is below the item first."""
    what = draw(st.sampled_from(["set", "set", "add", "remove", "move"]))
    ids = list(plan.items)
    if what == "add" or not ids:
        return draw(_additions(plan, new_id))
    item = plan.items[draw(st.sampled_from(ids))]
    if what == "set":
        name = draw(st.sampled_from(own_fields(type(item))))
        value = canonical(draw(_values(type(item), name)))
        return [SetField(item.id, name, field_value(item, name), value)]
    if what == "remove":
        return removal(plan, item.id)
    return draw(_moves(plan, item))


@st.composite
def _additions(draw: st.DrawFn, plan: Plan, new_id: str) -> list[Change]:
    kind = draw(st.sampled_from([kind for kind in KINDS if homes(plan, kind)]))
    parent = draw(st.sampled_from(homes(plan, kind)))
    after = draw(st.sampled_from([None, *siblings_of(plan, parent, kind)]))
    if new_id in plan.items:
        return []
    return [AddItem(draw(items(KINDS[kind], new_id)), Place(parent, after))]


@st.composite
def _moves(draw: st.DrawFn, plan: Plan, item: Item) -> list[Change]:
    parent = draw(st.sampled_from(homes(plan, item.KIND)))
    siblings = [id for id in siblings_of(plan, parent, item.KIND) if id != item.id]
    new = Place(parent, draw(st.sampled_from([None, *siblings])))
    old = place_of(plan, item.id)
    return [] if new == old else [MoveItem(item.id, old, new)]


@st.composite
def styled(draw: st.DrawFn, plan: Plan) -> str:
    """Return a TOML text of a plan as somebody might have written it by hand."""
    from data.toml_values import key_literal, literal, text_literal

    comment = st.sampled_from(["", "", "", "# anteckning", "#", "# [[fokusomrade]]", '# "citat" = 3'])
    indents = draw(st.sampled_from([{}, {}, {"uppdrag": "  ", "aktivitet": "    "}, {"aktivitet": "\t"}]))
    gap = draw(st.sampled_from(["\n", "\n", "", "\n\n"]))
    spaced = draw(st.booleans())

    def value(name: str, held: Any) -> str:
        if not spaced or not isinstance(held, str) or name not in {"namn", "kommentar", "ansvarig", "enhet"}:
            return literal(held)
        old = draw(st.sampled_from(["", "'x'", '"""x"""', "'''x'''", '"""\nx\n"""', "'''\nx\n  '''"]))
        return text_literal(held, "\n", old)

    def line(name: str, held: Any, indent: str) -> str:
        behind = draw(comment) if spaced else ""
        tail = draw(st.sampled_from(["", " ", "\t"])) if spaced else ""
        equals = draw(st.sampled_from([" = ", "=", "  =  "])) if spaced else " = "
        return f"{indent}{key_literal(name)}{equals}{value(name, held)}{' ' + behind if behind else tail}\n"

    def table(owner: Item | Plan, indent: str) -> str:
        pairs = [("id", owner.id)] if not isinstance(owner, Plan) else []
        pairs += [(name, getattr(owner, name)) for name in own_fields(type(owner))]
        pairs = [(name, held) for name, held in pairs if held is not None and held is not False and held != ()]
        pairs += owner.extra
        if spaced and draw(st.booleans()):
            pairs = draw(st.permutations(pairs))
        written = ""
        for name, held in pairs:
            between = draw(comment) if spaced else ""
            written += f"{indent}{between}\n" if between else ""
            written += line(name, held, indent)
        return written

    text = (draw(comment) + "\n" if spaced else "") + table(plan, "")
    for item in plan.items.values():
        indent = indents.get(item.KIND, "")
        text += gap
        if spaced and draw(st.integers(0, 3)) == 0:
            text += "# --- egen rubrik ---\n\n"
        lead = draw(comment)
        header = HEADERS[item.KIND]
        if spaced and draw(st.integers(0, 5)) == 0:
            header = " " + header.replace(".", " . ") + " "
        text += f"{indent}{lead}\n" if lead else ""
        text += f"{indent}[[{header}]]{draw(st.sampled_from(['', ' ', ' # rubrik'])) if spaced else ''}\n"
        text += table(item, indent)
    text += draw(st.sampled_from(["", "\n", "# slut\n", "\n# slut\n"]))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if draw(st.integers(0, 3)) == 0 else text
