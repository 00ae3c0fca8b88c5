"""Spaces that were letters: a legacy reader's NBSP, flattened by a later step.

In cp866 the byte of windows-1251's ``я`` is NBSP, so ``Меняем`` that was misread and had its NBSP
turned to spaces comes back as ``Мен ем``. Where the search for legacy pairs has repaired a text,
each space beside a letter of that script may be such a letter.
"""

from __future__ import annotations

from math import exp

from mojifix.channels import parse
from mojifix.channels.misread import Misread
from mojifix.engine.belief import Belief, line_profile
from mojifix.engine.decide import TEMPER
from mojifix.kernel.segments import segments
from mojifix.model import Span
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import UNIT, load

PRICE = 3.0
"""Nats against a letter in the place of a space, where the reader is known. A judgment."""
REACH = 24
"""Code points on either side of a space that are read."""


def _lost(found: tuple[Span, ...]) -> dict[str, str]:
    """The letters that the readers of a text showed as NBSP, with the misreading of each."""
    letters: dict[str, str] = {}
    for span in found:
        if len(span.chain) != 1 or not isinstance(step := span.chain.steps[0], Misread):
            continue
        written, read = step.written, step.read
        if written.single_byte and read.single_byte and "\xa0" in read.chars:
            letter = written.chars[read.chars.index("\xa0")]
            if letter is not None and letter.isalpha():
                letters[letter] = step.name
    return letters


def space_spans(text: str, found: tuple[Span, ...]) -> list[Span]:
    """Spans of spaces that were letters, in a text that is repaired as far as ``found`` goes."""
    spans: list[Span] = []
    if any(letter in span.text for span in found for letter in _lost((span,))):
        return []  # Where one of them was an NBSP to the end, none became a space.
    model = load()
    for letter, name in _lost(found).items():
        chain = parse(name, "nbsp-to-space")
        script = model.table[letter].cls
        for start, end in segments(text):
            belief = Belief(model, line_profile(model.tokens(text[start:end]), model))
            at = text.find(" ", start, end)
            while at >= 0:
                low, high = max(start, at - REACH), min(end, at + 1 + REACH)
                before, after = text[low:at], text[at + 1 : high]
                if _letter(before[-1:], script) or _letter(after[:1], script):
                    gain = belief.cost(f"{before} {after}", left=False, right=False)
                    gain -= belief.cost(before + letter + after, left=False, right=False)
                    confidence = 1 / (1 + exp(PRICE - TEMPER * gain / UNIT))
                    spans.append(Span(at, at + 1, letter, chain, confidence))
                at = text.find(" ", at + 1, end)
    return sorted(spans, key=lambda span: span.start)


def _letter(char: str, script: int) -> bool:
    return bool(char) and script < FIRST_OTHER and load().table[char].cls == script
