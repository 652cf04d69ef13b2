"""What a note is made of, as its user names it: documents to be read, briefs that are there, and what failed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.documents import Document
from summariser.errors import DocumentError, InputError
from summariser.note.briefs import is_brief_name, load_briefs, parse_briefs
from summariser.note.sources import Failure
from summariser.schemas import Brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date as Date

    from summariser.documents.gather import Found

__all__ = ["NoteInput", "Pile", "gather_sources"]

NoteInput = str | os.PathLike[str] | Document | Brief
"""A file, link, folder or pattern, a `Document`, a `Brief`, or the file of a saved brief."""


@dataclass
class Pile:
    """All sources of a note before briefs are made.

    Attributes:
        documents: Documents of which a brief has to be made.
        briefs: Briefs that are there; documents that lie beside them are attached.
        failed: What could not be read, with the error.
    """

    documents: list[Document] = field(default_factory=list)
    briefs: list[Brief] = field(default_factory=list)
    failed: list[tuple[Failure, DocumentError]] = field(default_factory=list)

    def fail(self, name: str, error: DocumentError) -> None:
        """Note down what could not be read."""
        self.failed.append((Failure(name, reason_of(error, name)), error))


def reason_of(error: DocumentError, name: str) -> str:
    """Why something failed, without its name in front."""
    message = error.message.removeprefix(name).removeprefix(Path(name).name).lstrip(": ")
    return f"{message} ({error.hint})" if error.hint else message


def gather_sources(sources: NoteInput | Iterable[NoteInput] | Pile, *, date: Date | None = None) -> Pile:
    """Read all that a user names; one broken file never hinders the others.

    A document whose brief is among the sources is attached to it and not put before a model again.

    Args:
        sources: One source, or several; what was gathered before stays as it is.
        date: The date of all documents, where the caller knows it.

    Raises:
        InputError: There is no source.
    """
    if isinstance(sources, Pile):
        return sources
    given = [sources] if isinstance(sources, (str, os.PathLike, Document, Brief)) else list(sources)
    if not given:
        raise InputError("a note needs at least one source")
    pile = Pile()
    named: list[str] = []
    for source in given:
        if isinstance(source, Brief):
            pile.briefs.append(source)
        elif isinstance(source, Document):
            pile.documents.append(source if date is None else source.with_date(date))
        elif is_brief_name(os.fspath(source)) and Path(source).is_file():
            _load(os.fspath(source), pile)
        else:
            named.append(os.fspath(source))
    if named:
        _gather(named, date, pile)
    _attach(pile)
    return pile


def _load(path: str, pile: Pile) -> None:
    try:
        pile.briefs += load_briefs(path)
    except DocumentError as error:
        pile.fail(path, error)


def _gather(named: Sequence[str], date: Date | None, pile: Pile) -> None:
    from summariser.documents.gather import Failed, gather

    for item in gather(named, date=date):
        if isinstance(item, Failed):
            pile.fail(item.name, item.error)
        elif is_brief_name(item.name):
            _parse(item, pile)
        else:
            pile.documents.append(item.document)


def _parse(item: Found, pile: Pile) -> None:
    try:
        pile.briefs += parse_briefs(item.document.text, item.name)
    except DocumentError as error:
        pile.fail(item.name, error)


def _attach(pile: Pile) -> None:
    """Give briefs their documents; what has a brief needs none."""
    known: dict[str, list[Brief]] = {}
    for brief in pile.briefs:
        known.setdefault(brief.provenance.document.sha256, []).append(brief)
    rest = []
    for document in pile.documents:
        if document.sha256 not in known:
            rest.append(document)
        for brief in known.get(document.sha256, ()):
            if brief.document is None:
                brief.attach(document)
    pile.documents = rest
