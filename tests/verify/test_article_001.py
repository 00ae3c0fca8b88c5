"""The article that started it, against its four siblings."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mojifix.channels import parse
from mojifix.model import Repair, Span, SpanVerdict, Status, Strength
from mojifix.siblings import Siblings
from mojifix.verify import verify, verify_texts

PLACES = Path(__file__).parents[2] / "fixtures" / "siblings" / "article_001.jsonl"
QUOTED = {
    "“We are thrilled": "“We are thrilled to embark on this partnership with",
    "With Azure’s": "to embark on this partnership with Microsoft. With Azure’s cutting-edge AI "
    "infrastructure, we are reaching a new",
    "globally.”": "unparalleled value to our customers and partners globally.”",
}
"""The three places inside of sentences that siblings quote, and what a sibling has there."""


@pytest.fixture(scope="module")
def places() -> list[dict[str, Any]]:
    return [json.loads(line) for line in PLACES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def damaged(article: Path) -> str:
    return article.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def index(siblings: tuple[Path, ...]) -> Siblings:
    return Siblings(siblings)


def mend(damaged: str, places: list[dict[str, Any]], other: dict[int, str] | None = None) -> Repair:
    """The right repair, or one with other texts at some offsets."""
    return Repair(
        damaged,
        tuple(
            Span(
                place["start"],
                place["end"],
                (other or {}).get(place["start"], place["text"]),
                parse(*place["chain"]),
                1.0,
            )
            for place in places
        ),
    )


def quoted(places: list[dict[str, Any]]) -> dict[str, int]:
    """Where the three places are."""
    found = {}
    for words in QUOTED:
        (found[words],) = (p["start"] for p in places if words in p["reads"] and fits(p, words))
    return found


def fits(place: dict[str, Any], words: str) -> bool:
    return place["text"] in words


def test_the_expectation_is_what_it_says(damaged: str, places: list[dict[str, Any]]) -> None:
    assert len(places) == 42
    text = mend(damaged, places).text
    for place in places:
        assert damaged[place["start"] : place["end"]] in ("β", "Β ")
        assert place["reads"] in text
    assert not {"β", "Β"} & set(text)
    assert Counter(place["text"] for place in places) == {"’": 28, "”": 7, "“": 6, "\u00a0": 1}


def test_all_places_replay_and_twelve_are_corroborated(
    damaged: str, places: list[dict[str, Any]], index: Siblings
) -> None:
    verdict = verify(mend(damaged, places), index)
    assert verdict.ok
    assert len(verdict.spans) == 42
    assert all(said.replays for said in verdict.spans)
    counts = Counter((said.status, said.strength) for said in verdict.spans)
    assert counts[Status.CORROBORATED, Strength.PASSAGE] >= 3
    assert sum(n for (s, _), n in counts.items() if s is Status.CORROBORATED) >= 12
    assert not any(status is Status.CONTRADICTED for status, _ in counts)


def test_quotations_are_there_and_offsets_lead_to_them(
    damaged: str, places: list[dict[str, Any]], index: Siblings
) -> None:
    for said in verify(mend(damaged, places), index).spans:
        if said.sibling is None:
            continue
        text = Path(said.sibling).read_bytes().decode("utf-8")
        assert text[said.sibling_start : said.sibling_end] == said.quotation
        assert said.reading in said.quotation
        assert said.repaired in said.reading
        assert said.damaged in said.context


@pytest.mark.parametrize("words", QUOTED)
def test_the_three_places_that_siblings_quote(
    words: str, damaged: str, places: list[dict[str, Any]], index: Siblings
) -> None:
    said = at(verify(mend(damaged, places), index).spans, quoted(places)[words])
    assert (said.status, said.strength) == (Status.CORROBORATED, Strength.PASSAGE)
    assert said.quotation == QUOTED[words]
    assert said.sibling is not None


@pytest.mark.parametrize("wrong", ["‘", "’", "“", "”", "–", "—", "‚", "„"])
@pytest.mark.parametrize("words", QUOTED)
def test_each_of_them_set_wrong_is_caught(
    words: str, wrong: str, damaged: str, places: list[dict[str, Any]], index: Siblings
) -> None:
    start = quoted(places)[words]
    if wrong == next(place["text"] for place in places if place["start"] == start):
        return
    repair = mend(damaged, places, {start: wrong})
    verdict = verify(repair, index)
    assert verdict.replays
    assert not verdict.ok
    said = [s for s in verdict.spans if s.status is Status.CONTRADICTED]
    assert [(s.start, s.repaired) for s in said] == [(start, wrong)]
    assert said[0].reading == next(c for c in words if c in "“’”")
    assert not verify_texts(damaged, repair.text, index).ok


def test_the_same_from_two_texts(
    damaged: str, places: list[dict[str, Any]], index: Siblings
) -> None:
    verdict = verify_texts(damaged, mend(damaged, places).text, index)
    assert verdict.ok
    assert len(verdict.spans) == 42
    assert {str(said.chain) for said in verdict.spans[:10]} == {"utf-8>iso-8859-7 · drop-c1"}
    corroborated = [s for s in verdict.spans if s.status is Status.CORROBORATED]
    assert len(corroborated) >= 12


def test_the_article_among_its_own_siblings_changes_nothing(
    damaged: str, places: list[dict[str, Any]], article: Path, index: Siblings
) -> None:
    repair = mend(damaged, places)
    with_itself = verify(repair, article.parent)
    assert with_itself == verify(repair, index)


def test_the_siblings_are_not_touched(
    damaged: str, places: list[dict[str, Any]], siblings: tuple[Path, ...]
) -> None:
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in siblings]
    verify(mend(damaged, places), siblings)
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in siblings] == before


def test_clean_siblings_need_no_repair(siblings: tuple[Path, ...]) -> None:
    for path in siblings:
        text = path.read_text(encoding="utf-8")
        assert verify_texts(text, text, siblings).ok


def test_a_second_damaged_copy_says_nothing(damaged: str, places: list[dict[str, Any]]) -> None:
    repair = mend(damaged, places)
    said = verify(repair, [damaged[:4000], "Copied: " + damaged]).spans
    assert {s.status for s in said} == {Status.UNATTESTED}


def at(spans: tuple[SpanVerdict, ...], start: int) -> SpanVerdict:
    return next(said for said in spans if said.start == start)
