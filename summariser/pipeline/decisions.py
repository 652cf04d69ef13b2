"""What the model decided, over all chunks of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from summariser.schemas.answer import (
        Bound,
        FoundCommitment,
        FoundName,
        FoundQuote,
        Kind,
        PickedFact,
        SummaryLine,
    )

__all__ = ["Decisions"]


@dataclass
class Decisions:
    """Answers of the model by candidate, and what it found beyond the candidates.

    Attributes:
        kinds: Kind of each name that was asked about.
        speakers: Name of the speaker by label of the quotation; None where the model cannot tell.
        bound: Decision by label of the undertaking.
        names: Parties beyond the candidates.
        quotes: Direct speech beyond the candidates.
        commitments: Commitments beyond the candidates.
        facts: Sentences a reader needs, most needed first.
        summary: Sentences of the summary.
    """

    kinds: dict[str, Kind] = field(default_factory=dict)
    speakers: dict[str, str | None] = field(default_factory=dict)
    bound: dict[str, Bound] = field(default_factory=dict)
    names: list[FoundName] = field(default_factory=list)
    quotes: list[FoundQuote] = field(default_factory=list)
    commitments: list[FoundCommitment] = field(default_factory=list)
    facts: list[PickedFact] = field(default_factory=list)
    summary: list[SummaryLine] = field(default_factory=list)

    @classmethod
    def of(cls, answers: Iterable[BaseModel]) -> Decisions:
        """Collect the answers to the turns of one conversation."""
        values: dict[str, Any] = {}
        for answer in answers:
            values |= {name: getattr(answer, name) for name in type(answer).model_fields}
        speakers = _fields(values.get("speakers"))
        return cls(
            kinds=_fields(values.get("kinds")),
            speakers={label: None if name == "unknown" else name for label, name in speakers.items()},
            bound=_fields(values.get("undertakings")),
            **{part: list(values.get(part) or []) for part in ("names", "quotes", "commitments", "facts", "summary")},
        )


def _fields(value: BaseModel | None) -> dict[str, Any]:
    """The fields of an answer about a closed list, by the label or name they stand for."""
    if value is None:
        return {}
    return {info.alias or name: getattr(value, name) for name, info in type(value).model_fields.items()}
