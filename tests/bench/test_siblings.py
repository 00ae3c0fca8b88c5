"""Sentences that siblings quote."""

from __future__ import annotations

from bench.case import Unit
from bench.corpus import load_fixtures
from bench.sections.lossy import SENTENCES
from bench.siblings import drawn, sentence_of

SOURCE = load_fixtures()


def test_half_of_the_sentences_are_quoted_by_some_sibling() -> None:
    found = drawn(SOURCE, 1, 1)
    assert found
    for case, siblings, quotations in found:
        assert case.input != case.expected
        sentences = [unit.expected for unit in case.units]
        assert len(sentences) == SENTENCES
        for sentence in sentences:
            assert any(sentence in sibling for sibling in siblings) == (sentence in quotations)


def test_sentences_count_in_their_place() -> None:
    units = [Unit("x", "?", "One à two."), Unit("x", "?", "Three.")]
    assert sentence_of("One à\xa0two. Three.", units, 0)
    assert sentence_of("One a two. Three.", units, 1)
    assert not sentence_of("One a two. Three.", units, 0)
    assert not sentence_of("One à two. Free.", units, 0)
