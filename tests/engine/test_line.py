"""What a line may have been."""

from __future__ import annotations

from mojifix.engine.line import Line


def test_forms_of_one_word_are_hardly_further_witnesses() -> None:
    once = Line("Er ist ein Diätologe aus Wien, sagt er.").originals(thin=False)
    again = Line("Diätologe, Diätologin, Diätologe, Diätologin").originals(thin=False)
    assert max((o.gain for o in again), default=0.0) < 2 * max((o.gain for o in once), default=9.0)


def test_letters_that_look_like_others_are_no_damage() -> None:
    assert Line("Nаdzоrnik visоkоgrаdnjе").originals() == []
