"""Losses, each with an example."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels import damage, parse, preimages
from mojifix.channels.lossy import LOSSES
from mojifix.errors import ChannelError
from mojifix.model import Channel

EXAMPLES = {
    "drop-c1": ("itâ\x80\x99s \x9f", "itâs "),
    "nbsp-to-space": ("Ã\xa0 la", "Ã  la"),
    "drop-nbsp": ("Ã\xa0 la", "Ã la"),
    "shy-to-space": ("famÃ\xadlia", "famÃ lia"),
    "drop-shy": ("famÃ\xadlia", "famÃlia"),
    "drop-nul": ("\xffH\x00i\x00", "ÿHi"),
    "drop-fffd": ("â€\ufffd", "â€"),
    "drop-private": ("锛屽\ue1f0鎵", "锛屽鎵"),
    "drop-lead": ("donâ\x80\x99t â€” Ãcole naÃ¯ve", "don\x80\x99t €” Ãcole na¯ve"),
    "lower-case": ("Ã© â€™ É", "ã© â€™ é"),
    "upper-case": ("ã© ß", "Ã© SS"),
    "nfkc": ("itâ€™s ½", "itâ€TMs 1⁄2"),
    "straighten-quotes": ("â€“ â€” ‘x’ “y” «z»", 'â€" â€" \'x\' "y" «z»'),
    "ascii-transliterate": ("itâ€™s â€œ Ã© ©", "itaEUR(TM)s aEURoe A(C) (C)"),
    "ascii-unidecode": ("itâ€™s â€œ Ã© ©", "itaEUR(tm)s aEURoe A(c) (c)"),
    "truncate-last": ("cafÃ©", "cafÃ"),
}


def test_every_loss_has_an_example() -> None:
    assert set(EXAMPLES) == set(LOSSES)


@pytest.mark.parametrize("name", list(LOSSES))
def test_examples(name: str) -> None:
    before, after = EXAMPLES[name]
    loss = LOSSES[name]
    assert loss.damage(before) == after
    assert not loss.lossless
    assert isinstance(loss, Channel)
    assert repr(loss) == f"channel({name!r})"
    assert loss.name == name
    assert loss.summary


@pytest.mark.parametrize("name", list(LOSSES))
def test_pickling_gives_the_same_object(name: str) -> None:
    assert pickle.loads(pickle.dumps(parse(name))).steps[0] is LOSSES[name]


@given(st.sampled_from(list(LOSSES)), st.text(max_size=20))
def test_ascii_is_only_changed_where_the_name_says_so(name: str, text: str) -> None:
    plain = "".join(char for char in text if "\x20" <= char < "\x7f")
    if name == "lower-case":
        assert damage(plain, name) == plain.lower()
    elif name == "upper-case":
        assert damage(plain, name) == plain.upper()
    elif name == "truncate-last":
        assert damage(plain, name) == plain[:-1]
    else:
        assert damage(plain, name) == plain


@given(st.text(max_size=20), st.text(max_size=20))
def test_losses_do_not_look_beyond_the_line(first: str, second: str) -> None:
    first, second = (text.replace("\n", "") for text in (first, second))
    for loss in LOSSES.values():
        if not loss.by_character or loss.name.startswith("ascii"):
            continue
        together = loss.damage(f"{first}\n{second}")
        assert together == f"{loss.damage(first)}\n{loss.damage(second)}"


def test_article_001() -> None:
    steps = ("utf-8>iso-8859-7", "drop-c1", "nbsp-to-space")
    assert damage("Mistral’s “open” models\xa0–", *steps) == "Mistralβs βopenβ modelsΒ β"
    table = preimages(parse(*steps), "’‘“”–—é\xa0")
    assert table == {"β": ("’", "‘", "“", "”", "–", "—"), "Γ©": ("é",), "Β ": ("\xa0",)}


@pytest.mark.parametrize("name", ["ascii-transliterate", "ascii-unidecode"])
def test_flatteners_refuse_what_they_do_not_know(name: str) -> None:
    for text, at in (("Привет", 0), ("aβ", 1), ("日本", 0), ("☃", 0)):
        with pytest.raises(ChannelError, match="is not known") as caught:
            damage(text, name)
        assert caught.value.where == f"{name}, code point {at}"


@pytest.mark.parametrize("name", ["ascii-transliterate", "ascii-unidecode"])
def test_letters_lose_their_marks(name: str) -> None:
    for char in map(chr, range(0xC0, 0x250)):
        base = unicodedata.normalize("NFD", char)[0]
        if base.isascii() and base.isalpha():
            assert damage(char, name) == base


@given(st.sampled_from(["ascii-transliterate", "ascii-unidecode"]), st.text(max_size=30))
def test_flatteners_leave_ascii(name: str, text: str) -> None:
    try:
        assert damage(text, name).isascii()
    except ChannelError:
        assert not text.isascii()


def test_every_sign_of_mojibake_is_known_to_the_flatteners() -> None:
    for page in ("iso-8859-1", "windows-1252"):
        signs = bytes(range(0x80, 0x100)).decode(page, "ignore")
        for name in ("ascii-transliterate", "ascii-unidecode"):
            assert damage(signs, name).isascii()
