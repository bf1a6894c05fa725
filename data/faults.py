"""What is wrong with an input, told in one line: where it is, what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault in one file. A warning leaves the file usable; any other fault does not."""

    file: str
    """The path as the user knows it, relative to the repository where the file lies in it."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    message: str
    """One Swedish sentence without a full stop: what is wrong; what to do."""
    warning: bool = False
    sheet: str = ""
    """The sheet of a workbook, where line and column are a cell's row and column; else empty."""

    def __str__(self) -> str:
        told = "varning: " if self.warning else ""
        place = f" {self.sheet}!{letters(self.column)}{self.line}" if self.sheet else f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {told}{self.message}"


class UnusableError(Exception):
    """An input that cannot be used; carries every fault that was found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def unreadable(file: str, error: Exception) -> Fault:
    """Return the fault of a file that could not be read at all; what the error tells may begin with its path."""
    return Fault(file, 1, 1, str(error).removeprefix(f"{file}: "))


def letters(column: int) -> str:
    """Return what a workbook calls a column, from 1: ``A``, ``Z``, ``AA``."""
    told = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        told = chr(ord("A") + rest) + told
    return told
