"""Attributions without a known verb of saying, labels with titles and brackets, and speakers without a name."""

from __future__ import annotations

import pytest

from summariser.candidates.entities import find_entities
from summariser.candidates.quotations import find_quotations
from summariser.candidates.reference import Resolver
from tests.prose import prose, said, whose


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“The bargain is fair enough,” the judge held.", "the judge held"),
        ("“The bargain is fair enough,” sniffed the dealer.", "sniffed the dealer"),
        ("“The bargain is fair enough,” she submitted.", "she submitted"),
        ("“The bargain is fair enough,” he recalls.", "he recalls"),
        ("“We will read it with care,” was as far as he would go.", "was as far as he would go"),
        ("“We will read it with care,” was her only comment.", "was her only comment"),
        ("“We will read it with care,” was Ida Lund’s reply.", "was Ida Lund’s reply"),
        ("Ida Lund was heard to mutter: “We will read it.”", "Ida Lund was heard to mutter"),
        ("“We will read it with care,” Ida Lund was quick to add.", "Ida Lund was quick to add"),
        ("Her agent snapped: “We will read it with care.”", "Her agent snapped"),
        ("“There will be no patrol here,” was how Ida Lund put it.", "Ida Lund put it"),
    ],
)
def test_cues_without_a_verb_of_saying(text: str, cue: str) -> None:
    """Behind speech that ends in a comma any verb in the past attributes it; so does "was as far as he would go"."""
    assert [found for _, found in said(text)] == [cue]


def test_nobody_says_nothing() -> None:
    """What nobody can say is no attribution."""
    assert said("She read it out so that nobody can say it was dressed up: “We will meet the cost in full.”") == [
        ("We will meet the cost in full.", "She read it out so")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "“I have sat in this chair before,” said the woman who holds the purse in Oslo, Ingrid Bøe.",
            ["Ingrid Bøe"],
        ),
        ("The chief, Yousef al-Humaidi, rose. “The money is there already,” he said.", ["Yousef al-Humaidi"]),
        ("“An ice plant burns nothing at all,” a voice called out. It belonged to Madam Efua Sam.", ["Efua Sam"]),
        (
            "Ambassador Gemma Katz spoke. A European diplomat left early. “I saw no fresh money,” said the diplomat.",
            [None],
        ),
        (
            "Ana Reis was there. Speaking in Fante, she turned to the women. “The land is yours to cook on.”",
            ["Ana Reis"],
        ),
    ],
)
def test_speakers_that_are_told_otherwise(text: str, who: list[str | None]) -> None:
    """A name behind a relative clause, in the next sentence, behind a lead-in; none for who was never named."""
    assert whose(text) == who


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“He kept himself to himself,” said one, who would not give a name.", "said one"),
        ("She rose. “We will read it with care,” she went on.", "she went on"),
        ("Critics say the plan is “a monument to vanity and spite”.", "Critics say"),
        ("Prosecutors allege that he “knew of the crack for years”.", "Prosecutors allege"),
        ("Ida Lund’s verdict: “We will read it with care.”", "Ida Lund’s verdict"),
        ("Ida Lund spoke. Her message to the fans: “We will read it with care.”", "Her message to the fans"),
        ("For Ida Lund, “there is no way back to the old days”.", "Ida Lund"),
        ("For Ida Lund, who ran the talks, it was “a floor, not a ceiling”.", "Ida Lund, who ran the talks, it was"),
        ("Ida Lund ended with the words “we will read it”.", "Ida Lund ended with the words"),
        ("Ida Lund posted a photo with these words: “We will read it.”", "Ida Lund posted a photo with these words"),
        ("Ida Lund spoke of “the old days of this town”.", "Ida Lund spoke"),
        ("Ida Lund had often referred to “the old days of this town”.", "Ida Lund had often referred"),
        ("Acme cited “a very weak market for all” and left.", "Acme cited"),
        ("Ida Lund has long argued that “there is no way back to the old days”.", "Ida Lund has long argued"),
        ("Acme cut its target, citing “a very weak market for all”.", "Acme cut its target, citing"),
        (
            "Shares in Acme fell after Ida Lund left, blaming “a very weak market for all”.",
            "Ida Lund left, blaming",
        ),
    ],
)
def test_cues_that_lead_up_to_speech(text: str, cue: str) -> None:
    """A verdict, a message, "For …," and participles of blame and praise attribute what follows them."""
    assert [found for _, found in said(text)] == [cue]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # A pronoun, a shrug, "said of his" show that an unknown name is a person's.
        ("Mo Kgari watched. “We will read it with care,” she said.", "Mo Kgari"),
        ("Mo Kgari shrugged. “We will read it with care.”", "Mo Kgari"),
        ("“We will read it with care,” Mo Kgari said of his choice.", "Mo Kgari"),
        # Someone's son is another.
        ("Mo Kgari, 50, watched. Her son, 14, did not. “We will read it with care,” he said.", None),
        ("Mo Kgari, 50, watched. Her son was calm. “We will read it with care,” she said.", "Mo Kgari"),
        # What only a person can be called, and what somebody was before.
        ("Ida Lund lost in two sets. “We will read it with care,” the veteran told reporters.", "Ida Lund"),
        ("Mayor Ida Lund lost. “We will read it with care,” said the former schoolteacher.", "Ida Lund"),
        ("Mayor Ida Lund lost. “We will read it with care,” said the captain.", None),
        # A state does not say what its bank says.
        ("Norway’s central bank met. “We will read it with care,” it said in a statement.", None),
        # A relative between commas is the subject of both verbs; the carrier is the airline.
        ("His son, Odalric, works in Oslo and said it was “a very long way from home”.", "Odalric"),
        ("Visayan Air cut 44 flights. The carrier blamed “a very bad case of the flu”.", "Visayan Air"),
        # Behind a dateline.
        (
            "OSLO — Shares in Acme Foods fell after the company cut its target, blaming “a very weak market”.",
            "Acme Foods",
        ),
        # A sentence with a colon leads up to a quote of its own.
        ("“We are late again,” said Ida Lund. Café owner Mo Kgari disagrees: “We are never late.”", "Mo Kgari"),
    ],
)
def test_speakers_that_the_narrative_shows(text: str, who: str | None) -> None:
    """The sentence before tells who speaks, or that it is somebody without a name."""
    assert whose(text)[-1] == who


def test_speech_before_its_only_speaker() -> None:
    """A feature may open with speech of the one who says all the rest; not where two speak."""
    opening = (
        "“You listen to the ice before you walk.”\n\nIt is four in the morning.\n\nMarit Aikio, 67, fishes here.\n\n"
    )
    rest = "“The others left for the hotels,” she says.\n"
    assert whose(opening + rest) == ["Marit Aikio", "Marit Aikio"]
    assert whose(opening + rest + "\n“The hotels are very warm,” said Ida Lund.\n")[0] is None


def test_whose_message() -> None:
    """`Her message` is that of the person spoken of."""
    assert whose("Ida Lund spoke. Her message to the fans: “We will read it with care.”") == ["Ida Lund"]


def described(text: str) -> list[str | None]:
    """The words under which somebody unnamed says each quotation."""
    document = prose(text)
    quotations = find_quotations(document)
    resolver = Resolver(document, find_entities(document), quotations)
    found = [resolver.stranger(quote) for quote in quotations]
    return [text[slice(*span)] if span else None for span in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We will read it with care,” said a spokesman for the Harbour Board.", "a spokesman for the Harbour Board"),
        ("“We will read it with care,” a Harbour Board spokesman said.", "a Harbour Board spokesman"),
        ("“We will read it with care,” sniffed one visitor.", "one visitor"),
        ("“We will read it with care,” said the Harbour Board.", None),
        ("“We will read it with care,” said Ida Lund’s lawyer.", "Ida Lund’s lawyer"),
        ("“We will read it with care,” said Ida Lund’s lawyers.", None),
        ("“We will read it with care,” a friend of Ida Lund said.", "a friend of Ida Lund"),
        ("“We will read it with care,” said a tearful Ida Lund.", None),
        ("A council aide shrugged. “We will read it with care,” she said.", "A council aide"),
        ("Ida Lund rose. “We will read it with care,” she said.", None),
        (
            "A spokesman for the Harbour Board called. “We will read it with care,” the spokesman said.",
            "A spokesman for the Harbour Board",
        ),
        ("“We will read it with care,” said a trader who gave only her first name, Ama.", "Ama"),
        ("“We will read it with care,” said one man, who gave his name as Bo.", "Bo"),
        ("“We will read it with care,” said a nurse who asked to be identified only as Ama.", "Ama"),
        ("“We will read it with care,” said one trader, who would not give a name.", "one trader"),
        ("Ana Reis was freed. Her lawyer said: “We will read it with care.”", "Her lawyer"),
        ("Ana Reis was freed. “We will read it with care,” her younger sister said.", "her younger sister"),
        ("Ana Reis was freed. “We will read it with care,” said her friends’ lawyers.", None),
        ("Bo Ek died on Monday. “We will miss him every day,” his family said in a statement.", "his family"),
        ("In a statement read by their solicitor, the families said: “We will read it with care.”", "the families"),
        ("The family of Bo Ek said: “We will read it with care.”", "The family of Bo Ek"),
        ("Bo Ek’s family said: “We will read it with care.”", "Bo Ek’s family"),
        ("The march began at noon. “We will not drink this,” protesters chanted outside.", "protesters"),
    ],
)
def test_somebody_of_a_body_that_is_named(text: str, who: str | None) -> None:
    """Who has no name goes by the whole description, relatives and crowds too; a body alone speaks for itself."""
    assert described(text) == [who]


def test_relatives_that_are_named_before() -> None:
    """`his wife` is the one whom the document has called so."""
    text = (
        "Owners Karl Sand, 88, and his wife Mina, 84, sold the hall. “I met her in the queue,” says Sand.\n\n"
        "“He met me because he pushed in,” says his wife.\n"
    )
    assert whose(text) == ["Karl Sand", "Mina"]


def test_labels_with_titles_brackets_and_letters() -> None:
    """Titles in capitals, names in brackets once, Q and A with a full stop, and who is in the chair."""
    hearing = (
        "Deputy Ana Lund in the Chair.\n\nMR. VANDER: Thank you all. I am Curtis Vander.\n\n"
        "Chairman: We go on then, do we?\n\nMR. VANDER: We do, as I said before.\n\nChairman: I thank you both.\n"
    )
    assert whose(hearing) == ["Curtis Vander", "Ana Lund", "Curtis Vander", "Ana Lund"]
    bracketed = (
        "THE MINISTER OF FINANCE (Ms Florence Okwir): I have reached page six.\n\n"
        "MR WANDERA: We heard all of this before!\n\nTHE MINISTER OF FINANCE: You will hear it again.\n\n"
        "MR WANDERA: I am sure that we shall.\n"
    )
    assert whose(bracketed)[::2] == ["Florence Okwir", "Florence Okwir"]
    interview = (
        "Ambika Rao inherited the dam. Excerpts from a conversation with Farida Khan.\n\n"
        "Q. When will you see the money?\n\nA. I will see it in May.\n\nQ. And will you see the land?\n\n"
        "A. I have seen it already.\n\nQ. Are you sure of that?\n\nA. I am as sure as I was.\n"
    )
    assert whose(interview)[1::2] == ["Ambika Rao"] * 3


def test_questions_in_bold() -> None:
    """What is set in bold asks, with a question mark or without, and what stands between answers."""
    text = (
        "Ana Reis receives us at home.\n\n**You promised members a new stand by winter.**\n\nI did, and it is not up yet.\n\n"
        "**And the people who paid?**\n\nEvery one of them gets it back, I say.\n\n**The team trains at ten at night.**\n\n"
        "From March I will have them train at six.\n"
    )
    assert whose(text) == [None, "Ana Reis"] * 3
