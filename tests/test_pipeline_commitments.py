"""Undertakings become commitments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summariser.candidates.analysis import Analysis
from summariser.pipeline.assembly import Assembly
from summariser.pipeline.decisions import Decisions
from summariser.pipeline.ledger import Ledger
from summariser.prompts.scope import Chunk
from summariser.schemas.answer import FoundCommitment
from tests.prose import prose

if TYPE_CHECKING:
    from summariser.schemas import Commitment

DAY = date(2031, 3, 3)


def commitments_of(text: str, *found: FoundCommitment) -> tuple[list[Commitment], dict[str, str], Ledger]:
    """The commitments of a text without a model, names of its parties by id, and the ledger."""
    document = prose(text).with_date(DAY)
    ledger = Ledger(document)
    assembly = Assembly(Analysis(document), ledger, DAY)
    assembly.add(Chunk(document.sentences), Decisions(commitments=list(found)))
    return assembly.commitments, {party.id: party.name for party in assembly.parties}, ledger


def test_all_fields_of_a_commitment() -> None:
    """Act, parties, deadline, condition and amount are cut from the text, each to its field."""
    text = "Kenya will pay Uganda $9 million by 30 June 2032, provided that its parliament agrees."
    (item,), names, _ = commitments_of(text)
    assert item.action == "pay Uganda $9 million"
    assert [names[party] for party in item.by] == ["Kenya"]
    assert [names[party] for party in item.to] == ["Uganda"]
    assert item.status == "new"
    assert item.deadline is not None
    assert (item.deadline.text, item.deadline.latest) == ("by 30 June 2032", date(2032, 6, 30))
    assert item.condition == "provided that its parliament agrees"
    assert item.amount == "$9 million"
    assert [span.text for span in item.evidence] == [text[:-1]]


def test_a_town_behind_of_binds_itself_to_nothing() -> None:
    """A single word of unknown kind that stands behind `of` alone is no body that promises."""
    _, names, _ = commitments_of("The potter of Tolo will pay Kenya $9 million by May.")
    assert "Tolo" not in names.values()


@pytest.mark.parametrize(
    ("text", "deadline", "latest"),
    [
        ("From 1 June any Kenya dealer will pay. Kenya will plant trees by May.", "by May", date(2031, 5, 31)),
        (
            "Within ninety (90) days after signature, Kenya shall leave.",
            "Within ninety (90) days after signature",
            None,
        ),
        ("Kenya will host the games in June 2033.", "in June 2033", date(2033, 6, 30)),
        ("Kenya will keep the road that it built in 2020 open.", None, None),
        ("Kenya will meet Uganda on the first Monday of every month.", None, None),
        ("Kenya will pay by 31 May and 30 June 2032.", "by 31 May and 30 June 2032", date(2032, 6, 30)),
        ("Kenya will pay if Uganda pays by May.", None, None),
        ("Kenya refused to stay until the lake is full.", None, None),
    ],
)
def test_deadlines(text: str, deadline: str | None, latest: date | None) -> None:
    """Limits and dates ahead are deadlines; past, recurring and conditional dates are none."""
    items, _, _ = commitments_of(text)
    found = items[-1].deadline
    assert (found.text if found else None) == deadline
    assert (found.latest if found else None) == latest


def test_what_was_due_before_is_an_earlier_undertaking() -> None:
    """A deadline that lies before the document's own day shows that the undertaking is old."""
    (item,), _, _ = commitments_of("Kenya undertook to build a road by 31 January 2030.")
    assert item.status == "earlier"


def test_a_denied_act_keeps_its_denial() -> None:
    """`won't sell` and `will not sell` both give "not sell"."""
    for verb in ("won’t", "will not"):
        (item,), _, _ = commitments_of(f"Kenya {verb} sell the port.")
        assert item.action == "not sell the port"


def test_i_binds_the_person_and_we_the_body() -> None:
    """The official is bound by "I will", the state he speaks for by "we will"."""
    text = (
        "Kenya signed the pact. The Kenyan foreign minister, Joseph Otieno, spoke.\n"
        "“We will pay the toll, and I will write to the court,” said Joseph Otieno."
    )
    items, names, _ = commitments_of(text)
    assert [[names[party] for party in item.by] for item in items] == [["Kenya"], ["Joseph Otieno"]]


def test_what_nobody_is_bound_by_is_left_out() -> None:
    """Without a model an undertaking whose subject is not known gives nothing."""
    assert commitments_of("It will pay the toll.")[0] == []


def test_a_body_that_has_no_name_is_bound_under_its_description() -> None:
    """Who only is described, and is no person, is a party by the words of the description."""
    items, names, _ = commitments_of("The students' association will pay the toll.")
    assert [[names[party] for party in item.by] for item in items] == [["students' association"]]
    assert commitments_of("The woman will pay the toll.")[0] == []


def test_the_other_side_of_a_contract() -> None:
    """In a contract between two each owes to the other."""
    text = (
        "SUPPLY CONTRACT between Kenya and Uganda\n"
        "1. Kenya shall load the grain.\n2. Kenya shall insure it.\n3. Uganda shall unload it.\n4. Uganda shall sign."
    )
    items, names, _ = commitments_of(text)
    assert {names[item.to[0]] for item in items if names[item.by[0]] == "Kenya"} == {"Uganda"}
    assert len(items) == 4


def test_the_same_told_twice_is_one_with_two_spans() -> None:
    """A repetition adds its evidence, and what the first telling leaves open."""
    text = "Kenya will plant 400 trees in the north.\nKenya will plant 400 trees by May. Kenya will plant 900 trees."
    items, _, _ = commitments_of(text)
    assert [len(item.evidence) for item in items] == [2, 1]
    assert items[0].deadline is not None


def test_the_models_own_finds_are_grounded() -> None:
    """A commitment beyond the candidates stands where the source bears it, and is dropped and noted where not."""
    text = "Kenya met Uganda. Its signature means a road from Kenya to the lake by May."
    good = FoundCommitment(
        at="s2",
        action="a road from Kenya to the lake",
        by=["Kenya"],
        to=[],
        status="new",
        deadline="by May",
        condition=None,
        amount=None,
    )
    bad = good.model_copy(update={"action": "a railway to the coast for 90 million dollars"})
    unbound = good.model_copy(update={"by": ["France"]})
    items, names, ledger = commitments_of(text, good, bad, unbound)
    assert [[names[party] for party in item.by] for item in items] == [["Kenya"]]
    assert items[0].deadline is not None
    assert items[0].deadline.latest == date(2031, 5, 31)
    assert len(ledger.coverage().dropped) == 2
