from __future__ import annotations

from mojifix.siblings.quotation import quote


def test_some_words_around_on_the_same_line() -> None:
    text = "Above it.\nHe said, “We are thrilled.”\nBelow it."
    at = text.index("“")
    first, last = quote(text, at, at + 1)
    assert text[first:last] == "He said, “We are thrilled.”"


def test_whole_words_only() -> None:
    text = "word " * 40
    at = 101
    first, last = quote(text, at, at + 1)
    assert text[first:last].split() == ["word"] * len(text[first:last].split())
    assert last - first <= 122


def test_text_without_blanks_is_cut_at_the_place() -> None:
    text = "x" * 500
    assert quote(text, 250, 252) == (250, 252)


def test_edges() -> None:
    assert quote("", 0, 0) == (0, 0)
    assert quote("one two", 0, 7) == (0, 7)
    assert quote("  one  ", 3, 4) == (2, 5)
