"""Pronouns and descriptions in the narrator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from summariser.candidates.narrative import Mention, Narrative
from summariser.candidates.people import People
from tests.prose import PROSE, entity, prose

if TYPE_CHECKING:
    from summariser.candidates.entities import Entity
    from summariser.documents import Document


def _narrative(document: Document, entities: list[Entity], spoken: tuple[tuple[int, int], ...] = ()) -> Narrative:
    mentions = sorted((Mention(*span, who) for who in entities for span in who.spans), key=lambda m: m.start)
    return Narrative(document, mentions, People(document.text, entities), spoken, frozenset())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mr Noor met Ms Ito. HE left.", "Noor"),
        ("Mr Noor met Ms Ito. SHE left.", "Ito"),
        ("Ali Noor met the press. It rained. HE left.", "Ali Noor"),
        # The subject of the sentence before wins over whoever is named behind a preposition.
        ("Ali Noor left with Eve Moss. HE was late.", "Ali Noor"),
        # Nor does one in the adverbial that opens the sentence count.
        ("Asked by Premier Sam Orr whether it was late, Ali Noor shrugged. HE left.", "Ali Noor"),
        ("After beating Sam Orr in two sets, Ali Noor wept. HE left.", "Ali Noor"),
        ("Unlike Sam Orr, Ali Noor has won before. HE left.", "Ali Noor"),
        # An owner is not the subject.
        ("Mr Noor's spokesman came to see us. HE left.", None),
        # A source that is not named stays open.
        ("Mr Noor left. A senior official was less gloomy. HE smiled.", None),
        # A description in front of the pronoun is no other person.
        ("Ali Noor was named in May. A retired judge from Oslo, HE had asked for one thing.", "Ali Noor"),
        # Somebody who fits the gender better than the subject leaves it open.
        ("Xelo Noor met Ms Ito. SHE left.", None),
        # A first name tells the gender as often as not.
        ("Ali Noor met Ms Ito. SHE left.", "Ito"),
        # A pronoun rests on the pronoun before it.
        ("Ali Noor came. He sat. He ate. He slept. He rose. He sang. He wept. He ran. He fell. HE left.", "Ali Noor"),
        # A function stands for its holder.
        ("Mr Penn was there. What the mayor did say was mild. HE left.", "Bo Ek"),
    ],
)  # fmt: skip
def test_pronouns(text: str, who: str | None) -> None:
    """The subject of the sentence before, of the right gender, or nobody."""
    position = max(text.rfind("HE left"), text.rfind("HE was"), text.rfind("HE smiled"), text.rfind("HE had"))
    position = text.rfind("SHE left") if "SHE left" in text else position
    text = text.replace("SHE", "She").replace("HE", "He")
    text = text.replace("Oslo, He", "Oslo, he")
    document = prose(text)
    entities = [
        entity(document, "Noor", "person", "Mr Noor", role=None) if "Mr Noor" in text else entity(document, "Ali Noor"),
        entity(document, "Xelo Noor"),
        entity(document, "Ito", "person", "Ms Ito"),
        entity(document, "Eve Moss"),
        entity(document, "Sam Orr"),
        entity(document, "Penn", "person", "Mr Penn"),
        entity(document, "Bo Ek", role="mayor of Cork"),
    ]
    found = _narrative(document, entities).pronoun(position)
    assert [person.name for person in found] == ([who] if who else [])


def test_a_person_described_first_is_named_in_what_follows() -> None:
    """A new description takes the new name that opens one of the next sentences, if function and gender agree."""
    text = "It ended, said the mediator. It rained. Thandi Moss was appointed in March. The mediator left."
    document = prose(text)
    moss = entity(document, "Thandi Moss")
    assert _narrative(document, [moss]).described("the mediator", text.index("the mediator")) == (moss,)
    old = prose(f"A mediator came. {text}")
    moved = entity(old, "Thandi Moss")
    assert _narrative(old, [moved]).described("the mediator", old.text.index("the mediator")) == ()
    mayor = entity(document, "Thandi Moss", role="mayor of Cork")
    assert _narrative(document, [mayor]).described("the mediator", text.index("the mediator")) == ()


def test_the_last_named_of_several_is_meant() -> None:
    """Of two ministers the one named last before the description; of one named only later, that one."""
    text = "Ali Noor spoke. Eve Moss spoke. The minister left. Ali Noor stayed."
    document = prose(text)
    both = [
        entity(document, "Ali Noor", role="minister of trade"),
        entity(document, "Eve Moss", role="minister of health"),
    ]
    narrative = _narrative(document, both)
    assert [who.name for who in narrative.described("The minister", text.index("The minister"))] == ["Eve Moss"]
    alone = prose("The minister, Eve Moss, left.")
    moss = entity(alone, "Eve Moss", role="minister of health")
    assert _narrative(alone, [moss]).described("The minister", 0) == (moss,)


def test_names_inside_speech_are_no_antecedents() -> None:
    """Whom a speaker names is not who speaks."""
    text = "Ali Noor stood up. “Bo Ek is late.” He sat down."
    document = prose(text)
    span = (text.index("Bo"), text.index("”"))
    narrative = _narrative(document, [entity(document, "Ali Noor"), entity(document, "Bo Ek")], (span,))
    assert [who.name for who in narrative.pronoun(text.index("He sat"))] == ["Ali Noor"]
    assert narrative.in_speech(text.index("late"))
    assert not narrative.in_speech(text.index("stood"))


def test_his_letter_is_his_own() -> None:
    """A possessive points back like its pronoun."""
    text = "Ali Noor wrote to us. His letter was long."
    document = prose(text)
    assert [
        w.name for w in _narrative(document, [entity(document, "Ali Noor")]).possessive(text.index("His"), "His")
    ] == ["Ali Noor"]


@given(PROSE)
def test_any_text_resolves_without_error(text: str) -> None:
    """On arbitrary Unicode nothing raises, also where there is no sentence."""
    document = prose(text)
    narrative = _narrative(document, [entity(document, "Rao", "person", "Mr Rao")])
    for position in (text.find("she"), text.find("He")):
        if position >= 0:
            assert len(narrative.pronoun(position)) <= 1
    narrative.described("the minister", len(text) // 2)
