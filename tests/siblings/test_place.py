from __future__ import annotations

from collections.abc import Sequence

import pytest

from mojifix.channels import parse
from mojifix.siblings import Siblings, Witness

CHAIN = parse("utf-8>iso-8859-7", "drop-c1")
SENTENCE = "He said the company’s new models will reach all of its customers in Europe."


def ask(text: str, siblings: str | Sequence[str], place: str = "β") -> tuple[Witness, ...]:
    """What siblings have in the place of the first ``place`` in a damaged text."""
    start = text.index(place)
    return Siblings(siblings).witnesses(
        text, start, start + len(place), accepts=lambda t: CHAIN.damage(t) == place
    )


def read(
    text: str, siblings: str | Sequence[str], place: str = "β"
) -> list[tuple[str, bool, bool]]:
    return [(w.text, w.accepted, w.both_sides) for w in ask(text, siblings, place)]


def test_a_sibling_that_quotes_the_sentence() -> None:
    (witness,) = ask(SENTENCE.replace("’", "β"), "Earlier. " + SENTENCE)
    assert (witness.text, witness.accepted, witness.both_sides) == ("’", True, True)
    assert witness.sibling == "1"
    assert (witness.start, witness.end) == (28, 29)
    assert witness.quotation == "Earlier. " + SENTENCE
    assert (witness.quotation_start, witness.quotation_end) == (0, len(witness.quotation))


def test_the_strongest_witness_comes_first() -> None:
    part = "the company’s new models will reach"
    found = ask(SENTENCE.replace("’", "β"), [part, SENTENCE])
    assert [w.sibling for w in found] == ["2", "1"]
    assert found[0].words > found[1].words


def test_three_words_in_common_are_no_passage() -> None:
    assert read(SENTENCE.replace("’", "β"), "Our company’s new models are red.") == []


def test_a_short_sentence_is_a_passage_when_all_of_it_is_the_same() -> None:
    assert read("Nothing. Itβs raining. Well.", "Look! It’s raining. No.") == [("’", True, True)]
    assert read("Nothing. Itβs raining. Well.", "Look! It’s raining hard. No.") == []


def test_blanks_and_line_ends_are_the_same() -> None:
    assert read(
        "He said the\ncompanyβs  new models\u00a0will reach",
        "He said the company’s new\r\nmodels will reach",
    ) == [("’", True, True)]


@pytest.mark.parametrize(
    "edited",
    [
        "He claimed the company’s new models will reach",
        "The company’s new models will soon reach all",
        "He said: the company’s new, better models will reach",
        "HE SAID THE COMPANY’S NEW MODELS WILL REACH",
    ],
)
def test_slight_edits(edited: str) -> None:
    assert [t for t, *_ in read(SENTENCE.replace("’", "β"), edited)] == ["’"]


def test_damage_around_the_place_is_a_wildcard() -> None:
    text = "βNoβ, said Mullerβs friend RenÃ© at the cafÃ©, βwe donβt know the answerβ"
    sibling = "“No”, said Muller’s friend René at the café, “we don’t know the answer”"
    for n, place in enumerate(i for i, char in enumerate(text) if char == "β"):
        found = Siblings(sibling).witnesses(
            text, place, place + 1, accepts=lambda t: CHAIN.damage(t) == "β"
        )
        assert [w.text for w in found] == [[c for c in sibling if c in "“”’"][n]]


def test_a_quotation_that_goes_on_differently() -> None:
    text = "“Together we are committed to our partners globally.β\nAdditionally, Mistral said no."
    sibling = "“Together we are committed to our partners globally.” Most read today"
    assert read(text, sibling) == [("”", True, False)]


def test_a_quotation_that_begins_differently() -> None:
    text = "Reported on Monday.\nβWe are thrilled to embark on this partnership with them."
    sibling = "He said, “We are thrilled to embark on this partnership with them."
    assert read(text, sibling) == [("“", True, False)]


def test_a_sibling_that_lacks_the_mark_has_nothing_to_say_that_replays() -> None:
    text = "βWe are thrilled to embark on this partnership with Microsoft,β said Mensch."
    sibling = "“We are thrilled to embark on this partnership with Microsoft. With Azure’s help"
    start = text.rindex("β")
    found = Siblings(sibling).witnesses(
        text, start, start + 1, accepts=lambda t: CHAIN.damage(t) == "β"
    )
    assert [w for w in found if w.accepted] == []


def test_sentence_marks_before_a_quotation_mark_may_differ() -> None:
    text = "We are thrilled to embark on this partnership with Microsoft,β said Mensch."
    assert read(
        text, "We are thrilled to embark on this partnership with Microsoft.” He left."
    ) == [("”", True, False)]


def test_the_word_of_the_place_must_end_the_same_way() -> None:
    text = "He said that all of them like the companyβs results"
    assert read(text, "He said that all of them like the company’re going") == []


def test_what_does_not_replay_is_given_but_not_accepted() -> None:
    assert read(SENTENCE.replace("’", "β"), SENTENCE.replace("’", "'")) == [("'", False, True)]


def test_without_a_test_nothing_is_accepted() -> None:
    text = SENTENCE.replace("’", "β")
    at = text.index("β")
    (witness,) = Siblings(SENTENCE).witnesses(text, at, at + 1)
    assert (witness.text, witness.accepted) == ("’", False)


def test_an_intact_sibling_with_the_damaged_text_is_a_witness() -> None:
    text = "Cells were treated with TGF-β for two days before the assay."
    assert read(text, "Then cells were treated with TGF-β for two days in all.") == [
        ("β", False, True)
    ]


def test_a_sibling_with_the_same_damage_is_none() -> None:
    text = SENTENCE.replace("’", "β")
    assert read(text, "Before. " + text) == []


def test_the_document_itself_is_none() -> None:
    text = "Cells were treated with TGF-β for two days before the assay."
    assert read(text, text) == []
    at = text.index("β")
    other = Siblings(text).witnesses(text, at, at + 1, own="another text")
    assert [w.text for w in other] == ["β"]


@pytest.mark.parametrize(
    ("sentence", "place", "chain"),
    [
        ("这家公司希望通过合作把人工智能带给“全世界”的客户", "“", "utf-8>iso-8859-1"),
        ("この会社は人工知能を世界中の「お客様」に届けたい", "「", "utf-8>iso-8859-1"),
        ("บริษัทต้องการนำปัญญาประดิษฐ์ไปสู่ “ลูกค้า” ทั่วโลก", "“", "utf-8>iso-8859-1"),
        ("Компания хочет принести искусственный интеллект “всем” клиентам", "“", "utf-8>koi8-r"),
        ("तकनीक को दुनिया भर के “ग्राहकों” तक पहुँचाना चाहती है", "“", "utf-8>windows-1252"),
    ],
)
def test_other_scripts(sentence: str, place: str, chain: str) -> None:
    steps = parse(chain)
    damaged = steps.damage(place)
    at = sentence.index(place)
    text = sentence.replace(place, damaged)
    found = Siblings([sentence, "x"]).witnesses(
        text, at, at + len(damaged), accepts=lambda t: steps.damage(t) == damaged
    )
    assert [(w.text, w.accepted) for w in found] == [(place, True)]


def test_damage_that_took_ascii_along() -> None:
    chain = parse("utf-8>gb18030")
    text = chain.damage("I don’t know why they would do this to us")
    damaged = chain.damage("’t")
    at = text.index(damaged)
    found = Siblings("Well, I don’t know why they would do this to us.").witnesses(
        text, at, at + len(damaged), accepts=lambda t: chain.damage(t) == damaged
    )
    assert [w.text for w in found] == ["’t"]


@pytest.mark.parametrize("text", ["", "β", "\ud800β\udfff", "β" * 50, "\n\n"])
def test_texts_without_context(text: str) -> None:
    assert Siblings([SENTENCE, "", "β"]).witnesses(text, 0, len(text)) == ()


def test_the_order_of_siblings_does_not_change_what_they_say() -> None:
    texts = [SENTENCE, "He said the company“s new models will reach all", SENTENCE + " Really."]
    text = SENTENCE.replace("’", "β")
    forward, backward = ask(text, texts), ask(text, texts[::-1])
    assert sorted((w.text, w.words) for w in forward) == sorted((w.text, w.words) for w in backward)
