"""The flat schema that a user of instructor would write for a brief."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

__all__ = ["FlatBrief"]


class FlatParty(BaseModel):
    """A party."""

    name: str
    kind: Literal["person", "state", "organisation", "group"]
    role: str | None = None
    aliases: list[str] = Field(default_factory=list)


class FlatCommitment(BaseModel):
    """A commitment."""

    by: list[str]
    to: list[str] = Field(default_factory=list)
    action: str
    status: Literal["new", "reaffirmed", "earlier", "proposed", "declined", "withdrawn", "fulfilled"]
    deadline: str | None = None
    condition: str | None = None
    amount: str | None = None
    evidence: str = Field(description="Words of the document, verbatim.")


class FlatFact(BaseModel):
    """A fact."""

    statement: str
    kind: Literal["event", "background", "figure", "next_step"]
    evidence: str = Field(description="Words of the document, verbatim.")


class FlatQuote(BaseModel):
    """A quote."""

    text: str = Field(description="Verbatim.")
    speaker: str | None = None


class FlatBrief(BaseModel):
    """A brief."""

    parties: list[FlatParty]
    commitments: list[FlatCommitment]
    context: list[FlatFact]
    quotes: list[FlatQuote]
