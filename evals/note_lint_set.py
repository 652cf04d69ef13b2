"""What can be wrong with the labels of a set as a whole."""

from __future__ import annotations

from datetime import date as Date
from typing import TYPE_CHECKING

from summariser.evals.lint_labels import Fault
from summariser.evals.note_gold import spans_of
from summariser.evals.similarity import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.evals.note_gold import GoldDifference, GoldRow, NoteCase, NoteGold
    from summariser.evals.positions import Where

__all__ = ["check_set"]


def check_set(case: NoteCase) -> Iterator[Fault]:
    """Everything that is wrong between the labels of a set, as far as a program can tell.

    Args:
        case: The set, all of its documents read.
    """
    gold = case.gold
    yield from _check_frame(gold)
    yield from _check_ids(gold)
    unknown = list(_check_names_of_documents(gold))
    yield from unknown
    yield from _check_entities(gold)
    for index, row in enumerate(gold.commitments):
        yield from _check_row(("commitments", index), row, gold)
    for index, difference in enumerate(gold.differences):
        yield from _check_difference(("differences", index), difference, gold)
    if not unknown:
        yield from _check_wordings(case)


def _check_frame(gold: NoteGold) -> Iterator[Fault]:
    if not gold.signed:
        yield Fault(("labelled",), "is a draft that nobody has read", "correct it, then add yourself under `labelled`")
    if not gold.topic.strip():
        yield Fault(("topic",), "topic is empty", "say in a few words what the set is about")
    if len(gold.relevant) < 2:
        yield Fault(("documents",), "fewer than two documents are on the matter", "add one")
    for index, tag in enumerate(gold.tags):
        if tag in gold.tags[:index]:
            yield Fault(("tags", index), f"tag {tag} is given twice", "drop one")
    for index, source in enumerate(gold.documents):
        if source.date and source.date > gold.as_of:
            yield Fault(
                ("as_of",), f"{source.document} is of a later day", "set as_of to the day of the newest, or later"
            )
        if not source.genre.strip():
            yield Fault(("documents", index, "genre"), "genre is empty", "name one")


def _check_ids(gold: NoteGold) -> Iterator[Fault]:
    parts: tuple[tuple[str, Sequence[str]], ...] = (
        ("entities", [entity.id for entity in gold.entities]),
        ("commitments", [row.id for row in gold.commitments]),
        ("differences", [difference.id for difference in gold.differences]),
    )
    seen: set[str] = set()
    for part, ids in parts:
        for index, value in enumerate(ids):
            if value in seen:
                yield Fault((part, index, "id"), f"id {value} is given twice", "give each item an id of its own")
            seen.add(value)


def _check_names_of_documents(gold: NoteGold) -> Iterator[Fault]:
    known = {source.document for source in gold.documents}
    named: list[tuple[Where, str]] = [(where, document) for where, document, _ in spans_of(gold)]
    named += [
        (("entities", index, "mentions", number), mention.document)
        for index, entity in enumerate(gold.entities)
        for number, mention in enumerate(entity.mentions)
    ]
    for where, document in named:
        if document not in known:
            yield Fault(where, f"{document} is no document of the set", "name one under `documents`")


def _check_entities(gold: NoteGold) -> Iterator[Fault]:
    known = {entity.id for entity in gold.entities}
    for index, entity in enumerate(gold.entities):
        where: Where = ("entities", index)
        if entity.represents is not None and (entity.represents not in known or entity.represents == entity.id):
            yield Fault((*where, "represents"), f"{entity.id} represents no other entity", "set it to null")
        printed = {fold_name(mention.name) for mention in entity.mentions}
        if entity.kind != "state" and fold_name(entity.name) not in printed:
            message = f"{entity.id}: no document prints the name {entity.name!r}"
            yield Fault((*where, "name"), message, "name it by its fullest name in the documents")
        if entity.required and gold.relevant.isdisjoint(mention.document for mention in entity.mentions):
            yield Fault((*where, "required"), f"{entity.id} is only in documents on another matter", "make it optional")


def _check_row(where: Where, row: GoldRow, gold: NoteGold) -> Iterator[Fault]:
    known = {entity.id for entity in gold.entities}
    bound = [*row.by, *row.to, *(entity for telling in row.tellings for entity in telling.by)]
    for entity in dict.fromkeys(bound):
        if entity not in known:
            yield Fault((*where, "by"), f"no entity has the id {entity}", "refer to an entity of this file")
    documents = [telling.document for telling in row.tellings]
    for index, document in enumerate(documents):
        if document in documents[:index]:
            message = f"{row.id}: {document} tells of it twice"
            yield Fault((*where, "tellings", index), message, "put both spans into one telling")
    if row.required and gold.relevant.isdisjoint(documents):
        yield Fault((*where, "required"), f"{row.id} is only told by documents on another matter", "make it optional")
    if row.status in row.also_right:
        yield Fault((*where, "also_right"), f"{row.id}: {row.status} is the status already", "drop it")
    newest = _newest_deadline(row, gold)
    if row.deadline != newest:
        message = f"{row.id}: the deadline is {row.deadline}, that of the newest telling that has one {newest}"
        yield Fault((*where, "deadline"), message, "correct one of the two")


def _newest_deadline(row: GoldRow, gold: NoteGold) -> Date | None:
    """The latest day by the newest document that gives one; undated documents come last."""
    dates = {source.document: source.date for source in gold.documents}
    told = [
        (dates[telling.document] or Date.min, telling.deadline.latest)
        for telling in row.tellings
        if telling.document in dates and telling.deadline and telling.deadline.latest
    ]
    return max(told)[1] if told else None


def _check_difference(where: Where, difference: GoldDifference, gold: NoteGold) -> Iterator[Fault]:
    if difference.commitment is not None and difference.commitment not in {row.id for row in gold.commitments}:
        message = f"no commitment has the id {difference.commitment}"
        yield Fault((*where, "commitment"), message, "refer to a commitment of this file")
    documents = {wording.document for wording in difference.wordings}
    if len(documents) < len(difference.wordings):
        yield Fault((*where, "wordings"), f"{difference.id}: a document is given twice", "keep one wording of each")
    if not documents <= gold.relevant:
        yield Fault(
            (*where, "wordings"), f"{difference.id}: rests on a document on another matter", "drop that wording"
        )


def _check_wordings(case: NoteCase) -> Iterator[Fault]:
    """Spans of differences; all others are checked with the labels of their documents."""
    for where, document, span in spans_of(case.gold):
        text = case.texts[document]
        if where[0] != "differences" or (span.text and text[span.start : span.end] == span.text):
            continue
        at = text.find(span.text) if span.text else -1
        fix = f"these words stand at {at}–{at + len(span.text)}" if at >= 0 else "copy the words from the document"
        yield Fault(where, f"{document}: span {span.start}–{span.end} is not {span.text!r} in the document", fix)
