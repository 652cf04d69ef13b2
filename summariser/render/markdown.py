"""A brief as Markdown that reads the same in every dialect: no raw HTML, no footnotes, no reference links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.render.evidence import number_evidence
from summariser.render.inert import one_line
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
    provenance_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.schemas.brief import Brief, Commitment, Context, Party, Quote, Span

__all__ = ["escape_markdown", "render_markdown"]

# Backslash escapes for these work in every dialect; for <, > and & only entities do.
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|~$^]")
# What would begin a list, a heading's underline or a definition at the start of a line.
_LEADING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")


def render_markdown(brief: Brief) -> str:
    """Render a brief as Markdown.

    Commitments are a table; each item has its evidence beneath it, numbered in the order of the source and with its
    place in characters. Text of documents and models is escaped, so that it can neither break the structure nor become
    HTML.

    Args:
        brief: The brief; its document is not needed.

    Returns:
        Markdown with one line break at its end.
    """
    writer = _Writer(brief)
    blocks = [
        f"# {escape_markdown(brief.title) or 'Brief'}",
        escape_markdown(byline(brief.provenance.document)),
        *(f"> **Warning:** {escape_markdown(warning)}" for warning in brief.coverage.warnings),
        "## Summary",
        " ".join(writer.sentence(s.text, s.cites) for s in brief.summary) or EMPTY,
        "## Parties",
        "\n".join(writer.party(party) for party in brief.parties) or EMPTY,
        "## Commitments",
        *(writer.commitments(brief.commitments) if brief.commitments else [EMPTY]),
        "## Context",
        "\n".join(writer.context(context) for context in brief.context) or EMPTY,
        "## Quotes",
        *([writer.quote(quote) for quote in brief.quotes] or [EMPTY]),
        "## Coverage",
        *_coverage(brief),
        "## How this brief was made",
        "\n".join(f"- {key}: {escape_markdown(value)}" for key, value in provenance_rows(brief.provenance)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def escape_markdown(text: str) -> str:
    """Any text as one line of Markdown that reads as the text.

    Args:
        text: Any text; line breaks become spaces, control characters their pictures.

    Returns:
        Safe in a paragraph, list item, heading, block quote and table cell, at the start of a line too.
    """
    entities = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", entities))


class _Writer:
    """Writes the items of one brief."""

    def __init__(self, brief: Brief) -> None:
        self._names = Names(brief)
        self._numbers = number_evidence(brief)

    def sentence(self, text: str, cites: list[str]) -> str:
        return f"{escape_markdown(text)} {self._bracket(', '.join(cites))}"

    def party(self, party: Party) -> str:
        facts: list[str] = [party.kind]
        if party.role:
            facts.append(party.role)
        if party.represents:
            facts.append(f"for {self._names.of(party.represents)}")
        also = f"; also named {', '.join(party.aliases)}" if party.aliases else ""
        name = escape_markdown(party.name) or escape_markdown(party.id)
        head = f"- **{name}** {self._bracket(party.id)} {escape_markdown(', '.join(facts) + also)}"
        return "\n".join([head, *self._evidence(party.evidence)])

    def commitments(self, commitments: list[Commitment]) -> Iterator[str]:
        rows = [self._row(commitment) for commitment in commitments]
        columns = [key for key in rows[0] if any(row[key] for row in rows)]
        yield "\n".join(
            [
                _table_line(columns),
                _table_line(["---"] * len(columns)),
                *(_table_line([row[key] for key in columns]) for row in rows),
            ]
        )
        yield "Evidence:"
        yield "\n".join(
            f"- {self._mark(span)} {escape_markdown(commitment.id)}: {self._words(span)}"
            for commitment in commitments
            for span in commitment.evidence
        )

    def _row(self, commitment: Commitment) -> dict[str, str]:
        """Cells by heading; a column without any entry is left out of the table."""
        plain = {
            "Id": commitment.id,
            "Who": self._names.all_of(commitment.by) or NOT_NAMED,
            "To whom": self._names.all_of(commitment.to),
            "What": commitment.action,
            "By when": date_words(commitment.deadline) if commitment.deadline else "",
            "Status": label(commitment.status),
            "Condition": commitment.condition or "",
            "Amount": commitment.amount or "",
        }
        marks = " ".join(self._mark(span) for span in commitment.evidence)
        return {key: escape_markdown(value) for key, value in plain.items()} | {"Evidence": marks}

    def context(self, context: Context) -> str:
        when = f", {date_words(context.date)}" if context.date else ""
        head = f"- {escape_markdown(context.statement)} {self._bracket(context.id)} {label(context.kind)}"
        return "\n".join([head + escape_markdown(when), *self._evidence(context.evidence)])

    def quote(self, quote: Quote) -> str:
        speaker = escape_markdown(self._names.of(quote.speaker)) if quote.speaker else NO_SPEAKER
        facts = [speaker]
        if quote.cue:
            facts.append(f"“{escape_markdown(quote.cue)}”")
        if not quote.marked:
            facts.append(UNMARKED)
        places = ", ".join(f"{self._mark(span)} characters {offsets(span)}" for span in quote.evidence)
        lines = [
            f"> “{escape_markdown(quote.text)}”",
            ">",
            f"> — {', '.join(facts)} {self._bracket(quote.id)}, {places}",
        ]
        return "\n".join(lines)

    def _evidence(self, spans: list[Span]) -> list[str]:
        return [f"  - {self._mark(span)} {self._words(span)}" for span in spans]

    def _mark(self, span: Span) -> str:
        return f"[{self._numbers[span.start, span.end]}]"

    def _words(self, span: Span) -> str:
        return f"“{escape_markdown(span.text)}” (characters {offsets(span)})"

    def _bracket(self, text: str) -> str:
        """In brackets, which are no link: nothing in the output defines one, and the text inside is escaped."""
        return f"[{escape_markdown(text)}]"


def _table_line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _coverage(brief: Brief) -> Iterator[str]:
    coverage = brief.coverage
    yield f"{coverage_line(coverage)}."
    unread = [
        f"- {label(chunk.status)}: characters {chunk.start}–{chunk.end}"
        + (f" ({escape_markdown(chunk.reason)})" if chunk.reason else "")
        for chunk in coverage.chunks
        if chunk.status != "read"
    ]
    dropped = [
        f"- Dropped from {escape_markdown(item.part)}: “{escape_markdown(item.value)}” ({escape_markdown(item.reason)})"
        for item in coverage.dropped
    ]
    yield "\n".join(unread + dropped)
