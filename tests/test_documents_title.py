"""What a document is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents import read_text
from summariser.documents.title import find_title
from summariser.errors import DocumentError

BODY = "The ministers signed the accord in Geneva on Monday, and nobody said a word about its cost."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("THREE COUNTRIES SEAL ACCORD\nBy Celeste Brítez, Frontera Daily", "THREE COUNTRIES SEAL ACCORD"),
        ("By Celeste Brítez\n4 March 2025\nThree countries seal accord", "Three countries seal accord"),
        ("# Three countries seal accord", "Three countries seal accord"),
        ("From: Ann\nSubject: The accord", "The accord"),
        ("MINISTRY OF HEALTH\nREPUBLIC OF GHANA\nPRESS RELEASE\nAccra, 9 September 2024\nSTRIKE ENDS", "STRIKE ENDS"),
        ("Helvaris Pharma AG\nMEDIA RELEASE\nHelvaris opens its patent", "Helvaris opens its patent"),
        ("KINGDOM OF TONGA\nBUDGET STATEMENT 2025/26\n(Check against delivery)", "BUDGET STATEMENT 2025/26"),
        ("SKARNESS HARBOUR COUNCIL", "SKARNESS HARBOUR COUNCIL"),
        ("The Ledger\nHome | News | Sport\nMorocco signs agreement\n3 min read", "Morocco signs agreement"),
        ("Morocco signs agreement\nPhoto: A harbour\nWhat it says", "Morocco signs agreement"),
        ("Borough of Haven\nThe Parlour > Speeches\nAddress of the incoming Mayor", "Address of the incoming Mayor"),
    ],
)
def test_title_is_the_headline(head: str, title: str) -> None:
    """Bylines, dates, release marks, issuers and site names are passed over."""
    assert find_title(read_text(f"{head}\n{BODY}\n{BODY}")) == title


def test_without_heading_the_first_words_stand() -> None:
    """The first sentence is the title, cut at a word where it is long."""
    assert find_title(read_text("We agree. You do not.")) == "We agree."
    title = find_title(read_text(BODY))
    assert title.endswith("…")
    assert len(title) <= 81
    assert BODY.startswith((title[:-1] + " ", title[:-1] + ","))


def test_document_of_nothing_but_furniture_has_a_title() -> None:
    """Even where no sentence is left the text itself gives the title."""
    assert find_title(read_text("Sign in")) == "Sign in"


@given(st.text(min_size=1))
def test_title_is_one_short_line(text: str) -> None:
    """Whatever the text, the title is a line of at most 160 characters and an ellipsis, and not empty."""
    try:
        title = find_title(read_text(text))
    except DocumentError:
        return
    assert title == " ".join(title.split()) != ""
    assert len(title) <= 161
