"""Signs around words and numbers: measures, prices, lists, formulas, frames of tables.

The corpora are sentences and interface strings. Of most signs they have a few dozen sightings in
2.3 million lines, so what may stand beside a sign is generated as well. The rule: nothing here
quotes any text. A *sign* comes from a property of the Unicode character database (its category,
block, decomposition or name), or from a table of a typographic role; a *frame* says in general
where signs of that role stand; and any sign may come in any frame, with any separator, behind
anything that may stand before it, before anything that may follow. Which unit, name or formula it
is makes no difference: the model of shapes sees ``{n} {w}²`` and no letters, so none are listed.

Signs of a *repertoire* come more often and count for themselves: those of the single-byte code
pages of Python's standard library and of the IBM PC's screen, which is what keyboards, printers and
fonts have had for decades. The rest of Unicode counts by class.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import NamedTuple, TypeVar

PAGES = (
    "cp437", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp860", "cp861",
    "cp862", "cp863", "cp864", "cp865", "cp866", "cp869", "cp874", "cp1250", "cp1251", "cp1252",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u", "mac_roman",
    "mac_latin2", "mac_cyrillic", "mac_greek", "mac_turkish", "mac_iceland", "mac_croatian",
    *(f"iso8859_{n}" for n in range(1, 17) if n != 12),
)  # fmt: skip

IBM_SCREEN = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂"
"""The IBM PC's glyphs for 01 to 1F and 7F (unicode.org, VENDORS/MISC/IBMGRAPH.TXT)."""

NBSP, NARROW = "\u00a0", "\u202f"
SEPARATORS = ("", " ", NBSP, NARROW)
"""Whatever ``{_}`` in a frame stands for."""
BEFORE = ("", "", "{w} ", "{w} ", "(", "{w}: ", "{n} ")
"""What may stand before a frame: the start of the text, a word, a bracket, a number."""
AFTER = ("", "", " {w}", " {w}", ".", ",", ")", ";", ":", "!", "?", "-{w}", "/{w}")
"""What may stand after a frame."""

RARE = 0.25
"""The share of signs outside of the repertoire, where a role has any."""

Item = TypeVar("Item")

# CLDR, common/main/*.xml, delimiters: pairs of quotationStart and quotationEnd, or of the alternate
# ones. Pairs of marks that the corpora have more than a thousand times (“ ” ‘ ’ „ « ») are left
# out: how these are used, the corpora say better.
QUOTATIONS = ("‚‘", "‚’", "‹›", "›‹", "››", "「」", "『』", "《》", "〈〉")


class Role(NamedTuple):
    """Signs that stand in the same places, and these places."""

    signs: tuple[str, ...]
    """Those of the repertoire, or of a table."""
    others: tuple[str, ...]
    """The rest of Unicode with the same property."""
    frames: tuple[str, ...]


@cache
def repertoire() -> frozenset[str]:
    """The characters beyond ASCII that some code page has."""
    high = bytes(range(0x80, 0x100))
    pages = {char for page in PAGES for char in high.decode(page, "ignore") if char > "\x9f"}
    return frozenset(pages | set(IBM_SCREEN))


def _role(wanted: Callable[[str], bool] | Sequence[str], *frames: str) -> Role:
    """A role by a property of its signs, or by a table of them, with every separator in ``{_}``."""
    spread = tuple(
        dict.fromkeys(frame.replace("{_}", gap) for frame in frames for gap in SEPARATORS)
    )
    if not callable(wanted):
        return Role(tuple(wanted), (), spread)
    chosen = [char for char in map(chr, range(0xA0, 0x20000)) if wanted(char)]
    common = tuple(char for char in chosen if char in repertoire())
    return Role(common, tuple(char for char in chosen if char not in repertoire()), spread)


def _category(*names: str) -> Callable[[str], bool]:
    return lambda char: unicodedata.category(char) in names


def _block(first: int, last: int) -> Callable[[str], bool]:
    return lambda char: first <= ord(char) <= last and unicodedata.category(char) != "Cn"


def _decomposed(category: str, *tags: str) -> Callable[[str], bool]:
    return lambda char: (
        unicodedata.category(char) == category
        and unicodedata.decomposition(char).partition(" ")[0] in tags
    )


def _named(*names: str) -> Callable[[str], bool]:
    """Letters by the beginning of their names, without those that carry an accent."""
    return lambda char: (
        unicodedata.name(char, "").startswith(names) and " WITH " not in unicodedata.name(char)
    )


_LETTERLIKE = ("MICRO SIGN", "OHM SIGN", "ANGSTROM SIGN", "KELVIN SIGN", "SCRIPT SMALL L")
"""Units that Unicode has besides the letters they look like."""


@cache
def roles() -> tuple[Role, ...]:
    """All roles.

    ``{n}`` is a number; ``{w}``, ``{t}`` and ``{c}`` are words in small letters, in title case and
    in capitals; ``{l}`` and ``{L}`` single letters.
    """
    raised = _decomposed("No", "<super>", "<sub>")
    return (
        _role(_category("Sc"), "{n}{_}{s}", "{s}{_}{n}", "{s}{l}", "{c}{s}{n}"),
        _role("°′″%‰", "{n}{_}{s}", "{n}{_}{s}{L}", "{n}{s}{_}{n}{s}", "{s}{L}"),
        _role(_decomposed("Lo", "<super>"), "{n}{s}", "{n}.{s}", "{l}{s}{_}{n}"),
        _role(raised, "{n}{_}{l}{s}", "{n}{_}{w}{s}", "{n}{_}{L}{s}", "{w}{s}"),
        _role(raised, "{t}{s}", "{c}{s}", "{L}{s}{L}", "{n}{s}", "{l}{s}", "{w}.{s}", "{w}/{w}{s}"),
        _role(_decomposed("No", "<fraction>"), "{s}", "{n}{_}{s}", "{s}{_}{w}"),
        _role(_named(*_LETTERLIKE), "{n}{_}{s}{l}", "{n}{_}{s}", "{n}{_}{l}{s}", "{s}{l}"),
        _role(
            _named("GREEK SMALL LETTER", "GREEK CAPITAL LETTER"),
            *("{s}", "{s}-{w}", "{w}-{s}", "{s}{_}={_}{n}", "{s}{l}", "{l}{s}", "{s}{n}"),
        ),
        _role(
            _category("Sm"),
            *("{n}{_}{s}{_}{n}", "{l}{_}{s}{_}{l}", "{s}{_}{n}", "{s}{l}", "{w}{_}{s}{_}{w}"),
        ),
        _role("№§¶#", "{s}{_}{n}", "{s}{s}{_}{n}", "{s}{_}{w}"),
        _role("©®™℠", "{w}{_}{s}", "{t}{_}{s}", "{c}{s}", "{s}{_}{n}", "{s}{_}{t}"),
        _role("†‡*", "{w}{s}", "{s}{_}{w}", "{n}{s}", "{w}.{s}", "{s}{s}{_}{w}"),
        _role("•·◦‣▪–*", "{s}{_}{w}", "{s}{_}{t}", "{w} {s} {w}", "{t} {s} {n}"),
        _role(
            _block(0x25A0, 0x27BF),  # geometric shapes, miscellaneous symbols, dingbats
            *("{s}{_}{w}", "{s}{_}{t}", "{w}{_}{s}{_}{w}", "{s}{s}{s}", "{w}{_}{s}", "{s}{n}"),
        ),
        _role(
            _block(0x2190, 0x21FF),  # arrows
            *("{s}{_}{w}", "{w}{_}{s}{_}{w}", "{w}{_}{s}", "{n}{_}{s}{_}{n}", "{l}{s}", "{s}{s}"),
        ),
        _role(
            "–—―‑−",
            *("{n}{s}{n}", "{n} {s} {n}", "{w} {s} {w}", "{w}{s}{w}", "{s} {t}", "{s}{n}"),
            *("{w}" + NBSP + "{s} {w}", "{w} {s}"),
        ),
        _role(QUOTATIONS, "{o}{w}{e}", "{o}{t} {w}{e}", "{o}{n}{e}", "{o}{t}.{e}", "{o}{w}{e}-{w}"),
        _role(("«»", "‹›"), *(f"{{o}}{gap}{{w}}{gap}{{e}}" for gap in SEPARATORS[1:])),
        _role("\ufffd", "{w} {s} {w}", "{w}{s}{w}", "{w}{s}", "{s}{w}", "{s}{s}"),
    )


@cache
def borders() -> tuple[str, ...]:
    """Lines of tables and trees: box drawing whose strokes meet, as the characters' names say."""
    boxes = [char for char in map(chr, range(0x2500, 0x2580)) if char in repertoire()]
    shades = [char for char in map(chr, range(0x2580, 0x25A0)) if char in repertoire()]
    lines: list[str] = []
    for left in boxes:
        lines += [left + right for right in boxes if _open(left, "RIGHT") & _open(right, "LEFT")]
        if _open(left, "DOWN") | _open(left, "UP"):
            lines += [f"{left} {{w}} {left}", f"{left} {{w}}", f"{{w}} {left}", f"{left}   {left}"]
        if _open(left, "RIGHT"):
            lines.append(f"{left}{left} {{w}}")
    for shade in shades:
        lines += [shade * 3, f"{shade}{shade} {{n}}", *(shade + other for other in shades)]
    return tuple(lines)


def _open(char: str, side: str) -> set[str]:
    """The kinds of stroke (single or double) that reach a side of a box drawing character."""
    words = unicodedata.name(char).removeprefix("BOX DRAWINGS ").split(" AND ")
    kinds = {"LIGHT": "single", "SINGLE": "single", "DOUBLE": "double", "HEAVY": "heavy"}
    whole = {"LEFT": "HORIZONTAL", "RIGHT": "HORIZONTAL", "UP": "VERTICAL", "DOWN": "VERTICAL"}
    found: set[str] = set()
    kind = ""
    for part in words:
        for word in part.split():
            kind = kinds.get(word, kind)
        if side in part.split() or whole[side] in part.split():
            found.add(kind)
    return found


def generated(words: Sequence[str], random: Random) -> str:
    """A text around a sign of some role, or a border, with a word of a line.

    Only ``random.random`` is used, whose values Python promises not to change.
    """
    word = _pick(words or ["x"], random)
    values = {
        "w": word.lower(), "t": word.title(), "c": word.upper(), "n": "5",
        "l": word[0].lower(), "L": word[0].upper(),
    }  # fmt: skip
    if random.random() * (len(roles()) + 1) < 1:
        return _pick(borders(), random).format(**values)
    role = _pick(roles(), random)
    rare = role.others and (not role.signs or random.random() < RARE)
    sign = _pick(role.others if rare else role.signs, random)
    text = _pick(BEFORE, random) + _pick(role.frames, random) + _pick(AFTER, random)
    return text.format(s=sign, o=sign[0], e=sign[-1], **values)


def _pick(items: Sequence[Item], random: Random) -> Item:
    return items[int(random.random() * len(items))]
