"""A repair and a verdict in one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mojifix.model import Finding, Repair, SpanVerdict, Status, Strength, Verdict
from mojifix.report.lines import Line, count


def left_alone(findings: Sequence[Finding], repair: Repair) -> tuple[Finding, ...]:
    """Pick the findings that no span of the repair touches, in their order."""
    spans = repair.spans
    at = 0
    left = []
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        while at < len(spans) and spans[at].end <= finding.start:
            at += 1
        if at == len(spans) or spans[at].start >= finding.end:
            left.append(finding)
    return tuple(left)


def summary(
    name: str, repair: Repair, left: int, verdict: Verdict | None = None, *, to: str = ""
) -> Line:
    """Say what was done to one document.

    ``left`` counts the places that were left alone, ``to`` is the encoding it was converted to.
    """
    chains = Counter(str(span.chain) for span in repair.spans)
    return counted(name, chains, repair.confidence, left, verdict, to=to)


def counted(
    name: str,
    chains: Counter[str],
    confidence: float,
    left: int = 0,
    verdict: Verdict | None = None,
    *,
    to: str = "",
) -> Line:
    """Say the same of a document of which only the chains of its spans were counted."""
    line: list[tuple[str, str] | str] = [(name, "path"), ": "]
    if chains:
        line += (count(chains.total(), "place"), " repaired and replayed (")
        line += ((_chains(chains), "chain"), f"), least confidence {confidence:.2f}")
    else:
        line.append("nothing repaired" if left else "no damage found")
    if left:
        line += ("; ", (f"{count(left, 'damaged place')} left alone, too uncertain", "warn"))
    if to:
        line.append(f"; converted to {to}")
    if verdict is not None and verdict.spans:
        line += ("; siblings: ", witness(verdict))
    return line


def _chains(chains: Counter[str]) -> str:
    common = chains.most_common()
    shown = ", ".join(f"{number:,} × {chain}" for chain, number in common[:3])
    return shown if len(common) <= 3 else f"{shown}, and {count(len(common) - 3, 'other chain')}"


def witness(verdict: Verdict) -> str:
    """Count what the siblings say: ``12 corroborated (3 by passage, 9 by word), 30 unattested``."""
    by_status = Counter(span.status for span in verdict.spans)
    parts = []
    for status in Status:
        number = by_status[status]
        if number and status is Status.CORROBORATED:
            parts.append(f"{number:,} {status} ({_strengths(verdict.spans)})")
        elif number:
            parts.append(f"{number:,} {status}")
    return ", ".join(parts)


def _strengths(spans: Sequence[SpanVerdict]) -> str:
    by_strength = Counter(s.strength for s in spans if s.status is Status.CORROBORATED)
    return ", ".join(f"{by_strength[s]:,} by {s}" for s in Strength if by_strength[s])
