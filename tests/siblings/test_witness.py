from __future__ import annotations

from mojifix.siblings.index import Index
from mojifix.siblings.sources import documents
from mojifix.siblings.witness import enough, verbatim, witness

TEXT = "Earlier.\nHe said the company’s new models will reach all.\nLater."


def test_a_witness_brings_its_quotation() -> None:
    index = Index(documents([("Reuters", TEXT)]))
    at = TEXT.index("’")
    said = witness(index, 0, (at, at + 1), words=5.0, bits=60.0, accepted=True, both=True)
    assert (said.text, said.sibling, said.number) == ("’", "Reuters", 0)
    assert said.quotation == "He said the company’s new models will reach all."
    assert TEXT[said.quotation_start : said.quotation_end] == said.quotation


def test_enough_is_four_words_that_are_not_common() -> None:
    index = Index(documents(["the of and to " * 2000, "rare words say much more here"]))
    rare = sum(map(index.bits, ("rare", "words", "say", "much")))
    common = sum(map(index.bits, ("the", "of", "and", "to")))
    assert enough(index, 4.0, rare)
    assert not enough(index, 3.9, rare)
    assert not enough(index, 4.0, common)


def test_verbatim_needs_every_code_point_but_not_the_same_blanks() -> None:
    index = Index(documents([TEXT]))
    (said,) = verbatim(index, "the\u00a0company’s new models will reach")
    assert said.start == TEXT.index("the")
    assert list(verbatim(index, "the company's new models will reach")) == []
