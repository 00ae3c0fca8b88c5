"""Columns of Arrow: every layout, and the same answers as ``fix_many``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mojifix
from mojifix.errors import InputError
from mojifix.integrations.arrow import repair_array, repair_table

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")

NAMES = ["Ma–ana", "Peña", "JosŽ", "Bogotá", None, "Garc’a", "Espa–a", "Paris", "Peña"]
RIGHT = ["Mañana", "Peña", "José", "Bogotá", None, "García", "España", "Paris", "Peña"]
ROWS = [
    *("plain", "", "déjà vu", "Wörter", "Привет, мир", "日本語", "it's", "a & b", "x\\u00e9"),
    *(mojifix.damage(text, "utf-8>windows-1252") for text in ("déjà vu", "Wörter", "señor")),
    *(mojifix.damage(text, "utf-8>windows-1251") for text in ("Привет, мир", "Завтра будет")),
    "Ã©tÃ©".encode("ascii", "backslashreplace").decode(),
    "caf&Atilde;&copy;",
]


def types() -> list[Any]:
    return [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.large_string()),
    ]


def column(rows: list[str | None], type_: Any) -> Any:
    array = pa.array(rows, pa.string())
    if pa.types.is_dictionary(type_):
        array = array.dictionary_encode()
    return array.cast(type_)


@pytest.mark.parametrize("type_", types(), ids=str)
def test_each_type_comes_back_as_it_is(type_: Any) -> None:
    array = column(NAMES, type_)
    found = repair_array(array)
    found.validate(full=True)
    assert found.type == type_
    assert found.to_pylist() == RIGHT
    chunked = pa.chunked_array([array.slice(0, 4), array.slice(4, 0), array.slice(4)])
    found = repair_array(chunked)
    assert found.type == type_
    assert [len(chunk) for chunk in found.chunks] == [4, 0, 5]
    assert found.to_pylist() == RIGHT


@pytest.mark.parametrize("type_", types(), ids=str)
def test_what_is_clean_is_the_same_object(type_: Any) -> None:
    clean: list[list[str | None]] = [[], [None, None], ["plain", None], ["déjà vu", "Wörter"]]
    for rows in clean:
        array = column(rows, type_)
        assert repair_array(array) is array


@pytest.mark.parametrize("type_", types(), ids=str)
def test_a_slice_is_judged_by_its_own_rows(type_: Any) -> None:
    """Two rows are no evidence, whatever the buffers and the dictionary hold besides."""
    array = column(NAMES, type_).slice(1, 3)
    assert repair_array(array) is array


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.one_of(st.none(), st.sampled_from(ROWS)), max_size=12),
    kind=st.integers(0, 4),
    cuts=st.tuples(st.integers(0, 12), st.integers(0, 12)),
)
def test_answers_are_those_of_fix_many(
    rows: list[str | None], kind: int, cuts: tuple[int, int]
) -> None:
    start, end = sorted(min(cut, len(rows)) for cut in cuts)
    array = column(rows, types()[kind]).slice(start, end - start)
    texts = [row for row in rows[start:end] if row is not None]
    answers = iter(mojifix.fix_many(texts))
    expected = [None if row is None else next(answers) for row in rows[start:end]]
    assert repair_array(array).to_pylist() == expected
    middle = len(array) // 2
    chunked = pa.chunked_array([array.slice(0, middle), array.slice(middle)], type=array.type)
    assert repair_array(chunked).to_pylist() == expected


def test_escapes_that_are_asked_for() -> None:
    array = pa.array(["caf%C3%83%C2%A9"])
    assert repair_array(array) is array
    config = mojifix.Config(channels=("percent", "utf-8>iso-8859-1", "utf-8>windows-1252"))
    assert repair_array(array, config=config).to_pylist() == ["caf%C3%A9"]


def test_a_table_says_what_changed() -> None:
    wrong = mojifix.damage("doesn’t", "utf-8>windows-1252")
    table = pa.table({"id": [1, 2, 3], "x": [wrong, "plain", wrong], "y": ["é", "ü", None]})
    found = repair_table(table)
    assert found.table.schema == table.schema
    assert found.table.to_pydict() == {
        "id": [1, 2, 3],
        "x": ["doesn’t", "plain", "doesn’t"],
        "y": ["é", "ü", None],
    }
    (change,) = found.changes
    assert (change.column, change.rows) == ("x", 2)
    assert change.repair.original == wrong
    assert change.repair.text == "doesn’t"


def test_only_the_columns_that_are_named() -> None:
    wrong = mojifix.damage("doesn’t", "utf-8>windows-1252")
    table = pa.table({"x": [wrong], "y": [wrong]})
    found = repair_table(table, columns=["y"])
    assert found.table.to_pydict() == {"x": [wrong], "y": ["doesn’t"]}
    with pytest.raises(KeyError, match="no column 'z'; there are x, y"):
        repair_table(table, columns=["z"])


def test_bad_input_is_refused() -> None:
    with pytest.raises(TypeError, match="columns of text, not int64"):
        repair_array(pa.array([1]))
    with pytest.raises(TypeError, match="columns of text, not <class 'list'>"):
        repair_array(["text"])
    with pytest.raises(TypeError, match=r"a pyarrow\.Table, not list"):
        repair_table(["text"])
    with pytest.raises(TypeError, match="id: mojifix repairs Arrow columns of text, not int64"):
        repair_table(pa.table({"id": [1]}), columns=["id"])
    offsets = pa.py_buffer(b"\0\0\0\0\2\0\0\0")
    broken = pa.Array.from_buffers(pa.string(), 1, [None, offsets, pa.py_buffer(b"\xff\xfe")])
    with pytest.raises(InputError, match=r"array: .*string index 0 .*mojifix\.decode"):
        repair_array(broken)


def test_damage_that_is_spelled_in_ascii_comes_back_as_in_rows() -> None:
    rows = ["itaEUR(TM)s", "A\x04 \x00C\x04", "\\u00c3\\u00a9", "&Atilde;&copy;", "Is it?", "a & b"]
    assert repair_array(pa.array(rows)).to_pylist() == mojifix.fix_many(rows)
    assert mojifix.fix_many(rows) == ["it’s", "с у", "é", "é", *rows[4:]]
