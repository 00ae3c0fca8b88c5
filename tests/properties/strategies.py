"""What the laws are tried on: clean text, damaged text, hostile text, and mixtures of them."""

import random
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from bench.damage import (
    CASEFOLD,
    DROP_C1,
    HTML_ESCAPES,
    JSON_ESCAPES,
    NBSP_TO_SPACE,
    NFKC,
    UTF8_AS,
    Damage,
    legacy_as,
    repeat,
)

QUALITY = Path(__file__).parents[2] / "fixtures" / "quality"

LAWS = settings(max_examples=60, deadline=None, derandomize=True)
"""The default suite asks the same questions every time; ``-m fuzz`` asks new ones."""
FEW = settings(LAWS, max_examples=15)

_FLAT = str.maketrans(
    {"â": "a", "€": "EUR", "™": "(TM)", "œ": "oe", "“": '"', "Ã": "A", "©": "(c)"}
)


def _surrogates(text: str) -> str:
    """Every surrogate by itself, as readers of UTF-16 two bytes at a time leave them."""
    data = text.encode("utf-16-be", "surrogatepass")
    return "".join(chr(a << 8 | b) for a, b in zip(data[::2], data[1::2], strict=True))


def _swapped(text: str) -> str:
    """UTF-16 with the bytes of each unit swapped."""
    data = text.encode("utf-16-be", "surrogatepass")
    return "".join(chr(b << 8 | a) for a, b in zip(data[::2], data[1::2], strict=True))


def _flattened(text: str) -> str:
    """The marks of windows-1252 mojibake spelled in ASCII."""
    return (UTF8_AS["windows-1252"](text) or text).translate(_FLAT)


def _broken(codec: str, mark: str) -> Damage:
    """UTF-8 read by a codec that writes ``mark`` for what it can't read."""

    def step(text: str) -> str:
        read = text.encode("utf-8", "replace").decode(codec, "replace")
        return read.replace("\ufffd", mark)

    return Damage(f"utf-8>{codec} · {mark}", (step,))


FORMS: tuple[Damage, ...] = (
    Damage("utf-16", (lambda t: t.encode("utf-16-le", "surrogatepass").decode("latin-1"),)),
    Damage("utf-16-be", (lambda t: t.encode("utf-16-be", "surrogatepass").decode("latin-1"),)),
    Damage("swapped", (_swapped,)),
    Damage("surrogates", (_surrogates,)),
    Damage(
        "surrogateescape",
        (lambda t: t.encode("utf-8", "surrogatepass").decode("ascii", "surrogateescape"),),
    ),
    Damage("flattened", (_flattened,)),
    _broken("gbk", "?"),
    _broken("gbk", "\ufffd"),
    _broken("cp932", "・"),
    legacy_as("gb18030", "big5hkscs"),
    legacy_as("big5hkscs", "gb18030"),
    legacy_as("cp932", "gb18030"),
    legacy_as("euc_jp", "cp932"),
    legacy_as("cp949", "gb18030"),
)
"""Damage that is no misreading of single bytes."""

DAMAGES: tuple[Damage, ...] = (
    *FORMS,
    *UTF8_AS.values(),
    *(repeat(UTF8_AS[c], 2) for c in ("windows-1252", "iso-8859-1", "windows-1251", "mac-roman")),
    *(legacy_as("utf-8", c) for c in ("gb18030", "cp932", "cp949", "big5hkscs")),
    legacy_as("windows-1251", "windows-1252"),
    legacy_as("koi8-r", "windows-1251"),
    legacy_as("windows-1250", "windows-1252"),
    legacy_as("windows-1254", "iso-8859-1"),
    legacy_as("cp932", "windows-1252"),
    UTF8_AS["iso-8859-1"].then(DROP_C1),
    UTF8_AS["iso-8859-7"].then(DROP_C1, NBSP_TO_SPACE),
    UTF8_AS["windows-1252"].then(CASEFOLD),
    UTF8_AS["windows-1252"].then(NFKC),
    UTF8_AS["iso-8859-1"].then(JSON_ESCAPES),
    UTF8_AS["windows-1252"].then(HTML_ESCAPES),
)

BLOCKS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x5D0, 0x5EA),
    (0x600, 0x6FF),
    (0x900, 0x97F),
    (0xE00, 0xE5B),
    (0x1E00, 0x1FFF),
    (0x2010, 0x2044),
    (0x20A0, 0x20BF),
    (0x2500, 0x259F),
    (0x3040, 0x30FF),
    (0x4E00, 0x4FFF),
    (0xAC00, 0xADFF),
    (0xFF61, 0xFF9F),
    (0x1F600, 0x1F64F),
)

HOSTILE = (
    *("\ud800", "\udc80", "\udfff", "\x00", "\x1b[31m", "\x7f", "\x80", "\x9d", "\x85", "\xad"),
    *("\ufffd", "\ufffd\ufffd\ufffd", "\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff"),
    *(
        "\uffff",
        "\ufdd0",
        "\U0010ffff",
        "\r",
        "\r\n",
        "\u2028",
        "\u0301",
        "ï¿½",
        "â€",
        "Ã",
        "Ã\xa0",
    ),
    *("Ãƒ", "Â", "Â ", "â", "Ð", "â€™", "ðŸ˜€", "ã©", "\\u00c3\\u00a9", "&Atilde;&copy;", "縺"),
)


@cache
def sentences() -> tuple[str, ...]:
    """Clean sentences of all languages that the fixtures have."""
    found: list[str] = []
    for path in sorted(QUALITY.glob("*.txt")):
        found += path.read_text(encoding="utf-8").splitlines()
    return tuple(found)


def clean() -> st.SearchStrategy[str]:
    """A clean sentence, as it is or in capitals."""
    return st.builds(
        lambda sentence, make: make(sentence),
        st.sampled_from(sentences()),
        st.sampled_from([str, str.upper, str.title, str.lower]),
    )


def damaged() -> st.SearchStrategy[str]:
    """A sentence through one of the damages; as it is where that damage cannot happen."""
    return st.builds(
        lambda sentence, damage: damage(sentence) or sentence,
        st.sampled_from(sentences()),
        st.sampled_from(DAMAGES),
    )


def scripts() -> st.SearchStrategy[str]:
    """Random text of one or a few blocks of Unicode."""
    block = st.sampled_from(BLOCKS)
    run = block.flatmap(
        lambda ends: st.text(
            st.characters(min_codepoint=ends[0], max_codepoint=ends[1]), max_size=12
        )
    )
    return st.lists(run, max_size=5).map("".join)


def random_damaged() -> st.SearchStrategy[str]:
    """Random text of some blocks through one of the damages."""
    return st.builds(lambda text, damage: damage(text) or text, scripts(), st.sampled_from(DAMAGES))


def hostile() -> st.SearchStrategy[str]:
    """Text made of what breaks programs, with letters between."""
    atom = st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=()), max_size=3),
        st.sampled_from(["a", " ", "é", "я", "“", "\n"]),
    )
    return st.lists(atom, max_size=25).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Any of these, or several after each other."""
    one = st.one_of(clean(), damaged(), damaged(), scripts(), random_damaged(), hostile())
    separators = st.sampled_from([" ", "\n", "", ". "])
    many = st.builds(lambda parts, by: by.join(parts), st.lists(one, max_size=4), separators)
    return st.one_of(one, many)


def long_line(length: int, seed: int, *, share: float) -> str:
    """One line of about ``length`` code points, ``share`` of its sentences damaged."""
    rng = random.Random(seed)
    pool = sentences()
    parts: list[str] = []
    size = 0
    while size < length:
        sentence = rng.choice(pool)
        if rng.random() < share:
            sentence = UTF8_AS["windows-1252"](sentence) or sentence
        parts.append(sentence)
        size += len(sentence) + 1
    return " ".join(parts)[:length]
