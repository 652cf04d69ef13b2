"""Who takes part: seen to say, undertake, sign or be dealt with; and names that are places only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.merging import is_place

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["is_only_place", "takes_part"]

_ADVERBS = r"(?:also|now|then|already|today|jointly|together|again|later|further|both|all|each|previously|earlier|recently|has|have|had)"
_VERB = re.compile(
    r"(?:[’']s?\s+[a-z]+)?(?:,[^,.;]{1,90},)?(?:\s+(?:on\s+\w+day|" + _ADVERBS + r")){0,3}\s+"
    r"(?:will|shall|would|said|says|told|added|agrees?|agreed|signed|signs|pledge[sd]?|promise[sd]?|undert(?:ook|akes?|aken)|commit(?:s|ted)?|"
    r"offer(?:s|ed)?|propose[sd]?|announce[sd]?|decide[sd]?|refuse[sd]?|decline[sd]?|reject(?:s|ed)?|accept(?:s|ed)?|approve[sd]?|ask(?:s|ed)?|"
    r"call(?:s|ed)?|warn(?:s|ed)?|urge[sd]?|repeat(?:s|ed)?|reaffirm(?:s|ed)?|confirm(?:s|ed)?|renew(?:s|ed)?|withdrew|withdraws?|vot(?:es?|ed)|"
    r"met|meets?|want(?:s|ed)?|reported|noted|recalled|underlined|welcomed|thanked|granted|grants|paid|pays|gave|gives|given|"
    r"brought|turned\s+down|ruled|ended|began|begins|will|is\s+to|are\s+to|may|must|cannot|did\s+not|does\s+not|do\s+not|could\s+not|"
    r"initial(?:s|led)|launched|took|takes|put|made|makes|sold|bought|buys|sells|raised|kept|answered|led|leads|joined|hosts?|hosted)\b"
)
_DEALT_WITH = re.compile(
    r"\b(?:told|asked|by|with|urged|between|joined|signed\s+for|behalf\s+of|give|gives|gave|pay|pays|paid|to|granted|thanked|notify|sue[ds]?|against)\s+"
    r"(?:both\s+|the\s+)?$"
)
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?(?:[A-Z][\w’'-]*(?:\s+|,\s+|,?\s+and\s+)){0,12}(?=[a-z])")
_DATED = re.compile(r",\s+(?:\d{1,2}\s+[A-Z][a-z]+\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},)")
_AFTER = 200
_SAMPLE = 40


def takes_part(text: str, entity: Entity) -> bool:
    """Whether one of the mentions is the subject of an act, or its partner."""
    for start, end in entity.spans[:_SAMPLE]:
        if _VERB.match(text, end, end + _AFTER):
            return True
        listed = _LISTED.match(text, end, end + _AFTER)
        if listed and _VERB.match(text, listed.end() - 1, end + _AFTER + 60):
            return True
        if _DEALT_WITH.search(text, max(0, start - 40), start) and not is_place(text, start):
            return True
    return False


def is_only_place(text: str, entity: Entity, cities: frozenset[int]) -> bool:
    """Whether every mention tells where something is or comes from.

    Args:
        text: The whole text.
        entity: A state, or a name of unknown kind.
        cities: Starts of mentions that follow the name of a place in it (`Lima, Peru`).
    """
    return all(start in cities or is_place(text, start) or _DATED.match(text, end) for start, end in entity.spans)
