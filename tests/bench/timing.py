"""Ratios of two times measured in one run: the only form in which a time says the same on every machine."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter, process_time


def ratio(
    measured: Callable[[], object],
    yardstick: Callable[[], object],
    rounds: int = 30,
    before: Callable[[], object] = lambda: None,
) -> float:
    """Return how many times longer one takes than the other, by the medians of runs that take turns.

    `before` is run ahead of each measured run, outside its time.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for run in (before, measured, yardstick) * 2:
        run()  # the first runs fill the caches
    for _ in range(rounds):
        before()
        for run, kept in zip((measured, yardstick), times, strict=True):
            start = perf_counter()
            run()
            kept.append(perf_counter() - start)
    return statistics.median(times[0]) / statistics.median(times[1])


def milliseconds(measured: Callable[[], object], rounds: int = 15) -> float:
    """Return how long something takes, as the median of the processor time of some runs."""
    times: list[float] = []
    measured()  # fills the caches
    for _ in range(rounds):
        start = process_time()
        measured()
        times.append(1000 * (process_time() - start))
    return statistics.median(times)


def told(name: str, value: float, goal: float, unit: str = "×") -> str:
    """Return the line of a result: its name, the value, the goal, and whether it is met."""
    verdict = "ok" if value <= goal else "ÖVER"
    return f"{name:<58}{value:7.2f} {unit}  mål ≤ {goal:g} {unit}  {verdict}"


def told_beside(meanwhile: str, before: Sequence[float], during: Sequence[float]) -> str:
    """Return the lines on how long keys take with nothing else under way, and `meanwhile`: sorted seconds."""
    lines: list[str] = []
    for what, times in (("inget annat", before), (meanwhile, during)):
        lines.append(told(f"bedöma, {what}: median", statistics.median(times) * 1000, 16, "ms"))
        lines.append(told(f"bedöma, {what}: 99 av 100", times[int(len(times) * 0.99)] * 1000, 50, "ms"))
    ratio = statistics.median(during) / statistics.median(before)
    return "\n".join([*lines, told("  kvot mellan medianerna", ratio, 2)])
