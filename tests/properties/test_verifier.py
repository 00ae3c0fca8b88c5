"""Laws of the verifier and of the siblings, on texts of every kind."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from mojifix.channels import parse
from mojifix.model import Repair, Span, Status
from mojifix.siblings import Siblings, find_siblings
from mojifix.verify import verify, verify_texts
from mojifix.verify.edits import edits
from mojifix.verify.proof import run
from mojifix.verify.replay import changes_between
from tests.properties.strategies import FEW, LAWS, clean, sentences, texts

CHAINS = tuple(
    map(
        parse,
        (
            "utf-8>windows-1252",
            "utf-8>koi8-r",
            "utf-8>gb18030",
            "utf-8>iso-8859-1 · drop-c1",
            "utf-8>iso-8859-1 · drop-c1 · nbsp-to-space",
            "utf-8>windows-1252 · utf-8>windows-1252",
        ),
    )
)


def damaged_by(number: int, text: str) -> str:
    """``text`` through one of the chains, if it can pass through it."""
    damaged = run(CHAINS[number], text)
    assume(damaged is not None)
    assert damaged is not None
    return damaged


@LAWS
@given(texts(), texts())
def test_edits_lead_from_one_text_to_the_other(damaged: str, repaired: str) -> None:
    parts: list[str] = []
    at = at_repaired = 0
    for edit in edits(damaged, repaired):
        same = damaged[at : edit.start]
        assert same == repaired[at_repaired : edit.start_repaired]
        parts += same, repaired[edit.start_repaired : edit.end_repaired]
        at, at_repaired = edit.end, edit.end_repaired
    assert "".join((*parts, damaged[at:])) == repaired


@FEW
@given(texts(), texts())
def test_changes_do_too_and_their_chains_replay(damaged: str, repaired: str) -> None:
    parts: list[str] = []
    at = 0
    for change in changes_between(damaged, repaired):
        assert change.start >= at
        assert change.damaged == damaged[change.start : change.end]
        assert change.repaired == repaired[change.start_repaired : change.end_repaired]
        assert change.replays == (change.chain is not None)
        if change.chain is not None:
            assert change.chain.damage(change.repaired) == change.damaged
        parts += damaged[at : change.start], change.repaired
        at = change.end
    assert "".join((*parts, damaged[at:])) == repaired


@LAWS
@given(clean(), st.sampled_from(range(len(CHAINS))))
def test_what_was_damaged_can_be_proved(text: str, number: int) -> None:
    assert verify_texts(damaged_by(number, text), text).ok


@LAWS
@given(st.lists(clean(), min_size=1, max_size=4), st.sampled_from(range(len(CHAINS))))
def test_a_right_repair_is_never_contradicted(parts: list[str], number: int) -> None:
    chain = CHAINS[number]
    text = " ".join(parts)
    damaged = damaged_by(number, text)
    assume(damaged != text)
    repair = Repair(damaged, (Span(0, len(damaged), text, chain, 1.0),))
    siblings = [*parts, text, *sentences()[:300], "…" + damaged]
    verdict = verify(repair, siblings)
    assert verdict.ok
    assert verdict.spans[0].status is Status.CORROBORATED


@LAWS
@given(texts(), st.lists(texts(), max_size=4), st.data())
def test_witnesses_say_where_they_stand(text: str, named: list[str], data: st.DataObject) -> None:
    siblings = Siblings([*named, "before " + text + " after"])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 8)))
    found = siblings.witnesses(text, start, end, accepts=lambda t: t == text[start:end])
    for witness in found:
        source = siblings.text(witness.number)
        assert source[witness.start : witness.end] == witness.text
        assert source[witness.quotation_start : witness.quotation_end] == witness.quotation
        assert witness.text in witness.quotation
        assert witness.accepted == (witness.text == text[start:end]) or not witness.accepted
    assert list(found) == sorted(found, key=lambda w: (-w.words, w.number, w.start))


@FEW
@given(texts(), st.lists(texts(), max_size=4))
def test_any_text_may_be_a_sibling(text: str, others: list[str]) -> None:
    siblings = Siblings(others)
    for word in text.split()[:5]:
        place = siblings.first_word(word)
        assert (siblings.has_word(word) > 0) or place is None
    siblings.quotes(text)
    for found in find_siblings(text, others):
        assert 0 < found.score <= 1


@FEW
@given(texts(), texts(), st.lists(texts(), max_size=3))
def test_the_same_question_has_the_same_answer(one: str, two: str, others: list[str]) -> None:
    assert verify_texts(one, two, others) == verify_texts(one, two, others)
