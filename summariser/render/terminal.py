"""A brief printed to a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

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
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import Console

    from summariser.schemas.brief import Brief, Commitment, CommitmentStatus, Context, Party, Quote, Span

__all__ = ["print_brief"]

_Item = TypeVar("_Item")

_STATUS_STYLES: dict[CommitmentStatus, str] = {
    "new": "bold green",
    "reaffirmed": "bold cyan",
    "earlier": "bold",
    "proposed": "bold yellow",
    "declined": "bold red",
    "withdrawn": "bold red",
    "fulfilled": "bold blue",
}
_INDENT = 6
# Below this, text is not indented: words would be cut into single letters.
_NARROWEST_BODY = 24


def print_brief(brief: Brief, console: Console, *, evidence: bool = True) -> None:
    """Print a brief.

    Colours are left to the console, which knows of NO_COLOR and of pipes. Text of documents and models is printed as it
    is: no markup is interpreted, and control characters appear as pictures.

    Args:
        brief: The brief.
        console: Where to print.
        evidence: Whether each item is followed by the words it rests on.
    """
    _Printer(brief, console, evidence=evidence).print()


class _Printer:
    def __init__(self, brief: Brief, console: Console, *, evidence: bool) -> None:
        self._brief = brief
        self._console = console
        self._evidence = evidence
        self._names = Names(brief)

    def print(self) -> None:
        brief = self._brief
        self._line(_text(brief.title or "Brief", "bold"))
        self._line(_text(byline(brief.provenance.document), "dim"))
        for warning in brief.coverage.warnings:
            self._line(_text(f"Warning: {warning}", "yellow"))
        self._part(
            "Summary", brief.summary, lambda s: self._line(_join([_text(s.text), _text(" ".join(s.cites), "dim")], " "))
        )
        self._part("Parties", brief.parties, self._party)
        self._part("Commitments", brief.commitments, self._commitment)
        self._part("Context", brief.context, self._context)
        self._part("Quotes", brief.quotes, self._quote)
        self._coverage()

    def _part(self, title: str, items: Sequence[_Item], show: Callable[[_Item], None]) -> None:
        self._heading(title)
        for item in items:
            show(item)
        if not items:
            self._line(_text(EMPTY, "dim"))

    def _heading(self, title: str) -> None:
        self._console.print()
        self._line(_text(title, "bold underline"))

    def _party(self, party: Party) -> None:
        facts = [party.kind, party.role, f"for {self._names.of(party.represents)}" if party.represents else None]
        self._item(party.id, _text(party.name, "bold"), _facts(facts))
        if party.aliases:
            self._body(_text(f"Also named: {', '.join(party.aliases)}"))
        self._words(party.evidence)

    def _commitment(self, commitment: Commitment) -> None:
        who = self._names.all_of(commitment.by) or NOT_NAMED
        owed_to = f" → {self._names.all_of(commitment.to)}" if commitment.to else ""
        badge = _text(label(commitment.status), _STATUS_STYLES[commitment.status])
        self._item(commitment.id, badge, _text(who + owed_to))
        self._body(_text(commitment.action, "bold"))
        terms = [
            ("By when", date_words(commitment.deadline) if commitment.deadline else None),
            ("Condition", commitment.condition),
            ("Amount", commitment.amount),
        ]
        for key, value in terms:
            if value:
                self._body(_text(f"{key}: {value}"))
        self._words(commitment.evidence)

    def _context(self, context: Context) -> None:
        self._item(context.id, _text(context.statement))
        self._body(_facts([label(context.kind), date_words(context.date) if context.date else None]))
        self._words(context.evidence)

    def _quote(self, quote: Quote) -> None:
        speaker = self._names.of(quote.speaker) if quote.speaker else NO_SPEAKER
        self._item(quote.id, _text(f"“{quote.text}”", "italic"))
        cue = f"“{quote.cue}”" if quote.cue else None
        self._body(_facts([f"— {speaker}", cue, None if quote.marked else UNMARKED]))
        if self._evidence:
            places = ", ".join(offsets(span) for span in quote.evidence)
            self._body(_text(f"characters {places}", "dim"))

    def _coverage(self) -> None:
        coverage, provenance = self._brief.coverage, self._brief.provenance
        self._heading("Coverage")
        self._line(_text(f"{coverage_line(coverage)}."))
        for chunk in coverage.chunks:
            if chunk.status != "read":
                reason = f": {chunk.reason}" if chunk.reason else ""
                style = "dim" if chunk.status == "skipped" else "red"
                self._line(_text(f"{label(chunk.status)} {chunk.start}–{chunk.end}{reason}", style))
        for dropped in coverage.dropped:
            self._line(_text(f"Dropped from {dropped.part} ({dropped.reason}): “{dropped.value}”", "dim"))
        rows = dict(provenance_rows(provenance))
        shown = [f"{key.lower()} {rows[key]}" for key in ("Model", "Prompt", "Tokens", "Time", "Cost") if key in rows]
        self._console.print()
        self._line(_text(" · ".join(shown), "dim"))

    def _words(self, spans: Iterable[Span]) -> None:
        if self._evidence:
            for span in spans:
                self._body(_text(f"“{span.text}” {offsets(span)}", "dim"))

    def _item(self, item_id: str, *parts: Text) -> None:
        """The first line of an item: its id in the margin, its text beside it."""
        margin = _text(item_id, "cyan")
        body = _join(parts, " · ")
        if margin.cell_len + 2 > _INDENT or self._room() < _NARROWEST_BODY:
            self._line(_join([margin, body], " "))
            return
        margin.pad_left(2)
        margin.pad_right(_INDENT - margin.cell_len)
        self._write(body, margin)

    def _body(self, body: Text) -> None:
        self._write(body, Text(" " * _INDENT))

    def _line(self, line: Text) -> None:
        for piece in line.wrap(self._console, self._console.width, overflow="fold"):
            piece.rstrip()
            self._console.print(piece, soft_wrap=True)

    def _write(self, body: Text, margin: Text) -> None:
        """Wrap by hand, so that no line is padded with spaces at its end."""
        if self._room() < _NARROWEST_BODY:
            self._line(body)
            return
        blank = Text(" " * _INDENT)
        for number, piece in enumerate(body.wrap(self._console, self._room(), overflow="fold")):
            piece.rstrip()
            self._console.print(_join([blank if number else margin, piece], ""), soft_wrap=True)

    def _room(self) -> int:
        return self._console.width - _INDENT


def _text(value: str, style: str = "") -> Text:
    return Text(one_line(value), style=style)


def _facts(facts: Iterable[str | None]) -> Text:
    return _text(" · ".join(fact for fact in facts if fact))


def _join(parts: Sequence[Text], separator: str) -> Text:
    return Text(separator).join(parts)
