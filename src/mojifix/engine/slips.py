"""Accents that were taken for each other: ``nâo`` for ``não``, ``yhteensâ`` for ``yhteensä``.

People, and programs that read print, put ``â`` in the place of another accent. It is also what is
left of an apostrophe (``n’o`` is a word of Breton), and of the few words of a text that are damaged
so, one proves as little as the other. So what was lost must read better than a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from mojifix.engine.belief import line_profile, reading_cost
from mojifix.kernel.segments import segments
from mojifix.model import Span
from mojifix.plausibility.model import UNIT, load
from mojifix.plausibility.tokens import Word
from mojifix.plausibility.words import usual_words

FEW = 2
"""Different words that may all be slips. Who loses apostrophes has more of them."""
SLIP = 11.0
"""Nats against a slip that makes no usual word. Of what is left of apostrophes in English, French
and Italian, ``sâil`` looks most like one: ``sál`` would read better by 9."""

PLAIN = 14.0
"""The same where the accent is one too many: ``syân`` would read better without by 12 in Welsh."""

_ACCENTS = "\u0300\u0301\u0302\u0303\u0308"
_LONGEST = 24
"""Letters of a word that are looked at on either side."""
_BEFORE, _AFTER = re.compile(r"[^\W\d_]*\Z"), re.compile(r"[^\W\d_]*")


def without_slips(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, but for signs that are to be restored in words which read better as slips."""
    words: dict[str, list[Span]] = {}
    for span in spans:
        if _is_vowel(text[span.start : span.end]) and not any(map(str.isalpha, span.text)):
            words.setdefault(_word(text, span.start), []).append(span)
            if len(words) > FEW:
                return list(spans)
    slips = {span.start for word in words.values() if _slipped(text, word[0]) for span in word}
    return [span for span in spans if span.start not in slips]


def _is_vowel(seen: str) -> bool:
    """Is it one letter with an accent that others have too?"""
    parts = normalize("NFD", seen)
    return len(seen) == 1 and len(parts) > 1 and parts[0] in "aeiouAEIOU"


def _word(text: str, at: int) -> str:
    """The word that a letter stands in."""
    before = _BEFORE.search(text[max(0, at - _LONGEST) : at])
    after = _AFTER.match(text[at : at + _LONGEST])
    assert before is not None  # Both match nothing as well.
    assert after is not None
    return before.group() + after.group()


def _slipped(text: str, span: Span) -> bool:
    """Would the text read better with another accent?"""
    start, end = next((a, b) for a, b in segments(text) if span.start < b)
    before, after = text[start : span.start], text[span.end : end]
    lost = reading_cost(before + span.text + after)
    for letter in _others(text[span.start : span.end]):
        line = before + letter + after
        gain = (lost - reading_cost(line)) / UNIT
        if gain > (PLAIN if letter.isascii() else SLIP) or (
            gain > 0.0 and _is_usual(line, _word(line, span.start - start))
        ):
            return True
    return False


def _others(letter: str) -> Iterator[str]:
    """The same letter with other accents, and without any."""
    base = normalize("NFD", letter)[0]
    yield base
    for accent in _ACCENTS:
        other = normalize("NFC", base + accent)
        if len(other) == 1 and other != letter:
            yield other


def _is_usual(line: str, word: str) -> bool:
    """Is it a usual word of the language of a line?"""
    model = load()
    tokens = model.tokens(line)
    usual = usual_words().of(model.language(line_profile(tokens, model)))
    return any(isinstance(token, Word) and token.folded in usual for token in model.tokens(word))
