"""The rule on comments that end in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.wording import shortened

_ENDED = tuple(".!?…)]”\"'’»%")

_LEADS_ON = re.compile(
    r"\b(?:att|av|bland|de|denna|dess|eftersom|efter|eller|en|ett|från|för|gentemot|genom|hos|i|ifrån|inför|inom|kring|"
    r"med|medan|mellan|men|mot|måste|när|och|oavsett|om|på|samt|sin|sina|sitt|ska|som|till|trots|under|ur|utan|utifrån|"
    r"utöver|vars|via|vid|vår|våra|vårt|är|även|över)$",
    re.IGNORECASE,
)
"""A word that a sentence goes on after."""
_MAY_END = re.compile(
    r"\b(?:h[åö]ll\w*|är|var|varit|följ\w+|se[rs]|gör\w*|går|tas?) (?:efter|i|med|om|på|till|över)$", re.IGNORECASE
)
"""Such a word as the particle of a verb: ”Arbetet håller på”, ”Alla är med”."""
_LONGEST = 40
"""More characters than these two say."""


def _in_comments(seen: PlanSeen) -> Iterator[Hit]:
    for item in seen.plan.items.values():
        text = (item.kommentar or "").rstrip()
        if text and not text.endswith(_ENDED) and _goes_on(text):
            line = text.rpartition("\n")[2]
            ending = shortened(line[::-1], 30)[::-1] if len(line) > 30 else line
            message = f"kommentaren slutar mitt i en mening: ”{ending}”; skriv klart den"
            yield Hit(item.id, "kommentar", message, text, len(text) - 1)


def _goes_on(text: str) -> bool:
    """Tell whether a text that no full stop ends needs something more."""
    if text[-1] in ",;:-–—(":
        return True
    if text.count("(") > text.count(")") and text.rfind("(") > text.rfind("\n\n"):
        return True
    ending = text[-_LONGEST:]
    return _LEADS_ON.search(ending) is not None and _MAY_END.search(ending) is None


RULES = (
    Rule(
        "avbruten-kommentar",
        Level.VARNING,
        "En kommentar som slutar mitt i en mening har tappat sitt slut, ofta när den kopierades eller fördes över, "
        "och läsaren får aldrig veta resten.",
        in_plan=_in_comments,
    ),
)
