from __future__ import annotations

import pytest

from mojifix.siblings import Siblings

SENTENCE = "He said the company’s new models will reach all of its customers in Europe."


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 6)])
def test_a_stretch_that_is_not_there(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"no stretch {start}-{end} in a text of 5 code points"):
        Siblings("x").witnesses("12345", start, end)


def test_quotes() -> None:
    siblings = Siblings(["Nothing here.", "So it is:\u00a0" + SENTENCE])
    (witness,) = siblings.quotes("It is: He said the company’s new".replace("It", "it"))
    assert (witness.number, witness.start) == (1, 3)
    assert siblings.quotes("the company’s") == ()
    assert siblings.quotes("the company’s new Models will reach") == ()
    assert siblings.quotes("") == ()


def test_words() -> None:
    siblings = Siblings(["The Company’s", "the company’s", "companies"])
    assert siblings.has_word("company’s") == 2
    assert siblings.has_word("company") == 0
    assert siblings.first_word("company’s") == (0, 4)
    assert siblings.first_word("company’s", own="The Company’s") == (1, 4)
    assert siblings.first_word("nobody’s") is None


def test_the_index_describes_itself() -> None:
    siblings = Siblings({"Reuters": "one", "AP": "two"})
    assert siblings.names == ("Reuters", "AP")
    assert len(siblings) == 2
    assert siblings.text(1) == "two"
    assert repr(siblings) == "Siblings(2 documents)"
    assert Siblings.of(siblings) is siblings
    assert Siblings.of("x").names == ("1",)
    assert len(Siblings()) == 0
