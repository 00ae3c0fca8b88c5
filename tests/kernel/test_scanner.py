"""Where a text is odd: a policy made by hand, in both implementations."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest

from mojifix import kernel
from mojifix.kernel import Policy
from mojifix.kernel.grams import BOUND, Grams, Level
from mojifix.kernel.policy import LETTER, MARK, SIGN, SYLLABLE, Kind
from mojifix.kernel.scanner import Odd, Scanner

PLAIN, OTHER, MANY, UNTRAINED = range(4)
PARAGRAPH = 65_534
USUAL, SYLLABLE_USUAL, SPREAD, CHANGE, RISE, ENCLOSED, MINOR = 10, 20, 2, 100, 50, 40, 25
NONE = Level(array("I"), array("I", [0]), array("B"), array("B"), array("B"))


def kind(char: str) -> Kind:
    if char == "\u0301":
        return Kind(MARK, 0, 2, char, 0)
    if char in "éüabcdefghijklmnopqrstuvwxyz":
        return Kind(LETTER, PLAIN, 0, char, 0)
    if char in "ÉABC":
        return Kind(LETTER, PLAIN, 1, char.lower(), 0)
    if "а" <= char <= "я":
        return Kind(LETTER, OTHER, 0, char, 0)
    if "一" <= char <= "龥":
        return Kind(SYLLABLE, MANY, 2, char, 0)
    if "Ա" <= char <= "֏":
        return Kind(LETTER, UNTRAINED, 2, char, 0)
    return Kind(SIGN, 0, 2, char, PARAGRAPH if char in "§$" else 0)


def pair(first: int, second: int) -> int:
    return 7 if PARAGRAPH in (first, second) else 0


def policy(make: type[Grams]) -> Policy:
    def grams(letters: str, costs: list[int]) -> Grams:
        points = array("I", map(ord, BOUND + letters))
        width = len(costs) // len(points)
        backoff = array("B", [0] * len(costs))
        return make(points, width, 7, array("B", costs), backoff, NONE, NONE, 90)

    return Policy(
        kind=kind,
        pair=pair,
        # Of é the first language has little, of ü the second; and a tells which one it is.
        grams={
            PLAIN: grams("aéü", [1, 1, 1, 3, 60, 2, 2, 60]),
            OTHER: grams("жя", [1, 1, 15]),
            MANY: grams("山川", [1, 5, 30]),
        }.get,
        plain=PLAIN,
        joined=frozenset({MANY}),
        usual=USUAL,
        usual_syllable=SYLLABLE_USUAL,
        spread=SPREAD,
        sparse=1,
        dense=9,
        change=CHANGE,
        rise=RISE,
        enclosed=ENCLOSED,
        minor=MINOR,
        few=3,
        limit=0,
        flagged=5,
        quiet=frozenset("§"),
        loud=20,
    )


def python(**changes: Any) -> Scanner:
    return Scanner(policy(Grams)._replace(**changes))


def chosen(**changes: Any) -> Scanner:
    return kernel.Scanner(policy(kernel.Grams)._replace(**changes))


Make = Callable[..., Scanner]
implementations = pytest.mark.parametrize("make", [python, chosen])


def amounts(scanner: Scanner, text: str) -> dict[str, int]:
    total, odd = scanner.scan(text, 0, len(text))
    assert total == sum(amount for _, _, amount in odd)
    return {text[start:end]: amount for start, end, amount in odd}


@implementations
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("plain ASCII, zzz qqq 123!", {}),
        ("ü aaa", {}),
        ("é " + "a" * 40, {"é": 50}),  # the first language has more of a
        ("é", {}),
        ("ü§", {"ü§": 14}),
        ("§§", {"§§": 21}),
        ("aÉ é", {"aÉ": RISE}),
        ("aA é", {}),
        ("É“B", {"É“B": ENCLOSED}),
        ("É“b É“ B É.B C“B", {}),
        ("aж", {"aж": CHANGE + MINOR}),
        ("жжжж", {}),
        ("яяяя", {"яяяя": 4 * 5 - 5 * SPREAD}),
        ("жжжя", {}),
        ("aaaaa жя", {"жя": MINOR}),
        ("aaaaa жжжж", {}),
        ("жжжжж a", {}),
        ("山山", {}),
        ("川川", {"川川": 2 * (10 - SPREAD)}),
        ("山山aaaa", {"山山aaaa": CHANGE + MINOR}),
        ("山山山aa", {}),
        ("山山山жж aa山", {"山山山жж": CHANGE + MINOR}),
        ("ж§ж", {"ж§ж": 14}),
        ("жжж$ж aa", {}),
        ("ж$ aa", {"ж$": 7 + MINOR}),
        ("$ж aa", {"$ж": 7 + MINOR}),
        ("ԱԲ ԱԲԳ", {}),
        ("a\u0301 é", {"a\u0301": 80}),
        ("\u0301§", {"\u0301§": 14}),
        ("a\x00ü§\tü§", {"ü§": 14}),
    ],
)
def test_what_is_odd(make: Make, text: str, expected: dict[str, int]) -> None:
    assert amounts(make(), text) == expected


@implementations
@pytest.mark.parametrize(
    ("text", "stirs"),
    [
        ("", False),
        ("plain ASCII", False),
        ("a§", False),
        ("§§", True),
        ("a§\na§", False),
        ("a§\n§§", True),
        ("a“§", True),  # No policy calls this mark quiet.
        ("é§", True),
        ("é", False),
        ("é " + "a" * 40, True),
    ],
)
def test_a_few_quiet_signs_do_not_stir(make: Make, text: str, *, stirs: bool) -> None:
    assert make().stirs(text) == stirs
    assert not make(limit=1000).stirs(text)


@implementations
@pytest.mark.parametrize(
    ("text", "lanes"),
    [
        ("", {}),
        ("1 § 2", {}),
        ("éa é", {PLAIN: 1}),
        ("üa ü", {PLAIN: 0}),
        ("éa ж Ա", {PLAIN: 1, OTHER: 0, UNTRAINED: 0}),
        ("山川 ü", {MANY: 0, PLAIN: 0}),
    ],
)
def test_each_script_has_a_language(make: Make, text: str, lanes: dict[int, int]) -> None:
    assert make().lanes(text) == lanes


@pytest.mark.parametrize("text", ["éab", "üba ü", "Éaa éüb", "жяa éba"])
def test_letters_that_were_never_met_are_read_alike(text: str) -> None:
    python = Scanner(policy(Grams)).scan(text, 0, len(text))
    chosen = kernel.Scanner(policy(kernel.Grams)).scan(text, 0, len(text))
    assert chosen == python


@implementations
def test_offsets_are_those_of_the_text(make: Make) -> None:
    text = "xx§ a§ü b§ xx§"
    total, odd = make().scan(text, 4, 10)
    assert total == 28
    assert odd == [Odd(4, 7, 14), Odd(8, 10, 14)]


@implementations
def test_where_signs_are_enough_the_rest_does_not_matter(make: Make) -> None:
    text = "xx§ a§ü b§ xx§"
    whole = make().scan(text, 0, len(text))
    assert whole[0] == 7 * 2 + 7 * 2 + 7 * 2 + 7 * 2
    assert make().scan(text, 0, len(text), 20) == (28, [])
    assert make().scan(text, 0, len(text), whole[0]) == whole


@implementations
def test_what_is_little_is_nothing(make: Make) -> None:
    text = "яяж"
    assert make(sparse=0).scan(text, 0, len(text)) == (2, [])


@implementations
def test_what_is_sparse_is_nothing_but_in_a_dense_stretch(make: Make) -> None:
    text = "яяяя жжжж"
    odd = Odd(0, 4, 4 * 5 - 5 * SPREAD)
    assert make(sparse=0).scan(text, 0, len(text)) == (odd.amount, [odd])
    assert make(sparse=1).scan(text, 0, len(text)) == (0, [])  # 10 of 10 letters
    assert make(sparse=1, dense=1).scan(text, 0, len(text)) == (odd.amount, [odd])
    assert make(sparse=1, dense=2).scan(text, 0, len(text)) == (0, [])


@implementations
def test_an_answer_that_fails_is_passed_on(make: Make) -> None:
    def fails(_: str) -> Kind:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make(kind=fails).scan("é", 0, 1)


@implementations
def test_threads_do_not_disturb_each_other(make: Make) -> None:
    texts = [f"{'ü§ ' * n}é{chr(0xA1 + n)} жя" for n in range(40)]
    alone, fresh = make(), make()
    expected = [alone.scan(text, 0, len(text)) for text in texts]
    found: list[list[object]] = []

    def work() -> None:
        found.append([fresh.scan(text, 0, len(text)) for text in texts])

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


@implementations
def test_more_words_than_there_is_room_for_change_nothing(make: Make) -> None:
    letters = [chr(code) for code in range(ord("а"), ord("я") + 1)]
    words = [a + b + c for a in letters for b in letters for c in letters]
    text = " ".join(f"{word} {word}" for word in words)  # Met again, each is remembered.
    scanner = make()
    scanner.scan(text, 0, len(text))
    for piece in (words[:5], words[-5:], ["жжя", "яж", "жя"], words[5_000:5_005]):
        line = f"a {' '.join(piece)} ü"
        assert scanner.scan(line, 0, len(line)) == make().scan(line, 0, len(line))
