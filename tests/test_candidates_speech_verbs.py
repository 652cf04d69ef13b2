"""Verbs that attribute speech."""

from __future__ import annotations

from summariser.candidates.speech_verbs import BASE, FINITE, NOUNS_TOO, PARTICIPLES, is_verb_of_saying


def test_verbs_of_saying() -> None:
    """Finite verbs and participles that attribute count; infinitives and other verbs do not."""
    assert is_verb_of_saying("added")
    assert is_verb_of_saying("saying")
    assert not is_verb_of_saying("say")
    assert not is_verb_of_saying("ate")


def test_lists_fit_together() -> None:
    """Infinitives and participles are no finite forms."""
    assert not BASE & FINITE
    assert not PARTICIPLES & FINITE
    assert NOUNS_TOO & FINITE
