"""Generated uppdrag as a bilaga tells them: names on one line, a status or none, a kommentar, some aktiviteter."""

from __future__ import annotations

from hypothesis import strategies as st

from data.plan import Aktivitet, Uppdrag
from data.status import AKTIVITET, UPPDRAG
from tests.plans import texts

NAMES = texts(1, 30).map(lambda text: " ".join(text.split()) or "x")


@st.composite
def told_uppdrag(draw: st.DrawFn) -> Uppdrag:
    """Return an uppdrag with up to three aktiviteter; ids tell nothing."""
    steps = tuple(
        Aktivitet("a", draw(NAMES), draw(st.sampled_from([None, *AKTIVITET.values])))
        for _ in range(draw(st.integers(0, 3)))
    )
    status = draw(st.sampled_from([None, *UPPDRAG.values]))
    return Uppdrag("u", draw(NAMES), status, draw(st.none() | texts(1, 80)), aktiviteter=steps)
