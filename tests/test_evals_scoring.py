"""Scores of documents and data sets: perfect for gold itself, blind to order, and moved by each fault the right way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals.results import PARTS, Category, Counts, Failure, Part, Scores
from summariser.evals.scoring import SCORER_VERSION, score, score_document, summarise
from tests.evals_gold import changed, dev_cases, harbour, required, without

if TYPE_CHECKING:
    from summariser.schemas import Brief


def test_gold_scores_one_against_itself_on_every_dev_document() -> None:
    """The labels, taken as a brief, are found right in every part and field."""
    cases = dev_cases()
    scores = score({case.gold.document: case.as_brief() for case in cases}, cases)
    assert len(cases) >= 24
    assert scores.total.strict == scores.total.lenient == 1.0
    for part in PARTS:
        counts = scores.total.parts[part].counts
        assert counts == Counts(cor=counts.possible)
        assert counts.possible > 0
    assert all(measure.strict.f1 == 1.0 for measure in scores.total.fields.values())
    assert scores.total.fabricated == scores.total.lying == scores.total.dangling == scores.total.failed == 0
    assert all(set(row) == {status} for status, row in scores.total.status_confusion.items())


@pytest.mark.parametrize("part", ["commitments", "context", "quotes"])
def test_removing_a_required_item_is_one_miss(part: Part) -> None:
    """On the seeds, where items are distinct: one COR less, one MIS more, and nothing elsewhere."""
    tried = 0
    for case in dev_cases():
        expected = required(case)
        alone = Counts(cor=expected[part].cor - 1, mis=1)
        for item in [item for item in getattr(case.gold, part) if item.required][:2]:
            assert without(case, part, item.id) == expected | {part: alone}, (case.gold.document, item.id)
            tried += 1
    assert tried > 20


def test_a_wrong_name_is_charged_once() -> None:
    """Misnaming a party costs its party, and not the commitments and quotes that refer to it."""
    case = harbour()
    found = changed(case, lambda brief: setattr(brief.parties[0], "name", "Her Worship Mayor Ana Silva"))
    expected = required(case) | {"parties": Counts(cor=3, inc=1)}
    assert found.counts == expected


def test_a_missing_party_costs_what_rests_on_it() -> None:
    """Without the party, the reference to it dangles and the quote is nobody's."""
    case = harbour()
    found = changed(case, lambda brief: brief.parties.pop(0))
    assert found.counts["parties"] == Counts(cor=3, mis=1)
    assert found.counts["quotes"] == Counts(cor=1, inc=1)
    assert found.dangling == ("q1.speaker",)


def test_a_corrupted_quote_is_fabricated_and_missed() -> None:
    """One altered word makes a quote an extra, leaves its label missing, and is counted by itself."""
    case = harbour()
    found = changed(case, lambda brief: setattr(brief.quotes[1], "text", "We have waited too long for this bridge"))
    assert found.counts == required(case) | {"quotes": Counts(cor=1, spu=1, mis=1)}
    assert found.fabricated == ("q2",)
    assert found.lying == ()


def test_a_lying_span_is_counted_by_itself() -> None:
    """A span whose text is not the source's is named, whatever part it is in."""
    case = harbour()

    def lie(brief: Brief) -> None:
        brief.context[0].evidence[0].text = "The old bridge was open in May 2024"

    assert changed(case, lie).lying == ("x1.0",)


def test_the_status_confusion_counts_matched_commitments() -> None:
    """Gold status by predicted status, over pairs that count."""
    case = harbour()
    found = changed(case, lambda brief: setattr(brief.commitments[0], "status", "proposed"))
    assert found.status_confusion == {"declined": {"declined": 1}, "new": {"proposed": 1}}
    assert found.fields["commitments.status"] == Counts(cor=1, inc=1)


def test_invented_and_missing_values_are_counted_by_field() -> None:
    """A value gold does not have is SPU of its field; a value left out is MIS; both leave the headline alone."""
    case = harbour()

    def change(brief: Brief) -> None:
        brief.commitments[0].condition = None
        brief.commitments[1].amount = "€5"

    found = changed(case, change)
    assert found.fields["commitments.condition"] == Counts(mis=1)
    assert found.fields["commitments.amount"] == Counts(cor=1, spu=1)
    assert found.counts == required(case)


def test_a_document_without_a_brief_scores_zero() -> None:
    """All required gold is missing, optional gold is not, and the reason is kept."""
    case = harbour()
    found = score_document(Failure(error="timed out"), case)
    assert found.failed == "timed out"
    assert found.counts == {part: Counts(mis=counts.cor) for part, counts in required(case).items()}
    assert found.without_aliases == found.counts["parties"]
    assert found.quote_words == found.counts["quotes"]
    scores = score({}, [case])
    assert scores.total.strict == scores.total.lenient == 0.0
    assert scores.total.failed == 1
    assert scores.documents[0].failed == "no brief"


def test_a_failure_lowers_the_total() -> None:
    """A document that crashed is never left out of the denominators."""
    cases = dev_cases()[:3]
    briefs = {case.gold.document: case.as_brief() for case in cases}
    whole = score(briefs, cases).total
    crashed = score(briefs | {cases[1].gold.document: Failure(error="crash")}, cases).total
    for part in PARTS:
        assert crashed.parts[part].counts.possible == whole.parts[part].counts.possible
    assert crashed.lenient is not None
    assert crashed.lenient < 1.0


def test_an_empty_part_adds_nothing() -> None:
    """A part that is empty in gold and brief has no F1 and leaves the mean to the others."""
    case = harbour()
    case = case._replace(gold=case.gold.model_copy(update={"quotes": []}))
    found = summarise([score_document(case.as_brief(), case)])
    assert found.parts["quotes"].lenient.f1 is None
    assert found.lenient == 1.0


def test_totals_and_slices_are_sums() -> None:
    """The total sums the counts of documents; each slice those of its documents."""
    cases = dev_cases()[:6]
    scores = score({case.gold.document: case.as_brief() for case in cases[:4]}, cases)
    for part in PARTS:
        total = sum((document.counts[part] for document in scores.documents), Counts())
        assert scores.total.parts[part].counts == total
    genre = cases[0].gold.genre
    members = [document for document in scores.documents if document.genre == genre]
    assert scores.slices[f"genre:{genre}"] == summarise(members)
    tag = cases[0].gold.tags[0]
    assert scores.slices[f"tag:{tag}"].documents == sum(tag in case.gold.tags for case in cases)


def test_strict_gives_partial_matches_nothing() -> None:
    """PAR earns one half in the lenient and nothing in the strict score."""
    counts = Counts(cor=2, par=2, inc=1, spu=1, mis=4)
    assert (counts.actual, counts.possible) == (6, 9)
    assert counts.tally(strict=False) == (3, 6, 9)
    assert counts.tally(strict=True) == (2, 6, 9)
    assert counts.tally(strict=False).f1 == pytest.approx(2 * (3 / 6) * (3 / 9) / (3 / 6 + 3 / 9))


def test_a_brief_of_another_version_is_refused() -> None:
    """Offsets of another text would be compared with this one's."""
    case = harbour()
    brief = case.as_brief()
    brief.provenance.document.sha256 = "0" * 64
    with pytest.raises(InputError, match=r"harbour\.txt: the brief was made of another document"):
        score_document(brief, case)


def test_a_brief_of_an_unknown_document_is_refused() -> None:
    """A brief that no gold belongs to would be left out in silence."""
    case = harbour()
    with pytest.raises(InputError, match=r"other\.txt: has a brief, but is not in the data set"):
        score({"other.txt": case.as_brief()}, [case])


def test_scores_survive_json() -> None:
    """Written and read again, scores are the same."""
    case = harbour()
    scores = score({"harbour.txt": case.as_brief()}, [case])
    assert Scores.model_validate_json(scores.model_dump_json()) == scores
    assert scores.scorer_version == SCORER_VERSION
    pair = scores.documents[0].pairs[0]
    assert pair.credit == 1.0
    assert pair.model_copy(update={"category": Category.PAR}).credit == 0.5
    assert pair.model_copy(update={"counted": False}).credit == 0.0
