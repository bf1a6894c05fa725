"""Where things stand in a TOML text."""

from __future__ import annotations

import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from data.layout import scan, spliced
from data.plan import Plan
from tests.plans import plans, styled

TEXT = '''\
ar = 2025 # år

# hör till nästa
[[fokusomrade]]
id = "1.1"
text = """
[[fokusomrade]]
# inte en kommentar"""
lista = [ # i listan
  "a", ]
# hör till 1.1

# ingens

[fokusomrade.egen]
x = 1
[annat]
y = 2
'''


def test_a_comment_directly_above_a_header_belongs_to_it() -> None:
    layout = scan(TEXT)
    record = layout.records[layout.by_id["1.1"]]
    assert TEXT[record.start :].startswith("# hör till nästa")


def test_strings_and_lists_may_look_like_anything() -> None:
    layout = scan(TEXT)
    record = layout.records[layout.by_id["1.1"]]
    assert list(record.keys) == ["id", "text", "lista"]
    assert TEXT[record.keys["lista"].value : record.keys["lista"].value_end] == '[ # i listan\n  "a", ]'


def test_a_sub_table_belongs_to_its_record_and_another_table_does_not() -> None:
    layout = scan(TEXT)
    record = layout.records[layout.by_id["1.1"]]
    assert TEXT[: record.end].endswith("x = 1\n")
    assert [record.path for record in layout.records] == [(), ("fokusomrade",), ("annat",)]


def test_a_comment_behind_a_value_is_found() -> None:
    assert scan(TEXT).records[0].keys["ar"].comment == "# år"


@given(plans().flatmap(lambda plan: st.tuples(st.just(plan), styled(plan))))
def test_every_key_is_found_with_its_value(file: tuple[Plan, str]) -> None:
    plan, text = file
    layout = scan(text)
    assert set(layout.by_id) - {""} == set(plan.items)
    for id, index in layout.by_id.items():
        for name, key in layout.records[index].keys.items():
            held = getattr(plan.items[id], name, None) if id else getattr(plan, name, None)
            read = tomllib.loads(f"x = {text[key.value : key.value_end]}")["x"]
            if isinstance(held, str):
                assert read.strip() == held


@given(plans().flatmap(styled), st.data())
def test_a_splice_leaves_the_layout_that_a_scan_would_find(text: str, data: st.DataObject) -> None:
    layout = scan(text)
    keys = [key for record in layout.records for key in record.keys.values()]
    key = data.draw(st.sampled_from(keys))
    lines = st.sampled_from(['ny = "[[indikator]]"\n', "[[indikator]]\n", "# sist\n\n", "# sist\n", ""])
    whole_line = text[key.start : key.end].endswith("\n")
    start, end, written = data.draw(
        st.tuples(st.just(key.value), st.just(key.value_end), st.just('"x"'))
        | st.tuples(st.sampled_from([key.start, key.end] if whole_line else [key.start]), st.just(key.end), lines)
    )
    after = spliced(layout, start, end, written)
    for other in "abcd":
        scan(other)  # so that the text is not among those remembered
    assert after == scan(after.text)


@given(st.text(alphabet="[]{}\"'=#.\n\r abc\\"))
def test_no_text_stops_the_scanner(text: str) -> None:
    assert scan(text).text == text


def test_threads_may_look_at_texts_at_the_same_time() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            texts = [[f"ar = {thread}{number}\n" for number in range(2000)] for thread in range(1, 5)]
            found = pool.map(lambda own: [scan(text).text for text in own], texts)
            assert list(found) == texts
    finally:
        sys.setswitchinterval(before)
