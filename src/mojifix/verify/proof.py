"""Proof search: the chain of known channels that makes the damaged stretch of the repaired one.

Theory of operation. Channels only run forward here. Starting from the repaired text, every
misreading of the catalogue is run, then the losses that change anything, and whoever arrives at
the damaged text, code point for code point, is a proof. Then the same from where the first
layer arrived, as text is damaged twice. This asks nothing about how plausible either text is;
it decides whether a change can be explained by a known way of damage, not whether it is right.

A chain of losses alone is no proof: dropping accents or straightening quotation marks explains any
such edit, and is what people do on purpose. Only where "?" or U+FFFD was written for a character
is that what happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from mojifix.channels import CODECS, ESCAPES, LOSSES, Escape, channel, channels, misread
from mojifix.channels.misread import Misread
from mojifix.errors import ChannelError
from mojifix.model import Chain, Channel

_MOST_LOSSES = 3
"""Losses after one misreading. Real ones are one or two (C1 dropped and NBSP to space)."""

_LONGEST = 400
"""Code points up to which chains of two layers, and pairs of legacy codecs, are tried. Each costs
some thousand runs. Longer stretches are for the chains that short ones have proved, and for one
layer of UTF-8."""

_MOST_RUNS = 20_000
"""Runs of channels, of some 2 µs each, before a search for two layers gives up."""

_MOST_RUNS_IN_ALL = 400_000
"""Runs for all the deep searches of one pair of texts, about a second. Whoever needs more has many
edits that nothing proves, and the rest of them is searched less."""

KNOWN, USUAL, DEEP = range(3)
"""How much effort a proof is worth."""

_COMMON = ("windows-1252", "iso-8859-1", "windows-1251", "mac-roman", "cp437", "cp850")
"""Codecs to name first where several explain an edit: what most real damage was read as."""

_Steps = tuple[Channel, ...]
_State = tuple[str, _Steps]
"""Where a chain arrived, and its steps so far."""


class Prover:
    """Finds proofs, and tries first what proved the stretches before.

    A document has few chains, so that after the first few edits a proof costs a run or two.
    """

    __slots__ = ("_known", "_misreadings", "_refuted", "_runs")

    def __init__(self, known: Iterable[Chain] = ()) -> None:
        misreadings = (step for step in channels() if isinstance(step, Misread))
        self._misreadings = sorted(misreadings, key=lambda step: _rank(step.read.name))
        self._known = list(known)
        self._refuted: dict[tuple[str, str], int] = {}
        self._runs = 0

    def prove(self, damaged: str, repaired: str, effort: int = DEEP) -> Chain | None:
        """The chain that makes ``damaged`` of ``repaired``; None where none is found.

        With the effort ``KNOWN``, only chains that proved something before are tried; with
        ``USUAL`` also UTF-8 read once as anything else, and losses; with ``DEEP`` all of it.
        """
        for chain in self._known:
            if run(chain, repaired) == damaged:
                return _without_idle(chain, repaired)
        if self._runs > _MOST_RUNS_IN_ALL:
            effort = min(effort, USUAL)
        if effort <= self._refuted.get((damaged, repaired), KNOWN):
            return None
        target = _Target(damaged, repaired)
        found = next(self._search(target, effort), None)
        if effort == DEEP:
            self._runs += target.runs
        if found is None:
            self._refuted[damaged, repaired] = effort
            return None
        self._known.append(Chain(found))
        # Whatever read one stretch is the first to ask about the others.
        read = next((step for step in found if step in self._misreadings), None)
        if isinstance(read, Misread):
            self._misreadings.remove(read)
            self._misreadings.insert(0, read)
        return self._known[-1]

    def _search(self, target: _Target, effort: int) -> Iterator[_Steps]:
        """Chains that lead there, simple ones first."""
        start: _State = (target.repaired, ())
        if target.looks_replaced:
            yield from target.through(start, _squeezes())
        if target.too_short:
            return
        yield from target.through(start, self._misreadings)
        if effort < DEEP or max(len(target.text), len(target.repaired)) > _LONGEST:
            return
        if target.looks_replaced:
            yield from target.through(start, _lenient())
        for lost in (*target.lose(start, 1), *target.layer(start, _squeezes())):
            if lost[1]:
                yield from target.through(lost, self._misreadings)
        yield from target.through(start, _legacy())
        yield from self._twice(start, target)

    def _twice(self, start: _State, target: _Target) -> Iterator[_Steps]:
        """A second and a third layer, the third by a codec that was in one of the two before."""
        steps = (*self._misreadings, *_common_legacy())
        readers = [step for step in steps if target.has_read(step)]
        for first in target.layer(start, steps):
            same = sorted(readers, key=lambda step: step is not first[1][0])
            for lost in target.lose(first, 1):
                for second in target.layer(lost, same):
                    yield from target.arrivals(second)
                    yield from target.through(second, {first[1][0], second[1][-1]})
                    if target.runs > _MOST_RUNS:
                        return


class _Target:
    """The damaged stretch, and the steps that may lead to it."""

    def __init__(self, text: str, repaired: str) -> None:
        self.text = text
        self.repaired = repaired
        self.runs = 0
        self._signs = {char for char in text.lower() if not char.isascii()} - {_REPLACEMENT}
        # What has passed through a loss passes through it again unchanged.
        losses = [loss for loss in LOSSES.values() if run(loss, text) == text]
        self._drops = [loss for loss in losses if loss.name.startswith(_DROPPING)]
        self._all: list[Channel] = [loss for loss in losses if loss.name not in _OF_WHOLE_TEXTS]
        if text.isascii():
            written = (step for step in ESCAPES.values() if isinstance(step, Escape))
            self._all += [step for step in written if step.undo(text)]
        others = sum(not char.isascii() for char in repaired)
        self.too_short = text.isascii() and len(text) < 2 * others
        """Each misread character leaves two at least. ASCII shorter than that (``it's`` for
        ``it’s``, ``naive`` for ``naïve``) is what people write."""

    @property
    def looks_replaced(self) -> bool:
        """It holds what decoders and encoders write for characters that they can't handle."""
        return any(
            char in "?\u30fb\ufffd" or "\ud800" <= char <= "\udfff" or "\ue000" <= char <= "\uf8ff"
            for char in self.text
        )

    def has_read(self, step: Misread) -> bool:
        """The codec that ``step`` reads with has these characters, in some case."""
        return all(_has(step, char) or _has(step, char.upper()) for char in self._signs)

    def layer(self, state: _State, steps: Iterable[Channel]) -> Iterator[_State]:
        """Where these steps lead, where they change anything."""
        text, before = state
        for step in steps:
            self.runs += 1
            after = run(step, text)
            if after is not None and after != text:
                yield after, (*before, step)

    def through(self, state: _State, steps: Iterable[Channel]) -> Iterator[_Steps]:
        """The chains that lead to the target through one of these steps, and losses."""
        for after in self.layer(state, steps):
            yield from self.arrivals(after)

    def arrivals(self, state: _State) -> Iterator[_Steps]:
        """The steps so far and losses that lead on to the target, if any do."""
        # Losses never bring in characters outside of ASCII, but for case and U+FFFD.
        if self._signs.issubset(state[0].lower()):
            for text, steps in self.lose(state, _MOST_LOSSES):
                if text == self.text:
                    yield steps

    def lose(self, state: _State, most: int) -> Iterator[_State]:
        """The state, and where up to so many losses lead: only those that change anything."""
        states = [(state, 0)]
        seen = {state[0]}
        last = self._all if _is_of_utf_8(state[1]) else self._drops
        for lost, losses in states:
            yield lost
            for after in self.layer(lost, last if losses < most else ()):
                if after[0] and after[0] not in seen:
                    seen.add(after[0])
                    states.append((after, losses + 1))


_DROPPING = ("drop-", "nbsp-", "shy-")
"""Losses that leave what people see alone. The others change any text, so that behind a misreading
that changes nothing (ASCII as UTF-16, and the NULs dropped) they would prove every edit. They are
tried only behind a misreading of UTF-8, which leaves several characters for each."""


def _is_of_utf_8(steps: tuple[Channel, ...]) -> bool:
    return any(isinstance(step, Misread) and step.written.name == "utf-8" for step in steps)


_OF_WHOLE_TEXTS = frozenset(("truncate-last",))
"""Losses that happen once in a text, so that replaying them on one stretch shows nothing."""

_REPLACEMENT = "\ufffd"


@cache
def _squeezes() -> tuple[Channel, ...]:
    """Text that was squeezed through ASCII. On the stretch itself, other codecs do the same."""
    return tuple(map(channel, ("ascii/question", "ascii/fffd", "ascii/question-units")))


@cache
def _lenient() -> tuple[Channel, ...]:
    """UTF-8 read by decoders that replace what they don't understand, and others read as UTF-8."""
    names = [f"utf-8>{name}/{policy}" for name in CODECS for policy in _POLICIES]
    names += [f"{name}>utf-8/{policy}" for name in CODECS for policy in ("fffd", "question")]
    return tuple(step for name in names if (step := _known(name)) is not None)


_POLICIES = ("fffd", "question", "web", "windows", "surrogateescape")


@cache
def _legacy() -> tuple[Channel, ...]:
    """Any codec of the catalogue read as any other."""
    names = sorted(CODECS, key=_rank)
    return tuple(
        misread(written, read)
        for written in names
        for read in names
        if written not in ("utf-8", read)
    )


@cache
def _common_legacy() -> tuple[Misread, ...]:
    """The same for the common codecs: such a step may lie above or below a misreading of UTF-8."""
    return tuple(misread(one, other) for one in _COMMON for other in _COMMON if one != other)


def _rank(codec: str) -> int:
    return _COMMON.index(codec) if codec in _COMMON else len(_COMMON)


def _known(name: str) -> Channel | None:
    try:
        return channel(name)
    except ChannelError:
        return None


def _has(step: Misread, char: str) -> bool:
    try:
        step.read.encode(char)
    except ValueError:  # UnicodeError is one, and so is a codec's own refusal
        return False
    return True


def _without_idle(chain: Chain, text: str) -> Chain:
    """The chain without the losses that find nothing to lose in this text."""
    steps: list[Channel] = []
    for step in chain:
        after = step.damage(text)
        if after != text:
            steps.append(step)
        text = after
    return chain if len(steps) == len(chain) else Chain(tuple(steps))


def run(step: Channel | Chain, text: str) -> str | None:
    """Run a channel or chain forward; None where it refuses."""
    try:
        return step.damage(text)
    except ChannelError:
        return None
