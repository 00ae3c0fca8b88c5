"""The search for codecs of several bytes a character read as each other.

Big5 read as GBK is ideographs again, but such as nobody puts beside each other. Most byte strings
are valid in one other codec or two, so a line of them has few originals, and the right one is of
common characters throughout. The line comes back as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import exp

from mojifix.channels.misread import Misread, misread
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.harm import worse
from mojifix.engine.ideographs import dear, far_fetched
from mojifix.engine.look import look
from mojifix.engine.lookalikes import lookalikes
from mojifix.engine.oddness import odd_lines
from mojifix.engine.pairs import FORBIDDEN
from mojifix.kernel.bits import WIDE
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT, load

CODECS = ("gb18030", "cp932", "big5hkscs", "cp949", "euc-jp")
PRICE = 5.0
"""Nats against such a misreading, on top of what any damage costs. Of 9,144 clean Chinese, Japanese
and Korean sentences, none is read otherwise."""
FEWEST = 5
"""Different letters that a line must have of these codecs: faces (``( ﾟヮﾟ)``) and patterns of tones
(``仄仄平平仄``) have fewer."""
_JAMO = re.compile("[\x00-\x7f\u3130-\u318f]+")
"""Letters of Korean one by one stand where other codecs have kana."""
_CORE = re.compile(r"[^\x00-\x7f](?s:.*)[^\x00-\x7f]")
_FIRST, _LAST = "\u2e80", "\uffff"
"""The letters of these codecs, and others that do not matter here."""


def cjk_spans(text: str) -> list[Span]:
    """Spans of lines that were misread so, whatever their confidence, in order."""
    if not look(text) & WIDE:
        return []
    found: list[Span] = []
    for line in odd_lines(text):
        core = _CORE.search(text, line.start, line.end)
        if (
            core
            and dear(text, *core.span())
            and _different(core.group()) >= FEWEST
            and not _JAMO.fullmatch(core.group())
            and not _has_name(core.group())
        ):
            found += _read(core)
    return found


def _has_name(text: str) -> bool:
    """Is there a foreign name in Chinese, of syllables that stand side by side in no other word?

    No regular expression: to compile its ranges takes 5 ms.
    """
    return any(
        "\u3400" <= a[-1:] <= "\u9fff" and "\u3400" <= b[:1] <= "\u9fff"
        for a, b in pairwise(text.split("·"))
    )


def _different(text: str) -> int:
    return sum(_FIRST <= char <= _LAST and char.isalpha() for char in set(text))


def _read(core: re.Match[str]) -> Iterator[Span]:
    seen = core.group()
    found: dict[str, Misread] = {}
    for channel in _channels():
        for original in channel.undo(seen):
            if (
                original != seen
                and not worse(seen, original)
                and not FORBIDDEN.search(original)
                and not far_fetched(original)
            ):
                found.setdefault(original, channel)
    if not found:
        return
    costs = {original: _cost(original) / UNIT for original in found}
    best = min(costs, key=costs.__getitem__)
    stands = min(map(_cost, {seen, *lookalikes(seen)})) / UNIT
    odds = TEMPER * (stands - costs[best]) - INACTIVE - PRICE
    against = exp(min(700.0, -odds))
    against += sum(exp(TEMPER * (costs[best] - cost)) for o, cost in costs.items() if o != best)
    yield Span(core.start(), core.end(), best, Chain((found[best],)), 1 / (1 + against))


def _channels() -> list[Misread]:
    return [misread(written, read) for written in CODECS for read in CODECS if written != read]


def _cost(text: str) -> int:
    model = load()
    tokens = model.tokens(text)
    return model.cost(tokens, model.profile(model.totals(tokens, {})))
