"""Parties: matched by name against gold's closed list of names. Their alignment resolves every reference to a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.align import assign
from summariser.evals.fields import judge_exact, judge_reference, judge_text
from summariser.evals.results import Category, FieldOutcome, Pair
from summariser.evals.similarity import dice, fold_name, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.evals.gold import GoldParty
    from summariser.schemas.brief import Party

__all__ = ["names_of", "score_parties", "without_aliases"]

_SAME_PARTY = 0.5


def names_of(party: Party) -> frozenset[str]:
    """Every name gold accepts for a party, folded."""
    return frozenset(fold_name(name) for name in (party.name, *party.aliases))


def score_parties(gold: Sequence[GoldParty], predicted: Sequence[Party]) -> tuple[list[Pair], dict[str, str]]:
    """Match parties and resolve references.

    A prediction is COR where its folded name is gold's name or alias; kind, role and principal are fields and change
    nothing in that. A second prediction of one party is SPU. A prediction that is called otherwise than in the
    document, but clearly is an unmatched party, is INC: it costs what a miss and an extra cost, and references to it
    still resolve, so that a wrong name is charged once.

    Args:
        gold: Parties of gold.
        predicted: Parties of the brief.

    Returns:
        The pairs, and predicted id to gold id for every prediction that stands for a party of gold.
    """
    names = [names_of(party) for party in gold]
    called = [fold_name(party.name) for party in predicted]
    hits = [[1.0 if name in accepted else 0.0 for name in called] for accepted in names]
    own_name_first = [[0.9 if fold_name(party.name) == name else 0.0 for name in called] for party in gold]
    matched = {column: row for row, column in assign(hits, floor=1.0, preference=own_name_first)}
    resolve = {predicted[column].id: gold[row].id for column, row in matched.items()}
    duplicates = {
        column: next(row for row, accepted in enumerate(names) if name in accepted)
        for column, name in enumerate(called)
        if column not in matched and any(name in accepted for accepted in names)
    }
    resolve.update({predicted[column].id: gold[row].id for column, row in duplicates.items()})
    misnamed = _misnamed(gold, predicted, set(matched.values()), set(matched) | set(duplicates))
    resolve.update({predicted[column].id: gold[row].id for column, row in misnamed.items()})

    pairs = [_named(gold[row], predicted[column], resolve) for column, row in sorted(matched.items())]
    for column, party in enumerate(predicted):
        if column in duplicates:
            near = gold[duplicates[column]].id
            pairs.append(_extra(party, near, f"names {near} a second time"))
        elif column in misnamed:
            pairs.append(_wrong_name(gold[misnamed[column]], party, resolve))
        elif column not in matched:
            pairs.append(_extra(party, None, "no party of gold has this name"))
    taken = set(matched.values()) | {row for row in misnamed.values() if gold[row].required}
    pairs.extend(_missing(party) for row, party in enumerate(gold) if row not in taken)
    return pairs, resolve


def without_aliases(pairs: Sequence[Pair], gold: Sequence[GoldParty], predicted: Sequence[Party]) -> list[Category]:
    """Counted categories if gold had no aliases: shows how much rests on them."""
    own = {party.id: fold_name(party.name) for party in gold}
    called = {party.id: fold_name(party.name) for party in predicted}
    found: list[Category] = []
    for pair in pairs:
        by_alias = pair.category is Category.COR and own[str(pair.gold)] != called[str(pair.predicted)]
        if by_alias:
            found.append(Category.INC if pair.counted else Category.SPU)
        elif pair.counted:
            found.append(pair.category)
    return found


def _misnamed(
    gold: Sequence[GoldParty], predicted: Sequence[Party], rows: set[int], columns: set[int]
) -> dict[int, int]:
    """Leftover predictions whose name holds a leftover party's or is held by it, where one party fits best."""
    similarity = [[0.0] * len(predicted) for _ in gold]
    for column, party in enumerate(predicted):
        if column in columns:
            continue
        scores = [0.0 if row in rows else _likeness(other, party) for row, other in enumerate(gold)]
        best = max(scores, default=0.0)
        if scores.count(best) == 1:
            similarity[scores.index(best)][column] = best
    return {column: row for row, column in assign(similarity, floor=_SAME_PARTY)}


def _likeness(gold: GoldParty, party: Party) -> float:
    """F1 of the words of two names where one holds the other; else 0."""
    said = frozenset(words(fold_name(party.name)))
    known = [frozenset(words(name)) for name in names_of(gold)]
    return max(dice(said, other) if said <= other or other <= said else 0.0 for other in known)


def _fields(gold: GoldParty, party: Party, resolve: Mapping[str, str]) -> tuple[FieldOutcome, ...]:
    return (
        judge_exact("kind", gold.kind, party.kind),
        *judge_text("role", gold.role, party.role),
        *judge_reference("represents", gold.represents, party.represents, resolve),
    )


def _named(gold: GoldParty, party: Party, resolve: Mapping[str, str]) -> Pair:
    own = fold_name(gold.name) == fold_name(party.name)
    return Pair(
        part="parties",
        gold=gold.id,
        predicted=party.id,
        category=Category.COR,
        counted=gold.required,
        similarity=1.0,
        reason=("the name of gold" if own else "an alias of gold")
        + ("" if gold.required else "; optional, so neutral"),
        fields=_fields(gold, party, resolve),
    )


def _wrong_name(gold: GoldParty, party: Party, resolve: Mapping[str, str]) -> Pair:
    similarity = _likeness(gold, party)
    reason = f"stands for {gold.id}, but this is none of its names; references to it still resolve"
    if not gold.required:
        return Pair(
            part="parties",
            predicted=party.id,
            category=Category.SPU,
            similarity=similarity,
            near=gold.id,
            reason=reason,
        )
    return Pair(
        part="parties",
        gold=gold.id,
        predicted=party.id,
        category=Category.INC,
        similarity=similarity,
        reason=reason,
        fields=_fields(gold, party, resolve),
    )


def _extra(party: Party, near: str | None, reason: str) -> Pair:
    return Pair(
        part="parties",
        predicted=party.id,
        category=Category.SPU,
        similarity=1.0 if near else None,
        near=near,
        reason=reason,
    )


def _missing(party: GoldParty) -> Pair:
    return Pair(
        part="parties",
        gold=party.id,
        category=Category.MIS,
        counted=party.required,
        reason="no prediction has one of its names" + ("" if party.required else "; optional, so no miss"),
    )
