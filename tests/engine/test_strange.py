"""Which lines, and which sentences of a line, read badly in their own language?"""

from __future__ import annotations

from mojifix.channels.misread import misread
from mojifix.engine.strange import strangeness
from mojifix.plausibility.oddity import scanner

CLEAN = "Hiçbir şey, aman yarabbi, kendi kızıma dair hiçbir şey bilmiyordum."
DAMAGED = "Çocuklar bahçede güneþin altýnda aðaçlarýn gölgesinde oynuyor."


def fires(text: str) -> bool:
    _, places = scanner().scan(text, 0, len(text))
    return strangeness().fires(text, [(place.start, place.end) for place in places])


def units(text: str) -> list[tuple[str, bool]]:
    return [(text[start:end], worth) for start, end, worth in strangeness().units(text)]


def test_lines_are_taken_as_a_whole() -> None:
    assert units(f"{CLEAN}\n{DAMAGED}") == [(CLEAN, False), (DAMAGED, True)]
    assert units(f"{CLEAN} {CLEAN}") == [(f"{CLEAN} {CLEAN}", False)]
    assert units(f"{DAMAGED} {DAMAGED}") == [(f"{DAMAGED} {DAMAGED}", True)]
    assert units("plain ASCII. Nothing else.") == [("plain ASCII. Nothing else.", False)]


def test_of_a_line_that_is_damaged_in_part_sentences_are_taken() -> None:
    assert units(f"{CLEAN} {DAMAGED} {CLEAN}") == [(CLEAN, False), (DAMAGED, True), (CLEAN, False)]


def test_lines_are_the_units_worth_a_search() -> None:
    text = f"{CLEAN} {DAMAGED}\n{CLEAN}"
    assert [text[start:end] for start, end in strangeness().lines(text)] == [DAMAGED]
    assert fires(f"{CLEAN} {DAMAGED}")
    assert not fires(CLEAN)


def test_short_sentences_go_with_the_next_one() -> None:
    text = f"Evet. {DAMAGED} {CLEAN}"
    assert units(text)[0] == (f"Evet. {DAMAGED}", True)


def test_what_is_left_of_words_beside_signs_counts() -> None:
    text = "Drengen lærte hurtigt, hvordan man hænger jakken på knagen."
    assert fires(misread("cp850", "windows-1252").damage(text))
    assert not fires("Drengen sagde “hurtigt” – og så løb han.")


def test_a_few_stretches_may_be_strange_together() -> None:
    text = "Дворник медленно поднимается по узкой лестнице, и яблоня в саду снова осыпается."
    damaged = misread("mac-cyrillic", "windows-1251").damage(text)
    assert strangeness().worth(damaged)
    assert not strangeness().worth(text)
