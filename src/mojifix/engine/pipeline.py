"""From a text to its spans: the fast road, or every search in turn until nothing is left to find.

Misreadings that lose nothing come first; on what they leave, legacy pairs and losses. The
repaired text is looked at again until nothing more is found, so that repairing twice changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from mojifix.channels.codecs import codec
from mojifix.channels.escapes import UNESCAPE
from mojifix.channels.misread import Misread
from mojifix.config import Config
from mojifix.engine.belief import reading_cost
from mojifix.engine.broken import broken_spans
from mojifix.engine.cjk import cjk_spans
from mojifix.engine.controls import control_spans
from mojifix.engine.decide import CERTAIN
from mojifix.engine.emoji import emoji_spans, outside_emoji
from mojifix.engine.escaped import escaped_spans, escapes_worth, named_worth
from mojifix.engine.fast import fires
from mojifix.engine.flattened import flattened_spans
from mojifix.engine.forms import EXACT, form_spans
from mojifix.engine.harm import worse
from mojifix.engine.intact import line_costs
from mojifix.engine.known import NOTHING, Known
from mojifix.engine.layers import merged
from mojifix.engine.legacy import legacy_spans, with_legacy
from mojifix.engine.lone import lone_spans
from mojifix.engine.look import look
from mojifix.engine.losses import READERS
from mojifix.engine.lossy import lossy_spans
from mojifix.engine.oddness import odd
from mojifix.engine.replaced import replaced_spans
from mojifix.engine.search import lossless_spans
from mojifix.engine.searched import is_list
from mojifix.engine.sites import runs_of
from mojifix.engine.spaces import space_spans
from mojifix.engine.strays import is_stray
from mojifix.engine.sure import chain_of, originals_of
from mojifix.engine.suspects import Suspects, suspects
from mojifix.engine.undo import Piece, splice
from mojifix.engine.wide import wide_spans
from mojifix.kernel.bits import FORMS
from mojifix.model import Chain, Repair, Span
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import LATIN, load

SURE = 0.9
"""The confidence from which on a span is repaired, whatever ``min_confidence`` asks on top."""
KNOWN = 9.0
KNOWN_LOST = 12.0
KNOWN_APART = 14.0
"""Nats in favor of a reader that has already damaged another place of the document, of one that
lost something there, and of one that showed Latin letters as those of another script: what is left
of such a letter looks like nothing else of the text (``Г l’ouest``). The last a judgment."""
WORD = 4
"""Code points of a word behind escapes that may be legacy damage."""
DOUBTFUL = 0.2
"""The confidence from which on a misreading may be what happened: one of a few that explain a place
equally well, and lose nothing. Then nothing that loses more is to explain it."""
_ROUNDS = 6
"""Times that a repaired text is looked at again. One round settled all but 17 of 28,959 texts."""


class Whole(NamedTuple):
    """What explains a whole text."""

    steps: tuple[Misread, ...]
    original: str
    done: bool
    """Nothing is to be repaired in the original."""


def whole_chain(text: str, config: Config) -> Whole | None:
    """The chain that explains the whole text beyond doubt, and what it was."""
    found = None if look(text) & FORMS else chain_of(text, config.max_layers)
    if found is None or config.min_confidence > CERTAIN:
        return None
    steps, original = found
    if _escaped(original, config, NOTHING):
        return None  # That is the first damage, and the search takes it first.
    done = not (fires(original, config) and settled(original, config, escapes=False))
    return Whole(steps, original, done)


def repaired(text: str, config: Config) -> str:
    """The repaired text. Where one chain explains all of it, no span is made."""
    whole = whole_chain(text, config)
    if whole is not None and whole.done and config.channels is None:
        return whole.original
    spans = spans_of(text, config, whole)
    return Repair(text, tuple(span for span in spans if wanted(span, config))).text


def searched(text: str, config: Config) -> tuple[Span, ...]:
    """The spans of a text that may be damaged, found by whichever road leads there."""
    return spans_of(text, config, whole_chain(text, config))


def spans_of(text: str, config: Config, whole: Whole | None) -> tuple[Span, ...]:
    """The spans of a text that may be damaged, whatever ``config`` wants of them."""
    if whole is None:
        return settled(text, config)
    found = runs_under(text, whole.steps)
    # There may be more under it, or beside it.
    return found if whole.done else settled(text, config, found=found)


def runs_under(text: str, steps: tuple[Misread, ...]) -> tuple[Span, ...]:
    """The runs of a text that was damaged from beginning to end."""
    chain = Chain(steps)
    spans: list[Span] = []
    for start, end in runs_of(text, 0, len(text)):
        original = text[start:end]
        for step in reversed(steps):
            original = step.read.encode(original).decode()
        spans.append(Span(start, end, original, chain, CERTAIN))
    return tuple(spans)


def settled(
    text: str,
    config: Config,
    known: Known = NOTHING,
    *,
    found: tuple[Span, ...] = (),
    escapes: bool = True,
) -> tuple[Span, ...]:
    """The spans of a text, found again and again until there are no more.

    ``known`` is what other texts of the same source have shown, ``found`` what is already sure.
    Without ``escapes``, escapes are taken for text.

    What is sure does not depend on ``min_confidence``, which only drops spans in the end; so
    asking for more confidence never brings in another span.
    """
    for _ in range(_ROUNDS):
        done = Repair(text, found)
        shown = _escaped(done.text, config, known) if escapes else ()
        shown = shown or form_spans(done.text) or flattened_spans(done.text)
        shown = shown or emoji_spans(done.text)
        if not shown and found:
            shown = _under(done.text, config, config.max_layers - max(map(_layers, found)))
        if shown:
            joined = merged(done, shown)
            if joined is None:
                break
            found = joined
            continue
        more = _searched(done.text, text, found, config, known)
        # Nothing shows of what was replaced, so it is asked for last.
        more = more or lone_spans(done.text) or _certain(replaced_spans(done.text))
        if not more:
            return found
        joined = merged(done, more)
        if joined is None or any(_layers(span) > config.max_layers for span in joined):
            break
        found = joined
    # What does not settle is not understood: leave it alone, so that repairing is idempotent.
    return ()


def _under(text: str, config: Config, layers: int) -> tuple[Span, ...]:
    """The runs of a text, if one chain explains all that is left of it.

    What was on top of it (NULs, escapes) hid that from the first look.
    """
    if layers < 1 or config.min_confidence > CERTAIN or not odd(text):
        return ()
    found = chain_of(text, layers)
    return runs_under(text, found[0]) if found is not None else ()


def _searched(
    text: str, observed: str, found: tuple[Span, ...], config: Config, known: Known
) -> tuple[Span, ...]:
    """What the searches find in a text that is repaired as far as ``found`` goes."""
    if text.isascii():
        return ()
    # Where UTF-8 was all misread and nothing lost, the readers have no more to explain.
    told = () if _covers(observed, found) and all(map(from_utf8, found)) else found
    more = _more(text, told, config, known)
    # What is known of the text may also hide something that a second repair would find.
    return _more(text, (), config, known) if told and not more else more


def _escaped(text: str, config: Config, known: Known) -> tuple[Span, ...]:
    """The spans of mojibake that was escaped."""
    if not escapes_worth(text) and not named_worth(text, config):
        return ()
    return escaped_spans(
        text, config, lambda view: _escaped_for_sure(settled(view, config, known, escapes=False))
    )


def _escaped_for_sure(found: tuple[Span, ...]) -> tuple[Span, ...]:
    """What was found behind escapes, if it is misread UTF-8, or a word.

    Those who escape a control or a sign by itself, in a pattern or a table, mean it.
    """
    if any(span.lossless and from_utf8(span) for span in found):
        return found
    words = any(span.lossless and len(span.text) >= WORD for span in found)
    return found if words else ()


def _layers(span: Span) -> int:
    """How many misreadings lie on top of each other."""
    return sum(isinstance(step, Misread) for step in span.chain)


def _more(text: str, found: tuple[Span, ...], config: Config, known: Known) -> tuple[Span, ...]:
    """Sure spans in a text that is already repaired as far as ``found`` goes."""
    suspected = suspects(text)
    alone = not found and not known.anything
    if alone and not (suspected and _promising(text, suspected, config)):
        return _certain(control_spans(text)) or _certain(cjk_spans(text))
    for spans in _searches(text, suspected, found, config, known):
        sure = _certain(outside_emoji(text, spans))
        if sure:
            return sure
    return _certain(cjk_spans(text))


def doubted(text: str, found: tuple[Span, ...], config: Config) -> tuple[Span, ...]:
    """Spans that no search is sure of, in a text that is repaired as far as ``found`` goes."""
    searches = _searches(text, suspects(text), found, config)
    return next((kept for spans in searches if (kept := outside_emoji(text, spans))), ())


def _promising(text: str, suspected: Suspects, config: Config) -> bool:
    """Is there anything to find in the lines that are suspect, taken by themselves?

    Clean documents have a line here and there that is suspect, and all of their lines would take
    the searches twenty times as long as those.
    """
    if sum(end - start for start, end in suspected.where) > len(text) // 2:
        return True
    part = "\n".join(text[start:end] for start, end in suspected.where)
    searches = _searches(part, suspects(part), (), config)
    return any(_certain(outside_emoji(part, spans)) for spans in searches)


def _searches(
    text: str,
    suspected: Suspects,
    found: tuple[Span, ...],
    config: Config,
    known: Known = NOTHING,
) -> Iterator[Sequence[Span]]:
    """What each search finds, the one that assumes least first."""
    spans = lossless_spans(text, config, suspected.misread, known.steps_in(text))
    sure = tuple(span for span in spans if span.confidence >= SURE)
    wide = _wide(text, sure) if suspected.wide and not found and not is_list(text) else []
    if _certain(wide) and not _letters(text, suspected, wide, known):
        yield wide
        return
    broken = _certain(broken_spans(text)) if suspected.misread and not found else ()
    if broken:
        yield sorted((*_elsewhere(sure, broken), *broken), key=lambda span: span.start)
        return
    throughout = _throughout(text, sure)
    if throughout or (sure and all(map(from_utf8, sure)) and _all_said(text, sure)):
        yield throughout or sure
        return
    doubtful = list(filter(_is_doubtful, spans))
    expected = bool(sure or suspected.legacy or known.pairs)
    old = legacy_spans(text, known.pairs) if expected else []
    legacy = with_legacy(text, sure, _certain(old), known.pairs) if expected else ()
    if not sure and not known.pairs:
        contested = not _elsewhere(legacy, list(filter(from_utf8, doubtful)))
        if contested or is_stray(text, legacy):
            legacy = ()
    if sure:
        if set(legacy) <= set(sure) or not _lost_instead(text, legacy, sure):
            yield legacy
        yield sure
    yield _certain(space_spans(text, found))
    # Also where losses are not to be repaired: what a loss explains is nothing else's work.
    seen = readers_of(found)
    lost = lossy_spans(text, seen) if seen or suspected.lost or suspected.misread else []
    rivals = list(filter(_is_doubtful, old))
    lost = _elsewhere(lost, doubtful)
    if rivals and _reads_better(text, tuple(rivals), _certain(lost)):
        lost = _apart(lost, rivals)
    if not any(loses(span) and span.confidence >= SURE for span in lost):
        # What lost nothing was for the first search to find, which asks more questions.
        lost = [span for span in lost if loses(span)]
    if legacy and not sure:
        certain = tuple(span for span in lost if span.confidence >= SURE)
        yield legacy if _reads_better(text, legacy, tuple(lost)) else certain
    yield lost
    yield _apart(control_spans(text), rivals)
    yield _apart(spans, rivals)


def _lost_instead(text: str, legacy: tuple[Span, ...], sure: tuple[Span, ...]) -> bool:
    """Do losses beside what is sure explain a text better than legacy damage does?"""
    lost = _certain(lossy_spans(text, readers_of(sure)))
    return bool(lost) and not _reads_better(text, legacy, lost)


def _wide(text: str, sure: tuple[Span, ...]) -> list[Span]:
    """What a step over the whole text may have done, if no loss here and there explains it better.

    What NFKC makes of the controls that were dropped, it makes of any ``âa`` or ``â`` and a space.
    """
    done = Repair(text, sure).text
    wide = wide_spans(text, [done])
    if _certain(wide):
        lost = _certain(lossy_spans(done, readers_of(sure)))
        if lost and reading_cost(Repair(done, lost).text) < reading_cost(_spliced(text, wide)):
            return []
    return wide


def _letters(text: str, suspected: Suspects, wide: Sequence[Span], known: Known) -> bool:
    """Are they letters of a legacy codec, which look like cut UTF-8 here and there?"""
    legacy = _certain(legacy_spans(text, known.pairs)) if suspected.legacy else ()
    return bool(legacy) and _reads_better(text, legacy, tuple(wide))


def _spliced(text: str, spans: Sequence[Span]) -> str:
    return splice(text, [Piece(span.start, span.end, span.text) for span in spans])


def _elsewhere(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The spans that do not lie inside of any of the others."""
    return [s for s in spans if not any(o.start <= s.start and s.end <= o.end for o in others)]


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The spans that share nothing with any of the others that is not the same by another chain."""
    return [
        s
        for s in spans
        if not any(
            o.start < s.end
            and s.start < o.end
            and (o.start, o.end, o.text) != (s.start, s.end, s.text)
            for o in others
        )
    ]


def _is_doubtful(span: Span) -> bool:
    return DOUBTFUL <= span.confidence < SURE


def _certain(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.confidence >= SURE)


def readers_of(found: tuple[Span, ...]) -> dict[str, float]:
    """What the readers that damaged other places of the document have in their favor, in nats."""
    seen: dict[str, float] = {}
    alike: dict[str, set[str]] = {}
    for span in found:
        for step in span.chain if from_utf8(span) else ():
            if isinstance(step, Misread):
                name = step.read.name
                bonus = KNOWN if span.lossless else KNOWN_LOST
                if len(span.chain) == 1 and _hides_latin(span.text, step):
                    bonus = KNOWN_APART
                seen[name] = max(bonus, seen.get(name, 0.0))
                same = alike.setdefault(name, set(READERS) - {name})
                same -= {other for other in same if not _reads_alike(span.text, name, other)}
    for name, others in alike.items():
        for other in others:
            seen[other] = max(seen[name], seen.get(other, 0.0))
    return seen


def _hides_latin(original: str, step: Misread) -> bool:
    """Does a misreading show Latin letters as those of other scripts alone?"""
    table = load().table
    of, seen = (
        {table[char].cls for char in text if table[char].cls < FIRST_OTHER}
        for text in (original, step.damage(original))
    )
    return of == {LATIN} and bool(seen) and LATIN not in seen


def _reads_alike(original: str, name: str, other: str) -> bool:
    """Does a text look the same to two readers?

    What windows-1252 makes of most letters, ISO-8859-1 makes of them too, and there are C1 controls
    to lose.
    """
    try:
        data = original.encode()
        return codec(name).decode(data) == codec(other).decode(data)
    except UnicodeError:
        return False


def _throughout(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The runs of a text, if the one chain of these spans explains it from beginning to end.

    Nobody misreads every second word, and a genuine character is no UTF-8 by chance: so a run that
    the model would rather leave (``DÂŞ`` after ``JosĂ©``) was damaged with the others. Only where
    no other reader explains all of it too, and differently.
    """
    chains = {span.chain for span in spans}
    if len(chains) != 1:
        return ()
    steps = [step for step in chains.pop() if isinstance(step, Misread)]
    if len(steps) < len(spans[0].chain) or not from_utf8(spans[0]):
        return ()
    original = text
    try:
        runs = runs_under(text, tuple(steps))
        for step in reversed(steps):
            if len(originals_of(original)) > 1:
                return ()
            original = step.read.encode(original).decode()
    except UnicodeError:
        return ()
    if worse(text, original):
        return ()
    confidence = min(span.confidence for span in spans)
    return tuple(replace(run, confidence=confidence) for run in runs)


def from_utf8(span: Span) -> bool:
    """Was it UTF-8 that was misread each time? Of that, something shows of what was lost."""
    return all(step.written.name == "utf-8" for step in span.chain if isinstance(step, Misread))


def _covers(text: str, spans: tuple[Span, ...]) -> bool:
    """Do spans that lost nothing take in every character that is not ASCII?"""
    at = 0
    for span in spans:
        if not span.lossless or not text[at : span.start].isascii():
            return False
        at = span.end
    return text[at:].isascii()


def _all_said(text: str, spans: tuple[Span, ...]) -> bool:
    """Do spans take in every character that is not ASCII, and leave nothing strange?

    Then nothing needs another explanation. Legacy damage that looks like UTF-8 here and there
    has other characters beside it.
    """
    return _covers(text, spans) and not suspects(Repair(text, spans).text).legacy


def _reads_better(text: str, spans: tuple[Span, ...], rivals: tuple[Span, ...]) -> bool:
    """Is a text more plausible with these spans than with their rivals?"""
    if not rivals:
        return True
    ours, theirs = (line_costs(Repair(text, chosen).text) for chosen in (spans, rivals))
    return ours < theirs


def wanted(span: Span, config: Config) -> bool:
    """Do the settings want this span repaired?"""
    return (
        span.confidence >= config.min_confidence
        and (config.lossy == "repair" or not loses(span))
        and named(span.chain, config)
    )


def named(chain: Chain, config: Config) -> bool:
    """Do the settings name every step of a chain? To read an escape goes with writing it."""
    return config.channels is None or all(
        step.name.removeprefix(UNESCAPE) in config.channels for step in chain
    )


def loses(span: Span) -> bool:
    """Did the chain lose something, so that other originals replay as well?"""
    return any(
        (">" not in step.name or "/" in step.name) and step.name not in EXACT for step in span.chain
    )
