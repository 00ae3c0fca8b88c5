from __future__ import annotations

import base64
import json

import pytest

from mojifix.channels import channels, parse
from mojifix.model import Finding, Repair
from mojifix.report import jsonl
from tests.mending import mend, quoted


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("caf\udce9", b"caf\xe9"),
        ("\ud800", b"\xed\xa0\x80"),
        ("\udce9\ud800", b"\xed\xb3\xa9\xed\xa0\x80"),
    ],
)
def test_what_utf_8_cannot_hold_becomes_bytes(text: str, data: bytes) -> None:
    assert base64.b64decode(jsonl.field(text)["bytes"]) == data


def test_a_line_is_one_line_of_harmless_utf_8() -> None:
    hostile = "\x1b[31m\x9b\x7f\u202e\u2028\n\ud800\U0010ffff’"
    line = jsonl.dump({"text": jsonl.field(hostile), "other": hostile[:-3] + hostile[-1]})
    assert line.count("\n") == 1
    assert line[:-1].isprintable()
    assert json.loads(line)["other"] == hostile[:-3] + hostile[-1]


def test_readable_text_stays_readable() -> None:
    assert jsonl.dump({"text": "Mistral’s 日本"}) == '{"text":"Mistral’s 日本"}\n'


def test_a_repair() -> None:
    record = jsonl.repaired("a.txt", mend("One\nit’s", "’"))
    assert record == {
        "type": "repair",
        "path": {"text": "a.txt"},
        "changed": True,
        "confidence": 0.97,
        "spans": [
            {
                "line": 2,
                "column": 3,
                "start": 6,
                "end": 7,
                "found": {"text": "β"},
                "text": {"text": "’"},
                "chain": ["utf-8>iso-8859-7", "drop-c1"],
                "lossless": False,
                "confidence": 0.97,
                "alternatives": [],
            }
        ],
        "text": {"text": "One\nit’s"},
    }


def test_a_clean_text() -> None:
    record = jsonl.repaired("a.txt", Repair("clean"))
    assert (record["changed"], record["spans"], record["confidence"]) == (False, [], 1.0)


def test_the_spans_rebuild_both_texts() -> None:
    repair = mend("It’s “two”, isn’t it?", "’", "“", "”", "’")
    record = jsonl.repaired("a", repair)
    text = record["text"]["text"]
    shift = 0
    for span in record["spans"]:
        at = span["start"] + shift
        now, found = span["text"]["text"], span["found"]["text"]
        assert text[at : at + len(now)] == now
        text = text[:at] + found + text[at + len(now) :]
    assert shift == 0
    assert text == repair.original


def test_a_verdict() -> None:
    repair, verdict = quoted()
    record = jsonl.verified("a.txt", repair, verdict)
    assert (record["ok"], record["replays"], record["outside"]) == (False, True, [])
    first, second, third = (span["verdict"] for span in record["spans"])
    assert first == {
        "replays": True,
        "status": "corroborated",
        "strength": "passage",
        "sibling": {"text": "archive/000.txt"},
        "quotation": {"text": "said: “We are thrilled, and"},
        "sibling_start": 10,
        "sibling_end": 37,
        "reading": {"text": "“"},
    }
    assert second["status"] == "contradicted"
    assert (third["status"], third["strength"], third["sibling"]) == ("unattested", None, None)
    assert jsonl.repaired("a.txt", repair, verdict)["ok"] is False


def test_findings() -> None:
    text = "ok\r\nMistralβs"
    found = Finding(11, 12, parse("utf-8>iso-8859-7", "drop-c1"), 0.75, ("’", "”"))
    (record,) = jsonl.found("-", text, [found])
    assert (record["line"], record["column"], record["found"]) == (2, 8, {"text": "β"})
    assert record["candidates"] == [{"text": "’"}, {"text": "”"}]
    assert record["confidence"] == 0.75


def test_channels() -> None:
    for line in jsonl.lines([jsonl.channel(one) for one in channels()]).splitlines():
        assert json.loads(line).keys() == {"type", "name", "lossless", "summary"}
