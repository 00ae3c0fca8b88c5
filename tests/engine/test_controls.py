"""C1 controls that are signs of windows-1252."""

from __future__ import annotations

import pytest

from mojifix.engine.controls import control_spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said \x93yes\x94 to it.", ["“", "”"]),
        ("Funding\x97infrastructure and staff\x97is linked to these needs.", ["—", "—"]),
        ("дома,\x97 хозяйка \x97 на кухне.", ["—", "—"]),
    ],
)
def test_signs_come_back(text: str, found: list[str]) -> None:
    spans = control_spans(text)
    assert [span.text for span in spans] == found
    assert all(span.confidence > 0.95 for span in spans)


@pytest.mark.parametrize("text", ["x\x97y", "\x1b[31mred\x9b0m", "a \x81 b", "plain"])
def test_in_doubt_or_no_signs(text: str) -> None:
    assert all(span.confidence < 0.9 for span in control_spans(text))
