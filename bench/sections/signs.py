"""A sign or an emoji in a sentence, as web pages have them everywhere and corpora hardly ever."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.case import Case
from bench.corpus import Corpus
from bench.damage import DROP_C1, UNDEFINED_TO_FFFD, UTF8_AS
from bench.sections.lossy import WESTERN
from bench.sections.utf8 import damaged_case

SIGNS = tuple("•·©®™€£¥½¼°²³×÷±≥≤≠≈∞→←↑↓▶►●■★☆♪♥♦✓✔✗§¶†‡№‰«»¿¡…–—“”‘’μαβγΩπ①②◆□△※")
EMOJI = (
    *"😂🤣😭😘🥰😊🎉😅🔥💕🤔😎🙂💪✨👀😢💯🌹🎈😃😡🙈💋💔⭐✅❌⚡⚽🎵🎁📷📢🚀🌍💰📚🎓🏆🍕🍺",
    *("❤️", "☀️", "⚠️", "✔️", "✌️", "☎️", "✈️", "▶️", "☺️", "♻️", "🤷‍♀️", "🙋‍♂️", "🏳️‍🌈", "1️⃣"),
    *("🇫🇷", "👍🏽", "🙏", "👍", "😍", "😁"),
)
"""Of the last ones, too little is left where bytes are lost to tell them from others."""
PLACES = ("{sign} {text}", "{text} {sign}", "{before} {sign} {after}")
DAMAGES = (
    *(UTF8_AS[name] for name in ("windows-1252", "windows-1250", "windows-1251", "mac-roman")),
    *(UTF8_AS[name] for name in ("cp437", "cp850")),
    UTF8_AS["windows-1252"].then(DROP_C1),
    UNDEFINED_TO_FFFD,
)


def signs(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Each damage of each language's sentences with a sign or an emoji put in."""
    for damage in DAMAGES:
        for lang in (*WESTERN, "en", "pl", "ru"):
            rng = random.Random(f"{seed}:signs:{damage.name}:{lang}")
            for sentence in corpus.sample(lang, f"signs: {damage.name}", limit, seed):
                for kind in (SIGNS, EMOJI):
                    words = sentence.split(" ")
                    at = rng.randrange(len(words))
                    text = rng.choice(PLACES).format(
                        sign=rng.choice(kind),
                        text=sentence,
                        before=" ".join(words[:at]),
                        after=" ".join(words[at:]),
                    )
                    case = damaged_case("signs", damage, lang, text)
                    if case is not None:
                        yield case
