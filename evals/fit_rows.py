"""Labelled documents become rows of features, one set for each of the models that are fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.analysis import Analysis
from summariser.candidates.likely_undertakings import binding_features
from summariser.candidates.reader import Reader
from summariser.candidates.salience import needed_features
from summariser.candidates.undertaking_status import status_features
from summariser.documents import read_file
from summariser.documents.dateline import find_date
from summariser.pipeline.context import ContextMaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.documents import Sentence
    from summariser.evals.gold import Case, GoldCommitment
    from summariser.schemas import Span

__all__ = ["Row", "binding_rows", "bound_rows", "needed_rows", "party_rows", "prepare", "speaker_rows", "status_rows"]


class Row(NamedTuple):
    """One thing that a model decides.

    Attributes:
        document: Name of its document; rows of one document stay together when models are compared.
        question: Rows of one question compete: the entities of one undertaking.
        features: What the model sees.
        label: What gold says.
        ruled: What the rules say without the model.
    """

    document: str
    question: str
    features: list[str]
    label: str
    ruled: str = ""


def prepare(case: Case) -> tuple[Case, Analysis]:
    """A case with its candidates, its document dated as the pipeline dates it."""
    document = read_file(case.path)
    if document.date is None and (found := find_date(document.text, document.furniture)):
        document = document.with_date(found[0], "dateline")
    return case, Analysis(document)


def binding_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Whether each sentence carries a required commitment; those of optional ones teach nothing."""
    document = analysis.document
    reader = Reader(document, analysis.entities, analysis.quotations)
    grammar = analysis.grammatical
    for sentence in document.sentences:
        told = [item for item in case.gold.commitments if _touches(item.evidence, sentence)]
        if told and not any(item.required for item in told):
            continue
        ruled = any(item.start < sentence.end and sentence.start < item.end for item in grammar)
        features = binding_features(reader, sentence)
        yield Row(case.gold.document, "", features, str(bool(told)), str(ruled))


def status_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """The status of each undertaking that gold knows."""
    for undertaking in analysis.unjudged:
        gold = _most_shared(case.gold.commitments, undertaking.start, undertaking.end)
        if gold is not None:
            features = status_features(analysis.document, undertaking)
            yield Row(case.gold.document, "", features, gold.status, undertaking.status)


def bound_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Whether each entity is bound by each undertaking that gold knows."""
    names = _names(case)
    for number, undertaking in enumerate(analysis.undertakings):
        gold = _most_shared(case.gold.commitments, undertaking.start, undertaking.end)
        if gold is None:
            continue
        ruled = analysis.binder.ruled(undertaking)
        wanted = [names[party] for party in gold.by]
        for entity, features in analysis.binder.pairs(undertaking):
            right = any(_is(entity, each) for each in wanted)
            yield Row(case.gold.document, f"c{number}", features, str(right), str(entity in ruled))


def speaker_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Whether each entity says each quotation that gold attributes; turns of a transcript name their speaker."""
    names = _names(case)
    for number, quotation in enumerate(analysis.quotations):
        gold = next((quote for quote in case.gold.quotes if _overlaps(quote.evidence, quotation.spans)), None)
        if quotation.label or gold is None or gold.speaker is None:
            continue
        ruled = analysis.resolver.speaker(quotation)
        for entity, features in analysis.speakers.pairs(quotation):
            right = _is(entity, names[gold.speaker])
            yield Row(case.gold.document, f"q{number}", features, str(right), str(entity in ruled))


def needed_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Whether each sentence that nothing else tells, the main event apart, bears a required fact."""
    document = analysis.document
    maker = ContextMaker(analysis, document.date)
    for item in maker.undecided(document.sentences):
        told = [fact for fact in case.gold.context if _touches(fact.evidence, item.sentence)]
        if told and not any(fact.required for fact in told):
            continue
        words = document.text[item.start : item.sentence.end]
        yield Row(case.gold.document, "", needed_features(words, item.signs), str(bool(told)))


def party_rows(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Whether each entity is a required party; those of optional ones teach nothing."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for party in case.gold.parties:
        names[party.required] |= {name.casefold() for name in (party.name, *party.aliases)}
    for entity in analysis.entities:
        own = {name.casefold() for name in entity.names}
        if own & names[True] or not own & names[False]:
            features = analysis.partakers.features(entity)
            label = str(bool(own & names[True]))
            yield Row(case.gold.document, "", features, label, str(entity.kind is not None))


ROWS: dict[str, Callable[[Case, Analysis], Iterator[Row]]] = {
    "binding": binding_rows,
    "status": status_rows,
    "bound": bound_rows,
    "speaker": speaker_rows,
    "needed": needed_rows,
    "party": party_rows,
}
"""The models in the order in which they are fitted: who is bound is asked of what the first two find."""


def _names(case: Case) -> dict[str, frozenset[str]]:
    return {
        party.id: frozenset(name.casefold() for name in (party.name, *party.aliases)) for party in case.gold.parties
    }


def _is(entity: Entity, names: frozenset[str]) -> bool:
    return any(name.casefold() in names for name in entity.names)


def _touches(evidence: Sequence[Span], sentence: Sentence) -> bool:
    return any(span.start < sentence.end and sentence.start < span.end for span in evidence)


def _overlaps(evidence: Sequence[Span], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for span in evidence for start, end in spans)


def _most_shared(commitments: Sequence[GoldCommitment], start: int, end: int) -> GoldCommitment | None:
    """The commitment whose evidence shares most with a stretch, or None where none touches it."""

    def shared(item: GoldCommitment) -> int:
        return max(min(span.end, end) - max(span.start, start) for span in item.evidence)

    best = max(commitments, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None
