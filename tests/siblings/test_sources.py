from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import Any

import pytest

from mojifix.errors import InputError
from mojifix.siblings.sources import Document, documents, read_text


def listed(sources: Any, **options: Any) -> list[tuple[str, str]]:
    return [(name, text) for name, text, _ in documents(sources, **options)]


def test_a_str_is_a_text_even_where_a_file_has_that_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("content", encoding="utf-8")
    assert listed(str(path)) == [("1", str(path))]
    assert listed(path) == [(str(path), "content")]


def test_texts_are_numbered_among_all_sources(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("content", encoding="utf-8")
    assert [name for name, _ in listed(["one", path, "three"])] == ["1", str(path), "3"]


def test_pairs_and_mappings_name_their_texts() -> None:
    assert listed([("Reuters", "text")]) == [("Reuters", "text")]
    assert listed({"Reuters": "text"}) == [("Reuters", "text")]


def test_a_pair_on_its_own_is_two_texts() -> None:
    assert listed(("one", "two")) == [("1", "one"), ("2", "two")]


def test_a_generator_is_read_once() -> None:
    assert [text for _, text in listed(text for text in ("a", "b"))] == ["a", "b"]


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    assert [text for _, text in listed(tmp_path)] == ["a.txt", "b.txt", "sub/c.txt"]


def test_what_to_hand_on_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("content", encoding="utf-8")
    assert list(documents(["x", ("n", "y"), tmp_path])) == [
        Document("1", "x", ("1", "x")),
        Document("n", "y", ("n", "y")),
        Document(str(path), "content", path),
    ]


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_files_are_read_by_their_mark(tmp_path: Path, bom: bytes, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bom + "Mistral’s\r\n".encode(encoding))
    assert read_text(path) == "Mistral’s\r\n"


@pytest.mark.parametrize(
    ("data", "says"), [(b"caf\xe9", "not UTF-8 text (byte 3)"), (b"a\0b", "a binary file")]
)
def test_a_named_file_that_is_no_text_is_an_error(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        listed(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)


def test_in_a_folder_it_is_left_out_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    (tmp_path / "good.txt").write_bytes(b"cafe")
    os.mkfifo(tmp_path / "pipe")
    skipped: list[tuple[str, str]] = []
    assert [text for _, text in listed(tmp_path, skipped=skipped)] == ["cafe"]
    assert skipped == [(str(tmp_path / "bad.txt"), "not UTF-8 text (byte 3)")]


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        listed(tmp_path / "nothing")


def test_another_reader_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    assert listed(tmp_path, read=lambda p: p.read_text("latin-1")) == [(str(path), "café")]


@pytest.mark.parametrize(
    "sources", [b"bytes", 7, [b"bytes"], [None], [("a", "b", "c")], [("a", 1)]]
)
def test_what_is_no_source_is_a_type_error(sources: Any) -> None:
    with pytest.raises(TypeError):
        listed(sources)
