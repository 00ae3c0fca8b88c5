"""The judge: what does each chain gain, site by site?

For a segment and a chain, every site is scored as it stands and as it would read undone; the
difference, in nats, is the site's *gain*. Positive gains speak for damage, negative ones for
clean text that happens to look like damage. The words around the sites tell the language, and
the undone words of the other sites help: a page of damaged Russian has no other Russian.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mojifix.engine.sites import Segment, Site, Steps, spliced
from mojifix.plausibility.model import UNIT, Plausibility, Profile, load
from mojifix.plausibility.tokens import Token


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
        at = segment.start
        for site in segment.sites:
            model.totals(_tokens(text[at : site.start]), context)
            at = site.end
        model.totals(_tokens(text[at : segment.end]), context)

        seen = [text[site.start : site.end] for site in segment.sites]
        before = self._costs(segment.sites, seen, context)
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
                after = self._costs(segment.sites, undone, context)
                gains = [(a - b) / UNIT for a, b in zip(before, after, strict=True)]
                known[undone] = gains
            for out, gain, old, new in zip(result, gains, seen, undone, strict=True):
                if new != old:
                    out[steps] = gain
        return result

    def _costs(
        self, sites: Iterable[Site], readings: Iterable[str], context: dict[int, int]
    ) -> list[int]:
        model = self.model
        readings = tuple(readings)
        totals = dict(context)
        for reading in readings:
            model.totals(_tokens(reading), totals)
        profile = model.profile(totals)
        return [
            self._cost(site, reading, profile)
            for site, reading in zip(sites, readings, strict=True)
        ]

    def _cost(self, site: Site, reading: str, profile: Profile) -> int:
        return self.model.cost(_tokens(reading), profile, left=site.left, right=site.right)
