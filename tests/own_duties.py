"""A schema of a user's own with documents labelled for it, for the tests of its evals."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel

from summariser.schemas import Coverage, DocumentInfo, PromptInfo, Provenance, Span
from summariser.schemas.own import Extraction, ScoredAs, SentenceLabel, Verbatim

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Norvia shall deliver 40 tonnes of grain by 1 March 2031.\n"
    "The Buyer shall pay within 30 days.\n"
    "The courts of Lisford decide disputes.\n"
)
DATA: dict[str, Any] = {
    "duties": [
        {
            "who": "Norvia",
            "what": "deliver grain",
            "at": "s1",
            "kind": "deliver",
            "amount": "40 tonnes",
            "due": "2031-03-01",
        },
        {"who": "The Buyer", "what": "pay", "at": "s2", "kind": "pay", "amount": None, "due": None},
    ],
    "court": "The courts of Lisford",
    "places": ["Lisford"],
}


class Duty(BaseModel):
    """Somebody's duty."""

    who: Verbatim
    what: Annotated[str, ScoredAs("text")]
    at: SentenceLabel
    kind: Literal["deliver", "pay", "other"]
    amount: Annotated[str, ScoredAs("number")] | None = None
    due: dt.date | None = None


class Duties(BaseModel):
    """All duties of a contract."""

    duties: list[Duty]
    court: Verbatim | None = None
    places: list[str] = []


def span(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def spans() -> dict[str, Span]:
    """Of everything that is grounded in the labels."""
    first, second, _ = TEXT.splitlines()
    return {
        "duties[0].who": span("Norvia"),
        "duties[0].at": span(first),
        "duties[1].who": span("The Buyer"),
        "duties[1].at": span(second),
        "court": span("The courts of Lisford"),
    }


def write_gold(folder: Path, name: str = "contract", **changes: Any) -> Path:
    """Write the document and its gold; gives the path of the gold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_bytes(TEXT.encode())
    path = folder / f"{name}.gold.json"
    gold = {
        "gold_version": "1",
        "document": f"{name}.txt",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "split": "dev",
        "labelled": [{"annotator": "T1", "kind": "person", "method": "by hand", "date": "2026-11-24"}],
        "data": DATA,
        "spans": {place: each.model_dump() for place, each in spans().items()},
        "optional": [],
    }
    path.write_text(json.dumps({**gold, **changes}), encoding="utf-8")
    return path


def answer(data: dict[str, Any], places: dict[str, Span]) -> Extraction[Any]:
    """An extraction with these values."""
    return Extraction[Any](
        data=Duties.model_validate(data),
        spans=places,
        coverage=Coverage(characters=len(TEXT), read=len(TEXT)),
        provenance=Provenance(
            document=DocumentInfo(name="contract.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest()),
            model="m",
            prompt=PromptInfo(name="duties", version="1", sha256=""),
            schema_sha256="",
            created=dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
            summariser_version="",
        ),
    )
