"""The search for losses."""

from __future__ import annotations

import pytest

import mojifix
from mojifix import damage
from mojifix.engine.balance import ALTERNATIVES
from mojifix.engine.lossy import lossy_spans
from mojifix.engine.suspects import suspects
from mojifix.model import Repair

TEXT = "The mayor’s plan isn’t dead, it’s only asleep, she said, and we’ll wake it."
QUOTED = f"“{TEXT}” Nobody’s surprised."


def lost(text: str, read: str = "iso-8859-7") -> str:
    return damage(text, f"utf-8>{read}", "drop-c1")


@pytest.mark.parametrize("read", ["iso-8859-7", "iso-8859-5"])
@pytest.mark.parametrize("text", [TEXT, QUOTED])
def test_losses_come_back(text: str, read: str) -> None:
    damaged = lost(text, read)
    assert suspects(damaged).lost
    spans = lossy_spans(damaged, {})
    assert Repair(damaged, tuple(spans)).text == text
    assert all(0 < span.confidence <= 1 for span in spans)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ο μεγάλος αδερφός μου μένει στην Κύπρο.", "utf-8>windows-1252/fffd"),
        ("Πιστεύω ότι το δεύτερο μέρος ήταν καλύτερο.", "utf-8>windows-1252/fffd"),
        ("Sie hat viele Änderungen daran gemacht.", "utf-8>iso-8859-1 · drop-c1"),
        ("Non è vero. È bello.", "utf-8>iso-8859-1 · drop-c1"),
    ],
)
def test_letters_come_back(text: str, chain: str) -> None:
    """By the one accent of a Greek word, in a long word, at the beginning of a sentence."""
    assert mojifix.fix(damage(text, *chain.split(" · "))) == text


@pytest.mark.parametrize(
    "text", [TEXT, QUOTED, "Une pâte à tarte dorée.", "Η β-καροτίνη", "TGF-β in the plasma", ""]
)
def test_nothing_in_clean_text(text: str) -> None:
    assert not suspects(text).lost
    assert lossy_spans(text, {}) == []


def test_alternatives_replay_and_are_few() -> None:
    damaged = lost(QUOTED)
    for span in lossy_spans(damaged, {}):
        assert 1 <= len(span.alternatives) <= ALTERNATIVES
        assert span.text not in span.alternatives
        for other in span.alternatives:
            assert span.chain.damage(other) == damaged[span.start : span.end]


def test_marks_are_brought_into_balance() -> None:
    damaged = lost("“Wait,” he said. “Tomorrow we’ll see what’s left of it.”")
    texts = [span.text for span in lossy_spans(damaged, {})]
    assert texts == [*"“”“’’”"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the teachers’ house. It isn’t the Citizens’ Association’s. “I have class tomorrow.”",
        "They sold a lot in 1996—which wasn’t bad—and it’s their goal.",
    ],
)
def test_what_stands_elsewhere_is_no_other_kind_of_mark(text: str) -> None:
    """The apostrophe of a plural closes no quotation, and a number ends at a dash."""
    assert mojifix.fix(damage(text, "utf-8>iso-8859-1", "drop-c1")) == text


def test_known_reader_is_less_of_a_surprise() -> None:
    damaged = lost("We saw the mayor’s house.")
    alone = {s.start: s.confidence for s in lossy_spans(damaged, {})}
    known = {s.start: s.confidence for s in lossy_spans(damaged, {"iso-8859-7": 12.0})}
    (place,) = known
    assert alone.get(place, 0.0) < known[place]


def test_lines_of_an_unknown_language_do_not_add_up() -> None:
    words = "Sbarât Pontât Salvât Sierât Cjariât Mandât Segnât Lassât Puartât Çocs Lûs Nêf Gjîs"
    rows = [f'"the-button-for-text-tooltip-{i}": "{word}",' for i, word in enumerate(words.split())]
    assert mojifix.fix("\n".join(rows)) == "\n".join(rows)


def test_accents_that_a_language_is_not_known_for_are_no_losses() -> None:
    text = "Nekan chawikânna lam a kâwk, hmalâkna te a tanpui zel."  # Mizo, much like Hakha Chin
    assert mojifix.fix(text) == text


def test_symbols_do_not_part_letters() -> None:
    read = "iso-8859-15"  # which shows an arrow as this, once its C1 control is gone
    assert lost("a↨b", read) == "aâšb"
    spans = lossy_spans("ohtsâškode", {read: 20.0})
    assert "↨" not in "".join(span.text for span in spans)
