"""How well bytes are decoded: mixed files, files in one legacy encoding, and dropped bytes.

    python -m bench.bytes [--files N] [--lines N]

Development text only (``../shared/corpora/dev``). A line is exact where it is the very text that
was written; lines that the encoding cannot hold are left out when the file is made.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter

from bench.corpus import SHARED, read_lines
from mojifix import decode
from mojifix.channels import codec

LANGUAGES = {
    "fr": ("windows-1252", "iso-8859-15", "mac-roman"),
    "de": ("iso-8859-1", "cp850"),
    "pl": ("iso-8859-2", "windows-1250"),
    "cs": ("windows-1250", "iso-8859-2"),
    "ru": ("windows-1251", "koi8-r", "cp866"),
    "el": ("iso-8859-7", "windows-1253"),
    "tr": ("iso-8859-9", "windows-1254"),
    "he": ("windows-1255", "iso-8859-8"),
    "ja": ("cp932", "euc-jp"),
    "ko": ("cp949",),
    "zh": ("gb18030",),
    "uk": ("windows-1251", "koi8-u"),
    "es": ("iso-8859-1",),
    "hu": ("iso-8859-2", "windows-1250"),
    "ar": ("windows-1256",),
    "th": ("tis-620",),
    "nl": ("windows-1252",),
    "pt": ("iso-8859-1", "cp850"),
    "sv": ("iso-8859-1",),
    "fi": ("iso-8859-15",),
    "ro": ("iso-8859-2",),
    "hr": ("windows-1250",),
    "fa": ("windows-1256",),
    "be": ("windows-1251",),
    "et": ("iso-8859-13", "windows-1257"),
    "lv": ("iso-8859-13", "windows-1257"),
    "da": ("iso-8859-1",),
    "it": ("windows-1252",),
    "lt": ("windows-1257",),
    "bg": ("windows-1251",),
}
"""The first ten are the ten of the bar; the first encoding of each is the one of mixed files."""

SHARES = (0.02, 0.1, 0.3, 0.6, 0.9)


def writable(lines: list[str], encoding: str) -> list[str]:
    """The lines that the encoding can hold."""
    known = codec(encoding)
    kept = []
    for line in lines:
        try:
            if known.decode(known.encode(line)) == line:
                kept.append(line)
        except UnicodeError:
            continue
    return kept


def mixed(lines: list[str], encoding: str, share: float, rng: random.Random) -> list[bytes]:
    """The lines as bytes, some in the encoding and the others in UTF-8."""
    known = codec(encoding)
    return [known.encode(line) if rng.random() < share else line.encode() for line in lines]


def exact(
    lines: list[str], data: list[bytes], seen: list[str], counted: list[bool] | None = None
) -> int:
    """How many lines come back, of those that are counted; those that do not are kept."""
    counted = counted or [True] * len(lines)
    made = decode(b"\n".join(data))
    assert made.replay() == b"\n".join(data)
    got = made.text.split("\n")
    if len(got) != len(lines):
        return 0
    for want, have, counts in zip(lines, got, counted, strict=True):
        if want != have and counts:
            seen.append(f"{want[:90]!r} -> {have[:90]!r}")
    return sum(
        want == have for want, have, counts in zip(lines, got, counted, strict=True) if counts
    )


def report(title: str, right: Counter[str], of: Counter[str], seen: list[str], show: int) -> None:
    """One line for all, one for the worst."""
    total = sum(of.values()) or 1
    worst = sorted(of, key=lambda key: right[key] / of[key])[:6]
    print(f"{title}: {100 * sum(right.values()) / total:.2f} % of {total}")
    print("   worst: " + ", ".join(f"{k} {100 * right[k] / of[k]:.1f}" for k in worst))
    for line in seen[:show]:
        print("    " + line)
    sys.stdout.flush()


def texts(language: str) -> list[str]:
    """Development lines of a language."""
    return [
        line
        for path in sorted((SHARED / "corpora" / "dev").glob(f"{language}.*.txt.xz"))
        for line in read_lines(path)
    ]


def run_mixed(files: int, size: int, rng: random.Random, show: int) -> None:
    """UTF-8 and one legacy encoding in one file."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    seen: list[str] = []
    for language in list(LANGUAGES)[:10]:
        encoding = LANGUAGES[language][0]
        pool = writable(texts(language), encoding)
        for share in SHARES:
            for _ in range(files):
                lines = rng.sample(pool, min(size, len(pool)))
                key = f"{language}@{share}"
                right[key] += exact(lines, mixed(lines, encoding, share, rng), seen)
                of[key] += len(lines)
    rng.shuffle(seen)
    report("mixed, lines exact", right, of, seen, show)


def run_legacy(files: int, rng: random.Random, show: int) -> None:
    """One encoding; files of 100 bytes and more."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    seen: list[str] = []
    for language, encodings in LANGUAGES.items():
        for encoding in encodings:
            pool = writable(texts(language), encoding)
            if not pool:
                continue
            known = codec(encoding)
            for _ in range(files * 5):
                wanted = rng.choice((100, 200, 500, 2000))
                text = ""
                while len(known.encode(text)) < wanted:
                    text += rng.choice(pool) + "\n"
                if text.isascii():
                    continue
                got = decode(known.encode(text))
                key = f"{language}:{encoding}"
                of[key] += 1
                right[key] += got.text == text
                if got.text != text:
                    seen.append(f"{key} as {got.encoding}: {text[:70]!r} -> {got.text[:70]!r}")
    rng.shuffle(seen)
    report("legacy, files identical", right, of, seen, show)


def run_dropped(files: int, size: int, rng: random.Random, show: int) -> None:
    """UTF-8 that lost one byte in ten thousand; a line that lost one can't be exact."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    seen: list[str] = []
    hit = everywhere = 0
    for language in LANGUAGES:
        pool = texts(language)
        if not pool:
            continue
        for _ in range(files):
            lines = rng.sample(pool, min(size * 5, len(pool)))
            data = bytearray("\n".join(lines).encode())
            drops = [i for i in range(len(data)) if rng.random() < 1e-4 and data[i] != 10]
            hit += len(drops)
            for i in reversed(drops):
                del data[i]
            found = bytes(data).split(b"\n")
            # What lost a letter of ASCII is gone without a trace, and what lost a lead byte is
            # gone too: those lines can't be exact, and the bar is about all others.
            whole = [a.encode() == b for a, b in zip(lines, found, strict=True)]
            right[language] += exact(lines, found, seen, whole)
            of[language] += sum(whole)
            everywhere += len(lines)
    print(f"   bytes dropped: {hit}")
    rng.shuffle(seen)
    report("dropped, lines exact of those that lost nothing", right, of, seen, show)
    print(f"   of all lines: {100 * sum(right.values()) / (everywhere or 1):.2f} %")


def main() -> None:
    """Run the sections that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", default=["mixed", "legacy", "dropped"])
    parser.add_argument("--files", type=int, default=4)
    parser.add_argument("--lines", type=int, default=100)
    parser.add_argument("--show", type=int, default=0, help="print so many failures")
    chosen = parser.parse_args()
    rng = random.Random(1)
    if "mixed" in chosen.sections:
        run_mixed(chosen.files, chosen.lines, rng, chosen.show)
    if "legacy" in chosen.sections:
        run_legacy(chosen.files, rng, chosen.show)
    if "dropped" in chosen.sections:
        run_dropped(chosen.files, chosen.lines, rng, chosen.show)


if __name__ == "__main__":
    main()
