"""The gate: may this prompt replace that one?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.comparing import RunComparison, compare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summariser.evals.comparison import Difference
    from summariser.evals.runs import Run

__all__ = ["MARGIN", "GateResult", "Verdict", "broken_invariants", "doubts", "gate", "significant_drops"]

MARGIN = 0.02
"""The drop in F1 that matters, 0 to 1."""


class Verdict(StrEnum):
    """What the gate says."""

    PASS = "PASS"  # noqa: S105 - no password
    FAIL = "FAIL"
    INCONCLUSIVE = "INCONCLUSIVE"
    NOT_COMPARABLE = "NOT COMPARABLE"

    def exit_code(self, *, strict: bool = False) -> int:
        """0 where the candidate may pass; INCONCLUSIVE may not where it is strict."""
        codes = {
            Verdict.PASS: 0,
            Verdict.FAIL: 10,
            Verdict.INCONCLUSIVE: 11 if strict else 0,
            Verdict.NOT_COMPARABLE: 12,
        }
        return codes[self]


class GateResult(BaseModel):
    """A verdict and what it rests on."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    reasons: tuple[str, ...] = Field(description="What led to the verdict, one sentence each.")
    margin: float = Field(description="The drop in F1 that matters.")
    invariants: tuple[str, ...] = Field(description="Hard invariants that the candidate breaks.")
    failing: tuple[str, ...] = Field(description="Parts that are lower by the margin, significantly.")
    comparison: RunComparison


def gate(baseline: Run, candidate: Run, *, margin: float = MARGIN, swaps: int = 9_999, seed: int = 0) -> GateResult:
    """Decide whether a candidate holds against a baseline, by the lenient scores.

    NOT COMPARABLE where documents, labels, scorer or model differ. FAIL where a hard invariant is broken, or a part is
    lower by at least the margin and the one-sided paired test, Holm-corrected over the parts, gives p < 0.05.
    INCONCLUSIVE where the 95 % interval of a part still allows a drop beyond the margin. PASS otherwise.

    Args:
        baseline: The run to hold against.
        candidate: The run in question.
        margin: The drop in F1 that matters, 0 to 1.
        swaps: Random swaps for each test.
        seed: Of the random swaps.
    """
    found = compare(baseline, candidate, swaps=swaps, seed=seed)
    hard = tuple(broken_invariants(baseline, candidate))
    obstacles = list(found.obstacles)
    if baseline.model_identity != candidate.model_identity:
        obstacles.append(f"they are of different models: {baseline.model} and {candidate.model}")

    def verdict(value: Verdict, reasons: list[str], failing: tuple[str, ...] = ()) -> GateResult:
        return GateResult(
            verdict=value, reasons=tuple(reasons), margin=margin, invariants=hard, failing=failing, comparison=found
        )

    if obstacles or found.lenient is None:
        return verdict(Verdict.NOT_COMPARABLE, obstacles)
    parts = found.lenient.parts.items()
    drops = dict(significant_drops(parts, found.lenient.alpha, margin))
    if hard or drops:
        return verdict(Verdict.FAIL, [*hard, *drops.values()], tuple(drops))
    unclear = list(doubts(parts, found.lenient.alpha, margin))
    if unclear:
        return verdict(Verdict.INCONCLUSIVE, unclear)
    if all(part.differing == 0 for part in found.lenient.parts.values()):
        return verdict(Verdict.PASS, ["every document has the same counts in both runs"])
    return verdict(Verdict.PASS, [f"no part can be lower by more than {margin:.3f} (95 % intervals)"])


def significant_drops(
    parts: Collection[tuple[str, Difference]], alpha: float, margin: float
) -> Iterator[tuple[str, str]]:
    """Parts that are lower by at least the margin, significantly after Holm's correction, each with a sentence."""
    for name, part in parts:
        if part.difference is None or part.p_lower_holm is None:
            continue
        if part.difference <= -margin and part.p_lower_holm < alpha:
            yield name, f"{name} is lower by {-part.difference:.3f} (p = {part.p_lower_holm:.4f}, Holm-corrected)"


def doubts(parts: Collection[tuple[str, Difference]], alpha: float, margin: float) -> Iterator[str]:
    """Why a drop beyond the margin cannot be ruled out, a sentence for each such part."""
    tested = sum(part.difference is not None for _, part in parts)
    for name, part in parts:
        if part.differing == 0:
            continue
        if part.difference is None or part.low is None:
            yield f"{name}: too few documents hold any to tell"
        elif part.low < -margin:
            few = part.smallest_p * tested > alpha
            documents = "1 document differs" if part.differing == 1 else f"{part.differing} documents differ"
            yield f"{name} may be lower by {-part.low:.3f}{f'; {documents}, too few for any test' if few else ''}"


def broken_invariants(baseline: Run, candidate: Run) -> Iterator[str]:
    """Hard invariants that a candidate breaks, whatever its scores.

    A fabricated quote, a span that is not the source's words and a reference to nobody are never allowed. A document
    without a brief, or with a part that got no valid answer, counts where the baseline read it whole.
    """
    for scores in candidate.scores:
        for scored in scores.documents:
            for kind, ids in (
                ("a quote that is not in the source", scored.fabricated),
                ("a span that is not the words of the source", scored.lying),
                ("a reference to no party", scored.dangling),
            ):
                if ids:
                    yield f"{scored.document}: {kind} ({', '.join(ids[:3])})"
    crashed, lossy = _faults(baseline)
    told: set[str] = set()
    for document in candidate.each():
        if document.document in told:
            continue
        if document.brief is None and document.document not in crashed:
            told.add(document.document)
            yield f"{document.document}: no brief: {document.failed}"
        elif document.lossy and document.document not in crashed | lossy:
            told.add(document.document)
            yield f"{document.document}: a part of it got no valid answer"


def _faults(run: Run) -> tuple[set[str], set[str]]:
    crashed = {document.document for document in run.each() if document.brief is None}
    return crashed, {document.document for document in run.each() if document.lossy}
