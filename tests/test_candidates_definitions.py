"""Short names a document defines, and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given

from summariser.candidates.abbreviating import abbreviates
from summariser.candidates.definitions import find_definitions
from summariser.candidates.names import find_mentions
from tests.prose import PROSE, prose


def _defined(text: str) -> list[tuple[str, str | None]]:
    document = prose(text)
    found = find_definitions(document, find_mentions(document))
    return [(d.name, d.owner.name if d.owner else "set" if d.group else None) for d in found]


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("It met the Orla Port Authority (OPA).", [("OPA", "Orla Port Authority")]),
        ("It met the Andean Development Bank (CAF).", [("CAF", "Andean Development Bank")]),
        ("It met the Nyamba Hawkers Association (Nyaha).", [("Nyaha", "Nyamba Hawkers Association")]),
        ("It met the Nyamba Hawkers Association (Nairobi).", []),
        ("Mr. Bo Ek, son of Ivo Ek, residing at Tolo (“the Grower”), left.", [("Grower", "Bo Ek")]),
        ("It met Orla Ltd (hereinafter referred to as the “Seller”).", [("Seller", "Orla Ltd")]),
        ("It met Orla Ltd (“Orla” or the “Seller”).", [("Orla", "Orla Ltd"), ("Seller", "Orla Ltd")]),
        (
            "It met Orla Ltd (“Orla”) and Birch Ltd (together, the “Sellers”).",
            [("Orla", "Orla Ltd"), ("Sellers", "set")],
        ),
        ("Provider and Buyer are each a “Party” and together the “Parties.”", [("Party", None), ("Parties", "set")]),
        ("It pays the members of Cooperativa Orla (the “Growers”).", [("Growers", "set")]),
        ("It ends on 1 May (the “End Date”).", [("End Date", None)]),
        ("It needs critical raw materials (CRMs).", [("CRMs", None)]),
        ("The remaining tonnes are called the “Shortfall”.", [("Shortfall", None)]),
        ("The Orla and Lea Railroad, which I will call the OLR, left.", [("OLR", "Orla and Lea Railroad")]),
        ("Orla Ltd (which “never paid”) left.", []),
        ("Orla Ltd (the buyer) left.", []),
        ("Finch (Pty) Ltd left.", []),
    ],
)
def test_definitions(text: str, defined: list[tuple[str, str | None]]) -> None:
    """Brackets, `means`, `called` and `together` define names of parties, sets and things; other brackets do not."""
    assert _defined(text) == defined


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("WHO", "World Health Organization", True),
        ("UNHCR", "Office of the United Nations High Commissioner for Refugees", False),
        ("AfDB", "African Development Bank", True),
        ("Orla", "Orla Glass plc", True),
        ("XYZ", "World Health Organization", False),
        ("", "Orla", False),
    ],
)
def test_abbreviates(short: str, name: str, *, expected: bool) -> None:
    """Initials, initials with more letters, and first words abbreviate a name."""
    assert abbreviates(short, name) is expected


@given(PROSE)
def test_any_text(text: str) -> None:
    """Nothing raises on any text, and each term stands where it is said to stand."""
    document = prose(text)
    for definition in find_definitions(document, find_mentions(document)):
        assert text[definition.start : definition.end] == definition.term
