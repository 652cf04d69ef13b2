"""What titles, functions, words for kin and first names tell of "he" and "she"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summariser.candidates.given_names import MENS_NAMES, WOMENS_NAMES
from summariser.candidates.kin import FEMALE_KIN, MALE_KIN

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["Gender", "gender_of_word", "gender_told"]

Gender = Literal["m", "f"]

_MALE = (
    frozenset(
        """mr sir lord herr monsieur señor don king prince duke emperor baron sheikh chairman spokesman councilman
    congressman alderman businessman fisherman policeman""".split()
    )
    | MALE_KIN
)
_FEMALE = (
    frozenset(
        """mrs ms miss dame lady madam madame frau señora queen princess duchess empress baroness sheikha chairwoman
    spokeswoman councilwoman congresswoman businesswoman policewoman""".split()
    )
    | FEMALE_KIN
)


def gender_told(words: AbstractSet[str], name: str) -> Gender | None:
    """The gender that words beside a person tell; where they tell none, that of the first name in most languages.

    Args:
        words: Titles, functions and words for kin, folded.
        name: The person's name, or an empty string.
    """
    male, female = bool(words & _MALE), bool(words & _FEMALE)
    if male != female:
        return "m" if male else "f"
    first = name.split(maxsplit=1)[0].split("-", maxsplit=1)[0] if " " in name and not male else ""
    return "m" if first in MENS_NAMES else "f" if first in WOMENS_NAMES else None


def gender_of_word(word: str) -> Gender | None:
    """The gender that a title, a function or a noun tells."""
    if word in _MALE or word == "man":
        return "m"
    return "f" if word in _FEMALE or word == "woman" else None
