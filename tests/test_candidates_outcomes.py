"""What became of promises, who says so behind a comma, and clauses in which a promise hides."""

from __future__ import annotations

import pytest

from summariser.candidates.unnamed import unnamed_body
from tests.test_candidates_undertakings import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme was withdrawing its offer of a loan.", [("withdrawn", "Acme", "a loan")]),
        ("Acme is offering to lend 40 buses.", [("proposed", "Acme", "lend 40 buses")]),
        ("Acme will be opening a clinic in May.", [("new", "Acme", "opening a clinic in May")]),
        ("It would buy no other yard before June, Acme said.", [("new", "Acme", "buy no other yard before June")]),
        ("Acme bound itself last October to dredge the harbour.", [("earlier", "Acme", "dredge the harbour")]),
        ("The clause forbids Acme to fell the trees.", [("new", "Acme", "not fell the trees")]),
        ("The council voted 5-1 on Monday to lift the toll.", [("new", "The council", "lift the toll")]),
        (
            "Acme voted to pull the $5 million it had pledged.",
            [("withdrawn", "Acme", "pull the $5 million it had pledged")],
        ),
        ("Kenya has a plan under which Acme would buy the ferry.", [("proposed", "Acme", "buy the ferry")]),
        ("An offer by Acme to buy the yard was taken off the table.", [("withdrawn", "Acme", "buy the yard")]),
        ("Acme's offer to buy the yard is no longer on the table.", [("withdrawn", "Acme", "buy the yard")]),
        ("Acme pulled out of a $30 million pledge.", [("withdrawn", "Acme", "a $30 million pledge")]),
        ("Acme tore up its plan to move the depot.", [("withdrawn", "Acme", "move the depot")]),
        ("Acme had offered to mend the roof, but pulled out.", [("withdrawn", "Acme", "mend the roof")]),
        ("Acme took upon itself the repair of the bridge.", [("new", "Acme", "the repair of the bridge")]),
        ("Acme set aside $2 million to mend the roof.", [("new", "Acme", "$2 million to mend the roof")]),
        ("Kenya renewed a pledge of one tractor a farm.", [("reaffirmed", "Kenya", "one tractor a farm")]),
        ("Acme declined to commit Kenya to any sum.", [("declined", "Kenya", "commit Kenya to any sum")]),
        ("Nor will Acme lend to the port.", [("new", "Acme", "not lend to the port")]),
        ("Under the contract, Acme has to hand over the deck.", [("new", "Acme", "hand over the deck")]),
        (
            "Acme repeated what it had told Kenya in March: no well would be moved.",
            [("reaffirmed", "Acme", "no well would be moved")],
        ),
        ("Acme will contribute nothing.", [("declined", "Acme", "contribute nothing")]),
        ("What Acme is prepared to do is pay for the roof.", [("proposed", "Acme", "pay for the roof")]),
        ("Acme promised the new road within three years.", [("new", "Acme", "the new road within three years")]),
    ],
)
def test_wordings(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Promises taken back, made again, refused or laid on somebody, in words that people use for them."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The lamps, which Acme had promised to replace, are new.", "earlier"),
        ("The lamps, which Acme had promised to replace, were replaced in May.", "fulfilled"),
        ("The boats that Acme undertook last fall to deliver are finished and paid for.", "fulfilled"),
        ("The prisoners Acme had undertaken to release were freed.", "fulfilled"),
        ("The pier, which Acme had promised to build, was cancelled.", "earlier"),
    ],
)
def test_the_clause_around_a_promise_tells_whether_it_was_kept(text: str, status: str) -> None:
    """The act ends where the relative clause does, and what is said to be done is fulfilled."""
    [(found, who, _)] = told(text)
    assert (found, who) == (status, "Acme")


@pytest.mark.parametrize(
    "text",
    [
        "Few believe Acme will stay single.",
        "Acme is hopeful the new owner will do better.",
        "Acme does not intend to wait for complaints.",
        "Kenya, which gave $25 million in the last round, sent nobody.",
        "Somebody from Acme will be on a plane.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    """Beliefs, hopes, what was given before, and what nobody in particular will do."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the students' association", ("students' association", "organisation")),
        ("Donors meeting here on Wednesday", ("Donors", "group")),
        ("the chief executive", None),
        ("the staff", None),
        ("What the company", None),
        ("three large banks", ("three large banks", "group")),
        ("the weather", None),
    ],
)
def test_bodies_without_a_name(words: str, found: tuple[str, str] | None) -> None:
    """A body or a set of people is told by its noun; a person, a thing and a vague word are none."""
    body = unnamed_body(words, 0, len(words))
    assert (body and (words[body[0] : body[1]], body[2])) == found
