"""Building blocks for schemas of your own, and what comes back.

```python
from pydantic import BaseModel
from summariser.schemas.own import SentenceLabel, Verbatim

class Obligation(BaseModel):
    party: Verbatim                 # words of the document; cut from it, or the entry is dropped
    duty: str                       # the model's own words; not grounded
    at: SentenceLabel               # "s12": becomes the span of that sentence

class Obligations(BaseModel):
    obligations: list[Obligation]
```
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from summariser.schemas.brief import Coverage, Provenance, Span

__all__ = ["Extraction", "Pointer", "ScoredAs", "Scoring", "SentenceLabel", "Verbatim", "VerbatimWords"]

T = TypeVar("T", bound=BaseModel)


class VerbatimWords:
    """Marks a string that claims to be the document's own words."""


class Pointer:
    """Marks a string that is the label of a sentence."""


Scoring = Literal["exact", "text", "span", "number", "date"]
"""Exact: the same value. Text: like words. Span: the same place in the document. Number: the same number and like
words around it. Date: the same day."""


@dataclass(frozen=True)
class ScoredAs:
    """Marks how evals judge a field, as in `what: Annotated[str, ScoredAs("text")]`.

    Where there is no mark, verbatim words and sentence labels are judged as spans, other strings as text, numbers as
    numbers, dates as dates, and all else as exact values.

    Attributes:
        how: The way.
    """

    how: Scoring


Verbatim = Annotated[str, VerbatimWords(), Field(description="Exact words of the document.")]
SentenceLabel = Annotated[str, Pointer(), Field(pattern=r"^s\d+$", description="Label of a sentence, such as s12.")]


class Extraction(BaseModel, Generic[T]):
    """A schema of your own, filled from a document and grounded in it."""

    model_config = ConfigDict(extra="forbid")

    data: T = Field(description="The schema, filled. Verbatim words are as the document has them.")
    spans: dict[str, Span] = Field(
        default_factory=dict, description="Span of each grounded field by its path, such as obligations[0].party."
    )
    coverage: Coverage
    provenance: Provenance
