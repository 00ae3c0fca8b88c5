"""The full account, word for word and in every width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mojifix.channels import parse
from mojifix.model import Finding, Repair, Verdict
from mojifix.report.lines import render
from mojifix.report.safe import cells
from mojifix.report.terminal import account
from tests.mending import mend, quoted


def test_the_full_account() -> None:
    repair, verdict = quoted()
    left = [Finding(3, 5, parse("drop-c1"), 0.4)]
    assert (
        render(account("a.txt", repair, verdict, left, asked=True), color=False)
        == """\
a.txt
  2 lines, 40 characters, 4 damaged places

How it was damaged
  utf-8>iso-8859-7 · drop-c1  (3 places)
    1. written as UTF-8, read as ISO, Greek
    2. C1 controls (U+0080 to U+009F) were dropped
    Information was lost: more than one original leads to the same damage.

What was found, what it is now, and the proof: the damage run again
     1 × β is now “  U+201C LEFT DOUBLE QUOTATION MARK
         replay: “ → β<U+0080><U+009C> → β
     1 × β is now ”  U+201D RIGHT DOUBLE QUOTATION MARK
         replay: ” → β<U+0080><U+009D> → β
     1 × β is now ’  U+2019 RIGHT SINGLE QUOTATION MARK
         replay: ’ → β<U+0080><U+0099> → β

Place by place
   1:1  [β → “]We are thrilled,” he said.
        000.txt has the passage: «said: “We are thrilled, and»
  1:18  “We are thrilled,[β → ”] he said.
        003.txt has ’ instead: «We are thrilled,’ he»
   2:3  It[β → ’]s Azure.

Who says so
     1 × corroborated by archive/000.txt
     1 × contradicted by archive/003.txt

Left alone: damaged, but no repair is certain enough
  1:4  ␣a  drop-c1

Verdict
  replay:   3 of 3 places proved; run again, the damage gives back the file
  siblings: 1 corroborated (1 by passage), 1 contradicted, 1 unattested
  abstained: 1 place left as found
  not ok
"""
    )


def test_clean_text() -> None:
    said = render(account("a", Repair("clean\n"), Verdict(replays=True)), color=False)
    assert (
        said == "a\n  1 line, 6 characters, 0 damaged places\n\nVerdict\n  no damage found\n  ok\n"
    )


def test_what_does_not_replay_is_said() -> None:
    repair, verdict = quoted()
    spans = tuple(replace(said, replays=False) for said in verdict.spans)
    said = render(account("a", repair, Verdict(replays=False, spans=spans)), color=False)
    assert said.count("does not replay") == 3
    assert "0 of 3 places proved; run again, the damage does NOT give it back" in said


def test_changes_outside_of_the_spans_are_said() -> None:
    verdict = Verdict(replays=False, outside=((0, 1), (3, 4)))
    said = render(account("a", Repair("clean"), verdict), color=False)
    assert "  outside:  2 changes that nothing proves\n  not ok\n" in said


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_it_fits_the_terminal(width: int) -> None:
    clean = "“" + "日本語" * 40 + "”" + "x" * 200 + "\n" + "it’s " * 30
    places = ["“", "”", *["’"] * 30]
    repair = mend(clean, *places, chain="utf-8>iso-8859-7 · drop-c1")
    _, verdict = quoted()
    one = replace(verdict.spans[0], quotation="q" * 300, sibling="s" * 90)
    said = render(
        account("a", repair, Verdict(replays=True, spans=(one,) * len(places)), width=width),
        color=False,
    )
    quoted_text = said.partition("Place by place")[2].partition("Who says so")[0]
    assert max(map(cells, quoted_text.splitlines())) <= width


def test_many_kinds_are_counted() -> None:
    letters = "".join(chr(0xC0 + i) for i in range(30))
    repair = mend(letters, *letters, chain="utf-8>windows-1252")
    _, verdict = quoted()
    spans = (verdict.spans[2],) * 30
    said = render(account("a", repair, Verdict(replays=True, spans=spans)), color=False)
    assert "  and 10 other kinds; all places are below\n" in said


def test_long_spans_are_cut() -> None:
    clean = "é" * 5_000
    repair = mend(clean, clean, chain="utf-8>windows-1252")
    _, verdict = quoted()
    said = render(account("a", repair, Verdict(replays=True, spans=verdict.spans[2:])), color=False)
    assert max(map(cells, said.splitlines())) <= 80


def test_only_our_own_colors_reach_the_terminal() -> None:
    repair = mend("\x1b[31m“\x9b\n", "“")
    _, verdict = quoted()
    one = replace(verdict.spans[0], quotation="\x1b]0;x\x07", sibling="\u202e\x1b[2J")
    said = render(
        account("\x1b[2J", repair, Verdict(replays=True, spans=(one,)), asked=True), color=False
    )
    assert all(line.isprintable() for line in said.split("\n"))
