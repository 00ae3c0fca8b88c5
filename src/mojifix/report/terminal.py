"""The full account of one document for people: found, repaired, proved, attested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from unicodedata import name as character_name

from mojifix.model import Chain, Finding, Repair, SpanVerdict, Status, Strength, Verdict
from mojifix.report.lines import Line, count
from mojifix.report.places import Place, in_context, places
from mojifix.report.positions import Positions
from mojifix.report.safe import cells, clip, safe, shown
from mojifix.report.summary import witness

KINDS_SHOWN = 20
"""Kinds of repair listed one by one: a screen of them. The places below list all."""

ROOM_TO_QUOTE = 12
"""Columns; in fewer, a quotation says nothing."""


def account(
    name: str,
    repair: Repair,
    verdict: Verdict,
    left: Sequence[Finding] = (),
    *,
    asked: bool = False,
    width: int = 80,
) -> Iterator[Line]:
    """Tell all about one repair in lines of at most ``width`` columns.

    ``left`` are the findings that were left alone, ``asked`` says whether siblings were.
    """
    lines = Positions(repair.original).lines
    yield [(name, "path")]
    yield [
        f"  {count(lines, 'line')}, {count(len(repair.original), 'character')}, ",
        f"{count(len(repair.spans) + len(left), 'damaged place')}",
    ]
    if repair.changed:
        yield from _chains(repair)
        yield from _kinds(repair, width)
        yield from _places(repair, verdict, width)
        yield from _siblings(verdict, width)
    if left:
        yield from _left(repair, left, width)
    yield from _verdict(repair, verdict, left, asked=asked)


def _chains(repair: Repair) -> Iterator[Line]:
    yield from _title("How it was damaged")
    for chain, number in Counter(span.chain for span in repair.spans).most_common():
        yield ["  ", (str(chain), "chain"), f"  ({count(number, 'place')})"]
        for i, step in enumerate(chain, 1):
            yield [f"    {i}. {step.summary}"]
        if not chain.lossless:
            yield ["    Information was lost: more than one original leads to the same damage."]


def _kinds(repair: Repair, width: int) -> Iterator[Line]:
    yield from _title("What was found, what it is now, and the proof: the damage run again")
    kinds = Counter(
        (repair.original[s.start : s.end], s.text, s.chain) for s in repair.spans
    ).most_common()
    for (found, now, chain), number in kinds[:KINDS_SHOWN]:
        before = clip(shown(found), width // 3)
        after = clip(shown(now), width // 3)
        yield [f"  {number:>4} × ", (before, "bad"), " is now ", (after, "good"), _name(now)]
        yield [("         replay: " + _proof(now, chain, width - 17), "dim")]
    if len(kinds) > KINDS_SHOWN:
        yield [f"  and {count(len(kinds) - KINDS_SHOWN, 'other kind')}; all places are below"]


def _name(text: str) -> str:
    if len(text) != 1:
        return ""
    return f"  U+{ord(text):04X} {character_name(text, '')}".rstrip()


def _proof(text: str, chain: Chain, width: int) -> str:
    """Write ``’ → β<U+0080><U+0099> → β``: the text after each step of the chain."""
    states = [text]
    for step in chain:
        states.append(step.damage(states[-1]))
    room = width // len(states) - 3
    return " → ".join(clip(shown(state), max(8, room)) for state in states)


def _places(repair: Repair, verdict: Verdict, width: int) -> Iterator[Line]:
    yield from _title("Place by place")
    listed = list(places(repair, width))
    indent = 2 + max(len(f"{place.line}:{place.column}") for place in listed)
    for place, said in zip(listed, verdict.spans, strict=True):
        yield from _place(place, said, indent, width)


def _place(place: Place, said: SpanVerdict, indent: int, width: int) -> Iterator[Line]:
    where = f"{place.line}:{place.column}".rjust(indent)
    # Two spaces, two brackets, an arrow with its spaces.
    before, found, now, after = in_context(place, width - len(where) - 7)
    yield [
        (where, "dim"),
        "  ",
        before,
        "[",
        (found, "bad"),
        " → ",
        (now, "good"),
        "]",
        after,
    ]
    if not said.replays:
        yield [" " * indent, "  ", ("does not replay", "bad")]
    if said.status is not Status.UNATTESTED:
        yield _testimony(place, said, indent + 2, width)


def _testimony(place: Place, said: SpanVerdict, indent: int, width: int) -> Line:
    who = clip(safe(PurePath(said.sibling or "a sibling").name), width // 4)
    style = "good"
    if said.status is Status.CONTRADICTED:
        style = "bad"
        says = f" has {clip(shown(said.reading), width // 8)} instead: "
    elif said.strength is Strength.PASSAGE:
        says = " has the passage: "
    else:
        says = " has the word: "
    room = width - indent - cells(who) - cells(says) - 2
    if room < ROOM_TO_QUOTE:
        return [" " * indent, (who + says.rstrip(": "), style)]
    return [" " * indent, (who + says, style), f"«{_quote(place, said, room)}»"]


def _quote(place: Place, said: SpanVerdict, width: int) -> str:
    """Cut the quotation to the part around the place it is quoted for."""
    before = place.before.rpartition(" ")[2]
    after = place.after.partition(" ")[0]
    for needle in (f"{before}{said.reading}{after}", f"{before}{said.reading}", said.reading):
        at = said.quotation.find(needle)
        if at >= 0:
            break
    at = max(0, at)
    head, tail = (
        safe(" ".join(part.splitlines())) for part in (said.quotation[:at], said.quotation[at:])
    )
    tail = clip(tail, max(width - cells(head), width * 2 // 3))
    return clip(head, width - cells(tail), left=True) + tail


def _siblings(verdict: Verdict, width: int) -> Iterator[Line]:
    by_name = Counter((said.sibling, said.status) for said in verdict.spans if said.sibling)
    if not by_name:
        return
    yield from _title("Who says so")
    for (name, status), number in sorted(by_name.items()):
        yield [f"  {number:>4} × {status} by ", (clip(name or "", width // 2, left=True), "path")]


def _left(repair: Repair, left: Sequence[Finding], width: int) -> Iterator[Line]:
    yield from _title("Left alone: damaged, but no repair is certain enough")
    positions = Positions(repair.original)
    for finding in left:
        line, column = positions.locate(finding.start)
        found = clip(shown(repair.original[finding.start : finding.end]), width // 4)
        yield [
            (f"  {line}:{column}", "dim"),
            "  ",
            (found, "warn"),
            "  ",
            (str(finding.chain), "chain"),
        ]


def _verdict(
    repair: Repair, verdict: Verdict, left: Sequence[Finding], *, asked: bool
) -> Iterator[Line]:
    yield from _title("Verdict")
    if not repair.changed:
        yield ["  " + ("nothing was repaired" if left else "no damage found")]
    else:
        proved = sum(said.replays for said in verdict.spans)
        places = count(len(repair.spans), "place")
        yield [f"  replay:   {proved:,} of {places} proved; {_outside(verdict)}"]
        if asked:
            yield [f"  siblings: {witness(verdict)}"]
    if verdict.outside:
        changed = count(len(verdict.outside), "change")
        yield [f"  outside:  {changed} that nothing proves"]
    if left:
        yield [f"  abstained: {count(len(left), 'place')} left as found"]
    yield ["  ", ("ok", "good") if verdict.ok else ("not ok", "bad")]


def _outside(verdict: Verdict) -> str:
    if verdict.replays:
        return "run again, the damage gives back the file"
    return "run again, the damage does NOT give it back"


def _title(text: str) -> Sequence[Line]:
    return [], [(text, "title")]
