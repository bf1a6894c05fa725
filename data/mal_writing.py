"""`mal-och-budget.toml` as a new file, and what a commit of one is called."""

from __future__ import annotations

from collections.abc import Iterator

from data.faults import UnusableError
from data.mal import FILE, MalOchBudget, read_mal
from data.toml_values import literal


def write_mal(decided: MalOchBudget) -> str:
    """Return the text of a new file. UnusableError when reading it again would tell something else."""
    text = "\n\n".join("\n".join(block) for block in _blocks(decided)) + "\n"
    read, faults = read_mal(text, f"{decided.ar}/{FILE}")
    if read != decided:
        raise UnusableError(faults)
    return text


def _blocks(decided: MalOchBudget) -> Iterator[list[str]]:
    period = [f"period = {literal(decided.period)}"] if decided.period is not None else []
    yield [f"ar = {decided.ar}", *period]
    for omrade in decided.fokusomraden:
        yield ["[[fokusomrade]]", f"id = {literal(omrade.id)}", f"namn = {literal(omrade.namn)}"]
        for mal in omrade.mal:
            lists = (("namnder", mal.namnder), ("tysta", mal.tysta))
            told = [f"{key} = {literal(values)}" for key, values in lists if values]
            yield ["[[fokusomrade.mal]]", f"id = {literal(mal.id)}", f"namn = {literal(mal.namn)}", *told]


def describe_mal(old: MalOchBudget | None, new: MalOchBudget) -> str:
    """Return the message for the commit that makes `old` into `new`; None is a file that was not there."""
    if old is None:
        return f"mål och budget {new.ar}: {size(new)}\n"
    return f"mål och budget {new.ar}: det beslutade ändrat\n"


def size(decided: MalOchBudget) -> str:
    """Return how much was decided: ``7 fokusområden och 21 mål``."""
    omraden, mal = len(decided.fokusomraden), len(list(decided.mal))
    return f"{omraden} fokusområde{'n' * (omraden != 1)} och {mal} mål"
