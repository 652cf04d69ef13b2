"""Whether a fact cannot tell of a commitment though it holds its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.words import marks_of, number_readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.mention import Mention
    from summariser.note.tellings import Telling

__all__ = ["is_apart"]


def is_apart(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether a fact is of another act, of less of it, of a time before it, or of a sum where the act is of none."""
    if _is_before(mention, told):
        return True
    if any(marks_of(telling.action).clash(marks_of(mention.passage.text), ended=True) for telling in told):
        return True
    if mention.status == "fulfilled":
        return _is_less(mention, told)
    return mention.status is None and not _is_of_money(mention, told)


def _is_before(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether something was done or given up before anybody promised it."""
    when, ages = mention.item.date, [telling.source.age for telling in told if telling.source.date]
    ended = mention.status in ("fulfilled", "withdrawn")
    return bool(ended and ages and when and when.latest and when.latest.toordinal() < min(ages))


def _is_of_money(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether a sum is one of a commitment to a sum in the same currency."""
    units = {unit for _, unit in number_readings(mention.amount or "")} & MONEY_OR_SHARE
    return any(units & {unit for _, unit in number_readings(telling.amount or "")} for telling in told)


def _is_less(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether something done is another quantity than what was promised."""
    promised = frozenset().union(*(telling.numbers for telling in told))
    units = {unit for _, unit in promised} & {unit for _, unit in mention.numbers} - MONEY_OR_SHARE
    return any(promised.isdisjoint((value, unit) for value, unit in mention.numbers if unit == each) for each in units)
