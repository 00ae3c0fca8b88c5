"""How text is cut into what is judged by itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mojifix.kernel.segments import SEGMENT, segments


def test_lines() -> None:
    assert list(segments("a\n\nbc\r\nd")) == [(0, 1), (3, 5), (7, 8)]
    assert list(segments("\n")) == []


@pytest.mark.parametrize("text", ["word " * 300, "é" * 2000, ("é" * 1000 + "x") * 3, "x" * 999])
def test_long_lines_are_cut_without_a_gap(text: str) -> None:
    found = list(segments(text))
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in pairwise(found))


def test_long_lines_are_cut_at_spaces_and_never_in_a_run() -> None:
    words = "word " * 300
    for start, end in segments(words):
        assert end - start <= SEGMENT
        assert words[end - 1] == " "
    mixed = ("é" * 1000 + "x") * 3
    assert {mixed[end - 1] for _, end in segments(mixed)} == {"x"}
