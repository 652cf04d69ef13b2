"""The numbers of a run as every report shows them."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from statistics import median
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.comparison import Interval, score_intervals
from summariser.evals.labellers import AgreementF1
from summariser.evals.results import PARTS, Category, Counts, Measure, Part
from summariser.evals.scoring import summarise
from summariser.schemas.brief import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.evals.results import DocumentScore
    from summariser.evals.runs import Run

__all__ = ["Openness", "PartRow", "RunSummary", "SliceRow", "Took", "summary_of"]

_OPEN_FIELDS: dict[Part, tuple[str, ...]] = {
    "parties": ("role", "represents"),
    "commitments": ("deadline", "condition", "amount"),
    "context": ("date",),
    "quotes": ("speaker",),
}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class PartRow(_Model):
    """One part of the brief over all documents; counts are means over epochs."""

    measure: Measure
    lenient: Interval | None = Field(description="F1 with bounds; null where gold and briefs hold nothing.")
    strict: Interval | None
    naive: AgreementF1 | None = Field(description="What a naive reader gets.")
    ceiling: AgreementF1 | None = Field(description="How far two careful readers agree.")


class SliceRow(_Model):
    """Documents with one genre or tag: mean F1 of the parts."""

    documents: int
    strict: float | None
    lenient: float | None


class Openness(_Model):
    """How often a value was left open in a matched item."""

    items: int = Field(description="Matched items that count.")
    rightly: int = Field(description="Left open where gold has none, too.")
    wrongly: int = Field(description="Left open where gold has a value.")


class Took(_Model):
    """Tokens, calls, money and time."""

    usage: Usage = Field(description="Of all briefs, as it was when the model answered; failed documents left out.")
    cost_usd: float | None = Field(description="Of these tokens; null where no price is known.")
    spent: Usage = Field(description="Of this run alone: replayed answers cost nothing.")
    fresh: int = Field(description="Answers the model gave in this run.")
    replayed: int = Field(description="Answers from the cache.")
    seconds_median: float | None = Field(description="Model time of a document.")
    seconds_p90: float | None


class RunSummary(_Model):
    """The numbers of a run."""

    title: str
    created: datetime
    documents: int
    epochs: int
    scorer_version: str
    failed: tuple[str, ...] = Field(description="Documents without a brief, each with its reason.")
    lossy: tuple[str, ...] = Field(description="Documents of which a part got no valid answer.")
    parts: dict[Part, PartRow]
    lenient: Interval | None = Field(description="Unweighted mean F1 of the parts.")
    strict: Interval | None
    naive: AgreementF1 | None
    ceiling: AgreementF1 | None
    ceiling_documents: int
    ceiling_note: str
    fields: dict[str, Measure]
    status_confusion: dict[str, dict[str, int]]
    slices: dict[str, SliceRow]
    quote_words: Measure = Field(description="Quotes, whoever is named as the speaker.")
    without_aliases: Measure = Field(description="Parties, where only gold's own name is accepted.")
    fabricated: int
    lying: int
    dangling: int
    dropped: int = Field(description="Claims of the model that the source does not bear out.")
    left_open: dict[str, Openness]
    took: Took
    looks: int | None = Field(description="How often the documents of the test split were looked at.")


def summary_of(run: Run, *, level: float = 0.95) -> RunSummary:
    """Work out the numbers of a run.

    Args:
        run: The run.
        level: Of the intervals.
    """
    epochs = len(run.epochs)
    scored = [document for scores in run.scores for document in scores.documents]
    total = summarise(scored)
    lenient = score_intervals(run.scores, level=level)
    strict = score_intervals(run.scores, strict=True, level=level)
    naive, ceiling = run.references.naive, run.references.ceiling
    return RunSummary(
        title=run.title,
        created=run.created,
        documents=len(run.epochs[0].documents),
        epochs=epochs,
        scorer_version=run.scorer_version,
        failed=_distinct(f"{each.document}: {each.failed}" for each in run.each() if each.brief is None),
        lossy=_distinct(each.document for each in run.each() if each.lossy),
        parts={
            part: PartRow(
                measure=_mean(total.parts[part], epochs),
                lenient=lenient.parts[part],
                strict=strict.parts[part],
                naive=naive.parts[part] if naive else None,
                ceiling=ceiling.parts[part] if ceiling else None,
            )
            for part in PARTS
        },
        lenient=lenient.overall,
        strict=strict.overall,
        naive=naive.overall if naive else None,
        ceiling=ceiling.overall if ceiling else None,
        ceiling_documents=ceiling.documents if ceiling else 0,
        ceiling_note=ceiling.note if ceiling else "",
        fields={name: _mean(measure, epochs) for name, measure in total.fields.items()},
        status_confusion=total.status_confusion,
        slices=_slices(scored, epochs),
        quote_words=_mean(total.quote_words, epochs),
        without_aliases=_mean(total.without_aliases, epochs),
        fabricated=total.fabricated,
        lying=total.lying,
        dangling=total.dangling,
        dropped=sum(len(each.brief.coverage.dropped) for each in run.each() if each.brief),
        left_open=_left_open(scored),
        took=_took(run),
        looks=run.looks,
    )


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _mean(measure: Measure, epochs: int) -> Measure:
    counts = measure.counts
    shared = Counts(*(value / epochs for value in (counts.cor, counts.par, counts.inc, counts.spu, counts.mis)))
    return measure.model_copy(update={"counts": shared})


def _slices(scored: Sequence[DocumentScore], epochs: int) -> dict[str, SliceRow]:
    groups: dict[str, list[DocumentScore]] = {}
    for document in scored:
        for name in (f"genre:{document.genre}", *(f"tag:{tag}" for tag in document.tags)):
            groups.setdefault(name, []).append(document)
    rows: dict[str, SliceRow] = {}
    for name, group in sorted(groups.items()):
        total = summarise(group)
        rows[name] = SliceRow(documents=len(group) // epochs, strict=total.strict, lenient=total.lenient)
    return rows


def _left_open(scored: Sequence[DocumentScore]) -> dict[str, Openness]:
    found: dict[str, Openness] = {}
    for part, fields in _OPEN_FIELDS.items():
        matched = [
            {outcome.field: outcome.category for outcome in pair.fields}
            for document in scored
            for pair in document.pairs
            if pair.part == part and pair.counted and pair.gold is not None and pair.predicted is not None
        ]
        for field in fields:
            found[f"{part}.{field}"] = Openness(
                items=len(matched),
                rightly=sum(field not in outcomes for outcomes in matched),
                wrongly=sum(outcomes.get(field) is Category.MIS for outcomes in matched),
            )
    return found


def _took(run: Run) -> Took:
    briefs = [each.brief for each in run.each() if each.brief]
    costs = [brief.provenance.cost_usd for brief in briefs if brief.provenance.cost_usd is not None]
    seconds = sorted(each.asked.seconds for each in run.each() if each.brief)
    return Took(
        usage=sum((brief.provenance.usage for brief in briefs), Usage()),
        cost_usd=sum(costs) if costs else None,
        spent=run.spent,
        fresh=sum(len(each.asked.fresh) for each in run.each()),
        replayed=sum(len(each.asked.replayed) for each in run.each()),
        seconds_median=median(seconds) if seconds else None,
        seconds_p90=seconds[ceil(0.9 * len(seconds)) - 1] if seconds else None,
    )
