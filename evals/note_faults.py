"""The promises that every note keeps, whatever it says: each cite leads to an exact span, nothing stands uncited."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from summariser.evals.similarity import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summariser.evals.note_gold import NoteCase
    from summariser.evals.note_matching import Placed
    from summariser.schemas.note import Note

__all__ = ["find_faults"]


def find_faults(note: Note, case: NoteCase, placed: Placed) -> list[str]:
    """Everything that breaks a promise, one line each, without any words of a document.

    Args:
        note: The note.
        case: The set it was made of.
        placed: The documents of the set.
    """
    return [
        *_citations(note, placed),
        *_cites(note),
        *_references(note),
        *_words(note, placed),
        *_sources(note, case),
    ]


def _citations(note: Note, placed: Placed) -> Iterator[str]:
    seen: set[int] = set()
    for citation in note.citations:
        if citation.number in seen:
            yield f"citation {citation.number}: the number is given twice"
        seen.add(citation.number)
        document = placed.document.get(citation.source)
        span = citation.span
        if document is None:
            yield f"citation {citation.number}: {citation.source} is no document of the set"
        elif not span.text or placed.case.texts[document][span.start : span.end] != span.text:
            yield f"citation {citation.number}: its words do not stand at its place"


def _parts(note: Note) -> Iterator[tuple[str, list[int], list[str] | None]]:
    """Everything that cites: its name, its numbers, and its sources where it names them."""
    for number, sentence in enumerate(note.bottom_line, 1):
        yield f"sentence {number}", sentence.cites, None
    for part in (note.parties, note.commitments, note.timeline, note.facts, note.quotes):
        for item in part:
            yield item.id, item.cites, item.sources
    for row in note.commitments:
        if row.proof:
            yield f"{row.id} proof", row.proof, None
    for difference in note.differences:
        for wording in difference.wordings:
            yield f"{difference.id} {wording.source}", wording.cites, None


def _cites(note: Note) -> Iterator[str]:
    source_of = {citation.number: citation.source for citation in note.citations}
    for name, numbers, sources in _parts(note):
        if not numbers:
            yield f"{name}: cites nothing"
        if unknown := [number for number in numbers if number not in source_of]:
            yield f"{name}: no citation has the number {unknown[0]}"
        elif sources is not None and {source_of[number] for number in numbers} != set(sources):
            yield f"{name}: its sources are not those it cites"
    for difference in note.differences:
        for wording in difference.wordings:  # another source with the same words may be cited beside it
            if wording.source not in {source_of.get(number) for number in wording.cites}:
                yield f"{difference.id}: the wording of {wording.source} does not cite it"
    for unknown_thing in note.unknown:
        if any(number not in source_of for number in unknown_thing.cites):
            yield "unknown: cites a number that no citation has"


def _references(note: Note) -> Iterator[str]:
    parties = {party.id for party in note.parties}
    ids = [
        *(party.id for party in note.parties),
        *(row.id for row in note.commitments),
        *(event.id for event in note.timeline),
        *(fact.id for fact in note.facts),
        *(quote.id for quote in note.quotes),
        *(difference.id for difference in note.differences),
    ]
    known = set(ids)
    if len(known) < len(ids):
        yield "an id is given twice"
    used: list[tuple[str, Iterable[str | None]]] = [
        *((row.id, [*row.by, *row.to]) for row in note.commitments),
        *((party.id, [party.represents]) for party in note.parties),
        *((quote.id, [quote.speaker]) for quote in note.quotes),
    ]
    for name, references in used:
        if any(reference is not None and reference not in parties for reference in references):
            yield f"{name}: names a party that is not there"
    resting = [
        *((f"sentence {number}", sentence.items) for number, sentence in enumerate(note.bottom_line, 1)),
        *((difference.id, difference.items) for difference in note.differences),
    ]
    for name, items in resting:
        if any(reference not in known for reference in items):
            yield f"{name}: rests on an item that is not there"


def _words(note: Note, placed: Placed) -> Iterator[str]:
    """Quotes are the source's words letter by letter, wordings of differences but for spaces and marks."""
    for quote in note.quotes:
        told = [" ".join(span.text for span in spans) for spans in placed.spans(quote.cites).values()]
        if quote.text not in told:
            yield f"{quote.id}: is not what it cites"
    for difference in note.differences:
        for wording in difference.wordings:
            document = placed.document.get(wording.source)
            if document and fold_text(wording.text) not in fold_text(placed.case.texts[document]):
                yield f"{difference.id}: the wording of {wording.source} is not in its document"


def _sources(note: Note, case: NoteCase) -> Iterator[str]:
    named = [PurePath(source.name).name for source in note.sources]
    for document in case.texts:
        if named.count(document) != 1:
            yield f"{document}: is {named.count(document)} times among the sources"
    used = {source.id for source in note.sources if source.status == "used"}
    for citation in note.citations:
        if citation.source not in used:
            yield f"citation {citation.number}: its source is not used"
            return
