"""Which legacy encoding explains bytes: chardet proposes, plausibility decides.

chardet's first answer is right for 97 % of files, and the right one is among its first five for
98 % (DESIGN section 7). So the decoded texts are ranked, not the names. What the file has in
UTF-8 says which language to expect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mojifix.channels.codecs import CODECS, Codec, codec
from mojifix.errors import ChannelError
from mojifix.plausibility.model import UNIT, load

POOLED = 65_536
"""Bytes of legacy lines that chardet is asked about; it is sure long before."""
SCORED = 6_000
"""Bytes of them of which the plausibility is asked, for each candidate."""
PROPOSED = 14
"""Candidates of chardet that are ranked."""
RANK = 0.5
"""Nats against a candidate for each one that chardet thinks likelier."""
UNUSUAL = 6.0
"""Nats against an encoding that hardly any file is in. A judgment: one file in four hundred."""
CONTROL = 12.0
"""Nats against a C1 control: a byte that the encoding leaves undefined, or has no letter for."""

_USUAL = ("windows", "iso-8859-", "koi8", "cp", "euc", "gb", "big5", "tis", "mac-roman")
_NOT = ("iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-14", "iso-8859-16")
"""Encodings that files are in, by the beginnings of their names, and exceptions: those were made
for languages that another encoding served before, and came too late."""

_ALWAYS = ("windows-1252",)
"""Ranked whether or not chardet proposes it: the default of the Western web."""

_RELATED = {
    "iso-8859-1": "windows-1252",
    "iso-8859-2": "windows-1250",
    "iso-8859-5": "windows-1251",
    "iso-8859-6": "windows-1256",
    "iso-8859-7": "windows-1253",
    "iso-8859-8": "windows-1255",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "iso-8859-13": "windows-1257",
    "windows-1251": "iso-8859-5",
    "windows-1250": "iso-8859-2",
    "koi8-r": "koi8-u",
    "cp850": "cp858",
    "big5hkscs": "cp950",
}
"""Encodings of the same languages; where chardet proposes one, both are ranked."""

_CHARDETS = {"euc_jis_2004": "euc-jp", "shift_jis_2004": "cp932"}
"""What chardet names after the largest member of a family, of which the catalogue has another."""

_CEDILLA = {0x218: 0x15E, 0x219: 0x15F, 0x21A: 0x162, 0x21B: 0x163}
"""Romanian letters as ISO-8859-2 has them. ISO-8859-16, which has the right ones with a comma, is
hardly used, so the better letters must not speak for it."""

_NEVER = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cesu-8", "java-utf-8", "ascii")


class Sample(NamedTuple):
    """What is to be explained, and what the file has in UTF-8."""

    bad: list[bytes]
    good: list[bytes]


class Judge:
    """How plausible texts are, given the languages of the document."""

    __slots__ = ("_model", "_profile", "_totals")

    def __init__(self, texts: list[str]) -> None:
        self._model = load()
        self._totals: dict[int, int] = {}
        for text in texts:
            self._model.totals(self._model.tokens(text), self._totals)
        self._profile = self._model.profile(self._totals)

    def cost(self, text: str) -> float:
        """Nats that the text costs in the document's languages."""
        tokens = self._model.tokens(text)
        return self._model.cost(tokens, self._profile) / UNIT + CONTROL * _controls(text)


def _controls(text: str) -> int:
    return sum("\x7f" <= c <= "\x9f" for c in text)


def best(sample: Sample) -> tuple[Codec | None, Judge]:
    """The encoding that explains the bad lines best, and a judge who has read them in it."""
    context = _texts(_cut(sample.good), None)
    lines = _cut(sample.bad)
    ranked: list[tuple[float, int, Codec, Judge]] = []
    for rank, candidate in enumerate(_candidates(b"".join(sample.bad)[:POOLED])):
        texts = _texts(lines, candidate)
        if texts is None:
            continue
        judge = Judge([*(context or ()), *(text.translate(_CEDILLA) for text in texts)])
        cost = sum(judge.cost(text.translate(_CEDILLA)) for text in texts)
        cost += RANK * rank + (0.0 if _usual(candidate.name) else UNUSUAL)
        ranked.append((cost, rank, candidate, judge))
    if not ranked:
        return None, Judge(context or [])
    _, _, found, judge = min(ranked, key=lambda one: one[:2])
    return found, judge


def _usual(name: str) -> bool:
    return name.startswith(_USUAL) and name not in _NOT


def _cut(lines: list[bytes]) -> list[bytes]:
    """Some of the lines, from the whole file, all of them different."""
    different = list(dict.fromkeys(lines))
    total = sum(map(len, different))
    step = max(1, total // SCORED)
    kept: list[bytes] = []
    room = SCORED
    for line in different[::step]:
        kept.append(line[:room])
        room -= len(kept[-1])
        if room <= 0:
            break
    return kept


def _texts(lines: list[bytes], candidate: Codec | None) -> list[str] | None:
    """The lines as texts; None where the encoding fails on more than one in ten."""
    texts = []
    failed = 0
    for line in lines:
        try:
            texts.append(line.decode() if candidate is None else candidate.decode(line))
        except UnicodeDecodeError as error:
            # A line that was cut may end within a character.
            whole = error.start >= len(line) - 3
            text = line[: error.start]
            texts.append(text.decode() if candidate is None else candidate.decode(text))
            failed += not whole
    return texts if failed * 10 <= len(lines) else None


def _candidates(pool: bytes) -> Iterator[Codec]:
    """What chardet proposes, best first, and what is related to it."""
    import chardet  # 20 ms, and most files are UTF-8

    seen = set()
    found = chardet.detect_all(
        pool, ignore_threshold=True, prefer_superset=False, compat_names=False
    )
    names = [result["encoding"] for result in found if result["encoding"]][:PROPOSED]
    for name in (*names, *_ALWAYS):
        try:
            candidate = codec(_CHARDETS.get(name, name))
        except ChannelError:
            continue
        for one in (candidate.name, _RELATED.get(candidate.name)):
            if one and one not in seen and one not in _NEVER:
                seen.add(one)
                yield CODECS[one]
