"""A brief as a compact HTML fragment for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.labels import (
    EMPTY,
    NO_SPEAKER,
    NOT_NAMED,
    UNMARKED,
    Names,
    byline,
    coverage_line,
    date_words,
    label,
    offsets,
)
from summariser.render.markup import element, join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from summariser.schemas.brief import Brief, Commitment, Context, Party, Quote, Span

__all__ = ["render_notebook"]

# Style attributes, because notebooks strip style elements; no colours of our own, so that it fits every theme.
_BOX = "max-width:56rem;line-height:1.5;overflow-wrap:anywhere"
_QUIET = "opacity:.75;font-size:.9em"
_LIST = "margin:.25em 0;padding-left:1.25em"
_BADGE = "border:1px solid currentColor;border-radius:1em;padding:0 .5em;font-size:.85em"
_WARNING = "border-left:3px solid currentColor;padding-left:.75em;margin:.5em 0"
# Keeps MathJax from reading dollar signs of the document as formulas.
_NO_MATH = "tex2jax_ignore mathjax_ignore"


def render_notebook(brief: Brief) -> str:
    """Render a brief as an HTML fragment: no script, no style element, everything escaped.

    Args:
        brief: The brief; its document is not needed.

    Returns:
        One div element.
    """
    names = Names(brief)
    return element(
        "div",
        element(
            "div", element("strong", brief.title or "Brief"), " ", _quiet(byline(brief.provenance.document)), dir="auto"
        ),
        *(element("div", warning, style=_WARNING, dir="auto") for warning in brief.coverage.warnings),
        *(element("div", s.text, " ", _quiet(f"[{', '.join(s.cites)}]"), dir="auto") for s in brief.summary),
        _part("Parties", (_party(party, names) for party in brief.parties), len(brief.parties)),
        _part("Commitments", (_commitment(c, names) for c in brief.commitments), len(brief.commitments), is_open=True),
        _part("Context", map(_context, brief.context), len(brief.context)),
        _part("Quotes", (_quote(quote, names) for quote in brief.quotes), len(brief.quotes), is_open=True),
        element("div", coverage_line(brief.coverage), style=_QUIET),
        class_=_NO_MATH,
        style=_BOX,
    )


def _part(title: str, items: Iterable[Markup], count: int, *, is_open: bool = False) -> Markup:
    content = element("ul", join(items), style=_LIST) if count else element("div", EMPTY, style=_QUIET)
    summary = element("summary", element("strong", title), f" {count}", style="cursor:pointer")
    return element("details", summary, content, open=is_open)


def _item(item_id: str, *parts: str | None, spans: list[Span]) -> Markup:
    evidence = (element("div", f"“{span.text}” {offsets(span)}", style=_QUIET, dir="auto") for span in spans)
    return element("li", element("code", item_id), " ", *parts, *evidence, dir="auto")


def _party(party: Party, names: Names) -> Markup:
    facts = [party.kind, party.role, f"for {names.of(party.represents)}" if party.represents else None]
    also = f"also named {', '.join(party.aliases)}" if party.aliases else None
    return _item(party.id, element("strong", party.name), " ", _facts([*facts, also]), spans=party.evidence)


def _commitment(commitment: Commitment, names: Names) -> Markup:
    owed_to = f" → {names.all_of(commitment.to)}" if commitment.to else ""
    terms = [
        f"by when: {date_words(commitment.deadline)}" if commitment.deadline else None,
        f"condition: {commitment.condition}" if commitment.condition else None,
        f"amount: {commitment.amount}" if commitment.amount else None,
    ]
    return _item(
        commitment.id,
        element("span", label(commitment.status), style=_BADGE),
        " ",
        element("strong", (names.all_of(commitment.by) or NOT_NAMED) + owed_to),
        f": {commitment.action}",
        element("div", _facts(terms)) if any(terms) else None,
        spans=commitment.evidence,
    )


def _context(context: Context) -> Markup:
    facts = [label(context.kind), date_words(context.date) if context.date else None]
    return _item(context.id, context.statement, " ", _facts(facts), spans=context.evidence)


def _quote(quote: Quote, names: Names) -> Markup:
    speaker = names.of(quote.speaker) if quote.speaker else NO_SPEAKER
    facts = [speaker, f"“{quote.cue}”" if quote.cue else None, None if quote.marked else UNMARKED]
    places = ", ".join(offsets(span) for span in quote.evidence)
    return _item(quote.id, f"“{quote.text}”", element("div", _facts([*facts, places])), spans=[])


def _facts(facts: Iterable[str | None]) -> Markup:
    return _quiet(" · ".join(fact for fact in facts if fact))


def _quiet(value: str) -> Markup:
    return element("span", value, style=_QUIET)
