"""Where a text is odd, in the language that it is written in."""

from __future__ import annotations

import pytest

from mojifix.plausibility.oddity import scanner


def odd(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in scanner().scan(text, 0, len(text))[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Der König schläft über den Dächern der Stadt.",
        "DER KÖNIG SCHLÄFT ÜBER DEN DÄCHERN DER STADT.",
        "Kraliçe yağmurda yürüyüşe çıktı.",
        "Королева гуляла под дождём.",
        "女王は雨の中を散歩した。",
        "여왕은 비를 맞으며 산책했다.",
        "“No,” she said, “we won’t go.”",
    ],
)
def test_ordinary_text(text: str) -> None:
    assert odd(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der KÃ¶nig schläft über den Dächern.", ["KÃ¶nig"]),
        ("Królowa spacerowaÅ‚a w deszczu.", ["spacerowaÅ‚a"]),
        ("The queenвЂ™s umbrella", ["queenвЂ™s"]),
        ("Queenβs umbrella is in the hall", ["Queenβs"]),
        ("The queen said 鈥渉ello鈥 to all", ["鈥渉ello鈥"]),
    ],
)
def test_odd_text(text: str, expected: list[str]) -> None:
    assert odd(text) == expected


def test_other_languages_letters_are_odd() -> None:
    assert odd("Bu yýl çok kar yaðdý, dýþarý çýkamadýk.")
    assert odd("Már késõ volt, a kapus elment, mert nagyon fáradt volt, szegény.")
