"""The two that a document is about: what one of them undertakes it mostly owes to the other."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summariser.candidates.instruments import is_contract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.undertakings import Undertaking

__all__ = ["find_counterparts"]

_BODIES = ("organisation", "state", "group")
_OFTEN = 2  # times a side of a contract is bound at least
_NAMED_OFTEN = 3  # times each of two that a document is about is named at least
_SHARE = 0.66  # of all mentions of bodies, those of the two
_THIRD = 0.42  # mentions of the next body against those of the lesser of the two, at most
_PAY_WORDS = 3  # that a report of a labour dispute has at least
_UNION = re.compile(
    r"\b(?:unions?|workers|brotherhood|guild|nurses|midwives|teachers|pilots|players|teamsters|sangh|syndicat|sindicato|"
    r"sendikası|gewerkschaft|local\s+\d+|staff\s+association|trade\s+federation)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:strik(?:es?|ers|ing)|walk-?outs?|pay\s+(?:deal|rise|offer|claim|talks)|wages?|salar(?:y|ies)|allowances?|arrears|"
    r"collective\s+agreement|overtime|stoppage|picket\w*)\b",
    re.IGNORECASE,
)


def find_counterparts(
    text: str, entities: Sequence[Entity], undertakings: Sequence[Undertaking]
) -> tuple[str, str] | None:
    """The two sides of a contract, of a labour dispute, or of any other matter between two.

    Args:
        text: The whole text.
        entities: All its entities.
        undertakings: All its undertakings.

    Returns:
        The names of the two, or None where a document is of more, or of one.
    """
    if is_contract(text):
        often = Counter(item.by[0] for item in undertakings if len(item.by) == 1).most_common(2)
        return _pair([name for name, times in often if times >= _OFTEN])
    bodies = sorted((each for each in entities if each.kind in _BODIES), key=lambda each: -len(each.spans))
    unions = [each for each in bodies if _UNION.search(each.name)]
    employers = [each for each in bodies if not _UNION.search(each.name)]
    if unions and employers and len(unions[0].spans) > 1 and len(_PAY.findall(text)) >= _PAY_WORDS:
        return unions[0].name, employers[0].name
    mentions = [len(each.spans) for each in bodies]
    if len(bodies) < 2 or mentions[1] < _NAMED_OFTEN or sum(mentions[:2]) < _SHARE * sum(mentions):
        return None
    if len(bodies) > 2 and mentions[2] > _THIRD * mentions[1]:
        return None
    if any(each.kind != "state" for each in bodies[:2]):
        return None
    return bodies[0].name, bodies[1].name


def _pair(names: Sequence[str]) -> tuple[str, str] | None:
    return (names[0], names[1]) if len(names) == 2 else None
