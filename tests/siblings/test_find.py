from __future__ import annotations

import random
from pathlib import Path

import pytest

from mojifix.siblings import Archive, Siblings, find_siblings

LITTLE = ("the", "of", "and", "to", "in", "a", "is", "that", "for", "its", "with", "by", "on", "as")
WORDS = tuple(f"w{chr(97 + i % 26)}{i}" for i in range(3000))


def noise(number: int) -> list[str]:
    chance = random.Random(1)
    common = (*WORDS[:60], *LITTLE)
    return [
        " ".join(chance.choice(common if chance.random() < 0.5 else WORDS) for _ in range(200))
        for _ in range(number)
    ]


def test_articles_on_one_event_are_found(article: Path, siblings: tuple[Path, ...]) -> None:
    text = article.read_text(encoding="utf-8")
    found = find_siblings(text, [*noise(200), *siblings])
    assert {doc.source for doc in found} == set(siblings)
    assert [doc.score for doc in found] == sorted((doc.score for doc in found), reverse=True)
    assert found[0].name == str(siblings[0])
    assert {"mensch", "embark", "antitrust"} & {word for doc in found for word in doc.words}


def test_a_folder_that_holds_the_document_itself(article: Path, siblings: tuple[Path, ...]) -> None:
    found = find_siblings(article.read_text(encoding="utf-8"), article.parent)
    assert {doc.name for doc in found} == set(map(str, siblings))


def test_what_is_found_can_be_handed_on(article: Path, siblings: tuple[Path, ...]) -> None:
    text = article.read_text(encoding="utf-8")
    found = find_siblings(text, [*siblings[1:], ("mine", siblings[0].read_text(encoding="utf-8"))])
    assert len(Siblings([doc.source for doc in found])) == len(found) == 4


def test_nothing_in_common() -> None:
    assert find_siblings("Ганс и Гретель", noise(5)) == ()
    assert find_siblings("", noise(5)) == ()
    assert find_siblings("anything", []) == ()


def test_limit_and_least(article: Path) -> None:
    archive = Archive(article.parent)
    text = article.read_text(encoding="utf-8")
    assert len(archive.about(text, limit=2)) == 2
    everything = archive.about(text, least=0.0)
    assert len(archive.about(text, least=everything[1].score)) == 2
    assert archive.about(text, least=1.0) == ()


@pytest.mark.parametrize("options", [{"limit": 0}, {"least": -0.1}, {"least": 1.1}])
def test_limits_outside_of_their_domain(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"(limit|least) is"):
        Archive("text").about("text", **options)  # type: ignore[arg-type]


def test_what_cannot_be_read_is_noted(tmp_path: Path) -> None:
    (tmp_path / "bad").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "good").write_text("text", encoding="utf-8")
    archive = Archive(tmp_path)
    assert archive.names == (str(tmp_path / "good"),)
    assert [name for name, _ in archive.skipped] == [str(tmp_path / "bad")]
    assert repr(archive) == "Archive(1 documents)"


def test_as_data(article: Path) -> None:
    found = find_siblings(article.read_text(encoding="utf-8"), article.parent)[0]
    data = found.to_dict()
    assert data["name"] == found.name
    assert data["score"] == pytest.approx(found.score, abs=1e-6)
    assert data["words"] == list(found.words)
    assert 0 < found.score <= 1


def test_the_score_of_the_same_words_is_one() -> None:
    texts = noise(3)
    (found,) = find_siblings(texts[0] + " ", texts, least=0.9)
    assert found.score == pytest.approx(1.0)
    assert found.score <= 1.0
