"""A schema of one's own: who has to do what under a contract.

Try it in this folder: summariser brief CONTRACT --schema duties:Duties --prompt ./duties --json
"""

from __future__ import annotations

from pydantic import BaseModel

from summariser.schemas.own import SentenceLabel, Verbatim


class Duty(BaseModel):
    """What a party has to do."""

    who: Verbatim  # exact words of the contract, or the entry is dropped
    what: str  # the model's own words; not grounded
    at: SentenceLabel  # comes back with the span of the sentence
    term: Verbatim | None = None  # exact words, or null


class Duties(BaseModel):
    """The duties in a contract."""

    duties: list[Duty]
    court: Verbatim | None = None
