"""The public brief: what a user gets. Version 1 of the contract."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date as Date
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

if TYPE_CHECKING:
    from summariser.documents import Document  # noqa: TC004 - the annotation of a private attribute is not evaluated

__all__ = [
    "Brief",
    "ChunkStatus",
    "Commitment",
    "CommitmentStatus",
    "Context",
    "ContextKind",
    "Coverage",
    "CoverageChunk",
    "DateRange",
    "DocumentInfo",
    "Dropped",
    "Party",
    "PartyKind",
    "PromptInfo",
    "Provenance",
    "Quote",
    "Span",
    "SummarySentence",
    "Usage",
]

PartyKind = Literal["person", "state", "organisation", "group"]
CommitmentStatus = Literal["new", "reaffirmed", "earlier", "proposed", "declined", "withdrawn", "fulfilled"]
ContextKind = Literal["event", "background", "figure", "next_step"]
ChunkStatus = Literal["read", "truncated", "failed", "skipped"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Span(_Model):
    """A stretch of the document; `document.text[start:end] == text`, always."""

    start: int = Field(ge=0, description="First character, counted from 0 in the text as read.")
    end: int = Field(ge=0, description="One past the last character.")
    text: str = Field(description="The characters between start and end, exactly.")


class DateRange(_Model):
    """The words of a date or deadline with the interval they mean."""

    text: str = Field(description="The document's own words.")
    earliest: Date | None = Field(default=None, description="First day they can mean, or null where open or unknown.")
    latest: Date | None = Field(default=None, description="Last day they can mean, or null where open or unknown.")


class SummarySentence(_Model):
    """One sentence of the summary and the items it rests on."""

    text: str = Field(description="One sentence.")
    cites: list[str] = Field(min_length=1, description="Ids of the items that carry it.")


class Party(_Model):
    """Whoever signs, promises, is promised something, speaks, negotiates, decides or is the target of an act."""

    id: str = Field(description="p1, p2, …")
    name: str = Field(description="The fullest proper name the document gives, without titles.")
    kind: PartyKind = Field(description="person, state, organisation or group.")
    role: str | None = Field(default=None, description="Title or function as the document gives it.")
    represents: str | None = Field(default=None, description="Id of the party this one acts for.")
    aliases: list[str] = Field(default_factory=list, description="Other proper names for it in this document.")
    evidence: list[Span] = Field(min_length=1, description="At least the first mention.")


class Commitment(_Model):
    """An act by which a party binds itself, or is reported to have bound itself, to do or not to do something."""

    id: str = Field(description="c1, c2, …")
    by: list[str] = Field(description="Ids of the parties that are bound.")
    to: list[str] = Field(default_factory=list, description="Ids of the parties it is owed to.")
    action: str = Field(description="What will be done, in one clause, without deadline and condition.")
    status: CommitmentStatus = Field(description="Whether it is new, restated, older, only proposed, refused or done.")
    deadline: DateRange | None = Field(default=None, description="By when.")
    condition: str | None = Field(default=None, description="Words of the document that make it depend on something.")
    amount: str | None = Field(default=None, description="Money or quantity with its unit, in the document's words.")
    evidence: list[Span] = Field(min_length=1, description="The clause that carries it.")


class Context(_Model):
    """A fact that a reader needs and that is neither a commitment nor a quote."""

    id: str = Field(description="x1, x2, …")
    statement: str = Field(description="One atomic fact in one sentence.")
    kind: ContextKind = Field(description="event, background, figure or next_step.")
    date: DateRange | None = Field(default=None, description="When, where the document says.")
    evidence: list[Span] = Field(min_length=1, description="The sentence or clause it rests on.")


class Quote(_Model):
    """Somebody's own words, cut from the document by the program."""

    id: str = Field(description="q1, q2, …")
    text: str = Field(description="The spans of the evidence, joined by a space where there are several.")
    speaker: str | None = Field(default=None, description="Id of the party that says it.")
    cue: str | None = Field(default=None, description="The words that attribute it.")
    marked: bool = Field(description="True inside quotation marks, false for direct speech printed without them.")
    evidence: list[Span] = Field(min_length=1, description="One span, or several where the attribution interrupts.")


class CoverageChunk(_Model):
    """What happened to one part of the document."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    status: ChunkStatus = Field(description="read, truncated, failed or skipped.")
    reason: str | None = Field(default=None, description="Why it was not read whole.")


class Dropped(_Model):
    """Something the model gave that the source does not bear out."""

    part: str = Field(description="parties, commitments, context, quotes or summary.")
    reason: str = Field(description="Why it was left out.")
    value: str = Field(description="What was left out.")


class Coverage(_Model):
    """The ledger: every character of the document is in exactly one chunk."""

    characters: int = Field(ge=0, description="Length of the document as read.")
    read: int = Field(ge=0, description="Characters put before the model or read by rule.")
    chunks: list[CoverageChunk] = Field(default_factory=list)
    dropped: list[Dropped] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list, description="Loss, in words.")

    @property
    def lossless(self) -> bool:
        """True when no chunk failed or was truncated."""
        return all(chunk.status in ("read", "skipped") for chunk in self.chunks)


class DocumentInfo(_Model):
    """Which document, exactly."""

    name: str
    sha256: str = Field(description="Of the bytes as read.")
    media_type: str = "text/plain"
    date: Date | None = Field(default=None, description="The document's own date.")
    encoding: str = Field(default="utf-8", description="How the bytes were decoded.")
    date_source: str | None = Field(default=None, description="What a date that was found rests on.")
    author: str | None = Field(default=None, description="Who wrote it, as its metadata say.")
    outlet: str | None = Field(default=None, description="Who published it, as its metadata say.")
    url: str | None = Field(default=None, description="Where it was fetched from or says it belongs.")
    pages: list[int] = Field(default_factory=list, description="Where each page starts; empty without pages.")

    def page_of(self, offset: int) -> int | None:
        """The number of the page, from 1, that a character of the text lies on; None where there are no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None


class PromptInfo(_Model):
    """Which prompt, exactly."""

    name: str
    version: str
    sha256: str


class Usage(_Model):
    """Tokens and calls, failed attempts included."""

    input_tokens: int = 0
    cached_input_tokens: int = 0
    output_tokens: int = 0
    calls: int = Field(default=0, description="Requests that reached the model.")
    retries: int = Field(default=0, description="Of these, repeats after a fault or an invalid answer.")

    def __add__(self, other: Usage) -> Usage:
        """Sum of both."""
        return Usage(**{name: getattr(self, name) + getattr(other, name) for name in Usage.model_fields})


class Provenance(_Model):
    """How the brief came about."""

    document: DocumentInfo
    model: str
    base_url: str | None = Field(default=None, description="Null for the local model.")
    mode: str | None = Field(default=None, description="Structured-output mode in use at the end.")
    prompt: PromptInfo
    schema_sha256: str
    usage: Usage = Field(default_factory=Usage)
    cost_usd: float | None = Field(default=None, description="In US dollars; null where the price is unknown.")
    seconds: float = Field(default=0.0, description="Wall time.")
    created: datetime
    summariser_version: str


class Brief(_Model):
    """A document as parties, commitments, context and quotes, each resting on exact spans of it."""

    schema_version: Literal["1"] = "1"
    title: str = Field(description="The headline, or the first words of the document.")
    summary: list[SummarySentence] = Field(default_factory=list, description="One to four sentences.")
    parties: list[Party] = Field(default_factory=list)
    commitments: list[Commitment] = Field(default_factory=list)
    context: list[Context] = Field(default_factory=list)
    quotes: list[Quote] = Field(default_factory=list)
    coverage: Coverage
    provenance: Provenance

    _document: Document | None = PrivateAttr(default=None)

    def attach(self, document: Document) -> Brief:
        """Give a brief loaded from JSON its source again, for `to_html`.

        Raises:
            ValueError: The document is not the one the brief was made of.
        """
        if document.sha256 != self.provenance.document.sha256:
            msg = f"{document.name} is not the document of this brief (SHA-256 differs)"
            raise ValueError(msg)
        self._document = document
        return self

    @property
    def document(self) -> Document | None:
        """The document it was made of, where that is attached."""
        return self._document

    def party(self, party_id: str | None) -> Party | None:
        """The party with this id, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def to_markdown(self) -> str:
        """The brief as Markdown, evidence under each item."""
        from summariser.render.markdown import render_markdown

        return render_markdown(self)

    def to_html(self) -> str:
        """The brief as one self-contained HTML page; source beside it where the document is attached."""
        from summariser.render.html import render_html

        return render_html(self, self._document)

    def _repr_html_(self) -> str:
        """Shown by notebooks."""
        from summariser.render.notebook import render_notebook

        return render_notebook(self)
