r"""Escaped mojibake: found in the view, repaired in the text, and nothing else touched."""

from __future__ import annotations

import pytest

import mojifix
from mojifix import Config, damage
from mojifix.engine.escaped import escapes_worth
from tests.steps import steps

TEXT = "Élodie préfère la crème brûlée à l’été."
LETTERS = ("utf-8>windows-1252", "utf-8>iso-8859-1")
NAMED = Config(channels=(*LETTERS, "percent", "percent-lower", "quoted-printable", "mime-q"))


@pytest.mark.parametrize(
    "escape",
    ["json-escapes", "json-escapes-upper", "html-mixed", "html-decimal", "html-hex"],
)
@pytest.mark.parametrize("misreading", LETTERS)
def test_json_and_html_become_characters(escape: str, misreading: str) -> None:
    damaged = damage(TEXT, misreading, escape)
    repair = mojifix.repair(damaged)
    assert repair.text == TEXT
    assert repair.replay() == damaged
    assert mojifix.verify(repair).ok
    assert all(span.chain.steps[-1].name.startswith(escape[:4]) for span in repair.spans)


@pytest.mark.parametrize("escape", ["json-escapes", "html-mixed", "html-decimal", "percent"])
def test_clean_escapes_stay(escape: str) -> None:
    text = damage(TEXT, escape)
    assert mojifix.fix(text) is text
    assert mojifix.fix(text, config=NAMED) is text


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        ("/zo%C3%83%C2%AB/%C3%A9t%C3%A9?a=%20b%25C3", "/zo%C3%AB/%C3%A9t%C3%A9?a=%20b%25C3"),
        ("/zo%c3%83%c2%ab", "/zo%c3%ab"),
        ("Andr=C3=83=C2=A9 =3D caf=C3=A9", "Andr=C3=A9 =3D caf=C3=A9"),
        ("=?UTF-8?Q?Andr=C3=83=C2=A9_A?= <a@b>", "=?UTF-8?Q?Andr=C3=A9_A?= <a@b>"),
    ],
)
def test_addresses_and_mail_stay_spelled_and_have_to_be_named(damaged: str, expected: str) -> None:
    assert mojifix.fix(damaged) is damaged
    repair = mojifix.repair(damaged, config=NAMED)
    assert repair.text == expected
    assert repair.replay() == damaged


def test_raw_and_escaped_damage_in_one_text() -> None:
    damaged = f"{damage(TEXT, 'utf-8>windows-1252')}\n{damage(TEXT, *LETTERS[:1], 'json-escapes')}"
    assert mojifix.fix(damaged) == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        r"C:\users\u00c3x",
        r"a backslash that is escaped: \\u00c3\\u00a9",
        "&#146; is a quotation mark in HTML",
        "R&D; AT&T; &unknown;&things; &#999999999;&#0;",
        r"lone surrogates \ud83d\ud83d and \udc00\udc00",
        "&copy;&reg;&trade;",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert mojifix.fix(text) is text


def test_only_what_is_named_is_repaired() -> None:
    damaged = damage(TEXT, "utf-8>windows-1252", "json-escapes")
    assert mojifix.fix(damaged, config=Config(channels=LETTERS)) == damaged
    assert mojifix.fix(damaged, config=Config(channels=(*LETTERS, "json-escapes"))) == TEXT


def test_detect_reports_escaped_damage() -> None:
    found = mojifix.detect(r"Andr\u00c3\u00a9")
    assert [(f.start, f.end, f.candidates) for f in found] == [(4, 16, ("é",))]


def test_what_a_dos_page_made_of_it() -> None:
    assert mojifix.fix(damage(TEXT, "utf-8>cp437", "json-escapes")) == TEXT


def test_plain_text_is_not_worth_a_look() -> None:
    assert not escapes_worth("Tom & Jerry \\ &amp; &nbsp; \\n caf&eacute; \\u00e9t\\u00e9")


@pytest.mark.parametrize("unit", [r"\u00c3\u00a9 x ", "&Atilde;&copy; x ", r"\u00c3&copy;"])
def test_time_grows_linearly(unit: str) -> None:
    def work(times: int) -> int:
        return steps(lambda: mojifix.fix(unit * times))

    work(10)
    # Quadratic would be 64 times as much; what is remembered of the shorter one is in its favor.
    assert work(1600) < 12 * work(200) + 1_000
