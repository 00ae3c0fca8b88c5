"""Text that was squeezed through a codec."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels import CODECS, channel, damage
from mojifix.channels.squeeze import squeeze
from mojifix.errors import ChannelError
from mojifix.model import Channel


@pytest.mark.parametrize(
    ("name", "text", "damaged"),
    [
        ("ascii/question", "Café", "Caf?"),
        ("ascii/question", "a😀b", "a?b"),
        ("ascii/question-units", "a😀b é", "a??b ?"),
        ("ascii/fffd", "naïve", "na\ufffdve"),
        ("ascii/ignore", "naïve", "nave"),
        ("latin-1/question", "it’s é", "it?s é"),
        ("windows-1252/question", "it’s Ж", "it’s ?"),
        ("cp932/question", "a〜é日", "a～?日"),
        ("cp932/question", "a〜日", "a～日"),
        ("tcvn3/question", "VIỆT Việt", "VI?T Việt"),
        ("utf-8/question", "a\ud800é", "a?é"),
        ("utf-8/question", "", ""),
    ],
)
def test_examples(name: str, text: str, damaged: str) -> None:
    assert damage(text, name) == damaged


@given(st.sampled_from(["ascii", "latin-1", "cp437", "koi8-r", "big5hkscs"]), st.text(max_size=20))
def test_question_is_what_python_writes(name: str, text: str) -> None:
    assert damage(text, f"{name}/question") == text.encode(name, "replace").decode(name)
    assert damage(text, f"{name}/ignore") == text.encode(name, "ignore").decode(name)


@given(st.sampled_from(sorted(CODECS)), st.text(max_size=20))
def test_what_fits_stays_from_then_on(name: str, text: str) -> None:
    step = squeeze(f"{name}/question")
    once = step.damage(text)
    if name != "cp864":  # it has no percent sign, but it has a question mark
        assert step.damage(once) == once
    assert CODECS[name].decode(CODECS[name].encode(once)) == once


def test_names() -> None:
    step = channel("Latin1/Question")
    assert step is channel("iso-8859-1/question")
    assert (step.name, step.lossless) == ("iso-8859-1/question", False)
    assert step.summary == "what iso-8859-1 does not have became '?'"
    assert repr(step) == "channel('iso-8859-1/question')"
    assert isinstance(step, Channel)


@pytest.mark.parametrize(
    ("name", "what"),
    [("ascii/klingon", "unknown policy of an encoder"), ("klingon/question", "unknown codec")],
)
def test_unknown_names_are_refused(name: str, what: str) -> None:
    with pytest.raises(ChannelError, match=what):
        channel(name)
