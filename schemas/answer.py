"""What the model fills: decisions about candidates, and pointers into the document. Nothing here is a copy of it.

A sentence is pointed at by its label ("s12"), a quotation by "q3", an undertaking by "c2". For each request the
program narrows these classes to the labels and names that exist (`summariser.pipeline.questions`).
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summariser.schemas.brief import CommitmentStatus, ContextKind

__all__ = [
    "Bound",
    "FoundCommitment",
    "FoundName",
    "FoundQuote",
    "Kind",
    "PickedFact",
    "SummaryLine",
]

Kind = Literal["person", "state", "organisation", "group", "other"]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Bound(_Answer):
    """A decision about an undertaking that the program found."""

    by: list[str] = Field(description="Names of the parties that are bound; empty where it is no commitment.")
    status: CommitmentStatus = Field(
        description="new, reaffirmed, earlier, proposed, declined, withdrawn or fulfilled."
    )


class FoundName(_Answer):
    """A party that is not among the names listed."""

    name: str = Field(description="Its fullest name, exactly as the document writes it, without title.")
    kind: Kind = Field(description="person, state, organisation, group or other.")
    role: str | None = Field(default=None, description="Title or function, in the document's words.")
    represents: str | None = Field(default=None, description="Name of the party it acts for.")


class FoundQuote(_Answer):
    """Direct speech that is not among the quotations listed."""

    at: str = Field(description="Label of the sentence it begins in.")
    first: str = Field(description="Its first three to five words, exactly.")
    last: str = Field(description="Its last three to five words, exactly.")
    speaker: str | None = Field(default=None, description="Name of the party that says it, or null.")


class FoundCommitment(_Answer):
    """A commitment that is not among the undertakings listed."""

    at: str = Field(description="Label of the sentence that carries it.")
    by: list[str] = Field(description="Names of the parties that are bound.")
    to: list[str] = Field(default_factory=list, description="Names of the parties it is owed to.")
    action: str = Field(description="What will be done, in one clause of the document's words.")
    status: CommitmentStatus
    deadline: str | None = Field(default=None, description="The document's words for by when, or null.")
    condition: str | None = Field(default=None, description="The document's words that make it depend, or null.")
    amount: str | None = Field(default=None, description="Money or quantity, in the document's words, or null.")


class PickedFact(_Answer):
    """A fact that a reader needs."""

    at: str = Field(description="Label of the sentence that states it.")
    kind: ContextKind = Field(description="event, background, figure or next_step.")


class SummaryLine(_Answer):
    """One sentence of the summary."""

    text: str = Field(description="One sentence, in your own words, true to the sentences it rests on.", max_length=400)
    at: list[str] = Field(min_length=1, description="Labels of the sentences it rests on.")
