"""How good a note is: what it found, what it merged rightly, and what it says of it.

Found and merged are kept apart: a commitment that no document's brief held is missing, and says nothing of merging.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.note_clusters import b_cubed, b_cubed_f1, links
from summariser.evals.note_differences import match_differences
from summariser.evals.note_faults import find_faults
from summariser.evals.note_matching import (
    Mention,
    NotedTelling,
    Placed,
    find_mentions,
    match_tellings,
    most_common,
    noted_tellings,
)
from summariser.evals.note_results import (
    MEASURES,
    DifferenceOutcome,
    EntityOutcome,
    Measure,
    Measured,
    NoteScore,
    NoteScores,
    RowOutcome,
)
from summariser.evals.results import Failure, Tally
from summariser.evals.similarity import fold_name
from summariser.evals.statistics import jackknife

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summariser.evals.note_gold import GoldRow, NoteCase
    from summariser.schemas.note import Note, NoteCommitment

__all__ = ["NOTE_SCORER_VERSION", "score_note", "score_notes"]

NOTE_SCORER_VERSION = "1"
_FEWEST_SETS = 3  # for bounds: with two, Student's t has one degree of freedom and says nothing
_B_CUBED: tuple[Measure, ...] = ("commitments_merged", "entities_merged")


def score_note(note: Note | Failure, case: NoteCase) -> NoteScore:
    """Compare the note of a set with its gold.

    Args:
        note: The note, or why there is none: then every required label counts as missing.
        case: The set.
    """
    if isinstance(note, Failure):
        return _missing(note, case)
    gold = case.gold
    placed = Placed(note, case)
    tellings = noted_tellings(note.commitments, placed)
    matched, extra = match_tellings(case, tellings, placed)
    rows = [_row_outcome(row, matched, note.commitments, gold.relevant) for row in gold.commitments]
    found, extra_rows = _found(case, rows, extra, {telling.row for telling in matched.values()})
    status, best, deadline, confusion = _judge(rows)
    merged = [(commitment, telling.row) for (commitment, _), telling in matched.items()]

    mentions = find_mentions(gold.entities, note.parties, placed)
    entities = _entity_outcomes(case, mentions)
    extra_parties = [
        party.id
        for party in note.parties
        if party.id not in {mention.party for mention in mentions}
        and any(placed.document.get(source) in gold.relevant for source in party.sources)
    ]
    named = [(mention.entity, mention.party) for mention in mentions]

    about = {row: most_common(c for c, told in merged if told == row)[0] for row in {row for _, row in merged}}
    differences, sources, outcomes = match_differences(gold.differences, note.differences, about, placed)
    return NoteScore(
        name=case.name,
        split=gold.split,
        documents_failed=[source.name for source in note.sources if source.status == "failed"],
        counts={
            "commitments_found": [found],
            "commitments_merged": b_cubed(merged),
            "commitments_linked": links(merged),
            "status": [status],
            "status_best": [best],
            "deadline": [deadline],
            "entities_found": [_entities_found(entities, len(extra_parties))],
            "entities_merged": b_cubed(named),
            "entities_linked": links(named),
            "entity_names": [_names(case, entities, note)],
            "differences": [differences],
            "difference_sources": [sources],
            "irrelevant": [_irrelevant(note, placed, case)],
        },
        status_confusion=confusion,
        rows=rows,
        extra_rows=extra_rows,
        entities=entities,
        extra_parties=extra_parties,
        differences=outcomes,
        faults=find_faults(note, case, placed),
    )


def _row_outcome(
    row: GoldRow,
    matched: Mapping[tuple[str, str], NotedTelling],
    commitments: Sequence[NoteCommitment],
    relevant: frozenset[str],
) -> RowOutcome:
    told = [(telling.document, matched.get((row.id, telling.document))) for telling in row.tellings]
    holders = most_common(noted.row for _, noted in told if noted)
    judged = next((item for item in commitments if holders and item.id == holders[0]), None)
    latest = judged.deadline.latest if judged and judged.deadline else None
    return RowOutcome(
        gold=row.id,
        required=row.required,
        rows=holders,
        tellings=sum(document in relevant for document, _ in told),
        found=sum(document in relevant and noted is not None for document, noted in told),
        status=row.status,
        noted=judged.status if judged else None,
        status_right=judged.status in (row.status, *row.also_right) if judged else None,
        deadline=row.deadline.isoformat() if row.deadline else None,
        noted_deadline=latest.isoformat() if latest else None,
    )


def _found(
    case: NoteCase, rows: Sequence[RowOutcome], extra: Sequence[NotedTelling], known: set[str]
) -> tuple[Tally, list[str]]:
    """Tellings found. Optional ones are neutral, as is what documents on another matter tell."""
    required = [row for row in rows if row.required]
    hits = sum(row.found for row in required)
    wrong = [telling for telling in extra if telling.document in case.gold.relevant]
    tally = Tally(float(hits), float(hits + len(wrong)), float(sum(row.tellings for row in required)))
    return tally, list(dict.fromkeys(telling.row for telling in wrong if telling.row not in known))


def _judge(rows: Sequence[RowOutcome]) -> tuple[Tally, Tally, Tally, dict[str, dict[str, int]]]:
    """Status and deadline of the required commitments that are found."""
    judged = [row for row in rows if row.required and row.noted is not None]
    confusion: dict[str, dict[str, int]] = {}
    for row in judged:
        line = confusion.setdefault(row.status, {})
        line[row.noted or ""] = line.get(row.noted or "", 0) + 1
    count = float(len(judged))
    right = float(sum(bool(row.status_right) for row in judged))
    best = float(sum(row.status == row.noted for row in judged))
    same = float(sum(row.deadline is not None and row.deadline == row.noted_deadline for row in judged))
    noted = float(sum(row.noted_deadline is not None for row in judged))
    gold = float(sum(row.deadline is not None for row in judged))
    return Tally(right, count, count), Tally(best, count, count), Tally(same, noted, gold), confusion


def _entity_outcomes(case: NoteCase, mentions: Sequence[Mention]) -> list[EntityOutcome]:
    return [
        EntityOutcome(
            gold=entity.id,
            required=entity.required,
            parties=most_common(mention.party for mention in mentions if mention.entity == entity.id),
            mentions=len({(mention.document, fold_name(mention.name)) for mention in entity.mentions}),
            found=sum(mention.entity == entity.id for mention in mentions),
        )
        for entity in case.gold.entities
    ]


def _entities_found(entities: Sequence[EntityOutcome], extra: int) -> Tally:
    required = [entity for entity in entities if entity.required]
    hits = sum(bool(entity.parties) for entity in required)
    return Tally(float(hits), float(hits + extra), float(len(required)))


def _names(case: NoteCase, entities: Sequence[EntityOutcome], note: Note) -> Tally:
    """Whether a required entity that is found goes by its fullest name."""
    names = {party.id: fold_name(party.name) for party in note.parties}
    pairs = [
        (fold_name(entity.name), names[outcome.parties[0]])
        for entity, outcome in zip(case.gold.entities, entities, strict=True)
        if outcome.required and outcome.parties
    ]
    return Tally(float(sum(left == right for left, right in pairs)), float(len(pairs)), float(len(pairs)))


def _irrelevant(note: Note, placed: Placed, case: NoteCase) -> Tally:
    """Documents that are rightly set aside."""
    aside = {placed.document.get(source.id) for source in note.sources if source.status == "irrelevant"}
    wanted = set(case.texts) - case.gold.relevant
    return Tally(float(len(aside & wanted)), float(len(aside)), float(len(wanted)))


def _missing(failure: Failure, case: NoteCase) -> NoteScore:
    gold = case.gold
    rows = [_row_outcome(row, {}, (), gold.relevant) for row in gold.commitments]
    entities = _entity_outcomes(case, ())
    empty = Tally(0.0, 0.0, 0.0)
    counts: dict[Measure, list[Tally]] = {
        measure: [empty, empty] if measure in _B_CUBED else [empty] for measure in MEASURES
    }
    counts["commitments_found"] = [_found(case, rows, (), set())[0]]
    counts["entities_found"] = [_entities_found(entities, 0)]
    counts["differences"] = [Tally(0.0, 0.0, float(sum(item.required for item in gold.differences)))]
    counts["irrelevant"] = [Tally(0.0, 0.0, float(len(set(case.texts) - gold.relevant)))]
    return NoteScore(
        name=case.name,
        split=gold.split,
        failed=failure.error,
        counts=counts,
        status_confusion={},
        rows=rows,
        entities=entities,
        differences=[
            DifferenceOutcome(gold=item.id, noted=None, field=item.field, required=item.required)
            for item in gold.differences
        ],
    )


def score_notes(notes: Mapping[str, Note | Failure], cases: Sequence[NoteCase]) -> NoteScores:
    """Compare the notes of several sets with their gold, with bounds jackknifed over sets.

    Args:
        notes: The note of each set by its name, or why there is none.
        cases: The sets.
    """
    sets = [score_note(notes.get(case.name) or Failure(error="no note"), case) for case in cases]
    confusion: dict[str, dict[str, int]] = {}
    for one in sets:
        for gold, line in one.status_confusion.items():
            for noted, count in line.items():
                whole = confusion.setdefault(gold, {})
                whole[noted] = whole.get(noted, 0) + count
    return NoteScores(
        scorer_version=NOTE_SCORER_VERSION,
        sets=sets,
        measures={measure: _measured(measure, [one.counts[measure] for one in sets]) for measure in MEASURES},
        status_confusion=confusion,
        faults=sum(len(one.faults) for one in sets),
    )


def _measured(measure: Measure, counts: Sequence[Sequence[Tally]]) -> Measured | None:
    holding = [tallies for tallies in counts if any(tally.actual or tally.possible for tally in tallies)]
    if not holding:
        return None
    totals = [Tally(*map(sum, zip(*column, strict=True))) for column in zip(*holding, strict=True)]
    statistic: Callable[[Sequence[Tally]], float | None] = b_cubed_f1 if measure in _B_CUBED else _f1
    found, gold = totals[0], totals[-1]
    spread = jackknife(holding, statistic) if len(holding) >= _FEWEST_SETS else None
    low, high = spread.bounds() if spread else (None, None)
    return Measured(
        precision=found.credit / found.actual if found.actual else None,
        recall=gold.credit / gold.possible if gold.possible else None,
        f1=statistic(totals),
        low=None if low is None else max(0.0, low),
        high=None if high is None else min(1.0, high),
        sets=len(holding),
        found=found.actual,
        gold=gold.possible,
    )


def _f1(tallies: Sequence[Tally]) -> float | None:
    return tallies[0].f1
