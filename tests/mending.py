"""Repairs and verdicts that need no engine."""

from __future__ import annotations

from mojifix.channels import parse
from mojifix.model import Repair, Span, SpanVerdict, Status, Strength, Verdict

DROPPED = "utf-8>iso-8859-7 · drop-c1"


def mend(clean: str, *places: str, chain: str = DROPPED, confidence: float = 0.97) -> Repair:
    """Make the repair that leads to ``clean``, where the chain had damaged each of ``places``."""
    steps = parse(chain)
    damaged = ""
    spans = []
    done = 0
    for place in places:
        at = clean.index(place, done)
        damaged += clean[done:at]
        broken = steps.damage(place)
        spans.append(Span(len(damaged), len(damaged) + len(broken), place, steps, confidence))
        damaged += broken
        done = at + len(place)
    return Repair(damaged + clean[done:], tuple(spans))


def quoted() -> tuple[Repair, Verdict]:
    """Make a repair of three places: one corroborated, one contradicted, one not attested."""
    repair = mend("“We are thrilled,” he said.\nIt’s Azure.\n", "“", "”", "’")
    one, two, three = repair.spans
    return repair, Verdict(
        replays=True,
        spans=(
            SpanVerdict(
                one.start,
                one.end,
                replays=True,
                status=Status.CORROBORATED,
                strength=Strength.PASSAGE,
                sibling="archive/000.txt",
                quotation="said: “We are thrilled, and",
                sibling_start=10,
                sibling_end=37,
                reading="“",
            ),
            SpanVerdict(
                two.start,
                two.end,
                replays=True,
                status=Status.CONTRADICTED,
                strength=Strength.PASSAGE,
                sibling="archive/003.txt",
                quotation="We are thrilled,’ he",
                sibling_start=0,
                sibling_end=20,
                reading="’",
            ),
            SpanVerdict(three.start, three.end, replays=True, status=Status.UNATTESTED),
        ),
    )
