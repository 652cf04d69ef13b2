"""The two that a document is about: a contract's sides, employer and union, two states; no pair where there is none."""

from __future__ import annotations

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
COMPANIES = (
    "Orrin Ltd will buy steel from Tamsel Ltd. Tamsel Ltd said Orrin Ltd would pay. Orrin Ltd and Tamsel Ltd agreed."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STRIKE, {"Union of Footplate Workers", "Velmar Railway Company"}),
        (TREATY, {"Norway", "Latvia"}),
        (SUMMIT, None),
        (COMPANIES, None),
    ],
    ids=["employer and union", "two states", "four states", "two companies in the news"],
)
def test_the_two_sides(text: str, expected: set[str] | None) -> None:
    analysis = Analysis(read_text(text))
    found = find_counterparts(text, analysis.entities, analysis.undertakings)
    assert (None if found is None else set(found)) == expected
