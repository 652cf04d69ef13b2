"""Requests and the refusals that answer them."""

from __future__ import annotations

import pytest

from summariser.candidates.quotations import find_quotations
from summariser.candidates.undertakings import Undertaking, find_undertakings
from tests.prose import entity, prose


def refusals(text: str) -> list[Undertaking]:
    document = prose(text)
    entities = [entity(document, name, "organisation") for name in ("Acme", "Bolt AS", "Harbour Union") if name in text]
    found = find_undertakings(document, entities, find_quotations(document))
    return [item for item in found if item.status == "declined"]


@pytest.mark.parametrize(
    ("text", "act", "subject", "asker"),
    [
        ("The Harbour Union asked Acme to hire 9 men. Acme refused.", "hire 9 men", "Acme", "The Harbour Union"),
        ("The Harbour Union asked Acme to hire 9 men. The chair declined.", "hire 9 men", "Acme", "The Harbour Union"),
        ("The club had urged Acme to stay. It would not do so.", "stay", "Acme", "The club"),
        ("The club also asked for a pledge. Acme would not give one.", "a pledge", "Acme", "The club"),
        ("The club did ask Acme to pay; it said no.", "pay", "Acme", "The club"),
    ],
)
def test_a_refusal_takes_its_act_from_the_request(text: str, act: str, subject: str, asker: str) -> None:
    """Who was asked is bound, whoever answers; the request is evidence too."""
    (item,) = refusals(text)
    assert text[slice(*item.action)] == act
    assert text[slice(*item.subject)] == subject
    assert item.asker is not None
    assert text[slice(*item.asker)] == asker
    assert item.more


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("No. We will not do that.", 1),
        ("No, Chair.", 1),
        ("I cannot agree to that today.", 1),
        ("Yes, on Monday.", 0),
        ("It is a good plan.", 0),
    ],
)
def test_answers_to_a_question(answer: str, count: int) -> None:
    """A refusal and its repetition are one; other answers refuse nothing."""
    text = f"CHAIR: Will you close the shop?\nMS LI: {answer}\nCHAIR: Thank you.\nMS LI: We are glad to help.\nCHAIR: Next."
    found = refusals(text)
    assert len(found) == count
    assert all(text[slice(*item.action)] == "close the shop" for item in found)


def test_who_is_asked_by_name_is_bound() -> None:
    """`Will Acme pay?` — `No.`: Acme is bound, whoever answers."""
    text = "CHAIR: Will Acme pay the men?\nMS LI: No.\nCHAIR: Thank you.\nMS LI: Good night.\nCHAIR: Next."
    (item,) = refusals(text)
    assert text[slice(*item.subject)] == "Acme"


def test_another_question_leaves_the_first_unanswered() -> None:
    """A refusal answers the last question before it."""
    text = "CHAIR: Will you sell the boat? Will you sell the van?\nMS LI: No.\nCHAIR: Oh.\nMS LI: We see.\nCHAIR: Next."
    assert [text[slice(*item.action)] for item in refusals(text)] == ["sell the van"]
