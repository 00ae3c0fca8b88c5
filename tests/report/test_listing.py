from __future__ import annotations

from mojifix.channels import channels, parse
from mojifix.model import Finding
from mojifix.report.lines import render
from mojifix.report.listing import catalogue, listing

CHAIN = parse("utf-8>iso-8859-7", "drop-c1")


def test_a_finding_is_a_line_as_compilers_write_it() -> None:
    found = Finding(10, 11, CHAIN, 0.914, ("’", "‘", "”", "–"))
    assert render(listing("a.txt", "x\nMistral β", [found]), color=False) == (
        "a.txt:2:9: β looks damaged by utf-8>iso-8859-7 · drop-c1, confidence 0.91;"
        " perhaps ’ or ‘ or ”\n"
    )


def test_without_candidates() -> None:
    found = Finding(0, 1, CHAIN, 0.5)
    said = render(listing("a", "β", [found]), color=False)
    assert said.endswith("confidence 0.50\n")


def test_nothing_found_is_nothing_said() -> None:
    assert render(listing("a", "clean", []), color=False) == ""


def test_long_runs_are_cut() -> None:
    text = "Ã©" * 500
    found = Finding(0, 1000, parse("utf-8>windows-1252"), 0.99, ("é" * 500,))
    assert len(render(listing("a", text, [found]), color=False)) < 200


def test_text_and_path_cannot_command_the_terminal() -> None:
    found = Finding(0, 4, CHAIN, 0.5, ("\x1b[2J",))
    said = render(listing("a\x1b\n", "\x1b]0;x", [found]), color=False)
    assert said[:-1].isprintable()


def test_the_catalogue_names_every_channel() -> None:
    lines = render(catalogue(channels()), color=False).splitlines()
    assert [line.split()[0] for line in lines] == [one.name for one in channels()]
    assert any(line.endswith("(lossy)") for line in lines)
