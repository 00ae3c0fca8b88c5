"""Quotation marks: how often each language's writers use each mark in each role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from mojifix.plausibility.quotation import MARKS, ROLES, role_of

from .costs import cost

ENOUGH = 300
"""Marks from which on all languages weigh the same in what is usual."""
USUAL_WEIGHT = 3
"""Marks of its own that weigh, in a language, as much as what is usual."""


def count_marks(marks: Counter[tuple[str, str]], text: str) -> None:
    """Count quotation marks by what they do."""
    for i, char in enumerate(text):
        if char in MARKS:
            role = role_of(text[i - 1] if i else "", text[i + 1 : i + 2])
            if role:
                marks[role, char] += 1


def pack_marks(marks: Mapping[str, Counter[tuple[str, str]]]) -> dict[str, dict[str, int]]:
    """What each mark costs in each role and language; ``"*"`` is all languages together.

    ``marks`` has the counts by language.
    """
    pooled: defaultdict[tuple[str, str], float] = defaultdict(float)
    for counts in marks.values():
        total = sum(counts.values())
        for key, n in counts.items():
            pooled[key] += n * min(1.0, ENOUGH / total)
    usual: dict[tuple[str, str], float] = {}
    for role in ROLES:
        every = sum(n for (r, _), n in pooled.items() if r == role)
        for char in sorted(MARKS):
            # A tenth of a mark for each, so that none is impossible.
            usual[role, char] = (pooled.get((role, char), 0.0) + 0.1) / (every + 0.1 * len(MARKS))
    every_language: dict[str, Counter[tuple[str, str]]] = {"*": Counter(), **marks}
    return {language: _costs(counts, usual) for language, counts in every_language.items()}


def _costs(
    counts: Counter[tuple[str, str]], usual: Mapping[tuple[str, str], float]
) -> dict[str, int]:
    row: dict[str, int] = {}
    for (role, char), share in usual.items():
        own = sum(n for (r, _), n in counts.items() if r == role)
        p = (counts[role, char] + USUAL_WEIGHT * share) / (own + USUAL_WEIGHT)
        row[role + char] = cost(p)
    return row
