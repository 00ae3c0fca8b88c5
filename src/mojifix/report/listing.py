"""Lists with one line for each thing: findings, channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mojifix.model import Channel, Finding
from mojifix.report.lines import Line
from mojifix.report.positions import Positions
from mojifix.report.safe import clip, shown

SHOWN = 40
"""Columns of a finding or a candidate that are shown; ``--json`` has all of it."""


def listing(name: str, text: str, findings: Sequence[Finding]) -> Iterator[Line]:
    """Yield ``path:line:column: message`` for each finding, as compilers do."""
    if not findings:
        return
    positions = Positions(text)
    for finding in findings:
        line, column = positions.locate(finding.start)
        found = clip(shown(text[finding.start : finding.end]), SHOWN)
        yield [
            (name, "path"),
            f":{line}:{column}: ",
            (found, "bad"),
            " looks damaged by ",
            (str(finding.chain), "chain"),
            f", confidence {finding.confidence:.2f}",
            *_candidates(finding),
        ]


def _candidates(finding: Finding) -> Line:
    names = [clip(shown(candidate), SHOWN) for candidate in finding.candidates[:3]]
    return ["; perhaps ", (" or ".join(names), "good")] if names else []


def siblings(found: Iterable[tuple[str, float, Sequence[str]]]) -> Iterator[Line]:
    """Yield score, name and the words in common of each document."""
    for name, score, words in found:
        yield [f"{score:.2f}  ", (name, "path"), "  ", (" ".join(words), "dim")]


def catalogue(channels: Iterable[Channel]) -> Iterator[Line]:
    """Yield the name of each channel and what it does."""
    known = list(channels)
    width = max((len(channel.name) for channel in known), default=0)
    for channel in known:
        yield [
            (channel.name.ljust(width), "chain"),
            f"  {channel.summary}" + ("" if channel.lossless else " (lossy)"),
        ]
