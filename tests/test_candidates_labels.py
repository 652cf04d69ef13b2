"""Who bears the label of a turn: by name, by a bracket behind an office, by question and answer."""

from __future__ import annotations

from summariser.candidates.analysis import Analysis
from summariser.documents import read_text

HEARING = (
    "Minutes of Evidence\n\n"
    "The Chair (Sen. Ida Reis): We will begin. Do you accept the report, Mr Vik?\n\n"
    "Mr VIK: I accept every word of it. My board does, too.\n\n"
    "The Chair: Then we thank you for coming.\n\n"
    "Mr VIK: I thank you, Chair.\n"
)


def test_an_office_is_borne_by_the_one_in_brackets_behind_it() -> None:
    analysis = Analysis(read_text(HEARING))
    speakers = [analysis.resolver.speaker(quote) for quote in analysis.quotations]
    names = [
        analysis.document.text[slice(*span)] for q in analysis.quotations if (span := analysis.resolver.stranger(q))
    ]
    assert len(analysis.quotations) == 4
    told = [who[0].name for who in speakers if who] + names
    assert sum("Reis" in name or "REIS" in name for name in told) == 2
    assert sum("vik" in name.lower() for name in told) == 2
