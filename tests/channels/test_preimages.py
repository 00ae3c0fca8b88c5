"""Pre-images, against the slow way of finding them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels import parse, preimages
from mojifix.errors import ChannelError
from mojifix.model import Chain

CHAINS = [
    "utf-8>iso-8859-7 · drop-c1 · nbsp-to-space",
    "utf-8>iso-8859-1 · drop-c1 · drop-nbsp · drop-shy",
    "utf-8>windows-1252/fffd",
    "utf-8>windows-1252/ignore",
    "utf-8>iso-8859-8/question",
    "utf-8>windows-1252 · lower-case",
    "utf-8>windows-1252 · nfkc · straighten-quotes",
    "utf-8>windows-1252 · ascii-transliterate",
    "utf-8>windows-1252 · truncate-last",
    "utf-8>iso-8859-1 · json-escapes",
    "utf-8>iso-8859-1 · html-mixed · html-amp",
    "utf-8>iso-8859-1 · mime-q",
    "utf-8>gb18030",
    "utf-8>gb18030/windows",
    "utf-8>cp932/web · lower-case",
    "windows-1252>utf-8/fffd · utf-8>windows-1252",
    "windows-1251>koi8-r",
    "koi8-r>cp437 · upper-case",
    "utf-16-le>iso-8859-1 · drop-nul",
    "utf-8>utf-16-le",
    "ascii/question",
    "iso-8859-2/fffd · utf-8>windows-1252",
    "drop-c1",
    "",
]


def slowly(chain: Chain, inventory: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for item in dict.fromkeys(inventory):
        try:
            damaged = chain.damage(item)
        except ChannelError:
            continue
        if damaged and damaged != item:
            found.setdefault(damaged, []).append(item)
    return {damaged: tuple(items) for damaged, items in found.items()}


@pytest.mark.parametrize("steps", CHAINS)
def test_same_as_one_by_one(steps: str) -> None:
    chain = parse(steps) if steps else parse()
    inventory = [chr(point) for point in (*range(0x20, 0x2100), *range(0x4E00, 0x4E80), 0x1F600)]
    inventory += ["\n", "a\nb", "", "’s", "\uffff", "\ud800", "日本", "é", "é"]
    expected = slowly(chain, inventory)
    assert preimages(chain, inventory) == expected
    assert list(preimages(chain, inventory)) == list(expected)


@given(st.sampled_from(CHAINS[:-1]), st.lists(st.text(max_size=4), max_size=8))
def test_same_for_anything(steps: str, inventory: list[str]) -> None:
    assert preimages(parse(steps), inventory) == slowly(parse(steps), inventory)


def test_the_inventory_may_be_any_iterable() -> None:
    assert preimages(parse("utf-8>latin-1"), iter("éa")) == {"Ã©": ("é",)}
    assert preimages(parse("utf-8>latin-1"), ()) == {}
