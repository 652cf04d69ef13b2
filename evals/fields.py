"""How one value of a matched pair is judged: texts, amounts, dates, references and sets of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.results import Category, FieldOutcome
from summariser.evals.similarity import content_words, fold_text, numbers, word_f1

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from summariser.schemas.brief import DateRange

__all__ = ["judge_amount", "judge_date", "judge_exact", "judge_reference", "judge_references", "judge_text"]

_SAME_WORDS = 0.75
_SOME_WORDS = 0.4

Judgement = tuple[Category, str]


def _absent(field: str, gold: str | None, predicted: str | None) -> FieldOutcome | None:
    """The outcome where one side is silent. Where both are, nothing is earned and nothing is counted."""
    if gold is not None and predicted is None:
        return FieldOutcome(field=field, category=Category.MIS, gold=gold, reason="not given")
    if gold is None and predicted is not None:
        return FieldOutcome(field=field, category=Category.SPU, predicted=predicted, reason="gold has none")
    return None


def _judge(
    field: str, gold: str | None, predicted: str | None, compare: Callable[[str, str], Judgement]
) -> list[FieldOutcome]:
    if gold is None or predicted is None:
        absent = _absent(field, gold, predicted)
        return [absent] if absent else []
    category, reason = compare(gold, predicted)
    return [FieldOutcome(field=field, category=category, gold=gold, predicted=predicted, reason=reason)]


def judge_exact(field: str, gold: str, predicted: str) -> FieldOutcome:
    """A value out of a closed list: COR or INC."""
    category = Category.COR if gold == predicted else Category.INC
    return FieldOutcome(field=field, category=category, gold=gold, predicted=predicted)


def judge_text(field: str, gold: str | None, predicted: str | None) -> list[FieldOutcome]:
    """Words of the document: COR at a word F1 of 0.75, PAR at 0.4 or where one holds the other, else INC."""
    return _judge(field, gold, predicted, _compare_text)


def _compare_text(gold: str, predicted: str) -> Judgement:
    if fold_text(gold) == fold_text(predicted):
        return Category.COR, ""
    shared = word_f1(gold, predicted)
    if shared >= _SAME_WORDS:
        return Category.COR, f"the same words but for a few (F1 {shared:.2f})"
    left, right = content_words(gold), content_words(predicted)
    if shared >= _SOME_WORDS or left <= right or right <= left:
        return Category.PAR, f"part of the words (F1 {shared:.2f})"
    return Category.INC, f"other words (F1 {shared:.2f})"


def judge_amount(field: str, gold: str | None, predicted: str | None) -> list[FieldOutcome]:
    """Money or quantity: COR with the same numbers and like words, PAR with some of the numbers, else INC.

    An amount without digits is judged as text.
    """
    return _judge(field, gold, predicted, _compare_amount)


def _compare_amount(gold: str, predicted: str) -> Judgement:
    wanted, given = numbers(gold), numbers(predicted)
    if not wanted:
        return _compare_text(gold, predicted)
    left, right = content_words(gold), content_words(predicted)
    if wanted == given:
        if left <= right or right <= left or word_f1(gold, predicted) >= _SOME_WORDS:
            return Category.COR, ""
        return Category.PAR, "the number is right, its unit is not"
    if wanted & given:
        return Category.PAR, "some of the numbers are right"
    return Category.INC, "other numbers"


def _show_date(value: DateRange | None) -> str | None:
    if value is None:
        return None
    if value.earliest is None and value.latest is None:
        return f"{value.text} (no date)"
    return f"{value.text} ({value.earliest or '…'}/{value.latest or '…'})"


def judge_date(field: str, gold: DateRange | None, predicted: DateRange | None) -> list[FieldOutcome]:
    """A date or deadline, judged by the interval it means.

    COR: the same interval, whatever the words; or no interval on either side and like words. PAR: a coarser interval
    (it contains gold's, and no bound lies in another year), or the right words without the interval. Else INC, a date
    where the document gives none included.
    """
    shown_gold, shown_predicted = _show_date(gold), _show_date(predicted)
    if gold is None or predicted is None:
        absent = _absent(field, shown_gold, shown_predicted)
        return [absent] if absent else []
    category, reason = _compare_date(gold, predicted)
    return [FieldOutcome(field=field, category=category, gold=shown_gold, predicted=shown_predicted, reason=reason)]


def _compare_date(gold: DateRange, predicted: DateRange) -> Judgement:
    wanted, given = (gold.earliest, gold.latest), (predicted.earliest, predicted.latest)
    unknown = (None, None)
    if unknown in (wanted, given):
        category, reason = _compare_text(gold.text, predicted.text)
        if wanted != unknown:
            return (
                (Category.INC, reason) if category is Category.INC else (Category.PAR, "the interval is not resolved")
            )
        return (
            (category, reason) if given == unknown else (Category.INC, "resolved to a date the document does not give")
        )
    if wanted == given:
        return Category.COR, ""
    if _coarser(gold.earliest, predicted.earliest, sign=1) and _coarser(gold.latest, predicted.latest, sign=-1):
        return Category.PAR, "a coarser interval"
    return Category.INC, "another interval"


def _coarser(gold: date | None, predicted: date | None, *, sign: int) -> bool:
    """True where a bound leaves gold's interval inside, in the same year."""
    if gold is None or predicted is None:
        return predicted is None
    return sign * (gold - predicted).days >= 0 and gold.year == predicted.year


def judge_reference(
    field: str, gold: str | None, predicted: str | None, resolve: Mapping[str, str]
) -> list[FieldOutcome]:
    """A reference to a party: COR where it resolves to gold's, INC where it does not."""
    return _judge(
        field, gold, predicted, lambda want, give: (Category.COR if resolve.get(give) == want else Category.INC, "")
    )


def judge_references(
    field: str, gold: Sequence[str], predicted: Sequence[str], resolve: Mapping[str, str]
) -> list[FieldOutcome]:
    """A set of references to parties: an outcome for each member of either side.

    Two predicted parties that are the same party of gold count once: the duplicate was charged among the parties.
    """
    outcomes: list[FieldOutcome] = []
    found: dict[str, None] = {}
    for reference in dict.fromkeys(predicted):
        target = resolve.get(reference)
        if target in found:
            continue
        if target is not None and target in gold:
            found[target] = None
            outcomes.append(FieldOutcome(field=field, category=Category.COR, gold=target, predicted=reference))
        else:
            reason = f"{target} of gold, which does not belong here" if target else "no party of gold"
            outcomes.append(FieldOutcome(field=field, category=Category.SPU, predicted=reference, reason=reason))
    outcomes.extend(
        FieldOutcome(field=field, category=Category.MIS, gold=reference, reason="not given")
        for reference in dict.fromkeys(gold)
        if reference not in found
    )
    return outcomes
