"""Undertakings: who binds himself to what, with what status."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.candidates.quotations import find_quotations
from summariser.candidates.undertakings import find_undertakings
from tests.prose import PROSE, entity, prose
from tests.told_undertakings import found_in, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will close the mill by May.", [("new", "Acme", "close the mill by May")]),
        ("Kenya and Uganda will build a bridge.", [("new", "Kenya and Uganda", "build a bridge")]),
        ("Kenya is to pay the toll.", [("new", "Kenya", "pay the toll")]),
        ("Acme is going to sell the ship.", [("new", "Acme", "sell the ship")]),
        ("Acme won't sell the ship.", [("new", "Acme", "not sell the ship")]),
        ("Kenya will not dam the river.", [("new", "Kenya", "not dam the river")]),
        ("Neither Kenya nor Uganda shall dam it.", [("new", "Neither Kenya nor Uganda", "not dam it")]),
        ("Acme agreed not to sue.", [("new", "Acme", "not to sue")]),
        ("Acme plans to hire 40 people.", [("new", "Acme", "hire 40 people")]),
        ("Acme committed itself to repairing the dam.", [("new", "Acme", "repairing the dam")]),
        ("The pact commits Kenya to keep the road open.", [("new", "Kenya", "keep the road open")]),
        ("Acme gave an undertaking to leave.", [("new", "Acme", "leave")]),
        ("Acme agreed overnight to close the mill.", [("new", "Acme", "close the mill")]),
        ("Acme agreed Friday to pay the fine.", [("new", "Acme", "pay the fine")]),
        ("Acme pledged this week to reopen the mill.", [("new", "Acme", "reopen the mill")]),
        ("Acme has approved a plan to rebuild the bridge.", [("new", "Acme", "rebuild the bridge")]),
        ("Kenya adopted a target to halve waste.", [("new", "Kenya", "halve waste")]),
        ("Acme approved the budget on Monday.", []),
        ("Rosa Diaz gave Acme her word that she will see out her contract.", [("new", "she", "see out her contract")]),
        ("Chemists belonging to Acme will close the gate.", [("new", "Chemists belonging to Acme", "close the gate")]),
        ("Sweden pledged 90 million kronor.", [("new", "Sweden", "90 million kronor")]),
        (
            "Sweden pledged $9m, Finland $8m and Norway $7m.",
            [("new", "Sweden", "$9m"), ("new", "Finland", "$8m"), ("new", "Norway", "$7m")],
        ),
        ("The largest pledge came from Sweden: $9m for wells.", [("new", "Sweden", "$9m for wells")]),
        (
            "Acme will host the office and will pay its rent.",
            [("new", "Acme", "host the office"), ("new", "Acme", "pay its rent")],
        ),
        ("Acme said it would lower the rent.", [("new", "Acme", "lower the rent")]),
        ("Rosa Diaz, who runs Acme, said Acme would lower the rent.", [("new", "Acme", "lower the rent")]),
        ("The Committee will hear him; the Clerk, who will report, left.", [("new", "the Clerk", "report")]),
    ],
)  # fmt: skip
def test_undertakings_of_a_party(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Verbs of the future and verbs of promising bind their subject, for each act by itself."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya had promised to build a road.", "earlier"),
        ("In 2019 Kenya promised to build a road.", "earlier"),
        ("Kenya said last year that it would build a road.", "earlier"),
        ("Kenya offered to build a road.", "proposed"),
        ("Kenya offered Uganda a loan of $9m.", "proposed"),
        ("Kenya is considering a loan of $9m.", "proposed"),
        ("Kenya would be willing to build a road.", "proposed"),
        ("Acme has made an offer for the mill.", "proposed"),
        ("Under the draft Kenya would build a road.", "proposed"),
        ("Kenya repeated that it will build a road.", "reaffirmed"),
        ("Kenya renewed its pledge, made in 2019, to build a road.", "reaffirmed"),
        ("Kenya restated a promise of $9m.", "reaffirmed"),
        ("Kenya refused to build a road.", "declined"),
        ("Kenya did not agree to build a road.", "declined"),
        ("Kenya did not commit to a date.", "declined"),
        ("Kenya did not accept a claim for damages.", "declined"),
        ("Kenya turned down a request to build a road.", "declined"),
        ("Kenya ruled out a new tax.", "declined"),
        ("Kenya was not able to accept a date.", "declined"),
        ("Kenya would not cancel the lease.", "declined"),
        ("Kenya has withdrawn its offer to build a road.", "withdrawn"),
        ("The offer of a boat, made by Kenya in May, has been withdrawn.", "withdrawn"),
        ("Kenya offered to build a road. That offer has since been withdrawn.", "withdrawn"),
        ("Kenya has kept its promise of 2019 to build a road.", "fulfilled"),
        ("Kenya promised in 2029 to build a road. It has done so.", "fulfilled"),
        ("Kenya has already paid $9m.", "fulfilled"),
        ("Kenya has joined the scheme, as it said it would.", "fulfilled"),
        ("Kenya will build a road. It repeated that promise on Monday.", "reaffirmed"),
    ],
)
def test_status(text: str, status: str) -> None:
    """The wording, and what a later sentence says of it, tell the status."""
    assert [item.status for item in found_in(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Will Kenya build a road?",
        "Kenya hopes that Uganda will pay.",
        "Kenya asked whether Acme would pay.",
        "Kenya may build a road.",
        "Kenya must build a road.",
        "If Kenya will not pay, the road stays closed.",
        "The road will cost $9m and will bring jobs.",
        "The new plant will create 400 jobs.",
        "Prices will rise by 4 per cent next year.",
        "Kenya will be the host.",
        "Kenya will need a loan.",
        "Kenya declined to comment on the loan.",
        "Kenya denied that it had agreed to pay.",
        "A body that will watch the lake was named.",
        "Rosa Diaz will run again in Oslo next week.",
        "The weather promised to be fine.",
        "Kenya agreed with Uganda on the menu.",
        "The report said Kenya promised to pay. It did not.",
        "I would ask you to wait.",
        "[The witnesses withdrew.]",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    """Questions, hopes, demands, powers, forecasts, states, diaries, denials and silence are none."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme said all fares would be refunded.", ("Acme", "all fares would be refunded")),
        ("The costs are to be paid by Acme.", ("Acme", "The costs are to be paid by Acme")),
        ("Acme promised that nobody would lose a job.", ("Acme", "nobody would lose a job")),
        ("Acme lowered its price. Acme will lend a van. No fee will be charged.", ("Acme", "No fee will be charged")),
        ("The mayor of Kenya said that work would start by May.", ("The mayor of Kenya", "work would start by May")),
    ],
)
def test_who_sees_to_it(text: str, expected: tuple[str, str]) -> None:
    """What is done to a thing binds the agent that is named, that says so, or that the sentence before binds."""
    assert told(text)[-1][1:] == expected


def test_a_speaker_is_bound_by_what_is_seen_to() -> None:
    """In somebody's own words the subject stays empty where nobody is named: whoever speaks is bound."""
    text = "“The list will be published by May, and I will write to you,” said Rosa Diaz."
    first, second = found_in(text)
    assert first.subject[0] == first.subject[1]
    assert second.personal
    assert text[slice(*second.subject)] == "I"


@pytest.mark.parametrize(
    ("text", "condition", "begins"),
    [
        ("If the bank agrees, Acme will pay.", "If the bank agrees", "If the bank"),
        ("Acme will pay if the bank agrees.", "if the bank agrees", "Acme"),
        ("From 1 June any dealer of Acme will pay.", None, "From 1 June"),
        ("Under the deal, Acme will pay.", None, "Acme"),
    ],
)
def test_conditions_and_dates_that_lead_in(text: str, condition: str | None, begins: str) -> None:
    """A lead-in belongs to the evidence where it tells when or on which condition."""
    (item,) = found_in(text)
    assert (text[slice(*item.condition)] if item.condition else None) == condition
    assert text[item.start : item.end].startswith(begins)


def test_an_instrument_binds_with_must_and_may_not() -> None:
    """`Must` and `may not` bind where "shall" does so again and again, and "warrants" too."""
    shall = "Acme shall pay. Acme shall sign. Bolt AS shall load. Bolt AS shall sail. "
    extra = (
        "Acme must insure the ship. Neither Acme nor Bolt AS may sell it. Acme may paint it. Acme warrants its hull."
    )
    assert [act for _, _, act in told(shall + extra)[4:]] == ["insure the ship", "not sell it", "warrants its hull"]


def test_items_of_a_list_share_their_lead_in() -> None:
    """Subject, status and denial of the lead-in hold for each item, on lines of their own or in one sentence."""
    text = (
        "Acme agrees not to:\n(a) sell the ship;\n(b) if the flag is changed, to sail.\n"
        "Bolt AS will: (a) pay; and (b) sign."
    )
    assert told(text) == [
        ("new", "Acme", "not sell the ship"),
        ("new", "Acme", "not sail"),
        ("new", "Bolt AS", "pay"),
        ("new", "Bolt AS", "sign"),
    ]
    offered = "Acme offers to give the following undertakings.\n(a) It will sell the ship.\nIt will rest."
    assert [status for status, _, _ in told(offered)] == ["proposed", "new"]


def test_resolutions_of_a_meeting() -> None:
    """What is resolved binds the body itself, or the officer who is to act; other business is none."""
    text = (
        "Minutes of the Board\n1. RESOLVED, by two votes to one, to buy a boat.\n2. Agreed that the Clerk write to Acme and"
        " that dues rise by 4% in May.\n3. RESOLVED to note the report.\n4. The Treasurer to pay the bill."
    )
    items = found_in(text)
    assert [text[slice(*item.action)] for item in items] == [
        "buy a boat",
        "write to Acme",
        "dues rise by 4% in May",
        "pay the bill",
    ]
    assert [item.personal for item in items] == [False, True, False, True]
    assert items[0].subject[0] == items[0].subject[1]


def test_a_later_word_changes_the_party_it_names_only() -> None:
    """`Acme has withdrawn that plan` says nothing of what the union will do."""
    text = "Acme said it would sell the mill. The Harbour Union will stay out. Acme has withdrawn that plan."
    assert [item.status for item in found_in(text)] == ["withdrawn", "new"]
    assert found_in(text)[0].more


@given(PROSE)
@settings(deadline=None)
def test_any_text_is_read_without_fault(text: str) -> None:
    """Nothing raises; every span lies in the text, and acts are not empty."""
    document = prose(text)
    for item in find_undertakings(document, [], find_quotations(document)):
        for start, end in ((item.start, item.end), item.action, *item.more):
            assert 0 <= start < end <= len(text)
        assert 0 <= item.subject[0] <= item.subject[1] <= len(text)
        for span in (item.condition, item.lead, item.asker):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


_WORDS = st.sampled_from(
    """will shall would not to agreed offered refused if that and , : ; ( ) “ ” the Acme it they said by 4% (a) which
    withdrew its offer has been promised asked for No . may resolved pledge from unless each of them""".split()
)


@given(st.lists(_WORDS, max_size=60).map(" ".join))
@settings(deadline=None, max_examples=200)
def test_any_order_of_binding_words_is_read_without_fault(text: str) -> None:
    """Verbs, conjunctions and marks in any order never raise and never point outside the text."""
    document = prose(text)
    for item in find_undertakings(document, [entity(document, "Acme", "organisation")] if "Acme" in text else []):
        assert 0 <= item.start < item.end <= len(text)


def test_a_long_document_takes_linear_time() -> None:
    """A megabyte of undertakings, and sentences that are one long chain of them, are read in seconds."""
    chain = "Acme will pay, and it will sell, that it offered to buy if " * 400
    text = "Acme will pay Bolt AS $9m by May if the bank agrees. “We won't,” Rosa Diaz said. " * 9000 + chain
    began = time.monotonic()
    assert len(found_in(text)) > 9000
    assert time.monotonic() - began < 60
