"""Search as one types, over the names, ids, references and comments of many plans.

Every word of the query must be found: in a name, an id, a reference (diarienummer or ursprung) or a comment. A
word that stands in none of the first three is looked for by its letters, each near the one before ("vntr" finds
"väntrummen"), and by the first letters of words ("bcg" finds "bygga cykelgarage"). A word of one or two letters
must begin a word: of a name, or, when it does not stand alone in the query, of a comment ("två av fem") or a
reference ("RS 2024/0022"). Case never matters; a, å and ä are the same letter, but a name that is written as the
query is comes first.

All names of a plan are one long text, and so are its comments, so that `str.find` does the work and not a loop over
the items.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from data.folding import SHORT, fold, letters_near, words_of
from data.plan import Item, Plan, Uppdrag

_WHOLE_ID, _BEGINS, _INSIDE, _ID, _INITIALS, _NEAR, _COMMENT = 100, 90, 70, 60, 50, 40, 10
_AS_WRITTEN = 5


Scores = Mapping[str, int]
"""The items of one plan in which every word of the query was found, by id, in the order of the file. A higher score
is a better hit; to be compared within one search only.
"""


class Search:
    """Finds items in plans. What it needs of each is prepared once and kept while the plan is the same, and so is
    what was found last: when the same is looked for again, only plans that have changed are looked through.
    """

    def __init__(self) -> None:
        self._prepared: dict[str, _Prepared] = {}
        self._sought = _Sought((), frozenset())
        self._found: dict[str, tuple[_Prepared, Scores]] = {}
        """What was found last in each plan."""

    def prepare(self, plans: Mapping[str, Plan]) -> None:
        """Get ready for these plans, by name, and forget others: then the first search is as fast as the next."""
        known = self._prepared
        self._prepared = {
            name: known[name] if name in known and known[name].plan is plan else _Prepared(plan)
            for name, plan in plans.items()
        }

    def search(
        self, plans: Mapping[str, Plan], query: str, go_on: Callable[[], bool] = lambda: True
    ) -> Mapping[str, Scores] | None:
        """Return what is found in each plan, in the order of the plans. None when `go_on`, asked often, says no.

        What was found in a plan that is the same as at the last search for the same is the same object as then.
        """
        words = words_of(query)
        if not words:
            return {}
        self.prepare(plans)
        sought = self._seek(words)
        known = self._found if sought == self._sought else {}
        self._sought, self._found = sought, {}
        for name, one in self._prepared.items():
            if not go_on():
                return None
            last = known.get(name)
            self._found[name] = last if last is not None and last[0] is one else (one, one.scores(sought))
        return {name: scores for name, (_, scores) in self._found.items()}

    def _seek(self, words: Sequence[str]) -> _Sought:
        long = {folded for word in words if len(folded := fold(word).strip()) > SHORT}
        spread = {word for word in long if not any(one.names(word) for one in self._prepared.values())}
        return _Sought(tuple(words), frozenset(spread))


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for."""

    words: tuple[str, ...]
    """As they were typed."""
    spread: frozenset[str]
    """Those that stand in no name or id of any plan, folded: their letters are looked for."""


_Scores = dict[int, int]
"""Items by their number in the plan, with the score of the best way in which a word was found."""


def _both(scores: _Scores, more: _Scores) -> _Scores:
    return {at: score + more[at] for at, score in scores.items() if at in more}


def _as_written(words: list[str], namn: str) -> int:
    return sum(_AS_WRITTEN for word in words if word in namn.lower()) if words else 0


class _Prepared:
    """One plan's texts, folded, each kind in one long text with a line for each item."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.items = tuple(plan.all_items)
        self._names = _Lines(item.namn for item in self.items)
        self._ids = _Lines(item.id for item in self.items)
        self._references = _Lines(reference(item) for item in self.items)
        self._comments = _Lines(item.kommentar or "" for item in self.items)
        self._initials = _Lines(self._names.initials())

    def names(self, word: str) -> bool:
        """Tell whether a folded word stands in any name, id or reference."""
        return word in self._names or word in self._ids or word in self._references

    def scores(self, sought: _Sought) -> Scores:
        """Return the items in which every word is found."""
        alone = len(sought.words) == 1
        first, *more = (self._scores(fold(word).strip(), sought, alone=alone) for word in sought.words)
        for scores in more:
            first = _both(first, scores)
        marked = [word.lower() for word in sought.words if not word.isascii()]
        items = self.items
        return {items[at].id: first[at] + _as_written(marked, items[at].namn) for at in sorted(first)}

    def _scores(self, word: str, sought: _Sought, *, alone: bool) -> _Scores:
        if len(word) <= SHORT:
            return self._begins(word) if alone else self._told(f" {word}") | self._begins(word)
        named = self._resembles(word) if word in sought.spread else self._named(word)
        return self._told(word) | named

    def _begins(self, word: str) -> _Scores:
        """Return the items with a name in which a folded word begins a word."""
        return dict.fromkeys(self._names.holding(f" {word}"), _BEGINS)

    def _named(self, word: str) -> _Scores:
        """Return the items whose name or id holds a folded word."""
        return {
            **dict.fromkeys(self._ids.holding(word), _ID),
            **dict.fromkeys(self._names.holding(word), _INSIDE),
            **self._begins(word),
            **dict.fromkeys(self._ids.holding(f"\n {word}\n"), _WHOLE_ID),
        }

    def _resembles(self, word: str) -> _Scores:
        """Return the items whose name has the letters of a folded word."""
        near = dict.fromkeys(self._names.matching(letters_near(word)), _NEAR)
        return near | dict.fromkeys(self._initials.holding(word), _INITIALS)

    def _told(self, word: str) -> _Scores:
        """Return the items whose comment or reference holds a folded word."""
        return {
            **dict.fromkeys(self._comments.holding(word), _COMMENT),
            **dict.fromkeys(self._references.holding(word), _ID),
        }


def reference(item: Item) -> str:
    """Return what an uppdrag is known by elsewhere, its diarienummer and ursprung; empty when there is nothing."""
    known = (item.diarienummer, item.ursprung) if isinstance(item, Uppdrag) else ()
    return " ".join(filter(None, known))


class _Lines:
    """Texts as the lines of one folded text; a blank before each, so that all words begin after one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = fold("\n ".join(["", *(text.replace("\n", " ") for text in texts), ""]))
        lengths = map(len, self._text[1:].split("\n"))
        self._starts = array("l", accumulate(lengths, lambda start, length: start + length + 1, initial=0))

    def __contains__(self, word: str) -> bool:
        return word in self._text

    def initials(self) -> list[str]:
        """Return the first letters of the words of each line."""
        return ["".join([word[0] for word in line.split()]) for line in self._text[1:].split("\n")[:-1]]

    def holding(self, wanted: str) -> Iterator[int]:
        """Give the numbers of the lines that hold a text."""
        text, starts = self._text, self._starts
        at = text.find(wanted)
        while at >= 0:
            line = bisect_right(starts, at)
            yield line - 1
            at = text.find(wanted, starts[line])

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Give the numbers of the lines in which a pattern is found."""
        text, starts = self._text, self._starts
        found = pattern.search(text)
        while found is not None:
            line = bisect_right(starts, found.start())
            yield line - 1
            found = pattern.search(text, starts[line])
