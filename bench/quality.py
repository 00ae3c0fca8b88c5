"""``python -m bench.quality``: how much damage is repaired, and how much clean text is changed.

Examples::

    python -m bench.quality                          # some minutes: every section, sampled
    python -m bench.quality --limit 3 --engines mojifix
    python -m bench.quality --sections clean,hard --limit all --dump clean.jsonl
    python -m bench.quality --json quality.json --markdown quality.md
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from bench import calibration, corpus, engines, report
from bench.case import Case
from bench.engines import Answer, Engine, Progress
from bench.sections import SECTIONS
from bench.tally import SpanScore, Table, outcome, spans_right, unit_outcomes

ENGINES: dict[str, Callable[[], Engine]] = {
    "mojifix": engines.mojifix_engine,
    "ftfy": engines.ftfy_engine,
    "plsfix": engines.plsfix_engine,
    "chardet": engines.chardet_engine,
}
EXAMPLES = 20
"""Broken guarantees listed in the JSON, for each guarantee."""


def main(arguments: list[str] | None = None) -> int:
    """Run the sections asked for and write the reports. Returns the exit status."""
    options = _parser().parse_args(arguments)
    names = _sections(options.sections)
    competitors = _engines(options.engines)
    started = time.perf_counter()
    source = corpus.load_fixtures() if options.fixtures else corpus.load(options.shared)
    dump = options.dump.open("w", encoding="utf-8") if options.dump else None
    run = Run(competitors, dump, quiet=options.quiet)
    try:
        for name in names:
            run.section(name, source, options.limit, options.seed)
    finally:
        if dump is not None:
            dump.close()
    result = run.to_dict() | {
        "corpus": source.name,
        "limit": options.limit,
        "seed": options.seed,
        "seconds": round(time.perf_counter() - started, 1),
    }
    text = report.markdown(result)
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    print(text)
    return 0


class Run:
    """What the sections of one run found."""

    def __init__(self, competitors: list[Engine], dump: IO[str] | None, *, quiet: bool) -> None:
        self.engines = competitors
        self.names = [engine.name for engine in competitors]
        self.dump = dump
        self.quiet = quiet
        self.tables: dict[str, Table] = {}
        self.seconds: dict[str, dict[str, float]] = {}
        self.false_changes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.samples: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        self.spans: dict[str, SpanScore] = defaultdict(SpanScore)
        self.broken: Counter[str] = Counter()
        self.examples: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.checked = 0

    def section(self, name: str, source: corpus.Corpus, limit: int | None, seed: int) -> None:
        """Ask every engine every case of one section."""
        cases = list(SECTIONS[name](source, limit, seed))
        answers: dict[str, dict[int, Answer]] = {}
        for engine in self.engines:
            started = time.perf_counter()
            asked = [case for case in cases if engine.asked is None or engine.asked(case)]
            got = iter(engines.run(engine, asked, Progress(self._progress(name))))
            answers[engine.name] = {id(case): next(got) for case in asked}
            seconds = time.perf_counter() - started
            self.seconds.setdefault(name, {})[engine.name] = round(seconds, 2)
        self._say("")
        for case in cases:
            results = {
                engine.name: self._count(engine, case, answers[engine.name][id(case)])
                for engine in self.engines
                if id(case) in answers[engine.name]
            }
            if "mojifix" in results:
                self._look_into(case, answers["mojifix"][id(case)], results)

    def _count(self, engine: Engine, case: Case, answer: Answer) -> str:
        """Count one answer, by sentence where it is a document; gives the whole text's outcome."""
        result = outcome(engine, case, answer)
        if not case.units:
            key = (engine.name, case.channel, case.lang)
            self.tables.setdefault(case.section, Table()).add(key, result, len(case.input))
        for unit, verdict in unit_outcomes(engine, case, answer):
            name = case.section if unit.channel else f"{case.section}-clean"
            key = (engine.name, unit.channel or case.channel, case.lang)
            self.tables.setdefault(name, Table()).add(key, verdict, len(unit.damaged))
        if case.kind == "leave-alone" and result != "right":
            self._false_change(engine.name, case, answer)
        return result

    def _look_into(self, case: Case, answer: Answer, results: dict[str, str]) -> None:
        self.checked += 1
        for name in answer.broken:
            self.broken[name] += 1
            if len(self.examples[name]) < EXAMPLES:
                self.examples[name].append(_record(case, answer, "broken", results))
        right = spans_right(answer, case)
        if right is None:
            right = [results["mojifix"] == "right"] * len(answer.spans)
        self.samples[case.section] += [
            (span.confidence, ok) for span, ok in zip(answer.spans, right, strict=True)
        ]
        if case.units and case.pieces is not None:
            self._score_spans(case, answer)
        if self.dump is not None and (results["mojifix"] != "right" or answer.broken):
            record = _record(case, answer, results["mojifix"], results)
            record["spans_right"] = right
            record["sentences"] = self._sentences(case, answer)
            self.dump.write(json.dumps(record, ensure_ascii=True) + "\n")

    def _sentences(self, case: Case, answer: Answer) -> list[tuple[str, str, str]]:
        """The sentences of a document that did not come out right: outcome, damaged, expected."""
        engine = next(e for e in self.engines if e.name == "mojifix")
        return [
            (result, unit.damaged, unit.expected)
            for unit, result in unit_outcomes(engine, case, answer)
            if result != "right"
        ]

    def _score_spans(self, case: Case, answer: Answer) -> None:
        pieces = case.pieces() if case.pieces is not None else None
        if pieces is None:
            return
        self.spans[f"{case.section}: repair"].add(pieces, [(s.start, s.end) for s in answer.spans])
        self.spans[f"{case.section}: detect"].add(pieces, engines.detected(case.input))

    def _false_change(self, name: str, case: Case, answer: Answer) -> None:
        self.false_changes[name].append(
            {
                "section": case.section,
                "form": case.channel,
                "lang": case.lang,
                "text": case.input,
                "became": answer.text,
                "spans": [span.to_dict() for span in answer.spans],
                "error": answer.error,
            }
        )

    def _progress(self, section: str) -> Callable[[str, int, int], None]:
        def show(engine: str, done: int, whole: int) -> None:
            self._say(f"\r\033[K{section}: {engine} {done}/{whole}")

        return show

    def _say(self, message: str) -> None:
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write(message or "\r\033[K")
            sys.stderr.flush()

    def to_dict(self) -> dict[str, Any]:
        """Everything, JSON-ready."""
        pooled = [sample for samples in self.samples.values() for sample in samples]
        return {
            "engines": {engine.name: engine.version for engine in self.engines},
            "sections": {name: table.to_dict(self.names) for name, table in self.tables.items()},
            "false changes": dict(self.false_changes),
            "calibration": calibration.summary(pooled)
            | {"sections": {k: calibration.summary(v) for k, v in self.samples.items() if v}},
            "spans": {name: score.to_dict() for name, score in self.spans.items()},
            "guarantees": {
                "checked": self.checked,
                "broken": dict(self.broken),
                "examples": dict(self.examples),
            },
            "seconds by section": self.seconds,
        }


def _record(case: Case, answer: Answer, result: str, results: dict[str, str]) -> dict[str, Any]:
    return {
        "section": case.section,
        "channel": case.channel,
        "lang": case.lang,
        "outcome": result,
        "input": case.input,
        "expected": case.expected,
        "got": answer.text,
        "accept": list(case.accept),
        "confidence": answer.confidence,
        "spans": [span.to_dict() for span in answer.spans],
        "others": {name: value for name, value in results.items() if name != "mojifix"},
        "broken": list(answer.broken),
        "error": answer.error,
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.quality", description=__doc__.split("\n")[0])
    parser.add_argument("--sections", default="all", help=f"of {', '.join(SECTIONS)}")
    parser.add_argument("--engines", default="all", help=f"of {', '.join(ENGINES)}")
    parser.add_argument(
        "--limit", type=_limit, default=5, metavar="N",
        help="sentences for each channel and language, or 'all' (default: 5)",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=corpus.SHARED, help="where corpora/ is")
    parser.add_argument("--fixtures", action="store_true", help="use fixtures/ in any case")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables")
    parser.add_argument("--dump", type=Path, metavar="FILE", help="write failures as JSON Lines")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress")
    return parser


def _limit(value: str) -> int | None:
    return None if value == "all" else int(value)


def _sections(value: str) -> list[str]:
    names = list(SECTIONS) if value == "all" else value.split(",")
    unknown = [name for name in names if name not in SECTIONS]
    if unknown:
        raise SystemExit(
            f"bench.quality: no section {unknown[0]!r}; there are {', '.join(SECTIONS)}"
        )
    return names


def _engines(value: str) -> list[Engine]:
    names = list(ENGINES) if value == "all" else value.split(",")
    found = []
    for name in names:
        if name not in ENGINES:
            raise SystemExit(f"bench.quality: no engine {name!r}; there are {', '.join(ENGINES)}")
        try:
            found.append(ENGINES[name]())
        except ImportError as error:
            print(f"bench.quality: without {name}: {error}", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
