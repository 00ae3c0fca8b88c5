"""Which chains ran over this document, and which of its sites did they damage?"""

from __future__ import annotations

import pytest

from mojifix.engine.decide import INACTIVE, SWITCH, Choice, decide


def one(gain: float, price: float = 0.0, **known: float) -> Choice[str] | None:
    return decide([{"a": gain}], {"a": price}, [1], [{"a": "x"}], known)[0]


def test_nothing_to_decide() -> None:
    assert decide([], {"a": 0.0}, [], []) == []
    assert decide([{}], {}, [1], [{}]) == [None]


def test_gain_must_outweigh_doing_nothing() -> None:
    assert one(INACTIVE) is None
    assert one(-50.0) is None
    choice = one(3 * INACTIVE)
    assert choice is not None
    assert choice.steps == "a"
    assert choice.confidence > 0.99


def test_price_counts() -> None:
    assert one(20.0) is not None
    assert one(20.0, price=10.0) is None


def test_confidence_grows_with_gain() -> None:
    found = [choice.confidence for gain in (12, 14, 18, 25) if (choice := one(gain))]
    assert len(found) == 4
    assert found == sorted(set(found))
    assert all(0 < confidence <= 1 for confidence in found)


def test_evidence_from_elsewhere() -> None:
    assert one(8.0) is None
    assert one(8.0, a=8.0) is not None


def test_sites_share_evidence_unless_they_are_the_same() -> None:
    gains, readings = [{"a": 6.0}] * 3, [{"a": "x"}] * 3
    assert decide(gains, {"a": 0.0}, [1, 1, 1], readings) == [None] * 3
    assert None not in decide(gains, {"a": 0.0}, [1, 2, 3], readings)


def test_certain_site_makes_the_weak_credible() -> None:
    weak = decide(
        [{"a": 30.0}, {"a": 3.0}, {"a": -20.0}],
        {"a": 0.0},
        [1, 2, 3],
        [{"a": "x"}, {"a": "y"}, {"a": "z"}],
    )
    assert weak[0] is not None
    assert weak[1] is not None
    assert weak[2] is not None
    assert weak[0].confidence > weak[1].confidence > 0.9
    assert weak[2].confidence < 0.01


def test_look_alikes_count_against_a_chain() -> None:
    gains = [{"a": 13.0}, *({"a": -10.0} for _ in range(5))]
    readings = [{"a": "x"}] * 6
    assert decide(gains, {"a": 0.0}, list(range(6)), readings) == [None] * 6
    assert decide(gains[:1], {"a": 0.0}, [0], readings[:1]) != [None]


def test_second_chain_where_the_first_does_nothing() -> None:
    first, second = decide(
        [{"a": 40.0}, {"a": -20.0, "b": 40.0}],
        {"a": 0.0, "b": 1.0},
        [1, 2],
        [{"a": "x"}, {"a": "p", "b": "y"}],
    )
    assert first is not None
    assert second is not None
    assert (first.steps, second.steps) == ("a", "b")


def test_second_chain_must_read_much_better() -> None:
    def chosen(more: float) -> str | None:
        choice = decide(
            [{"a": 60.0}, {"a": 20.0, "b": 20.0 + more}],
            {"a": 0.0, "b": 0.0},
            [1, 2],
            [{"a": "x"}, {"a": "p", "b": "y"}],
        )[1]
        return choice.steps if choice else None

    assert chosen(SWITCH / 2) == "a"
    assert chosen(4 * SWITCH) == "b"


def test_chains_that_agree_do_not_compete() -> None:
    agree = decide([{"a": 30.0, "b": 30.0}], {"a": 0.0, "b": 1.0}, [1], [{"a": "x", "b": "x"}])[0]
    assert agree is not None
    assert agree.steps == "a"
    assert agree.confidence > 0.999


def test_chains_that_disagree_do() -> None:
    rivals = decide([{"a": 30.0, "b": 30.0}], {"a": 0.0, "b": 0.0}, [1], [{"a": "x", "b": "y"}])[0]
    assert rivals is None or rivals.confidence < 0.9
