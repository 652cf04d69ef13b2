"""Who takes part."""

from __future__ import annotations

from hypothesis import given

from summariser.candidates.entities import find_entities
from summariser.candidates.partakers import LEAST_KNOWN, LEAST_UNKNOWN, Partakers
from summariser.learned.linear import Linear, fitted
from tests.prose import PROSE, entity, prose

TEXT = "The Upland Growers’ Union promised on Monday to pay Acme. In Hale it rained. Acme thanked the Union."


def test_features() -> None:
    """Its kind, its name, and the words beside it."""
    document = prose(TEXT)
    acme, hale = entity(document, "Acme", "organisation"), entity(document, "Hale", None)
    partakers = Partakers(document, [acme, hale])
    assert {"kind:organisation", "often:2", "before:pay", "after:thanked", "opens:True"} <= set(
        partakers.features(acme)
    )
    assert {"kind:None", "before:in", "None:before:in", "first:hale"} <= set(partakers.features(hale))


def test_probability() -> None:
    """That of the model."""
    document = prose(TEXT)
    acme = entity(document, "Acme", "organisation")
    with fitted({"party": Linear(0.0, {"after:thanked": 2.0})}):
        assert 0.87 < Partakers(document, [acme]).probability(acme) < 0.89


def test_the_weights_that_lie_with_the_program() -> None:
    """Who promises is likelier than a place."""
    document = prose(TEXT)
    entities = find_entities(document)
    partakers = Partakers(document, entities)
    chances = {each.name: partakers.probability(each) for each in entities}
    assert chances["Upland Growers’ Union"] > LEAST_KNOWN
    assert chances.get("Hale", 0.0) < LEAST_UNKNOWN


@given(PROSE)
def test_any_text(text: str) -> None:
    """Each entity has a chance between nothing and certainty."""
    document = prose(text)
    entities = find_entities(document)
    partakers = Partakers(document, entities)
    assert all(0.0 < partakers.probability(each) < 1.0 for each in entities)
