"""Undertakings: clauses in which a party binds itself, refuses, offers or is bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.answers import with_answers
from summariser.candidates.followups import followed_up
from summariser.candidates.listed import find_listed
from summariser.candidates.motions import find_motions
from summariser.candidates.operative import find_operative
from summariser.candidates.reader import Reader
from summariser.candidates.reading import read
from summariser.candidates.resolutions import read_resolution
from summariser.candidates.undertaking import Undertaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document

__all__ = ["Undertaking", "find_undertakings"]


def find_undertakings(
    document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation] = ()
) -> list[Undertaking]:
    """Find the clauses that carry an undertaking, in order. Takes linear time.

    Questions, headings and what is only asked for, hoped or denied hold none. A refusal takes its act from the request
    before it; an offer that is said to be withdrawn, a promise that is said to be kept, are found once, with both
    sentences.

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech, in which "we" speaks for a body.
    """
    reader = Reader(document, entities, quotations)
    found: list[Undertaking] = []
    listed = {**find_operative(reader), **find_motions(reader), **find_listed(reader)}
    for sentence in document.sentences:
        items = listed[sentence.index] if sentence.index in listed else read_resolution(reader, sentence)
        found += items
        reader.remember(items)
        if sentence.index not in listed:
            found += read(reader, sentence, after=items[-1].end if items else 0)
    found = with_answers(reader, found)
    return followed_up(reader, sorted(found, key=lambda item: (item.start, item.end)))
