"""What the peers answer, as briefs that the scorer of the evals can read. Each gets the benefit of the doubt.

Words that are not in the document to the letter are placed where they agree best, so that a wrong copy costs a peer no
more than what it got wrong; the quote keeps the words it was given, and counts as fabricated where they are not there.
"""

from __future__ import annotations

from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, get_args

from summariser.schemas import (
    Brief,
    Commitment,
    Context,
    Coverage,
    DateRange,
    DocumentInfo,
    Party,
    PromptInfo,
    Provenance,
    Quote,
    Span,
    Usage,
)
from summariser.schemas.brief import CommitmentStatus, ContextKind, PartyKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.documents import Document

__all__ = ["Builder"]


class Builder:
    """Builds the brief of one document from loose fields.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parties: dict[str, Party] = {}
        self._ids: dict[str, str] = {}
        self._commitments: list[Commitment] = []
        self._context: list[Context] = []
        self._quotes: list[Quote] = []

    def party(self, name: Any, kind: Any, aliases: Any = (), role: Any = None, span: Span | None = None) -> str | None:
        """Add a party, or find it; None where it has no name."""
        name = str(name or "").strip()
        if not name:
            return None
        key = name.casefold()
        if key not in self._ids:
            number = f"p{len(self._parties) + 1}"
            self._parties[number] = Party(
                id=number,
                name=name,
                kind=kind if kind in get_args(PartyKind) else "organisation",
                role=str(role) if role else None,
                evidence=[span or self._place(name)],
            )
            self._ids[key] = number
        number = self._ids[key]
        party = self._parties[number]
        for alias in _texts(aliases):
            if self._ids.setdefault(alias.casefold(), number) == number and alias not in {party.name, *party.aliases}:
                party.aliases.append(alias)
        return number

    def commitment(self, fields: dict[str, Any], evidence: Any, span: Span | None = None) -> None:
        """Add a commitment: by, to, action, status, deadline, condition, amount."""
        status = fields.get("status")
        deadline = fields.get("deadline")
        self._commitments.append(
            Commitment(
                id=f"c{len(self._commitments) + 1}",
                by=self._named(fields.get("by")),
                to=self._named(fields.get("to")),
                action=str(fields.get("action") or evidence),
                status=status if status in get_args(CommitmentStatus) else "new",
                deadline=DateRange(text=str(deadline)) if deadline else None,
                condition=str(fields["condition"]) if fields.get("condition") else None,
                amount=str(fields["amount"]) if fields.get("amount") else None,
                evidence=[span or self._place(str(evidence))],
            )
        )

    def fact(self, statement: Any, kind: Any, evidence: Any, span: Span | None = None) -> None:
        """Add a fact."""
        self._context.append(
            Context(
                id=f"x{len(self._context) + 1}",
                statement=str(statement or evidence),
                kind=kind if kind in get_args(ContextKind) else "event",
                evidence=[span or self._place(str(evidence))],
            )
        )

    def quote(self, text: Any, speaker: Any, span: Span | None = None) -> None:
        """Add a quote."""
        words = str(text or "").strip(" \"“”'‘’")
        if words:
            self._quotes.append(
                Quote(
                    id=f"q{len(self._quotes) + 1}",
                    text=words,
                    speaker=next(iter(self._named(speaker)), None),
                    marked=True,
                    evidence=[span or self._place(words)],
                )
            )

    def brief(self, model: str, usage: Usage, seconds: float) -> Brief:
        """The brief of all that was added."""
        document = self._document
        return Brief(
            title=document.text[:80].split("\n")[0],
            parties=list(self._parties.values()),
            commitments=self._commitments,
            context=self._context,
            quotes=self._quotes,
            coverage=Coverage(characters=len(document.text), read=len(document.text)),
            provenance=Provenance(
                document=DocumentInfo(name=document.name, sha256=document.sha256, date=document.date),
                model=model,
                prompt=PromptInfo(name="peer", version="1", sha256=""),
                schema_sha256="",
                usage=usage,
                seconds=seconds,
                created=datetime.now(UTC),
                summariser_version="",
            ),
        )

    def fabricated(self) -> int:
        """How many quotes are not the document's words, typography aside."""
        plain = _letters(self._document.text)
        return sum(_letters(quote.text) not in plain for quote in self._quotes)

    def _named(self, names: Any) -> list[str]:
        ids = (self.party(name, "organisation") for name in _texts(names))
        return list(dict.fromkeys(number for number in ids if number))

    def _place(self, words: str) -> Span:
        text = self._document.text
        start = text.find(words)
        if start < 0 and words:
            match = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
            start = max(0, match.a - match.b)
        start = max(0, start)
        end = min(len(text), max(start + len(words), start + 1))
        return Span(start=start, end=end, text=text[start:end])


def _texts(value: Any) -> Iterable[str]:
    parts = value if isinstance(value, (list, tuple)) else str(value or "").split(";")
    return [str(part).strip() for part in parts if str(part or "").strip()]


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
