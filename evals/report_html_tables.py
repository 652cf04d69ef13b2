"""The tables at the head of the report."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from summariser.evals.results import PARTS
from summariser.render.markup import element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from summariser.evals.comparison import Comparison, Difference, Interval
    from summariser.evals.labellers import AgreementF1
    from summariser.evals.results import Measure
    from summariser.evals.summary import RunSummary

__all__ = ["confusion_table", "difference_table", "fact_list", "field_table", "part_table", "slice_table"]


def part_table(summary: RunSummary) -> Markup:
    """Scores by part with bounds, and a bar from the naive reader to the agreement of two careful ones."""
    rows = []
    for part in PARTS:
        row = summary.parts[part]
        counts = row.measure.counts
        rows.append(
            [
                part,
                rate(row.measure.lenient.precision),
                rate(row.measure.lenient.recall),
                *_interval(row.lenient),
                *_interval(row.strict),
                f"{counts.actual:g}",
                f"{counts.possible:g}",
                f"{row.lenient.documents if row.lenient else 0}",
                _level(row.naive),
                _level(row.ceiling),
                _bar(row.lenient, row.naive, row.ceiling),
            ]
        )
    overall = [
        "mean", "", "", *_interval(summary.lenient), *_interval(summary.strict), "", "", f"{summary.documents}",
        _level(summary.naive), _level(summary.ceiling), _bar(summary.lenient, summary.naive, summary.ceiling),
    ]  # fmt: skip
    head = [
        "Part",
        "P",
        "R",
        "F1 lenient",
        "95 %",
        "F1 strict",
        "95 %",
        "found",
        "gold",
        "docs",
        "naive",
        "ceiling",
        "",
    ]
    return _table(head, [*rows, overall], class_="parts")


def _bar(found: Interval | None, naive: AgreementF1 | None, ceiling: AgreementF1 | None) -> Markup | str:
    """A scale from 0 to 1 as an SVG: interval, score, naive reader and ceiling."""
    if found is None:
        return ""
    low, high = found.low if found.low is not None else found.estimate, found.high or found.estimate
    pieces = [
        element("rect", x=0, y=6, width=100, height=4, class_="scale"),
        element("rect", x=f"{100 * low:.1f}", y=5, width=f"{100 * max(0.0, high - low):.1f}", height=6, class_="range"),
        element("rect", x=f"{100 * found.estimate - 0.75:.1f}", y=2, width="1.5", height=12, class_="score"),
    ]
    for name, level in (("naive", naive), ("ceiling", ceiling)):
        if level and level.lenient is not None:
            pieces.append(
                element("rect", x=f"{100 * level.lenient - 0.4:.1f}", y=4, width="0.8", height=8, class_=name)
            )
    words = f"{found.estimate:.3f} on a scale from 0 to 1"
    return element("svg", *pieces, viewBox="0 0 100 16", preserveAspectRatio="none", role="img", aria_label=words)


def difference_table(comparison: Comparison) -> Markup:
    """How the second run differs from the first, part by part."""
    rows = [[part, *_difference(comparison.parts[part])] for part in PARTS]
    head = [
        "Part",
        "baseline",
        "candidate",
        "difference",
        "95 %",
        "p lower",
        "Holm",
        "p either",
        "differ",
        "detectable",
    ]
    return _table(head, [*rows, ["mean", *_difference(comparison.overall)]], class_="parts")


def _difference(found: Difference) -> list[Markup | str]:
    sign = "" if not found.difference else "lost" if found.difference < 0 else "won"
    change = "–" if found.difference is None else f"{found.difference:+.3f}"
    return [
        rate(found.baseline),
        rate(found.candidate),
        element("strong", change, class_=sign or None),
        "" if found.low is None or found.high is None else f"{found.low:+.3f} … {found.high:+.3f}",
        _p(found.p_lower),
        _p(found.p_lower_holm),
        _p(found.p_two_sided),
        f"{found.differing} of {found.documents}",
        "" if found.detectable is None else f"{found.detectable:.3f}",
    ]


def field_table(summary: RunSummary) -> Markup:
    """Scores by field of matched items."""
    named = [
        *summary.fields.items(),
        ("quotes, any speaker", summary.quote_words),
        ("parties, no aliases", summary.without_aliases),
    ]
    head = ["Field", "P", "R", "F1", "F1 strict", "COR", "PAR", "INC", "SPU", "MIS"]
    return _table(head, [[name, *_measure(measure)] for name, measure in named])


def _measure(measure: Measure) -> list[str]:
    counts = measure.counts
    rates = (measure.lenient.precision, measure.lenient.recall, measure.lenient.f1, measure.strict.f1)
    return [*map(rate, rates), *(f"{n:g}" for n in (counts.cor, counts.par, counts.inc, counts.spu, counts.mis))]


def confusion_table(confusion: dict[str, dict[str, int]]) -> Markup:
    """Statuses of gold down, of the briefs across."""
    order = ("new", "reaffirmed", "earlier", "proposed", "declined", "withdrawn", "fulfilled")
    given = [status for status in order if any(status in row for row in confusion.values())]
    rows = [
        [status, *(_count(confusion[status].get(name, 0), right=name == status) for name in given)]
        for status in order
        if status in confusion
    ]
    return _table(["Gold ↓ brief →", *given], rows)


def _count(number: int, *, right: bool) -> Markup | str:
    return element("strong", f"{number}", class_="won" if right else "lost") if number else "·"


def slice_table(summary: RunSummary) -> Markup:
    """Mean F1 by genre and tag, lowest first."""
    rows = sorted(summary.slices.items(), key=lambda item: (item[1].lenient is None, item[1].lenient, item[0]))
    cells = [[name, f"{row.documents}", rate(row.lenient), rate(row.strict)] for name, row in rows]
    return _table(["Slice", "docs", "F1 lenient", "F1 strict"], cells)


def fact_list(summary: RunSummary) -> Markup:
    """Faults, abstentions, tokens and time."""
    took = summary.took
    usage = took.usage
    left = [
        f"{name} {each.rightly + each.wrongly} of {each.items} ({each.rightly} rightly)"
        for name, each in summary.left_open.items()
        if each.items
    ]
    facts = {
        "Fabricated quotes": f"{summary.fabricated}",
        "Lying spans": f"{summary.lying}",
        "Dangling references": f"{summary.dangling}",
        "Claims dropped": f"{summary.dropped}, for the source does not bear them out",
        "Left open": ", ".join(left) or "nothing",
        "Tokens": f"{usage.input_tokens:,} in ({usage.cached_input_tokens:,} cached), {usage.output_tokens:,} out",
        "Cost": "" if took.cost_usd is None else f"US${took.cost_usd:,.4f}",
        "Seconds a document": ""
        if took.seconds_median is None
        else f"median {took.seconds_median:.1f}, p90 {took.seconds_p90 or 0:.1f}",
        "Answers": f"{took.fresh} fresh, {took.replayed} replayed",
        "Looks at test": "" if summary.looks is None else f"{summary.looks}",
        "Ceiling": f"agreement of two readers on {summary.ceiling_documents} documents. {summary.ceiling_note}"
        if summary.ceiling
        else "",
    }
    rows = (element("div", element("dt", key), element("dd", value)) for key, value in facts.items() if value)
    return element("dl", *rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[Markup | str]], *, class_: str | None = None) -> Markup:
    heading = element("tr", *(element("th", name, scope="col") for name in head))
    body = (element("tr", *map(_cell, row, count())) for row in rows)
    table = element("table", element("thead", heading), element("tbody", *body), class_=class_)
    return element("div", table, class_="wide", tabindex=0)


def _cell(content: Markup | str, column: int) -> Markup:
    return element("td", content) if column else element("th", content, scope="row")


def rate(value: float | None) -> str:
    """A rate with three places, or a dash."""
    return "–" if value is None else f"{value:.3f}"


def _p(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _level(level: AgreementF1 | None) -> str:
    return rate(level.lenient) if level else ""


def _interval(found: Interval | None) -> tuple[str, str]:
    if found is None:
        return "–", ""
    bounds = "" if found.low is None or found.high is None else f"{found.low:.3f}–{found.high:.3f}"
    return f"{found.estimate:.3f}", bounds
