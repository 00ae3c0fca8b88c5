"""``mojifix damage`` and ``mojifix channels``."""

from __future__ import annotations

import json

import pytest

import mojifix
from tests.conftest import Shell


@pytest.mark.parametrize(
    "steps",
    [
        ["utf-8>iso-8859-7", "drop-c1"],
        ["utf-8>iso-8859-7 · drop-c1"],
        ["utf-8>iso-8859-7|drop-c1"],
    ],
)
def test_damage(shell: Shell, steps: list[str]) -> None:
    data = "\ufeffMistral’s “models”\r\n".encode()
    ran = shell("damage", "-", *steps, stdin=data)
    assert (ran.status, ran.out, ran.err) == (0, "\ufeffMistralβs βmodelsβ\r\n".encode(), "")


def test_an_unknown_step(shell: Shell) -> None:
    ran = shell("damage", "-", "utf-8>\x1b[31m")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert ran.err.startswith("mojifix: error: ")
    assert ran.err[:-1].isprintable()


def test_text_that_cannot_have_passed(shell: Shell) -> None:
    ran = shell("damage", "-", "iso-8859-7>utf-8", stdin="日本".encode())
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)


def test_channels_are_listed(shell: Shell) -> None:
    ran = shell("channels")
    names = [line.split()[0] for line in ran.out.decode().splitlines()]
    assert (ran.status, ran.err) == (0, "")
    assert names == [channel.name for channel in mojifix.channels()]


def test_channels_as_json(shell: Shell) -> None:
    records = [json.loads(line) for line in shell("channels", "--json").out.splitlines()]
    assert [record["name"] for record in records] == [one.name for one in mojifix.channels()]
