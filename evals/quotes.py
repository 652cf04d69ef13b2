"""Quotes: matched by the very letters of the source, judged by letters and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.fields import judge_exact, judge_reference, judge_text
from summariser.evals.matching import Judged, match
from summariser.evals.results import Category, FieldOutcome, Pair
from summariser.evals.similarity import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.evals.gold import GoldQuote
    from summariser.evals.similarity import Stretches
    from summariser.schemas.brief import Quote

__all__ = ["FLOOR", "is_fabricated", "score_quotes"]

FLOOR = 0.5


def is_fabricated(quote: Quote, text: str) -> bool:
    """True where the text of a quote is neither its spans of the source joined by a space nor one stretch of it."""
    spans = " ".join(text[span.start : span.end] for span in quote.evidence)
    return not quote.text.strip() or (quote.text != spans and quote.text not in text)


def score_quotes(
    gold: Sequence[GoldQuote], predicted: Sequence[Quote], resolve: Mapping[str, str], source: Stretches
) -> tuple[list[Pair], list[Category]]:
    """Match and judge quotes.

    Similarity is what the spans of both share over what either holds (IoU), in letters and digits: outer marks, white
    space and stops make no difference. The same words at another place are the same quote. A fabricated quote matches
    nothing.

    COR: all letters (IoU 1) and the speaker is right, which includes null where gold has null. PAR: IoU at least 0.5
    with the right speaker, or all letters with no speaker named. INC: the words are put into another's mouth, or part
    of the words without a speaker.

    Args:
        gold: Quotes of gold.
        predicted: Quotes of the brief.
        resolve: Predicted party id to gold party id.
        source: The source text.

    Returns:
        Every quote of either side once, and the counted categories when the speaker is left out of account.
    """
    spoken = [words(item.text) for item in predicted]
    false = [is_fabricated(item, source.text) for item in predicted]
    evidence = [source.merge(item.evidence) for item in predicted]
    rows = [source.merge(label.evidence) for label in gold]
    shares = [[source.jaccard(row, stretches) for stretches in evidence] for row in rows]
    similarity = [
        [
            0.0 if false[column] else 1.0 if said and said == spoken[column] else shares[row][column]
            for column in range(len(predicted))
        ]
        for row, said in enumerate(words(label.text) for label in gold)
    ]
    pairs = match(
        "quotes",
        gold,
        predicted,
        similarity,
        lambda row, column: _judge(gold[row], predicted[column], similarity[row][column], resolve),
        floor=FLOOR,
        location=lambda row, column: shares[row][column],
    )
    made_up = {item.id for item, is_false in zip(predicted, false, strict=True) if is_false}
    pairs = [
        pair.model_copy(update={"reason": "fabricated: the source does not have these words"})
        if pair.category is Category.SPU and pair.predicted in made_up
        else pair
        for pair in pairs
    ]
    return pairs, [_words_only(pair) for pair in pairs if pair.counted]


def _words_only(pair: Pair) -> Category:
    if pair.category in (Category.SPU, Category.MIS):
        return pair.category
    return Category.COR if pair.similarity == 1.0 else Category.PAR


def _judge(gold: GoldQuote, item: Quote, share: float, resolve: Mapping[str, str]) -> Judged:
    speaker = judge_reference("speaker", gold.speaker, item.speaker, resolve)
    fields: tuple[FieldOutcome, ...] = (
        *speaker,
        *judge_text("cue", gold.cue, item.cue),
        judge_exact("marked", str(gold.marked).lower(), str(item.marked).lower()),
    )
    whole = share == 1.0
    extent = "all of the words" if whole else f"part of the words (IoU {share:.2f})"
    verdict = speaker[0].category if speaker else Category.COR
    if verdict is Category.COR:
        return Judged(Category.COR if whole else Category.PAR, f"{extent}, right speaker", fields)
    if verdict is Category.MIS:
        return Judged(Category.PAR if whole else Category.INC, f"{extent}, no speaker named", fields)
    return Judged(Category.INC, f"{extent}, wrong speaker", fields)
