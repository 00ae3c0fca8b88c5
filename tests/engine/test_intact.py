"""What a line costs with other readings of some of its parts."""

from __future__ import annotations

import pytest

from mojifix.engine.intact import LANGUAGE, Intact

LINE = "Les enfants ont mangé du pain avec leur mère."
PARTS = [
    (LINE.index("mangé"), LINE.index("mangé") + 5),
    (LINE.index("mère"), LINE.index("mère") + 4),
]


def test_language_of_the_line_makes_the_difference() -> None:
    line = Intact(LINE, PARTS)
    right = line.cost(["mangé", "mère"])
    assert right < line.cost(["mangţ", "mère"]) < line.cost(["mangţ", "mčre"])


def test_what_was_scored_before_changes_nothing() -> None:
    line = Intact(LINE, PARTS)
    first = line.cost(["mangé", "mère"])
    line.cost(["mangţ", "mčre"])
    assert line.cost(["mangé", "mère"]) == first == Intact(LINE, PARTS).cost(["mangé", "mère"])


def test_undone_foreign_word_costs_more_than_one_that_stands() -> None:
    text = LINE.replace("mangé", "źdźbło")
    start = text.index("źdźbło")
    stands = Intact(text, [(start, start + 6)]).cost(["źdźbło"])
    undone = Intact(LINE, [(start, start + 5)]).cost(["źdźbło"])
    assert stands < undone


def test_new_script_costs_its_language() -> None:
    line = Intact(LINE, PARTS)
    assert line.cost(["mangé", "мама"]) > line.cost(["mangé", "mère"]) + LANGUAGE


def test_every_part_needs_a_reading() -> None:
    with pytest.raises(ValueError, match="zip"):
        Intact(LINE, PARTS).cost(["mangé"])
