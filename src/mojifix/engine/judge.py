"""The judge: what does each chain gain, site by site?

For a segment and a chain, every site is scored as it stands and as it would read undone; the
difference, in nats, is the site's *gain*. Positive gains speak for damage, negative ones for
clean text that happens to look like damage. The words around the sites tell the language, and
the undone words of the other sites help: a page of damaged Russian has no other Russian.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mojifix.engine.sites import Segment, Site, Steps, spliced
from mojifix.plausibility.model import UNIT, Plausibility, load
from mojifix.plausibility.tokens import Token, Word

_Ends = tuple[int, int] | None
"""The scripts of a stretch's first and last word."""

LANGUAGE = 4 * UNIT
"""What it costs to bring in a script whose language nothing around can tell: one of some 50."""


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(load().tokens(text))


class Judge:
    """Scores the sites of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.model: Plausibility = load()

    def gains(self, segment: Segment) -> list[dict[Steps, float]]:
        """For each site the gain, in nats, of each chain that changes something there."""
        text, model = self.text, self.model
        context: dict[int, int] = {}
        gaps: list[_Ends] = []
        at = segment.start
        for site in segment.sites:
            gaps.append(self._gap(at, site.start, context))
            at = site.end
        gaps.append(self._gap(at, segment.end, context))

        seen = [text[site.start : site.end] for site in segment.sites]
        before = self._costs(segment.sites, gaps, seen, context)
        chains: dict[Steps, None] = {}
        for site in segment.sites:
            chains.update(dict.fromkeys(site.steps()))
        known: dict[tuple[str, ...], list[float]] = {}
        result: list[dict[Steps, float]] = [{} for _ in segment.sites]
        for steps in chains:
            undone = tuple(
                spliced(text, site.start, site.end, site.pieces(steps)) for site in segment.sites
            )
            gains = known.get(undone)
            if gains is None:
                after = self._costs(segment.sites, gaps, undone, context)
                gains = [(a - b) / UNIT for a, b in zip(before, after, strict=True)]
                known[undone] = gains
            for out, gain, old, new in zip(result, gains, seen, undone, strict=True):
                if new != old:
                    out[steps] = gain
        return result

    def _gap(self, start: int, end: int, context: dict[int, int]) -> _Ends:
        tokens = _tokens(self.text[start:end])
        self.model.totals(tokens, context)
        scripts = [token.script for token in tokens if isinstance(token, Word)]
        return (scripts[0], scripts[-1]) if scripts else None

    def _costs(
        self,
        sites: Sequence[Site],
        gaps: Sequence[_Ends],
        readings: Sequence[str],
        context: dict[int, int],
    ) -> list[int]:
        model, change = self.model, self.model.shapes.change
        totals = dict(context)
        for reading in readings:
            model.totals(_tokens(reading), totals)
        profile = model.profile(totals)
        costs: list[int] = []
        scripts = set(context)
        before = gaps[0][1] if gaps[0] else None
        for site, reading, gap in zip(sites, readings, gaps[1:], strict=True):
            tokens = _tokens(reading)
            cost = model.cost(tokens, profile, left=site.left, right=site.right)
            for token in tokens:
                if isinstance(token, Word):
                    if token.script not in scripts:
                        scripts.add(token.script)
                        cost += LANGUAGE
                    if before is not None:
                        cost += change(before, token.script)
                    before = token.script
            if gap:
                if before is not None:
                    cost += change(before, gap[0])
                before = gap[1]
            costs.append(cost)
        return costs
