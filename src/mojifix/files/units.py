"""The repair of a large text, unit by unit, with what a sample of all of it has shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mojifix.config import DEFAULT, Config
from mojifix.context import Context
from mojifix.engine.escaped import escapes_worth
from mojifix.engine.fast import fires
from mojifix.files.cuts import sample, units
from mojifix.files.markers import unmarked
from mojifix.model import Finding, Span
from mojifix.repair import repair


class Mender:
    """Repairs units of one source. ``rows`` are units of it: a sample, or all."""

    def __init__(self, rows: Iterable[str], config: Config | None = None) -> None:
        self._config = config or DEFAULT
        self._context = Context(config=self._config)
        self._context.learn(rows)
        self._known = self._context.known

    def spans(self, text: str) -> Iterator[Span]:
        """The spans of a text of many units, in order, without what is marked."""
        for start, end in units(text, ascii_too=_named(text, self._config)):
            found = self.unit(text[start:end])
            if found:
                yield from unmarked(text, [_moved(span, start) for span in found])

    def unit(self, text: str) -> tuple[Span, ...]:
        """The spans of one unit."""
        told = any(share.of(text) > 0.0 for share in self._known.pairs.values())
        if not told and not fires(text, self._config):
            return ()
        if self._known.pairs:
            return self._context.repair(text).spans
        alone = repair(text, config=self._config)
        # A context takes three times as long, so it is asked only where it may know more.
        settled = alone.changed and not fires(alone.text, self._config)
        if settled or not self._known.about(text).steps:
            return alone.spans
        return self._context.repair(text).spans

    def findings(self, text: str) -> Iterator[Finding]:
        """What looks damaged in a text of many units, repaired or not."""
        from mojifix.detect import detect

        for start, end in units(text, ascii_too=_named(text, self._config)):
            found = detect(text[start:end], config=self._config)
            yield from (replace(f, start=f.start + start, end=f.end + start) for f in found)


def mender_of(data: bytes, config: Config | None = None) -> Mender:
    """Who repairs this text, given in UTF-8."""
    return Mender(sample(len(data), lambda at, number: data[at : at + number]), config)


def _named(text: str, config: Config) -> bool:
    """May there be damage in what is ASCII alone?"""
    return config.channels is not None or escapes_worth(text)


def _moved(span: Span, by: int) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)
