from __future__ import annotations

from mojifix.channels import parse
from mojifix.model import Finding, Repair
from mojifix.report.lines import render
from mojifix.report.summary import left_alone, summary, witness
from tests.mending import DROPPED, mend, quoted


def line(repair: Repair, left: int = 0) -> str:
    return render([summary("a.txt", repair, left)], color=False)


def finding(start: int, end: int) -> Finding:
    return Finding(start, end, parse("drop-c1"), 0.5)


def test_clean_text() -> None:
    assert line(Repair("clean")) == "a.txt: no damage found\n"


def test_nothing_certain_enough() -> None:
    expected = "a.txt: nothing repaired; 2 damaged places left alone, too uncertain\n"
    assert line(Repair("?"), left=2) == expected


def test_one_place() -> None:
    expected = f"a.txt: 1 place repaired and replayed (1 × {DROPPED}), least confidence 0.97\n"
    assert line(mend("It’s", "’")) == expected


def test_the_commonest_chains_come_first_and_the_rest_is_counted() -> None:
    repair = mend("a’b’", "’", "’")
    more = [mend("é", "é", chain=f"utf-8>{name}") for name in ("cp437", "cp850", "koi8-r")]
    text, spans = repair.original, list(repair.spans)
    for other in more:
        (span,) = other.spans
        spans.append(type(span)(len(text), len(text) + 2, span.text, span.chain, span.confidence))
        text += other.original
    said = line(Repair(text, tuple(spans)))
    assert f"(2 × {DROPPED}, 1 × utf-8>cp437, 1 × utf-8>cp850, and 1 other chain)" in said


def test_siblings() -> None:
    repair, verdict = quoted()
    said = render([summary("a", repair, 0, verdict)], color=False)
    expected = "; siblings: 1 corroborated (1 by passage), 1 contradicted, 1 unattested\n"
    assert said.endswith(expected)
    assert witness(verdict) in said


def test_findings_that_a_span_touches_are_not_left_alone() -> None:
    repair = mend("xx’yy’zz", "’", "’")
    assert [s.start for s in repair.spans] == [2, 5]
    found = [finding(*at) for at in ((0, 2), (0, 3), (2, 3), (3, 5), (4, 6), (6, 8))]
    assert [(f.start, f.end) for f in left_alone(found, repair)] == [(0, 2), (3, 5), (6, 8)]


def test_a_hostile_name_is_harmless() -> None:
    said = render([summary("\x1b]0;owned\x07\n", Repair("x"), 0)], color=True)
    assert said == "\x1b[1m<U+001B>]0;owned<U+0007><U+000A>\x1b[0m: no damage found\n"
