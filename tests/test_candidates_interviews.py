"""Interviews printed without labels."""

from __future__ import annotations

import pytest

from summariser.candidates.interviews import find_exchange
from summariser.candidates.quotations import find_quotations
from tests.prose import prose, spoken

INTERVIEW = """Ana Silva, the mayor of Port Lume, talks to us about buses.

She met us in her office in March.

You promised forty buses. Where are they?

In a yard. I have seen them. [Laughs] They are blue.

The drivers say you never called.

I called twice. They were on strike.

Will you stand again?

We shall see what my mother says.

And what do you do on Sundays?

I sleep.

Ana Silva was speaking to Bo Ek.
"""


def test_questions_and_answers_alternate() -> None:
    """A paragraph in the place of a question is one without its mark; what frames the interview is left out."""
    document = prose(INTERVIEW)
    found = [(spoken(document, quote), quote.side) for quote in find_quotations(document)]
    assert found == [
        ("You promised forty buses. Where are they?", "question"),
        ("In a yard. I have seen them. | They are blue.", "answer"),
        ("The drivers say you never called.", "question"),
        ("I called twice. They were on strike.", "answer"),
        ("Will you stand again?", "question"),
        ("We shall see what my mother says.", "answer"),
        ("And what do you do on Sundays?", "question"),
    ]


def test_a_list_of_questions_is_no_interview() -> None:
    """Without answers in the first person nothing is taken for speech; with them no word of an interview is needed."""
    plain = INTERVIEW.replace("talks to us", "writes").replace("was speaking to", "knows")
    assert len(find_quotations(prose(plain))) == len(find_quotations(prose(INTERVIEW)))
    faq = (
        "An interview guide.\n\nHow do you apply?\n\nBy post.\n\nWhat do you send?\n\nA form.\n\nDo you wait?\n\nYes.\n"
    )
    assert find_quotations(prose(faq)) == []


def test_too_few_questions() -> None:
    """Two questions do not make an interview."""
    document = prose("An interview with Ana.\n\nAre you well?\n\nI am.\n\nAre you sure?\n\nI am sure.\n")
    blocks = [[sentence] for sentence in document.sentences]
    assert find_exchange(document, blocks) == []


@pytest.mark.parametrize(
    ("ask", "say"),
    [("**{}**", "{}"), ("*{}*", "{}"), ("### {}", "{}"), ("– {}", "– {}")],
)
def test_questions_set_apart(ask: str, say: str) -> None:
    """Two questions in bold, in italics, as headings or behind dashes; the lead in the same letters is none."""
    lead = "*Ana Silva runs the port. This interview has been edited for length.*"
    questions, answers = ["How is the port?", "Do you sleep there?"], ["Full. Everything waits here.", "I do, at noon."]
    turns = [words for pair in zip(map(ask.format, questions), map(say.format, answers), strict=True) for words in pair]
    document = prose("\n\n".join([lead, *turns]) + "\n")
    found = [spoken(document, quote) for quote in find_quotations(document)]
    assert found == [words for pair in zip(questions, answers, strict=True) for words in pair]


def test_frequent_questions_are_no_interview() -> None:
    """Headings that ask above answers without "I", in what is not called an interview."""
    text = "Your ticket\n\n### How do I get a refund?\n\nYou fill in the form.\n\n### Can I change it?\n\nYou can.\n"
    assert find_quotations(prose(text)) == []


def test_answers_in_quotation_marks() -> None:
    """The marks round a whole answer are not part of it."""
    answers = INTERVIEW.replace("I called twice. They were on strike.", "“I called twice. They were on strike.”")
    document = prose(answers)
    assert "I called twice. They were on strike." in [spoken(document, quote) for quote in find_quotations(document)]


STATED = """Business | Interview | 9 November 2023

The director of the trams, Ana Silva, 47, talked to Bo Ek in a depot.

How bad was it when you came?

Of our 62 trams nineteen ran. I asked for the books.

The union says it was promised money before any of that.

In writing, yes. I know the letter.

“In writing, yes”

There was talk of a dearer ticket.

I started it. We told the city in October.

Is the line to the hospital dead?

Asleep. I say so to the bankers every month.

And I hope to ride it before I retire.

Enjoyed this conversation? Read our others.
"""


def test_questions_that_are_statements() -> None:
    """Short, and not about "I", between answers that are; pull-quotes and what the paper adds are left out."""
    document = prose(STATED)
    found = [(spoken(document, quote)[:24], quote.side) for quote in find_quotations(document)]
    assert found == [
        ("How bad was it when you ", "question"),
        ("Of our 62 trams nineteen", "answer"),
        ("The union says it was pr", "question"),
        ("In writing, yes. I know ", "answer"),
        ("There was talk of a dear", "question"),
        ("I started it. We told th", "answer"),
        ("Is the line to the hospi", "question"),
        ("Asleep. I say so to the ", "answer"),
        ("And I hope to ride it be", "answer"),
    ]


def test_a_report_in_short_paragraphs_is_no_interview() -> None:
    """However often it says "I", where nobody is asked and it does not call itself one."""
    report = STATED.replace("Interview", "Report").replace("talked to", "drove past").replace("conversation", "text")
    assert find_quotations(prose(report)) == []
