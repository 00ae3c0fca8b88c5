"""C1 controls that are signs of windows-1252: a byte 93 that was read as Latin-1 is U+0093.

Nobody writes C1 controls, so one is evidence enough. Latin-1 and windows-1252 agree on all other
bytes: what else the text has says nothing against it. Other codecs may have been meant, and two
bytes of UTF-8 may have been left over; the reading has to be better than theirs.
"""

from __future__ import annotations

import re
from math import exp

from mojifix.channels import parse
from mojifix.channels.codecs import codec
from mojifix.engine.belief import Belief, line_profile
from mojifix.engine.look import look
from mojifix.kernel.bits import CONTROLS
from mojifix.kernel.segments import segments
from mojifix.model import Span
from mojifix.plausibility.model import LATIN, UNIT, load

MEANT = "windows-1252"
PLAIN = "spaces"
MOST = 14.0
"""Nats that a sign may cost with its neighbors. What costs more is no sign that people write there:
a control that stands for a line end, or bytes of something else."""
CLOSE = 3.0
"""Nats more for an em dash between letters, where English has one without spaces: the model has
seen 14 of them, and asks for 15 to 16."""
RIVALS = {"mac-roman": 3.0, "cp850": 3.0, "cp437": 3.0}
"""Codecs whose letters are at these bytes, and nats by which they are less usual. All of them are
Latin letters: among those of another script, none of them was meant."""
_CONTROL = re.compile("[\x80-\x9f]")
_CLOSE = re.compile(r"(?<=[^\W\d_])\x97(?=[^\W\d_])")
_SEQUENCE = re.compile("\x1b|\x9b[0-?]*[ -/]*[@-~]")
"""A control sequence (ECMA-48, 5.4): where a terminal is commanded, a C1 control is one."""
_UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")


def control_spans(text: str) -> list[Span]:
    """Spans of controls that are read as windows-1252, whatever their confidence."""
    if not look(text) & CONTROLS or not _UNDEFINED.isdisjoint(text) or _SEQUENCE.search(text):
        return []
    chain = parse(f"{MEANT}>iso-8859-1")
    read = _read(text, MEANT)
    model = load()
    found: list[Span] = []
    for start, end in segments(text):
        places = [match.start() for match in _CONTROL.finditer(text, start, end)]
        if not places:
            continue
        belief = Belief(model, line_profile(model.tokens(read[start:end]), model))

        def cost(name: str, start: int = start, end: int = end, belief: Belief = belief) -> float:
            return belief.cost(_read(text[start:end], name), left=True, right=True) / UNIT

        mine = cost(MEANT)
        close = sum(1 for _ in _CLOSE.finditer(text, start, end))
        if mine - cost(PLAIN) > MOST * len(places) + CLOSE * close:
            continue
        rivals = RIVALS if LATIN in belief.profile.lanes or not belief.profile.lanes else {}
        doubt = sum(exp(mine - cost(name) - price) for name, price in rivals.items())
        found += (Span(at, at + 1, read[at], chain, 1 / (1 + doubt)) for at in places)
    return found


def _read(text: str, name: str) -> str:
    """A text with its C1 controls as the bytes of a codec (or a space for each)."""
    if name == PLAIN:
        return _CONTROL.sub(" ", text)
    chars = codec(name).chars
    return _CONTROL.sub(lambda match: chars[ord(match.group())] or match.group(), text)
