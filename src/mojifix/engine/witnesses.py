"""What siblings say about places that lost something.

A loss has several originals, and neighbors may not tell which it was. A sibling that quotes the
passage does: the original that it has in the place is taken, if it replays, and places that were
too uncertain to repair are repaired on its word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from mojifix.config import Config
from mojifix.engine.layers import merged
from mojifix.engine.leads import ALONE
from mojifix.engine.losses import READERS, Table, table
from mojifix.engine.oddness import odd_lines
from mojifix.engine.pipeline import SURE, doubted, readers_of
from mojifix.engine.replaced import REPLACED, chain_from, gone
from mojifix.engine.undo import Piece, splice
from mojifix.model import Chain, Repair, Span
from mojifix.siblings import Siblings
from mojifix.siblings.witness import Witness

if TYPE_CHECKING:
    from mojifix.siblings.sources import Sources

WITNESSED = 0.99
"""The confidence of what a sibling quotes in the place, with words that agree on both sides."""
ROUNDS = 4
"""Times that a text is looked through: each place that was told makes its neighbors plainer."""
MOST = 1_000
"""Questions about places of a text that no search explains, at some 0.3 ms each."""


def asked(
    text: str, spans: tuple[Span, ...], siblings: Siblings | Sources, config: Config
) -> tuple[Span, ...]:
    """The spans after siblings were asked about the lossy ones."""
    index = Siblings.of(siblings)
    if not len(index):
        return spans
    heard = tuple(_witnessed(text, spans, index))
    for search in (_in_doubt, _gone, *[_left] * ROUNDS):
        done = Repair(text, heard)
        more = tuple(search(done.text, heard, index, config))
        if more:
            heard = merged(done, more) or heard
        elif search is _left:
            break
    return heard


def _witnessed(text: str, spans: tuple[Span, ...], index: Siblings) -> Iterator[Span]:
    """The spans as witnesses have them.

    Asked with the text around them repaired, since of some scripts damage leaves nothing to go by;
    and as it stands, since some of the repairs may be wrong.
    """
    repaired = Repair(text, spans).text
    shift = 0
    for span in spans:
        at = span.start + shift
        shift += len(span.text) - (span.end - span.start)
        found = _heard(
            repaired, (at, at + len(span.text)), span, index, text[span.start : span.end]
        )
        yield found or _heard(text, (span.start, span.end), span, index) or span


def _in_doubt(
    text: str, found: tuple[Span, ...], index: Siblings, config: Config
) -> Iterator[Span]:
    """What no search is sure of, in a text that is repaired as far as ``found`` goes."""
    for span in doubted(text, found, config):
        if span.confidence < SURE:
            heard = _heard(text, (span.start, span.end), span, index)
            if heard:
                yield heard


def _gone(
    text: str,
    found: tuple[Span, ...],  # noqa: ARG001 - one of three searches with the same arguments
    index: Siblings,
    config: Config,  # noqa: ARG001
) -> Iterator[Span]:
    """What was replaced by marks, of which nothing tells what it was."""
    places = list(islice(gone(text), MOST))
    # Question marks are compared with nothing: others of the passage were replaced too.
    shown = splice(text, (Piece(a, b, REPLACED * (b - a)) for a, b in places))
    for start, end in places:
        seen = text[start:end]

        def accepts(original: str, seen: str = seen) -> bool:
            return not original.isascii() and chain_from(original, seen) is not None

        witnesses = index.witnesses(shown, start, end, accepts=accepts)
        said = next((witness.text for witness in witnesses if _says(witness)), None)
        chain = chain_from(said, seen) if said is not None else None
        if said is not None and chain is not None:
            yield Span(start, end, said, chain, WITNESSED)


def _left(
    text: str,
    found: tuple[Span, ...],
    index: Siblings,
    config: Config,  # noqa: ARG001 - one of three searches with the same arguments
) -> Iterator[Span]:
    """What is left of characters where a text is odd, and no search would say of which."""
    tables = [table(name) for name in sorted(_readers(found)) or ALONE]
    asked_for = end = 0
    for i in (i for line in odd_lines(text) for place in line.places for i in range(*place)):
        if i < end or text[i] <= "\x7f" or asked_for == MOST:
            continue
        for length, chains in _chains(text, i, tables):
            asked_for += 1
            witnesses = index.witnesses(text, i, i + length, accepts=chains.__contains__)
            said = next((witness.text for witness in witnesses if _says(witness)), None)
            if said is not None:
                end = i + length
                yield Span(i, end, said, chains[said], WITNESSED)
                break


def _says(witness: Witness) -> bool:
    """Does a witness tell what stood in a place?

    Of a letter also a passage on one side of it does, with the rest of the word on the other: a
    quotation begins there. A mark between passages may be the sibling's own.
    """
    return witness.accepted and (witness.both_sides or witness.text.isalpha())


def _chains(text: str, at: int, tables: list[Table]) -> Iterator[tuple[int, dict[str, Chain]]]:
    """What may have stood at a code point, and through which chains, by length, longest first."""
    by_length: dict[int, dict[str, Chain]] = {}
    for source in tables:
        for seen in source.at(text, at):
            chains = by_length.setdefault(len(seen), {})
            for original, entry in source.entries(seen).items():
                chains.setdefault(original, entry.chain)
    return iter(sorted(by_length.items(), reverse=True))


def _heard(
    text: str, place: tuple[int, int], span: Span, index: Siblings, damaged: str | None = None
) -> Span | None:
    """The span as the strongest witness has it; None where nobody quotes the passage.

    ``damaged`` is what stood at the place of ``text`` before, if that is repaired already.
    """
    seen = text[slice(*place)] if damaged is None else damaged
    chains = _originals(span, seen)
    if len(chains) < 2:
        return None
    for witness in index.witnesses(text, *place, damaged=damaged, accepts=chains.__contains__):
        if _says(witness):
            chain = chains[witness.text]
            known = (span.text, *span.alternatives) if chain == span.chain else ()
            return replace(
                span,
                text=witness.text,
                chain=chain,
                alternatives=tuple(other for other in known if other != witness.text),
                confidence=max(WITNESSED, span.confidence),
            )
    return None


def _originals(span: Span, seen: str) -> dict[str, Chain]:
    """What a lossy span may have been, and through which chains: its own, or of the same reader."""
    if span.lossless and not span.alternatives:
        return {}
    known = (span.text, *span.alternatives)
    found = {original: span.chain for original in known if _replays(span.chain, original, seen)}
    for name in sorted(_readers((span,))):
        for length, chains in _chains(seen, 0, [table(name)]):
            if length == len(seen):
                found |= {o: chain for o, chain in chains.items() if o not in found}
    return found


def _replays(chain: Chain, original: str, seen: str) -> bool:
    try:
        return chain.damage(original) == seen
    except ValueError:
        return False


def _readers(spans: tuple[Span, ...]) -> set[str]:
    """The readers that may have damaged other places of a document, if they did these."""
    return {name.partition("/")[0] for name in readers_of(spans)} & set(READERS)
