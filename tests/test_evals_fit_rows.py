"""Labelled documents as rows of features."""

from __future__ import annotations

from pathlib import Path

import pytest

from summariser.evals.fit_rows import ROWS, prepare
from summariser.evals.gold import load_case

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def case_and_analysis():  # type: ignore[no-untyped-def]
    """The first labelled document of the training split."""
    return prepare(load_case(next(iter(sorted((SEEDS / "train").glob("*.gold.json"))))))


@pytest.mark.parametrize("name", ROWS)
def test_rows_of_each_kind(name: str, case_and_analysis) -> None:  # type: ignore[no-untyped-def]
    """Every row has features and a label, of both kinds where there are two."""
    case, analysis = case_and_analysis
    rows = list(ROWS[name](case, analysis))
    assert rows
    assert all(row.features and row.document == case.gold.document for row in rows)
    labels = {row.label for row in rows}
    assert labels <= {"True", "False"} or name == "status"
    if name in ("binding", "bound", "speaker"):
        assert labels == {"True", "False"}
        assert {row.ruled for row in rows} <= {"True", "False"}
