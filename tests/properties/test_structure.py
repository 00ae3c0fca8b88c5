"""Damaged tables and JSON parse to the same structure after repair, always."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.files import Document, structure
from mojifix.files.cuts import LARGE
from mojifix.files.mend import mend
from tests.properties.strategies import FEW, clean, damaged, texts

ENDS = st.sampled_from(["\n", "\r\n", "\r"])


# From so many bytes on, values are repaired one by one: both ways must keep the structure.
@pytest.fixture(params=[LARGE, 0], ids=["together", "one by one"], autouse=True)
def road(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(structure, "LARGE", request.param)
        yield


def mended(text: str, form: str) -> str:
    # A lone surrogate has no bytes in UTF-8.
    data = text.encode("utf-8", "replace")
    repair = mend(Document("a", data), form=form)
    assert repair.replay() == data
    return repair.text


def parsed(text: str, delimiter: str) -> list[list[str]] | str:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        return str(error)


def table_shape(text: str, delimiter: str) -> object:
    rows = parsed(text, delimiter)
    return rows if isinstance(rows, str) else [len(row) for row in rows]


def shape(value: object) -> object:
    """The types, and all that is no text."""
    if isinstance(value, dict):
        return [shape(inner) for inner in value.values()]
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return str if isinstance(value, str) else value


def no_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _by_place(pairs: list[tuple[str, object]]) -> dict[int, object]:
    return dict(enumerate(value for _, value in pairs))


@st.composite
def values(draw: st.DrawFn) -> str:
    return no_surrogates(draw(clean() | damaged() | texts()))


rows = st.lists(st.lists(values(), min_size=2, max_size=3), min_size=1, max_size=4)


@FEW
@given(rows, st.sampled_from(",;\t|"), ENDS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_damaged_cells(table: list[list[str]], delimiter: str, end: str, quoting: int) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows(table)
    before, form = out.getvalue(), "tsv" if delimiter == "\t" else "csv"
    after = mended(before, form)
    assert table_shape(before, delimiter) == table_shape(after, delimiter)
    # What is ASCII in the cells stays, so keys and numbers still match.
    rows_before, rows_after = parsed(before, delimiter), parsed(after, delimiter)
    for old, new in zip(rows_before, rows_after, strict=True):
        for was, now in zip(old, new, strict=True):
            assert was == now or not was.isascii()


@FEW
@given(damaged() | texts(), st.sampled_from(["csv", "tsv"]), st.data())
def test_damage_over_all_of_a_table(text: str, form: str, data: st.DataObject) -> None:
    mark = "\t" if form == "tsv" else ","
    parts = [
        data.draw(st.sampled_from([mark, '"', '""', "\n", '",', f'{mark}"', " "])) for _ in "ab"
    ]
    before = no_surrogates(mark.join((f'"{text}"', *parts, text, f"1{mark}2\n")))
    after = mended(before, form)
    assert table_shape(before, mark) == table_shape(after, mark)


nested = st.recursive(
    values() | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(values(), inner, max_size=3),
    max_leaves=6,
)


def dumped(value: object, escaped: bool) -> str:
    return json.dumps(value, ensure_ascii=escaped, separators=(",", ": "))


@FEW
@given(st.lists(nested, min_size=1, max_size=4), st.booleans(), ENDS)
def test_damaged_json_lines(records: list[object], escaped: bool, end: str) -> None:
    before = "".join(dumped(record, escaped) + end for record in records)
    after = mended(before, "jsonl")
    lines: Callable[[str], list[str]] = lambda text: text.split(end)[:-1]  # noqa: E731
    assert len(lines(after)) == len(records)
    for record, line in zip(records, lines(after), strict=True):
        # Two keys may become the same, which JSON allows, so that values are counted by place.
        pairs = json.loads(line, object_pairs_hook=_by_place)
        assert shape(pairs) == shape(record)


@FEW
@given(damaged() | texts(), st.booleans())
def test_damage_over_all_of_json(text: str, escaped: bool) -> None:
    before = dumped({no_surrogates(text): [no_surrogates(text), 1, None]}, escaped)
    after = json.loads(mended(before, "json"))
    assert [shape(value) for value in after.values()] == [[str, 1, None]]


@FEW
@given((damaged() | texts()).map(no_surrogates), st.sampled_from(["json", "jsonl"]))
def test_what_is_no_json_keeps_quotes_and_backslashes(text: str, form: str) -> None:
    after = mended(f'{{"a": {text}"é\\', form)
    assert [after.count(c) for c in '"\\{}'] == [f'{{"a": {text}"é\\'.count(c) for c in '"\\{}']
