"""What of a line is written for people."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.prose import prose


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("<title>Ađuna 1</title>", "Ađuna 1"),
        ('<p class="à">Ça <br/>va</p>', '"à">Ça va'),
        ('"page-title": "Ađuna",', ': "Ađuna",'),
        ("há %d dias e %5.2fm", "há dias e m"),
        ("a < b, c > d: 5 % de", "a < b, c > d: 5 % de"),
    ],
)
def test_prose(line: str, left: str) -> None:
    found = prose(line)
    assert len(found) == len(line)
    assert found.split() == left.split()


@pytest.mark.parametrize("line", ["Ađuna 1", "<title>Ađuna 1</title>", '"title": "Ađuna 1"'])
def test_tags_and_keys_are_no_words_around(line: str) -> None:
    assert mojifix.fix(line) == line


def test_a_place_of_a_format_is_no_letter() -> None:
    for line in ('msgstr "%(value)sТБ"', 'msgstr "%(value)sкБ"', "%sТБ"):
        assert mojifix.fix(line) == line
