"""Scores a filled schema of the user's own: entries of lists are aligned on their spans, then judged field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.align import assign
from summariser.evals.own_fields import Leaf, fields_of, judge_leaf
from summariser.evals.results import Category, Counts, Failure, FieldOutcome, Measure
from summariser.evals.scoring import mean_f1
from summariser.evals.similarity import Stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summariser.evals.own_gold import OwnCase
    from summariser.schemas import Span
    from summariser.schemas.own import Extraction

__all__ = ["OwnDocumentScore", "OwnPair", "OwnScores", "score_own", "score_own_document"]

_FLOOR = 0.4
_HALF = 0.5


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class OwnPair(_Result):
    """An entry of gold and the one that stands for it, or one of them alone."""

    part: str = Field(description="Top-level field of the schema.")
    gold: str | None = Field(default=None, description="Path in gold, such as duties[0].")
    predicted: str | None = Field(default=None, description="Path in the answer.")
    category: Category
    counted: bool = True
    reason: str
    fields: tuple[FieldOutcome, ...] = ()


class OwnDocumentScore(_Result):
    """How the answer for one document compares with its gold."""

    document: str
    failed: str | None = None
    pairs: tuple[OwnPair, ...]
    counts: dict[str, Counts]
    fields: dict[str, Counts] = Field(description="Of counted matched pairs, by `part.field`.")


class OwnScores(_Result):
    """The scores of one run over a data set."""

    documents: tuple[OwnDocumentScore, ...]
    parts: dict[str, Measure]
    fields: dict[str, Measure]
    strict: float | None = Field(description="Unweighted mean of the strict F1 of the parts that hold anything.")
    lenient: float | None


class _Entry(NamedTuple):
    path: str
    leaves: dict[str, Leaf]
    spans: list[tuple[int, int]]


def score_own(answers: Mapping[str, Extraction[BaseModel] | Failure], cases: Sequence[OwnCase]) -> OwnScores:
    """Compare the answers of a run with the gold of a data set.

    Args:
        answers: By the file name of the document. A document without an entry counts as failed.
        cases: The documents.

    Raises:
        SchemaError: The schema has lists inside the entries of lists.
    """
    none = Failure(error="no answer")
    documents = tuple(score_own_document(answers.get(case.gold.document, none), case) for case in cases)
    parts = _summed(document.counts for document in documents)
    return OwnScores(
        documents=documents,
        parts=parts,
        fields=_summed(document.fields for document in documents),
        strict=mean_f1(measure.strict.f1 for measure in parts.values()),
        lenient=mean_f1(measure.lenient.f1 for measure in parts.values()),
    )


def _summed(each: Iterable[Mapping[str, Counts]]) -> dict[str, Measure]:
    total: dict[str, Counts] = {}
    for counts in each:
        for name, value in counts.items():
            total[name] = total.get(name, Counts()) + value
    return {name: Measure.of(value) for name, value in total.items()}


def score_own_document(answer: Extraction[BaseModel] | Failure, case: OwnCase) -> OwnDocumentScore:
    """Compare an answer with the gold of its document.

    A part is a top-level field: each entry of a list counts, and a plain value counts as a list of one. Entries are
    aligned on the cosine of their spans, or on their fields where one has none. COR: every field is right. PAR: at
    least half of them (a partly right one counts half). INC: fewer.
    """
    source = Stretches(case.text)
    failed = answer.error if isinstance(answer, Failure) else None
    pairs: list[OwnPair] = []
    for part in type(case.data).model_fields:
        gold = _entries(case.data, part, case.gold.spans, source)
        given = [] if isinstance(answer, Failure) else _entries(answer.data, part, answer.spans, source)
        pairs.extend(_pairs(part, gold, given, set(case.gold.optional), source))
    fields: dict[str, list[Category]] = {}
    for pair in pairs:
        for outcome in pair.fields if pair.counted else ():
            name = f"{pair.part}.{outcome.field}" if outcome.field else pair.part
            fields.setdefault(name, []).append(outcome.category)
    return OwnDocumentScore(
        document=case.gold.document,
        failed=failed,
        pairs=tuple(pairs),
        counts={
            part: Counts.of(pair.category for pair in pairs if pair.part == part and pair.counted)
            for part in type(case.data).model_fields
        },
        fields={name: Counts.of(found) for name, found in fields.items()},
    )


def _entries(data: BaseModel, part: str, spans: Mapping[str, Span], source: Stretches) -> list[_Entry]:
    info = type(data).model_fields[part]
    value = getattr(data, part)
    several = isinstance(value, (list, tuple))
    found: list[_Entry] = []
    for number, item in enumerate(value if several else [value]):
        path = f"{part}[{number}]" if several else part
        leaves = dict(fields_of(item, info, path, spans))
        if any(leaf.value is not None for leaf in leaves.values()):
            own = [span for place, span in spans.items() if place == path or place.startswith(f"{path}.")]
            found.append(_Entry(path, leaves, source.merge(own)))
    return found


def _pairs(
    part: str, gold: list[_Entry], given: list[_Entry], optional: set[str], source: Stretches
) -> Iterator[OwnPair]:
    judged = [[_judge(label, item, source) for item in given] for label in gold]
    alike = [
        [
            source.cosine(label.spans, item.spans) if label.spans and item.spans else _share(judged[row][column])
            for column, item in enumerate(given)
        ]
        for row, label in enumerate(gold)
    ]
    chosen = dict(assign(alike, floor=_FLOOR, preference=[[_share(each) for each in row] for row in judged]))
    for row, label in enumerate(gold):
        counted = label.path not in optional
        if row not in chosen:
            reason = "nothing is like it" if counted else "optional, so no miss"
            yield OwnPair(part=part, gold=label.path, category=Category.MIS, counted=counted, reason=reason)
            continue
        fields = tuple(judged[row][chosen[row]])
        share = _share(fields)
        category = Category.COR if share == 1 else Category.PAR if share >= _HALF else Category.INC
        wrong = [outcome.field or "value" for outcome in fields if outcome.category is not Category.COR]
        reason = f"wrong: {', '.join(wrong)}" if wrong else "every field is right"
        yield OwnPair(
            part=part,
            gold=label.path,
            predicted=given[chosen[row]].path,
            category=category,
            counted=counted,
            reason=reason if counted else f"{reason}; optional, so neutral",
            fields=fields,
        )
    taken = set(chosen.values())
    for column, item in enumerate(given):
        if column not in taken:
            yield OwnPair(part=part, predicted=item.path, category=Category.SPU, reason="gold has nothing like it")


def _judge(gold: _Entry, given: _Entry, source: Stretches) -> list[FieldOutcome]:
    names = dict.fromkeys([*gold.leaves, *given.leaves])
    return [
        outcome for name in names for outcome in judge_leaf(name, gold.leaves.get(name), given.leaves.get(name), source)
    ]


def _share(outcomes: Sequence[FieldOutcome]) -> float:
    """How much of an entry is right, 0 to 1."""
    worth = {Category.COR: 1.0, Category.PAR: 0.5}
    return sum(worth.get(outcome.category, 0.0) for outcome in outcomes) / len(outcomes) if outcomes else 1.0
