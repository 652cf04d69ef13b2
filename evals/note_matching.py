"""What of a note stands for what of gold: tellings by their evidence, parties by the names the documents print."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from summariser.evals.align import assign
from summariser.evals.similarity import Stretches, fold_name, word_f1

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summariser.evals.note_gold import GoldEntity, GoldTelling, NoteCase
    from summariser.schemas.brief import Span
    from summariser.schemas.note import Note, NoteCommitment, NoteParty

__all__ = [
    "FLOOR",
    "Mention",
    "NotedTelling",
    "Placed",
    "find_mentions",
    "match_tellings",
    "most_common",
    "noted_tellings",
]

FLOOR = 0.25
"""Least overlap of evidence, as the cosine of shared letters: a clause of 60 letters inside a sentence of 900."""


class Placed:
    """The documents of a set, and where the citations of a note stand in them.

    Args:
        note: The note.
        case: The set.
    """

    def __init__(self, note: Note, case: NoteCase) -> None:
        self.case = case
        self.stretches = {name: Stretches(text) for name, text in case.texts.items()}
        by_digest = {source.sha256: source.document for source in case.gold.documents}
        self.document: dict[str, str | None] = {}
        for source in note.sources:
            name = by_digest.get(source.sha256 or "") or PurePath(source.name).name
            self.document[source.id] = name if name in case.texts else None
        self.citations = {citation.number: citation for citation in note.citations}

    def spans(self, cites: Iterable[int]) -> dict[str, list[Span]]:
        """The spans of some citations by document; a number that leads nowhere is left out."""
        found: dict[str, list[Span]] = {}
        for number in cites:
            citation = self.citations.get(number)
            document = self.document.get(citation.source) if citation else None
            if citation and document:
                found.setdefault(document, []).append(citation.span)
        return found

    def overlap(self, document: str, gold: Sequence[Span], noted: Sequence[Span]) -> float:
        """How far two sets of spans lie on each other: all of gold's, or the one that fits best."""
        stretches = self.stretches[document]
        right = stretches.merge(noted)
        return max(stretches.cosine(stretches.merge(spans), right) for spans in (gold, *([span] for span in gold)))


class NotedTelling(NamedTuple):
    """One commitment as a row cites it from one document.

    Attributes:
        row: Id of the row.
        document: The document.
        spans: Its evidence there.
        action: Of the row.
    """

    row: str
    document: str
    spans: list[Span]
    action: str


def noted_tellings(rows: Sequence[NoteCommitment], placed: Placed) -> list[NotedTelling]:
    """What the rows cite: one telling for each item of a brief. What two rows cite counts with the first."""
    found: dict[tuple[str, str], NotedTelling] = {}
    for direct in (True, False):  # what is only proof of another row's age is that row's own elsewhere
        for row in rows:
            for number in row.cites if direct else row.proof:
                citation = placed.citations.get(number)
                document = placed.document.get(citation.source) if citation else None
                if citation is None or document is None:
                    continue
                key = (citation.source, citation.item)
                telling = found.setdefault(key, NotedTelling(row.id, document, [], row.action))
                if telling.row == row.id and citation.span not in telling.spans:
                    telling.spans.append(citation.span)
    return list(found.values())


def match_tellings(
    case: NoteCase, tellings: Sequence[NotedTelling], placed: Placed
) -> tuple[dict[tuple[str, str], NotedTelling], list[NotedTelling]]:
    """Match what rows cite with the tellings of gold, one to one within each document.

    Where clauses of one sentence rest on the same span, the action decides.

    Returns:
        The telling of the note for each (commitment, document) of gold that is found, and those that match nothing.
    """
    matched: dict[tuple[str, str], NotedTelling] = {}
    extra: list[NotedTelling] = []
    for document in case.texts:
        gold: list[tuple[str, GoldTelling]] = [
            (row.id, telling)
            for row in case.gold.commitments
            for telling in row.tellings
            if telling.document == document
        ]
        noted = [telling for telling in tellings if telling.document == document]
        similarity = [
            [placed.overlap(document, label.evidence, telling.spans) for telling in noted] for _, label in gold
        ]
        preference = [[word_f1(label.action, telling.action) for telling in noted] for _, label in gold]
        pairs = assign(similarity, floor=FLOOR, preference=preference)
        for row, column in pairs:
            matched[gold[row][0], document] = noted[column]
        taken = {column for _, column in pairs}
        extra.extend(telling for column, telling in enumerate(noted) if column not in taken)
    return matched, extra


class Mention(NamedTuple):
    """A printed name of gold that a party of the note has.

    Attributes:
        entity: Id of the entity of gold.
        document: Where it is printed.
        name: Folded.
        party: Id of the party.
    """

    entity: str
    document: str
    name: str
    party: str


def find_mentions(entities: Sequence[GoldEntity], parties: Sequence[NoteParty], placed: Placed) -> list[Mention]:
    """Find under which party of the note each name that a document prints is kept.

    A party has a name of a document where it lists it and has the document among its sources. Where several do, it is
    the one that cites that very name there, then the one whose main name it is, then the first.
    """
    names = {party.id: {fold_name(name) for name in (party.name, *party.aliases)} for party in parties}
    documents = {party.id: {placed.document.get(source) for source in party.sources} for party in parties}
    cited = {party.id: placed.spans(party.cites) for party in parties}
    found: dict[tuple[str, str, str], Mention] = {}
    for entity in entities:
        for mention in entity.mentions:
            name = fold_name(mention.name)
            having = [p for p in parties if name in names[p.id] and mention.document in documents[p.id]]
            if not having:
                continue
            best = max(having, key=lambda party: _rank(party, mention.document, name, cited[party.id]))
            key = (entity.id, mention.document, name)
            found.setdefault(key, Mention(entity.id, mention.document, name, best.id))
    return list(found.values())


def _rank(party: NoteParty, document: str, name: str, cited: Mapping[str, list[Span]]) -> tuple[bool, bool]:
    """Of equals, `max` takes the first."""
    return any(fold_name(span.text) == name for span in cited.get(document, ())), fold_name(party.name) == name


def most_common(values: Iterable[str]) -> list[str]:
    """Values by how often they occur; of equals the first comes first."""
    return [value for value, _ in Counter(values).most_common()]
