r"""Mojibake that was spelled in ASCII: ``\u00c3\u00a9``, ``&Atilde;&copy;``, ``%C3%83%C2%A9``.

Theory of operation. The escapes are read, the *view* that this gives is searched like any text,
and what is found is brought back to the places that it was read from. An escape by itself is no
damage: only a span that a search finds in the view is repaired, and only if all of it was escaped,
so that its chain, with the escape as the last step, replays.

JSON and HTML can hold any character, so what was repaired there is written as characters:
``\u00c3\u00a9`` becomes ``é``. Addresses and mail can't, so there the repair is spelled like the
damage: ``%C3%83%C2%A9`` becomes ``%C3%A9``, by a chain that reads the escapes, misreads, and
writes them again. ASCII that escapes stand for is never touched.

JSON and HTML are looked for by default; the others have to be named in ``Config.channels``,
because in them one cannot tell an escape from text that looks like one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mojifix.channels import channel
from mojifix.channels.escapes import ESCAPES, UNESCAPE
from mojifix.channels.misread import Misread
from mojifix.config import Config
from mojifix.errors import ChannelError
from mojifix.model import Chain, Channel, Span

Search = Callable[[str], tuple[Span, ...]]
"""Finds what is damaged in a view."""

_TOKEN = re.compile(
    r"\\(?:\\|u([0-9A-Fa-f]{4})(?:\\u([Dd][C-Fc-f][0-9A-Fa-f]{2}))?)"
    r"|&(?:\#([0-9]{3,7})|\#[xX]([0-9A-Fa-f]{2,6})|([A-Za-z][A-Za-z0-9]{1,7}));"
)
_JSON = r"\\u(?!00[0-7])[0-9A-Fa-f]{4}"
_HTML = r"&(?:\#[0-9]{3,7}|\#[xX][0-9A-Fa-f]{2,6}|[A-Za-z][A-Za-z0-9]{1,7});"
_WORTH = re.compile(rf"(?:{_HTML}){{2}}|{_JSON}\\u|\\u00[89][0-9A-Fa-f]")
"""Two escapes in a row, or one for a C1 control: no other escape that stands alone is damage."""

# What writes each kind of escape.
_WRITERS = {
    "json": ("json-escapes", "json-escapes-upper"),
    "html": ("html-mixed", "html-named", "html-decimal", "html-hex", "html-hex-lower"),
}
_READERS = {
    "json": frozenset((
        "windows-1252", "iso-8859-1", "windows-1254", "iso-8859-15", "windows-1250",
        "windows-1251", "cp437", "cp850", "mac-roman",
    )),
    "html": frozenset(("windows-1252", "iso-8859-1", "windows-1254", "iso-8859-15")),
}  # fmt: skip
"""What programs that write escapes misread text as. People write entities for signs that have no
other business side by side (``&copy;&reg;``), and some reader makes something of any two."""
SPELLED = {
    "percent": r"(?:%[0-9A-F]{2})+",
    "percent-lower": r"(?:%[0-9a-f]{2})+",
    "quoted-printable": r"(?:=[0-9A-F]{2})+",
}
"""By name, what is looked for only when it is named: runs of bytes of UTF-8 in hexadecimal."""
WORDS = {
    "mime-q": r"=\?UTF-8\?Q\?[^? ]*\?=(?: =\?UTF-8\?Q\?[^? ]*\?=)*",
    "mime-b": r"=\?UTF-8\?B\?[^? ]*\?=(?: =\?UTF-8\?B\?[^? ]*\?=)*",
    "mime-q-lower": r"=\?utf-8\?Q\?[^? ]*\?=(?: =\?utf-8\?Q\?[^? ]*\?=)*",
    "mime-b-lower": r"=\?utf-8\?B\?[^? ]*\?=(?: =\?utf-8\?B\?[^? ]*\?=)*",
}
"""The same for words of a mail header, which are read and written as a whole."""


class _Place(NamedTuple):
    """One escape: where it stands in the view and in the text."""

    at: int
    start: int
    end: int
    kind: str


class _View(NamedTuple):
    """A text with its escapes read."""

    text: str
    places: list[_Place]


def escapes_worth(text: str) -> bool:
    """Are there escapes that may spell mojibake? Two ``in`` for a text without any."""
    return ("\\u" in text or "&" in text) and _WORTH.search(text) is not None


def named_worth(text: str, config: Config) -> bool:
    """The same for the escapes that the settings name."""
    return bool(config.channels) and any(
        ("%" if name.startswith("percent") else "=") in text for name in _named(config)
    )


def escaped_spans(text: str, config: Config, search: Search) -> tuple[Span, ...]:
    """The spans of escaped mojibake, in order, none within another."""
    found: list[Span] = []
    if escapes_worth(text):
        found += _in_view(text, _read(text), search)
    for name in _named(config):
        if name in SPELLED:
            found += _spelled(text, name, search)
        else:
            found += _words(text, name, search)
    found.sort(key=lambda span: (span.start, -span.end))
    end = 0
    kept: list[Span] = []
    for span in found:
        if span.start >= end:
            kept.append(span)
            end = span.end
    return tuple(kept)


def _named(config: Config) -> list[str]:
    names = config.channels or ()
    return [name for name in (*SPELLED, *WORDS) if name in names]


# -- JSON and HTML ----------------------------------------------------------------------------


def _read(text: str) -> _View:
    """The view of a text: its escapes of characters beyond ASCII, read."""
    parts: list[str] = []
    places: list[_Place] = []
    at = length = 0
    for match in _TOKEN.finditer(text):
        char, end = _char(match)
        if not char:
            continue
        start = match.start()
        parts += text[at:start], char
        length += start - at
        places.append(_Place(length, start, end, "json" if text[start] == "\\" else "html"))
        length += 1
        at = end
    parts.append(text[at:])
    return _View("".join(parts), places)


def _char(match: re.Match[str]) -> tuple[str, int]:
    """The character of an escape and where it ends; nothing for ASCII and what is no character."""
    unit, low, decimal, hexadecimal, name = match.groups()
    number = 0
    end = match.end()
    if unit:
        number = int(unit, 16)
        if low and 0xD800 <= number < 0xDC00:
            number = 0x10000 + ((number & 0x3FF) << 10 | int(low, 16) & 0x3FF)
        else:
            end = match.end(1)
    elif decimal or hexadecimal:
        number = int(decimal, 10) if decimal else int(hexadecimal, 16)
    elif name:
        from html.entities import name2codepoint  # 20 ms, and few texts have entities

        number = name2codepoint.get(name, 0)
    if number < 0x80 or number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return "", end
    return chr(number), end


def _in_view(text: str, view: _View, search: Search) -> Iterator[Span]:
    starts = [place.at for place in view.places]
    for span in search(view.text):
        i = bisect_left(starts, span.start)
        here = view.places[i : i + span.end - span.start]
        if not here or here[0].at != span.start or here[-1].at != span.end - 1:
            continue  # not, or not only, of escapes
        kinds = {place.kind for place in here}
        if len(here) != span.end - span.start or len(kinds) != 1:
            continue
        kind = kinds.pop()
        last = span.chain.steps[-1]
        if isinstance(last, Misread) and last.read.name not in _READERS[kind]:
            continue
        if kind == "html" and len(here) == 1 and "\x80" <= view.text[span.start] <= "\x9f":
            continue  # HTML says that &#146; is the character of windows-1252 (section 13.2.5.80)
        start, end = here[0].start, here[-1].end
        for name in _WRITERS[kind]:
            chain = Chain((*span.chain, channel(name)))
            if _replays(chain, span.text, text[start:end]):
                # What else may have been there would have to be asked again of every chain.
                yield Span(start, end, span.text, chain, span.confidence)
                break


# -- addresses and mail -----------------------------------------------------------------------


def _spelled(text: str, name: str, search: Search) -> Iterator[Span]:
    """Bytes in hexadecimal: each run of them is a stretch of the view."""
    escape = ESCAPES[name]
    parts: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    at = length = 0
    for match in re.finditer(SPELLED[name], text):
        data = bytes.fromhex(match.group().replace("%", "").replace("=", ""))
        try:
            read = data.decode()
        except UnicodeDecodeError:
            continue
        parts += text[at : match.start()], read
        length += match.start() - at
        runs.append((length, length + len(read), *match.span()))
        length += len(read)
        at = match.end()
    parts.append(text[at:])
    view = "".join(parts)
    if not runs:
        return
    starts = [run[0] for run in runs]
    for span in search(view):
        i = bisect_left(starts, span.start + 1) - 1
        if i < 0 or span.end > runs[i][1]:
            continue
        first, _, start, _ = runs[i]
        # Three code points of the text for each byte of the view.
        start += 3 * len(view[first : span.start].encode())
        end = start + 3 * len(view[span.start : span.end].encode())
        steps = (channel(UNESCAPE + name), *span.chain, escape)
        yield from _spelled_again(text, start, end, span, steps, escape)


def _words(text: str, name: str, search: Search) -> Iterator[Span]:
    """Words of a mail header: read, repaired and written again as a whole."""
    escape = ESCAPES[name]
    for match in re.finditer(WORDS[name], text):
        for read in escape.undo(match.group()):
            spans = search(read)
            chains = {str(span.chain): span.chain for span in spans}
            if len(chains) != 1:
                continue
            original, at = "", 0
            for span in spans:
                original += read[at : span.start] + span.text
                at = span.end
            whole = Span(
                0,
                len(read),
                original + read[at:],
                spans[0].chain,
                min(span.confidence for span in spans),
            )
            steps = (channel(UNESCAPE + name), *whole.chain, escape)
            yield from _spelled_again(text, *match.span(), whole, steps, escape)


def _spelled_again(
    text: str, start: int, end: int, span: Span, steps: tuple[Channel, ...], escape: Channel
) -> Iterator[Span]:
    chain = Chain(steps)
    try:
        spelled = escape.damage(span.text)
    except ChannelError:
        return
    if _replays(chain, spelled, text[start:end]):
        yield Span(start, end, spelled, chain, span.confidence)


def _replays(chain: Chain, original: str, damaged: str) -> bool:
    try:
        return chain.damage(original) == damaged
    except ChannelError:
        return False
