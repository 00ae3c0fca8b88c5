"""The verifier: what a repair can prove, and what known-good siblings say of it.

Theory of operation. Two questions are asked of every change, and they are kept apart. Does it
*replay*: does a known chain of damage lead from the repaired stretch back to the damaged one,
code point for code point, and is everything else as it was? (:mod:`.replay`, with :mod:`.edits`
and :mod:`.proof` for pairs of texts from any tool.) And what do the *siblings* say: do they
quote the same passage, and what do they have in that place? (:mod:`.judge`, over
:mod:`mojifix.siblings`.)

The verifier shares no decision with the engine that makes repairs: it imports nothing of it, nor
of the model of what people write. A proof shows that a change is possible, never that it is
right; siblings are what can show that.
"""

from __future__ import annotations

from mojifix.model import Repair, Verdict
from mojifix.siblings import Siblings
from mojifix.siblings.sources import Sources
from mojifix.verify.judge import Judge
from mojifix.verify.replay import changes_between, changes_of, outside

__all__ = ["verify", "verify_texts"]


def verify(repair: Repair, siblings: Siblings | Sources | None = None) -> Verdict:
    """Replay a repair and ask the siblings about it.

    ``siblings`` are known-good documents about the same thing: texts, paths of files and
    folders, pairs of name and text, or a :class:`~mojifix.siblings.Siblings` made of them.
    Gives one :class:`SpanVerdict` per span, in order. Offsets are code points.

    Raises ``TypeError`` when ``repair`` is no ``Repair``, and ``InputError`` for siblings that
    can't be read.
    """
    if not isinstance(repair, Repair):
        raise TypeError(
            f"verify takes a Repair, not {type(repair).__name__}; "
            "for two texts there is mojifix.verify.verify_texts"
        )
    judge = Judge(repair.original, repair.text, _index(siblings))
    changes = changes_of(repair)
    changed = outside(repair)
    return Verdict(
        replays=not changed and all(change.replays for change in changes),
        spans=tuple(judge.verdict(change) for change in changes),
        outside=changed,
    )


def verify_texts(
    damaged: str, repaired: str, siblings: Siblings | Sources | None = None
) -> Verdict:
    """Prove what any tool made of a damaged text, and ask the siblings about it.

    The two texts are aligned, and for each edit a chain of known damage is looked for. An edit
    without one is a change that nothing proves; with one such edit the verdict is not ok.

    Raises ``TypeError`` for what is not a str, and ``InputError`` for siblings that can't be
    read.
    """
    for name, text in (("damaged", damaged), ("repaired", repaired)):
        if not isinstance(text, str):
            raise TypeError(f"the {name} text must be a str, not {type(text).__name__}")
    judge = Judge(damaged, repaired, _index(siblings))
    changes = changes_between(damaged, repaired)
    return Verdict(
        replays=all(change.replays for change in changes),
        spans=tuple(judge.verdict(change) for change in changes),
    )


def _index(siblings: Siblings | Sources | None) -> Siblings | None:
    return None if siblings is None else Siblings.of(siblings)
