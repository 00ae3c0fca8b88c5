"""Characters of which only U+FFFD or question marks are left: ``K�nig``, ``fran??ais``.

Nothing of such a character shows, so its word has to say what it was, in the language that the
words around it tell: one of a hundred letters, an apostrophe, a mark. A beam search through the
word keeps the best readings; what several readings explain about as well is gone for good, and so
is all that stands in a text with few whole words.

Theory of operation. A reader that writes one mark for a character was given another codec's bytes,
or a text that it could not hold; one that writes a mark for each byte was given UTF-8. Which of
them it was, the runs of a text tell: UTF-8 leaves none of a single mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from math import exp
from typing import NamedTuple

from mojifix.channels import parse
from mojifix.engine.belief import Belief, line_profile
from mojifix.engine.familiar import unfamiliar
from mojifix.errors import ChannelError
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.joints import joints
from mojifix.plausibility.model import LANE, LATIN, UNIT, load
from mojifix.plausibility.tokens import Word

REPLACED = "\ufffd"
BEAM = 16
"""Readings of a word that are kept. A guess: not varied yet."""
COMMONEST = 36
"""Letters of the language that are tried, capitals among them."""
MARKS = "’‘“”–—…«»€°"
"""What is no letter, and stands in a word or at its end."""
LETTERS = 12
"""ASCII letters in whole words that tell the language of a line."""
MOST = 6
"""Marks in a word at most: more of them leave nothing to tell it by."""
BELIEVABLE = int(3.2 * UNIT)
"""Cost a letter, with one for the word's end, of a word that may be a word."""
ALTERNATIVES = 5
"""Other originals that a span lists at most."""
_STRETCH = re.compile(r"\S+")
_WHOLE = re.compile(r"(?<!\S)[A-Za-z]{2,}(?![^\s.,;:!?)\"'])")
_RUN = {REPLACED: re.compile(f"{REPLACED}+"), "?": re.compile(r"\?{2,}")}
_WITHIN = {
    REPLACED: re.compile(f"(?<=[A-Za-z]){REPLACED}|{REPLACED}(?=[A-Za-z])"),
    "?": re.compile(r"\?(?<=[a-z]\?)\?{1,2}(?=[a-z])"),
}
"""Where a mark stands in the place of a letter: a question mark within a word."""
_AT_LETTER = {REPLACED: _WITHIN[REPLACED], "?": re.compile(r"\?(?<=[A-Za-z]\?)\?+")}
"""Where it may, in a line with such a place."""
_ASKED = re.compile(r"(?<![^\s\"'(])([A-Za-z]+)\?([a-z]{1,2})(?![\w?=&/])")
"""A question mark in the place of an apostrophe: ``don?t``."""
_MAY = re.compile(r"\?(?:\?|[a-z]{1,2}(?![\w?=&/]))")
"""What all of these have. The others take twenty times as long to find that they have nothing, and
most question marks before a letter are those of addresses (``/watch?v=``)."""
APOSTROPHE = "’"
JOINED = 0.97
"""The confidence in a usual word of the line's language with an apostrophe there. A judgment:
nobody asks within a word."""
SOME = 6
"""ASCII letters in whole words that make it the line's language."""
_BY_CHARACTER = {REPLACED: ("windows-1252>utf-8/fffd", "ascii/fffd"), "?": ()}
_BY_BYTE = {REPLACED: ("utf-8>ascii/fffd",), "?": ("utf-8>ascii/question",)}
"""What may have written a mark for each character, or for each byte of UTF-8."""
_ALL = ("windows-1252>utf-8/fffd", "utf-8>ascii/fffd", "utf-8>ascii/question", "ascii/fffd",
        "ascii/question")  # fmt: skip
_GONE = re.compile(
    f"(?<=[A-Za-z]){REPLACED}+|{REPLACED}+(?=[A-Za-z])|(?<=[A-Za-z])\\?+(?=[A-Za-z])"
    r"|(?<=[A-Za-z])\?{2,}"
)
TEMPER = 0.5
"""The costs of readings are multiplied by this: what the model does not know of a language, it does
not know for all of them. With 0.8, 94 % of the places of sure readings were right, of 49,000 places
in 19 languages (development text, four chains); with this 96 % are, and half as many are sure."""


class _Reading(NamedTuple):
    cost: int
    text: str
    pieces: tuple[str, ...]
    """What stood in each run."""
    way: int = 0
    """Which of the ways it came about."""


def questioned(text: str) -> bool:
    """May question marks stand for bytes within the words of a text?"""
    if _MAY.search(text) is None:
        return False
    return _WITHIN["?"].search(text) is not None or _ASKED.search(text) is not None


def replaced(text: str) -> bool:
    """Does U+FFFD stand at a letter?"""
    return REPLACED in text and _WITHIN[REPLACED].search(text) is not None


def gone(text: str) -> Iterator[tuple[int, int]]:
    """Where something was replaced at a letter, as offsets."""
    for match in _GONE.finditer(text):
        yield match.span()


def chain_from(original: str, seen: str) -> Chain | None:
    """What may have replaced an original by what is seen."""
    return next((c for c in map(parse, _ALL) if _replays(c, original, seen)), None)


def replaced_spans(text: str) -> list[Span]:
    """Spans of what was replaced, whatever their confidence, in order."""
    mark = REPLACED if REPLACED in text else "?"
    if mark == "?" and _MAY.search(text) is None:
        return []
    if not _WITHIN[mark].search(text):
        return list(_apostrophes(text)) if mark == "?" else []
    alone = any(len(run) == 1 for run in _RUN[mark].findall(text))
    ways = [[parse(name) for name in names] for names in (_BY_BYTE[mark], _BY_CHARACTER[mark])]
    ways = [chains for chains in (ways[1:] if alone else ways) if chains]
    return [span for line in segments(text) for span in _line(text, line, mark, ways)]


def _apostrophes(text: str) -> Iterator[Span]:
    """Question marks in the place of apostrophes, in words that a line's language joins so."""
    model = load()
    chain = parse("ascii/question")
    for start, end in segments(text):
        for match in _ASKED.finditer(text, start, end):
            languages = joints().languages(f"{match[1]}'{match[2]}".lower())
            whole = " ".join(_WHOLE.findall(text[start:end]))
            if not languages or len(whole) < SOME or not text[start:end].isascii():
                continue
            if model.language(line_profile(model.tokens(whole), model)) in languages:
                at = match.end(1)
                yield Span(at, at + 1, APOSTROPHE, chain, JOINED)


def _line(text: str, line: tuple[int, int], mark: str, ways: list[list[Chain]]) -> Iterator[Span]:
    start, end = line
    here = text[start:end]
    if mark not in here or not here.replace(mark, "").isascii():
        return
    if not _WITHIN[mark].search(here):
        return
    places = [m for m in _STRETCH.finditer(here) if _AT_LETTER[mark].search(m.group())]
    whole = " ".join(_WHOLE.findall(here))
    if not places or len(whole) < LETTERS or unfamiliar(here) > 0.0:
        return
    model = load()
    belief = Belief(model, line_profile(model.tokens(whole), model))
    known: dict[str, list[Span]] = {}
    for place in places:
        seen, at = place.group(), start + place.start()
        if seen not in known:
            known[seen] = list(_word(seen, mark, ways, belief)) if seen.count(mark) <= MOST else []
        yield from (replace(s, start=at + s.start, end=at + s.end) for s in known[seen])


def _word(seen: str, mark: str, ways: list[list[Chain]], belief: Belief) -> Iterator[Span]:
    """The spans of a word, with offsets in it, and how sure its best reading is."""
    runs = list(_RUN[mark].finditer(seen))
    chars = _characters(belief.profile.lanes.get(LATIN, 0))
    readings: list[_Reading] = []
    for way, chains in enumerate(ways):
        by_byte = chains[0].steps[0].name.startswith("utf-8>")
        sizes = {char: len(char.encode()) if by_byte else 1 for char in chars}
        found = _readings(seen, [run.span() for run in runs], belief, sizes)
        readings += [reading._replace(way=way) for reading in found]
    if mark == "?":  # Or somebody asks.
        kept = tuple(run.group() for run in runs)
        readings.append(_Reading(belief.cost(f" {seen} ", left=False, right=False), seen, kept))
    readings.sort()
    if not readings or not _believable(readings[0].text, belief):
        return
    best = readings[0]
    sure = 1 / sum(exp(TEMPER * (best.cost - r.cost) / UNIT) for r in readings)
    for i, run in enumerate(runs):
        original = best.pieces[i]
        chain = next((c for c in ways[best.way] if _replays(c, original, run.group())), None)
        if chain is None:
            continue
        rivals = dict.fromkeys(r.pieces[i] for r in readings if r.pieces[i] != original)
        others = [other for other in rivals if _replays(chain, other, run.group())]
        yield Span(run.start(), run.end(), original, chain, sure, tuple(others[:ALTERNATIVES]))


def _replays(chain: Chain, original: str, seen: str) -> bool:
    try:
        return chain.damage(original) == seen
    except ChannelError:
        return False


def _readings(
    seen: str,
    runs: list[tuple[int, int]],
    belief: Belief,
    sizes: Mapping[str, int],
) -> list[_Reading]:
    """The best readings of a word, the best first. ``sizes``: how many marks a character takes."""
    least = min(sizes.values())

    def cost(text: str) -> int:
        return belief.cost(f" {text} ", left=False, right=False)

    beam = [_Reading(0, seen[: runs[0][0]], ())]
    for n, (start, end) in enumerate(runs):
        after = seen[end : runs[n + 1][0] if n + 1 < len(runs) else len(seen)]
        # What stands in the run so far, and how many marks are left.
        partial = [(reading, "", end - start) for reading in beam]
        done: list[_Reading] = []
        while partial:
            found: list[tuple[int, _Reading, str, int]] = []
            for reading, piece, left in partial:
                for char, used in sizes.items():
                    if used != left and left - used < least:
                        continue
                    rest = after if used == left else ""
                    grown = piece + char
                    price = cost(reading.text + grown + rest)
                    found.append((price, reading, grown, left - used))
            found.sort(key=lambda item: (item[0], item[2]))
            partial = []
            for price, reading, piece, left in found[: 2 * BEAM]:
                if left:
                    partial.append((reading, piece, left))
                else:
                    text = reading.text + piece + after
                    done.append(_Reading(price, text, (*reading.pieces, piece)))
        beam = sorted(done)[:BEAM]
    return beam


def _believable(text: str, belief: Belief) -> bool:
    """Is it made of words of the line's language?"""
    model = belief.model
    lane = belief.profile.lanes.get(LATIN)
    if lane is None:
        return False
    words = [token for token in model.tokens(text) if isinstance(token, Word)]
    return bool(words) and all(
        model.word_cost(word, belief.profile) <= BELIEVABLE * (len(word.folded) + 1)
        for word in words
        if len(word.folded) > 1
    )


@lru_cache(maxsize=16)
def _characters(lane: int) -> tuple[str, ...]:
    """What may have been replaced: the letters beyond ASCII of a language, and marks."""
    model = load()
    script = model.scripts[LATIN]
    costs = {
        char: script.word(model.table[char].folded)[0] >> lane & LANE
        for char in model.inventory
        if char > "\x7f" and model.table[char].cls == LATIN
    }
    letters = sorted(costs, key=lambda char: (costs[char], char))[:COMMONEST]
    return (*letters, *MARKS)
