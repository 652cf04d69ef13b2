"""Facts chosen by rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summariser.candidates.analysis import Analysis
from summariser.documents.read import read_text
from summariser.grounding.dates import resolve_date
from summariser.pipeline.context import ContextMaker
from summariser.pipeline.fact_kinds import kind_of
from summariser.schemas.answer import PickedFact

if TYPE_CHECKING:
    from summariser.schemas import Context

ANCHOR = date(2026, 5, 6)


def facts(text: str) -> list[Context]:
    """The facts of a document."""
    document = read_text(text)
    return ContextMaker(Analysis(document), ANCHOR).chosen(document.sentences, head=True)


def test_main_event_first_then_what_is_needed() -> None:
    """Small talk and what a quotation tells are left out; a dateline is no part of the statement."""
    found = facts(
        "TARN, 6 May 2026 — Tarn Pulses sold its mill to Lisford on Monday.\n\n"
        "People came by boat and stood about.\n\n"
        "The whole sale lapses unless the court of Orrin approves it.\n\n"
        '"It was the best mill of them all, and I was born there," said Ada Okoro.\n'
    )
    assert [fact.statement for fact in found] == [
        "Tarn Pulses sold its mill to Lisford on Monday.",
        "The whole sale lapses unless the court of Orrin approves it.",
    ]
    assert found[0].kind == "event"


def test_turns_of_a_transcript_tell_facts() -> None:
    """What a witness says is a fact too, without the label."""
    found = facts(
        "CHAIR: Good morning to you both, and thank you.\n\n"
        "MS OKORO: On 9 June 2025 the levee at Port Anselm failed and drowned 40 hectares of maize.\n\n"
        "CHAIR: I am sorry to hear that.\n\nMS OKORO: We all were, I can tell you.\n"
    )
    assert any(fact.statement.startswith("On 9 June 2025 the levee") for fact in found)


def test_head_becomes_one_fact_of_several_lines() -> None:
    """Each line is a span, and the statement joins them."""
    first = facts("BOAT HIRE AGREEMENT\n\nDated 4 May 2026\n\nThe boat is to be kept dry and clean at all times.\n")[0]
    assert first.statement == "BOAT HIRE AGREEMENT, Dated 4 May 2026"
    assert len(first.evidence) == 2
    assert first.date is not None
    assert first.date.earliest == date(2026, 5, 4)


def test_dateline_below_the_points_of_an_update() -> None:
    """Headline, time, points and byline may stand above it."""
    found = facts(
        "UPDATE 2-Tarn sells mill to Lisford\n\nWed, 6 May 2026 18:42 GMT\n\n* Growers object\n\n* Price not disclosed\n\n"
        "* Court to decide\n\n(Adds price, background)\n\nBy Ada Okoro and Jan Lind\n\n"
        "TARN, May 6 (Orrin Wire) - Tarn sold its mill to Lisford on Monday.\n"
    )
    assert found[0].statement == "Tarn sold its mill to Lisford on Monday."


def test_subject_line_comes_first() -> None:
    """What a letter is about may be told there and nowhere else; the label is no part of it."""
    found = facts(
        "To: all wardens\n\nSubject: Loss of the Tarn ferry with nine cows\n\nThe ferry left Orrin on Monday at dawn.\n"
    )
    assert found[0].statement == "Loss of the Tarn ferry with nine cows"
    assert found[0].kind == "event"
    assert found[1].statement == "The ferry left Orrin on Monday at dawn."


def test_short_subject_tells_nothing() -> None:
    """A name of a matter is no fact."""
    found = facts("Re: Tarn ferry\n\nThe ferry left Orrin on Monday at dawn.\n")
    assert [fact.statement for fact in found] == ["The ferry left Orrin on Monday at dawn."]


def test_mark_of_a_list_is_left_out() -> None:
    """The number of a clause is no figure."""
    found = facts("The mill was sold on Monday to Lisford.\n\n4.5 This lease depends on the consent of the bishop.\n")
    assert found[-1].statement == "This lease depends on the consent of the bishop."
    assert found[-1].kind == "background"


def test_no_sentence_twice() -> None:
    """What the model picked is not chosen again, and a second chunk has no main event."""
    document = read_text("The mill at Tarn was sold on Monday to Lisford for $4 million.\n")
    maker = ContextMaker(Analysis(document), ANCHOR)
    assert len(maker.picked([PickedFact(at="s1", kind="event")])) == 1
    assert maker.chosen(document.sentences, head=False) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mill was sold on Monday.", "event"),
        ("The mill grinds 400 tonnes of flour a year.", "figure"),
        ("A hearing is planned for the autumn.", "next_step"),
        ("The deal must still be ratified by the senate.", "next_step"),
        ("The mill had belonged to the Okoros.", "background"),
        ("The mill was burnt in 2019.", "background"),
        ("The bishop owns the mill.", "background"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """What lies ahead, what counts, what was long before, and what happened."""
    year = resolve_date("in 2019", anchor=ANCHOR, role="date") if "2019" in text else None
    assert kind_of(text, year, ANCHOR) == kind


@pytest.mark.parametrize(
    ("text", "when", "kind"),
    [
        ("In 2019 the mill earned revenue of 71 million euros.", "in 2019", "figure"),
        ("The inquest opens at Tarn on 4 June 2026.", "4 June 2026", "next_step"),
        ("On 4 March 2024 the diocese lent Orrin its island.", "4 March 2024", "background"),
    ],
)
def test_signs_of_a_kind_are_weighed(text: str, when: str, kind: str) -> None:
    """An old figure stays a figure, what else is old is background, and what is dated ahead is a next step."""
    assert kind_of(text, resolve_date(when, anchor=ANCHOR, role="date"), ANCHOR) == kind
