"""Laws of the reports: nothing commands a terminal, and no report loses or invents text."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels import parse
from mojifix.model import Chain, Finding, Repair, Span, SpanVerdict, Status, Strength, Verdict
from mojifix.report import jsonl
from mojifix.report.diff import diff, painted
from mojifix.report.lines import render
from mojifix.report.listing import listing
from mojifix.report.positions import Positions
from mojifix.report.safe import cells, clip, safe, view
from mojifix.report.summary import left_alone, summary
from mojifix.report.terminal import account

TEXT = st.text(
    st.one_of(
        st.sampled_from("a\n\n\r\t \x1b\x9b\x80\x99β’“é日\u202e\u2028\ud800\udc80\ufeff\U0010ffff"),
        st.characters(),
    )
)
CHAINS = [parse(name) for name in ("utf-8>iso-8859-1", "utf-8>iso-8859-7 · drop-c1", "drop-c1")]


@st.composite
def repairs(draw: st.DrawFn) -> Repair:
    """Texts with repairs that nobody would make, but that replay."""
    damaged = draw(TEXT)
    spans = []
    for chain, clean, between in draw(
        st.lists(st.tuples(st.sampled_from(CHAINS), TEXT, TEXT), max_size=5)
    ):
        broken = through(chain, clean)
        if broken:
            spans.append(Span(len(damaged), len(damaged) + len(broken), clean, chain, 0.9))
        damaged += (broken or "") + between
    return Repair(damaged, tuple(spans))


def through(chain: Chain, clean: str) -> str | None:
    try:
        return chain.damage(clean)
    except ValueError:
        return None


def harmless(text: str, keep: str = "") -> bool:
    return all(safe(c, keep=keep) == c for c in text)


@given(TEXT)
def test_safe_text_is_harmless_and_stays_so(text: str) -> None:
    once = safe(text)
    assert harmless(once)
    assert safe(once) == once
    assert harmless(view(text), keep="\n\t")


@given(TEXT, st.integers(1, 30), st.booleans())
def test_clipped_text_fits(text: str, width: int, left: bool) -> None:
    assert cells(clip(text, width, left=left)) <= width


@given(TEXT, st.data())
def test_positions_agree_with_a_slow_count(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line = column = 1
    for i in range(offset):
        ended = text[i] == "\n" or (text[i] == "\r" and text[i + 1 : i + 2] != "\n")
        line, column = (line + 1, 1) if ended else (line, column + 1)
    assert Positions(text).locate(offset) == (line, column)


@given(repairs())
def test_a_diff_rebuilds_both_texts(repair: Repair) -> None:
    old, new = replay_diff(repair.original, list(diff("a", repair)))
    assert old == repair.original
    assert new == repair.text


def replay_diff(original: str, lines: list[str]) -> tuple[str, str]:
    """Apply a diff as ``patch`` would: hunk by hunk, by line numbers."""
    source = [line + "\n" for line in original.split("\n")]
    source[-1] = source[-1][:-1]
    old: list[str] = []
    new: list[str] = []
    at = 0
    for line in lines[2:]:
        if line.startswith("@@"):
            first, _, length = line.split()[1].removeprefix("-").partition(",")
            start = int(first) - (length != "0")
            old += source[at:start]
            new += source[at:start]
            at = start
            continue
        text = line[1:]
        if line[0] in " -":
            assert source[at] == text
            old.append(text)
            at += 1
        if line[0] in " +":
            new.append(text)
    return "".join(old + source[at:]), "".join(new + source[at:])


@given(repairs(), TEXT)
def test_json_lines_hold_both_texts_and_are_harmless(repair: Repair, name: str) -> None:
    line = jsonl.dump(jsonl.repaired(name, repair))
    assert line.endswith("\n")
    assert line[:-1].isprintable()
    record = json.loads(line)
    text = record["text"].get("text")
    if text is None:
        return
    assert text == repair.text
    for span in reversed(record["spans"]):
        found = span["found"].get("text")
        if found is not None:
            assert repair.original[span["start"] : span["end"]] == found


@given(repairs(), TEXT, TEXT, st.sampled_from(Status), st.sampled_from([None, *Strength]))
def test_no_report_commands_the_terminal(
    repair: Repair, name: str, quotation: str, status: Status, strength: Strength | None
) -> None:
    said = tuple(
        SpanVerdict(
            span.start,
            span.end,
            replays=False,
            status=status,
            strength=strength,
            sibling=name,
            quotation=quotation,
            reading=quotation,
        )
        for span in repair.spans
    )
    verdict = Verdict(replays=True, spans=said)
    findings = tuple(Finding(s.start, s.end, s.chain, 0.5, (s.text,)) for s in repair.spans)
    left = left_alone(findings, Repair(repair.original))
    for lines in (
        list(account(name, repair, verdict, left, asked=True, width=60)),
        [summary(name, repair, len(left), verdict)],
        list(listing(name, repair.original, findings)),
        list(painted(diff(name, repair))),
    ):
        text = render(lines, color=False)
        assert harmless(text, keep="\n\t")
        assert text.count("\n") == len(lines)
