"""What words beside a person, and first names, tell of "he" and "she"."""

from __future__ import annotations

import pytest

from summariser.candidates.genders import gender_of_word, gender_told


@pytest.mark.parametrize(
    ("words", "name", "gender"),
    [
        ({"mrs", "mayor"}, "John Hale", "f"),
        ({"spokesman"}, "Grace Hale", "m"),
        ({"mayor"}, "Grace Hale", "f"),
        ({"mayor"}, "Nestor Hale", "m"),
        ({"mayor"}, "Xelo Hale", None),
        # Nothing is guessed from a single name, nor where the words contradict each other.
        ({"mayor"}, "Grace", None),
        ({"mr", "mrs"}, "Grace Hale", None),
    ],
)
def test_words_come_before_names(words: set[str], name: str, gender: str | None) -> None:
    """A title tells more than a first name."""
    assert gender_told(words, name) == gender


def test_nouns() -> None:
    """Of those that tell."""
    assert [gender_of_word(word) for word in ("man", "sir", "woman", "baroness", "mayor")] == ["m", "m", "f", "f", None]
