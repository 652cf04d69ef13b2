"""Where entities are mentioned."""

from __future__ import annotations

from summariser.candidates.mention_map import MentionMap, once
from tests.prose import entity, prose

TEXT = "Acme met Kenya. Acme paid Ann Lee. Kenya left."


def test_mentions_in_order_and_by_number() -> None:
    """Inside a stretch, before a position, and who is mentioned most, of all and of its kind."""
    document = prose(TEXT)
    acme, kenya, lee = (
        entity(document, "Acme", "organisation"),
        entity(document, "Kenya", "state"),
        entity(document, "Ann Lee", "person"),
    )
    places = MentionMap([lee, acme, kenya])
    second = document.sentences[1]
    assert [mention.entity.name for mention in places.within(second.start, second.end)] == ["Acme", "Ann Lee"]
    assert [mention.entity.name for mention in places.before(second.start, 1)] == ["Kenya"]
    assert places.before(0, 3) == []
    assert (places.rank(acme), places.rank(lee)) == (0, 2)
    assert {places.order(each) for each in (acme, kenya, lee)} == {0}
    assert places.first is lee


def test_only_so_many_are_often() -> None:
    """So that work on them is linear in the length of a document."""
    names = [f"Body{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    document = prose(" ".join(f"{name} met." for name in names))
    assert len(MentionMap([entity(document, name) for name in names]).often) < len(names)
    assert MentionMap([]).first is None


def test_each_once() -> None:
    """By identity, in order."""
    document = prose(TEXT)
    acme, kenya = entity(document, "Acme"), entity(document, "Kenya")
    assert once([kenya, acme, kenya]) == [kenya, acme]
