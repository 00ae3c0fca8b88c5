import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given

import mojifix
from tests.properties import laws
from tests.properties.strategies import DAMAGES, LAWS, sentences, texts

SCRIPT = """
import sys
sys.path.insert(0, "")
from tests.properties.test_deterministic import fingerprint
print(fingerprint())
"""


def sample() -> list[str]:
    found: list[str] = []
    for index, damage in enumerate(DAMAGES):
        found += [damage(sentence) or sentence for sentence in sentences()[index::101]]
    return found


def fingerprint() -> str:
    """A digest of what the sample is repaired to, confidences included."""
    answers = [mojifix.repair(text).to_dict() for text in sample()]
    return hashlib.sha256(json.dumps(answers).encode("ascii")).hexdigest()


@LAWS
@given(texts())
def test_the_same_text_gives_the_same_repair(text: str) -> None:
    laws.deterministic(text)


def test_hash_seeds_do_not_matter() -> None:
    prints = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        prints.add(done.stdout)
    assert len(prints) == 1


def test_order_and_threads_do_not_matter() -> None:
    inputs = sample()
    alone = [mojifix.repair(text).to_dict() for text in inputs]
    backwards = [mojifix.repair(text).to_dict() for text in reversed(inputs)]
    assert alone == backwards[::-1]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: mojifix.repair(text).to_dict(), inputs))
    assert together == alone
