"""From a text to its spans: gate, runs, sites, judge, decision."""

from __future__ import annotations

from mojifix.config import Config
from mojifix.engine.decide import decide
from mojifix.engine.judge import Judge
from mojifix.engine.sites import Run, Segment, Steps, runs_of, segments, sites, spliced
from mojifix.engine.undo import options
from mojifix.model import Chain, Span


def _segments(text: str, layers: int) -> list[Segment]:
    found: list[Segment] = []
    for start, end in segments(text):
        runs = [
            Run(a, b, ways)
            for a, b in runs_of(text, start, end)
            if b - a > 1 and (ways := options(text[a:b], layers))
        ]
        if runs:
            found.append(Segment(start, end, sites(text, start, end, runs)))
    return found


def lossless_spans(text: str, config: Config) -> list[Span]:
    """Spans of misreadings that lose nothing, whatever their confidence, in order."""
    parts = _segments(text, config.max_layers)
    if not parts:
        return []
    judge = Judge(text)
    all_sites = [site for part in parts for site in part.sites]
    gains = [gain for part in parts for gain in judge.gains(part)]
    prices: dict[Steps, float] = {}
    for site in all_sites:
        prices.update(site.steps())
    readings = [
        {steps: spliced(text, s.start, s.end, s.pieces(steps)) for steps in gain}
        for s, gain in zip(all_sites, gains, strict=True)
    ]
    keys = [text[s.start : s.end].strip() for s in all_sites]
    choices = decide(gains, prices, keys, readings)
    result: list[Span] = []
    for site, choice in zip(all_sites, choices, strict=True):
        if choice is None:
            continue
        chain = Chain(choice.steps)
        result += (
            Span(p.start, p.end, p.text, chain, choice.confidence)
            for p in site.pieces(choice.steps)
        )
    return result
