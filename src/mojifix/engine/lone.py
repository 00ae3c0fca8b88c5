"""One sign by itself in text that is clean otherwise: ``âœ…``, ``â–¶``, ``ï»¿``, ``3 Ã— 4``.

The model has seen few of these signs, and one of them is no evidence to it. But what its two or
three bytes are read as is characters that nobody writes side by side, where they stand apart from
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import category

from mojifix.channels import codec, parse, preimages
from mojifix.engine.decide import CERTAIN
from mojifix.engine.emoji import emoji
from mojifix.engine.harm import worse
from mojifix.engine.originals import SIGNS
from mojifix.model import Chain, Span
from mojifix.plausibility.model import load

_MARK, _ZERO_WIDTH = "\ufeff", "\u200b"
_READERS = (
    *("windows-1252", "windows-1250", "windows-1251", "windows-1254"),
    *("mac-roman", "cp437", "cp850"),
)
_MARKS = [codec(name).decode(_MARK.encode()) for name in _READERS]
_FIRST = {mark[0] for mark in _MARKS} | {codec(name).chars[0xE2] or "" for name in _READERS}
_THREE = re.compile(
    f"[{''.join(sorted(_FIRST))}](?<![^\\W\\d_].)(?<![“”‘’«»\xa0].)"
    f"(?:{'|'.join(f'(?<={mark[0]}){mark[1:]}' for mark in _MARKS)}"
    "|[^\x00-\x7f“”’«»\xa0][^\x00-\x7f](?![^\\W\\d_]))"
)
"""A quotation mark or a blank beside the first of them may be one; a byte order mark begins a word.
"""


_LETTER = "[^\\W\\d_]"
_ALONE = "(?<![A-Za-z\x80-\U0010ffff])"
_APART = f"(?<!{_LETTER})(?<![“”‘’«»\xa0])"
_GENE = "|".join(
    rf"(?<=(?<![\w-]){name})"
    for name in (
        *(rf"[A-Z\d][A-Z\d-]{{{n}}}" for n in range(4)),
        *(r"[A-Z]{3}-\d", r"[A-Z]{2}-\d\d"),
    )
)
_WESTERN = parse("utf-8>windows-1252")
_SPACED = parse("utf-8>windows-1252", "nbsp-to-space")
_DROPPED = parse("utf-8>windows-1252", "drop-c1")
_LATIN_1 = parse("utf-8>iso-8859-1", "drop-c1")
_LEADS = re.compile(r"[âÂÃÌÎÏ┬├╬╧¬√Œœ](?:[^\x00-\x7f]|(?<=[\d.,;:!?%)].) )")
"""How these begin. To look for each of them takes twenty times as long."""
_NOWHERE = Span(0, 0, "", _WESTERN, CERTAIN)
_SIGNS = "¡£¤¥¦§¨©¬®¯°±´¶¸¼½¾¿×÷αδεζηθκμνξοπρςστυφχψωΘΛΣΦΨΩ"
_NUMBERED = "βγι²³¹"
"""What windows-1252 shows as a number above a letter, which may be one."""
_TWO: tuple[tuple[str, str, str, Chain], ...] = (
    # What stands before it, which signs, what stands after it, and the chain.
    (_APART, _SIGNS, f"(?!{_LETTER})", _WESTERN),
    (_APART, "°µμΩ", "", _WESTERN),  # 5 µm
    (_APART, _NUMBERED, "(?=-)", _WESTERN),  # β-carotene
    ("(?<=-)", _NUMBERED, f"(?!{_LETTER})", _WESTERN),  # TGF-β
    # Genes have short names: TNFα, IL2Rγc. A word of capitals may end in Î.
    (f"(?:{_GENE})", "αβγδεζθκ", "", _WESTERN),
    ("", "\u0335\u0336", "", _WESTERN),  # struck out
    # Of line art, no letter is a part; formulas say ¬≤.
    *(
        row
        for chain, signs in (
            (parse("utf-8>cp437"), _SIGNS + _NUMBERED),
            (parse("utf-8>cp850"), _SIGNS + _NUMBERED),
            (parse("utf-8>mac-roman"), "¡£¥§©®¿¼×αβγδεζηθικλμνξοπρςστυφχψωΘΛΣΦΨΩ"),
        )
        for row in (
            (_ALONE, "¡¿", "(?=[A-Za-z])", chain),
            (_ALONE, signs, f"(?!{_LETTER}|[^\x00-\x7f])", chain),
        )
    ),
    ("(?<=[Nn])", "º°", f"(?!{_LETTER})", _WESTERN),
    (r"(?<=[\d.,;:!?%)])", "\xa0", r"(?=\S)", _SPACED),
    ("(?<= )", "≠", "(?= )", _SPACED),
    (_APART, "←", "(?= )", _DROPPED),
    (r"(?m:^)", "•", "(?= )", _LATIN_1),
    (r"(?<=\d)", "€", f"(?!{_LETTER})", _LATIN_1),
    (_APART, "€", r"(?=\d)", _LATIN_1),
)
"""Signs that stand where nothing else can: 20 °C, 3 × 4, TGF-β, Nº 5, 10 000."""


def lone_spans(text: str) -> tuple[Span, ...]:
    """Spans of such signs, in order."""
    found = [
        Span(*match.span(), *_signs()[match.group()], CERTAIN)
        for match in _THREE.finditer(text)
        if match.group() in _signs()
    ]
    if _LEADS.search(text):
        for pattern, originals, chain in _two():
            found += (
                Span(*match.span(), originals[match.group()], chain, CERTAIN)
                for match in pattern.finditer(text)
            )
    found.sort(key=lambda span: span.start)
    # Two of them may begin with one and the same blank, or be one and the same.
    return tuple(b for a, b in pairwise([_NOWHERE, *found]) if a.end <= b.start)


@lru_cache(maxsize=1)
def _two() -> list[tuple[re.Pattern[str], dict[str, str], Chain]]:
    """Patterns of what is seen of signs of two bytes and others, and what they were."""
    found: list[tuple[re.Pattern[str], dict[str, str], Chain]] = []
    for before, signs, after, chain in _TWO:
        originals = {chain.damage(sign): sign for sign in signs}
        seen = "|".join(map(re.escape, originals))
        found.append((re.compile(f"{before}(?:{seen}){after}"), originals, chain))
    return found


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, Chain]]:
    """Signs of three bytes by what is seen of them, where all readers agree."""
    found: dict[str, dict[str, Chain]] = {}
    for name in _READERS:
        chain = parse(f"utf-8>{name}")
        for seen, (original, *_) in preimages(chain, _written()).items():
            found.setdefault(seen, {}).setdefault(original, chain)
    return {seen: next(iter(of.items())) for seen, of in found.items() if len(of) == 1}


def _written() -> Iterator[str]:
    """Signs that people write: emoji, and those that the model has seen."""
    yield from (*SIGNS, *emoji(), *"①②③④⑤⑥⑦⑧⑨⑩", _MARK, _ZERO_WIDTH)
    for char in load().inventory:
        kind = category(char)
        if (
            "\u2000" <= char < "\u2c00"
            and (kind[0] in "SP" or kind == "Zs")
            and not worse("", char)
        ):
            yield char
