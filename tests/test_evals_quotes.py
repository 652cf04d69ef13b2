"""Quotes match by the very letters of the source; the headline needs the speaker too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.quotes import is_fabricated, score_quotes
from summariser.evals.results import Category, Counts, Pair
from summariser.evals.similarity import Stretches
from summariser.schemas import Quote, Span
from tests.evals_gold import TEXT, harbour, span

if TYPE_CHECKING:
    from collections.abc import Sequence

CASE = harbour()
BRIDGE, WAITED = CASE.gold.quotes
RESOLVE = {party.id: party.id for party in CASE.gold.parties}
SOURCE = Stretches(TEXT)


def quote(*words: str, speaker: str | None = "p1", **changes: Any) -> Quote:
    """A predicted quote made of these stretches."""
    spans = [span(TEXT, each) for each in words]
    text = " ".join(words)
    fields = {
        "id": "a",
        "text": text,
        "speaker": speaker,
        "marked": True,
        "evidence": [each.model_dump() for each in spans],
    }
    return Quote.model_validate(fields | changes)


def scored(*predicted: Quote) -> list[Pair]:
    """Pairs of predictions with the interrupted quote."""
    return score_quotes([BRIDGE], predicted, RESOLVE, SOURCE)[0]


def counted(pairs: Sequence[Pair]) -> Counts:
    """Counts of the pairs that count."""
    return Counts.of(pair.category for pair in pairs if pair.counted)


WHOLE = ("We will finish the bridge,", "before the winter storms come back.")


@pytest.mark.parametrize(
    ("prediction", "expected"),
    [
        (quote(*WHOLE), Counts(cor=1)),
        (quote("We will finish the bridge", "before the winter storms come back"), Counts(cor=1)),
        (quote("“We will finish the bridge,”", "“before the winter storms come back.”"), Counts(cor=1)),
        (quote(*WHOLE, speaker=None), Counts(par=1)),
        (quote(*WHOLE, speaker="p2"), Counts(inc=1)),
        (quote(*WHOLE, speaker="nobody"), Counts(inc=1)),
        (quote("before the winter storms come back"), Counts(par=1)),
        (quote("before the winter storms come back", speaker=None), Counts(inc=1)),
        (quote("We will finish the bridge"), Counts(spu=1, mis=1)),
        (quote("We will finish the bridge,” she said, “before the winter storms come back"), Counts(par=1)),
    ],
)
def test_credit(prediction: Quote, expected: Counts) -> None:
    """COR: all letters and the speaker. PAR: half of them or more, or no speaker. INC: another's mouth."""
    assert counted(scored(prediction)) == expected


def test_words_alone_are_scored_beside() -> None:
    """Whoever is named as the speaker, the words count by themselves."""
    found = score_quotes([BRIDGE], [quote(*WHOLE, speaker="p2")], RESOLVE, SOURCE)[1]
    assert found == [Category.COR]
    found = score_quotes([BRIDGE], [quote("before the winter storms come back", speaker=None)], RESOLVE, SOURCE)[1]
    assert found == [Category.PAR]


def test_null_speaker_is_right_where_gold_has_none() -> None:
    """Not naming a speaker the document does not name is correct; inventing one is not."""
    gold = [BRIDGE.model_copy(update={"speaker": None})]
    assert score_quotes(gold, [quote(*WHOLE, speaker=None)], RESOLVE, SOURCE)[0][0].category is Category.COR
    assert score_quotes(gold, [quote(*WHOLE)], RESOLVE, SOURCE)[0][0].category is Category.INC


def test_the_same_words_elsewhere_are_the_same_quote() -> None:
    """A quote that a headline repeats may be taken from there, and the required label is served before the optional."""
    text = "Nothing will stop us now\nNothing will stop us now, she said."
    required = BRIDGE.model_copy(
        update={"id": "q2", "text": "Nothing will stop us now", "evidence": [span(text, "Nothing will stop us now", 2)]}
    )
    optional = required.model_copy(
        update={"id": "q1", "required": False, "evidence": [span(text, "Nothing will stop us now")]}
    )
    prediction = quote(
        text="Nothing will stop us now", evidence=[span(text, "Nothing will stop us now").model_dump()], speaker="p1"
    )
    pairs, _ = score_quotes([optional, required], [prediction], RESOLVE, Stretches(text))
    assert counted(pairs) == Counts(cor=1)
    both = [prediction.model_copy(update={"id": "b", "evidence": required.evidence}), prediction]
    pairs, _ = score_quotes([optional, required], both, RESOLVE, Stretches(text))
    assert {(pair.gold, pair.predicted) for pair in pairs} == {("q1", "a"), ("q2", "b")}


@pytest.mark.parametrize(
    ("prediction", "fabricated"),
    [
        (quote(*WHOLE), False),
        (quote(*WHOLE, text="We will finish the bridge,"), False),
        (quote(*WHOLE, text="We will not finish the bridge,"), True),
        (quote(*WHOLE, text="We will finish the bridge, before the storms come back."), True),
        (quote(*WHOLE, text=" "), True),
        (quote(*WHOLE, text="We  will finish the bridge,"), True),
    ],
)
def test_fabrication(prediction: Quote, fabricated: bool) -> None:
    """A quote is fabricated where its text is neither its spans joined nor one stretch of the source."""
    assert is_fabricated(prediction, TEXT) is fabricated


def test_a_fabricated_quote_matches_nothing() -> None:
    """Right offsets do not save words that the source does not have."""
    pairs = scored(quote(*WHOLE, text="We will surely finish the bridge"))
    assert counted(pairs) == Counts(spu=1, mis=1)
    assert "fabricated" in next(pair.reason for pair in pairs if pair.predicted)


def test_lying_offsets_earn_by_words_only() -> None:
    """True words with wrong offsets still match by their words; offsets beyond the text are harmless."""
    lying = quote(*WHOLE[:1], text=WAITED.text, evidence=[Span(start=9000, end=9001, text="x").model_dump()])
    pairs, _ = score_quotes([WAITED], [lying.model_copy(update={"speaker": "p5"})], RESOLVE, SOURCE)
    assert pairs[0].category is Category.COR


def test_cue_and_mark_are_fields() -> None:
    """They are judged and do not decide the match."""
    pair = scored(quote(*WHOLE, marked=False, cue="she told reporters"))[0]
    assert pair.category is Category.COR
    assert [(outcome.field, outcome.category) for outcome in pair.fields] == [
        ("speaker", "COR"),
        ("cue", "INC"),
        ("marked", "INC"),
    ]
