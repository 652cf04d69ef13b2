"""JUnit XML of runs and verdicts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from summariser.evals.gating import gate
from summariser.evals.junit import gate_junit, run_junit
from summariser.evals.results import Failure
from summariser.evals.summary import summary_of
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases

CASES = dev_cases()[:28]  # enough to tell, few enough that one of them leaves it open


def parsed(xml: str) -> ET.Element:
    """The suite."""
    return ET.fromstring(xml)  # noqa: S314 - our own output


def test_each_document_is_a_case_and_a_missing_brief_a_failure() -> None:
    """With its time, what was wrong in it, and the scores as properties; control characters do not break the XML."""
    briefs = {**faulty(CASES), CASES[0].gold.document: Failure(error="no \x00 answer <&>")}
    run = run_of(CASES, briefs)
    suite = parsed(run_junit(run, summary_of(run)))
    cases = suite.findall("testcase")
    assert (suite.get("tests"), suite.get("failures")) == (str(len(CASES)), "1")
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("message") == "no brief: no ␀ answer <&>"
    assert (cases[1].get("classname"), cases[1].get("time")) == (CASES[1].gold.genre, "1.500")
    assert "MIS" in (cases[1].findtext("system-out") or "")
    properties = {each.get("name"): each.get("value") for each in suite.iter("property")}
    assert float(properties["quotes.f1.lenient"] or 0) > 0


def test_epochs_are_told_apart() -> None:
    """Two epochs give two cases a document, under two names."""
    run = run_of(CASES[:2], perfect(CASES[:2]), perfect(CASES[:2]))
    names = [case.get("name") for case in parsed(run_junit(run, summary_of(run))).findall("testcase")]
    assert len(set(names)) == 4


def test_the_verdict_is_a_suite_of_its_own() -> None:
    """FAIL fails the parts that are lower; the others do not."""
    suite = parsed(gate_junit(gate(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)))))
    failed = {case.get("name") for case in suite.findall("testcase") if case.find("failure") is not None}
    assert "quotes" in failed
    assert "comparable" not in failed
    assert suite.get("failures") == str(len(failed))


def test_inconclusive_is_skipped_and_fails_where_strict() -> None:
    """It is never a success."""
    briefs = perfect(CASES)
    name = CASES[0].gold.document
    poorer = {**briefs, name: briefs[name].model_copy(update={"quotes": []})}
    result = gate(run_of(CASES, briefs), run_of(CASES, poorer))
    lax, strict = parsed(gate_junit(result)), parsed(gate_junit(result, strict=True))
    assert (lax.get("failures"), lax.get("skipped")) == ("0", "2")
    assert strict.get("failures") == "1"


def test_not_comparable_is_a_failure() -> None:
    """The case says why."""
    suite = parsed(gate_junit(gate(run_of(CASES, perfect(CASES)), run_of(CASES[:2], perfect(CASES[:2])))))
    (failure,) = suite.iter("failure")
    assert "not over the same documents" in (failure.get("message") or "")
