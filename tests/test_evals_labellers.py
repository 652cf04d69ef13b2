"""Agreement of two readers is measured with the scorer, and the same from either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from summariser.errors import InputError
from summariser.evals.labellers import agreement, compare_labels
from summariser.evals.results import PARTS, Counts
from tests.evals_gold import harbour, write_case
from tests.evals_strategies import gold_cases, slow_strategies

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.evals.gold import Case


def test_a_reader_agrees_with_himself() -> None:
    """The same labels twice give 1 in every part."""
    found = compare_labels([(harbour(), harbour())])
    assert found.overall.strict == found.overall.lenient == 1.0
    assert {part: found.parts[part].lenient for part in PARTS} == dict.fromkeys(PARTS, 1.0)


@given(gold_cases(), gold_cases())
@slow_strategies
def test_agreement_is_symmetric(first: Case, second: Case) -> None:
    """Which reader comes first does not matter."""
    second = second._replace(text=first.text, gold=second.gold.model_copy(update={"sha256": first.gold.sha256}))
    there, back = compare_labels([(first, second)]), compare_labels([(second, first)])
    assert there.parts == back.parts
    assert there.overall == back.overall
    assert there.first_as_gold == back.second_as_gold


def test_what_the_other_reader_calls_optional_is_no_error() -> None:
    """Labels that only one reader has, as optional, count on neither side; required ones count on both."""
    case, other = harbour(), harbour()
    other.gold.context.pop(1)
    other.gold.parties.pop(4)
    other.gold.quotes[1].speaker = None
    found = compare_labels([(case, other)])
    assert found.parts["context"].lenient == found.parts["parties"].lenient == 1.0
    assert found.second_as_gold.without_aliases.lenient.f1 == 1.0
    case.gold.context[1].required = True
    found = compare_labels([(case, other)])
    assert found.first_as_gold.parts["context"].counts == Counts(cor=1, mis=1)
    assert found.second_as_gold.parts["context"].counts == Counts(cor=1, spu=1)
    assert found.parts["context"].lenient == pytest.approx(2 / 3)


def test_required_for_one_and_optional_for_the_other_is_agreement() -> None:
    """Where both see the item, its weight is no disagreement."""
    case, other = harbour(), harbour()
    for quote in other.gold.quotes:
        quote.required = False
    found = compare_labels([(case, other)])
    assert found.first_as_gold.parts["quotes"].counts == Counts(cor=2)
    assert found.second_as_gold.parts["quotes"].counts == Counts()
    assert found.parts["quotes"].lenient == 1.0


def test_folders_are_compared_over_what_both_hold(tmp_path: Path) -> None:
    """Documents that one reader lacks are left out; none in common is an error."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    case = harbour()
    write_case(first, case)
    with pytest.raises(InputError, match="no labelled document in common"):
        agreement(first, second)
    write_case(second, case)
    write_case(first, case._replace(gold=case.gold.model_copy(update={"document": "alone.txt"})))
    assert agreement(first, second).documents == ("harbour.txt",)
