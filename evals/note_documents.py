"""The labels of a set, document by document: as labels of briefs, and as the briefs that a perfect reader would make.

Fed with such briefs the engine is measured by its merging alone, whatever a model would have found in the documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.documents.read import read_path
from summariser.evals.gold import Case, Gold, GoldCommitment, GoldContext, GoldParty
from summariser.evals.note_gold import NOTE_GOLD
from summariser.evals.similarity import fold_text
from summariser.schemas.brief import Span

if TYPE_CHECKING:
    from summariser.evals.note_gold import GoldEntity, GoldSource, NoteCase, NoteGold
    from summariser.evals.positions import Where
    from summariser.schemas.brief import Brief

__all__ = ["DocumentLabels", "briefs_of_gold", "document_labels"]


class DocumentLabels(NamedTuple):
    """What the labels of a set say of one document.

    Attributes:
        case: The document with these labels.
        origins: Where each stands in the gold of the set, by its part and its place in it.
    """

    case: Case
    origins: dict[tuple[str, int], Where]


def briefs_of_gold(case: NoteCase) -> list[Brief]:
    """The brief of each document of a set, as its labels have it; the documents are attached."""
    briefs = []
    for source, labels in zip(case.gold.documents, document_labels(case), strict=True):
        brief = labels.case.as_brief()
        lines = (line.strip() for line in labels.case.text.splitlines())
        brief.title = next((line for line in lines if line), source.document)
        brief.provenance.document.outlet = source.outlet
        briefs.append(brief.attach(read_path(labels.case.path)))
    return briefs


def document_labels(case: NoteCase) -> list[DocumentLabels]:
    """The labels of each document of a set."""
    return [_labels(case, source) for source in case.gold.documents]


def _labels(case: NoteCase, source: GoldSource) -> DocumentLabels:
    gold, text = case.gold, case.texts[source.document]
    origins: dict[tuple[str, int], Where] = {}
    parties = _parties(gold, source.document, text, origins)
    labels = Gold(
        gold_version="1",
        document=source.document,
        sha256=source.sha256,
        date=source.date,
        genre=source.genre,
        split=gold.split,
        labelled=gold.labelled,
        parties=parties,
        commitments=_commitments(gold, source.document, {party.id for party in parties}, origins),
        context=_facts(gold, source.document, origins),
    )
    return DocumentLabels(Case(labels, case.folder / source.document, text, case.folder / NOTE_GOLD), origins)


def _parties(gold: NoteGold, document: str, text: str, origins: dict[tuple[str, int], Where]) -> list[GoldParty]:
    found: list[GoldParty] = []
    here = {
        entity.id: [mention.name for mention in entity.mentions if mention.document == document]
        for entity in gold.entities
    }
    for number, entity in enumerate(gold.entities):
        if not here[entity.id]:
            continue
        origins["parties", len(found)] = ("entities", number)
        found.append(_party(entity, here, text))
    return found


def _party(entity: GoldEntity, here: dict[str, list[str]], text: str) -> GoldParty:
    names = here[entity.id]
    name = entity.name if entity.kind == "state" else names[0]
    start = next((at for at in map(text.find, names) if at >= 0), 0)
    first = next((printed for printed in names if text.startswith(printed, start)), text[:1])
    return GoldParty(
        id=entity.id,
        name=name,
        kind=entity.kind,
        role=entity.role if entity.role and fold_text(entity.role) in fold_text(text) else None,
        represents=entity.represents if here.get(entity.represents or "") else None,
        aliases=[printed for printed in names if printed != name],
        evidence=[Span(start=start, end=start + len(first), text=first)],
        required=entity.required,
    )


def _commitments(
    gold: NoteGold, document: str, known: set[str], origins: dict[tuple[str, int], Where]
) -> list[GoldCommitment]:
    """In the order of the text, as a reader meets them."""
    told = [
        (row, telling, ("commitments", number, "tellings", index))
        for number, row in enumerate(gold.commitments)
        for index, telling in enumerate(row.tellings)
        if telling.document == document
    ]
    told.sort(key=lambda each: each[1].evidence[0].start)
    for place, (_, _, where) in enumerate(told):
        origins["commitments", place] = where
    return [
        GoldCommitment(
            id=row.id,
            by=[entity for entity in telling.by or row.by if entity in known],
            to=[entity for entity in row.to if entity in known],
            action=telling.action,
            status=telling.status,
            deadline=telling.deadline,
            condition=telling.condition,
            amount=telling.amount,
            evidence=telling.evidence,
            required=row.required,
        )
        for row, telling, _ in told
    ]


def _facts(gold: NoteGold, document: str, origins: dict[tuple[str, int], Where]) -> list[GoldContext]:
    found: list[GoldContext] = []
    for number, fact in enumerate(gold.facts):
        if fact.document == document:
            origins["context", len(found)] = ("facts", number)
            label = fact.model_dump(exclude={"document"})
            found.append(GoldContext(id=f"x{len(found) + 1}", required=False, **label))
    return found
