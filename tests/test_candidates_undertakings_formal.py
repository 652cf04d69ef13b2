"""Undertakings of lists, duties, boards, pledges told by a noun and operative paragraphs."""

from __future__ import annotations

import pytest

from tests.told_undertakings import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme covenants with Kenya:\n5.1 to keep the roof in repair;\n5.2 not to let the annex.",
            [("new", "Acme", "keep the roof in repair"), ("new", "Acme", "not let the annex")],
        ),
        (
            "Kenya and Uganda undertake towards each other to:\n– cease all flights;\n– keep the road open.",
            [("new", "Kenya and Uganda", "cease all flights"), ("new", "Kenya and Uganda", "keep the road open")],
        ),
        (
            "3.1 Acme will:\n(a) repair the roof.\n3.2 Kenya will:\n(a) pay the fee.",
            [("new", "Acme", "repair the roof"), ("new", "Kenya", "pay the fee")],
        ),
        ("Acme undertakes to:\n1. repair the roof.\n2. FEES AND COSTS", [("new", "Acme", "repair the roof")]),
    ],
    ids=["with", "towards", "next clause", "heading"],
)
def test_lists_behind_a_lead_in_with_a_receiver(text: str, expected: list[tuple[str, str, str]]) -> None:
    """The lead-in of a list may say whom it is owed to; the next clause and a heading are no items of it."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff policy. Acme is responsible for answering letters.", ["answering letters"]),
        ("Acme is responsible for running the trains.", []),
        ("Acme has a duty to mend the fence.", ["mend the fence"]),
        ("Acme is pleased to award Kenya a grant of $500.", ["award Kenya a grant of $500"]),
        ("Acme is pleased to announce a record year.", []),
    ],
)
def test_duties(text: str, expected: list[str]) -> None:
    """Whom a policy makes responsible is bound; elsewhere the words only tell what somebody does."""
    assert [act for _, _, act in told(text)] == expected


def test_what_a_board_refuses_and_whom_it_empowers() -> None:
    """`be and is hereby refused` declines; to authorise somebody binds nobody."""
    refused = "RESOLVED, that the offer of Bolt AS to buy the mill be and is hereby refused."
    assert [status for status, _, _ in told(refused)] == ["declined"]
    assert told("RESOLVED, that Rosa Diaz be authorised to sign the deed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pledge by Sweden to fund 40 clinics was the largest.", [("new", "Sweden", "fund 40 clinics")]),
        ("Critics mocked Sweden's promise to fund 40 clinics.", [("earlier", "Sweden", "fund 40 clinics")]),
        ("Sweden's promise was the largest.", []),
        ("Acme said it had agreed to sell the mill.", [("new", "Acme", "sell the mill")]),
        ("Acme said it had already agreed to sell the mill.", [("earlier", "Acme", "sell the mill")]),
        ("Acme had agreed to sell the mill.", [("earlier", "Acme", "sell the mill")]),
        ("Sweden's government plans to lift a ban.", [("new", "Sweden's government", "lift a ban")]),
        ("Sweden's government plans to lift a ban were dropped.", [("withdrawn", "Sweden", "lift a ban")]),
        ("The deal calls for Acme to close the mill.", [("new", "Acme", "close the mill")]),
        ("The mayor called for Acme to close the mill.", []),
        ("Acme promised compensation to the town.", [("new", "Acme", "compensation to the town")]),
        ("Acme promised the council to mend the dam.", [("new", "Acme", "mend the dam")]),
        ("Acme promised Kenya to mend the dam.", [("new", "Acme", "mend the dam")]),
        ("Acme promised the money to build a dam.", []),
    ],
)
def test_promises_told_by_a_noun_or_reported(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A pledge "by" somebody is told now, somebody's pledge is known; what is said to have been agreed is news."""
    assert told(text) == expected


def test_operative_paragraphs_of_a_declaration() -> None:
    """`We, the Leaders of …,` is the subject of each paragraph that opens with a verb of binding."""
    text = (
        "We, the Leaders of Kenya and Uganda,\n\nRecalling the accord of 2018,\n\n1. RESOLVE to dredge the river;\n\n"
        "2. Undertake not to tax ships;\n\n3. INVITE the banks to lend;\n\n4. Reaffirm our commitment to end poaching."
    )
    assert told(text) == [
        ("new", "", "dredge the river"),
        ("new", "", "not to tax ships"),
        ("reaffirmed", "", "end poaching"),
    ]
    assert told(text.replace("We, the Leaders of Kenya", "Notes on Kenya")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will build homes. The demand for a vote is not accepted.", ["new", "declined"]),
        ("Acme will build homes. The request for a vote was not granted.", ["new", "declined"]),
        ("Acme will build homes. The request for a vote was granted.", ["new"]),
    ],
)
def test_what_is_not_accepted_is_declined(text: str, expected: list[str]) -> None:
    """A request that is said not to be accepted or granted is refused."""
    assert [status for status, _, _ in told(text)] == expected
