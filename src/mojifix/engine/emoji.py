"""Emoji of which bytes are gone: ``â¤ï¸`` was ❤️.

The text that the model knows has next to no emoji, and what is left of one is odd enough to make
letters of any script look better. But two things show by themselves: the variation selector that
follows many of them (``ï¸``), and the lead of those beyond U+FFFF (``ðŸ``). What can stand there is
one of a known few; where one of them is out of all proportion the commonest it is restored, and
where not, nothing else can have been there either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mojifix.channels import parse, preimages
from mojifix.engine.decide import CERTAIN
from mojifix.engine.readers import readers
from mojifix.model import Chain, Span

SELECTOR, JOINER, KEYCAP = "\ufe0f", "\u200d", "\u20e3"
_LEAD, _SELECTED = "ðŸ", "ï¸"
"""What windows-1252 shows of the lead of an emoji beyond U+FFFF, and of a selector."""

# Property Emoji=Yes of U+2000 and above: Unicode 16.0, emoji-data.txt.
_PLAIN = (
    "‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏩-⏳⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸-☺♀♂♈-♓♟♠♣♥♦♨♻♾♿⚒-⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰-⛵⛷-⛺⛽"
    "✂✅✈-✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓-❕❗❣❤➕-➗➡➰➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
)
_ASTRAL = (
    "🀄🃏🅰🅱🅾🅿🆎🆑-🆚🇦-🇿🈁🈂🈚🈯🈲-🈺🉐🉑🌀-🌡🌤-🎓🎖🎗🎙-🎛🎞-🏰🏳-🏵🏷-📽📿-🔽🕉-🕎🕐-🕧🕯🕰🕳-🕺🖇🖊-🖍🖐🖕🖖🖤🖥🖨🖱🖲🖼🗂-🗄🗑-🗓🗜-🗞🗡🗣🗨🗯🗳🗺-🙏"
    "🚀-🛅🛋-🛒🛕-🛗🛜-🛥🛩🛫🛬🛰🛳-🛼🟠-🟫🟰🤌-🤺🤼-🥅🥇-🧿🩰-🩼🪀-🪉🪏-🫆🫎-🫜🫟-🫩🫰-🫸"
)
_SELECTING = "🅰🅱🅾🅿🈂🈷🌡🌤-🌬🌶🍽🎖🎗🎙-🎛🎞🎟🏋-🏎🏔-🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳-🕹🖇🖊-🖍🖐🖥🖨🖱🖲🖼🗂-🗄🗑-🗓🗜-🗞🗡🗣🗨🗯🗳🗺🛋🛍-🛏🛠-🛥🛩🛰🛳"
"""Of those beyond U+FFFF, the ones that a selector stands after: Emoji_Presentation=No."""
_USUAL = "😂❤🤣👍😭🙏😘🥰😍😊🎉😁💕🥺😅🔥☺🤦♥🤷🙄😆🤗😉🎂🤔👏🙂😳🥳😎👌💜😔💪✨💖👀😋😏😢👉"
"""Those that are used most, in order (as of the Unicode Consortium's count of 2021)."""
_JOINED = "♀♂⚕⚖✈❤☠⚧"
"""What a joiner and a selector stand around."""

_JOINING = f"(?:(?<={_LEAD}..)|(?<={_LEAD}.)|(?<={_SELECTED})|(?<={_SELECTED}\ufffd))"
"""What a joiner follows. By itself it could be a quotation mark."""

_CHAINS = (
    ("utf-8>windows-1252", "drop-c1"),
    ("utf-8>windows-1252/fffd",),
    ("utf-8>windows-1252", "drop-c1", "nbsp-to-space"),
    ("utf-8>windows-1252/fffd", "nbsp-to-space"),
    ("utf-8>iso-8859-1", "drop-c1"),
    ("utf-8>iso-8859-1", "drop-c1", "nbsp-to-space"),
)
"""What those readers lose that show a selector as no letters, the commonest losses first."""
_WHOLE = parse("utf-8>windows-1252")
"""The chain of those that lost nothing."""
_FIRST = 20
"""Places in that order up to which an emoji is out of all proportion commoner than one that is not
among them. A judgment: of all that are sent, the first of them is 5 in 100."""


class _Form(NamedTuple):
    """What is left of an emoji, where that tells which it was."""

    original: str
    chain: Chain


@lru_cache(maxsize=1)
def emoji() -> frozenset[str]:
    """Emoji of three bytes."""
    return frozenset(_listed(_PLAIN))


def emoji_spans(text: str) -> tuple[Span, ...]:
    """Spans of emoji that lost bytes, in order."""
    if not _may(text):
        return ()
    forms, pattern = _forms()
    return tuple(
        Span(start, end, form.original, form.chain, CERTAIN)
        for start, end in _sites(text, pattern)
        if (form := forms[text[start:end]]) is not None
    )


def outside_emoji(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans but for those inside of what is left of emoji: it was none of that."""
    if not spans or not _may(text):
        return tuple(spans)
    left = {at for start, end in _sites(text, _forms()[1]) for at in range(start, end)}
    return tuple(s for s in spans if not left.issuperset(range(s.start, s.end)))


def _may(text: str) -> bool:
    return _LEAD in text or _SELECTED in text


def _sites(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where something is left of an emoji to which bytes are missing."""
    tails = readers().tail
    for match in pattern.finditer(text):
        start, end = match.span()
        whole = readers().begins(text[start : start + 4]) and _SELECTED not in match.group()
        # What goes on with another byte is no less than it was.
        if not whole and not tails.get(text[end : end + 1], 0) & _western():
            yield start, end


@lru_cache(maxsize=1)
def _western() -> int:
    """The readers that are asked for here, as bits."""
    names = {steps[0].split(">")[1].split("/")[0] for steps in _CHAINS}
    return sum(1 << i for i, c in enumerate(readers().single) if c.read.name in names)


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, _Form | None], re.Pattern[str]]:
    """What emoji look like that lost bytes, and a pattern that finds it, the longest first."""
    found: dict[str, _Form | None] = {}
    whole = preimages(_WHOLE, _items()).keys()
    for steps in _CHAINS:
        chain = parse(*steps)
        for seen, originals in preimages(chain, _items()).items():
            shows = seen.startswith(_LEAD) or _SELECTED in seen
            if seen in whole or not shows or seen.endswith(" "):
                continue  # The blank at the end may have been one.
            # A lead by itself may have been that of any.
            bare = len(seen.partition(_SELECTED)[0].replace("\ufffd", "")) == 1
            best = _clear(originals) if not bare else None
            form = _Form(best, chain) if best is not None else None
            known = found.setdefault(seen, form)
            if known is not None and (form is None or form.original != known.original):
                found[seen] = None
    longest = sorted(found, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest))
    for steps, joiner in ((_CHAINS[0], "â€"), (_CHAINS[1], "â€\ufffd")):
        found[joiner] = _Form(JOINER, parse(*steps))
        pattern += f"|{_JOINING}{joiner}(?={_LEAD})"
    return found, re.compile(pattern)


def _clear(originals: Sequence[str]) -> str | None:
    """The one original that there may be, or that is by far the commonest."""
    if len(originals) == 1:
        return originals[0]
    ranks = {o: rank for o in originals if (rank := _USUAL.find(o[0])) >= 0}
    if len(ranks) == 1 and min(ranks.values()) < _FIRST:
        return next(iter(ranks))
    return None


def _items() -> Iterator[str]:
    """Emoji, and what comes of those that are several characters."""
    yield from (*_listed(_PLAIN), *_listed(_ASTRAL))
    yield from (char + SELECTOR for char in (*_listed(_PLAIN), *_listed(_SELECTING)))
    yield SELECTOR + KEYCAP
    for char in _JOINED:
        yield JOINER + char + SELECTOR


def _listed(ranges: str) -> Iterable[str]:
    """The characters of ranges as they stand in a regular expression."""
    for first, last in re.findall("(.)(?:-(.))?", ranges):
        yield from map(chr, range(ord(first), ord(last or first) + 1))
