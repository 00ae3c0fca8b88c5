from __future__ import annotations

from typing import Any

import pytest

from mojifix.channels import damage, parse
from mojifix.model import Repair, Span
from mojifix.verify.replay import changes_between, changes_of, outside, places_of

CHAIN = parse("utf-8>iso-8859-7", "drop-c1")
DAMAGED = "Mistralβs open, βfreeβ models"


def repair(*texts: str) -> Repair:
    starts = [i for i, char in enumerate(DAMAGED) if char == "β"]
    return Repair(
        DAMAGED,
        tuple(Span(i, i + 1, text, CHAIN, 0.9) for i, text in zip(starts, texts, strict=True)),
    )


def tampered(real: Repair, **changed: Any) -> Repair:
    """A repair that passed its own checks, and was changed behind its back."""
    for name, value in changed.items():
        setattr(real, name, value)
    return real


def shown(damaged: str, repaired: str) -> list[tuple[str, str, str | None]]:
    return [
        (change.damaged, change.repaired, None if change.chain is None else str(change.chain))
        for change in changes_between(damaged, repaired)
    ]


def test_every_span_is_replayed_here() -> None:
    changes = changes_of(repair("’", "“", "”"))
    assert [(c.start, c.start_repaired, c.damaged, c.repaired) for c in changes] == [
        (7, 7, "β", "’"),
        (16, 16, "β", "“"),
        (21, 21, "β", "”"),
    ]
    assert all(change.replays for change in changes)
    assert outside(repair("’", "“", "”")) == ()


def test_offsets_in_the_repaired_text_follow_the_lengths() -> None:
    chain = parse("utf-8>windows-1252")
    text = "Ã©tÃ© â€¦"
    spans = (Span(0, 2, "é", chain, 1.0), Span(3, 5, "é", chain, 1.0), Span(6, 9, "…", chain, 1.0))
    made = Repair(text, spans)
    for change in changes_of(made):
        assert made.text[change.start_repaired : change.end_repaired] == change.repaired
        assert text[change.start : change.end] == change.damaged


def test_a_span_that_does_not_replay_is_found_out() -> None:
    real = repair("’", "“", "”")
    wrong = Span(16, 17, "x", CHAIN, 0.9)
    changes = changes_of(tampered(real, spans=(real.spans[0], wrong, real.spans[2])))
    assert [change.replays for change in changes] == [True, False, True]


def test_a_change_outside_of_the_spans_is_found_out() -> None:
    real = repair("’", "“", "”")
    assert outside(tampered(real, _text=real.text.replace("open", "shut"))) == ((10, 14),)


def test_a_change_inside_of_a_span_is_one_too() -> None:
    real = repair("’", "“", "”")
    assert outside(tampered(real, _text=real.text.replace("“", "‘"))) == ((16, 17),)


def test_after_a_span_offsets_are_those_of_the_damaged_text() -> None:
    chain = parse("utf-8>windows-1252")
    real = Repair("Ã©tude un", (Span(0, 2, "é", chain, 1.0),))
    assert outside(tampered(real, _text="étude deux")) == ((7, 9),)
    assert outside(tampered(real, _text="élude un")) == ((2, 3),)


@pytest.mark.parametrize(
    "span",
    [(3, 3), (5, 4), (0, 99), (-2, 3)],
)
def test_spans_in_impossible_places_are_found_out(span: tuple[int, int]) -> None:
    real = tampered(repair("’", "“", "”"), spans=(Span(*span, "x", CHAIN, 0.9),))
    assert outside(real) == (span,)
    assert not any(change.replays for change in changes_of(real))


def test_spans_that_overlap_are_found_out() -> None:
    real = repair("’", "“", "”")
    assert outside(tampered(real, spans=(real.spans[1], real.spans[0]))) == ((7, 8),)


def test_edits_of_any_tool_are_proved() -> None:
    assert shown(DAMAGED, "Mistral’s open, “free” models") == [
        ("β", "’", "utf-8>iso-8859-7 · drop-c1"),
        ("βfreeβ", "“free”", "utf-8>iso-8859-7 · drop-c1"),
    ]


def test_two_kinds_of_damage_and_a_clean_dash_in_one_word() -> None:
    damaged = "Ã©–" + damage("д", "koi8-r>windows-1252")
    assert shown(damaged, "é–д") == [
        ("Ã©", "é", "utf-8>windows-1252"),
        ("Ä", "д", "koi8-r>windows-1252"),
    ]


@pytest.mark.parametrize(
    ("damaged", "repaired", "expected"),
    [
        ("Ãƒ la", "Ã la", ("Ãƒ", "Ã")),
        ("Ã  la", "à la", ("Ã  ", "à ")),
        ("foo Ã©Ã©", "foo éé", ("Ã©Ã©", "éé")),
    ],
)
def test_an_edit_is_widened_to_what_was_damaged(
    damaged: str, repaired: str, expected: tuple[str, str]
) -> None:
    ((before, after, chain),) = shown(damaged, repaired)
    assert (before, after) == expected
    assert chain is not None


def test_changes_without_a_proof_stay_whole() -> None:
    assert shown("Zürich liegt hier", "Genf liegt dort") == [
        ("Zürich", "Genf", None),
        ("hier", "dort", None),
    ]


@pytest.mark.parametrize(
    ("damaged", "repaired"), [("a word", "a"), ("a", "a word"), ("", "x"), ("x", "")]
)
def test_what_is_added_or_removed_has_no_proof(damaged: str, repaired: str) -> None:
    ((_, _, chain),) = shown(damaged, repaired)
    assert chain is None


def test_changes_cover_all_that_differs() -> None:
    text = "Près de l’hôtel, où l’été est « déjà » là,\nRené a dîné à Noël.\n"
    damaged = damage(text, "utf-8>iso-8859-1", "drop-c1", "nbsp-to-space")
    parts: list[str] = []
    at = 0
    for change in changes_between(damaged, text):
        assert change.replays
        assert change.chain is not None
        assert change.chain.damage(change.repaired) == change.damaged
        parts += damaged[at : change.start], change.repaired
        at = change.end
    assert "".join((*parts, damaged[at:])) == text


def test_a_change_is_taken_apart_into_its_places() -> None:
    chain = parse("utf-8>windows-1252")
    text = "l’été à Noël"
    damaged = chain.damage(text)
    (change,) = changes_of(Repair(damaged, (Span(0, len(damaged), text, chain, 1.0),)))
    places = places_of(change)
    assert [place.repaired for place in places] == ["’été", "à", "ë"]
    for place in places:
        assert text[place.start_repaired : place.end_repaired] == place.repaired
        assert change.damaged[place.start : place.end] == place.damaged


def test_a_change_that_only_replays_as_a_whole_stays_one() -> None:
    chain = parse("utf-8>utf-16-le")
    text = "é à ïç"
    damaged = chain.damage(text)
    (change,) = changes_of(Repair(damaged, (Span(0, len(damaged), text, chain, 1.0),)))
    assert places_of(change) == (change,)
