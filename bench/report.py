"""The quality score as Markdown."""

from __future__ import annotations

from typing import Any

from bench.sections import TABLES

WORST = 12
"""Languages and channels listed in the Markdown; the JSON has all."""


def markdown(result: dict[str, Any]) -> str:
    """All tables of a run."""
    limit = "all" if result["limit"] is None else result["limit"]
    parts = [
        "# Quality",
        f"Corpus: {result['corpus']}; limit {limit}; seed {result['seed']}; {result['seconds']} s.",
        _summary(result),
        _clean(result),
    ]
    parts += [_section(name, table, list(result["engines"])) for name, table in _tables(result)]
    parts.append(_spans(result["spans"]))
    parts += [_calibration(result["calibration"]), _guarantees(result["guarantees"])]
    parts.append(_false_changes(result["false changes"].get("mojifix", [])))
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(result: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    order = list(TABLES)
    return sorted(result["sections"].items(), key=lambda item: order.index(item[0]))


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table, first column to the left, the others to the right."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [header, rule, *rows])


def percent(right: int, n: int) -> str:
    """``right`` of ``n``, rounded down, so that 100 % means all."""
    return "-" if not n else f"{int(10000 * right / n) / 100:.2f}"


def _summary(result: dict[str, Any]) -> str:
    engines = list(result["engines"])
    rows = []
    for name, section in _tables(result):
        first = next(iter(section.values()), None)
        if first is None or not first["all"]["n"]:
            continue
        cells = [percent(section[e]["all"]["right"], section[e]["all"]["n"]) for e in engines]
        rows.append([name, str(first["all"]["n"]), *cells, _worst(section), TABLES[name].bar])
    header = ["section", "cases", *(f"{e} right %" for e in engines), "worst channel", "bar"]
    return "## Summary\n\n" + table(header, rows)


def _worst(section: dict[str, Any]) -> str:
    channels = section.get("mojifix", {}).get("channels", {})
    if not channels:
        return "-"
    name, count = min(channels.items(), key=lambda item: item[1]["rate"])
    return f"{percent(count['right'], count['n'])} ({name})"


def _clean(result: dict[str, Any]) -> str:
    rows = []
    for name, section in _tables(result):
        if not TABLES[name].leave_alone:
            continue
        for engine, data in section.items():
            if not data["all"]["n"]:
                continue
            for form, count in data["channels"].items() if name == "clean" else ():
                rows.append([engine, form, *_false_rates(count)])
            rows.append([engine, f"{name}: all", *_false_rates(data["all"])])
    if not rows:
        return ""
    header = ["engine", "form", "texts", "changed", "per 100,000", "per million characters"]
    return "## False changes\n\n" + table(header, rows)


def _false_rates(count: dict[str, Any]) -> list[str]:
    n, wrong, characters = count["n"], count["n"] - count["right"], count["characters"]
    per_text = f"{1e5 * wrong / n:.1f}" if n else "-"
    per_million = f"{1e6 * wrong / characters:.2f}" if characters else "-"
    return [str(n), str(wrong), per_text, per_million]


def _section(name: str, section: dict[str, Any], engines: list[str]) -> str:
    if not engines or TABLES[name].leave_alone or not section[engines[0]]["all"]["n"]:
        return ""
    lead = "mojifix" if "mojifix" in section else engines[0]
    parts = [f"## {TABLES[name].title} ({name})"]
    channels = section[lead]["channels"]
    order = sorted(channels, key=lambda c: channels[c]["rate"]) if len(channels) > 40 else channels
    parts.append(
        _axis("channel", list(order)[:40], "channels", section, engines=engines, lead=lead)
    )
    if len(channels) > 1:
        asked = [e for e in engines if section[e]["all"]["n"]]
        means = [f"{e} {_mean_of_channels(section[e]):.2f}" for e in asked]
        parts.append(f"Mean of the {len(channels)} channels, %: {', '.join(means)}.")
    languages = section[lead]["languages"]
    worst = sorted(languages, key=lambda k: (languages[k]["rate"], k))[:WORST]
    if len(languages) > 1:
        parts.append(
            _axis("language (worst)", worst, "languages", section, engines=engines, lead=lead)
        )
    return "\n\n".join(parts)


def _mean_of_channels(data: dict[str, Any]) -> float:
    rates = [count["rate"] for count in data["channels"].values()]
    return 100 * float(sum(rates)) / max(1, len(rates))


def _axis(
    title: str,
    keys: list[str],
    axis: str,
    section: dict[str, Any],
    *,
    engines: list[str],
    lead: str,
) -> str:
    rows = []
    for key in keys:
        counts = {e: section[e][axis].get(key, {"n": 0, "right": 0}) for e in engines}
        mine = counts[lead]
        rows.append(
            [
                key.replace("|", "\\|"),
                str(mine["n"]),
                *(percent(counts[e]["right"], counts[e]["n"]) for e in engines),
                *(str(mine[o]) for o in ("missed", "partial", "wrong")),
            ]
        )
    header = [title, "cases", *(f"{e} %" for e in engines)]
    return table([*header, *(f"{lead}: {o}" for o in ("missed", "partial", "wrong"))], rows)


def _spans(scores: dict[str, dict[str, Any]]) -> str:
    if not scores:
        return ""
    rows = [
        [
            name,
            str(score["damaged"]),
            *(f"{100 * score[k]:.3f}" for k in ("precision", "precision, ASCII counted", "recall")),
        ]
        for name, score in scores.items()
    ]
    header = ["spans of", "damaged", "precision %", "ASCII counted %", "recall %"]
    return (
        "## Spans, per code point (bar for detect: precision >= 99.9 %, recall >= 99.5 %)\n\n"
        + table(header, rows)
    )


def _calibration(data: dict[str, Any]) -> str:
    if not data["spans"]:
        return ""
    rows = [
        [
            f"{b['from']:g} to {b['to']:g}",
            str(b["n"]),
            f"{b['confidence']:.4f}",
            f"{b['right']:.4f}",
        ]
        for b in data["bins"]
    ]
    head = (
        f"## Calibration\n\nExpected calibration error {data['expected calibration error']:.4f} "
        f"over {data['spans']} spans (bar: <= 0.04)."
    )
    parts = [head, table(["confidence", "spans", "mean confidence", "right"], rows)]
    by_section = [
        [name, str(of["spans"]), f"{of['expected calibration error']:.4f}"]
        for name, of in data["sections"].items()
    ]
    parts.append(table(["spans of", "spans", "expected calibration error"], by_section))
    return "\n\n".join(parts)


def _guarantees(data: dict[str, Any]) -> str:
    if not data["checked"]:
        return ""
    broken = ", ".join(f"{k}: {v}" for k, v in sorted(data["broken"].items())) or "none"
    return f"## Guarantees\n\nBroken in {data['checked']} texts: {broken}."


def _false_changes(changes: list[dict[str, Any]]) -> str:
    if not changes:
        return ""
    lines = []
    for change in changes[:50]:
        spans = "; ".join(
            f"`{change['text'][s['start'] : s['end']]!r}` to `{s['text']!r}` by {s['chain']}"
            f" ({s['confidence']:.3f})"
            for s in change["spans"]
        )
        lines.append(f"- {change['section']}, {change['form']}, {change['lang']}: {spans}")
    return f"## False changes of mojifix ({len(changes)}; at most 50 here)\n\n" + "\n".join(lines)
