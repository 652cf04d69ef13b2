"""The scorer of notes: gold scores one, and each fault moves the number that is named after it, downwards."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.note_results import MEASURES, Measure, NoteScore
from summariser.evals.note_scoring import score_note, score_notes
from summariser.evals.results import Failure, Tally
from tests.perfect_notes import CASES, drop_row, merge_rows, perfect_note, row_of, split_row

if TYPE_CHECKING:
    from summariser.evals.note_gold import NoteCase
    from summariser.schemas.note import Note

CASE = next(case for case in CASES if case.name == "river_accord")
each_set = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def f1(note: Note, case: NoteCase = CASE) -> dict[Measure, float | None]:
    """Every measure of one note."""
    found = score_notes({case.name: note}, [case]).measures
    return {measure: one.f1 if one else None for measure, one in found.items()}


def changed(note: Note, case: NoteCase = CASE) -> set[Measure]:
    """The measures that are below one."""
    return {measure for measure, value in f1(note, case).items() if value is not None and value < 1}


@each_set
def test_gold_scores_one(case: NoteCase) -> None:
    """A note of the labels is right in everything and breaks no promise."""
    score = score_note(perfect_note(case), case)
    assert score.faults == []
    assert (score.extra_rows, score.extra_parties) == ([], [])
    assert not changed(perfect_note(case), case)
    assert all(row.found == row.tellings for row in score.rows)


def test_a_row_that_is_split_costs_recall_of_merging_alone() -> None:
    """Nothing is missing, no status is judged twice; the split shows in pairs, too."""
    note = perfect_note(CASE)
    split_row(note, row_of(note, CASE, "k1"))
    score = score_note(note, CASE)
    precision, recall = score.counts["commitments_merged"]
    assert precision.credit == precision.actual
    assert recall.credit == pytest.approx(recall.actual - 4 + 3 * 3 / 4 + 1 / 4)
    assert score.counts["commitments_linked"][0] == Tally(*_links(CASE, less=3))
    assert changed(note) == {"commitments_merged", "commitments_linked"}


def _links(case: NoteCase, *, less: int) -> tuple[float, float, float]:
    sizes = [sum(t.document in case.gold.relevant for t in row.tellings) for row in case.gold.commitments]
    whole = float(sum(size * (size - 1) // 2 for size in sizes))
    return whole - less, whole - less, whole


def test_rows_that_are_merged_cost_precision_and_both_are_judged_by_the_one_row() -> None:
    """A withdrawn pledge inside the row of a fulfilled one is said to be fulfilled."""
    note = perfect_note(CASE)
    merge_rows(note, row_of(note, CASE, "k1"), row_of(note, CASE, "k3"))
    score = score_note(note, CASE)
    precision, recall = score.counts["commitments_merged"]
    assert recall.credit == recall.actual
    assert precision.credit == pytest.approx(precision.actual - 7 + 4 * 4 / 7 + 3 * 3 / 7)
    assert score.status_confusion["withdrawn"] == {"fulfilled": 1}
    assert {"commitments_merged", "commitments_linked", "status"} <= changed(note)
    assert "commitments_found" not in changed(note)


def test_a_row_that_is_dropped_is_missing_and_says_nothing_of_merging() -> None:
    """Three of the required tellings are gone."""
    note = perfect_note(CASE)
    before = score_note(note, CASE).counts["commitments_found"][0]
    drop_row(note, row_of(note, CASE, "k3"))
    after = score_note(note, CASE).counts["commitments_found"][0]
    assert after == Tally(before.credit - 3, before.actual - 3, before.possible)
    assert changed(note) == {"commitments_found"}


def test_an_optional_row_is_neutral_found_or_missed() -> None:
    """Dropping it changes no count of what was found."""
    note = perfect_note(CASE)
    drop_row(note, row_of(note, CASE, "k14"))
    assert not changed(note)


def test_a_row_of_nothing_costs_precision() -> None:
    """It rests on words that no label holds."""
    note = perfect_note(CASE)
    row = row_of(note, CASE, "k12")
    title = next(citation for citation in note.citations if citation.number == note.parties[0].cites[0])
    row.cites = [title.number]
    row.sources = [title.source]
    score = score_note(note, CASE)
    assert score.extra_rows == [row.id]
    found = score.counts["commitments_found"][0]
    assert (found.credit, found.actual) == (found.possible - 1, found.possible)


def test_a_wrong_status_counts_unless_gold_allows_it() -> None:
    """`also_right` is right for the status, not for the best status."""
    note = perfect_note(CASE)
    row_of(note, CASE, "k3").status = "new"
    assert changed(note) == {"status", "status_best"}
    note = perfect_note(CASE)
    row_of(note, CASE, "k5").status = "fulfilled"
    assert changed(note) == {"status_best"}


def test_a_wrong_or_missing_deadline_counts() -> None:
    """One is wrong on both sides, a missing one in recall alone, an invented one in precision alone."""
    note = perfect_note(CASE)
    row_of(note, CASE, "k1").deadline = None
    tally = score_note(note, CASE).counts["deadline"][0]
    assert (tally.credit, tally.actual) == (tally.possible - 1, tally.possible - 1)
    note = perfect_note(CASE)
    row_of(note, CASE, "k3").deadline = row_of(note, CASE, "k1").deadline
    tally = score_note(note, CASE).counts["deadline"][0]
    assert (tally.credit, tally.actual) == (tally.possible, tally.possible + 1)
    assert changed(note) == {"deadline"}


def test_a_party_that_is_split_and_two_of_one_surname_that_are_merged() -> None:
    """Recall of merging for the one, precision for the other."""
    case = next(case for case in CASES if case.name == "vaccine_plant")
    note = perfect_note(case)
    minister, chief = (next(p for p in note.parties if p.name == f"{first} Nangombe") for first in ("Selma", "Petrus"))
    last = minister.sources.pop()
    note.parties.append(minister.model_copy(update={"id": "p99", "sources": [last], "cites": minister.cites[-1:]}))
    precision, recall = score_note(note, case).counts["entities_merged"]
    assert precision.credit == precision.actual
    assert recall.credit < recall.actual

    note = perfect_note(case)
    minister, chief = (next(p for p in note.parties if p.name == f"{first} Nangombe") for first in ("Selma", "Petrus"))
    minister.aliases += [chief.name, *chief.aliases]
    minister.sources = list(dict.fromkeys(minister.sources + chief.sources))
    minister.cites = minister.cites + chief.cites
    note.parties.remove(chief)
    precision, recall = score_note(note, case).counts["entities_merged"]
    assert precision.credit < precision.actual
    assert recall.credit == recall.actual


def test_a_difference_that_is_missed_or_made_up() -> None:
    """Optional ones are neutral; one that gold does not hold costs precision."""
    note = perfect_note(CASE)
    note.differences = [difference for difference in note.differences if difference.id != "d5"]
    tally = score_note(note, CASE).counts["differences"][0]
    assert (tally.credit, tally.actual) == (tally.possible - 1, tally.possible - 1)
    note = perfect_note(CASE)
    note.differences = [difference for difference in note.differences if difference.id != "d8"]
    assert not changed(note)
    made_up = note.differences[0].model_copy(update={"id": "d99", "field": "condition"})
    note.differences.append(made_up)
    tally = score_note(note, CASE).counts["differences"][0]
    assert (tally.credit, tally.actual) == (tally.possible, tally.possible + 1)


def test_a_difference_is_found_through_its_row_or_through_its_words() -> None:
    """Either will do, where the field is right; a bare figure is found through its words alone."""
    note = perfect_note(CASE)
    for difference in note.differences:
        difference.items = []
    assert not changed(note)
    note = perfect_note(CASE)
    figure = next(difference for difference in note.differences if difference.id == "d4")
    figure.wordings = [wording.model_copy(update={"cites": note.parties[0].cites[:1]}) for wording in figure.wordings]
    assert {"differences"} <= changed(note)


def test_documents_beside_the_matter() -> None:
    """One that is used though it should not be, and one that is set aside though it is on the matter."""
    note = perfect_note(CASE)
    aside = next(source for source in note.sources if source.status == "irrelevant")
    aside.status = "used"
    assert score_note(note, CASE).counts["irrelevant"] == [Tally(0, 0, 1)]
    aside.status = "irrelevant"
    note.sources[0].status = "irrelevant"
    assert score_note(note, CASE).counts["irrelevant"] == [Tally(1, 2, 1)]


def test_a_set_without_a_note_counts_as_missing() -> None:
    """Found is zero, and nothing can be said of merging."""
    found = score_notes({CASE.name: Failure(error="no")}, [CASE])
    measures = found.measures
    assert found.sets[0].failed == "no"
    assert measures["commitments_found"] is not None
    assert measures["commitments_found"].f1 == 0
    assert measures["commitments_merged"] is None
    assert measures["status"] is None


def test_bounds_need_three_sets() -> None:
    """With all sets alike they coincide with the estimate."""
    notes = {case.name: perfect_note(case) for case in CASES}
    whole = score_notes(notes, CASES).measures["commitments_merged"]
    two = score_notes(notes, CASES[:2]).measures["commitments_merged"]
    assert whole is not None
    assert two is not None
    assert (whole.low, whole.f1, whole.high) == (1.0, 1.0, 1.0)
    assert (two.low, two.high) == (None, None)


def _damaged(case: NoteCase, chance: random.Random) -> Note:
    note = perfect_note(case)
    for row in list(note.commitments):
        kind = chance.random()
        if kind < 0.2 and len(row.sources) > 1 and all(item.id != "c99" for item in note.commitments):
            split_row(note, row)
        elif kind < 0.3:
            drop_row(note, row)
        elif kind < 0.4:
            row.status = "proposed"
        elif kind < 0.5 and (others := [item for item in note.commitments if item is not row]):
            merge_rows(note, chance.choice(others), row)
    note.differences = [difference for difference in note.differences if chance.random() < 0.7]
    note.parties = [party for party in note.parties if chance.random() < 0.8]
    return note


@given(st.sampled_from(CASES), st.integers())
def test_whatever_is_broken_no_rate_leaves_its_bounds_and_order_does_not_matter(case: NoteCase, seed: int) -> None:
    """For random damage: rates are 0 to 1, credit is within both denominators, a shuffled note scores the same."""
    note = _damaged(case, random.Random(seed))  # noqa: S311 - no secret
    score: NoteScore = score_note(note, case)
    for measure in MEASURES:
        for tally in score.counts[measure]:
            assert 0 <= tally.credit <= min(tally.actual, tally.possible) + 1e-9
    chance = random.Random(seed + 1)  # noqa: S311 - no secret
    for part in (note.parties, note.differences, note.sources, note.citations):
        chance.shuffle(part)
    again = score_note(note, case)
    for measure in MEASURES:
        for one, other in zip(score.counts[measure], again.counts[measure], strict=True):
            assert one == pytest.approx(other)
