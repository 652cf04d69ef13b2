"""Words that make an undertaking depend on something."""

from __future__ import annotations

import pytest

from summariser.candidates.conditions import condition_in, condition_leading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dredge the river, provided that the bank lends the money", "provided that the bank lends the money"),
        ("pay the fee unless the judge says no; it is due", "unless the judge says no"),
        ("lend the boat, subject to a vote of the board.", "subject to a vote of the board"),
        ("not sell the data without the Client's prior consent", "without the Client's prior consent"),
        ("issue permits only if the bill is passed", "only if the bill is passed"),
        ("give a grant, which depends on a vote", "which depends on a vote"),
        ("not call a strike, save where talks have failed", "save where talks have failed"),
        ("send ten boats, should the Council ask", "should the Council ask"),
        ("send ten boats, should Peru ask", "should Peru ask"),
        ("open the bridge, which should be free", None),
        ("be provided with a suit", None),
        ("pay at once", None),
        ("try once more without delay", None),
        ("act in case of fire", None),
    ],
)
def test_conditions_inside_an_act(text: str, expected: str | None) -> None:
    """Conditions are found whole; "at once", "once more" and "in case of" are none."""
    found = condition_in(text, 0, len(text))
    assert (text[slice(*found)] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the loan is late, ", "If the loan is late"),
        ("Once it rains, ", "Once it rains"),
        ("Where a lot is late, ", "Where a lot is late"),
        ("In case of a delay, ", "In case of a delay"),
        ("Where possible, ", None),
        ("In May, ", None),
    ],
)
def test_conditions_that_lead_in(text: str, expected: str | None) -> None:
    """`If …,` before the subject is a condition, a date is none."""
    found = condition_leading(text, 0, len(text))
    assert (text[slice(*found)] if found else None) == expected
