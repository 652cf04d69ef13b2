"""Bodies and states behind "it", "they" and common nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.candidates.quotations import find_quotations
from summariser.candidates.reference import Resolver
from tests.prose import entity, prose

if TYPE_CHECKING:
    from summariser.candidates.entities import Entity
    from summariser.documents import Document

TEXT = (
    "Acme Corp and Bolt AS met in Kenya. The Harbour Union was there. Acme Corp will sell ships to the Harbour Union. "
    "It will rest. It will also pay. Flora Verde, a cooperative of farms, was glad. The cooperative will grow. "
    "The union will wait. The company will close. The ministry will speak. Both sides will meet. They will talk. "
    "Norway agreed to it. The government will pay. The Red de Pesca met. The network will rest."
)


def _resolver() -> tuple[Document, list[Entity], Resolver]:
    document = prose(TEXT)
    entities = [
        entity(document, "Acme Corp", "organisation"),
        entity(document, "Bolt AS", "organisation"),
        entity(document, "Kenya", "state"),
        entity(document, "Norway", "state"),
        entity(document, "Harbour Union", "organisation"),
        entity(document, "Flora Verde", None),
        entity(document, "Red de Pesca", "organisation"),
    ]
    return document, entities, Resolver(document, entities, find_quotations(document))


@pytest.mark.parametrize(
    ("words", "at", "names"),
    [
        ("It", "It will rest", ["Acme Corp"]),
        ("It", "It will also", ["Acme Corp"]),
        ("The cooperative", "The cooperative will", ["Flora Verde"]),
        ("The union", "The union will", ["Harbour Union"]),
        ("The ministry", "The ministry will", []),
        ("Both sides", "Both sides", ["Acme Corp", "Bolt AS"]),
        ("They", "They will", ["Acme Corp", "Bolt AS"]),
        ("The government", "The government will", ["Norway"]),
        ("The network", "The network will", ["Red de Pesca"]),
    ],
)
def test_words_for_bodies(words: str, at: str, names: list[str]) -> None:
    """`It` is the subject before it, a noun the body that bears it, "both sides" the last list, else nobody."""
    _, _, resolver = _resolver()
    assert [body.name for body in resolver.resolve(words, TEXT.index(at))] == names


def test_they_is_nobodys_speech() -> None:
    """What several say has no one speaker."""
    _, _, resolver = _resolver()
    assert resolver.resolve("They", TEXT.index("They will"), speech=True) == ()
