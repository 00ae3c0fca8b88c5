"""Was this original written in a codec that its language was written in?

A page of 256 characters was made for a few languages. What is Latvian in windows-1257 may have been
damaged; what turns out to be words of no language in particular, or of Māori, gained by chance: it
is some language that the model has never met. And a line has one language: the words that were not
touched have to be at home where the others are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mojifix.plausibility.model import LANE, LATIN, UNIT, load
from mojifix.plausibility.tokens import Word

# Languages by the names that the model has for them. A judgment: no table was looked up, and small
# neighbors were added to the large languages of each page. One too few leaves damage alone.
_WEST = frozenset((
    *("af", "ast", "br", "ca", "co", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fil", "fo"),
    *("fr", "fur", "fy", "ga", "gd", "gl", "gsw", "ht", "ia", "id", "io", "is", "it", "lb", "ms"),
    *("nb", "nl", "nn", "oc", "pms", "pt", "qu", "rm", "sc", "sq", "sv", "sw", "vec", "vls"),
))  # fmt: skip
_CENTER = frozenset((
    *("bs", "cs", "de", "dsb", "hr", "hsb", "hu", "isv-Latn", "pl", "ro", "sk", "sl", "sq"),
    "sr-Latn",
))  # fmt: skip
_TURKISH = frozenset(("az", "de", "en", "fr", "ku", "tk", "tr", "uz"))
_BALTIC = frozenset(("et", "lt", "lv", "vot"))
_NORTH = _BALTIC | {"da", "fi", "fo", "is", "kl", "nb", "nn", "se", "sv"}
_VIETNAMESE = frozenset(("vi",))
_ABROAD = frozenset(("de", "en", "fr"))
"""Languages of Latin letters that were written in any page that has them."""

_HOMES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("windows-1252", "iso-8859-1", "iso-8859-15", "cp437", "cp850", "cp858", "mac-roman",
         "hp-roman8", "cp860", "cp861", "cp863", "cp865", "mac-iceland"), _WEST
    ),
    **dict.fromkeys(
        ("windows-1250", "iso-8859-2", "iso-8859-16", "cp852", "mac-latin2", "mac-croatian",
         "mac-romanian"), _CENTER
    ),
    **dict.fromkeys(("windows-1254", "iso-8859-9", "cp857", "mac-turkish"), _TURKISH),
    **dict.fromkeys(("windows-1257", "iso-8859-13", "cp775"), _BALTIC),
    **dict.fromkeys(("iso-8859-4", "iso-8859-10"), _NORTH),
    **dict.fromkeys(("windows-1258", "viscii", "tcvn3"), _VIETNAMESE),
    "iso-8859-14": frozenset(("br", "cy", "ga", "gd")),
    "iso-8859-3": frozenset(("eo", "mt", "tr")),
}  # fmt: skip
"""The languages that were written in each page. Of 4,075 damaged words and lines that came back,
99 % of the originals cost least in one of these; of 102 clean ones in languages that the model
does not know, and that were taken for damaged, 57 %: 31 % of the lines, 71 % of the words alone.
"""

FEW = 4
"""Languages of a page that was made for a few: nobody else wrote in it."""

_SLAVIC = frozenset(("be", "be-tarask", "bg", "mk", "ru", "sr-Cyrl", "uk"))
_EAST = frozenset(("be", "be-tarask", "ru", "uk"))
# Of the first page also what Mongolian was written with before it had letters of its own.
_ASIAN = frozenset(("ab", "ba", "ce", "cv", "kk", "ky", "mn", "os", "ru", "sah", "tg", "tt"))
_CYRILLIC: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("windows-1251", "iso-8859-5", "mac-cyrillic", "cp855"), _SLAVIC),
    **dict.fromkeys(("koi8-u", "cp1125", "cp866"), _EAST | {"bg"}),
    "koi8-r": frozenset(("bg", "ru")),
    "koi8-t": frozenset(("ru", "tg")),
    **dict.fromkeys(("kz-1048", "ptcp154"), _ASIAN),
}
"""The same of pages with Cyrillic letters. Uzbek, which the model does not know in them, reads
cheapest as Kazakh if its ``ў`` is taken for ``і``, and that was in no page of DOS for Ukrainian."""
NEAR = 3.0
"""Nats by which Cyrillic words may cost less in other languages: a few of them are spelled alike in
Russian and in Tatar."""

WRITTEN = frozenset[str]().union(*_HOMES.values())
"""The languages that such pages were made for. What seems to be in another one may as well be in
one that the model has never met."""

USUAL = 2.4
"""Nats a letter (with one for the word's end) that words cost at home, where no others tell what
is usual. Of 2,150 damaged words that were repaired alone, three in four cost no more; of 97 that
were taken for damaged, one in four.
"""
DEAR = 3.5
"""The same where others tell the language. Words with all letters that a language has (pangrams)
cost a little less: 3.1 and 3.5 in Czech and Lithuanian."""
AWAY = 3
"""What a nat counts by which words cost less in other languages: hardly any original's do."""
UNMET = 9.0
NEW = 3.6
"""Nats for a text being in a language that the model has never met, and a letter of it: nothing is
odder than that, however rare a character is elsewhere. Of 5,912 damaged words and short lines that
were repaired, 0.4 % prove too little then; of 75 that were taken for damaged, 35 %."""
APART = 5.0
"""Nats by which the words that were not touched may cost more in the language of all words than in
another. Of 3,452 damaged lines, cut to 14 words at most, 95 % cost no more than this."""
NAME = 4 * UNIT
"""What one of these words counts at most: a foreign name is at home nowhere."""


def of_few(codec: str, language: str) -> bool:
    """Was this page made for a few languages, of which this is none?"""
    homes = _HOMES.get(codec, frozenset())
    return 0 < len(homes) <= FEW and language not in homes


def astray(original: str, written: Iterable[str], untouched: str, gain: float = 0.0) -> float:
    """How much less an original proves than it gains, in nats, because it is not at home.

    ``written`` are the codecs that it may have been written in, ``untouched`` is the line with
    blanks in the place of the stretches that change. 0 where there is no word of Latin letters,
    which have more languages than the model knows.
    """
    model = load()
    script = model.scripts[LATIN]
    words = _words(original)
    if not words:
        return 0.0
    costs = script.unpack(sum(script.word(word.folded)[0] for word in words))
    least = min(costs)
    homes = frozenset[str]().union(*(_HOMES.get(codec, _ABROAD) for codec in written))
    home, lane = min(
        (cost, lane)
        for lane, (name, cost) in enumerate(zip(script.names, costs, strict=True))
        if name in homes
    )
    letters = sum(len(word.folded) + 1 for word in words)
    away = max(AWAY * (home - least) / UNIT, gain - UNMET - NEW * letters + home / UNIT)
    words = [word for word in words if not word.folded.isascii()]
    letters = sum(len(word.folded) + 1 for word in words)
    cost = sum(script.word(word.folded)[0] >> 32 * lane & LANE for word in words)
    rest = [script.word(token.folded)[0] for token in _words(untouched)]
    away += max(0.0, cost / UNIT - (DEAR if rest else USUAL) * letters)
    if not rest:
        return away
    others = script.unpack(sum(rest))
    best, here = 32 * others.index(min(others)), 32 * costs.index(least)
    apart = sum(min((v >> here & LANE) - (v >> best & LANE), NAME) for v in rest)
    return away + max(0.0, apart / UNIT - APART)


def strayed(original: str, written: Iterable[str]) -> float:
    """The same of an original in Cyrillic letters: 0 where no page is known that has them."""
    model = load()
    cyrillic = model.table["ж"].cls
    script = model.scripts[cyrillic]
    homes = frozenset[str]().union(*(_CYRILLIC.get(codec, ()) for codec in written))
    words = _words(original, cyrillic)
    if not words or not homes:
        return 0.0
    costs = script.unpack(sum(script.word(word.folded)[0] for word in words))
    home = min(cost for name, cost in zip(script.names, costs, strict=True) if name in homes)
    return AWAY * max(0.0, (home - min(costs)) / UNIT - NEAR)


def _words(text: str, script: int = LATIN) -> list[Word]:
    tokens = load().tokens(text)
    return [token for token in tokens if isinstance(token, Word) and token.script == script]
