"""Subject and lead-in of a verb."""

from __future__ import annotations

import pytest

from summariser.candidates.clauses import clause_head
from summariser.candidates.tokens import tokens_of
from summariser.candidates.verb_groups import find_verb_groups
from summariser.candidates.word_order import auxiliaries_before

CAPITALS = {"Acme", "Bolt", "Corda", "Kenya", "Fleet"}


def head_of(text: str, number: int = 0) -> tuple[str, str, str]:
    """Lead-in, subject and link of a verb group of the sentence; names are the words in CAPITALS."""
    tokens = tokens_of(text, 0, len(text))
    names = frozenset(i for i, token in enumerate(tokens) if token.text in CAPITALS)
    group = list(find_verb_groups(tokens))[number]
    head = clause_head(tokens, group.first, names)
    words = [
        " ".join(token.text for token in tokens[a:b]) for a, b in ((head.clause, head.start), (head.start, head.end))
    ]
    return words[0].rstrip(" ,"), words[1], head.link


@pytest.mark.parametrize(
    ("text", "lead", "subject"),
    [
        ("Acme will pay the fee.", "", "Acme"),
        ("3.2 The Carrier shall pay the fee.", "3.2", "The Carrier"),
        ("From 1 June any shop on the island will close early.", "From 1 June", "any shop on the island"),
        ("Until the bridge is open it will run a ferry.", "Until the bridge is open", "it"),
        ("If it fails to do so it will pay double.", "If it fails to do so", "it"),
        (
            "If the judge finds that the claim is late, Acme will drop it.",
            "If the judge finds that the claim is late",
            "Acme",
        ),
        (
            "Within ten (10) days after this Lease ends, the Tenant shall leave.",
            "Within ten days after this Lease ends",
            "the Tenant",
        ),
        (
            "If the boat sinks, and the crew is saved, the owner shall pay.",
            "If the boat sinks , and the crew is saved",
            "the owner",
        ),
        (
            "So long as the rent is paid, the Landlord shall repair the roof.",
            "So long as the rent is paid",
            "the Landlord",
        ),
        (
            "In May, for the first time, Acme, Bolt and Corda will meet.",
            "In May , for the first time",
            "Acme , Bolt and Corda",
        ),
        ("Acme, which owns the mill, will pay the rest.", "", "Acme"),
        (
            "The ferry body, the Fleet Association (FA), undertook to sail.",
            "",
            "The ferry body , the Fleet Association ( FA )",
        ),
        ("Acme, for its part, will return the files.", "", "Acme"),
        ("Every house that was flooded will get a pump.", "", "Every house that was flooded"),
        ("The rate at which a farm begins to pay will go up.", "", "The rate at which a farm begins to pay"),
    ],
)
def test_subject_and_lead_in(text: str, lead: str, subject: str) -> None:
    """What leads in is told from the subject, asides are passed over, lists and relative clauses stay whole."""
    assert head_of(text, -1)[:2] == (lead, subject)


@pytest.mark.parametrize(
    ("text", "subject", "link"),
    [
        ("The mayor said that the city would pay.", "the city", "that"),
        ("The mayor said it would pay.", "it", "that"),
        ("The mayor said in 2019 it would pay.", "it", "that"),
        ("Their people told us the well would be tested.", "the well", "that"),
        ("No fee will be charged, but those rooms will not be heated.", "those rooms", "but"),
        ("The port reopened after the crews agreed to sail.", "the crews", "after"),
        ("We wondered whether Acme would pay.", "Acme", "whether"),
    ],
)
def test_a_clause_begins_behind_its_conjunction(text: str, subject: str, link: str) -> None:
    """Conjunctions, verbs of saying and commas begin a clause with a subject of its own."""
    assert head_of(text, -1)[1:] == (subject, link)


@pytest.mark.parametrize(
    "text",
    [
        "Acme has sold the mine and will not buy it back.",
        "Acme acknowledges the debt and shall pay it.",
        "Acme will lay a bill before the house and will print it.",
    ],
)
def test_a_second_verb_shares_the_subject(text: str) -> None:
    """Behind "and" the subject of the verb before is the subject."""
    assert head_of(text, -1)[1] == "Acme"


def test_auxiliaries_tell_tense_and_denial() -> None:
    """`had never agreed` is pluperfect and denied, `did not agree` past and denied."""
    tokens = tokens_of("They had never really agreed", 0, 28)
    assert auxiliaries_before(tokens, 4) == (1, True, 2)
    tokens = tokens_of("They did, however, agree", 0, 24)
    assert auxiliaries_before(tokens, 5) == (1, False, 1)
