"""What scoring gives: every pair with its reason, counts that can be summed and swapped, and rates."""

from __future__ import annotations

from collections.abc import Iterable  # noqa: TC003 - pydantic resolves the annotations of this module
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, computed_field

__all__ = [
    "PARTS",
    "Category",
    "Counts",
    "DocumentScore",
    "Failure",
    "FieldOutcome",
    "Measure",
    "Pair",
    "Part",
    "Rates",
    "Scores",
    "Summary",
    "Tally",
]

Part = Literal["parties", "commitments", "context", "quotes"]
PARTS: tuple[Part, ...] = get_args(Part)


class Category(StrEnum):
    """The categories of MUC-5: correct, partial, incorrect, spurious (not in gold), missing (not in the brief)."""

    COR = "COR"
    PAR = "PAR"
    INC = "INC"
    SPU = "SPU"
    MIS = "MIS"


class Tally(NamedTuple):
    """What a micro-averaged F1 is made of: sums over documents, F1 = 2 · credit / (actual + possible)."""

    credit: float
    actual: float
    possible: float

    @property
    def f1(self) -> float | None:
        """0 to 1, or None where gold and brief are both empty."""
        whole = self.actual + self.possible
        return 2 * self.credit / whole if whole else None


@dataclass(frozen=True, slots=True)
class Counts:
    """Outcomes by category. Whole numbers for one run; means over epochs need not be."""

    cor: float = 0
    par: float = 0
    inc: float = 0
    spu: float = 0
    mis: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.cor + other.cor,
            self.par + other.par,
            self.inc + other.inc,
            self.spu + other.spu,
            self.mis + other.mis,
        )

    @classmethod
    def of(cls, categories: Iterable[Category]) -> Counts:
        """Count categories."""
        found = [category.value for category in categories]
        return cls(*(found.count(name) for name in ("COR", "PAR", "INC", "SPU", "MIS")))

    @property
    def actual(self) -> float:
        """Items of the brief that count (ACT)."""
        return self.cor + self.par + self.inc + self.spu

    @property
    def possible(self) -> float:
        """Items of gold that count (POS)."""
        return self.cor + self.par + self.inc + self.mis

    def tally(self, *, strict: bool) -> Tally:
        """Credit over both denominators: strict counts COR alone, lenient gives PAR one half."""
        return Tally(self.cor if strict else self.cor + self.par / 2, self.actual, self.possible)


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class Rates(_Result):
    """Precision, recall and F1, 0 to 1; None where the denominator is zero."""

    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, tally: Tally) -> Rates:
        """The rates of a tally."""
        credit, actual, possible = tally
        return cls(
            precision=credit / actual if actual else None,
            recall=credit / possible if possible else None,
            f1=tally.f1,
        )


class Measure(_Result):
    """Counts with the rates they give."""

    counts: Counts
    strict: Rates
    lenient: Rates

    @classmethod
    def of(cls, counts: Counts) -> Measure:
        """The rates of counts."""
        return cls(
            counts=counts,
            strict=Rates.of(counts.tally(strict=True)),
            lenient=Rates.of(counts.tally(strict=False)),
        )


class FieldOutcome(_Result):
    """One value of a matched pair, or one member of a set of references."""

    field: str = Field(description="Name of the field in the brief.")
    category: Category
    gold: str | None = Field(default=None, description="Gold value as text; a party is given by its gold id.")
    predicted: str | None = Field(default=None, description="Predicted value as text; a party by its id in the brief.")
    reason: str = Field(default="", description="Why, where the values do not tell.")


class Pair(_Result):
    """A gold item and the prediction that stands for it, or one of them alone."""

    part: Part
    gold: str | None = Field(default=None, description="Id in gold, or null for a spurious prediction.")
    predicted: str | None = Field(default=None, description="Id in the brief, or null for a miss.")
    category: Category
    counted: bool = Field(default=True, description="False where the pair is neutral: it enters no denominator.")
    similarity: float | None = Field(default=None, description="Of the pair, or with `near`; 0 to 1.")
    near: str | None = Field(default=None, description="Of an item left alone: the closest id on the other side.")
    reason: str = Field(description="Why it matched or did not, one sentence.")
    fields: tuple[FieldOutcome, ...] = ()

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know decorated properties
    @property
    def credit(self) -> float:
        """1 for COR, ½ for PAR, else 0: what the lenient score gives. The strict score gives 1 for COR alone."""
        if not self.counted:
            return 0.0
        return {Category.COR: 1.0, Category.PAR: 0.5}.get(self.category, 0.0)


class Failure(_Result):
    """Stands where a document has no brief."""

    error: str = Field(description="What went wrong, one line.")


class DocumentScore(_Result):
    """How the brief of one document compares with its gold."""

    document: str
    genre: str
    tags: tuple[str, ...]
    failed: str | None = Field(default=None, description="Why there is no brief; all gold then counts as missing.")
    pairs: tuple[Pair, ...] = Field(description="Every item of gold and brief, once.")
    counts: dict[Part, Counts]
    without_aliases: Counts = Field(description="Parties, where only gold's own name is accepted.")
    quote_words: Counts = Field(description="Quotes, whoever is named as the speaker.")
    fields: dict[str, Counts] = Field(description="Of counted matched pairs, by `part.field`.")
    status_confusion: dict[str, dict[str, int]] = Field(description="Gold status to predicted status to number.")
    fabricated: tuple[str, ...] = Field(default=(), description="Ids of quotes whose text is not the source's.")
    lying: tuple[str, ...] = Field(default=(), description="Spans that differ from the source, as `id.number`.")
    dangling: tuple[str, ...] = Field(default=(), description="References to no party of the brief, as `id.field`.")


class Summary(_Result):
    """Counts summed over documents, with rates."""

    documents: int
    failed: int
    parts: dict[Part, Measure]
    strict: float | None = Field(description="Unweighted mean of the strict F1 of the parts that hold anything.")
    lenient: float | None = Field(description="Unweighted mean of the lenient F1 of the parts that hold anything.")
    without_aliases: Measure
    quote_words: Measure
    fields: dict[str, Measure]
    status_confusion: dict[str, dict[str, int]]
    fabricated: int
    lying: int
    dangling: int


class Scores(_Result):
    """The scores of one run over a data set."""

    scorer_version: str
    documents: tuple[DocumentScore, ...] = Field(description="In the order of the data set.")
    total: Summary
    slices: dict[str, Summary] = Field(description="By `genre:…` and `tag:…`.")
