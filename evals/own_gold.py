"""Gold for a schema of the user's own: the schema filled by hand, with the span of each grounded field."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import InputError
from summariser.evals.gold import SUFFIX, Labelled
from summariser.schemas import Span

if TYPE_CHECKING:
    from summariser.evals.selection import Split

__all__ = ["OwnCase", "OwnGold", "load_own_case", "load_own_dataset", "own_digest"]


class OwnGold(BaseModel):
    """The labels of one document: a file `<document>.gold.json` beside it."""

    model_config = ConfigDict(extra="forbid")

    gold_version: Literal["1"]
    document: str = Field(description="File name of the text, in the same folder.")
    sha256: str = Field(description="Of the bytes of the text.")
    genre: str = ""
    tags: list[str] = Field(default_factory=list)
    split: Literal["dev", "test"]
    labelled: list[Labelled] = Field(min_length=1, description="Who labelled, oldest first.")
    data: dict[str, Any] = Field(description="The schema, filled.")
    spans: dict[str, Span] = Field(
        default_factory=dict, description="Span of each grounded field by its path, such as duties[0].who."
    )
    optional: list[str] = Field(
        default_factory=list, description="Paths of list entries that a good answer may leave out, such as duties[3]."
    )


class OwnCase(NamedTuple):
    """A document with its labels.

    Attributes:
        gold: The labels.
        data: The schema, filled.
        path: File of the text.
        text: The text as read.
    """

    gold: OwnGold
    data: BaseModel
    path: Path
    text: str


def load_own_case(path: Path, schema: type[BaseModel]) -> OwnCase:
    """Read a gold file and the document beside it.

    Raises:
        InputError: Either cannot be read, a span is not the words of the document, or the data does not fit the schema.
    """
    try:
        gold = OwnGold.model_validate_json(path.read_bytes())
        data = schema.model_validate(gold.data)
        text_path = path.parent / Path(gold.document).name
        raw = text_path.read_bytes()
        text = raw.decode("utf-8-sig")
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise InputError(f"{path}: {where}: {first['msg']}") from None
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(
            f"{path.parent / gold.document}: is not UTF-8", hint="save it as UTF-8, label it again"
        ) from None
    if hashlib.sha256(raw).hexdigest() != gold.sha256:
        raise InputError(
            f"{text_path}: was changed after it was labelled (sha256 differs from {path.name})",
            hint="restore the text, or label it again",
        )
    for place, span in gold.spans.items():
        if text[span.start : span.end] != span.text or not span.text:
            raise InputError(f"{path}: the span of {place} is not {span.text!r} in the document")
    if all(entry.kind == "draft" for entry in gold.labelled):
        raise InputError(f"{path}: is a draft that nobody has read", hint="add yourself under `labelled`")
    return OwnCase(gold, data, text_path, text)


def load_own_dataset(folder: Path, schema: type[BaseModel], split: Split = "all") -> list[OwnCase]:
    """Read every gold file of a folder, in the order of their names.

    Raises:
        InputError: There is none in this split, or a file is faulty.
    """
    cases = [load_own_case(path, schema) for path in sorted(folder.glob(f"*{SUFFIX}"))]
    chosen = [case for case in cases if split in ("all", case.gold.split)]
    if not chosen:
        raise InputError(f"{folder}: holds no gold of the split {split!r}")
    return chosen


def own_digest(case: OwnCase) -> str:
    """SHA-256 of what the scores of a document depend on."""
    labels = case.gold.model_dump(mode="json", include={"sha256", "data", "spans", "optional"})
    return hashlib.sha256(json.dumps(labels, sort_keys=True).encode()).hexdigest()
