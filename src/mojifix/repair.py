"""Repair: undo damage where the proof is at hand and the margin is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mojifix.config import DEFAULT, Config
from mojifix.engine.fast import door, fires, undone
from mojifix.kernel import exactly, hurried
from mojifix.model import Repair

if TYPE_CHECKING:
    from mojifix.siblings import Siblings
    from mojifix.siblings.sources import Sources


def repair(
    text: str,
    *,
    siblings: Siblings | Sources | None = None,
    config: Config | None = None,
) -> Repair:
    """Repair a text and show the proof.

    ``siblings`` are known-good documents about the same thing (texts, paths, or a prepared
    ``Siblings``): where one of them quotes a damaged passage, it decides among the originals
    that replay. Raises ``TypeError`` for anything but a str.
    """
    config = _checked(text, config)
    exact = exactly(text)
    fired = fires(exact, config)
    if not fired and siblings is None:
        return Repair(text)
    # To load all searches takes 40 ms, and clean text never needs them.
    from mojifix.engine.pipeline import searched, wanted

    spans = searched(exact, config) if fired else ()
    if siblings is not None:
        from mojifix.engine.replaced import gone
        from mojifix.engine.witnesses import asked

        if not fired and next(gone(exact), None) is None:
            return Repair(text)
        spans = asked(exact, spans, siblings, config)
    return Repair(text, tuple(span for span in spans if wanted(span, config)))


@hurried(door)
def fix(text: str, *, config: Config | None = None) -> str:
    """The repaired text; the same object where nothing is to repair.

    Raises ``TypeError`` for anything but a str.
    """
    config = _checked(text, config)
    exact = exactly(text)
    if not fires(exact, config):
        return text
    original = undone(exact, config)
    if original is not None:
        return original
    from mojifix.engine.pipeline import repaired  # as above

    fixed = repaired(exact, config)
    return text if fixed == exact else fixed


def _checked(text: str, config: Config | None) -> Config:
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
    return config or DEFAULT
