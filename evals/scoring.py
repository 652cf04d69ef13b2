"""Scores briefs against gold: one document, then a data set."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol, TypeVar

from summariser.errors import InputError
from summariser.evals.commitments import score_commitments
from summariser.evals.context import score_context
from summariser.evals.parties import score_parties, without_aliases
from summariser.evals.quotes import is_fabricated, score_quotes
from summariser.evals.results import PARTS, Category, Counts, DocumentScore, Failure, Measure, Pair, Scores, Summary
from summariser.evals.similarity import Stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summariser.evals.gold import Case
    from summariser.evals.matching import Labelled
    from summariser.evals.results import Part
    from summariser.schemas.brief import Brief, Span

__all__ = ["SCORER_VERSION", "mean_f1", "score", "score_document", "summarise", "tally_pairs"]

SCORER_VERSION = "1"
"""Goes up whenever the same brief and gold would score otherwise: scores of two versions are not comparable."""


class _Evidenced(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def evidence(self) -> list[Span]: ...


_Item = TypeVar("_Item", bound=_Evidenced)


def score_document(brief: Brief | Failure, case: Case) -> DocumentScore:
    """Compare a brief with the gold of its document.

    Args:
        brief: The brief, or why there is none: then all required gold is missing.
        case: The document and its gold.

    Raises:
        InputError: The brief was made of another document, or of another version of it.
    """
    if isinstance(brief, Failure):
        return _failed(brief, case)
    gold = case.gold
    if brief.provenance.document.sha256 != gold.sha256:
        msg = f"{gold.document}: the brief was made of another document (sha256 differs)"
        raise InputError(msg, hint="make the brief again")
    source = Stretches(case.text)
    gold_parties, parties = _ordered(gold.parties), _ordered(brief.parties)
    gold_commitments = _ordered(gold.commitments)
    party_pairs, resolve = score_parties(gold_parties, parties)
    commitment_pairs = score_commitments(gold_commitments, _ordered(brief.commitments), resolve, source)
    context_pairs = score_context(_ordered(gold.context), _ordered(brief.context), gold_commitments, source)
    quote_pairs, quote_words = score_quotes(_ordered(gold.quotes), _ordered(brief.quotes), resolve, source)
    pairs = [*party_pairs, *commitment_pairs, *context_pairs, *quote_pairs]
    return _document_score(
        case,
        pairs,
        without_aliases=Counts.of(without_aliases(party_pairs, gold_parties, parties)),
        quote_words=Counts.of(quote_words),
        brief=brief,
    )


def _ordered(items: Sequence[_Item]) -> list[_Item]:
    """Items in the order of their evidence, whatever order they came in."""
    return sorted(items, key=lambda item: ([(span.start, span.end) for span in item.evidence], item.id))


def _failed(failure: Failure, case: Case) -> DocumentScore:
    gold = case.gold
    lists: tuple[tuple[Part, Sequence[Labelled]], ...] = (
        ("parties", gold.parties),
        ("commitments", gold.commitments),
        ("context", gold.context),
        ("quotes", gold.quotes),
    )
    pairs = [
        Pair(part=part, gold=item.id, category=Category.MIS, counted=item.required, reason="the document has no brief")
        for part, items in lists
        for item in items
    ]
    missing = {part: Counts(mis=sum(item.required for item in items)) for part, items in lists}
    return _document_score(
        case, pairs, without_aliases=missing["parties"], quote_words=missing["quotes"], failed=failure.error
    )


def _document_score(
    case: Case,
    pairs: Sequence[Pair],
    *,
    without_aliases: Counts,
    quote_words: Counts,
    brief: Brief | None = None,
    failed: str | None = None,
) -> DocumentScore:
    counted = [pair for pair in pairs if pair.counted]
    fields: dict[str, list[Category]] = {}
    confusion: dict[str, Counter[str]] = {}
    for pair in counted:
        for outcome in pair.fields:
            fields.setdefault(f"{pair.part}.{outcome.field}", []).append(outcome.category)
            if outcome.field == "status":
                confusion.setdefault(str(outcome.gold), Counter())[str(outcome.predicted)] += 1
    return DocumentScore(
        document=case.gold.document,
        genre=case.gold.genre,
        tags=tuple(case.gold.tags),
        failed=failed,
        pairs=tuple(pairs),
        counts=tally_pairs(pairs),
        without_aliases=without_aliases,
        quote_words=quote_words,
        fields={name: Counts.of(categories) for name, categories in sorted(fields.items())},
        status_confusion={status: dict(row) for status, row in sorted(confusion.items())},
        fabricated=tuple(quote.id for quote in brief.quotes if is_fabricated(quote, case.text)) if brief else (),
        lying=tuple(_lying(brief, case.text)) if brief else (),
        dangling=tuple(_dangling(brief)) if brief else (),
    )


def tally_pairs(pairs: Iterable[Pair]) -> dict[Part, Counts]:
    """Count the pairs that count, by part."""
    categories: dict[Part, list[Category]] = {part: [] for part in PARTS}
    for pair in pairs:
        if pair.counted:
            categories[pair.part].append(pair.category)
    return {part: Counts.of(found) for part, found in categories.items()}


def _lying(brief: Brief, text: str) -> Iterable[str]:
    """Spans whose text is not what the source has between their bounds."""
    items: list[_Evidenced] = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    for item in items:
        for number, span in enumerate(item.evidence):
            if text[span.start : span.end] != span.text or not span.text:
                yield f"{item.id}.{number}"


def _dangling(brief: Brief) -> Iterable[str]:
    """References to a party the brief does not hold."""
    known = {party.id for party in brief.parties}
    references: list[tuple[str, str, str | None]] = [
        *((party.id, "represents", party.represents) for party in brief.parties),
        *((item.id, "by", reference) for item in brief.commitments for reference in item.by),
        *((item.id, "to", reference) for item in brief.commitments for reference in item.to),
        *((quote.id, "speaker", quote.speaker) for quote in brief.quotes),
    ]
    for item_id, field, reference in references:
        if reference is not None and reference not in known:
            yield f"{item_id}.{field}"


def score(briefs: Mapping[str, Brief | Failure], dataset: Sequence[Case]) -> Scores:
    """Compare the briefs of a run with the gold of a data set.

    Args:
        briefs: By the file name of the document. A document without an entry counts as failed.
        dataset: The documents that are scored, as `load_dataset` gives them.

    Raises:
        InputError: A brief belongs to no document of the data set, or to another version of one.
    """
    unknown = sorted(briefs.keys() - {case.gold.document for case in dataset})
    if unknown:
        msg = f"{unknown[0]}: has a brief, but is not in the data set"
        raise InputError(msg, hint="score the documents that were run")
    documents = [score_document(briefs.get(case.gold.document) or Failure(error="no brief"), case) for case in dataset]
    groups: dict[str, list[DocumentScore]] = {}
    for document in documents:
        for name in (f"genre:{document.genre}", *(f"tag:{tag}" for tag in document.tags)):
            groups.setdefault(name, []).append(document)
    return Scores(
        scorer_version=SCORER_VERSION,
        documents=tuple(documents),
        total=summarise(documents),
        slices={name: summarise(group) for name, group in sorted(groups.items())},
    )


def summarise(documents: Sequence[DocumentScore]) -> Summary:
    """Sum the counts of documents and give the rates (micro-average)."""
    parts = {part: Measure.of(_sum(document.counts[part] for document in documents)) for part in PARTS}
    names = sorted({name for document in documents for name in document.fields})
    confusion: dict[str, Counter[str]] = {}
    for document in documents:
        for status, row in document.status_confusion.items():
            confusion.setdefault(status, Counter()).update(row)
    return Summary(
        documents=len(documents),
        failed=sum(document.failed is not None for document in documents),
        parts=parts,
        strict=mean_f1([measure.strict.f1 for measure in parts.values()]),
        lenient=mean_f1([measure.lenient.f1 for measure in parts.values()]),
        without_aliases=Measure.of(_sum(document.without_aliases for document in documents)),
        quote_words=Measure.of(_sum(document.quote_words for document in documents)),
        fields={
            name: Measure.of(_sum(document.fields[name] for document in documents if name in document.fields))
            for name in names
        },
        status_confusion={status: dict(row) for status, row in sorted(confusion.items())},
        fabricated=sum(len(document.fabricated) for document in documents),
        lying=sum(len(document.lying) for document in documents),
        dangling=sum(len(document.dangling) for document in documents),
    )


def mean_f1(values: Iterable[float | None]) -> float | None:
    """The unweighted mean of the parts that hold anything, or None where none does."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())
