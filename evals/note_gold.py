"""Gold of a note: what a careful reader found when several documents on one matter are read together."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import InputError
from summariser.evals.gold import Labelled, LabelProblem
from summariser.schemas.brief import CommitmentStatus, ContextKind, DateRange, PartyKind, Span
from summariser.schemas.note import DifferenceField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.evals.positions import Where

__all__ = [
    "NOTE_GOLD",
    "GoldDifference",
    "GoldEntity",
    "GoldFact",
    "GoldMention",
    "GoldRow",
    "GoldSource",
    "GoldTelling",
    "GoldWording",
    "NoteCase",
    "NoteGold",
    "load_note_case",
    "load_note_cases",
    "spans_of",
    "validate_note_gold",
]

NOTE_GOLD = "note.gold.json"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class GoldSource(_Model):
    """One of the documents of a set."""

    document: str = Field(description="File name of the text, in the same folder.")
    sha256: str = Field(description="Of the bytes of the text.")
    date: dt.date | None = Field(default=None, description="The document's own date, where its text states it.")
    outlet: str | None = Field(default=None, description="Who published it, where it says.")
    genre: str
    relevant: bool = Field(description="False where it is on another matter than the rest.")


class GoldMention(_Model):
    """A proper name as one document prints it."""

    document: str
    name: str


class GoldEntity(_Model):
    """One party, under all the names that the documents give it."""

    id: str = Field(description="e1, e2, …")
    name: str = Field(description="The fullest proper name that any of the documents gives.")
    kind: PartyKind
    role: str | None = None
    represents: str | None = Field(default=None, description="Id of the entity this one acts for.")
    required: bool = Field(description="False where a good note may leave it out.")
    mentions: list[GoldMention] = Field(min_length=1)


class GoldTelling(_Model):
    """One commitment as one document tells it, by the rules for briefs."""

    document: str
    action: str = Field(description="One clause in this document's own terms, without deadline and condition.")
    by: list[str] = Field(default_factory=list, description="Whom this document binds, where not those of the row.")
    status: CommitmentStatus = Field(description="As this document by itself has it.")
    deadline: DateRange | None = None
    condition: str | None = None
    amount: str | None = None
    evidence: list[Span] = Field(min_length=1)


class GoldRow(_Model):
    """One commitment, however many documents tell of it."""

    id: str = Field(description="k1, k2, …")
    by: list[str] = Field(min_length=1, description="Ids of entities.")
    to: list[str] = Field(default_factory=list)
    action: str
    status: CommitmentStatus = Field(description="The newest state of affairs, known from all documents together.")
    also_right: list[CommitmentStatus] = Field(
        default_factory=list, description="Other statuses that a careful reader could give it."
    )
    deadline: dt.date | None = Field(default=None, description="The latest day by the newest telling that has one.")
    required: bool
    tellings: list[GoldTelling] = Field(min_length=1, description="One for each document, oldest first.")


class GoldWording(_Model):
    """The words of one document where documents differ."""

    document: str
    span: Span


class GoldDifference(_Model):
    """Where documents differ on one matter."""

    id: str = Field(description="d1, d2, …")
    field: DifferenceField
    also_right: list[DifferenceField] = Field(
        default_factory=list, description="Other fields that a careful reader could put it under."
    )
    commitment: str | None = Field(default=None, description="Id of the commitment; null for a figure by itself.")
    about: str
    required: bool
    wordings: list[GoldWording] = Field(min_length=2, description="Oldest document first.")


class GoldFact(_Model):
    """A fact of one document: what a brief of it would hold besides."""

    document: str
    statement: str
    kind: ContextKind
    date: DateRange | None = None
    evidence: list[Span] = Field(min_length=1)


class NoteGold(_Model):
    """The labels of one set of documents: a file `note.gold.json` beside them."""

    note_gold_version: Literal["1"]
    topic: str = Field(description="What the set is about, in a few words.")
    as_of: dt.date = Field(description="The day the note is written for.")
    split: Literal["dev", "test"]
    tags: list[str] = Field(default_factory=list)
    labelled: list[Labelled] = Field(min_length=1, description="Who labelled, oldest first.")
    documents: list[GoldSource] = Field(min_length=2)
    entities: list[GoldEntity] = Field(default_factory=list)
    commitments: list[GoldRow] = Field(default_factory=list)
    differences: list[GoldDifference] = Field(default_factory=list)
    facts: list[GoldFact] = Field(default_factory=list, description="For briefs made of the labels; not scored.")

    @property
    def signed(self) -> bool:
        """True when somebody other than a drafting model answers for the labels."""
        return any(entry.kind != "draft" for entry in self.labelled)

    @property
    def relevant(self) -> frozenset[str]:
        """Names of the documents that are on the matter."""
        return frozenset(source.document for source in self.documents if source.relevant)


class NoteCase(NamedTuple):
    """A set of documents with its labels.

    Attributes:
        name: Of the folder.
        folder: Where the documents lie.
        gold: The labels.
        texts: The text of each document as read, by its name. Spans count its characters.
    """

    name: str
    folder: Path
    gold: NoteGold
    texts: dict[str, str]


def spans_of(gold: NoteGold) -> Iterator[tuple[Where, str, Span]]:
    """Every span of the labels: the keys and indices that lead to it, its document, and the span."""
    for number, row in enumerate(gold.commitments):
        for index, telling in enumerate(row.tellings):
            for at, span in enumerate(telling.evidence):
                yield ("commitments", number, "tellings", index, "evidence", at), telling.document, span
    for number, difference in enumerate(gold.differences):
        for index, wording in enumerate(difference.wordings):
            yield ("differences", number, "wordings", index, "span"), wording.document, wording.span
    for number, fact in enumerate(gold.facts):
        for at, span in enumerate(fact.evidence):
            yield ("facts", number, "evidence", at), fact.document, span


def validate_note_gold(content: str) -> NoteGold | list[LabelProblem]:
    """Gold of the text of a gold file, or everything that is wrong with its form."""
    try:
        data: Any = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        return [LabelProblem((), f"is not JSON: {error}")]
    try:
        return NoteGold.model_validate(data)
    except ValidationError as error:
        return [
            LabelProblem(fault["loc"], fault["msg"].removeprefix("Value error, "))
            for fault in error.errors(include_url=False, include_context=False, include_input=False)
        ]


def load_note_case(folder: Path | str) -> NoteCase:
    """Read the labels of a folder and the documents beside them.

    Raises:
        InputError: Something cannot be read, a document is not the one that was labelled, or a span does not hold.
    """
    folder = Path(folder)
    path = folder / NOTE_GOLD
    found = validate_note_gold(_read(path).decode("utf-8-sig", errors="replace"))
    if not isinstance(found, NoteGold):
        field = ".".join(map(str, found[0].where))
        raise InputError(f"{path}: {field + ': ' if field else ''}{found[0].message}")
    texts = {source.document: _text(folder, source) for source in found.documents}
    for where, document, span in spans_of(found):
        if texts.get(document, "")[span.start : span.end] != span.text or not span.text:
            place = ".".join(map(str, where))
            raise InputError(f"{path}: {place}: its words do not stand at its place", hint="`summariser eval lint`")
    return NoteCase(folder.name, folder, found, texts)


def load_note_cases(folder: Path | str, split: Literal["dev", "test", "all"] = "all") -> list[NoteCase]:
    """Read every labelled set under a folder, in the order of their names.

    Args:
        folder: Holds a folder for each set.
        split: Which sets.

    Raises:
        InputError: There is none, a file is faulty, or labels are a draft that nobody has read.
    """
    folder = Path(folder)
    cases = [load_note_case(path.parent) for path in sorted(folder.glob(f"*/{NOTE_GOLD}"))]
    chosen = [case for case in cases if split in ("all", case.gold.split)]
    if not chosen:
        raise InputError(f"{folder}: holds no labelled set of the split {split!r}")
    for case in chosen:
        if not case.gold.signed:
            raise InputError(f"{case.folder / NOTE_GOLD}: is a draft that nobody has read")
    return chosen


def _text(folder: Path, source: GoldSource) -> str:
    path = folder / Path(source.document).name
    raw = _read(path)
    if hashlib.sha256(raw).hexdigest() != source.sha256:
        raise InputError(f"{path}: was changed after it was labelled", hint="restore the text, or label it again")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8") from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
