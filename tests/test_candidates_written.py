"""Whose words a letter, a note or a message holds."""

from __future__ import annotations

import pytest

from summariser.candidates.entities import find_entities
from summariser.candidates.quotations import find_quotations
from summariser.candidates.reference import Resolver
from tests.prose import prose


def _speaker(text: str) -> str | None:
    document = prose(text)
    quotes = find_quotations(document)
    found = Resolver(document, find_entities(document), quotes).speaker(quotes[-1])
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Miss Hana Odell came with a letter. I keep it. It reads: “We ask for light and water.”", "Hana Odell"),
        ("Mr Ivo Penn sent me a text message. I may read it. “Tell them I will pay for it.”", "Ivo Penn"),
        ("A note from Ms Ana Silva lay there. It read: “We have all gone home.”", "Ana Silva"),
        ("His letter of May, signed by the clerk, Dr Wilma Rege, was candid: “It is done with.”", "Wilma Rege"),
        ("The rules of Acme Ltd were printed. It reads: “Nobody may enter the yard.”", None),
        ("Ms Silva met Mr Penn over a letter. It read: “We have all gone home.”", None),
        ("Acme Ltd met on Monday. It said: “We will pay for none of it.”", "Acme Ltd"),
    ],
)
def test_writer(text: str, who: str | None) -> None:
    """What reads so is by the one behind "from" or "by", else by the one person the sentence is about, or nobody."""
    assert _speaker(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We slept in the rain for this,” said a man in a coat. He is Rui Alves, a docker.", "Rui Alves"),
        ("“We slept in the rain for this,” a driver told us. His name is Kofi Mensah.", "Kofi Mensah"),
        ("“We slept in the rain for this,” said a man. He is known to Kofi Mensah.", None),
        ("“We slept in the rain for this,” said a man. Kofi Mensah, a docker, left.", None),
        ("The Owa of Igbe, Ade Fada, sat down. “The chair has waited long,” the monarch said.", "Ade Fada"),
        ("The mayor, Ana Fada, sat down. “The chair has waited long,” the driver said.", None),
        ("The words upset Ana Fada. ‘We hand back nothing at all.’ It was Ivo Hale who said this.", "Ivo Hale"),
        ("Ana Fada, the mayor, left. The mayor's own words were these: ‘We send the grant back.’", "Ana Fada"),
        ("The boats, warned the harbour master, Ivo Hale, “will not be back on Monday”.", "Ivo Hale"),
        ("House Speaker Tom Wick, R-Hale, called it “a gift to every single school”.", "Tom Wick"),
        ("But Rosa Vega, head of the union, was not convinced: “Show me the money first.”", "Rosa Vega"),
        ("My aunt, Mrs Inés Vega, liked to say: “A promise is a debt.”", "Inés Vega"),
        ("The Minister of Ports (Ms Ada Okoro) told reporters: “We have no such plan.”", "Ada Okoro"),
        ("A ruling by Lady Justice (rtd) Ada Noor is due. The judge left. “I ask for nothing,” she said.", "Ada Noor"),
    ],
)
def test_speakers(text: str, who: str | None) -> None:
    """Speakers named only further on, taken up by a description, owners of the words, and appositions."""
    assert _speaker(text) == who


def test_interviewee_at_the_end() -> None:
    """The note at the end of an interview tells who answers."""
    text = (
        "Q: You took over in May. What did you find?\n\nA: A mess, and I say so in the book.\n\n"
        "Q: And the bank knew of it?\n\nA: They knew, and I told them twice.\n\nThis interview was held by Jon Pike with Leyla Farah in May.\n"
    )
    assert _speaker(text) == "Leyla Farah"


def test_stranger() -> None:
    """A person who is only described is pointed at by the words of the description; a name or "the" is no stranger."""
    for text, words in [
        ("“It is a very long list,” one delegate remarked.", "one delegate"),
        ("“It is a very long list,” said a seller of shoes.", "a seller of shoes"),
        ("“It is a very long list,” the driver said.", None),
        ("“It is a very long list,” a report said.", None),
    ]:
        document = prose(text)
        quotes = find_quotations(document)
        span = Resolver(document, find_entities(document), quotes).stranger(quotes[0])
        assert (text[slice(*span)] if span else None) == words
