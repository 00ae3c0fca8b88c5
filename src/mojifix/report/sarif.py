"""SARIF 2.1.0, the format in which code scanning takes findings (OASIS, 2020).

Columns count code points (``columnKind``), as everywhere in mojifix. A rule is a chain of damage.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mojifix import __version__
from mojifix.model import Finding, Repair
from mojifix.report.positions import Positions
from mojifix.report.safe import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def results_of_repair(name: str, repair: Repair) -> Iterator[dict[str, Any]]:
    """One result for each span, with the fix."""
    positions = Positions(repair.original)
    for span in repair.spans:
        region = _region(positions, span.start, span.end)
        found = repair.original[span.start : span.end]
        yield {
            **_result(name, region, str(span.chain), found, span.text, span.confidence),
            "fixes": [
                {
                    "description": {"text": "undo the damage"},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": _uri(name)},
                            "replacements": [
                                {
                                    "deletedRegion": region,
                                    "insertedContent": {"text": _unicode(span.text)},
                                }
                            ],
                        }
                    ],
                }
            ],
        }


def results_of_findings(
    name: str, text: str, findings: Sequence[Finding]
) -> Iterator[dict[str, Any]]:
    """One result for each finding."""
    positions = Positions(text)
    for finding in findings:
        region = _region(positions, finding.start, finding.end)
        best = finding.candidates[0] if finding.candidates else ""
        found = text[finding.start : finding.end]
        yield _result(name, region, str(finding.chain), found, best, finding.confidence)


def log(results: Iterable[dict[str, Any]]) -> str:
    """Make the log of one run."""
    listed = list(results)
    rules = sorted({result["ruleId"] for result in listed})
    record = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "mojifix",
                        "version": __version__,
                        "rules": [
                            {
                                "id": rule,
                                "shortDescription": {"text": f"mojibake: {rule}"},
                                "defaultConfiguration": {"level": "warning"},
                            }
                            for rule in rules
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": listed,
            }
        ],
    }
    return json.dumps(record, indent=2) + "\n"


def _result(
    name: str, region: dict[str, int], chain: str, found: str, best: str, confidence: float
) -> dict[str, Any]:
    perhaps = f"; perhaps {visible(best)}" if best else ""
    return {
        "ruleId": chain,
        "level": "warning",
        "message": {"text": f"{visible(found)} looks damaged by {chain}{perhaps}"},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, "region": region}}
        ],
        "properties": {"confidence": round(confidence, 6)},
    }


def _region(positions: Positions, start: int, end: int) -> dict[str, int]:
    line, column = positions.locate(start)
    last, after = positions.locate(end)
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}


def _unicode(text: str) -> str:
    """SARIF is JSON, and has no way to write a lone surrogate."""
    return text.encode("utf-8", "replace").decode()


def _uri(name: str) -> str:
    """A relative reference, its bytes percent-encoded where a URI cannot hold them."""
    from urllib.parse import quote

    return quote(os.fsencode(name.replace(os.sep, "/")))
