"""What people write and the corpora lack: capitals, typographic quotes, signs."""

from __future__ import annotations

from collections.abc import Iterator

# Every n-th of the lines is also counted in capitals, every m-th in title case.
CAPITALS_EVERY, TITLE_EVERY = 9, 23
EMOJI_EVERY = 40
"""Every so many lines of a language, one of the emoji stands beside a line."""

# Signs are rarer in the corpora than in what people write about the world: measures, prices,
# dates, lists. Every k-th line of a language is followed by one of these, with its own words.
SIGNS_EVERY = 25
SIGNS = (
    "{w} 25 km² {w}", "{w} 3,5 m³.", "120 km²", "18,14 km²-{w}", "(40 cm²)", "{w} 20 °C {w}",
    "{w} 37°C.", "45° 30′ {w}", "5–10 {w}", "{w} 1990–1995 {w}", "{w} – {w}", "{w} — {w}",
    "{w}—{w}", "10 €", "€ 10", "€10 {w}", "£5.50", "{w} ¥500", "© 2020 {w}", "{w}®", "{w}™ {w}",
    "• {w}", "· {w}", "{w} · {w}", "± 5 {w}", "3 × 4", "§ 5 {w}", "§5", "½ {w}", "1½ {w}", "¼",
    "{w} ¾ {w}", "№ 7", "{w}…", "… {w}", "5 µm {w}", "10 µg/{w}", "10 Ω", "5 kΩ", "1250 Å {w}",
    "100 Å² {w}", "10 Å³ {w}", "x² + y²", "10⁻³", "H₂O", "CO₂ {w}", "{w}¹", "{w}² {w}",
    "≈ 5", "≤ 10", "≥ 3 {w}", "→ {w}", "{w} → {w}", "← {w}", "√2", "{w} ¶", "† {w}", "{w}† {w}",
    "¿{W}?", "¡{W}!", "1ª {w}", "2º {w}", "nº 5", "{w} ¬ {w}", "¢5", "{w} ₽", "100 ₽", "₹ 50",
    "95 %", "5 ‰", "″", "5′ 3″", "✓ {w}", "★ {w}", "♥ {w}", "■ {w}", "► {w}", "● {w}", "♪ {w}",
    "« {w} »", "«{w}»", "„{w}“", "„{w}”", "‚{w}‘", "“{w}”", "‘{w}’", "›{w}‹", "»{w}«", "”{w}”",
    "({w}°)", "(°{w})", "{w}¿", "α, β", "β-{w}", "{w}-β {w}", "β = 0.05", "(p < 0.05, β)",
    "├── {w}", "└── {w}", "│   ├── {w}/", "┌──────┐", "│ {w} │", "└──────┘", "╔══════╗", "║ {w} ║",
    "╚══════╝", "├┤", "┼┐", "═╗", "───── {w} ─────", "████░░ 60 %", "▓▓▒▒░░", "▶ {w}", "∆° = 5",
    "√π", "∑ xᵢ", "∫ f", "∂{w}", "(°Д°)", "Σ(°Д°;)", "(´Д｀)", "(≧∇≦)", "¯\\_(ツ)_/¯",
    "(╯°□°)╯", "ʕ•ᴥ•ʔ", "( ͡° ͜ʖ ͡°)", "(・∀・)", "(^▽^)", "ヽ(´▽`)/",
    "{w} \ufffd {w}", "{w}\ufffd{w}", "= √π", "√π {w}", "{w} ۱۲ {w}", "{w}۱۲ {w}", "({w} ۵)",
    "{w} ٣", "{w}٣ {w}", "{w} २५", "{w}५", "├┤{w}┼┐{w}",
    "π ≈ 3.14", "Δ{w}", "λ {w}", "μ {w}", "σ² {w}", "Σ {w}", "δ {w}", "({w}, θ)",
)  # fmt: skip


def curly(text: str) -> str:
    """The typographic variant of an English line with straight quotes and double hyphens."""
    out: list[str] = []
    for i, char in enumerate(text):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if char == '"':
            opens = (before.isspace() or before in "([-") and not after.isspace()
            out.append("“" if opens else "”")
        elif char == "'":
            opens = (
                (before.isspace() or before in '(["') and after.isalpha() and text.count("'") > 1
            )
            out.append("‘" if opens else "’")
        else:
            out.append(char)
    changed = "".join(out).replace("...", "…").replace(" -- ", " — ").replace("--", "—")
    return changed.replace(" - ", " – ")


def variants(text: str, number: int, language: str) -> Iterator[str]:
    """What people might also have made of the line, without the line itself."""
    if number % CAPITALS_EVERY == 0:
        yield text.upper()
    if number % TITLE_EVERY == 0:
        yield text.title()
    if language == "en" and ("'" in text or '"' in text or "-" in text):
        yield curly(text)


def signs(text: str, number: int) -> str:
    """A measure, price or the like, with a word of the line in the place of ``{w}``."""
    words = [word for word in text.split() if word.isalpha()] or ["x"]
    word = words[number % len(words)]
    return SIGNS[number // SIGNS_EVERY % len(SIGNS)].format(w=word, W=word.title())


def with_emoji(text: str, number: int, labels: list[str]) -> list[str]:
    """The line before an emoji, and the line after an emoji's label and two of that emoji."""
    mark, _, label = labels[number // EMOJI_EVERY % len(labels)].partition(" ")
    return [f"{text} {mark}", f"{label}{mark}{mark} {text}"]


def augmented(text: str, number: int, language: str, labels: list[str]) -> Iterator[str]:
    """All that is counted besides the line ``number`` of a language."""
    yield from variants(text, number, language)
    if labels and number % EMOJI_EVERY == 0:
        yield from with_emoji(text, number, labels)
    if number % SIGNS_EVERY == 0:
        yield signs(text, number)
