"""Quotation marks open and close: what the marks of a paragraph say about each other.

A mark is judged with its neighbors by the model of shapes; whether it opens or closes depends
on marks that may be far away, and on the language. Here the marks of a paragraph are read in
order. Each has a *role* (it opens, closes, or is an apostrophe), which costs what that
language's writers pay for this character in this role, and each reading pays for what is
unusual: opening what is open, closing what is not, leaving a quotation open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    steps = [_steps(mark, costs) for mark in marks]
    forward: list[dict[State, int]] = [{(False, False): 0}]
    for step in steps:
        after: dict[State, int] = {}
        for state, cost in forward[-1].items():
            for new, price in step(state):
                after[new] = min(after.get(new, cost + price), cost + price)
        forward.append(after)
    backward = {state: LEFT_OPEN * (state[0] + state[1]) for state in forward[-1]}
    result: list[list[int]] = []
    for before, step in zip(reversed(forward[:-1]), reversed(steps), strict=True):
        least: dict[int, int] = {}
        earlier: dict[State, int] = {}
        for state, cost in before.items():
            for i, (new, price) in enumerate(step(state)):
                rest = price + backward[new]
                earlier[state] = min(earlier.get(state, rest), rest)
                least[i] = min(least.get(i, cost + rest), cost + rest)
        backward = earlier
        result.append([least[i] for i in range(len(least))])
    return result[::-1]


def _steps(mark: Mark, costs: Mapping[str, int]) -> Callable[[State], list[tuple[State, int]]]:
    role = role_of(mark.before, mark.after)
    one_sided = mark.before != "" and mark.before.isspace() != mark.after.isspace()
    # Neighbors alone take each apostrophe for a closing mark, so they only say that a mark
    # stands here; which one it is, the role says.
    least = min((cost for char, cost in mark.choices if char in MARKS), default=0)
    own: list[tuple[str, int]] = []
    for char, cost in mark.choices:
        if role and char in MARKS:
            own.append((char, least + costs.get(role + char, 0)))
        elif char in DASHES and one_sided:
            own.append((char, cost + ONE_SIDED))
        else:
            own.append((char, cost))

    def step(state: State) -> list[tuple[State, int]]:
        result = []
        for char, cost in own:
            new, more = _step(state, char, role, mark.before)
            result.append((new, cost + more))
        return result

    return step


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
