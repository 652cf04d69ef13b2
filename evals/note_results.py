"""What scoring a note gives: counts that can be summed over sets, rates with bounds, and what became of each label."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.results import Tally

__all__ = [
    "MEASURES",
    "DifferenceOutcome",
    "EntityOutcome",
    "Measure",
    "Measured",
    "NoteScore",
    "NoteScores",
    "RowOutcome",
]

Measure = Literal[
    "commitments_found",
    "commitments_merged",
    "commitments_linked",
    "status",
    "status_best",
    "deadline",
    "entities_found",
    "entities_merged",
    "entities_linked",
    "entity_names",
    "differences",
    "difference_sources",
    "irrelevant",
]
MEASURES: tuple[Measure, ...] = get_args(Measure)


class _Result(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RowOutcome(_Result):
    """What became of one commitment of gold."""

    gold: str = Field(description="Id in gold.")
    required: bool
    rows: list[str] = Field(description="Ids of the rows that hold a telling of it; the one it is judged by first.")
    tellings: int = Field(description="Documents on the matter that tell of it.")
    found: int = Field(description="Of these, those that a row cites.")
    status: str = Field(description="Status by gold.")
    noted: str | None = Field(default=None, description="Status of the row it is judged by.")
    status_right: bool | None = None
    deadline: str | None = Field(default=None, description="Latest day by gold.")
    noted_deadline: str | None = None


class EntityOutcome(_Result):
    """What became of one entity of gold."""

    gold: str
    required: bool
    parties: list[str] = Field(description="Ids of the parties under which its names are found, most names first.")
    mentions: int
    found: int


class DifferenceOutcome(_Result):
    """A difference of gold, of the note, or both."""

    gold: str | None
    noted: str | None
    field: str
    required: bool = True


class NoteScore(_Result):
    """How the note of one set compares with its gold."""

    name: str = Field(description="Of the set.")
    split: Literal["dev", "test"]
    failed: str | None = Field(default=None, description="Why there is no note; all gold then counts as missing.")
    documents_failed: list[str] = Field(default_factory=list, description="Documents that the note could not use.")
    counts: dict[Measure, list[Tally]] = Field(description="One pair of credit and denominators, or two for B-cubed.")
    status_confusion: dict[str, dict[str, int]] = Field(description="Gold status to noted status to number.")
    rows: list[RowOutcome]
    extra_rows: list[str] = Field(default_factory=list, description="Rows of the note that tell of nothing in gold.")
    entities: list[EntityOutcome]
    extra_parties: list[str] = Field(default_factory=list)
    differences: list[DifferenceOutcome]
    faults: list[str] = Field(default_factory=list, description="Broken promises of a note, such as a dead citation.")


class Measured(_Result):
    """One measure over all sets."""

    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None = Field(default=None, description="Lower 95 % bound of F1; null with fewer than three sets.")
    high: float | None = None
    sets: int = Field(description="Sets that hold anything of it.")
    found: float = Field(description="What the note has.")
    gold: float = Field(description="What gold has.")


class NoteScores(_Result):
    """The scores of a run over sets."""

    scorer_version: str
    sets: list[NoteScore]
    measures: dict[Measure, Measured | None] = Field(description="Null where no set holds anything of it.")
    status_confusion: dict[str, dict[str, int]]
    faults: int
