import pytest

from bench import speed
from bench.corpus import load_fixtures
from bench.workloads import FAMILIES, LONGEST, SHORTEST, one_line, workloads

SOURCE = load_fixtures()


def test_workloads_are_what_their_names_say() -> None:
    found = {w.name: w.texts for w in workloads(SOURCE, 200, "1")}
    assert all(text.isascii() for text in found["ASCII rows"])
    assert not any(text.isascii() for text in found["English rows with curly quotes"])
    clean, wrong = found["clean multilingual rows"], found["all rows damaged, multilingual"]
    assert all(SHORTEST <= len(row) <= LONGEST for row in clean)
    changed = [a != b for a, b in zip(clean, found["1 % damaged rows"], strict=True)]
    assert sum(changed) == 2
    assert sum(a != b for a, b in zip(clean, wrong, strict=True)) > 190
    assert all(text.count("\n") == 29 for text in found["damaged articles"])


@pytest.mark.parametrize("wrong", [True, False])
def test_one_line_has_the_length_asked_for(wrong: bool) -> None:
    text = one_line(SOURCE, 5000, 1, wrong=wrong)
    assert len(text) == 5000
    assert "\n" not in text


@pytest.mark.parametrize("family", FAMILIES)
def test_families_grow_to_the_length_asked_for(family: str) -> None:
    assert 980 <= len(FAMILIES[family](1000)) <= 1000


def test_ratios_are_other_by_own() -> None:
    def slow(text: str) -> str:
        return "".join(sorted(text * 200))

    result = speed.compare({"mojifix": str, "slow": slow}, [["abc def"] * 20] * 3)
    assert result["times faster than"]["slow"] > 1
    assert set(result["microseconds"]) == {"mojifix", "slow", "decode"}


def test_growth_sees_what_is_not_linear() -> None:
    def quadratic(text: str) -> int:
        return sum(1 for _ in range(len(text) * len(text) // 10_000))

    assert speed.growth(quadratic, lambda n: "x" * n, (10_000, 100_000))["worst factor"] > 30
