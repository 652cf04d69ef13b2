"""Parties match by name or alias and by nothing else; references resolve all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.evals.parties import score_parties, without_aliases
from summariser.evals.results import Category, Counts, Pair
from summariser.schemas import Party, Span
from tests.evals_gold import harbour

if TYPE_CHECKING:
    from collections.abc import Sequence

GOLD = harbour().gold.parties


def named(*names: str) -> list[Party]:
    """Parties of a brief by these names, with the ids a, b, c, …"""
    evidence = [Span(start=0, end=1, text="M")]
    return [
        Party(id=party_id, name=name, kind="organisation", evidence=evidence)
        for party_id, name in zip("abcdefg", names, strict=False)
    ]


def counted(pairs: Sequence[Pair]) -> Counts:
    """Counts of the pairs that count."""
    return Counts.of(pair.category for pair in pairs if pair.counted)


def of(pairs: Sequence[Pair], predicted: str) -> Pair:
    """The pair of a prediction."""
    return next(pair for pair in pairs if pair.predicted == predicted)


def test_name_and_alias_are_both_right() -> None:
    """Gold's name and each alias earn the same, whatever the case and the legal form."""
    pairs, resolve = score_parties(GOLD, named("ana silva", "The Harbour Council", "Porto Novo", "ACME"))
    assert counted(pairs) == Counts(cor=4)
    assert resolve == {"a": "p1", "b": "p2", "c": "p3", "d": "p4"}


def test_a_second_name_of_one_party_is_spurious_but_resolves() -> None:
    """The duplicate is charged once, among the parties; the own name keeps the match."""
    pairs, resolve = score_parties(GOLD[:1], named("Mayor Ana Silva", "Ana Silva"))
    assert counted(pairs) == Counts(cor=1, spu=1)
    assert of(pairs, "b").category is Category.COR
    assert of(pairs, "a").near == "p1"
    assert resolve == {"a": "p1", "b": "p1"}


def test_a_wrong_name_earns_nothing_but_resolves() -> None:
    """A name that holds the party's name is INC: a miss and an extra in one, and references to it still count."""
    pairs, resolve = score_parties(GOLD[:1], named("City Mayor Ana Silva"))
    assert counted(pairs) == Counts(inc=1)
    assert resolve == {"a": "p1"}
    assert "none of its names" in of(pairs, "a").reason


def test_a_wrong_name_of_an_optional_party_is_spurious() -> None:
    """Only a right name is neutral."""
    pairs, resolve = score_parties(GOLD[4:], named("Mr Rui Costa"))
    assert counted(pairs) == Counts(spu=1)
    assert resolve == {"a": "p5"}
    assert [pair.gold for pair in pairs] == [None, "p5"]


def test_an_ambiguous_name_resolves_to_nobody() -> None:
    """A surname that two parties share stands for neither."""
    gold = [GOLD[0], GOLD[0].model_copy(update={"id": "p9", "name": "Rosa Silva", "aliases": []})]
    pairs, resolve = score_parties(gold, named("Silva"))
    assert resolve == {}
    assert counted(pairs) == Counts(spu=1, mis=2)


def test_a_longer_name_is_not_its_neighbour() -> None:
    """Where the party itself is found, another body with a longer name is an extra that stands for nobody."""
    pairs, resolve = score_parties(GOLD[1:2], named("Harbour Council", "Harbour Council Staff Union"))
    assert counted(pairs) == Counts(cor=1, spu=1)
    assert resolve == {"a": "p2"}


def test_optional_parties_are_neutral() -> None:
    """Found or not, an optional party enters no denominator."""
    found, resolve = score_parties(GOLD[4:], named("Rui Costa"))
    missed, _ = score_parties(GOLD[4:], [])
    assert counted(found) == counted(missed) == Counts()
    assert resolve == {"a": "p5"}
    assert of(found, "a").category is Category.COR


def test_kind_role_and_principal_are_fields_only() -> None:
    """They are judged, and change nothing in the match."""
    pairs, _ = score_parties(GOLD[:3], named("Ana Silva", "Porto Novo"))
    outcomes = {outcome.field: outcome.category for outcome in of(pairs, "a").fields}
    assert of(pairs, "a").category is Category.COR
    assert outcomes == {"kind": Category.INC, "role": Category.MIS, "represents": Category.MIS}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Acme Ltd", "Ana Silva"], Counts(cor=2)),
        (["Mayor Ana Silva"], Counts(inc=1, mis=1)),
        (["Nobody"], Counts(spu=1, mis=2)),
    ],
)
def test_score_without_aliases(names: list[str], expected: Counts) -> None:
    """What rests on an alias alone earns nothing when aliases are left out of account."""
    gold = [GOLD[0], GOLD[3]]
    predicted = named(*names)
    pairs, _ = score_parties(gold, predicted)
    assert Counts.of(without_aliases(pairs, gold, predicted)) == expected


def test_an_optional_party_by_alias_counts_without_aliases() -> None:
    """Without its alias, an optional party's prediction is an extra."""
    gold = [GOLD[3].model_copy(update={"required": False})]
    gold[0].name = "Acme Steel Works"
    predicted = named("Acme")
    pairs, _ = score_parties(gold, predicted)
    assert counted(pairs) == Counts()
    assert Counts.of(without_aliases(pairs, gold, predicted)) == Counts(spu=1)
