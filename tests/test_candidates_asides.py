"""Sentences that tell nothing of the matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.asides import is_aside


@pytest.mark.parametrize(
    "text",
    [
        "Mr Mayor, members of the council, and all of you who walked here: good evening.",
        "Madam Chair, Dean of the faculty; members of the board; ladies and gentlemen.",
        "It is with great pleasure that I speak to you.",
        "It is an honour to stand at this table.",
    ],
)
def test_greetings(text: str) -> None:
    """Whoever is greeted, nothing is told."""
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers queue outside the salt works in Orrin on Tuesday.",
        "Miners cheer at the gate of the Lisford pit last week.",
        "An empty ferry berth at Tarn on Friday.",
        "A salt barn near Orrin in 2019.",
        "Pickets at the gate of the salt works on Monday.",
        "PHOTO: Boats at the quay of Tarn, last month.",
        "An aerial view of the planned harbour at Tarn.",
    ],
)
def test_captions(text: str) -> None:
    """What stands below a picture has no verb, or the present tense with a time that is over."""
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Posted May 4, 2026, 5:42 p.m.",
        "Updated: 4 May 2026 at 10.15 by the night desk.",
        "This is not the final record of these proceedings.",
        "Witnesses may send corrections until 4 May.",
        "Schedules A and B are not reproduced.",
        "Extract: Parts 1, 2 and 7 of the lease.",
        "This release contains forward-looking statements about sales.",
        "IN WITNESS WHEREOF the Parties have signed two copies.",
        "TARN PULSES LTD, a company registered in Orrin, whose office is at 4 Mill Lane (the “Buyer”); and",
        "Buyer and Seller are each a “Party” to this deed.",
    ],
)
def test_notes_on_the_record_and_formulas(text: str) -> None:
    """They speak of the document, not of its matter."""
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume in Lisford on Monday.",
        "Creditors meet at the town hall on Friday.",
        "A ferry sank off Tarn on Monday.",
        "A court in Orrin rules on Monday.",
        "Farmers lose 4 million euros a year.",
        "The report was published in 2019.",
        "Published in 2019, the report names nine banks.",
        "Mr Okoro, who is 54, runs the salt works at Tarn.",
        "I have the honour to lay the bill before the house.",
        'The growers hold 51 per cent of Tarn Pulses Ltd (the "Mill").',
        "This lease is made on 4 May 2026 between Ada Okoro, of Tarn, and the diocese of Lisford (the “Tenant”).",
    ],
)
def test_facts_are_none(text: str) -> None:
    """What is told stays, next steps in the present tense too."""
    assert not is_aside(text)


@given(st.text())
def test_any_text(text: str) -> None:
    """No text is too odd."""
    assert is_aside(text) in (True, False)
