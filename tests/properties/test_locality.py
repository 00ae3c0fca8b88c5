from hypothesis import assume, given

import mojifix
from tests.properties import laws
from tests.properties.strategies import LAWS, clean, damaged, texts


@LAWS
@given(texts())
def test_outside_the_spans_nothing_changes(text: str) -> None:
    laws.locality(text)


@LAWS
@given(clean(), damaged(), clean())
def test_clean_lines_around_damage_stay(before: str, text: str, after: str) -> None:
    # A clean line may look damaged by itself (that is the quality bench's subject).
    assume(mojifix.fix(before) == before and mojifix.fix(after) == after)
    fixed = mojifix.fix(f"{before}\n{text}\n{after}")
    assert fixed.startswith(before + "\n")
    assert fixed.endswith("\n" + after)
