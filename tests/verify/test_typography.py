from __future__ import annotations

import pytest

from mojifix.verify.typography import Habits, same


@pytest.mark.parametrize(
    ("one", "other"),
    [("é", "é"), ("é", "e\u0301"), ("10\u00a0€", "10 €"), ("a\u202fb", "a b"), ("’", "’")],
)
def test_same(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("\u00a0", " "), ("’", "'"), ("é", "e"), ("", "x")])
def test_not_same(one: str, other: str) -> None:
    assert not same(one, other)


def explained(text: str, place: str, witness: str, reading: str) -> bool:
    """Whether style explains the first ``reading`` in the witness for the ``place`` in the text."""
    start, at = text.index(place), witness.index(reading)
    return Habits(text).explain(start, start + len(place), witness, at, at + len(reading))


@pytest.mark.parametrize(
    ("text", "place", "witness", "reading"),
    [
        ("She said “no” to it.", "“", "She said ‘no’ to it.", "‘"),
        ("She said “no” to it.", "”", "She said ‘no’ to it.", "’"),
        ("Sie sagte „nein“ dazu.", "„", "Sie sagte «nein» dazu.", "«"),
        ("Sie sagte „nein“ dazu.", "“", "Sie sagte »nein« dazu.", "«"),
        ("“One” and “two”.", "“", "‘One’ and ‘two’.", "‘"),
        ("one – two", "–", "one — two", "—"),
    ],
)
def test_the_style_of_another_house(text: str, place: str, witness: str, reading: str) -> None:
    assert explained(text, place, witness, reading)


@pytest.mark.parametrize(
    ("text", "place", "witness", "reading"),
    [
        # The repaired text is not of one piece: its partner is of another style.
        ("She said ‘no” to it.", "‘", "She said “no” to it.", "“"),
        ("She said “no’ to it.", "’", "She said “no” to it.", "”"),
        # A closing mark where one opens.
        ("She said ”no” to it.", "”", "She said “no” to it.", "“"),
        # An apostrophe is no quotation mark.
        ("She said “Azure”s fine” to it.", "”", "She said “Azure’s fine” to it.", "’"),
        ("The workers” rights.", "”", "The workers’ rights.", "’"),
        ("“The workers” rights” now.", "”", "“The workers’ rights” now.", "’"),
        # The text has another habit elsewhere.
        ("He „no” said. “One” and “two”, “three”.", "„", "He “no” said.", "“"),
        ("one – two — three — four", "–", "one — two", "—"),
        # No quotation marks at all.
        ("café", "é", "cafè", "è"),
        ("“a”", "“a", "‘b’", "‘b"),
        ("“no”", "“", "“no”", "“"),
        ("one – two", "–", "one “ two", "“"),
        ("“no", "“", "‘no’", "‘"),
        ("“no”", "“", "‘no’", "‘n"),
    ],
)
def test_more_than_style(text: str, place: str, witness: str, reading: str) -> None:
    assert not explained(text, place, witness, reading)


def test_apostrophes_at_the_end_of_words_are_no_habit() -> None:
    text = "The workers’ rights, the parents’ rights, and “no” to all."
    assert explained(text, "”", "He said ‘no’ to all.", "’")


def test_a_partner_in_another_paragraph_does_not_count() -> None:
    assert not explained("He said “no\nnever” again.", "“", "He said ‘no’ again.", "‘")
