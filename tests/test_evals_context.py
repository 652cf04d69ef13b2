"""Facts match by what they say and rest on; a commitment told as context is neutral."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.context import score_context
from summariser.evals.results import Category, Counts, Pair
from summariser.evals.similarity import Stretches
from summariser.schemas import Context
from tests.evals_gold import TEXT, harbour, span

if TYPE_CHECKING:
    from collections.abc import Sequence

CASE = harbour()
CLOSED, CRACKS = CASE.gold.context
SOURCE = Stretches(TEXT)
SENTENCE = "The old bridge was closed in May 2024 after a survey found cracks."


def fact(statement: str, words: str, **changes: Any) -> Context:
    """A predicted fact that rests on these words."""
    return Context.model_validate(
        {"id": "a", "statement": statement, "kind": "event", "evidence": [span(TEXT, words)]} | changes
    )


def scored(*predicted: Context) -> list[Pair]:
    """Pairs of predictions with the facts and commitments of the document."""
    return score_context([CLOSED, CRACKS], predicted, CASE.gold.commitments, SOURCE)


def counted(pairs: Sequence[Pair]) -> Counts:
    """Counts of the pairs that count."""
    return Counts.of(pair.category for pair in pairs if pair.counted)


@pytest.mark.parametrize(
    ("prediction", "expected"),
    [
        (fact("The old bridge was closed in May 2024.", "The old bridge was closed in May 2024"), Counts(cor=1)),
        (fact("The old bridge was shut in May 2024.", SENTENCE), Counts(cor=1)),
        (fact("The old bridge was closed in May 2024.", "The Harbour Council refused"), Counts(par=1)),
        (fact("The old bridge was closed for repair.", "The Harbour Council refused"), Counts(par=1)),
        (fact("Traffic moved to ferries.", "The old bridge was closed in May 2024"), Counts(cor=1)),
        (fact("Traffic moved to ferries.", "The old bridge was closed"), Counts(par=1)),
        (fact("Traffic moved to ferries.", "We have waited long enough"), Counts(spu=1, mis=1)),
    ],
)
def test_credit(prediction: Context, expected: Counts) -> None:
    """COR where wording and evidence agree enough, PAR where only part does or it rests elsewhere, else no pair."""
    assert counted(scored(prediction)) == expected


def test_two_facts_of_one_sentence_are_told_apart() -> None:
    """With the whole sentence as evidence of both, the statements decide."""
    pairs = scored(
        fact("A survey found cracks.", SENTENCE, id="a"), fact("The bridge was closed in May 2024.", SENTENCE, id="b")
    )
    assert {(pair.gold, pair.predicted) for pair in pairs} == {("x1", "b"), ("x2", "a")}


def test_pointing_at_the_whole_document_does_not_help() -> None:
    """Evidence of everything makes an unrelated statement match nothing."""
    pairs = scored(fact("Ferries run daily.", TEXT))
    assert counted(pairs) == Counts(spu=1, mis=1)


def test_kind_and_date_are_fields() -> None:
    """They are judged and do not decide the match."""
    pair = scored(fact(CLOSED.statement, SENTENCE, kind="background"))[0]
    assert pair.category is Category.COR
    assert [(outcome.field, outcome.category) for outcome in pair.fields] == [("kind", "INC"), ("date", "MIS")]


def test_a_commitment_told_as_context_is_neutral_once() -> None:
    """The same fact under the other heading costs nothing; telling it twice does."""
    words = "the city of Porto Novo will pay €2.4 million for the new bridge"
    pairs = scored(fact("The city pays.", words, id="a"), fact("Porto Novo pays.", words, id="b"))
    assert counted(pairs) == Counts(spu=1, mis=1)
    neutral = next(pair for pair in pairs if not pair.counted and pair.predicted)
    assert neutral.near == "c1"
    assert "other heading" in neutral.reason


def test_a_quote_told_as_context_is_an_error() -> None:
    """Only commitments may be told again."""
    assert counted(scored(fact("She will finish the bridge.", "We will finish the bridge"))) == Counts(spu=1, mis=1)


def test_optional_facts_are_neutral() -> None:
    """Found or not, an optional fact enters no denominator."""
    assert counted(scored(fact(CRACKS.statement, "a survey found cracks"))) == Counts(mis=1)
    assert counted(scored()) == Counts(mis=1)
