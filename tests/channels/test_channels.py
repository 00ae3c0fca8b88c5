"""The package's own functions: names, chains, damage."""

from __future__ import annotations

import copy
import pickle

import pytest

from mojifix.channels import CODECS, channel, channels, damage, misread, parse
from mojifix.errors import ChannelError
from mojifix.model import Channel


@pytest.mark.parametrize(
    "steps",
    [
        ("utf-8>iso-8859-7", "drop-c1", "nbsp-to-space"),
        ("utf-8>iso-8859-7 · drop-c1 · nbsp-to-space",),
        ("utf-8>iso-8859-7 | drop-c1 | nbsp-to-space",),
        ("UTF8 > ISO8859-7|drop-c1", " nbsp-to-space "),
    ],
)
def test_the_same_chain_in_several_spellings(steps: tuple[str, ...]) -> None:
    chain = parse(*steps)
    assert str(chain) == "utf-8>iso-8859-7 · drop-c1 · nbsp-to-space"
    assert chain == parse(str(chain))
    assert not chain.lossless
    assert damage("it’s", *steps) == "itβs"


def test_no_steps_do_nothing() -> None:
    assert parse().damage("é") == "é"
    assert damage("é") == "é"
    assert parse().lossless


def test_all_named_channels_are_found_by_name() -> None:
    known = channels()
    names = [one.name for one in known]
    assert len(set(names)) == len(names)
    for one in known:
        assert channel(one.name) is one
        assert parse(one.name).steps == (one,)
        assert one.summary
        assert isinstance(one, Channel)


def test_utf8_is_listed_as_read_by_each_codec_that_text_is_read_by() -> None:
    listed = {one.name for one in channels()}
    missing = {name for name in CODECS if f"utf-8>{name}" not in listed}
    assert missing == {"utf-8", "ascii", "utf-16", "cesu-8", "java-utf-8"}


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["text"]])
def test_text_must_be_a_str(value: object) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {type(value).__name__}"):
        damage(value, "drop-c1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "what", "remedy"),
    [
        ("drop-c2", "unknown channel", "drop-c1"),
        ("dropc1", "unknown channel", "drop-c1"),
        ("", "unknown channel", "mojifix.channels()"),
        ("json-escape", "unknown channel", "json-escapes"),
        ("utf-8>windows-1259", "unknown codec", "windows-125"),
        (">", "unknown codec", ""),
        ("utf-8>", "unknown codec", ""),
        ("utf-8>iso-8859-7/lenient", "unknown policy", "fffd"),
    ],
)
def test_unknown_names_are_refused_with_a_remedy(name: str, what: str, remedy: str) -> None:
    with pytest.raises(ChannelError, match=what) as caught:
        parse("drop-c1", name)
    assert remedy in caught.value.remedy


def test_a_refusal_in_a_chain_is_the_channels_own() -> None:
    with pytest.raises(ChannelError, match="iso-8859-7 has no character for AE"):
        damage("®", "utf-8>iso-8859-7", "drop-c1")


@pytest.mark.parametrize(
    ("steps", "text", "damaged"),
    [
        ("utf-8>windows-1252 | utf-8>windows-1252", "é", "ÃƒÂ©"),
        ("utf-8>windows-1252 | utf-8>mac-roman", "é", "√É¬©"),
        ("windows-1252>utf-8/fffd | utf-8>windows-1252", "won’t", "wonï¿½t"),
        ("utf-8>windows-1252/fffd", "”", "â€\ufffd"),
        ("utf-8>windows-1252 | lower-case", "É’s", "ã‰â€™s"),
        ("utf-8>windows-1252 | straighten-quotes", "–", 'â€"'),
        ("utf-8>iso-8859-1 | drop-c1 | drop-nbsp", "à É", "Ã Ã"),
        ("utf-8>windows-1251 | nbsp-to-space", "Р", "Р "),
        ("big5>utf-8/fffd | utf-8>big5", "版", "嚙踝蕭"),
    ],
)
def test_chains_seen_in_the_wild(steps: str, text: str, damaged: str) -> None:
    assert damage(text, *steps.split(" | ")) == damaged


@pytest.mark.parametrize(
    "steps",
    ["utf-8>iso-8859-7 · drop-c1", "ascii/question", "utf-8>cp932/web", "unescape-percent"],
)
def test_chains_can_be_pickled_and_copied(steps: str) -> None:
    chain = parse(steps)
    for again in (pickle.loads(pickle.dumps(chain)), copy.deepcopy(chain)):
        assert again == chain
        assert all(a is b for a, b in zip(again, chain, strict=True))


def test_misreadings_are_shared() -> None:
    assert parse("utf-8>windows-1252").steps[0] is misread("utf-8", "windows-1252")
