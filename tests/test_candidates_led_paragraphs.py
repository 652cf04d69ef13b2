"""Speech without marks below the words that lead up to it."""

from __future__ import annotations

import pytest

from summariser.candidates.quotations import find_quotations
from tests.prose import prose, said

RELEASE = """New ferry for Hale

The ferry will start in May.

Transport Secretary Ann Guy said:

Our ferry is late, and I am sorry for it.

Islanders have waited long enough.

We will go further.

The ferry can carry 60 cars and 300 people.

Mayor Jo Holm, who chairs the council, added:

> I can only welcome it.
>
> Nobody slept that night.

Further information

We will publish the timetable in April.
"""


def test_paragraphs_below_an_attribution() -> None:
    """Up to the last spoken paragraph before the next attribution; marks of a quotation are left out."""
    first, second = "Transport Secretary Ann Guy said", "Mayor Jo Holm, who chairs the council, added"
    assert said(RELEASE) == [
        ("Our ferry is late, and I am sorry for it.", first),
        ("Islanders have waited long enough.", first),
        ("We will go further.", first),
        ("I can only welcome it.", second),
        ("Nobody slept that night.", second),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Statement from Chief Constable Ian Ray:\n\nThe inquiry goes on tonight.\n", ["The inquiry goes on tonight."]),
        ("Ada Fox, who runs the shop, says:\n\nMy customers are old.\n\nFox opened it here in 2011.\n",
         ["My customers are old."]),
        ("Ada Fox of the union said:\n\nDockers are paid less.\n\nENDS\n\nWe are a union.\n",
         ["Dockers are paid less."]),
        ("The minister said:\n\n“We will build it here.”\n", ["We will build it here."]),
        ("Judge Ida Lund wrote:\n\nThe ban is void.\n\nMs Rao wept. “I only read it once,” she said.\n",
         ["The ban is void.", "I only read it once,"]),
        ("The minister said:\n\n- We will build ferries.\n- We will build ports.\n", []),
        ("The company said the following:\n\nThe ministry said on Monday that it had no money.\n", []),
        ("Section 4 of the act says:\n\nThe Minister may make regulations.\n", []),
        ("The terms are as follows:\n\nWe may end the contract at any time.\n", []),
        ("Asked why, Ms Rao said:\n\nFigures for the year\n\nWe have them in April.\n", []),
    ],
)  # fmt: skip
def test_where_it_begins_and_ends(text: str, words: list[str]) -> None:
    """Notes, the speaker's name, a list, a report with its own quotation, a law and a heading are no speech."""
    assert [spoken for spoken, _ in said(text)] == words


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("The Hale Trust issued the following statement:", "The Hale Trust"),
        ("In response, Tarn Energy today released this statement to reporters:", "Tarn Energy"),
        ("Paying tribute, Rosa Diaz, chair of the club:", "Rosa Diaz"),
        ("Rosa Diaz on the ruling:", "Rosa Diaz"),
        ("Statement attributable to Tom Vik:", "Tom Vik"),
        ("Materials used:", None),
    ],
)
def test_leads_without_a_verb_of_saying(lead: str, subject: str | None) -> None:
    """Statements that are issued, and names with a colon, lead up to the quotation below."""
    quote = find_quotations(prose(f"{lead}\n\n“We waited nine years for this.”\n"))[0]
    assert (quote.cue.subject if quote.cue else None) == subject
