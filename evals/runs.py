"""A run of the evals as a file: briefs, scores, and all that another run is compared by."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import InputError
from summariser.evals.files import write_whole
from summariser.evals.labellers import AgreementF1
from summariser.evals.results import Part, Scores
from summariser.schemas.brief import Brief, PromptInfo, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.evals.gold import Case

__all__ = [
    "Asked",
    "DocumentRun",
    "EpochRun",
    "Level",
    "References",
    "Run",
    "gold_digest",
    "gold_digests",
    "load_run",
    "save_run",
]

_LARGEST = 1 << 29  # bytes
_NOT_LABELS = {"gold_version", "document", "genre", "tags", "split", "labelled"}


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Asked(_Model):
    """What the brief of a document took."""

    replayed: tuple[str, ...] = Field(default=(), description="Keys of the answers that were in the cache.")
    fresh: tuple[str, ...] = Field(default=(), description="Keys of the answers that the model gave in this run.")
    seconds: float = Field(
        default=0.0, description="Wall time of the questions, each as it was when the model answered it."
    )


class DocumentRun(_Model):
    """What came of one document."""

    document: str
    brief: Brief | None
    failed: str | None = Field(default=None, description="Why there is no brief; one line.")
    asked: Asked

    @property
    def lossy(self) -> bool:
        """True where a part of the document has no valid answer of the model."""
        return self.brief is not None and not self.brief.coverage.lossless


class EpochRun(_Model):
    """All documents, asked once."""

    epoch: int
    documents: tuple[DocumentRun, ...]
    scores: Scores


class Level(_Model):
    """Scores to hold a run against."""

    documents: int
    parts: dict[Part, AgreementF1]
    overall: AgreementF1
    note: str = Field(default="", description="What a reader should know of it.")


class References(_Model):
    """What a naive reader gets, and how far two careful readers agree."""

    naive: Level | None = None
    ceiling: Level | None = None


class Run(_Model):
    """A model and a prompt over a set of labelled documents."""

    run_version: Literal["1"] = "1"
    created: datetime
    summariser_version: str
    model: str = Field(description="As it was named.")
    model_identity: str = Field(description="The name sent to the endpoint, or the SHA-256 of the local model's file.")
    prompt: PromptInfo
    split: Literal["dev", "test", "all"]
    only: tuple[str, ...] = Field(default=(), description="Tags that the documents were narrowed to.")
    gold: dict[str, str] = Field(description="SHA-256 of the labels of each document, by its name.")
    scorer_version: str
    profile: dict[str, str] = Field(description="Settings that bear on the answers.")
    epochs: tuple[EpochRun, ...] = Field(min_length=1)
    spent: Usage = Field(description="Tokens and calls of this run, failed ones included, replayed answers left out.")
    references: References = References()
    looks: int | None = Field(default=None, description="How often these documents of the test split were looked at.")

    @property
    def scores(self) -> list[Scores]:
        """The scores of each epoch."""
        return [epoch.scores for epoch in self.epochs]

    @property
    def title(self) -> str:
        """Model, prompt and split in one line."""
        prompt = f"{self.prompt.name} {self.prompt.version} ({self.prompt.sha256[:8]})"
        return f"{self.model} · {prompt} · {self.split}{''.join(f' · {tag}' for tag in self.only)}"

    def each(self) -> Iterator[DocumentRun]:
        """Every document of every epoch."""
        for epoch in self.epochs:
            yield from epoch.documents


def gold_digest(case: Case) -> str:
    """SHA-256 of what the scores of a document depend on: its text and its labels, not who labelled it or its tags."""
    labels = case.gold.model_dump(mode="json", exclude=_NOT_LABELS)
    return hashlib.sha256(json.dumps(labels, sort_keys=True).encode()).hexdigest()


def gold_digests(cases: Sequence[Case]) -> dict[str, str]:
    """The digest of each document, by its name."""
    return {case.gold.document: gold_digest(case) for case in cases}


def save_run(run: Run, path: Path) -> None:
    """Write a run as JSON, whole or not at all; compressed where the name ends in ".gz".

    Raises:
        InputError: The file cannot be written.
    """
    content = (run.model_dump_json() + "\n").encode()
    write_whole(path, gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


def _content(path: Path) -> bytes:
    if path.suffix != ".gz":
        return path.read_bytes()
    with gzip.open(path, "rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise InputError(f"{path} is larger than a run can be")
    return content


def load_run(path: Path | str) -> Run:
    """Read a run.

    Raises:
        InputError: It cannot be read or is no run; the message names the file and the field.
    """
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is larger than a run can be")
        content = _content(path)
    except (EOFError, zlib.error) as error:
        raise InputError(f"{path}: is cut off or damaged") from error
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror}", hint="`summariser eval run --out FILE` writes one"
        ) from None
    try:
        return Run.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise InputError(f"{path}: is no run of the evals: {where}: {first['msg']}") from None
