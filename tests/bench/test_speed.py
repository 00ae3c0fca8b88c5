import pytest

from bench import speed
from bench.corpus import Corpus, load_fixtures
from bench.workloads import FAMILIES, LONGEST, MULTILINGUAL, SHORTEST, one_line, shares, workloads

SOURCE = load_fixtures()
LANGUAGES = ("en", *MULTILINGUAL)


def found() -> dict[str, tuple[str, ...]]:
    return {w.name: w.texts for w in workloads(SOURCE, 200, "1")}


def test_workloads_are_what_their_names_say() -> None:
    texts = found()
    assert all(text.isascii() for text in texts["ASCII rows"])
    assert not any(text.isascii() for text in texts["English rows with curly quotes"])
    assert all(SHORTEST <= len(row) <= LONGEST for row in texts["clean multilingual rows"])
    assert sum("Ã" in row or "Ð" in row for row in texts["1 % damaged rows"]) <= 2
    assert all(text.count("\n") == 29 for text in texts["damaged articles"])


def test_no_workload_repeats_a_text_of_another() -> None:
    # The fixtures have so few sentences that rows meet by chance.
    many = {lang: [f"{i} {lang} {'word ' * 15}{i}" for i in range(20_000)] for lang in LANGUAGES}
    source = Corpus("many", many)
    everything = [text for w in workloads(source, 200, "1") for text in w.texts]
    everything += [text for texts in shares(source, 200, "1").values() for text in texts]
    assert len(set(everything)) > 0.95 * len(everything)


@pytest.mark.parametrize("wrong", [True, False])
def test_one_line_has_the_length_asked_for(wrong: bool) -> None:
    text = one_line(SOURCE, 5000, "1", wrong=wrong)
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

    assert (
        speed.growth(quadratic, lambda n, i: "x" * (n + i), (10_000, 100_000))["worst factor"] > 30
    )


def test_growth_never_times_a_text_twice() -> None:
    seen: list[str] = []
    speed.growth(seen.append, speed._longer(FAMILIES["Ã repeated"]), (100, 1000))
    assert len(seen) == len(set(seen)) == 2 * speed.TRIES
