"""Squeezed through a codec: what has no place in it was replaced, and the rest stayed.

``ascii/question`` is what ``text.encode("ascii", "replace")`` leaves: ``Caf?``. The name is a
codec and what its *encoder* did with characters that it does not have:

``question``        "?" for each character: Python, iconv-like tools, most databases
``question-units``  "?" for each UTF-16 code unit, so two for an emoji: Java, JavaScript, .NET
``fffd``            U+FFFD for each character
``ignore``          nothing
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mojifix.channels.base import POLICY, Codec
from mojifix.channels.codecs import codec
from mojifix.errors import ChannelError

_WRITES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "question": ("'?'", lambda _: "?"),
    "question-units": ("'?' for each UTF-16 unit", lambda char: "??" if char > "\uffff" else "?"),
    "fffd": ("U+FFFD", lambda _: "\ufffd"),
    "ignore": ("nothing", lambda _: ""),
}


class Squeeze:
    """Characters that ``codec`` does not have became something else."""

    __slots__ = ("_write", "codec", "name", "summary")

    by_character = True

    name: str
    summary: str
    codec: Codec

    def __init__(self, through: Codec, policy: str) -> None:
        written, self._write = _WRITES[policy]
        self.codec = through
        self.name = f"{through.name}{POLICY}{policy}"
        self.summary = f"what {through.name} does not have became {written}"

    @property
    def lossless(self) -> bool:
        """Never: different characters come out the same."""
        return False

    def damage(self, text: str) -> str:
        """Replace what the codec does not have. Never refuses."""
        through = self.codec
        try:
            data = through.encode(text)
        except UnicodeEncodeError:
            return text.translate(self._replacements(text))
        return through.decode(data) if through.merged else text

    def _replacements(self, text: str) -> dict[int, str]:
        found: dict[int, str] = {}
        for char in set(text):
            try:
                back = self.codec.decode(self.codec.encode(char))
            except UnicodeEncodeError:
                back = self._write(char)
            if back != char:
                found[ord(char)] = back
        return found

    def __repr__(self) -> str:
        return f"channel({self.name!r})"


_MADE: dict[str, Squeeze] = {}


def squeeze(name: str) -> Squeeze:
    """The channel ``CODEC/POLICY``; the same name gives the same object.

    Raises ``ChannelError`` for an unknown codec or policy.
    """
    plain, _, policy = name.partition(POLICY)
    through, policy = codec(plain), policy.strip().lower()
    if policy not in _WRITES:
        raise ChannelError(
            "unknown policy of an encoder",
            where=repr(policy),
            remedy=f"there are {', '.join(_WRITES)}",
        )
    canonical = f"{through.name}{POLICY}{policy}"
    found = _MADE.get(canonical)
    return found or _MADE.setdefault(canonical, Squeeze(through, policy))
