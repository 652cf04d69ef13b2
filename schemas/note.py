"""The briefing note: what several briefs become. Version 1 of its contract.

Every sentence, row and quote cites by number; every citation is an exact span of one of the sources.
"""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summariser.schemas.brief import CommitmentStatus, DateRange, PartyKind, PromptInfo, Span, Usage

__all__ = [
    "Difference",
    "DifferenceField",
    "LeftOut",
    "Note",
    "NoteCitation",
    "NoteCommitment",
    "NoteEvent",
    "NoteFact",
    "NoteLength",
    "NoteParty",
    "NoteProvenance",
    "NoteQuote",
    "NoteSentence",
    "NoteSource",
    "SourceStatus",
    "Unknown",
    "UnknownKind",
    "Wording",
]

NoteLength = Literal["short", "long"]
SourceStatus = Literal["used", "irrelevant", "duplicate", "failed"]
DifferenceField = Literal["deadline", "amount", "status", "condition", "figure", "party"]
UnknownKind = Literal["deadline", "amount", "party", "speaker", "date", "coverage", "source"]

_NEW = frozenset({"new"})
_RECYCLED = frozenset({"reaffirmed", "earlier"})


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NoteSource(_Model):
    """One of the documents, used or not; none is left out in silence."""

    id: str = Field(description="s1, s2, … from the newest to the oldest, undated ones last.")
    name: str = Field(description="File name or link.")
    title: str | None = None
    date: Date | None = Field(default=None, description="The document's own date.")
    date_source: str | None = Field(default=None, description="What a date found rests on; null where it was given.")
    outlet: str | None = Field(default=None, description="Who published it, where it says.")
    author: str | None = None
    url: str | None = None
    sha256: str | None = Field(default=None, description="Of its bytes; null where it could not be read.")
    status: SourceStatus = "used"
    reason: str | None = Field(default=None, description="Why it is not used.")
    warnings: list[str] = Field(default_factory=list, description="What was lost in reading it.")


class NoteCitation(_Model):
    """A numbered reference to an exact span of a source."""

    number: int = Field(ge=1)
    source: str = Field(description="Id of the source.")
    item: str = Field(description="Id of the item in the brief of that source, such as c2; empty for a sentence.")
    span: Span
    page: int | None = Field(default=None, description="From 1; null where the format has no pages.")
    paragraph: int | None = Field(default=None, description="From 1; null where the source's text is not at hand.")
    before: str = Field(default="", description="The rest of its sentence before the span, where the text is at hand.")
    after: str = Field(default="", description="The rest of its sentence after the span.")


class NoteSentence(_Model):
    """A sentence whose cited items bear it out."""

    text: str
    items: list[str] = Field(min_length=1, description="Ids of the note's items it rests on.")
    cites: list[int] = Field(min_length=1, description="Numbers of citations.")


class NoteParty(_Model):
    """One party, under all the names that the sources give it."""

    id: str = Field(description="p1, p2, …")
    name: str
    kind: PartyKind
    role: str | None = None
    represents: str | None = Field(default=None, description="Id of the party this one acts for.")
    aliases: list[str] = Field(default_factory=list)
    sources: list[str] = Field(min_length=1)
    cites: list[int] = Field(min_length=1, description="Its first mention in each source.")


class NoteCommitment(_Model):
    """One commitment, however many sources tell of it."""

    id: str = Field(description="c1, c2, … in the order of their deadlines, undated ones last.")
    by: list[str]
    to: list[str] = Field(default_factory=list)
    action: str
    status: CommitmentStatus
    deadline: DateRange | None = None
    overdue: bool = Field(default=False, description="Its latest day is past on the day of the note, and it is open.")
    condition: str | None = None
    amount: str | None = None
    sources: list[str] = Field(min_length=1)
    cites: list[int] = Field(min_length=1)
    proof: list[int] = Field(
        default_factory=list, description="Citations of older sources that hold it already: why it is not new."
    )


class NoteEvent(_Model):
    """A dated fact of the timeline."""

    id: str = Field(description="e1, e2, … by date.")
    date: DateRange
    text: str
    sources: list[str] = Field(min_length=1)
    cites: list[int] = Field(min_length=1)


class NoteFact(_Model):
    """A fact that readers need, dated or not."""

    id: str = Field(description="f1, f2, …")
    text: str
    kind: Literal["event", "background", "figure", "next_step"]
    sources: list[str] = Field(min_length=1)
    cites: list[int] = Field(min_length=1)


class NoteQuote(_Model):
    """Somebody's own words, cut from the source."""

    id: str = Field(description="q1, q2, …")
    text: str
    speaker: str | None = Field(default=None, description="Id of the party; null where the source names nobody.")
    marked: bool
    sources: list[str] = Field(min_length=1)
    cites: list[int] = Field(min_length=1)


class Wording(_Model):
    """What one source says where sources differ."""

    source: str
    text: str = Field(description="The source's own words.")
    latest: Date | None = Field(default=None, description="The last day they mean, where they are a deadline.")
    cites: list[int] = Field(min_length=1)


class Difference(_Model):
    """Where sources differ on one matter."""

    id: str = Field(description="d1, d2, …")
    field: DifferenceField
    about: str = Field(description="What they differ on, in a few words.")
    items: list[str] = Field(default_factory=list, description="Ids of the items concerned.")
    wordings: list[Wording] = Field(min_length=2, description="Oldest source first.")


class Unknown(_Model):
    """Something a reader would want to know and no source tells."""

    kind: UnknownKind
    text: str
    items: list[str] = Field(default_factory=list)
    cites: list[int] = Field(default_factory=list)


class LeftOut(_Model):
    """A sentence that did not get in, and why."""

    text: str
    reason: str


class NoteProvenance(_Model):
    """How the note came about."""

    model: str | None = Field(default=None, description="Null where no model wrote a sentence of it.")
    base_url: str | None = None
    prompt: PromptInfo | None = None
    usage: Usage = Field(default_factory=Usage, description="Of briefs made for this note and of its narrative.")
    cost_usd: float | None = None
    seconds: float = 0.0
    created: datetime
    summariser_version: str


class Note(_Model):
    """Several documents on one matter, in two minutes' reading, every line of it checkable."""

    schema_version: Literal["1"] = "1"
    title: str
    topic: str | None = None
    audience: str | None = Field(default=None, description='Whom it is for, such as "the Minister".')
    length: NoteLength = "short"
    as_of: Date = Field(description="The day that overdue is reckoned from.")
    bottom_line: list[NoteSentence] = Field(default_factory=list)
    parties: list[NoteParty] = Field(default_factory=list)
    commitments: list[NoteCommitment] = Field(default_factory=list)
    timeline: list[NoteEvent] = Field(default_factory=list)
    facts: list[NoteFact] = Field(default_factory=list)
    quotes: list[NoteQuote] = Field(default_factory=list)
    differences: list[Difference] = Field(default_factory=list)
    unknown: list[Unknown] = Field(default_factory=list)
    sources: list[NoteSource] = Field(default_factory=list)
    citations: list[NoteCitation] = Field(default_factory=list)
    left_out: list[LeftOut] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list, description="Loss, in words.")
    provenance: NoteProvenance

    @property
    def new(self) -> list[NoteCommitment]:
        """Commitments that no older source holds."""
        return [commitment for commitment in self.commitments if commitment.status in _NEW]

    @property
    def recycled(self) -> list[NoteCommitment]:
        """Commitments made before and told again."""
        return [commitment for commitment in self.commitments if commitment.status in _RECYCLED]

    def party(self, party_id: str | None) -> NoteParty | None:
        """The party with this id, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def source(self, source_id: str) -> NoteSource | None:
        """The source with this id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)

    def citation(self, number: int) -> NoteCitation | None:
        """The citation with this number, or None."""
        return next((citation for citation in self.citations if citation.number == number), None)
