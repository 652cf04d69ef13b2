"""The two that a document is about: a contract's sides, employer and union, two states; no pair where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summariser.candidates.analysis import Analysis
from summariser.candidates.counterparts import find_counterparts
from summariser.documents import read_text

STRIKE = (
    "Rail strike ends\n\nThe Velmar Railway Company will pay drivers 6% more from May, ending a strike of three weeks over wages.\n\n"
    "The Union of Footplate Workers said the Velmar Railway Company had offered overtime pay as well. "
    "The Union of Footplate Workers will call off the strike on Friday."
)
TREATY = (
    "Norway and Latvia sign fisheries treaty\n\nNorway will open its ports to Latvia from March. Latvia will share its data with Norway. "
    "Norway said Latvia had asked for more. Latvia agreed with Norway on a joint patrol."
)
SUMMIT = (
    "Norway, Latvia, Chile and Ghana met in Oslo. Norway will pay. Latvia will pay. Chile will pay. Ghana will pay. "
    "Norway, Latvia, Chile and Ghana will meet again. Norway, Latvia, Chile and Ghana agreed."
)
LOAN = "FACILITY AGREEMENT\n\nLender: Hale Bank Ltd\nBorrower: Orrin Mills Ltd\n\n1. The Borrower shall repay the loan in May."
ACCORD = (
    "THE MARLE ACCORD\nbetween the Government of Kenya (“the Government”) and the Marle River Movement (“the Movement”)\n\n"
    "1. The Movement shall free the crew. Ghana offers to send observers."
)
LETTER = "Terms of engagement\n\nDear Ms Ana Lopes,\n\nHale Surveyors Ltd will survey the wall. You agree to pay a fee of £40."
COMPANIES = (
    "Orrin Ltd will buy steel from Tamsel Ltd. Tamsel Ltd said Orrin Ltd would pay. Orrin Ltd and Tamsel Ltd agreed."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STRIKE, {"Union of Footplate Workers", "Velmar Railway Company"}),
        (TREATY, {"Norway", "Latvia"}),
        (LOAN, {"Hale Bank Ltd", "Orrin Mills Ltd"}),
        (ACCORD, {"Kenya", "Marle River Movement"}),
        (LETTER, {"Ana Lopes", "Hale Surveyors Ltd"}),
        (SUMMIT, None),
        (COMPANIES, None),
    ],
    ids=["employer and union", "two states", "roles", "between", "letter", "four states", "two companies in the news"],
)
def test_the_two_sides(text: str, expected: set[str] | None) -> None:
    analysis = Analysis(read_text(text))
    bound = [replace(item, by=tuple(entity.name for entity in analysis.bound(item))) for item in analysis.undertakings]
    found = find_counterparts(text, analysis.entities, bound)
    assert (None if found is None else set(found)) == expected
