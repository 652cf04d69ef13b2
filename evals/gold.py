"""Gold: what a careful reader labelled in a document, and the document itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import InputError
from summariser.schemas.brief import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DocumentInfo,
    Party,
    PromptInfo,
    Provenance,
    Quote,
)

__all__ = [
    "SUFFIX",
    "Case",
    "Gold",
    "GoldCommitment",
    "GoldContext",
    "GoldParty",
    "GoldQuote",
    "LabelProblem",
    "Labelled",
    "load_case",
    "load_dataset",
    "load_gold",
    "validate_gold",
]

SUFFIX = ".gold.json"
_Item = TypeVar("_Item", bound=BaseModel)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Labelled(_Model):
    """One pass over the labels of a document."""

    annotator: str = Field(description="Who; for a draft, the model that made it.")
    kind: Literal["person", "llm", "draft"] = Field(
        description="A person; a language model that read by the guidelines and is not under test; or a draft that "
        "nobody has read yet."
    )
    method: str = Field(description="How the labels came about, in a sentence.")
    date: dt.date


class _Label(_Model):
    required: bool = Field(description="False where a good brief may leave it out.")


class GoldParty(_Label, Party):
    """A party. Its name and aliases are all the names a prediction may use."""


class GoldCommitment(_Label, Commitment):
    """A commitment."""


class GoldContext(_Label, Context):
    """A context fact."""


class GoldQuote(_Label, Quote):
    """A quote."""


class Gold(_Model):
    """The labels of one document: a file `<document>.gold.json` beside it."""

    gold_version: Literal["1"]
    document: str = Field(description="File name of the text, in the same folder.")
    sha256: str = Field(description="Of the bytes of the text.")
    date: dt.date | None = Field(default=None, description="The document's own date, where its text states it.")
    genre: str
    tags: list[str] = Field(default_factory=list, description="Properties to slice scores by.")
    split: Literal["train", "dev", "test"] = Field(description="What it is for; models are fitted to train and dev.")
    labelled: list[Labelled] = Field(min_length=1, description="Who labelled, oldest first.")
    parties: list[GoldParty] = Field(default_factory=list)
    commitments: list[GoldCommitment] = Field(default_factory=list)
    context: list[GoldContext] = Field(default_factory=list)
    quotes: list[GoldQuote] = Field(default_factory=list)

    @property
    def signed(self) -> bool:
        """True when somebody other than a drafting model answers for the labels."""
        return any(entry.kind != "draft" for entry in self.labelled)

    @property
    def optional(self) -> frozenset[str]:
        """Ids of the items that are not required."""
        return frozenset(
            item.id
            for part in (self.parties, self.commitments, self.context, self.quotes)
            for item in part
            if not item.required
        )


class Case(NamedTuple):
    """A document with its labels.

    Attributes:
        gold: The labels.
        path: File of the text.
        text: The text as read: UTF-8 without a byte-order mark, line ends kept. Spans count its characters.
        gold_path: File of the labels.
    """

    gold: Gold
    path: Path
    text: str
    gold_path: Path

    def as_brief(self) -> Brief:
        """The labels as the brief a perfect reader would give, optional items included."""
        gold = self.gold
        length = len(self.text)
        return Brief(
            title=gold.document,
            parties=[_plain(Party, item) for item in gold.parties],
            commitments=[_plain(Commitment, item) for item in gold.commitments],
            context=[_plain(Context, item) for item in gold.context],
            quotes=[_plain(Quote, item) for item in gold.quotes],
            coverage=Coverage(
                characters=length,
                read=length,
                chunks=[CoverageChunk(start=0, end=length, status="read")] if length else [],
            ),
            provenance=Provenance(
                document=DocumentInfo(name=gold.document, sha256=gold.sha256, date=gold.date),
                model="gold: " + ", ".join(entry.annotator for entry in gold.labelled),
                prompt=PromptInfo(name="gold", version=gold.gold_version, sha256=""),
                schema_sha256="",
                created=dt.datetime.combine(gold.labelled[-1].date, dt.time(), dt.UTC),
                summariser_version="",
            ),
        )


def _plain(model: type[_Item], item: _Item) -> _Item:
    """A copy of the item as its class in the brief, without `required`."""
    return model.model_validate(item.model_dump(include=set(model.model_fields)))


class LabelProblem(NamedTuple):
    """A fault of a gold file: the keys and indices that lead to it, and what is wrong."""

    where: tuple[str | int, ...]
    message: str


def validate_gold(content: str) -> Gold | list[LabelProblem]:
    """Gold of the text of a gold file, or everything that is wrong with it."""
    try:
        data: Any = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        return [LabelProblem((), f"is not JSON: {error}")]
    try:
        return Gold.model_validate(data)
    except ValidationError as error:
        return [
            LabelProblem(fault["loc"], fault["msg"].removeprefix("Value error, "))
            for fault in error.errors(include_url=False, include_context=False, include_input=False)
        ]


def load_gold(path: Path | str) -> Gold:
    """Read a gold file.

    Args:
        path: A file `<document>.gold.json`.

    Raises:
        InputError: It cannot be read or is no gold; the message names the file and the field.
    """
    path = Path(path)
    found = validate_gold(_read(path).decode("utf-8-sig", errors="replace"))
    if isinstance(found, Gold):
        return found
    first = found[0]
    field = ".".join(str(key) for key in first.where)
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    msg = f"{path}: {field + ': ' if field else ''}{first.message}{more}"
    raise InputError(msg, hint="`summariser eval lint` names every fault with its line")


def load_case(path: Path | str) -> Case:
    """Read a gold file and the document beside it.

    Raises:
        InputError: Either cannot be read, or the document is not the one that was labelled.
    """
    gold_path = Path(path)
    gold = load_gold(gold_path)
    text_path = gold_path.parent / Path(gold.document).name
    raw = _read(text_path)
    if hashlib.sha256(raw).hexdigest() != gold.sha256:
        msg = f"{text_path}: was changed after it was labelled (sha256 differs from {gold_path.name})"
        raise InputError(msg, hint="restore the text, or label it again")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{text_path}: byte {error.start} is not UTF-8"
        raise InputError(msg, hint="save the document as UTF-8 and label it again") from error
    return Case(gold, text_path, text, gold_path)


def load_dataset(folder: Path | str) -> list[Case]:
    """Read every gold file of a folder with its document, in the order of their names.

    Args:
        folder: Holds `<name>.txt` and `<name>.gold.json` side by side. Sub-folders are not searched.

    Raises:
        InputError: There is no gold in it, or a file is faulty.
    """
    folder = Path(folder)
    paths = sorted(folder.glob("*" + SUFFIX))
    if not paths:
        msg = f"{folder}: holds no file *{SUFFIX}"
        raise InputError(msg, hint="`summariser eval add FILE` starts one")
    return [load_case(path) for path in paths]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror or error}"
        raise InputError(msg) from error
