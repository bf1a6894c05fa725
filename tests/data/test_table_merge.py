"""Files of tables: what two people add and change side by side goes together; the same thing twice does not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.file_merge import merge_file
from data.mal import read_mal
from data.region import read_region

MAL = """\
# Beslutad i november.
ar = 2024

[[fokusomrade]]
id = "vard"
namn = "Nära vård"

  # Viktigast av allt.
  [[fokusomrade.mal]]
  id = "tid"
  namn = "Vård i tid"
  namnder = ["RS"]

[[fokusomrade]]
id = "resor"
namn = "Resor"
"""
REGION = """\
namn = "Region Exempel"

[[namnd]]
kod = "RS"
namn = "Regionstyrelsen"

# Den största.
[[forvaltning]]
id = "sjukhuset"
namn = "Sjukhuset"
"""
PATH = "2024/mal-och-budget.toml"


def mal(id: str) -> str:
    return f'\n  [[fokusomrade.mal]]\n  id = "{id}"\n  namn = "Mål {id}"\n'


def merged(base: str, ours: str, theirs: str, path: str = PATH) -> str | None:
    raw = merge_file(path, *(text.encode() for text in (base, ours, theirs)))
    return None if raw is None else raw.decode()


def test_two_mal_may_be_added_in_the_same_place() -> None:
    end = '  namnder = ["RS"]\n'
    ours, theirs = (MAL.replace(end, end + mal(id)) for id in ("vart", "deras"))
    made = merged(MAL, ours, theirs)
    assert made == MAL.replace(end, end + mal("deras") + mal("vart"))
    decided = read_mal(made)[0]
    assert decided is not None and [len(omrade.mal) for omrade in decided.fokusomraden] == [3, 0]


def test_a_new_mal_never_comes_to_stand_under_another_fokusomrade() -> None:
    ours = MAL[: MAL.index('\n[[fokusomrade]]\nid = "vard"')] + MAL[MAL.index('\n[[fokusomrade]]\nid = "resor"') :]
    theirs = MAL.replace('  namnder = ["RS"]\n', '  namnder = ["RS"]\n' + mal("deras"))
    assert merged(MAL, ours, theirs) is None


def test_different_tables_that_stand_side_by_side_are_changed_by_both() -> None:
    ours = REGION.replace('namn = "Regionstyrelsen"', 'namn = "Styrelsen"')
    theirs = REGION.replace("# Den största.", "# Den största, och äldsta.")
    assert merged(REGION, ours, theirs, "region.toml") == theirs.replace('"Regionstyrelsen"', '"Styrelsen"')


def test_one_that_is_removed_and_one_that_comes_in_its_place() -> None:
    cut = REGION.index("\n# Den största.")
    new = '\n[[forvaltning]]\nid = "kultur"\nnamn = "Kultur"\n'
    assert merged(REGION, REGION[:cut], REGION + new, "region.toml") == REGION[:cut] + new


def test_what_lines_would_double_in_silence_is_not_merged() -> None:
    """Git's merge of lines is clean here."""
    namnd = '\n[[namnd]]\nkod = "DN"\nnamn = "{}"\n'
    ours = REGION.replace("\n[[namnd]]", namnd.format("Vår") + "\n[[namnd]]")
    theirs = REGION + namnd.format("Deras")
    assert merged(REGION, ours, theirs, "region.toml") is None
    assert merged(REGION, ours, REGION + namnd.format("Vår"), "region.toml") is not None


def test_the_same_key_changed_to_different_values_is_not_merged() -> None:
    ours, theirs = (REGION.replace('"Sjukhuset"', f'"{name}"') for name in ("Sjukhusen", "Akuten"))
    assert merged(REGION, ours, theirs, "region.toml") is None


def test_what_is_no_file_of_ours_is_merged_by_lines_alone() -> None:
    assert merged("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "las.md") == "A\nb\nC\n"
    assert merged("a\n", "b\n", "c\n", "las.md") is None


@st.composite
def regions(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a region.toml, and what two people have made of it by adding, removing and renaming."""
    start = {id: id for id in draw(st.lists(st.sampled_from("abcd"), unique=True))}

    def text(forvaltningar: dict[str, str]) -> str:
        return 'namn = "R"\n' + "".join(
            f'\n# Om {id}.\n[[forvaltning]]\nid = "{id}"\nnamn = "{namn}"\n' for id, namn in forvaltningar.items()
        )

    def side(new: str) -> str:
        made = dict(start)
        for _ in range(draw(st.integers(0, 3))):
            id = draw(st.sampled_from([*"abcd", new]))
            made[id] = draw(st.sampled_from(["Ett", "Två"]))
            if draw(st.booleans()):
                del made[id]
        return text(made)

    return text(start), side("vi"), side("de")


@settings(max_examples=40, deadline=None)
@given(regions())
def test_what_comes_out_has_what_each_side_has_made_and_can_be_read(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    assert merged(base, ours, base, "region.toml") == ours
    assert merged(base, base, theirs, "region.toml") == theirs
    made = merged(base, ours, theirs, "region.toml")
    names = [
        {one.id: one.namn for one in region.forvaltningar}
        for text in (base, ours, theirs)
        if (region := read_region(text)[0]) is not None
    ]
    clash = any(
        len({side.get(id) for side in names}) == 3 or (id not in names[0] and names[1].get(id) != names[2].get(id))
        for id in {*names[1]} & {*names[2]} | {*names[0]}
    )
    if made is None:
        assert clash
        return
    region = read_region(made)[0]
    assert region is not None
    for one in region.forvaltningar:
        was, our, their = (side.get(one.id) for side in names)
        assert one.namn == (their if our == was else our)
        assert f'# Om {one.id}.\n[[forvaltning]]\nid = "{one.id}"' in made
    assert {*names[1]} - {*names[0]} | {*names[2]} - {*names[0]} <= {one.id for one in region.forvaltningar}
