"""The guarantees as functions of a text; each raises ``AssertionError`` where it is broken.

They look at texts, spans and chains only, and at nothing that the engine says of itself.
"""

import unicodedata
from collections import Counter

import mojifix
from bench.guarantees import ASCII_MOVERS, hostile, splice
from mojifix import Config, Repair


def replay(text: str) -> Repair:
    """1. Every span's chain leads from the repaired text back to the damaged one."""
    repair = mojifix.repair(text)
    assert repair.original is text
    assert repair.replay() == text
    for span in repair.spans:
        damaged = text[span.start : span.end]
        assert span.chain.damage(span.text) == damaged
        assert mojifix.damage(span.text, str(span.chain)) == damaged, "the chain's printed name"
        for other in span.alternatives:
            assert other != span.text
            assert span.chain.damage(other) == damaged, "an alternative that does not replay"
    return repair


def locality(text: str) -> None:
    """2. Outside the spans nothing changes, and no span does nothing."""
    repair = mojifix.repair(text)
    assert repair.text == splice(text, repair.spans)
    at = 0
    for span in repair.spans:
        assert at <= span.start < span.end <= len(text)
        assert span.text != text[span.start : span.end]
        at = span.end
    if not repair.spans:
        assert repair.text is text
        assert mojifix.fix(text) is text


def idempotence(text: str) -> None:
    """3. A repaired text has nothing left to repair."""
    once = mojifix.fix(text)
    assert mojifix.fix(once) == once


def abstention(text: str, low: float, high: float) -> None:
    """4. A higher ``min_confidence`` never adds a span, and takes none below it."""
    low, high = sorted((low, high))
    some = mojifix.repair(text, config=Config(min_confidence=high)).spans
    more = mojifix.repair(text, config=Config(min_confidence=low)).spans
    assert all(span.confidence >= high for span in some)
    # A span as the reader sees it: where, what, how. (How sure may depend on other spans.)
    kept = {(s.start, s.end, s.text, str(s.chain)) for s in more}
    assert {(s.start, s.end, s.text, str(s.chain)) for s in some} <= kept


def encoding_only(text: str) -> None:
    """5. No span normalizes, folds, straightens or unescapes: a misreading is in every chain."""
    for span in mojifix.repair(text).spans:
        damaged = text[span.start : span.end]
        assert any(">" in step.name for step in span.chain), f"no misreading in {span.chain}"
        same = unicodedata.normalize("NFC", damaged) == unicodedata.normalize("NFC", span.text)
        assert not same, "a change of normalization alone"


def ascii_skeleton(text: str) -> None:
    """6. ASCII changes only where the chain says so by name."""
    for span in mojifix.repair(text).spans:
        if not any(mover in str(span.chain) for mover in ASCII_MOVERS):
            before = [c for c in text[span.start : span.end] if c.isascii()]
            assert [c for c in span.text if c.isascii()] == before, str(span.chain)


def nothing_worse(text: str) -> None:
    """7. No control, bidi control, noncharacter or lone surrogate is added."""
    assert hostile(mojifix.fix(text)) - hostile(text) == Counter()


def total(text: str) -> None:
    """8. Every text gives a result, from every function."""
    repair = mojifix.repair(text)
    assert isinstance(repair.text, str)
    assert 0.0 <= repair.confidence <= 1.0
    for finding in mojifix.detect(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert 0.0 <= finding.confidence <= 1.0
        assert isinstance(finding.to_dict(), dict)
    assert isinstance(repair.to_dict(), dict)


def deterministic(text: str) -> None:
    """9. The same text, made anew, gives the same repair."""
    again = "".join(list(text))
    assert mojifix.repair(again).to_dict() == mojifix.repair(text).to_dict()


ALL = (replay, locality, idempotence, encoding_only, ascii_skeleton, nothing_worse, total)
"""The laws that need a text alone."""
