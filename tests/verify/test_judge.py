from __future__ import annotations

import pytest

from mojifix.channels import parse
from mojifix.model import Repair, Span, SpanVerdict, Status, Strength
from mojifix.verify import verify

PUNCTUATION = parse("utf-8>iso-8859-7", "drop-c1")
LATIN = parse("utf-8>iso-8859-1", "drop-c1")
SENTENCE = "He said the company’s new models will reach all of its customers in Europe."


def judge(text: str, place: str, siblings: object, *, right: str, chain: str = "") -> SpanVerdict:
    """The verdict on one repair: ``place`` in the text was damaged from ``right``."""
    steps = parse(*(chain.split(" · ") if chain else ("utf-8>iso-8859-7", "drop-c1")))
    damaged = steps.damage(place)
    at = text.index(place)
    original = text.replace(place, damaged, 1)
    span = Span(at, at + len(damaged), right, steps, 0.9)
    (verdict,) = verify(Repair(original, (span,)), siblings).spans  # type: ignore[arg-type]
    return verdict


def test_corroborated_by_a_passage_with_both_quotations() -> None:
    said = judge(SENTENCE, "’", [("Reuters", "Earlier. " + SENTENCE)], right="’")
    assert (said.status, said.strength) == (Status.CORROBORATED, Strength.PASSAGE)
    assert said.sibling == "Reuters"
    assert said.quotation == "Earlier. " + SENTENCE
    assert (said.sibling_start, said.sibling_end) == (0, 84)
    assert said.reading == said.repaired == "’"
    assert said.damaged == "β"
    assert said.context == SENTENCE.replace("’", "β")
    assert said.chain == PUNCTUATION


def test_corroborated_by_the_word() -> None:
    said = judge(SENTENCE, "’", ["Nobody likes the Company’s food."], right="’")
    assert (said.status, said.strength) == (Status.CORROBORATED, Strength.WORD)
    assert said.reading == "Company’s"
    assert said.quotation == "Nobody likes the Company’s food."


def test_no_sibling_speaks() -> None:
    every: tuple[object, ...] = (None, [], "", "Nothing of the kind.")
    for siblings in every:
        said = judge(SENTENCE, "’", siblings, right="’")
        assert (said.status, said.strength, said.sibling) == (Status.UNATTESTED, None, None)
        assert (said.quotation, said.reading) == ("", "")


@pytest.mark.parametrize("wrong", ["‘", "“", "”", "–", "—", "‚"])
def test_contradicted_by_a_passage(wrong: str) -> None:
    said = judge(SENTENCE, "’", [SENTENCE], right=wrong)
    assert (said.status, said.strength) == (Status.CONTRADICTED, Strength.PASSAGE)
    assert (said.repaired, said.reading) == (wrong, "’")


def test_a_passage_outweighs_a_word() -> None:
    text = "Ils ont dit que le maire a été élu hier soir à la mairie de Paris."
    lossy = judge(text, "à", [text, "Á Paris"], right="Á", chain="utf-8>ascii/question")
    assert (lossy.status, lossy.reading) == (Status.CONTRADICTED, "à")


def test_the_longer_passage_counts() -> None:
    short = "the company“s new models will be"
    assert judge(SENTENCE, "’", [short, SENTENCE], right="’").status is Status.CORROBORATED
    assert judge(SENTENCE, "’", [SENTENCE, short], right="“").status is Status.CONTRADICTED


def test_of_passages_as_long_the_majority_counts() -> None:
    wrong = SENTENCE.replace("’", "“")
    assert judge(SENTENCE, "’", [wrong, SENTENCE, SENTENCE], right="’").status is (
        Status.CORROBORATED
    )
    assert judge(SENTENCE, "’", [SENTENCE, wrong, wrong], right="’").status is Status.CONTRADICTED
    assert judge(SENTENCE, "’", [wrong, SENTENCE], right="’").status is Status.CORROBORATED


def test_a_few_words_on_one_side_do_not_contradict() -> None:
    text = "“You are all quite wrong,” said the little man, meekly."
    other = "Ten minutes past nine!’ said the little man, looking at his watch."
    assert judge(text, "”", [other], right="”").status is Status.UNATTESTED


def test_where_the_sentence_begins_a_few_words_do() -> None:
    text = "We went home. Don’t count your chickens before they hatch."
    other = "So it was tight! Don’t count your chickens before they hatch."
    said = judge(text, "’", [other], right="‘")
    assert (said.status, said.reading) == (Status.CONTRADICTED, "’")


@pytest.mark.parametrize(
    ("text", "sibling"),
    [
        # The sibling lacks the closing quotation mark.
        (
            "“We are thrilled to embark on this partnership with Microsoft,” said Mensch.",
            "“We are thrilled to embark on this partnership with Microsoft. With Azure’s help",
        ),
        # Straight marks do not say which.
        (
            "He called it “a great day for all of us in Europe” and left.",
            'He called it "a great day for all of us in Europe" and left.',
        ),
        # The style of another house.
        (
            "He called it “a great day for all of us in Europe” and left.",
            "He called it ‘a great day for all of us in Europe’ and left.",
        ),
        # Another word.
        (
            "He called it a great day for all of Orwell’s friends in Europe.",
            "He called it a great day for all of his friends in Europe.",
        ),
    ],
)
def test_siblings_with_something_else_that_says_nothing(text: str, sibling: str) -> None:
    place = "’" if "’" in text else "”"
    assert judge(text, place, [sibling], right=place).status is Status.UNATTESTED


def test_a_blank_for_nbsp_says_nothing() -> None:
    text = "The Financial Times\u00a0also reported that Microsoft will take a stake."
    said = judge(
        text,
        "\u00a0",
        [text.replace("\u00a0", " ")],
        right="\u00a0",
        chain="utf-8>iso-8859-7 · nbsp-to-space",
    )
    assert said.status is Status.UNATTESTED
    said = judge(text, "\u00a0", [text], right="\u00a0", chain="utf-8>iso-8859-7 · nbsp-to-space")
    assert said.status is Status.CORROBORATED


def test_another_case_is_the_same_word_and_nothing_against_it() -> None:
    text = "Hier soir école et mairie sont restées fermées toute la nuit."
    upper = text.replace("école", "École")
    chain = "utf-8>iso-8859-1 · lower-case"
    said = judge(text, "é", [upper], right="é", chain=chain)
    assert (said.status, said.strength) == (Status.CORROBORATED, Strength.WORD)


def test_clean_text_that_was_repaired() -> None:
    text = "Cells were treated with TGF-β for two days before the assay began."
    at = text.index("β")
    repair = Repair(text, (Span(at, at + 1, "’", PUNCTUATION, 0.9),))
    (said,) = verify(repair, ["Later, cells were treated with TGF-β for two days in all."]).spans
    assert (said.status, said.reading) == (Status.CONTRADICTED, "β")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (SENTENCE, PUNCTUATION),
        (SENTENCE, LATIN),
        ("It’s raining in the whole of the country today, they said on the radio.", LATIN),
        ("He called it “a great day for all of us in Europe” and left.", LATIN),
    ],
)
def test_a_sibling_with_the_same_damage_says_nothing(text: str, chain: object) -> None:
    assert isinstance(chain, type(PUNCTUATION))
    damaged = chain.damage(text)
    spans = tuple(
        Span(i, i + 1, char, chain, 0.9)
        for i, char in enumerate(text)
        if not char.isascii()  # each of them became one code point
    )
    for siblings in ([damaged], ["More of it: " + damaged + " And so on."]):
        said = verify(Repair(damaged, spans), siblings).spans
        assert {s.status for s in said} == {Status.UNATTESTED}
        both = verify(Repair(damaged, spans), [*siblings, text]).spans
        assert {s.status for s in both} == {Status.CORROBORATED}


def test_a_span_over_several_places_needs_all_of_them() -> None:
    chain = parse("utf-8>windows-1252")
    text = "Ils ont dîné à la même table que le maire."
    damaged = chain.damage(text)
    repair = Repair(damaged, (Span(0, len(damaged), text, chain, 0.9),))
    whole = verify(repair, [text]).spans[0]
    assert (whole.status, whole.strength) == (Status.CORROBORATED, Strength.PASSAGE)
    words = verify(repair, ["même à dîné"]).spans[0]
    assert (words.status, words.strength) == (Status.CORROBORATED, Strength.WORD)
    assert verify(repair, ["même dîné"]).spans[0].status is Status.UNATTESTED


def test_one_wrong_place_of_a_span_contradicts_it() -> None:
    text = "“We are thrilled to embark on this long partnership, as the company’s new owners.”"
    damaged = PUNCTUATION.damage(text)
    wrong = text.replace("’", "“")
    repair = Repair(damaged, (Span(0, len(damaged), wrong, PUNCTUATION, 0.9),))
    said = verify(repair, [text]).spans[0]
    assert (said.status, said.reading) == (Status.CONTRADICTED, "’")


def test_a_repaired_quotation_mark_is_no_part_of_a_word() -> None:
    text = "They call it “Déjà-vu” here."
    assert judge(text, "“", ["Nothing but Déjà-vu."], right="“").status is Status.UNATTESTED


def test_the_word_of_the_document_itself_does_not_count() -> None:
    text = "The company’s new. Nobody knows the company’s old models."
    damaged = text.replace("’", "β", 1)
    at = damaged.index("β")
    repair = Repair(damaged, (Span(at, at + 1, "’", PUNCTUATION, 0.9),))
    assert verify(repair, [damaged]).spans[0].status is Status.UNATTESTED
    assert verify(repair, [damaged, text]).spans[0].status is Status.CORROBORATED


@pytest.mark.parametrize(
    "text", ["Москва слезам не верит, и никто не поможет.", "这家公司希望通过合作把智能带给客户。"]
)
def test_text_of_which_nothing_was_left(text: str) -> None:
    chain = parse("utf-8>iso-8859-1")
    damaged = chain.damage(text)
    repair = Repair(damaged, (Span(0, len(damaged), text, chain, 0.9),))
    said = verify(repair, ["Vorher. " + text + " Nachher."]).spans[0]
    assert (said.status, said.strength) == (Status.CORROBORATED, Strength.PASSAGE)
