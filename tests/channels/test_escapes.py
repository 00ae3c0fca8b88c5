r"""Escapes: written, read back, and refused where they would be ambiguous."""

from __future__ import annotations

import html
import json
import quopri
from email.header import decode_header, make_header
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels import damage, parse
from mojifix.channels.escapes import ESCAPES, Escape, Unescape
from mojifix.errors import ChannelError
from mojifix.model import Channel

EXAMPLES = {
    "json-escapes": ("né 😀 “x”", r"n\u00e9 \ud83d\ude00 \u201cx\u201d"),
    "json-escapes-upper": ("né 😀", r"n\u00E9 \uD83D\uDE00"),
    "hex-escapes": ("Ã©", r"\xc3\xa9"),
    "octal-escapes": ("Ã©", r"\303\251"),
    "html-named": ("Ã© & “x” Ж", "&Atilde;&copy; & &ldquo;x&rdquo; Ж"),
    "html-mixed": ("â\x80\x99 Ж", "&acirc;&#128;&#153; &#1046;"),
    "html-decimal": ("Ã© 😀", "&#195;&#169; &#128512;"),
    "html-hex": ("Ã©", "&#xC3;&#xA9;"),
    "html-hex-lower": ("Ã©", "&#xc3;&#xa9;"),
    "html-amp": ("&eacute; & é", "&amp;eacute; &amp; é"),
    "percent": ("Rosé/x y", "Ros%C3%A9/x y"),
    "percent-lower": ("Rosé", "Ros%c3%a9"),
    "quoted-printable": ("a=b é", "a=3Db =C3=A9"),
    "mime-q": ("Señor Pérez_", "=?UTF-8?Q?Se=C3=B1or_P=C3=A9rez=5F?="),
    "mime-b": ("Señor", "=?UTF-8?B?U2XDsW9y?="),
    "mime-q-lower": ("Señor", "=?utf-8?Q?Se=C3=B1or?="),
    "mime-b-lower": ("Señor", "=?utf-8?B?U2XDsW9y?="),
    "surrogate-pairs": ("a😀", "a\ud83d\ude00"),
}
WRITERS = [name for name in ESCAPES if not name.startswith("unescape-")]


def test_every_escape_has_an_example_and_an_inverse() -> None:
    assert set(WRITERS) == set(EXAMPLES)
    assert set(ESCAPES) == {name for w in WRITERS for name in (w, f"unescape-{w}")}


@pytest.mark.parametrize("name", WRITERS)
def test_written_and_read(name: str) -> None:
    text, escaped = EXAMPLES[name]
    writer, reader = ESCAPES[name], ESCAPES[f"unescape-{name}"]
    assert writer.damage(text) == escaped
    assert writer.undo(escaped) == (text,)
    assert reader.damage(escaped) == text
    assert reader.undo(text) == (escaped,)
    assert writer.lossless
    assert reader.lossless
    assert isinstance(writer, Channel)
    assert isinstance(reader, Channel)
    assert repr(writer) == f"channel({name!r})"
    assert repr(reader) == f"channel('unescape-{name}')"


@pytest.mark.parametrize("name", WRITERS)
def test_ascii_stays(name: str) -> None:
    text = "Plain text, 100 % <b>ASCII</b>; a/b?c"
    assert ESCAPES[name].damage(text) == text
    assert ESCAPES[name].undo(text) == ()


@given(st.sampled_from(WRITERS), st.text(max_size=20))
def test_what_is_written_is_read(name: str, text: str) -> None:
    writer = ESCAPES[name]
    try:
        escaped = writer.damage(text)
    except ChannelError:
        return
    assert writer.undo(escaped) == ((text,) if escaped != text else ())
    assert ESCAPES[f"unescape-{name}"].damage(escaped) == text


@given(st.sampled_from(list(ESCAPES)), st.text(max_size=20))
def test_undo_of_anything_replays(name: str, text: str) -> None:
    for original in ESCAPES[name].undo(text):
        assert ESCAPES[name].damage(original) == text


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("json-escapes", r"é and \u00e9", "such escapes already"),
        ("json-escapes-upper", r"\ud83d\ude00 😀", "such escapes already"),
        ("html-named", "&eacute;é", "such escapes already"),
        ("html-decimal", "&#233;", "such escapes already"),
        ("percent", "%C3%A9", "such escapes already"),
        ("mime-q", "=?UTF-8?Q?=C3=A9?=", "such escapes already"),
        ("hex-escapes", "né Ж", "'Ж' (U+0416) can't be spelled so"),
        ("octal-escapes", "€", "'€' (U+20AC) can't be spelled so"),
        ("percent", "\ud800", "(U+D800) can't be spelled so"),
        ("quoted-printable", "a\udfff", "(U+DFFF) can't be spelled so"),
        ("mime-b", "é\ud800", "(U+D800) can't be spelled so"),
        ("unescape-percent", "é", "not escaped as this writer does"),
        ("unescape-percent", "%c3%a9", "not escaped as this writer does"),
        ("unescape-html-decimal", "&#0233;", "not escaped as this writer does"),
    ],
)
def test_what_would_be_ambiguous_is_refused(name: str, text: str, what: str) -> None:
    with pytest.raises(ChannelError) as caught:
        ESCAPES[name].damage(text)
    assert what in caught.value.what
    assert name in caught.value.where


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("json-escapes", r"C:\\u00e9"),  # an escaped backslash
        ("json-escapes", r"\u0041"),  # nobody escapes an A
        ("json-escapes", r"\u00c"),
        ("html-named", "&nosuchthing;&AMP;&lt;"),
        ("html-named", "AT&T; R&D"),
        ("html-decimal", "&#65;&#9999999;"),
        ("html-hex", "&#x110000;"),
        ("percent", "100%C3 of it"),  # not UTF-8
        ("percent", "%41%2f"),
        ("mime-q", "=?UTF-8?Q?=C3?="),
        ("mime-b", "=?UTF-8?B?w?="),
        ("mime-b", "=?UTF-8?B?w6k=?= and more"),
    ],
)
def test_what_is_no_escape_stays(name: str, text: str) -> None:
    assert ESCAPES[name].damage(text) == text
    assert ESCAPES[name].undo(text) == ()


WELL_FORMED = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NOT_ASCII = st.text(st.characters(min_codepoint=0x80, exclude_categories=["Cs"]), max_size=60)


@given(NOT_ASCII)
def test_other_peoples_readers_read_it(text: str) -> None:
    assert json.loads(f'"{damage(text, "json-escapes")}"') == text
    assert unquote(damage(text, "percent")) == text
    assert damage(text, "percent") == quote(text)
    assert quopri.decodestring(damage(text, "quoted-printable").encode()).decode() == text
    for name in ("mime-q", "mime-b"):
        escaped = damage(text, name)
        assert all(len(word) <= 75 for word in escaped.split(" "))
        assert str(make_header(decode_header(escaped))) == text


@given(st.text(st.characters(min_codepoint=0xA0, exclude_categories=["Cs", "Cn"]), max_size=30))
def test_browsers_read_the_entities(text: str) -> None:
    for name in ("html-named", "html-mixed", "html-decimal", "html-hex", "html-hex-lower"):
        assert html.unescape(damage(text, name)) == text


@pytest.mark.parametrize(
    ("steps", "text", "damaged"),
    [
        ("utf-8>latin-1 | json-escapes", "Facebook’s", r"Facebook\u00e2\u0080\u0099s"),
        ("utf-8>latin-1 | json-escapes", "😆", r"\u00f0\u009f\u0098\u0086"),
        ("utf-8>latin-1 | json-escapes-upper", "ção", r"\u00C3\u00A7\u00C3\u00A3o"),
        ("utf-8>windows-1252 | html-named", "José’s", "Jos&Atilde;&copy;&acirc;&euro;&trade;s"),
        ("utf-8>latin-1 | html-mixed", "’", "&acirc;&#128;&#153;"),
        ("utf-8>windows-1252 | html-named | html-amp", "é", "&amp;Atilde;&amp;copy;"),
        ("utf-8>latin-1 | percent", "é", "%C3%83%C2%A9"),
        ("unescape-percent | utf-8>latin-1 | percent", "%C2%AB%20pur", "%C3%82%C2%AB%20pur"),
        ("utf-8>latin-1 | hex-escapes", "é", r"\xc3\xa9"),
        ("utf-8>latin-1 | quoted-printable", "é", "=C3=83=C2=A9"),
        ("utf-8>latin-1 | mime-q", "é", "=?UTF-8?Q?=C3=83=C2=A9?="),
        (["surrogate-pairs", "cesu-8>latin-1"][1], "😀", "í\xa0½í¸\x80"),
    ],
)
def test_around_mojibake(steps: str, text: str, damaged: str) -> None:
    chain = parse(steps)
    assert chain.damage(text) == damaged
    back = damaged
    for step in reversed(chain.steps):
        assert isinstance(step, Escape | Unescape) or hasattr(step, "undo")
        (back,) = step.undo(back)
    assert back == text
    assert chain.lossless
