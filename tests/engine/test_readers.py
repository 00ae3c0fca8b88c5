"""Which codecs can have misread UTF-8 into this run?"""

from __future__ import annotations

import re

import pytest

from mojifix.channels.codecs import codec
from mojifix.channels.misread import misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.readers import PRIOR, character_class, readers, sequences

SINGLE = [channel.read.name for channel in readers().single]
TEXTS = ["é", "’", "\U0001f600", "я", "日本"]


def spans(run: str, read: str) -> list[tuple[int, int]]:
    table = codec(read)
    assert isinstance(table, TableCodec)
    return list(sequences(run, table))


def names(bits: int) -> set[str]:
    return {name for i, name in enumerate(SINGLE) if bits >> i & 1}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("read", ["windows-1252", "iso-8859-7", "koi8-r", "cp866", "mac-roman"])
def test_reader_that_did_it_is_among_them(text: str, read: str) -> None:
    channel = misread("utf-8", read)
    damaged = channel.damage(text)
    assert read in names(readers().units(damaged))
    assert read in names(readers().whole(damaged))
    assert spans(damaged, read) == [(0, len(damaged))]


@pytest.mark.parametrize("run", ["éé", "©Ã", "日本", "’“"])
def test_no_reader_where_no_sequence_shows(run: str) -> None:
    assert readers().units(run) == 0


def test_readers_need_all_characters() -> None:
    assert "iso-8859-7" in names(readers().whole("β"))
    assert "windows-1252" not in names(readers().whole("β"))
    assert readers().whole("é日") == 0


def test_readers_of_several_bytes_know_their_leads() -> None:
    table = readers()
    multi = [channel.read.name for channel in table.multi]
    first = misread("utf-8", "cp932").damage("日本")[0]
    assert table.starts(first) >> multi.index("cp932") & 1
    assert table.starts("é") == 0
    assert table.starts("\ud800") == 0


def test_every_reader_has_a_price() -> None:
    table = readers()
    assert {channel.read.name for channel in (*table.single, *table.multi)} == PRIOR.keys()
    assert min(PRIOR, key=lambda name: PRIOR[name]) == "windows-1252"


@pytest.mark.parametrize("bad", ["Ã", "Ã©Ã", "À€", "í\xa0€", "õ€€€"])
def test_ill_formed_sequences_do_not_match(bad: str) -> None:
    assert (0, len(bad)) not in spans(bad, "windows-1252")


def test_sequences_are_found_beside_what_the_codec_lacks() -> None:
    assert spans("日Ã©Ж‰本â€™", "windows-1252") == [(1, 3), (6, 9)]


def test_character_class_has_exactly_its_characters() -> None:
    chars = {"a", "b", "c", "]", "^", "-", "\\", "é", "\U0001f600"}
    pattern = re.compile(f"[{character_class(chars)}]")
    assert {chr(c) for c in range(0x1F700) if pattern.match(chr(c))} == chars
