"""What may a run of characters have been?"""

from __future__ import annotations

import pytest

from mojifix import damage
from mojifix.channels.misread import misread
from mojifix.engine.undo import LONG, MAX_OPTIONS, MIXED, Piece, options, splice
from mojifix.model import Chain

CP1252 = misread("utf-8", "windows-1252")


def test_most_usual_comes_first() -> None:
    found = options("Ã©", 1)
    assert next(iter(found)) == (CP1252,)
    assert found[CP1252,].text == "é"
    assert found[CP1252,].pieces == (Piece(0, 2, "é"),)
    assert found[CP1252,].price == 0.0


@pytest.mark.parametrize(
    "run", ["Ã©", "éÃ©è", "ÃƒÂ©", "â€™”", "Ã©" * 50, "\x80\x92é", "í ½í¸€", "ÐŸÑ€Ð¸", "Ð" * 9]
)
def test_all_pieces_replay(run: str) -> None:
    for layers in (1, 2, 3):
        for steps, option in options(run, layers).items():
            assert option.steps == steps
            assert 1 <= len(steps) <= layers
            assert option.pieces
            assert splice(run, option.pieces) == option.text != run
            for start, end, text in option.pieces:
                assert Chain(steps).damage(text) == run[start:end]


def test_clean_neighbors_stay() -> None:
    assert options("éÃ©", 1)[CP1252,].pieces == (Piece(1, 3, "é"),)
    assert options("”Ã©“", 1)[CP1252,].text == "”é“"


def test_layers() -> None:
    run = damage("é", "utf-8>windows-1252", "utf-8>windows-1252")
    assert (CP1252, CP1252) not in options(run, 1)
    twice = options(run, 2)[CP1252, CP1252]
    assert twice.text == "é"
    assert twice.price > options(run, 2)[CP1252,].price


def test_two_layers_through_one_reader_are_usual() -> None:
    mac, latin = misread("utf-8", "mac-roman"), misread("utf-8", "iso-8859-1")
    found = options(damage("é", "utf-8>windows-1252", "utf-8>windows-1252"), 2)
    same = found[CP1252, CP1252].price
    assert found[latin, CP1252].price < same + 1
    assert found[mac, CP1252].price > same + MIXED


def test_damage_beside_clean_text_under_a_layer() -> None:
    run = CP1252.damage("ç" + CP1252.damage("é"))
    twice = options(run, 2)[CP1252, CP1252]
    assert twice.text == CP1252.damage("ç") + "é"


def test_controls_may_be_bytes() -> None:
    found = {str(Chain(o.steps)): o.text for o in options("\x80\x92", 1).values()}
    assert found == {"windows-1252>iso-8859-1": "€’", "mac-roman>iso-8859-1": "Äí"}
    assert options("\x81\x8d", 1) == {}


def test_surrogate_pairs() -> None:
    run = damage("\U0001f600", "cesu-8>windows-1252")
    assert options(run, 1)[misread("cesu-8", "windows-1252"),].text == "\U0001f600"


def test_readers_of_several_bytes() -> None:
    run = damage("日本", "utf-8>cp932")
    texts = {option.text for option in options(run, 1).values()}
    assert "日本" in texts


@pytest.mark.parametrize("run", ["é", "éè", "日本", "”", "Ð" * 10_000])
def test_nothing_to_undo(run: str) -> None:
    assert options(run, 3) == {}


@pytest.mark.parametrize("run", ["Ã©", "ÃƒÂ©", "Ð°", "â€™Ã", "Ã\x83Â©", "ÃƒÆ’Ã†â€™Ãƒâ€šÃ‚Â"])
@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_options_are_bounded(run: str, layers: int) -> None:
    for times in (1, 40):
        found = options(run * times, layers)
        assert 1 <= len(found) <= MAX_OPTIONS


def test_dearest_options_are_dropped() -> None:
    run = damage("ñé", *["utf-8>windows-1252"] * 3)
    found = options(run, 3)
    assert len(found) == MAX_OPTIONS
    prices = [option.price for option in found.values()]
    assert prices == sorted(prices)
    assert found[CP1252, CP1252, CP1252].text == "ñé"


def test_long_runs_are_undone_but_not_remembered() -> None:
    short = "Ã©" * (LONG // 2)
    assert options(short, 1) is options(short, 1)
    long = short + "Ã©"
    assert options(long, 1) is not options(long, 1)
    assert options(long, 1)[CP1252,].text == "é" * (LONG // 2 + 1)
