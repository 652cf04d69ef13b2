"""Whom a subject means, and who says a quotation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from summariser.candidates.quotations import find_quotations
from summariser.candidates.reference import Resolver
from tests.prose import PROSE, entity, prose, speakers

_CAST = [
    ("Ali Noor", "person", ("Noor", "Mr Noor"), "minister of trade"),
    ("Ana Silva", "person", ("Ms Silva",), "mayor of Cork"),
    ("Bo Ek", "person", (), None),
    ("Acme Corp", "organisation", ("Acme",), None),
    ("Ministry of Health", "organisation", (), None),
    ("Kenya", "state", (), None),
    ("Cork", None, (), None),
]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We are late again today,” said Ali Noor, the minister.", "Ali Noor"),
        ("“We are late again today,” Mr Noor said.", "Ali Noor"),
        ("“We are late again today,” said the mayor of Cork, Ana Silva.", "Ana Silva"),
        ("“We are late again today,” said the mayor.", "Ana Silva"),
        ("“We are late again today,” said Trade Minister Ali Noor.", "Ali Noor"),
        ("“We are late again today,” the Ministry of Health said.", "Ministry of Health"),
        ("“We are late again today,” Acme said in a statement.", "Acme Corp"),
        ("“We are late again today,” Acme's statement said.", "Acme Corp"),
        ("“We are late again today,” read the letter from Acme.", "Acme Corp"),
        ("“We are late again today,” a short statement from the Ministry of Health read.", "Ministry of Health"),
        ("Ms Silva wrote to us. “We are late again today,” her letter began.", "Ana Silva"),
        ("Mr Noor was blunt. “We are late again today.”", "Ali Noor"),
        ("Ali Noor, whom Ana Silva knows, left. “We are late again today,” he said.", "Ali Noor"),
    ],
)  # fmt: skip
def test_speakers_that_the_words_tell(text: str, who: str) -> None:
    """Names with and without titles, functions, bodies, what they wrote, and pronouns resolve."""
    document = prose(text)
    entities = [entity(document, name, kind, *more, role=role) for name, kind, more, role in _CAST]
    assert speakers(document, [found for found in entities if found.spans or found.role]) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "“We are late again today,” said a senior official in Kenya.",
        "“We are late again today,” said Mr Noor's spokesman.",
        "Ms Silva left early. “We are late again today,” her spokesman said.",
        "“We are late again today,” said Acme's chief executive.",
        "“We are late again today,” officials at the Ministry of Health said.",
        "“We are late again today,” a spokesman for Acme said.",
        "“We are late again today,” Ali Noor and Bo Ek said.",
        "“We are late again today,” they said.",
        "“We are late again today,” the treasurer said.",
        "Acme was fined. “We are late again today,” the head of Acme said.",
        "Mr Noor left with Ms Silva and a few others. It rained. “We are late again today.”",
    ],
)
def test_speakers_that_stay_open(text: str) -> None:
    """Somebody unnamed, somebody else's man, several at once: open, and never the nearest name."""
    document = prose(text)
    entities = [entity(document, name, kind, *more, role=role) for name, kind, more, role in _CAST]
    assert speakers(document, [found for found in entities if found.spans]) == [None]


def test_a_name_that_only_the_attribution_shows() -> None:
    """A surname that is no mention of its own is the speaker's, and "he" behind it means the same."""
    document = prose(
        "Ida Hill came with Bo Ek. “We are late again today,” Hill said. “It will not happen again,” she said."
    )
    hill, ek = entity(document, "Ida Hill"), entity(document, "Bo Ek")
    assert speakers(document, [hill, ek]) == ["Ida Hill", "Ida Hill"]


def test_labels_of_turns() -> None:
    """A label is a function of the roll or a name, and otherwise open, whoever was named last."""
    document = prose(
        "Present: Dame Ruth Ekow (Chair); Ivo Penn.\n\nChair: Are we all here today?\nIvo Penn: I am here, Chair.\n"
        "Treasurer: I am here as well.\nChair: Then we may begin now.\nIvo Penn: Thank you very much.\n"
    )
    entities = [entity(document, "Ruth Ekow", "person", "Dame Ruth Ekow"), entity(document, "Ivo Penn")]
    assert speakers(document, entities) == ["Ruth Ekow", "Ivo Penn", None, "Ruth Ekow", "Ivo Penn"]


def test_the_first_person_is_whoever_speaks() -> None:
    """`We` inside a quotation resolves to its speaker, outside of one to nobody."""
    text = "“We will pay for all of it,” said Ali Noor. We will see."
    document = prose(text)
    noor = entity(document, "Ali Noor")
    resolver = Resolver(document, [noor], find_quotations(document))
    assert resolver.resolve("We", text.index("We will pay")) == (noor,)
    assert resolver.resolve("We", text.index("We will see")) == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Argentina, Bolivia and Peru", ["Argentina", "Bolivia", "Peru"]),
        ("Bolivia's mayor", ["Eva Sosa"]),
        ("the mayor", ["Eva Sosa"]),
        ("under the pact, she", ["Eva Sosa"]),
        ("she also", ["Eva Sosa"]),
        ("the press", []),
    ],
)
def test_subjects_of_other_verbs(words: str, names: list[str]) -> None:
    """Lists give all their members; a pronoun right before the verb counts, whatever stands in front of it."""
    text = f"Eva Sosa, the mayor, arrived. {words} will pay. Argentina, Bolivia and Peru agreed."
    document = prose(text)
    sosa = entity(document, "Eva Sosa", role="mayor of La Paz")
    sosa.state = "Bolivia"
    entities = [sosa, *(entity(document, name, "state") for name in ("Argentina", "Bolivia", "Peru"))]
    resolver = Resolver(document, entities, [])
    assert [found.name for found in resolver.resolve(words, text.index(words))] == names


@given(PROSE)
def test_any_text_resolves_without_error(text: str) -> None:
    """On arbitrary Unicode every quotation has at most one speaker."""
    document = prose(text)
    entities = [entity(document, "Rao", "person", "Mr Rao", role="minister"), entity(document, "CHAIR", "organisation")]
    quotations = find_quotations(document)
    resolver = Resolver(document, entities, quotations)
    for quote in quotations:
        assert len(resolver.speaker(quote)) <= 1
    resolver.resolve(text[:40], 0)


@pytest.mark.parametrize(
    "unit", ["Mr Rao said “we are here now”. He left. ", "The minister of the minister said. ", "She she he "]
)
def test_time_is_linear(unit: str) -> None:
    """Many mentions, descriptions and pronouns take a time that grows with the text."""
    document = prose(unit * (200_000 // len(unit)))
    entities = [entity(document, "Rao", "person", "Mr Rao", role="minister")]
    started = time.perf_counter()
    quotations = find_quotations(document)
    resolver = Resolver(document, entities, quotations)
    for quote in quotations:
        resolver.speaker(quote)
    resolver.resolve("he", len(document.text) - 3)
    assert time.perf_counter() - started < 10
