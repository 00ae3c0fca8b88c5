"""No text may command a terminal."""

from __future__ import annotations

import unicodedata

import pytest

from mojifix.report.safe import cells, clip, escape, safe, shown, view, visible

BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
NONCHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
]


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([*range(0x20), 0x7F], id="C0 and DEL"),
        pytest.param(range(0x80, 0xA0), id="C1"),
        pytest.param(BIDI, id="bidi controls"),
        pytest.param([0x2028, 0x2029], id="line and paragraph separator"),
        pytest.param([0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xDC80], id="lone surrogates"),
        pytest.param(NONCHARACTERS, id="noncharacters"),
    ],
)
def test_what_commands_a_terminal_is_shown(points: range | list[int]) -> None:
    for point in points:
        assert safe(chr(point)) == f"<U+{point:04X}>"
        assert safe(f"é{chr(point)}é") == f"é<U+{point:04X}>é"


def test_every_other_code_point_passes_unless_it_is_a_control() -> None:
    for point in range(0x110000):
        character = chr(point)
        if safe(character) == character:
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp"), hex(point)
            assert unicodedata.bidirectional(character) not in (
                *("LRE", "RLE", "LRO", "RLO", "PDF"),
                *("LRI", "RLI", "FSI", "PDI"),
            ), hex(point)


@pytest.mark.parametrize("text", ["", "café", "10\xa0km", "soft\xadhyphen", "👩\u200d🔬", "नमस्ते"])
def test_text_passes(text: str) -> None:
    assert safe(text) is text or safe(text) == text


def test_keep_lets_through_what_it_names() -> None:
    assert safe("a\tb\nc\r", keep="\n\t") == "a\tb\nc<U+000D>"


def test_what_prints_nothing_can_be_made_visible() -> None:
    assert visible("a\xa0\u200b\xad\x9bb") == "a<U+00A0><U+200B><U+00AD><U+009B>b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" a b ", "␣a b␣"), ("  ", "␣␣"), ("", ""), ("a", "a"), ("\t", "<U+0009>")],
)
def test_spaces_at_the_ends_are_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_view_keeps_line_ends_and_tabs_but_no_lone_carriage_return() -> None:
    assert view("a\tb\r\nc\rd\n") == "a\tb\nc<U+000D>d\n"


def test_escape_names_supplementary_code_points() -> None:
    assert escape("\U0010ffff") == "<U+10FFFF>"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("’", 1), ("👩", 2)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("text", ["abcdefgh", "日本語日本語", "aé" * 9, ""])
@pytest.mark.parametrize("width", range(1, 12))
def test_clip_fits_and_says_what_it_cut(text: str, width: int, left: bool) -> None:
    clipped = clip(text, width, left=left)
    assert cells(clipped) <= width
    if clipped != text:
        kept = clipped.removeprefix("…") if left else clipped.removesuffix("…")
        assert len(kept) == len(clipped) - 1
        assert text.endswith(kept) if left else text.startswith(kept)
