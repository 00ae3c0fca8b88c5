from __future__ import annotations

import pytest

from mojifix.report.positions import Positions


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\n\rc", 2, (2, 1)),
        ("a\rb\n\rc", 4, (3, 1)),
        ("a\rb\n\rc", 5, (4, 1)),
        ("\r\r\n\n", 4, (4, 1)),
        ("a\x85b\x0bc\u2028d", 6, (1, 7)),
        ("👩\n👩x", 3, (2, 2)),
    ],
)
def test_locate(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert Positions(text).locate(offset) == expected


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r", 2), ("\n\n", 2)]
)
def test_lines(text: str, lines: int) -> None:
    assert Positions(text).lines == lines
