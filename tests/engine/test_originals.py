"""What a lossy chain may have been run over, one beginning at a time."""

from __future__ import annotations

import pytest

from mojifix.channels import parse, preimages
from mojifix.engine.harm import worse
from mojifix.engine.originals import INVISIBLE, Originals, Seen, usual_originals

CHAINS = (
    "utf-8>iso-8859-7",
    "utf-8>iso-8859-7 | drop-c1",
    "utf-8>iso-8859-1 | drop-c1 | nbsp-to-space",
    "utf-8>windows-1252 | lower-case",
    "utf-8>windows-1252 | nfkc",
    "utf-8>windows-1252/fffd",
    "utf-8>mac-roman | drop-nbsp",
    "utf-8>cp437",
)


@pytest.mark.parametrize("chain", CHAINS)
def test_asked_by_beginning_they_are_the_same_as_all_at_once(chain: str) -> None:
    steps = parse(chain)
    expected = {
        seen: originals
        for seen, originals in preimages(steps, list(usual_originals())).items()
        if seen > "\x80"
    }
    originals = Originals([steps])
    found = {
        seen: tuple(of)
        for first in sorted({seen[0] for seen in expected if seen[0] > "\x7f"})
        for seen in originals.beginning(first)
        for _, of in originals.of(seen)
    }
    assert len(found) > 500
    assert found == expected


def test_chains_are_numbered() -> None:
    originals = Originals([parse("utf-8>windows-1252"), parse("utf-8>windows-1252 | drop-c1")])
    assert list(originals.of("â€™")) == [(0, "’"), (1, "’")]


def test_nothing_begins_as_no_chain_makes_it() -> None:
    assert list(Originals([parse("utf-8>windows-1252")]).beginning("я")) == []


def test_usual_originals_are_what_people_write_the_most_usual_first() -> None:
    usual = list(usual_originals())
    assert {"’", "é", "я", "ω", "—"} <= set(usual)
    assert usual.index("é") < usual.index("ŷ")
    assert not INVISIBLE & set(usual)
    assert not any(worse("", char) for char in usual)


def test_what_is_seen_is_found_longest_first() -> None:
    seen = Seen(["Ã", "Ã©", "Ã\x83Â", "Ãx"])
    assert list(seen.at("aÃ\x83ÂÃ©", 1)) == ["Ã\x83Â", "Ã"]
    assert list(seen.at("aÃ\x83ÂÃ©", 4)) == ["Ã©", "Ã"]
    assert list(seen.at("aÃ", 1)) == ["Ã"]  # There is no more than that.
    assert not list(seen.at("a", 0))
    assert not list(Seen([]).at("a", 0))
