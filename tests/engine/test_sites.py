"""Where a text may be damaged."""

from __future__ import annotations

import pytest

from mojifix.channels.misread import misread
from mojifix.engine.sites import (
    REACH,
    Run,
    Segment,
    Site,
    monotonous,
    runs_of,
    sites,
    spliced,
)
from mojifix.engine.undo import Piece, options

CP1252 = (misread("utf-8", "windows-1252"),)


def sites_of(text: str, *, beyond: bool = False) -> list[Site]:
    runs = [Run(a, b, options(text[a:b], 1)) for a, b in runs_of(text, 0, len(text))]
    return sites(text, 0, len(text), runs, beyond=beyond)


def stretches(text: str, *, beyond: bool = False) -> list[str]:
    return [text[site.start : site.end] for site in sites_of(text, beyond=beyond)]


def test_sites_reach_to_white_space() -> None:
    assert stretches("one cafÃ©s two") == [" cafÃ©s "]
    assert stretches("cafÃ©") == ["cafÃ©"]
    assert stretches("l’Ã©tÃ© d’or") == ["l’Ã©tÃ© ", " d’or"]


def test_sites_know_the_ends() -> None:
    first, last = sites_of("Ã©t two Ã©s")
    assert (first.left, first.right) == (True, False)
    assert (last.left, last.right) == (False, True)


def test_reach_is_bounded() -> None:
    (site,) = sites_of("x" * 100 + "Ã©" + "x" * 100)
    assert (site.start, site.end) == (100 - REACH, 102 + REACH)


def test_beyond_takes_the_next_word() -> None:
    assert stretches("une Ã la table", beyond=True) == [" Ã la "]
    assert stretches("une Ã la table") == [" Ã "]


def test_runs() -> None:
    assert list(runs_of("aéèb日c", 0, 6)) == [(1, 3), (4, 5)]
    assert list(runs_of("aéèb日c", 2, 4)) == [(2, 3)]


def test_pieces_have_offsets_in_the_text() -> None:
    text = "one cafÃ©s two"
    (site,) = sites_of(text)
    assert site.pieces(CP1252) == [Piece(7, 9, "é")]
    assert site.pieces(()) == []
    assert Segment(0, len(text), [site]).steps() == site.steps()
    assert site.steps()[CP1252] == 0.0
    assert spliced(text, site.start, site.end, site.pieces(CP1252)) == " cafés "
    assert spliced(text, 0, len(text), []) == text


@pytest.mark.parametrize(
    "line", ["a", "aab", "aba", "----x---", "xaya a aaaa", "ааааб", "-- -- -- - -"]
)
def test_one_character_may_be_most_of_a_line(line: str) -> None:
    assert monotonous(line)


@pytest.mark.parametrize("line", ["", " ", "    a", "ab", "aabb", "a b a c", "an ordinary line"])
def test_it_seldom_is(line: str) -> None:
    assert not monotonous(line)
