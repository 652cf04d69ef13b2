"""Runs as pandas tables."""

from __future__ import annotations

import sys

import pytest

from summariser.errors import InputError
from summariser.evals import to_dataframe
from tests.eval_runs import faulty, run_of
from tests.evals_gold import dev_cases

CASES = dev_cases()[:4]
RUN = run_of(CASES, faulty(CASES), faulty(CASES, 1))


def test_documents_give_a_row_for_each_part() -> None:
    """Summing the counts gives the scores of the run."""
    pytest.importorskip("pandas")
    table = to_dataframe(RUN)
    assert len(table) == 2 * 4 * 4
    first = table[(table["epoch"] == 0) & (table["part"] == "quotes")]
    assert first["cor"].sum() == RUN.scores[0].total.parts["quotes"].counts.cor


def test_items_and_fields_have_their_reasons() -> None:
    """One row for each pair, and for each value of a matched pair."""
    pytest.importorskip("pandas")
    items, fields = to_dataframe(RUN, "items"), to_dataframe(RUN, "fields")
    assert len(items) == sum(len(document.pairs) for scores in RUN.scores for document in scores.documents)
    assert set(items["category"]) <= {"COR", "PAR", "INC", "SPU", "MIS"}
    assert {"field", "gold", "predicted", "category"} <= set(fields.columns)
    assert "status" in set(fields["field"])


def test_without_pandas_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dependency is optional."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"pip install 'summariser\[dataframe\]'"):
        to_dataframe(RUN)
