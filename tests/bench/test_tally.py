import pytest

from bench.calibration import expected_error
from bench.case import Case, Unit
from bench.damage import DROP_C1, UTF8_AS
from bench.engines import Answer, Engine, Piece
from bench.tally import SpanScore, align, outcome, unit_outcomes

ENGINE = Engine("test", "0", lambda case: Answer(case.input))
TIDY = Engine("tidy", "0", ENGINE.answer, forgive=lambda text: text.replace("’", "'"))
REPAIR = Case("s", "c", "fr", "Ã©tÃ©", "été", pieces=lambda: UTF8_AS["windows-1252"].pieces("été"))
CLEAN = Case("s", "c", "fr", "l’été", "l’été", "leave-alone")


def piece(start: int, end: int, text: str) -> Piece:
    return Piece(start, end, text, "chain", 0.9)


@pytest.mark.parametrize(
    ("case", "answer", "expected"),
    [
        (REPAIR, Answer("été"), "right"),
        (REPAIR, Answer("Ã©tÃ©"), "missed"),
        (REPAIR, Answer("étÃ©", (piece(0, 2, "é"),)), "partial"),
        (REPAIR, Answer("ètÃ©", (piece(0, 2, "è"),)), "wrong"),
        (REPAIR, Answer("été", error="broke"), "missed"),
        (CLEAN, Answer("l’été"), "right"),
        (CLEAN, Answer("l'été"), "wrong"),
    ],
)
def test_outcome(case: Case, answer: Answer, expected: str) -> None:
    if answer.error:
        answer = Answer(case.input, error=answer.error)
    assert outcome(ENGINE, case, answer) == expected


def test_other_fixes_of_an_engine_are_forgiven() -> None:
    assert outcome(TIDY, CLEAN, Answer("l'été")) == "right"
    assert outcome(TIDY, CLEAN, Answer("l'ete")) == "wrong"


def test_spans_align_with_pieces_also_where_something_was_dropped() -> None:
    pieces = UTF8_AS["iso-8859-1"].then(DROP_C1).pieces("À l’été")
    assert pieces is not None
    assert "".join(d for _, d in pieces) == "Ã lâÃ©tÃ©"
    spans = [(0, 1, "À"), (3, 4, "’"), (4, 6, "é"), (3, 4, "”"), (4, 5, "é")]
    assert align(pieces, spans) == [True, True, True, False, False]


def test_sentences_of_a_document_are_counted_one_by_one() -> None:
    units = (
        Unit("", "Un.", "Un."),
        Unit("x", "DÃ©jÃ .", "Déjà."),
        Unit("x", "Ã©tÃ©.", "été."),
        Unit("", "Fin.", "Fin."),
    )
    case = Case("s", "c", "fr", "Un. DÃ©jÃ . Ã©tÃ©. Fin.", "Un. Déjà. été. Fin.", units=units)
    found = [result for _, result in unit_outcomes(ENGINE, case, Answer("Un. Dejà. été. Fin."))]
    assert found == ["right", "wrong", "right", "right"]
    found = [result for _, result in unit_outcomes(ENGINE, case, Answer(case.input))]
    assert found == ["right", "missed", "missed", "right"]


def test_a_wrong_sentence_does_not_hide_those_after_it() -> None:
    units = tuple(Unit("x", f"â {i}.", f"é {i}.") for i in range(4))
    case = Case("s", "c", "fr", "", "", units=units)
    found = [result for _, result in unit_outcomes(ENGINE, case, Answer("ê 0. ê 1. é 2. â 3."))]
    assert found == ["wrong", "wrong", "right", "missed"]


def test_span_scores_count_ascii_apart() -> None:
    score = SpanScore()
    score.add((("a", "a"), ("é", "Ã©"), ("b", "b"), ("ü", "ü")), [(0, 5)])
    assert (score.hits, score.loose, score.false, score.damaged) == (2, 2, 1, 2)


def test_expected_calibration_error() -> None:
    assert expected_error([]) == 0.0
    assert expected_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0.0
    assert expected_error([(1.0, False)]) == 1.0
