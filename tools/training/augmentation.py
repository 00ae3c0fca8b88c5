"""What people write and the corpora lack: capitals, typographic quotes, signs."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .signs import generated

# Every n-th of the lines is also counted in capitals, every m-th in title case.
CAPITALS_EVERY, TITLE_EVERY = 9, 23
EMOJI_EVERY = 40
"""Every so many lines of a language, one of the emoji stands beside a line."""

SIGNS_EVERY = 50
"""Every so many lines of a language, one of :mod:`.signs` follows with a word of the line: signs
are rarer in the corpora than in what people write about measures, prices, dates and tables."""


def curly(text: str) -> str:
    """The typographic variant of an English line with straight quotes and double hyphens."""
    out: list[str] = []
    for i, char in enumerate(text):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if char == '"':
            opens = (before.isspace() or before in "([-") and not after.isspace()
            out.append("“" if opens else "”")
        elif char == "'":
            opens = (
                (before.isspace() or before in '(["') and after.isalpha() and text.count("'") > 1
            )
            out.append("‘" if opens else "’")
        else:
            out.append(char)
    changed = "".join(out).replace("...", "…").replace(" -- ", " — ").replace("--", "—")
    return changed.replace(" - ", " – ")


QUOTATIONS = ("“”", "«»", "“”", "„“", "“”", "«»", "„”", "””")
"""What stands for straight marks outside of English, in turn: the commonest pairs of CLDR's
locales (common/main/*.xml, delimiters), about as often as locales have them."""


def quoted(text: str, number: int) -> str:
    """The line ``number`` with typographic quotation marks in the place of straight ones.

    Which language has which is another matter (:mod:`.marks`): shapes are pooled.
    """
    pair = QUOTATIONS[number % len(QUOTATIONS)]
    parts = text.split('"')
    return "".join(part + pair[i % 2] for i, part in enumerate(parts[:-1])) + parts[-1]


def variants(text: str, number: int, language: str) -> Iterator[str]:
    """What people might also have made of the line, without the line itself."""
    if number % CAPITALS_EVERY == 0:
        yield text.upper()
    if number % TITLE_EVERY == 0:
        yield text.title()
    if language == "en" and ("'" in text or '"' in text or "-" in text):
        yield curly(text)
    elif '"' in text and text.count('"') % 2 == 0:
        yield quoted(text, number)


def with_sign(text: str, number: int, language: str) -> str:
    """A sign, with a word of the line beside it."""
    words = [word for word in text.split() if word.isalpha()]
    return generated(words, Random(f"{language} {number}"))


def with_emoji(text: str, number: int, labels: list[str]) -> list[str]:
    """The line before an emoji, and the line after an emoji's label and two of that emoji."""
    mark, _, label = labels[number // EMOJI_EVERY % len(labels)].partition(" ")
    return [f"{text} {mark}", f"{label}{mark}{mark} {text}"]


def augmented(text: str, number: int, language: str, labels: list[str]) -> Iterator[str]:
    """All that is counted besides the line ``number`` of a language."""
    yield from variants(text, number, language)
    if labels and number % EMOJI_EVERY == 0:
        yield from with_emoji(text, number, labels)
    if number % SIGNS_EVERY == 0:
        yield with_sign(text, number, language)
