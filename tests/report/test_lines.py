from __future__ import annotations

from mojifix.report.lines import count, render


def test_fragments_are_joined_and_lines_ended() -> None:
    assert render([["a", ("b", "bad")], []], color=False) == "ab\n\n"


def test_color_is_an_option() -> None:
    assert render([[("b", "bad")]], color=True) == "\x1b[31mb\x1b[0m\n"


def test_nothing_is_not_colored() -> None:
    assert render([[("", "bad")]], color=True) == "\n"


def test_no_fragment_gets_through_unescaped() -> None:
    hostile = "\x1b[2J\x9b\u202e\n\r\x07"
    expected = "<U+001B>[2J<U+009B><U+202E><U+000A><U+000D><U+0007>"
    assert render([[hostile, (hostile, "path")]], color=False) == expected * 2 + "\n"
    assert render([[(hostile, "bad")]], color=True) == f"\x1b[31m{expected}\x1b[0m\n"


def test_counting() -> None:
    assert [count(n, "place") for n in (0, 1, 2, 1234)] == [
        "0 places",
        "1 place",
        "2 places",
        "1,234 places",
    ]
