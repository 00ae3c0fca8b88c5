"""Guarantee 7 where bytes were lost: an original that nobody can check must still be harmless.

A loss has many originals, so a search that did not look could choose one that hides something. The
secrets are put where damage takes them for part of something else: beside letters that lose their
continuation bytes, at the ends, and through readers that have controls or holes at these bytes.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mojifix
from mojifix import ChannelError
from mojifix.channels.misread import misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.families import FAMILIES
from mojifix.engine.harm import worse
from mojifix.engine.losses import READERS, table
from tests.properties import laws
from tests.properties.strategies import LAWS, sentences

SECRETS = (
    *("\x00", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\x9f", "\u200e", "\u202a", "\u202e"),
    *("\u2066", "\u2069", "\ufdd0", "\ufffe", "\uffff", "\U0001ffff", "\ud800", "\udfff"),
)
LOSSES = (
    *("drop-c1", "nbsp-to-space", "drop-nbsp", "drop-shy", "lower-case", "upper-case", "nfkc"),
    *("straighten-quotes", "drop-fffd", "ascii/question", "ascii/fffd", "ascii-unidecode"),
)


@st.composite
def lossy(draw: st.DrawFn) -> str:
    """A sentence with secrets in it, misread once or twice, and then robbed of something."""
    text = draw(st.sampled_from(sentences()))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SECRETS)) + text[at:]
    readers = st.sampled_from([*READERS, *(f"{name}/fffd" for name in READERS[:4])])
    steps = [f"utf-8>{name}" for name in draw(st.lists(readers, min_size=1, max_size=2))]
    for step in [*steps, *draw(st.lists(st.sampled_from(LOSSES), max_size=3))]:
        try:
            text = mojifix.damage(text, step)
        except ChannelError:
            continue
    return text


@settings(LAWS, max_examples=100)
@given(lossy())
def test_nothing_worse_comes_of_a_loss(text: str) -> None:
    laws.nothing_worse(text)


@LAWS
@given(lossy())
def test_nothing_worse_is_proposed(text: str) -> None:
    for finding in mojifix.detect(text):
        seen = text[finding.start : finding.end]
        assert not any(worse(seen, candidate) for candidate in finding.candidates), finding


@pytest.mark.parametrize("reader", READERS)
def test_no_original_of_a_table_is_harmful(reader: str) -> None:
    codec = misread("utf-8", reader).read
    assert isinstance(codec, TableCodec)
    found = [
        seen
        for char in codec.chars[0x80:]
        for seen in table(reader).originals.beginning(char or "")
    ]
    assert found
    for seen in found:
        assert not any(worse(seen, original) for original in table(reader).entries(seen))


@pytest.mark.parametrize("reader", sorted({name for names in FAMILIES.values() for name in names}))
@pytest.mark.parametrize("secret", [char for char in SECRETS if char < "\ud800"])
def test_a_wide_step_unpacks_no_secret(reader: str, secret: str) -> None:
    try:
        damaged = mojifix.damage(f"Ça fait déjà {secret} très mal à Noël", f"utf-8>{reader}")
    except ChannelError:
        return
    for step in ("lower-case", "nfkc", "straighten-quotes"):
        laws.nothing_worse(mojifix.damage(damaged, step))
