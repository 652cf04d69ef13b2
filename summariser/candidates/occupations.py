"""Occupations in front of a name at the head of a sentence: `Singer Ann Lee said …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.role_words import ROLE_WORDS
from summariser.candidates.runs import is_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.capitals import Word

__all__ = ["opens_with_occupation"]

_JOINING = frozenset({"of", "for", "to", "on", "in", "and", "the"})
_LONGEST_NAME = 6  # words
_NAMES_OF_TRADES = frozenset(  # first names and surnames too
    """Abbot Baker Boxer Brewer Butcher Canon Captain Chef Clerk Constable Cook Deacon Dean Duke Emir Fitter Forester
    Gardener General Guard Herder Hunter Joiner Judge King Major Marshal Mason Master Miner Monk Painter Planner Porter
    Potter Prince Princess Prior Private Ranger Sergeant Shepherd Sheriff Steward Sultan Tailor Trader Vicar Warden
    Weaver Welder""".split()
)


def opens_with_occupation(run: Sequence[Word]) -> bool:
    """`Singer Ann Lee`: what somebody does, before a name of two words or more."""
    word, name = run[0].text, run[1:]
    return (
        1 < len(name) <= _LONGEST_NAME
        and word.casefold() in ROLE_WORDS
        and word not in _NAMES_OF_TRADES
        and not is_body(name)
        and not any(is_ordinary(token.text) or token.text.casefold() in _JOINING for token in name)
    )
