"""Chains that lose information, as tables."""

from __future__ import annotations

import pytest

from mojifix.channels.misread import misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.belief import Belief
from mojifix.engine.losses import BEAM, LONGEST, MOST, POLICIES, VARIANTS, Reading, table
from mojifix.engine.undo import Piece
from mojifix.plausibility.model import load

LINE = "The mayor and the council were asleep when the plan was read."


def readings(text: str, reader: str = "iso-8859-7") -> list[Reading]:
    model = load()
    profile = model.profile(model.totals(model.tokens(LINE), {}))
    return table(reader).readings(text, left=False, right=False, belief=Belief(model, profile))


@pytest.mark.parametrize("reader", ["iso-8859-7", "iso-8859-1", "windows-1252"])
def test_entries_replay(reader: str) -> None:
    chains = len(VARIANTS) + len(POLICIES)
    codec = misread("utf-8", reader).read
    assert isinstance(codec, TableCodec)
    found = [
        seen
        for char in codec.chars[0x80:]
        for seen in table(reader).originals.beginning(char or "")
    ]
    assert len(found) > 500
    for seen in [*sorted(found)[::29], *(seen for seen in found if len(seen) == 1)]:
        entries = table(reader).entries(seen)
        assert len(entries) <= MOST * chains
        for original, entry in entries.items():
            assert entry.original == original
            assert entry.chain.damage(original) == seen


def test_a_lead_may_have_been_any_sign() -> None:
    assert table("iso-8859-7").at("β", 0)
    assert {"’", "‘", "“", "”", "–", "—"} <= table("iso-8859-7").entries("β").keys()


def test_longest_entry_comes_first() -> None:
    assert table("iso-8859-7").at("Β x", 0) == ["Β ", "Β"]
    assert table("iso-8859-7").at("x", 0) == []


def test_best_reading_first() -> None:
    found = readings(" mayorβs ")
    assert found[0].text == " mayor’s "
    assert [r.cost for r in found] == sorted(r.cost for r in found)
    assert len(found) <= BEAM


def test_pieces_of_a_reading_replay() -> None:
    text = " mayorβs βplanβ "
    source = table("iso-8859-7")
    for reading in readings(text):
        for piece in reading.pieces:
            chain = source.chain_of(text, piece)
            assert chain.damage(piece.text) == text[piece.start : piece.end]
            assert source.price_of(text, piece) > 0


def test_leaving_all_alone_costs_nothing_more() -> None:
    model = load()
    profile = model.profile(model.totals(model.tokens(LINE), {}))
    alone = [reading for reading in readings(" council ") if not reading.pieces]
    cost = model.cost(model.tokens(" council "), profile, left=False, right=False)
    assert [(r.text, r.cost) for r in alone] == [(" council ", cost)]


def test_too_many_losses_are_not_read() -> None:
    assert readings("β" * LONGEST)
    assert readings("β" * (LONGEST + 1)) == []
    assert readings("the mayorβs plan " * 20)


def test_a_small_letter_may_cost_more_at_the_beginning() -> None:
    source = table("iso-8859-1")
    (seen,) = source.at("Ã perigoso", 0)[-1:]
    small, capital = (Piece(0, len(seen), char) for char in "àÉ")
    assert source.price_of("Ã perigoso", small, 40) == source.price_of("Ã perigoso", small) + 40
    assert source.price_of("Ã perigoso", capital, 40) == source.price_of("Ã perigoso", capital)
    later = Piece(2, 2 + len(seen), "à")
    assert source.price_of("a Ã praia", later, 40) == source.price_of("a Ã praia", later)


def test_table_is_built_once() -> None:
    assert table("iso-8859-7") is table("iso-8859-7")
