from __future__ import annotations

import random
from itertools import pairwise

import pytest

from mojifix.channels import damage
from mojifix.verify.edits import Edit, edits, finer
from tests.steps import steps

FRENCH = "Près de l’hôtel, où l’été est « déjà » là,\nRené a dîné à Noël.\n\nÇa va.\n"


def shown(damaged: str, repaired: str) -> list[tuple[str, str]]:
    return [(damaged[e[0] : e[1]], repaired[e[2] : e[3]]) for e in edits(damaged, repaired)]


def apply(damaged: str, repaired: str) -> str:
    """Make the repaired text of the damaged one by the edits, which checks all that is equal."""
    parts: list[str] = []
    at = 0
    for edit in edits(damaged, repaired):
        parts += damaged[at : edit.start], repaired[edit.start_repaired : edit.end_repaired]
        at = edit.end
    return "".join((*parts, damaged[at:]))


@pytest.mark.parametrize(
    ("damaged", "repaired", "expected"),
    [
        ("", "", []),
        ("same", "same", []),
        ("", "new", [("", "new")]),
        ("old", "", [("old", "")]),
        ("Mistralβs, βWeβ", "Mistral’s, “We”", [("β", "’"), ("βWeβ", "“We”")]),
        ("TimesΒ also", "Times\u00a0also", [("Β ", "\u00a0")]),
        ("dâ€™Ã©tÃ©", "d’été", [("â€™Ã©tÃ©", "’été")]),
        ("a\nb\nc", "a\nB\nc", [("b", "B")]),
        ("ÐŸÑ€ мир Ð", "Пр мир А", [("ÐŸÑ€", "Пр"), ("Ð", "А")]),
    ],
)
def test_word_by_word(damaged: str, repaired: str, expected: list[tuple[str, str]]) -> None:
    assert shown(damaged, repaired) == expected


def test_edits_are_in_order_and_apart() -> None:
    found = edits(damage(FRENCH, "utf-8>windows-1252"), FRENCH)
    for one, next_one in pairwise(found):
        assert one.end < next_one.start or one.end_repaired < next_one.start_repaired
        assert next_one.start - one.end == next_one.start_repaired - one.end_repaired


@pytest.mark.parametrize("chain", ["utf-8>windows-1252", "utf-8>koi8-r", "utf-8>gb18030"])
def test_the_edits_make_the_repaired_text(chain: str) -> None:
    damaged = damage(FRENCH, chain)
    assert apply(damaged, FRENCH) == FRENCH


def test_a_line_more_or_less() -> None:
    lines = [f"line {n} été" for n in range(50)]
    damaged = [damage(line, "utf-8>windows-1252") for line in lines]
    del damaged[20]
    one, two = "\n".join(damaged), "\n".join(lines)
    assert apply(one, two) == two
    assert len(edits(one, two)) == 49  # the missing line goes with the one after it


def test_a_text_without_blanks_is_cut_at_what_agrees() -> None:
    text = "".join(chr(0x4E00 + n * 7 % 2000) for n in range(400))
    damaged = text[:200] + damage(text[200], "utf-8>iso-8859-1") + text[201:]
    assert shown(damaged, text) == [(damaged[200:203], text[200])]


def test_unrelated_texts() -> None:
    chance = random.Random(5)
    one, two = ("".join(chance.choices("abcé \n", k=500)) for _ in range(2))
    assert apply(one, two) == two
    assert apply("aaaa", "aa") == "aa"


def test_finer_parts() -> None:
    damaged, repaired = "Ã©–Ã¨", "é–è"
    (edit,) = edits(damaged, repaired)
    assert edit == Edit(0, 5, 0, 3)
    assert finer(damaged, repaired, edit) == (Edit(0, 2, 0, 1), Edit(3, 5, 2, 3))


def test_finer_parts_of_a_long_edit() -> None:
    damaged = "Ã©" * 40 + "–" + "Ã¨" * 40
    repaired = "é" * 40 + "–" + "è" * 40
    (edit,) = edits(damaged, repaired)
    assert finer(damaged, repaired, edit) == (Edit(0, 80, 0, 40), Edit(81, 161, 41, 81))


@pytest.mark.parametrize(
    "text",
    ["a" * 999 + "é", "é ", "aé", "été\n", "«a»é", "\u4e2d\u6587"],
    ids=["one word", "words", "short words", "lines", "marks", "no blanks"],
)
def test_time_grows_with_the_length(text: str) -> None:
    def work(length: int) -> int:
        repaired = (text * (length // len(text) + 1))[:length]
        damaged = damage(repaired, "utf-8>windows-1252")
        return steps(lambda: edits(damaged, repaired))

    work(1000)
    # Ten times as long takes ten times as much; a quadratic step would take a hundred times.
    assert work(200_000) < 15 * work(20_000) + 1_000
