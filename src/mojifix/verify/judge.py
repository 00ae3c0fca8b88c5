"""What the siblings say of one change.

Theory of operation. A change that repairs several places is taken apart into them, and each is
looked for in the siblings, with the repaired text around it (a sibling that quotes a passage
agrees with its neighbors too, if they are right). What a sibling has in the place

- and the repair has as well: corroborates,
- and replays to the same damaged stretch, but is not what the repair chose: contradicts,
- and is the very stretch that was damaged, in a sibling that is not damaged itself: contradicts,
  for then the text was as it should be,
- and is anything else, such as nothing, another word, a straight quotation mark, the same letter
  in another case or the same mark in another style of quotation: says nothing.

Passages outweigh words; of two passages that disagree, the one with more words in common counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mojifix.model import SpanVerdict, Status, Strength
from mojifix.siblings import Siblings, Witness
from mojifix.siblings.quotation import quote
from mojifix.siblings.words import WORD
from mojifix.verify.proof import run
from mojifix.verify.replay import Change, places_of
from mojifix.verify.typography import Habits, same


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the siblings say of one place."""

    status: Status
    strength: Strength | None = None
    number: int = 0
    start: int = 0
    end: int = 0
    """Code points, in that sibling, of what stands in the place."""
    words: float = 0.0


_SILENCE = _Opinion(Status.UNATTESTED)


class Judge:
    """Asks the siblings about the changes of one text."""

    __slots__ = ("_damaged", "_habits", "_repaired", "_siblings")

    def __init__(self, damaged: str, repaired: str, siblings: Siblings | None) -> None:
        self._damaged = damaged
        self._repaired = repaired
        self._habits = Habits(repaired)
        self._siblings = siblings

    def verdict(self, change: Change) -> SpanVerdict:
        """The verdict on one change.

        One place that is contradicted contradicts the change. It is corroborated when each of
        its places is, and as strongly as the weakest of them.
        """
        first, last = quote(self._damaged, change.start, change.end)
        silent = SpanVerdict(
            start=change.start,
            end=change.end,
            replays=change.replays,
            status=Status.UNATTESTED,
            damaged=change.damaged,
            repaired=change.repaired,
            chain=change.chain,
            context=self._damaged[first:last],
        )
        if self._siblings is None or not len(self._siblings):
            return silent
        opinion = self._worst(change, self._siblings)
        if opinion.status is Status.UNATTESTED:
            return silent
        text = self._siblings.text(opinion.number)
        first, last = quote(text, opinion.start, opinion.end)
        return replace(
            silent,
            status=opinion.status,
            strength=opinion.strength,
            sibling=self._siblings.names[opinion.number],
            quotation=text[first:last],
            sibling_start=first,
            sibling_end=last,
            reading=text[opinion.start : opinion.end],
        )

    def _worst(self, change: Change, siblings: Siblings) -> _Opinion:
        opinions: list[_Opinion] = []
        silent = False
        for place in places_of(change):
            opinion = self._passage(place, siblings)
            if opinion.status is Status.CONTRADICTED:
                return opinion
            if opinion.status is Status.UNATTESTED and not silent:
                opinion = self._word(place, siblings)
            silent = silent or opinion.status is Status.UNATTESTED
            opinions.append(opinion)
        if silent:
            return _SILENCE
        return min(opinions, key=lambda o: (o.strength is Strength.PASSAGE, o.words))

    def _passage(self, place: Change, siblings: Siblings) -> _Opinion:
        """What passages that siblings share say of a place."""
        chain = place.chain
        quoting = siblings.quotes(place.repaired)
        if quoting:  # the place is a passage itself
            return _opinion(Status.CORROBORATED, quoting[0])

        def replays(text: str) -> bool:
            return chain is not None and run(chain, text) == place.damaged

        witnesses = siblings.witnesses(
            self._repaired,
            place.start_repaired,
            place.end_repaired,
            damaged=place.damaged,
            own=self._damaged,
            accepts=replays,
        )
        sides: dict[Status, list[Witness]] = {Status.CORROBORATED: [], Status.CONTRADICTED: []}
        echoes: list[Witness] = []
        for witness in witnesses:
            if same(witness.text, place.repaired):
                sides[Status.CORROBORATED].append(witness)
            elif witness.text == place.damaged:
                echoes.append(witness)
            elif (
                witness.accepted
                and (witness.both_sides or witness.words >= _WORDS_ALONE)
                and not self._is_style(place, witness, siblings)
            ):
                sides[Status.CONTRADICTED].append(witness)
        if not sides[Status.CORROBORATED]:
            sides[Status.CONTRADICTED] += [
                echo for echo in echoes if self._is_intact(place, siblings.text(echo.number))
            ]
        # The longest passage speaks; of equals, the side with more of them, at last the repair.
        status, voices = max(sides.items(), key=lambda side: (_longest(side[1]), len(side[1])))
        if not voices:
            return _SILENCE
        return _opinion(status, voices[0])

    def _is_style(self, place: Change, witness: Witness, siblings: Siblings) -> bool:
        """They differ in case (the first word of a sentence, a headline) or in typography."""
        return witness.text.lower() == place.repaired.lower() or self._habits.explain(
            place.start_repaired,
            place.end_repaired,
            siblings.text(witness.number),
            witness.start,
            witness.end,
        )

    def _is_intact(self, place: Change, sibling: str) -> bool:
        """Whether a sibling with the damaged stretch in the same place may be trusted in that.

        A letter in a word that stands for an apostrophe or quotation mark (``itâs``, ``âa``) does
        not show that it is damage. So there the sibling must have other characters outside of
        ASCII than the damage leaves.
        """
        before = self._repaired[max(0, place.start_repaired - 1) : place.start_repaired]
        after = self._repaired[place.end_repaired : place.end_repaired + 1]
        inside = before.isalpha() or after.isalpha()
        if not inside or place.repaired.isalpha() or not any(map(str.isalpha, place.damaged)):
            return True
        return any(not char.isascii() and char not in place.damaged for char in sibling)

    def _word(self, place: Change, siblings: Siblings) -> _Opinion:
        """Whether every repaired word of a place stands in some sibling."""
        start, end = place.start_repaired, place.end_repaired
        left = start - _WIDEST_WORD if start > _WIDEST_WORD else 0
        found: tuple[int, int, int] | None = None
        covered = start
        for match in WORD.finditer(self._repaired, left, end + _WIDEST_WORD):
            if match.start() >= end:
                break
            if match.end() <= start:
                continue
            if not self._repaired[covered : max(covered, match.start())].isascii():
                return _SILENCE  # a repaired quotation mark or dash is in no word
            covered = match.end()
            where = siblings.first_word(match.group(), own=self._damaged)
            if where is None:
                return _SILENCE
            found = found or (*where, len(match.group()))
        if found is None or not self._repaired[covered:end].isascii():
            return _SILENCE
        number, at, length = found
        return _Opinion(Status.CORROBORATED, Strength.WORD, number, at, at + length)


_WORDS_ALONE = 6.0
"""Words on one side that contradict, where the passage goes on differently on the other. Four are
not enough: ``said the little man`` follows many a quotation, in any style."""

_WIDEST_WORD = 60
"""Code points on each side of a place in which its words are looked for."""


def _opinion(status: Status, witness: Witness) -> _Opinion:
    return _Opinion(
        status, Strength.PASSAGE, witness.number, witness.start, witness.end, witness.words
    )


def _longest(witnesses: list[Witness]) -> float:
    return max((witness.words for witness in witnesses), default=-1.0)
