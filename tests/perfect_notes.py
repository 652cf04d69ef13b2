"""Notes made of the labels of a set, for the tests of the suite of notes: what a perfect engine would give."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.evals.note_gold import load_note_cases
from summariser.schemas.brief import DateRange, Span
from summariser.schemas.note import (
    Difference,
    Note,
    NoteCitation,
    NoteCommitment,
    NoteParty,
    NoteProvenance,
    NoteSentence,
    NoteSource,
    Wording,
)

if TYPE_CHECKING:
    from summariser.evals.note_gold import NoteCase

SEEDS = Path(__file__).parents[1] / "seeds" / "notes"
CASES = load_note_cases(SEEDS)


class _Book:
    def __init__(self, ids: dict[str, str]) -> None:
        self.ids, self.citations = ids, list[NoteCitation]()

    def cite(self, document: str, item: str, *spans: Span) -> list[int]:
        numbers = []
        for span in spans:
            numbers.append(len(self.citations) + 1)
            self.citations.append(NoteCitation(number=numbers[-1], source=self.ids[document], item=item, span=span))
        return numbers


def perfect_note(case: NoteCase) -> Note:
    """The note of a perfect engine: optional labels included, what is beside the matter set aside."""
    gold = case.gold
    ids = {source.document: f"s{number}" for number, source in enumerate(gold.documents, 1)}
    book = _Book(ids)
    parties = []
    for entity in gold.entities:
        mentions = [mention for mention in entity.mentions if mention.document in gold.relevant]
        if not mentions:
            continue
        names = dict.fromkeys(mention.name for mention in mentions if mention.name != entity.name)
        cites: list[int] = []
        for document in dict.fromkeys(mention.document for mention in mentions):
            name = next(mention.name for mention in mentions if mention.document == document)
            at = case.texts[document].index(name)
            cites += book.cite(document, entity.id, Span(start=at, end=at + len(name), text=name))
        parties.append(
            NoteParty(
                id=f"p{len(parties) + 1}",
                name=entity.name,
                kind=entity.kind,
                aliases=list(names),
                sources=list(dict.fromkeys(ids[mention.document] for mention in mentions)),
                cites=cites,
            )
        )
    by_name = {party.name: party.id for party in parties}
    party_of = {entity.id: by_name.get(entity.name) for entity in gold.entities}
    rows: dict[str, NoteCommitment] = {}
    for row in gold.commitments:
        tellings = [telling for telling in row.tellings if telling.document in gold.relevant]
        if tellings:
            rows[row.id] = NoteCommitment(
                id=f"c{len(rows) + 1}",
                by=[party for entity in row.by if (party := party_of[entity])],
                action=row.action,
                status=row.status,
                deadline=DateRange(text="words", latest=row.deadline) if row.deadline else None,
                sources=[ids[telling.document] for telling in tellings],
                cites=[n for telling in tellings for n in book.cite(telling.document, row.id, *telling.evidence)],
            )
    differences = [
        Difference(
            id=difference.id,
            field=difference.field,
            about=difference.about,
            items=[rows[difference.commitment].id] if difference.commitment else [],
            wordings=[
                Wording(
                    source=ids[wording.document],
                    text=wording.span.text,
                    cites=book.cite(wording.document, difference.id, wording.span),
                )
                for wording in difference.wordings
            ],
        )
        for difference in gold.differences
    ]
    return Note(
        title=gold.topic,
        as_of=gold.as_of,
        bottom_line=[NoteSentence(text=row.action, items=[row.id], cites=row.cites) for row in rows.values()],
        parties=parties,
        commitments=list(rows.values()),
        differences=differences,
        sources=[
            NoteSource(
                id=ids[source.document],
                name=source.document,
                date=source.date,
                sha256=source.sha256,
                status="used" if source.relevant else "irrelevant",
            )
            for source in gold.documents
        ],
        citations=book.citations,
        provenance=NoteProvenance(created=datetime(2026, 1, 1, tzinfo=UTC), summariser_version="0"),
    )


def row_of(note: Note, case: NoteCase, gold: str) -> NoteCommitment:
    """The row of a perfect note that stands for a commitment of gold."""
    action = next(row.action for row in case.gold.commitments if row.id == gold)
    return next(row for row in note.commitments if row.action == action)


def split_row(note: Note, row: NoteCommitment) -> None:
    """Take the last source out of a row into a row of its own."""
    last = row.sources.pop()
    source_of = {citation.number: citation.source for citation in note.citations}
    own = [number for number in row.cites if source_of[number] == last]
    row.cites = [number for number in row.cites if number not in own]
    note.commitments.append(row.model_copy(update={"id": "c99", "sources": [last], "cites": own}))


def merge_rows(note: Note, into: NoteCommitment, row: NoteCommitment) -> None:
    """Put one row into another."""
    into.cites = into.cites + row.cites
    into.sources = list(dict.fromkeys(into.sources + row.sources))
    drop_row(note, row)


def drop_row(note: Note, row: NoteCommitment) -> None:
    """Take a row out of a note, and what rests on it."""
    note.commitments.remove(row)
    note.bottom_line = [sentence for sentence in note.bottom_line if row.id not in sentence.items]
    for difference in note.differences:
        difference.items = [item for item in difference.items if item != row.id]
