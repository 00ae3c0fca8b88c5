import pytest

import mojifix
from bench import guarantees
from mojifix import Chain, Repair, Span
from mojifix.channels import channel

READ_AS_1252 = Chain((channel("utf-8>windows-1252"),))


def repair_of(text: str, *spans: tuple[int, int, str, Chain]) -> Repair:
    return Repair(text, tuple(Span(s, e, t, chain, 0.9) for s, e, t, chain in spans))


def test_a_good_repair_breaks_nothing() -> None:
    repair = repair_of("dÃ©jÃ\xa0", (1, 3, "é", READ_AS_1252), (4, 6, "à", READ_AS_1252))
    assert guarantees.broken("dÃ©jÃ\xa0", repair, lambda text: text) == ()


@pytest.mark.parametrize(
    ("text", "repair", "name"),
    [
        ("Ã©", repair_of("Ã©x", (0, 2, "é", READ_AS_1252)), "replay"),
        ("Â…", repair_of("Â…", (0, 2, "\x85", READ_AS_1252)), "nothing worse appears"),
    ],
)
def test_a_broken_guarantee_is_named(text: str, repair: Repair, name: str) -> None:
    assert name in guarantees.broken(text, repair, lambda text: text)


def test_a_second_change_is_seen() -> None:
    repair = repair_of("Ã©", (0, 2, "é", READ_AS_1252))
    assert guarantees.broken("Ã©", repair, lambda _: "e") == ("idempotence",)


def test_a_new_object_for_unchanged_text_is_seen() -> None:
    text, again = ("".join(list("déjà")) for _ in range(2))
    assert guarantees.broken(text, Repair(again), mojifix.fix) == ("same object",)


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x80", "\u202e", "\u2066", "\uffff"])
def test_hostile(char: str) -> None:
    assert guarantees.hostile(f"a{char}b") == {char: 1}


def test_ordinary_text_is_not_hostile() -> None:
    assert not guarantees.hostile("tab\tline\r\n שלום\u200f e\u0301 \u200d 😀")
