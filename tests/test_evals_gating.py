"""The gate: each verdict, and that none is given for another."""

from __future__ import annotations

import json

import pytest

from summariser.evals.gating import Verdict, gate
from summariser.evals.results import Failure
from summariser.schemas import Brief
from summariser.schemas.brief import CoverageChunk
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases, harbour

CASES = dev_cases()


def test_the_same_briefs_pass_whatever_the_prompt_is_called() -> None:
    """A renamed prompt changes nothing."""
    briefs = faulty(CASES)
    result = gate(run_of(CASES, briefs), run_of(CASES, briefs, prompt="renamed", sha256="1" * 64))
    assert result.verdict is Verdict.PASS
    assert result.reasons == ("every document has the same counts in both runs",)


def test_a_great_drop_fails_and_the_parts_are_named() -> None:
    """Lower by the margin and significant after Holm's correction."""
    result = gate(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)))
    assert result.verdict is Verdict.FAIL
    assert "quotes" in result.failing
    assert any("quotes is lower by 0." in reason and "Holm" in reason for reason in result.reasons)


def test_a_gain_passes() -> None:
    """The same two runs the other way round."""
    result = gate(run_of(CASES, faulty(CASES, 2, 0.5)), run_of(CASES, faulty(CASES, 1, 0.1)))
    assert result.verdict is Verdict.PASS


def test_a_drop_within_the_margin_passes() -> None:
    """Where even the lower bound lies within the margin, significance does not matter."""
    result = gate(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)), margin=0.9)
    assert result.verdict is Verdict.PASS
    assert "no part can be lower by more than 0.900" in result.reasons[0]


def test_what_cannot_be_told_is_inconclusive_and_never_a_pass() -> None:
    """One document that lost much: the interval allows a drop beyond the margin, no test can find it."""
    few = CASES[:28]
    briefs = perfect(few)
    name = few[0].gold.document
    poorer = {**briefs, name: briefs[name].model_copy(update={"quotes": []})}
    assert len(briefs[name].quotes) > 1
    result = gate(run_of(few, briefs), run_of(few, poorer))
    assert result.verdict is Verdict.INCONCLUSIVE
    assert "1 document differs, too few for any test" in result.reasons[0]


def test_one_document_is_too_few_to_tell_anything() -> None:
    """There is no interval at all."""
    case = harbour()
    whole = case.as_brief()
    less = whole.model_copy(update={"quotes": []})
    result = gate(run_of([case], {"harbour.txt": whole}), run_of([case], {"harbour.txt": less}))
    assert result.verdict is Verdict.INCONCLUSIVE
    assert "too few documents hold any" in result.reasons[0]


def test_changed_gold_is_not_comparable() -> None:
    """Whatever the scores say."""
    case = harbour()
    changed = case._replace(gold=case.gold.model_copy(update={"quotes": case.gold.quotes[:1]}))
    result = gate(run_of([case], perfect([case])), run_of([changed], perfect([changed])))
    assert result.verdict is Verdict.NOT_COMPARABLE
    assert "harbour.txt" in result.reasons[0]


def test_another_model_is_not_comparable() -> None:
    """A baseline of one model says nothing of another."""
    result = gate(run_of(CASES, perfect(CASES)), run_of(CASES, perfect(CASES), model="other"))
    assert result.verdict is Verdict.NOT_COMPARABLE
    assert "different models" in result.reasons[0]


def altered(brief: Brief, fault: str) -> Brief:
    """The brief with a fault that is never allowed."""
    data = json.loads(brief.model_dump_json())
    if fault == "fabricated":
        data["quotes"][0]["text"] = "We never said this."
    elif fault == "lying":
        data["context"][0]["evidence"][0]["text"] = "Other words than those of the source."
    else:
        data["commitments"][0]["by"] = ["p99"]
    return Brief.model_validate(data)


@pytest.mark.parametrize(
    ("fault", "words"),
    [("fabricated", "not in the source"), ("lying", "not the words of the source"), ("dangling", "to no party")],
)
@pytest.mark.parametrize("also_before", [False, True])
def test_a_brief_that_is_not_true_to_its_source_fails(fault: str, words: str, also_before: bool) -> None:
    """However good the scores, and even where the baseline did it, too."""
    case = harbour()
    bad = run_of([case], {"harbour.txt": altered(case.as_brief(), fault)})
    result = gate(bad if also_before else run_of([case], perfect([case])), bad)
    assert result.verdict is Verdict.FAIL
    assert words in result.invariants[0]


def test_a_crash_fails_where_the_baseline_had_a_brief() -> None:
    """In any epoch; where the baseline crashed, too, the scores decide."""
    case = harbour()
    whole, crashed = perfect([case]), {"harbour.txt": Failure(error="crashed: ValueError")}
    result = gate(run_of([case], whole), run_of([case], whole, crashed))
    assert result.verdict is Verdict.FAIL
    assert result.invariants == ("harbour.txt: no brief: crashed: ValueError",)
    assert gate(run_of([case], crashed), run_of([case], crashed)).verdict is Verdict.PASS


def test_an_answer_that_stayed_invalid_fails_where_the_baseline_was_whole() -> None:
    """A part of the document that got no valid answer is a break of the schema, even where the score holds."""
    case = harbour()
    whole = case.as_brief()
    chunk = CoverageChunk(start=0, end=len(case.text), status="failed", reason="stayed invalid")
    lossy = whole.model_copy(update={"coverage": whole.coverage.model_copy(update={"chunks": [chunk]})})
    before, after = run_of([case], {"harbour.txt": whole}), run_of([case], {"harbour.txt": lossy})
    assert gate(before, after).verdict is Verdict.FAIL
    assert gate(after, after).verdict is Verdict.PASS


def test_exit_codes_are_distinct() -> None:
    """INCONCLUSIVE stops nothing unless it is asked to."""
    assert [verdict.exit_code() for verdict in Verdict] == [0, 10, 0, 12]
    assert [verdict.exit_code(strict=True) for verdict in Verdict] == [0, 10, 11, 12]
