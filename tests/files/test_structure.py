"""CSV, TSV, JSON and JSON Lines: repaired by column and key, and never broken."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix.files import Document
from mojifix.files.mend import format_of, mend
from mojifix.files.structure import structured, values
from mojifix.model import Chain, Span

WORDS = ("café", "Zürich", "naïve “quotes”", 'say "x"', "a,b;c", "two\nlines", "plain", "", "été’s")


def mended(text: str, form: str) -> str:
    repair = mend(Document("a", text.encode()), form=form)
    assert repair.replay() == text.encode()
    return repair.text


def damaged(text: str) -> str:
    return mojifix.damage(text, "utf-8>windows-1252")


tables = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=3), min_size=1, max_size=6)


@given(tables, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["\n", "\r\n"]))
def test_a_table_keeps_its_shape(rows: list[list[str]], delimiter: str, end: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    text = damaged(out.getvalue())
    form = "tsv" if delimiter == "\t" else "csv"
    before = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    after = list(csv.reader(io.StringIO(mended(text, form), newline=""), delimiter=delimiter))
    assert [len(row) for row in before] == [len(row) for row in after]


nested = st.recursive(
    st.sampled_from(WORDS) | st.integers() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3)
    ),
    max_leaves=12,
)


def shape(value: object) -> object:
    if isinstance(value, dict):
        return [shape(inner) for inner in value.values()]
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return None if isinstance(value, str) else value


@given(nested, st.booleans(), st.sampled_from([None, 1]))
def test_json_keeps_its_shape(value: object, escaped: bool, indent: int | None) -> None:
    def harm(inner: object) -> object:
        if isinstance(inner, dict):
            return {damaged(key): harm(item) for key, item in inner.items()}
        if isinstance(inner, list):
            return [harm(item) for item in inner]
        return damaged(inner) if isinstance(inner, str) else inner

    text = json.dumps(harm(value), ensure_ascii=escaped, indent=indent)
    assert shape(json.loads(mended(text, "json"))) == shape(value)


def test_keys_and_values_are_repaired_and_escapes_stay_escapes() -> None:
    text = '{"clÃ©": "cafÃ© \\"x\\" \\u00c3\\u00a9 \\u00C3\\u00BC", "n": 1}\n'
    assert mended(text, "json") == '{"clé": "café \\"x\\" \\u00e9 \\u00FC", "n": 1}\n'


def test_json_that_is_all_ascii() -> None:
    assert mended('["caf\\u00c3\\u00a9"]', "json") == '["caf\\u00e9"]'
    assert mended('["caf\\u00c3\\u00a9"]', "text") == '["caf\\u00c3\\u00a9"]'


def test_quoted_cells_keep_their_quotes() -> None:
    text = 'id,name\r\n1,"JosÃ© ""el niÃ±o"""\r\n2,"a,Ã©"\r\n'
    assert mended(text, "csv") == 'id,name\r\n1,"José ""el niño"""\r\n2,"a,é"\r\n'


def test_a_repair_that_would_break_the_table_is_left_out() -> None:
    (value,) = values("xé", "csv")
    for text in ("a,b", 'a"', "a\n"):
        assert value.placed(Span(0, 2, text, Chain(()), 1.0)) is None
    assert value.placed(Span(0, 2, "ab", Chain(()), 1.0)) == Span(0, 2, "ab", Chain(()), 1.0)


def test_columns_are_groups() -> None:
    text = 'a;b\n1é;"2é"\n3é;4é'
    assert [(v.group, v.text) for v in values(text, "csv")] == [
        ("0", "1é"),
        ("1", "2é"),
        ("0", "3é"),
        ("1", "4é"),
    ]
    assert [(v.group, v.text) for v in values('{"k": ["é", "è"], "ö": "ü"}', "json")] == [
        ("k", "é"),
        ("k", "è"),
        ("\0keys", "ö"),
        ("ö", "ü"),
    ]


@pytest.mark.parametrize(
    "text", ['"', 'é"é', '"é', "é,\r", '{"é', '{"\\', '["\\ud800é\\u12"]', '["\\xé"]', "é\0,"]
)
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
def test_what_is_broken_already_is_no_error(text: str, form: str) -> None:
    structured(text, form)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.csv", "csv"), ("A.TSV", "tsv"), ("x.json", "json"), ("x.jsonl", "jsonl"), ("x", "text")],
)
def test_the_name_tells_the_format(name: str, form: str) -> None:
    assert format_of(name) == format_of(name, "auto") == form
    assert format_of(name, "text") == "text"
