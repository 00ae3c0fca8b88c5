"""Quotation marks open and close: what the marks of a paragraph say about each other.

A mark is judged with its neighbors by the model of shapes; whether it opens or closes depends
on marks that may be far away, and on the language. Here the marks of a paragraph are read in
order. Each has a *role* (it opens, closes, or is an apostrophe), which costs what that
language's writers pay for this character in this role, and each reading pays for what is
unusual: opening what is open, closing what is not, leaving a quotation open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import NamedTuple

DOUBLE = frozenset("“”«»„")
SINGLE = frozenset("‘’‚‹›")
MARKS = DOUBLE | SINGLE

DASHES = frozenset("–—−‐‑―")

OPENS, CLOSES, APOSTROPHE = ROLES = "oca"

# In sixteenths of a nat. A paragraph of a long quotation opens again without a close before it,
# so no mistake is impossible; but a lost mark is more often read wrongly than writers err.
UNOPENED = 96
REOPENED = 80
LEFT_OPEN = 64
CLIPPED = 48
"""An apostrophe at the end of a word that is no plural (``goin’``)."""
_PLURAL = "sS"
ONE_SIDED = 96
"""A dash with a space on one side only, but for one that begins a line."""
LANGUAGE_WEIGHT = 1.0
"""Marks of the document that weigh as much as all that is known of its language."""


def habits(used: Mapping[str, int], costs: Mapping[str, int]) -> dict[str, int]:
    """The costs of a document in which marks were ``used`` so often, by role and character."""
    result: dict[str, int] = {}
    for key, cost in costs.items():
        total = sum(n for other, n in used.items() if other[0] == key[0])
        usual = LANGUAGE_WEIGHT * exp(-cost / 16)
        p = (used.get(key, 0) + usual) / (total + LANGUAGE_WEIGHT)
        result[key] = round(-16 * log(p))
    return result


def role_of(before: str, after: str) -> str:
    """What a mark between these characters does; empty where that can't be told."""
    if before.isalpha() and after.isalpha():
        return APOSTROPHE
    left = not before or before.isspace() or before in _BEFORE
    right = not after or after.isspace() or after in _AFTER
    if left != right:
        return OPENS if left else CLOSES
    return ""


_BEFORE = "([{-–—/“‘«„"
_AFTER = ")]}-–—/.,;:!?…”’»"


class Mark(NamedTuple):
    """A place where a mark stands or may stand: its neighbors, and what each choice costs."""

    before: str
    after: str
    choices: tuple[tuple[str, int], ...]


State = tuple[bool, bool]
"""Which of double and single marks are open."""


def totals(marks: Sequence[Mark], costs: Mapping[str, int]) -> list[list[int]]:
    """What the paragraph costs at least, for each choice of each mark.

    ``costs`` are the language's or the document's, by role and character.
    """
    steps = [_Step(mark, costs) for mark in marks]
    forward: list[dict[State, int]] = [{(False, False): 0}]
    for step in steps:
        after: dict[State, int] = {}
        for state, cost in forward[-1].items():
            for new, price in step.ways(state):
                after[new] = min(after.get(new, cost + price), cost + price)
        forward.append(after)
    backward = {state: LEFT_OPEN * (state[0] + state[1]) for state in forward[-1]}
    result: list[list[int]] = []
    for before, step in zip(reversed(forward[:-1]), reversed(steps), strict=True):
        result.append(step.least(before, backward))
        backward = {
            state: min(price + backward[new] for new, price in step.ways(state)) for state in before
        }
    return result[::-1]


class _Step:
    """A mark's choices, and what each costs by itself.

    Most of them are no quotation marks, and leave open what is open: of those, only the cheapest
    is a way to go on.
    """

    def __init__(self, mark: Mark, costs: Mapping[str, int]) -> None:
        self._role = role_of(mark.before, mark.after)
        self._before = mark.before
        one_sided = mark.before != "" and mark.before.isspace() != mark.after.isspace()
        # Neighbors alone take each apostrophe for a closing mark, so they only say that a mark
        # stands here; which one it is, the role says.
        least = min((cost for char, cost in mark.choices if char in MARKS), default=0)
        self._own: list[int] = []
        self._marks: list[tuple[int, str]] = []
        """Which choices are quotation marks."""
        for i, (char, cost) in enumerate(mark.choices):
            if char in MARKS:
                self._marks.append((i, char))
                self._own.append(least + costs.get(self._role + char, 0) if self._role else cost)
            else:
                self._own.append(cost + ONE_SIDED if char in DASHES and one_sided else cost)
        marks = {i for i, _ in self._marks}
        self._other = min((c for i, c in enumerate(self._own) if i not in marks), default=None)
        self._known: dict[State, list[tuple[State, int]]] = {}

    def ways(self, state: State) -> list[tuple[State, int]]:
        """Where each mark leads from a state, then the cheapest other choice; at what cost."""
        found = self._known.get(state)
        if found is None:
            found = []
            for i, char in self._marks:
                new, more = _step(state, char, self._role, self._before)
                found.append((new, self._own[i] + more))
            if self._other is not None:
                found.append((state, self._other))
            self._known[state] = found
        return found

    def least(self, before: Mapping[State, int], behind: Mapping[State, int]) -> list[int]:
        """What all costs at least with each choice, by what it costs before and behind."""
        stay = min((cost + behind[s] for s, cost in before.items() if s in behind), default=0)
        found = [own + stay for own in self._own]
        for n, (i, _) in enumerate(self._marks):
            found[i] = min(
                cost + price + behind[new]
                for state, cost in before.items()
                for new, price in (self.ways(state)[n],)
            )
        return found


def _step(state: State, char: str, role: str, before: str) -> tuple[State, int]:
    double, single = state
    if char in DOUBLE:
        if role == OPENS:
            return (True, single), REOPENED if double else 0
        if role == CLOSES:
            return (False, single), 0 if double else UNOPENED
    elif char in SINGLE:
        if role == OPENS:
            return (double, True), REOPENED if single else 0
        if role == CLOSES:
            # After a letter it may be an apostrophe (the boys’), which needs no opening.
            unopened = (0 if before in _PLURAL else CLIPPED) if before.isalpha() else UNOPENED
            return (double, False), 0 if single else unopened
    return state, 0
