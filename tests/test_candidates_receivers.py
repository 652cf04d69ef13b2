"""To whom an undertaking is owed."""

from __future__ import annotations

import pytest

from summariser.candidates.instruments import is_contract
from summariser.candidates.receivers import find_receivers, find_told
from tests.prose import entity, prose


@pytest.mark.parametrize(
    ("act", "names"),
    [
        ("pay Acme $9m", ["Acme"]),
        ("lend the Bolt two boats", ["Bolt"]),
        ("hand the files to Acme", ["Acme"]),
        ("pay both Acme and the Bolt", ["Acme", "Bolt"]),
        ("buy gas from Corda", ["Corda"]),
        ("open its accounts to Acme", ["Acme"]),
        ("remit the sum to the Bolt", ["Bolt"]),
        ("share its charts with Corda", ["Corda"]),
        ("cooperate with the Acme and Bolt", ["Acme", "Bolt"]),
        ("build a dam with Corda", []),
        ("give Acme's chair a car", []),
        ("build a road to Corda", []),
        ("meet Acme in Oslo", []),
    ],
)
def test_who_gets_it(act: str, names: list[str]) -> None:
    """Who is paid, given or sold something is named as an object or behind "to"; who sells stands behind "from"."""
    document = prose(act)
    entities = [entity(document, name, "organisation") for name in ("Acme", "Bolt", "Corda")]
    mentions = sorted((start, end, item) for item in entities for start, end in item.spans)
    assert [item.name for item in find_receivers(act, 0, len(act), mentions)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bolt promised Acme to leave", ["Acme"]),
        ("Bolt agreed with the Acme to leave", ["Acme"]),
        ("Bolt undertakes to Acme to leave", ["Acme"]),
        ("Bolt gave Acme its word that it will leave", ["Acme"]),
        ("Bolt notified Acme that it will leave", ["Acme"]),
        ("Bolt reassured the Acme that it will leave", ["Acme"]),
        ("Bolt promised Acme's chair to leave", []),
        ("Bolt left Acme and agreed to pay", []),
    ],
)
def test_who_is_promised_it(text: str, names: list[str]) -> None:
    """Who stands right behind the verb of promising is told, and owed, what follows."""
    document = prose(text)
    entities = [entity(document, name, "organisation") for name in ("Acme", "Bolt")]
    mentions = sorted((start, end, item) for item in entities for start, end in item.spans)
    assert [item.name for item in find_told(text, 0, mentions)] == names


def test_a_thing_is_for_whom_it_goes_to() -> None:
    """`a loan of $9m to Acme`: without a verb, what stands behind "to" gets it."""
    act = "a loan of $9m to Acme"
    mention = entity(prose(act), "Acme", "organisation")
    mentions = [(start, end, mention) for start, end in mention.spans]
    assert find_receivers(act, 0, len(act), mentions, thing=True) == [mention]
    assert find_receivers(act, 0, len(act), mentions) == []


def test_a_contract_says_what_it_is() -> None:
    """A contract names itself where it opens and binds with "shall" again and again."""
    assert is_contract("SUPPLY CONTRACT\n" + "The Buyer shall pay. " * 4)
    assert not is_contract("SUPPLY CONTRACT\nThe Buyer shall pay.")
    assert not is_contract("DECLARATION\n" + "The States shall meet. " * 4)
