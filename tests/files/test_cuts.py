"""Blocks and units: all of the bytes, cut by what they say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.files.cuts import PIECE, PIECES, UNIT, blocks, sample, units

texts = st.text(st.sampled_from("ab é€語😀Ã©\n\r."), max_size=200)


@given(texts, st.lists(st.integers(1, 40)), st.integers(8, 64))
def test_blocks_do_not_depend_on_the_reads(text: str, sizes: list[int], size: int) -> None:
    data = text.encode()
    reads, at = [], 0
    for number in sizes:
        reads.append(data[at : at + number])
        at += number
    reads.append(data[at:])
    found = list(blocks(reads, size))
    assert found == list(blocks([data], size))
    assert b"".join(found) == data
    assert all(0 < len(block) <= size for block in found)
    assert "".join(block.decode() for block in found) == text  # none ends within a character


def test_a_block_ends_after_a_line_else_after_a_blank() -> None:
    assert list(blocks([b"one\ntwo\nthree"], 10)) == [b"one\ntwo\n", b"three"]
    assert list(blocks([b"one\rtwo\rthree"], 10)) == [b"one\rtwo\r", b"three"]
    assert list(blocks([b"one two three"], 10)) == [b"one two ", b"three"]
    assert list(blocks(["ééééé".encode()], 8)) == ["ééé".encode(), "éé".encode()]


def test_units_are_lines_that_are_not_ascii() -> None:
    text = "plain\né1\r\n\nplain\ré2"
    assert [text[a:b] for a, b in units(text)] == ["é1", "é2"]
    assert [text[a:b] for a, b in units(text, ascii_too=True)] == ["plain", "é1", "plain", "é2"]


@pytest.mark.parametrize(
    ("piece", "ends"),
    [("Été. Hiver ici. ", ". "), ("été et hiver ", " "), ("éa", "a"), ("é", "é")],
)
def test_a_long_line_is_cut_where_it_hurts_least(piece: str, ends: str) -> None:
    text = piece * (5 * UNIT // len(piece))
    found = [text[a:b] for a, b in units(text, ascii_too=True)]
    assert "".join(found) == text
    assert all(len(unit) <= UNIT for unit in found)
    assert all(unit.endswith(ends) for unit in found[:-1])


@given(texts)
def test_units_leave_out_line_ends_and_ascii_alone(text: str) -> None:
    found = [text[a:b] for a, b in units(text)]
    lines = text.replace("\r", "\n").split("\n")
    assert found == [line for line in lines if not line.isascii()]


def test_a_sample_comes_from_everywhere() -> None:
    lines = [f"é{i:08}" for i in range(400_000)]
    data = "\n".join(lines).encode()
    assert len(data) > PIECES * PIECE
    found = list(sample(len(data), lambda at, number: data[at : at + number]))
    assert set(found) <= set(lines)  # only whole ones
    places = [int(unit[1:]) for unit in found]
    assert places == sorted(places)
    assert max(b - a for a, b in pairwise(places)) < len(lines) / PIECES
    few = "\n".join(lines[:10]).encode()
    assert list(sample(len(few), lambda at, number: few[at : at + number])) == lines[:10]
