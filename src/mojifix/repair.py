"""Repair: undo damage where the proof is at hand and the margin is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mojifix.config import DEFAULT, Config
from mojifix.engine.fast import fires, undone
from mojifix.kernel import exactly, plain
from mojifix.model import Repair, Span

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
    if siblings is None:
        return Repair(text, _wanted(exact, config)) if fires(exact, config) else Repair(text)
    from mojifix.engine.pipeline import searched, wanted
    from mojifix.engine.replaced import gone
    from mojifix.engine.witnesses import asked

    fired = fires(exact, config)
    if not fired and next(gone(exact), None) is None:
        return Repair(text)
    spans = asked(exact, searched(exact, config) if fired else (), siblings, config)
    return Repair(text, tuple(span for span in spans if wanted(span, config)))


def fix(text: str, *, config: Config | None = None) -> str:
    """The repaired text; the same object where nothing is to repair.

    Raises ``TypeError`` for anything but a str.
    """
    if config is None and plain(text):
        return text
    config = _checked(text, config)
    exact = exactly(text)
    if not fires(exact, config):
        return text
    original = undone(exact, config)
    return Repair(text, _wanted(exact, config)).text if original is None else original


def _wanted(text: str, config: Config) -> tuple[Span, ...]:
    # 70 ms, and clean text never comes here.
    from mojifix.engine.pipeline import searched, wanted

    return tuple(span for span in searched(text, config) if wanted(span, config))


def _checked(text: str, config: Config | None) -> Config:
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
    return config or DEFAULT
