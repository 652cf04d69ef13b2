"""Whatever the gold and the brief, the scorer keeps its promises."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.results import PARTS, Counts, Part
from summariser.evals.scoring import score_document
from summariser.schemas import Span
from tests.evals_gold import required, without
from tests.evals_strategies import gold_cases, slow_strategies

if TYPE_CHECKING:
    from summariser.evals.gold import Case


@given(gold_cases())
@slow_strategies
def test_gold_scores_one_against_itself(case: Case) -> None:
    """For any gold: every required label is COR and nothing else counts."""
    assert score_document(case.as_brief(), case).counts == required(case)


@given(gold_cases(), gold_cases(), st.integers())
@slow_strategies
def test_order_does_not_matter(case: Case, other: Case, seed: int) -> None:
    """Shuffling gold and brief changes no count, not even where many items are alike."""
    brief = other.as_brief()
    brief.provenance.document.sha256 = case.gold.sha256
    before = score_document(brief, case)
    chance = random.Random(seed)  # noqa: S311 - no secret
    gold = case.gold.model_copy(deep=True)
    for items in (
        brief.parties,
        brief.commitments,
        brief.context,
        brief.quotes,
        gold.parties,
        gold.commitments,
        gold.context,
        gold.quotes,
    ):
        chance.shuffle(items)
    after = score_document(brief, case._replace(gold=gold))
    assert after.counts == before.counts
    assert after.fields == before.fields
    assert after.pairs == before.pairs


@given(gold_cases(), gold_cases())
@slow_strategies
def test_counts_balance(case: Case, other: Case) -> None:
    """Every item stands in exactly one pair; possible is the required gold; no rate leaves 0 to 1."""
    brief = other.as_brief()
    brief.provenance.document.sha256 = case.gold.sha256
    found = score_document(brief, case)
    for part in PARTS:
        gold_ids = [pair.gold for pair in found.pairs if pair.part == part and pair.gold]
        predicted_ids = [pair.predicted for pair in found.pairs if pair.part == part and pair.predicted]
        assert sorted(gold_ids) == sorted(item.id for item in getattr(case.gold, part))
        assert sorted(predicted_ids) == sorted(item.id for item in getattr(brief, part))
        assert found.counts[part].possible == sum(item.required for item in getattr(case.gold, part))
        f1 = found.counts[part].tally(strict=False).f1
        strict = found.counts[part].tally(strict=True).f1
        assert (f1 is None) == (strict is None)
        if f1 is not None and strict is not None:
            assert 0 <= strict <= f1 <= 1
    assert all(pair.reason for pair in found.pairs)


@given(gold_cases(), st.sampled_from(["commitments", "context", "quotes"]), st.data())
@slow_strategies
def test_removing_an_item_never_helps(case: Case, part: Part, data: st.DataObject) -> None:
    """Another item much like the one that is gone may stand for it, but credit never grows and nothing is spurious."""
    items = getattr(case.gold, part)
    if not items:
        return
    counts = without(case, part, data.draw(st.sampled_from([item.id for item in items])))
    expected = required(case)
    assert counts[part].tally(strict=False).credit <= expected[part].cor
    assert counts[part].possible == expected[part].possible
    assert counts[part].spu == 0
    untouched = [other for other in PARTS if other not in (part, "context")]
    assert {other: counts[other] for other in untouched} == {other: expected[other] for other in untouched}


@given(gold_cases(), st.sampled_from(PARTS))
@slow_strategies
def test_adding_an_unrelated_item_is_one_extra(case: Case, part: Part) -> None:
    """One item more that is like nothing in gold is one SPU more in its part, and nothing elsewhere."""
    brief = case.as_brief()
    odd = [Span(start=len(case.text), end=len(case.text), text="")]
    wanted: dict[str, dict[str, object]] = {
        "parties": {"id": "new", "name": "Zzyzx", "kind": "person"},
        "commitments": {"id": "new", "by": [], "action": "zzyzx", "status": "new"},
        "context": {"id": "new", "statement": "zzyzx", "kind": "event"},
        "quotes": {"id": "new", "text": "zzyzx", "speaker": None, "marked": True},
    }
    items = getattr(brief, part)
    model = type(brief).model_fields[part].annotation.__args__[0]  # type: ignore[union-attr]
    items.append(model.model_validate(wanted[part] | {"evidence": [each.model_dump() for each in odd]}))
    expected = required(case)
    expected[part] = Counts(cor=expected[part].cor, spu=1)
    assert score_document(brief, case).counts == expected
