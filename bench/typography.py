"""Typographic variants of plain English sentences, for damage that only punctuation shows."""

from __future__ import annotations

import random
import re

_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "\u2019"),
    (re.compile(r"(?<=s)'(?=\s)"), "\u2019"),
    (re.compile(r"'(?=\d0s\b)"), "\u2019"),
    (re.compile(r"\s+--?\s+"), " \u2013 "),
    (re.compile(r"\.\.\."), "\u2026"),
)
_SPEAKERS = ("she said", "he wrote", "the minister told reporters", "a spokesman added")


def curl(sentence: str) -> str:
    """Straight quotation marks, apostrophes, dashes and dots as a typesetter sets them."""
    for pattern, replacement in _RULES:
        sentence = pattern.sub(replacement, sentence)
    if sentence.count('"') % 2 == 0:
        parts = sentence.split('"')
        marks = ["\u201c", "\u201d"] * len(parts)
        sentence = "".join(p + m for p, m in zip(parts, marks, strict=False))[: len(sentence)]
    return sentence


def typeset(sentence: str, rng: random.Random) -> str:
    """``curl``, and where that finds nothing to set, a quotation, a dash or a protected space.

    Quotations are set double, as American newspapers set them: nobody can tell from `word` alone
    whether it stood in single or in double quotation marks.
    """
    curled = curl(sentence)
    if not curled.isascii():
        return curled
    spoken = sentence.rstrip(".")
    choices = [f"\u201c{spoken},\u201d {rng.choice(_SPEAKERS)}.", f"\u201c{sentence}\u201d"]
    if ", " in sentence:
        choices.append(sentence.replace(", ", " \u2014 ", 1))
        choices.append(sentence.replace(", ", "\u2014", 1))
    words = spoken.split(" ")
    if len(words) > 4:
        at = rng.randrange(1, len(words) - 2)
        quoted = [*words[:at], f"\u201c{words[at]}", f"{words[at + 1]}\u201d", *words[at + 2 :]]
        choices.append(" ".join(quoted) + ".")
    numbers = re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", sentence)
    if numbers != sentence:
        choices.append(numbers)
    return rng.choice(choices)
