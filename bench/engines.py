"""The engines side by side: mojifix, ftfy.fix_encoding, plsfix, chardet.

plsfix's Python package has no ``fix_encoding`` and no way to build its configuration object,
so it is asked for ``fix_text`` and forgiven its other fixes (entities, ligatures, quotes,
width, line breaks, normalization): its answer also counts as right when it equals ftfy's
``fix_text`` of a right answer with the encoding step switched off, which is what plsfix ports.

chardet reads bytes and knows nothing of mojibake; it is told which codec the text was wrongly
read as, gets the bytes back that way and has to find the right one. It is asked only where there
are such bytes: one misreading and nothing lost.

The answers of the competitors never change for a text, so they are kept in ``bench/.cache``
(which git ignores), one file for each engine version and set of inputs.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import itertools
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import guarantees
from bench.case import Case
from bench.damage import unread

CACHE = Path(__file__).resolve().parent / ".cache"


@dataclass(frozen=True, slots=True)
class Piece:
    """One span of an answer, as plain data."""

    start: int
    end: int
    text: str
    chain: str
    confidence: float

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "chain": self.chain,
            "confidence": round(self.confidence, 6),
        }


@dataclass(slots=True)
class Answer:
    """What an engine made of one input."""

    text: str
    spans: tuple[Piece, ...] = ()
    confidence: float | None = None
    broken: tuple[str, ...] = ()
    """Guarantees that this answer breaks."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Engine:
    """A named competitor."""

    name: str
    version: str
    answer: Callable[[Case], Answer]
    forgive: Callable[[str], str] | None = None
    """Maps a right answer to another form in which this engine may give it."""
    cached: bool = True
    many: Callable[[Sequence[str]], Sequence[str]] | None = None
    """Answers the rows of one source together."""
    asked: Callable[[Case], bool] | None = None
    """Where there is something to ask this engine; everywhere for None."""

    def forms(self, text: str) -> tuple[str, ...]:
        """``text``, and the form in which this engine may give it."""
        if self.forgive is None:
            return (text,)
        return text, self.forgive(text)

    def right(self, case: Case, answer: Answer) -> bool:
        """True where the answer is right, other fixes of this engine forgiven."""
        if answer.error:
            return False
        if case.right(answer.text):
            return True
        if case.wanted is not None:
            return False
        return any(answer.text in self.forms(x) for x in (case.expected, *case.accept))

    def unchanged(self, case: Case, answer: Answer) -> bool:
        """True where the input came back, other fixes of this engine forgiven."""
        return answer.text == case.input or answer.text in self.forms(case.input)


def ftfy_engine() -> Engine:
    """The encoding step of ftfy, alone."""
    import ftfy

    return Engine(
        "ftfy",
        importlib.metadata.version("ftfy"),
        lambda case: Answer(ftfy.fix_encoding(case.input)),
    )


def plsfix_engine() -> Engine:
    """All fixes of plsfix, those that are not about encoding forgiven."""
    import ftfy
    import plsfix

    plain = ftfy.TextFixerConfig(fix_encoding=False)

    def answer(case: Case) -> Answer:
        try:
            return Answer(plsfix.fix_text(case.input))
        except UnicodeEncodeError:  # lone surrogates cannot cross into Rust
            return Answer(case.input, error="UnicodeEncodeError")

    return Engine(
        "plsfix",
        importlib.metadata.version("plsfix"),
        answer,
        forgive=lambda text: ftfy.fix_text(text, plain),
    )


def chardet_engine() -> Engine:
    """A byte detector that is told which codec the bytes were wrongly read as."""
    import chardet

    def answer(case: Case) -> Answer:
        data = unread(case.input, case.channel.rpartition(">")[2])
        if data is None:
            return Answer(case.input)
        found = chardet.detect(data, prefer_superset=False, compat_names=False)["encoding"]
        try:
            return Answer(data.decode(found or "utf-8"))
        except (UnicodeDecodeError, LookupError):
            return Answer(case.input)

    return Engine("chardet", importlib.metadata.version("chardet"), answer, asked=_one_misreading)


def _one_misreading(case: Case) -> bool:
    read = case.channel.rpartition(">")[2]
    return case.kind == "repair" and not case.units and unread("", read) is not None


def mojifix_engine(*, check: bool = True) -> Engine:
    """mojifix, every answer checked against the guarantees. Raises ``ImportError``."""
    import mojifix

    # Loaded now, so that a source file edited during a run cannot mix two states of the engine.
    fix, repair, _ = mojifix.fix, mojifix.repair, mojifix.detect

    def answer(case: Case) -> Answer:
        text = case.input
        try:
            result = repair(text)
            spans = tuple(
                Piece(s.start, s.end, s.text, str(s.chain), s.confidence) for s in result.spans
            )
            broken = guarantees.broken(text, result, fix) if check else ()
            return Answer(result.text, spans, result.confidence, broken)
        except Exception as error:  # noqa: BLE001 - a broken guarantee that must not end the run
            return Answer(text, broken=("total",), error=f"{type(error).__name__}: {error}")

    return Engine("mojifix", mojifix.__version__, answer, cached=False, many=mojifix.fix_many)


def detected(text: str) -> list[tuple[int, int]]:
    """The code points that ``mojifix.detect`` reports, as disjoint ranges."""
    import mojifix

    merged: list[tuple[int, int]] = []
    for start, end in sorted((f.start, f.end) for f in mojifix.detect(text)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@dataclass(slots=True)
class Progress:
    """Called now and then with (engine, done, total)."""

    report: Callable[[str, int, int], None] = field(default=lambda *_: None)


def run(engine: Engine, cases: Sequence[Case], progress: Progress) -> list[Answer]:
    """The engine's answers, from the cache where it has them."""
    inputs = [case.input for case in cases]
    if engine.many is not None and any(case.column for case in cases):
        return _ask_columns(engine.many, cases)
    if not engine.cached:
        return _ask(engine, cases, progress)
    path = CACHE / f"{engine.name}-{engine.version}-{_key(cases)}.json.z"
    if path.is_file():
        changed = json.loads(zlib.decompress(path.read_bytes()))
        answers = [Answer(text) for text in inputs]
        for index, text, error in changed:
            answers[index] = Answer(text, error=error)
        return answers
    answers = _ask(engine, cases, progress)
    _remember(path, inputs, answers)
    return answers


def _ask(engine: Engine, cases: Sequence[Case], progress: Progress) -> list[Answer]:
    answers = []
    for done, case in enumerate(cases):
        if done % 500 == 0:
            progress.report(engine.name, done, len(cases))
        answers.append(engine.answer(case))
    progress.report(engine.name, len(cases), len(cases))
    return answers


def _ask_columns(
    many: Callable[[Sequence[str]], Sequence[str]], cases: Sequence[Case]
) -> list[Answer]:
    answers: list[Answer] = []
    for _, rows in itertools.groupby(cases, key=lambda case: case.column):
        answers += (Answer(text) for text in many([case.input for case in rows]))
    return answers


def _key(cases: Sequence[Case]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for case in cases:
        for text in (case.input, case.channel):
            digest.update(text.encode("utf-8", "surrogatepass"))
            digest.update(b"\xff")
    return digest.hexdigest()


def _remember(path: Path, inputs: Sequence[str], answers: Sequence[Answer]) -> None:
    path.parent.mkdir(exist_ok=True)
    changed = [
        (index, answer.text, answer.error)
        for index, answer in enumerate(answers)
        if answer.text != inputs[index] or answer.error
    ]
    data = zlib.compress(json.dumps(changed).encode("ascii"))
    temporary = path.with_suffix(".part")
    temporary.write_bytes(data)
    temporary.replace(path)
