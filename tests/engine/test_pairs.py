"""What a line's characters may have been."""

from __future__ import annotations

from collections import Counter

from mojifix.engine.line import DEARER, SAMPLED
from mojifix.engine.pairs import FORBIDDEN, pairing


def test_readings_bring_in_nothing_worse() -> None:
    for reading in pairing().readings(Counter("\x8d\x98äöýþð"), DEARER * 9, SAMPLED):
        assert not FORBIDDEN.search("".join(reading.mapping.values()))


def test_readings_replay() -> None:
    for reading in pairing().readings(Counter("ýþ¹"), DEARER * 9, SAMPLED):
        for pair in reading.pairs:
            for char, original in reading.mapping.items():
                assert pair.damage(original) == chr(char)


def test_what_costs_least_comes_first_and_no_more_than_asked_for() -> None:
    counts = Counter("ðñèâåò")  # привет in windows-1251, read as windows-1252
    found = pairing().readings(counts, 0, SAMPLED)
    assert found[0].mapping == dict(zip(map(ord, "ðñèâåò"), "рсивет", strict=True))
    assert [r.mapping for r in pairing().readings(counts, 0, 1)] == [found[0].mapping]
    assert pairing().readings(counts, -(10**6), SAMPLED) == []
