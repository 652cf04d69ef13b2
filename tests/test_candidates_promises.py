"""Promises in other words than "will" and "agreed to": duties, idioms, gifts, motions, offers by a noun."""

from __future__ import annotations

import pytest

from tests.test_candidates_undertakings import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme is obliged to repaint the hall.", [("new", "Acme", "repaint the hall")]),
        ("Acme is under a duty to repaint the hall.", [("new", "Acme", "repaint the hall")]),
        ("Acme was not in a position to lend the barge.", [("declined", "Acme", "lend the barge")]),
        ("Acme is exploring a merger.", [("proposed", "Acme", "a merger")]),
        ("Kenya stood ready to lend 40 buses.", [("proposed", "Kenya", "lend 40 buses")]),
        ("Kenya put 40 buses on the table.", [("proposed", "Kenya", "40 buses on the table")]),
        ("What Acme decided was to end the boycott.", [("new", "Acme", "end the boycott")]),
        ("Acme bound itself to end the boycott.", [("new", "Acme", "end the boycott")]),
        ("Acme no longer pursues its plan to fence the meadow.", [("withdrawn", "Acme", "fence the meadow")]),
        ("Acme backed out of its promise to sponsor the race.", [("withdrawn", "Acme", "sponsor the race")]),
        ("Acme abandoned the jetty planned for the cove.", [("withdrawn", "Acme", "the jetty planned for the cove")]),
        ("Acme will not proceed with the tower.", [("withdrawn", "Acme", "the tower")]),
        ("Acme brushed aside a call to cut fares.", [("declined", "Acme", "cut fares")]),
        ("Acme would not hear of a discount.", [("declined", "Acme", "hear of a discount")]),
        ("Acme won a pledge from Kenya to reopen the road.", [("new", "Kenya", "reopen the road")]),
        ("The pact obliges Kenya to reopen the road.", [("new", "Kenya", "reopen the road")]),
        (
            "Acme handed over the tents promised in March.",
            [("fulfilled", "Acme", "handed over the tents promised in March")],
        ),
        (
            "Acme gave its word that no gate would be locked before June.",
            [("new", "Acme", "no gate would be locked before June")],
        ),
        (
            "Acme agreed to clear the drain and pledged that the road would be swept.",
            [("new", "Acme", "clear the drain"), ("new", "Acme", "the road would be swept")],
        ),
        ("If the tests fail the union, Acme returns the grant.", [("new", "Acme", "returns the grant")]),
        ("A proposal by Uganda for a shared ferry was noted.", [("proposed", "Uganda", "a shared ferry")]),
        ("A toll of four shillings, tabled by Kenya, was noted.", [("proposed", "Kenya", "A toll of four shillings")]),
    ],
)
def test_promises(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Duties, offers, refusals and withdrawals in their many wordings."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme is not required to repaint the hall.",
        "Acme is unable to attend the hearing.",
        "Acme turned a corner and went on.",
        "Acme dismissed its manager in May.",
        "The $900 promised to the choir was never paid.",
        "Acme owns the yard.",
        "Acme gave a concert in May.",
        "Acme rejected the claim that it had cheated.",
        "Acme is working on a plan.",
        "Acme put the kettle on.",
        "Acme stood by the door.",
    ],
)
def test_no_promise(text: str) -> None:
    """Powers, inabilities, states and other senses of the same verbs bind nobody."""
    assert told(text) == []


def test_gifts() -> None:
    """Where pledges are made, sums that are put up are pledges; elsewhere they are not."""
    gifts = "Kenya chipped in with $40 million and Uganda put up $3 million."
    occasion = "Donors met in May after an appeal for relief.\n\n"
    assert told(occasion + gifts) == [("new", "Kenya", "$40 million"), ("new", "Uganda", "$3 million")]
    assert told(gifts) == []


def test_motions() -> None:
    """A motion binds where it is carried."""
    text = "Minutes of the meeting.\n\nMoved by Mr Lee that Acme {}. {}."
    assert told(text.format("repaint the hall", "Carried")) == [("new", "Acme", "repaint the hall")]
    assert told(text.format("sell the piano", "Lost 2 to 5")) == []


def test_instruments() -> None:
    """An instrument binds in the present tense, with "must", and by saying who pays."""
    text = (
        "LEASE AGREEMENT\n\n1. Acme leases the crane to Kenya.\n\n2. Kenya must return the crane.\n\n"
        "3. Carriage is at Kenya's expense.\n\n4. Acme owns the yard.\n\n5. Kenya may paint the crane.\n\n"
        "6. Acme must insure it. Kenya must not sell it. Acme must mark it.\n"
    )
    assert told(text) == [
        ("new", "Acme", "leases the crane to Kenya"),
        ("new", "Kenya", "return the crane"),
        ("new", "Kenya", "Carriage is at Kenya's expense"),
        ("new", "Acme", "insure it"),
        ("new", "Kenya", "not sell it"),
        ("new", "Acme", "mark it"),
    ]


def test_yes() -> None:
    """A question what somebody will do is answered by yes: a promise."""
    text = "Will Acme table the log?\n\nYes. You can have it by Friday."
    assert ("new", "Acme", "table the log") in told(text)
