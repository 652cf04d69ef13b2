"""What a document is the record of, and its main event."""

from __future__ import annotations

import pytest

from summariser.candidates.occasions import find_occasion, main_event
from summariser.candidates.quotations import find_quotations
from summariser.documents.read import read_text


def occasion(text: str) -> list[str] | None:
    """The words found, span by span."""
    document = read_text(text)
    spans = find_occasion(document, find_quotations(document))
    return [" ".join(document.text[start:end].split()) for start, end in spans] if spans else None


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            "TARN PARISH COUNCIL\n\nMinutes of the Ordinary Meeting\n\nMonday 4 May 2026\n\n",
            ["TARN PARISH COUNCIL", "Minutes of the Ordinary Meeting", "Monday 4 May 2026"],
        ),
        (
            "BOAT HIRE AGREEMENT\n\nDated 4 May 2026\n\nBETWEEN\n\n",
            ["BOAT HIRE AGREEMENT", "Dated 4 May 2026"],
        ),
        (
            "Remarks by the Rector at the Lisford Graduation, 4 May 2026\n\n",
            ["Remarks by the Rector at the Lisford Graduation, 4 May 2026"],
        ),
        (
            "IN THE LAND COURT OF TARN\n\n4 May 2026\n\nINTERIM ORDER\n\n",
            ["IN THE LAND COURT OF TARN", "4 May 2026", "INTERIM ORDER"],
        ),
    ],
)
def test_head_names_the_occasion(head: str, found: list[str]) -> None:
    """The body, the kind of record and the day are taken from the lines of the head."""
    assert occasion(f"{head}The lamp by the gate needs a new glass, and nobody knows why.\n") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "TARN PARISH COUNCIL\n\nMinutes of the meeting of 4 May 2026\n\n"
                "The minutes of 6 April 2026 were read and confirmed.\n"
            ),
            ["TARN PARISH COUNCIL", "Minutes of the meeting of 4 May 2026"],
        ),
        (
            "Speech of the Rector at Lisford\n\n4 May 2026\n\nA year ago today the river came over that wall.\n",
            ["Speech of the Rector at Lisford", "4 May 2026"],
        ),
        (
            "BOAT HIRE AGREEMENT\n\nDated 4 May 2026\n\nThe owner bought the boat in May 2024 from a pilot of Orrin.\n",
            ["BOAT HIRE AGREEMENT", "Dated 4 May 2026"],
        ),
        (
            (
                "IN THE LAND COURT OF TARN\n\n4 May 2026\n\nINTERIM ORDER\n_____________\n\n"
                "UPON THE APPLICATION OF THE DIOCESE OF LISFORD AND ITS TENANTS, DATED 2 MARCH 2026\n\n"
                "1. The tenant shall hand over every key that was used before 2 March 2026.\n"
            ),
            ["IN THE LAND COURT OF TARN", "4 May 2026", "INTERIM ORDER"],
        ),
        (
            (
                "SALT AND FISHERIES COMMITTEE\n\nThe price of salt\n\n4 May 2026\n\n"
                "CHAIR: We will make a start, and Ms Okoro goes first.\n\nMS OKORO: Thank you, I am glad to be here.\n\n"
                "CHAIR: The salt works closed in May 2024, did they not?\n"
            ),
            ["SALT AND FISHERIES COMMITTEE", "The price of salt", "4 May 2026"],
        ),
    ],
)
def test_record_is_told_by_its_head(text: str, found: list[str]) -> None:
    """Whatever is told first: a formality, a story, an order, something before the contract, what a witness says."""
    assert occasion(text) == found


@pytest.mark.parametrize(
    "opening",
    [
        "This is our third session on the loss of the Tarn ferry.",
        "Today we continue the committee's inquiry into school meals.",
        "Welcome to this hearing on the price of salt.",
    ],
)
def test_chair_opens(opening: str) -> None:
    """In a transcript the sentence by which the chair opens tells what is being done."""
    turns = f"CHAIR: Good morning. {opening}\n\nMS OKORO: Thank you, I am glad to be here.\n\nCHAIR: Please begin with us.\n"
    assert occasion(f"SALT COMMITTEE\n\nEvidence\n\n4 May 2026\n\n{turns}") == [opening]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn and Lisford sign lease\n\n4 May 2026\n\nTarn signed a lease with Lisford on Monday.\n",
        "Published 4 May 2026\n\nA statement\n\nThe lamp by the gate needs a new glass.\n",
        "NOTICE OF MEETING\n\nThe lamp by the gate needs a new glass.\n",
        "The lamp by the gate needs a new glass, and nobody knows why.\n",
    ],
)
def test_no_occasion(text: str) -> None:
    """A report whose first sentence tells an event has none, nor has a head without a title or a day."""
    assert occasion(text) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Boats lie at the quay of Tarn harbour.\n\nTarn sold its ferry on Monday for a pound.\n", "Tarn sold"),
        ("We, the mayors of Tarn and Lisford, meeting at Orrin,\n\nDeclare as follows:\n", "We, the mayors"),
        (
            (
                "Mayors seal ferry accord for Lisford island\n\nTarn signed a ferry accord with Lisford on Monday.\n\n"
                "The accord binds the mayors to a daily ferry for the island.\n"
            ),
            "Tarn signed",
        ),
        ("Farmers queue outside the mill on Monday.\n\nThe mill of Tarn is to be closed.\n", "The mill"),
        ("The lamp by the gate needs a new glass.\n\nIt is dark there at night, and cold.\n", "The lamp"),
    ],
)
def test_main_event(text: str, begins: str) -> None:
    """What was done and when goes before a caption and before what shares a word more with the headline."""
    event = main_event(read_text(text).sentences)
    assert event is not None
    assert event.text.startswith(begins)


def test_nothing_to_tell() -> None:
    """A document of headings has no main event."""
    assert main_event(read_text("Tarn\n\nLisford\n").sentences) is None
