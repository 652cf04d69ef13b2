"""Turns an assignment into pairs and left-overs, each with its reason: the same for commitments, context and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from summariser.evals.align import assign
from summariser.evals.results import Category, FieldOutcome, Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summariser.evals.results import Part

__all__ = ["Judged", "Labelled", "match", "preference"]


class Labelled(Protocol):
    """An item of gold."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def required(self) -> bool:
        """False where a good brief may leave it out."""


class _Item(Protocol):
    @property
    def id(self) -> str: ...


class Judged(NamedTuple):
    """What a pair of a gold item and a prediction is worth."""

    category: Category
    reason: str
    fields: tuple[FieldOutcome, ...]


def preference(*, required: bool, category: Category, location: float) -> float:
    """Among pairs that are equally alike: required gold first, then the greater credit, then the same place."""
    credit = {Category.COR: 1.0, Category.PAR: 0.5}.get(category, 0.0)
    return 0.6 * required + 0.3 * credit + 0.1 * location


def match(
    part: Part,
    gold: Sequence[Labelled],
    predicted: Sequence[_Item],
    similarity: Sequence[Sequence[float]],
    judge: Callable[[int, int], Judged],
    *,
    floor: float,
    location: Callable[[int, int], float],
) -> list[Pair]:
    """Assign predictions to gold and tell of each item what became of it.

    Args:
        part: Part of the brief.
        gold: Items of gold, in a fixed order.
        predicted: Items of the brief, in a fixed order.
        similarity: A row per gold item, a column per prediction, 0 to 1.
        judge: Category, reason and fields of a pair, by row and column.
        floor: The least similarity of a pair.
        location: How far a pair lies in the same place, 0 to 1, by row and column; decides between equals.

    Returns:
        Every item once.
    """
    judged = {
        (row, column): judge(row, column)
        for row, values in enumerate(similarity)
        for column, value in enumerate(values)
        if value >= floor
    }
    ranks = [[0.0] * len(predicted) for _ in gold]
    for (row, column), found in judged.items():
        ranks[row][column] = preference(
            required=gold[row].required, category=found.category, location=location(row, column)
        )
    chosen = assign(similarity, floor=floor, preference=ranks)
    pairs: list[Pair] = []
    for row, column in chosen:
        found = judged[row, column]
        required = gold[row].required
        pairs.append(
            Pair(
                part=part,
                gold=gold[row].id,
                predicted=predicted[column].id,
                category=found.category,
                counted=required,
                similarity=similarity[row][column],
                reason=found.reason + ("" if required else "; optional, so neutral"),
                fields=found.fields,
            )
        )
    taken = dict(chosen)
    given = set(taken.values())
    for column, item in enumerate(predicted):
        if column not in given:
            values = [values[column] for values in similarity]
            near, most, why = _nearest(values, gold, set(taken), floor)
            pairs.append(
                Pair(part=part, predicted=item.id, category=Category.SPU, similarity=most, near=near, reason=why)
            )
    for row, label in enumerate(gold):
        if row not in taken:
            near, most, why = _nearest(similarity[row], predicted, given, floor)
            pairs.append(
                Pair(
                    part=part,
                    gold=label.id,
                    category=Category.MIS,
                    counted=label.required,
                    similarity=most,
                    near=near,
                    reason=why + ("" if label.required else "; optional, so no miss"),
                )
            )
    return pairs


def _nearest(
    values: Sequence[float], others: Sequence[_Item], taken: set[int], floor: float
) -> tuple[str | None, float | None, str]:
    """Of an item left alone: the closest id, its similarity, and why the two are no pair."""
    most = max(values, default=0.0)
    if most <= 0:
        return None, None, "nothing on the other side is like it"
    index = values.index(most)
    near = others[index].id
    if most < floor:
        return near, most, f"closest is {near} at {most:.2f}, below the floor of {floor:.2f}"
    verdict = "is paired with a better one" if index in taken else "fits another better"
    return near, most, f"closest is {near} at {most:.2f}, which {verdict}"
