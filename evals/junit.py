"""Runs and verdicts as JUnit XML, for the test view of a CI service."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from summariser.evals.gating import Verdict
from summariser.evals.results import PARTS, Category
from summariser.render.inert import visible

if TYPE_CHECKING:
    from summariser.evals.gating import GateResult
    from summariser.evals.results import DocumentScore
    from summariser.evals.runs import Run
    from summariser.evals.summary import RunSummary

__all__ = ["gate_junit", "run_junit"]

_SHOWN = 20


def run_junit(run: Run, summary: RunSummary) -> str:
    """A test case for each document: failed where it has no brief, or one that is not true to its source.

    Scores are properties of the suite; what was missed or wrong stands in the output of each case.
    """
    cases = ET.Element("testsuite", name=_plain(f"summariser eval: {run.title}"))
    properties = ET.SubElement(cases, "properties")
    for name, value in _numbers(summary):
        ET.SubElement(properties, "property", name=name, value=value)
    failures = 0
    for epoch in run.epochs:
        seconds = {document.document: document.asked.seconds for document in epoch.documents}
        for document in epoch.scores.documents:
            name = document.document + (f" (epoch {epoch.epoch})" if len(run.epochs) > 1 else "")
            case = ET.SubElement(cases, "testcase", classname=_plain(document.genre), name=_plain(name))
            case.set("time", f"{seconds[document.document]:.3f}")
            if fault := _fault(document):
                failures += 1
                ET.SubElement(case, "failure", message=_plain(fault))
            ET.SubElement(case, "system-out").text = _plain(_account(document))
    return _written(cases, failures=failures)


def _numbers(summary: RunSummary) -> list[tuple[str, str]]:
    rows = [(f"{part}.f1.lenient", summary.parts[part].lenient) for part in PARTS]
    rows += [(f"{part}.f1.strict", summary.parts[part].strict) for part in PARTS]
    rows += [("mean.f1.lenient", summary.lenient), ("mean.f1.strict", summary.strict)]
    return [(name, f"{interval.estimate:.4f}") for name, interval in rows if interval]


def _fault(document: DocumentScore) -> str | None:
    if document.failed is not None:
        return f"no brief: {document.failed}"
    faults = {
        "fabricated quotes": document.fabricated,
        "lying spans": document.lying,
        "dangling references": document.dangling,
    }
    told = [f"{kind}: {', '.join(ids)}" for kind, ids in faults.items() if ids]
    return "; ".join(told) or None


def _account(document: DocumentScore) -> str:
    wrong = [pair for pair in document.pairs if pair.counted and pair.category is not Category.COR]
    lines = [
        f"{pair.category} {pair.part} {pair.gold or '-'} / {pair.predicted or '-'}: {pair.reason}"
        for pair in wrong[:_SHOWN]
    ]
    return "\n".join([*lines, *([f"and {len(wrong) - _SHOWN} more"] if len(wrong) > _SHOWN else [])])


def gate_junit(result: GateResult, *, strict: bool = False) -> str:
    """A test case for each part and one for the invariants; what cannot be told is skipped, or fails where strict."""
    suite = ET.Element("testsuite", name=_plain(f"summariser eval gate: {result.comparison.candidate}"))
    failures = skipped = 0

    def case(name: str, fault: str | None, doubt: str | None = None) -> None:
        nonlocal failures, skipped
        element = ET.SubElement(suite, "testcase", classname="gate", name=name)
        if fault:
            failures += 1
            ET.SubElement(element, "failure", message=_plain(fault))
        elif doubt:
            skipped += 1
            ET.SubElement(element, "skipped", message=_plain(doubt))

    unclear = "; ".join(result.reasons) if result.verdict is Verdict.INCONCLUSIVE else None
    obstacle = "; ".join(result.reasons) if result.verdict is Verdict.NOT_COMPARABLE else None
    case("comparable", obstacle)
    case("invariants", "; ".join(result.invariants) or None)
    if result.comparison.lenient:
        for part, found in result.comparison.lenient.parts.items():
            low = "unknown" if found.low is None else f"{found.low:+.3f}"
            failed = f"lower by {-(found.difference or 0):.3f}, p = {found.p_lower_holm}"
            doubtful = found.differing and (found.low is None or found.low < -result.margin)
            case(part, failed if part in result.failing else None, f"lower bound {low}" if doubtful else None)
    case("verdict", unclear if strict else None, unclear)
    return _written(suite, failures=failures, skipped=skipped)


def _written(suite: ET.Element, *, failures: int, skipped: int = 0) -> str:
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    suite.set("skipped", str(skipped))
    ET.indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suite, encoding="unicode")}\n'


def _plain(text: str) -> str:
    """Text that XML can hold."""
    return visible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
