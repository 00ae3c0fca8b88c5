from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.signs import signs


@pytest.mark.parametrize(
    "text", ["Il cane √® bello", "┬½ is", "a ¬© b", "10Â°", "bir Â\xa0kelime", "Ā\xa0ade"]
)
def test_signs_that_nobody_sets_so(text: str) -> None:
    assert any(signs().search(stretch) for stretch in [*text.split(" "), text])


@pytest.mark.parametrize(
    "text",
    [
        *("√π/2", "√±1", "¬∃x", "x ¬≤ y", "┌─┬┐", "│├┤│", "┬─┬", "HÂLÂ®", "SOCIÉTÉ²", "PROGRAMMĀ»"),
        *("«HÂLÂ\xa0»", "“HÂLÂ\xa0!”", "В\xa0России", "آ، ب", "1250 Å²"),
    ],
)
def test_what_people_write(text: str) -> None:
    assert not signs().search(text)
    assert mojifix.fix(text) == text


@pytest.mark.parametrize(
    "text", ["Approved √® by us", "• √• a", "3 √§ 5", "yes √™ no", "√°", "│ √© │"]
)
def test_a_check_mark_before_a_sign_is_no_letter(text: str) -> None:
    assert mojifix.fix(text) == text


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("utf-8>mac-roman", "Il cane è bello e mangia tutto."),
        ("utf-8>cp850", "Ia menulis « dalam buku itu."),
        ("utf-8>windows-1252", "The pump is rated at 30 ° and no more than that."),
    ],
)
def test_one_sign_is_enough(channel: str, text: str) -> None:
    assert mojifix.fix(mojifix.damage(text, channel)) == text
