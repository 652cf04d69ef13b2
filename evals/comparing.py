"""Two runs side by side: whether they can be compared at all, by how much they differ, and which items changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from summariser.evals.comparison import Comparison, compare_scores
from summariser.evals.results import Category, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.evals.results import DocumentScore
    from summariser.evals.runs import EpochRun, Run
    from summariser.schemas import Brief, Commitment, Context, Party, Quote

__all__ = ["Change", "RunComparison", "compare", "obstacles"]

_RANK = {Category.COR: 2, Category.PAR: 1}


class Change(BaseModel):
    """A gold item that the two runs found to a different degree, or a spurious item that only one of them has."""

    model_config = ConfigDict(frozen=True)

    document: str
    part: Part
    item: str = Field(description="Gold id; of a spurious item, its id in the brief.")
    before: Category | None = Field(description="In the first epoch of the baseline; null where it has no such item.")
    after: Category | None = Field(description="In the first epoch of the candidate.")
    reason: str = Field(description="Why the worse of the two is worse.")

    @property
    def worse(self) -> bool:
        """True where the candidate lost by it."""
        if self.before is None or self.after is None:  # a spurious item came or went
            return self.after is not None
        return _RANK.get(self.after, 0) < _RANK.get(self.before, 0)


class RunComparison(BaseModel):
    """How a candidate differs from a baseline."""

    model_config = ConfigDict(frozen=True)

    baseline: str = Field(description="Model, prompt and split, in one line.")
    candidate: str
    obstacles: tuple[str, ...] = Field(description="Why the two cannot be compared; empty where they can.")
    notes: tuple[str, ...] = Field(default=(), description="What else differs.")
    lenient: Comparison | None = Field(description="Null where they cannot be compared.")
    strict: Comparison | None
    changes: tuple[Change, ...] = Field(default=(), description="Items that came out otherwise, worst first.")

    @property
    def comparable(self) -> bool:
        """True where nothing stands in the way."""
        return not self.obstacles


def obstacles(baseline: Run, candidate: Run) -> list[str]:
    """What makes the scores of two runs incomparable, one sentence each: documents, labels, or the scorer."""
    found: list[str] = []
    left, right = baseline.gold.keys(), candidate.gold.keys()
    if left != right:
        found.append(
            f"they are not over the same documents: {_names(left - right)} only in the baseline, "
            f"{_names(right - left)} only in the candidate"
        )
    changed = sorted(name for name in left & right if baseline.gold[name] != candidate.gold[name])
    if changed:
        found.append(f"the labels or the text of {_names(changed)} were changed in between")
    if baseline.scorer_version != candidate.scorer_version:
        versions = f"{baseline.scorer_version} and {candidate.scorer_version}"
        found.append(
            f"they were scored by versions {versions} of the scorer; score the older one again (no model call)"
        )
    return found


def _names(names: set[str] | list[str]) -> str:
    ordered = sorted(names)
    return ", ".join(ordered[:3]) + (f" and {len(ordered) - 3} more" if len(ordered) > 3 else "") or "none"


def compare(baseline: Run, candidate: Run, *, swaps: int = 9_999, seed: int = 0) -> RunComparison:
    """Compare two runs over the same documents.

    Args:
        baseline: The one.
        candidate: The other.
        swaps: Random swaps for each test.
        seed: Of the random swaps.
    """
    titles = {"baseline": baseline.title, "candidate": candidate.title}
    found = obstacles(baseline, candidate)
    if found:
        return RunComparison(**titles, obstacles=tuple(found), lenient=None, strict=None)
    ordered = [document.document for document in candidate.scores[0].documents]
    before = [
        scores.model_copy(update={"documents": _in_order(scores.documents, ordered)}) for scores in baseline.scores
    ]
    return RunComparison(
        **titles,
        obstacles=(),
        notes=tuple(_notes(baseline, candidate)),
        lenient=compare_scores(before, candidate.scores, swaps=swaps, seed=seed),
        strict=compare_scores(before, candidate.scores, strict=True, swaps=swaps, seed=seed),
        changes=tuple(sorted(_changes(baseline, candidate), key=_weight)),
    )


def _in_order(documents: tuple[DocumentScore, ...], order: list[str]) -> tuple[DocumentScore, ...]:
    found = {document.document: document for document in documents}
    return tuple(found[name] for name in order)


def _notes(baseline: Run, candidate: Run) -> Iterator[str]:
    if baseline.model_identity != candidate.model_identity:
        yield f"different models: {baseline.model} and {candidate.model}"
    if baseline.prompt.sha256 == candidate.prompt.sha256:
        yield "the prompt is the same"
    for name in sorted(baseline.profile.keys() | candidate.profile.keys()):
        old, new = baseline.profile.get(name), candidate.profile.get(name)
        if old != new:
            yield f"different settings: {name} is {old} in the baseline and {new} in the candidate"
    for title, run in (("baseline", baseline), ("candidate", candidate)):
        if len(run.epochs) == 1:
            yield f"the {title} has one epoch: differences from run to run are not seen"


class _Place(NamedTuple):
    """What an outcome is about: a gold item by its id, a spurious one by what it rests on, as ids of briefs shift."""

    part: Part
    gold: str
    spans: tuple[tuple[int, int], ...]


class _Outcome(NamedTuple):
    category: Category
    item: str
    reason: str


def _changes(baseline: Run, candidate: Run) -> Iterator[Change]:
    """Of the first epoch of each; neutral items change nothing."""
    before = _outcomes(baseline.epochs[0])
    after = _outcomes(candidate.epochs[0])
    for document, new in after.items():
        old = before[document]
        for place in old.keys() | new.keys():
            left, right = old.get(place), new.get(place)
            if left and right and left.category == right.category:
                continue
            change = Change(
                document=document,
                part=place.part,
                item=(right or left or _NOTHING).item,
                before=left.category if left else None,
                after=right.category if right else None,
                reason="",
            )
            poorer = (right if change.worse else left) or _NOTHING
            yield change.model_copy(update={"reason": poorer.reason})


_NOTHING = _Outcome(Category.MIS, "", "")


def _outcomes(epoch: EpochRun) -> dict[str, dict[_Place, _Outcome]]:
    found: dict[str, dict[_Place, _Outcome]] = {}
    briefs = {document.document: document.brief for document in epoch.documents}
    for document in epoch.scores.documents:
        spans = _evidence(briefs[document.document])
        found[document.document] = {
            _Place(pair.part, pair.gold or "", () if pair.gold else spans.get(pair.predicted or "", ())): _Outcome(
                pair.category, pair.gold or pair.predicted or "", pair.reason
            )
            for pair in document.pairs
            if pair.counted
        }
    return found


def _evidence(brief: Brief | None) -> dict[str, tuple[tuple[int, int], ...]]:
    if brief is None:
        return {}
    items: list[Party | Commitment | Context | Quote] = [
        *brief.parties,
        *brief.commitments,
        *brief.context,
        *brief.quotes,
    ]
    return {item.id: tuple((span.start, span.end) for span in item.evidence) for item in items}


def _weight(change: Change) -> tuple[bool, bool, str, str, str]:
    return (not change.worse, change.before is None or change.after is None, change.document, change.part, change.item)
