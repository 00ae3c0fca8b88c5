"""The account of a repair that some other tool made."""

from __future__ import annotations

from collections.abc import Iterator

from mojifix.model import SpanVerdict, Status, Verdict
from mojifix.report.lines import Line, count
from mojifix.report.positions import Positions
from mojifix.report.safe import clip, shown
from mojifix.report.summary import witness


def comparison(name: str, damaged: str, verdict: Verdict, *, width: int = 80) -> Iterator[Line]:
    """Tell about each edit whether it is proved, and what siblings say of it."""
    positions = Positions(damaged)
    room = width // 4
    for said in verdict.spans:
        line, column = positions.locate(said.start)
        yield [
            (name, "path"),
            f":{line}:{column}: ",
            (clip(shown(said.damaged), room), "bad"),
            " → ",
            (clip(shown(said.repaired), room), "good"),
            "  ",
            *_proof(said),
            *_testimony(said, room),
        ]
    proved = sum(said.replays for said in verdict.spans)
    yield [
        f"{count(len(verdict.spans), 'change')}, {proved:,} proved by replay; ",
        witness(verdict) or "nothing changed",
        "; ",
        ("ok", "good") if verdict.ok else ("not ok", "bad"),
    ]


def _proof(said: SpanVerdict) -> Line:
    if said.replays and said.chain is not None:
        return [(str(said.chain), "chain")]
    return [("nothing proves it", "bad")]


def _testimony(said: SpanVerdict, room: int) -> Line:
    if said.status is Status.UNATTESTED:
        return []
    who = clip(said.sibling or "a sibling", room, left=True)
    if said.status is Status.CONTRADICTED:
        return ["  ", (f"contradicted: {who} has {clip(shown(said.reading), room)}", "bad")]
    return ["  ", (f"corroborated by {who}", "good")]
