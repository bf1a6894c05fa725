"""What the worker reads from git's past for the screens, and remembers as seen. Lives in its thread alone.

What may be long is read a step at a time, so that saving never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from data import reports, seen
from data.faults import UnusableError
from data.git_errors import GitError
from data.history import Histories, plan_at
from data.plain_text import one_line
from data.signatures import signatures
from data.steps import Steps
from data.workspace import Workspace
from tui.messages import Lived, News, Recalled, Signed, WorkerMessage
from tui.rows import Key

_REFUSALS = (GitError, UnusableError, OSError)
_AT_ONCE = 8
"""How many signatures are verified in a step: git starts a program for each."""


class Archivist:
    """Answers what was, and watches for what others have done."""

    def __init__(self, workspace: Workspace, post: Callable[[WorkerMessage], object]) -> None:
        self._workspace = workspace
        self._post = post
        self._histories: Histories | None = None
        self._asked: dict[str, int] = {}
        """How often each plan's history has been asked for since its reading began; those that are being read."""
        self._signed: dict[str, str] = {}
        """What is told of each commit's signature."""
        self._unseen = seen.Unseen()
        self._saw = False
        """Whether something was seen since the look under way began."""

    def history(self, name: str) -> Iterator[None]:
        """Tell the life of a plan, and which reports on it are closed; asked again meanwhile, tell it again."""
        self._asked[name] = self._asked.get(name, 0) + 1
        if self._asked[name] > 1:
            return
        told = 0
        commits: tuple[str, ...] = ()
        while told < self._asked[name]:
            told = self._asked[name]
            commits = yield from self._tell(name)
        del self._asked[name]
        yield from self._verify(commits)

    def _tell(self, name: str) -> Steps[tuple[str, ...]]:
        """Tell the life of a plan, and return its commits."""
        try:
            repository = self._workspace.repository
            if self._histories is None:
                self._histories = Histories(repository)
            history = yield from self._histories.of(name)
            closed = tuple(report for report in reports.reports(repository) if report.plan == name)
            self._post(Lived(name, history, closed))
        except _REFUSALS as error:
            self._post(Lived(name, reason=one_line(str(error))))
            return ()
        return tuple(event.id for event in history.events)

    def _verify(self, commits: Sequence[str]) -> Iterator[None]:
        """Tell who has signed commits, some at a time; nothing where nobody signs."""
        if known := {id: self._signed[id] for id in commits if id in self._signed}:
            self._post(Signed(known))
        unknown = [id for id in commits if id not in self._signed]
        for start in range(0, len(unknown), _AT_ONCE):
            try:
                found = signatures(self._workspace.repository, unknown[start : start + _AT_ONCE])
            except _REFUSALS:
                return  # then nothing is told of them
            if not found:
                return
            told = {id: signature.told for id, signature in found.items()}
            self._signed |= told
            self._post(Signed(told))
            yield

    def recall(self, name: str, revision: str) -> None:
        """Tell what a plan was like in a commit."""
        try:
            self._post(Recalled(name, revision, plan_at(self._workspace.repository, name, revision)))
        except _REFUSALS as error:
            self._post(Recalled(name, revision, reason=one_line(str(error))))

    def look(self) -> Iterator[None]:
        """Tell what others have done, if anything was committed since the last look."""
        try:
            repository = self._workspace.repository
            if repository.head == self._unseen.head:
                return
            self._saw = False
            found = yield from seen.unseen(repository)
            if self._saw:
                return  # what was found may have been seen since it was read: the next look tells
            self._unseen = found
            if not found.events:
                seen.see(repository, found, ())
        except _REFUSALS:
            return  # what cannot be read or remembered now is told by what else is done with the repository
        self._post(News(self._unseen.events))

    def see(self, keys: Iterable[Key] | None) -> None:
        """Remember that items have been seen; None is all of them."""
        self._saw = True
        try:
            all_or_some = self._unseen.events if keys is None else keys
            self._unseen = seen.see(self._workspace.repository, self._unseen, all_or_some)
        except _REFUSALS:
            return  # then they are marked again next time
        self._post(News(self._unseen.events))
