"""Starts a new labelled document: a copy, and gold that is empty or drafted by a model, unsigned either way."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.documents.dateline import find_date
from summariser.documents.read import read_file
from summariser.errors import InputError
from summariser.evals.files import write_whole
from summariser.evals.gold import (
    SUFFIX,
    Gold,
    GoldCommitment,
    GoldContext,
    GoldParty,
    GoldQuote,
    Labelled,
)

if TYPE_CHECKING:
    from summariser.schemas import Brief

__all__ = ["Added", "add_document"]

_UNSAFE = re.compile(r"[^a-z0-9]+")


class Added(NamedTuple):
    """The files of a new labelled document.

    Attributes:
        document: The text.
        gold: Its labels, to be corrected and signed.
    """

    document: Path
    gold: Path


def add_document(
    file: Path | str,
    folder: Path,
    *,
    draft: Brief | None = None,
    genre: str = "",
    split: Literal["dev", "test"] = "dev",
) -> Added:
    """Copy a document into a folder of labelled documents and start its gold.

    Args:
        file: The document, a text.
        folder: The labelled documents; it is made where it is missing.
        draft: A brief of it, to start from; None starts empty.
        genre: For the slices.
        split: Test documents are not to be looked at while a prompt is worked on.

    Raises:
        DocumentError: The document cannot be read.
        InputError: It is there already, or a file cannot be written.
    """
    document = read_file(file)
    data = document.text.encode()
    digest = hashlib.sha256(data).hexdigest()
    for path in sorted(folder.glob("*.txt")):
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            raise InputError(f"{file} is labelled already, as {path.name}")
    stem = f"{_next_number(folder):03}_{_UNSAFE.sub('_', Path(document.name).stem.lower()).strip('_') or 'document'}"
    found = find_date(document.text, document.furniture)
    today = datetime.now(UTC).date()
    if draft is None:
        who = Labelled(annotator="nobody", kind="draft", method="empty, to be labelled by the guidelines", date=today)
    else:
        who = Labelled(
            annotator=draft.provenance.model,
            kind="draft",
            method=f"drafted with the prompt {draft.provenance.prompt.name} {draft.provenance.prompt.version}",
            date=today,
        )
    gold = Gold(
        gold_version="1",
        document=f"{stem}.txt",
        sha256=digest,
        date=found[0] if found else None,
        genre=genre,
        split=split,
        labelled=[who],
        parties=[GoldParty(**item.model_dump(), required=True) for item in draft.parties] if draft else [],
        commitments=[GoldCommitment(**item.model_dump(), required=True) for item in draft.commitments] if draft else [],
        context=[GoldContext(**item.model_dump(), required=True) for item in draft.context] if draft else [],
        quotes=[GoldQuote(**item.model_dump(), required=True) for item in draft.quotes] if draft else [],
    )
    text_path, gold_path = folder / gold.document, folder / f"{stem}{SUFFIX}"
    write_whole(text_path, data)
    write_whole(gold_path, json.dumps(gold.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")
    return Added(text_path, gold_path)


def _next_number(folder: Path) -> int:
    numbers = (re.match(r"\d{1,6}", path.name) for path in folder.glob("*.txt"))
    return max((int(number.group()) for number in numbers if number), default=-1) + 1
