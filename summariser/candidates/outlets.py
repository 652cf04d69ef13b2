"""Newspapers and agencies that only report, and states that are only compared: named, but no parties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.whereabouts import preceded

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["is_only_compared", "is_only_outlet", "is_only_owner"]

_PRESS = frozenset(
    """Gazette Times Tribune Herald Courier News Chronicle Telegraph Advertiser Argus Examiner Bulletin Enquirer
    Inquirer Dispatch Sentinel Post Echo Mail Mirror Standard Star Sun Observer Guardian Independent Express Journal
    Daily Weekly Monthly Quarterly Review Magazine Press Wire Newswire Television TV Radio Broadcasting Messenger Record
    Register Tide Globe Reporter Monitor Mercury Leader Today Digest Newspaper Patrika Samachar Citizen""".split()
)
_AGENCIES = frozenset("Reuters AP AFP BBC CNN Bloomberg TASS Xinhua ANSA EFE DPA PTI NPR RTE RTÉ".split())
_TOLD = re.compile(
    r"\b(?:told|tell|tells|telling|by|in|to|with|from|for)\s+(?:(?:the|today[’']s|\w+day[’']s)\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?:[’']s)?\s+(?:(?:first|also|earlier|which)\s+)?(?:reported|reports|has\s+learn(?:ed|t)|have\s+learn(?:ed|t)|could\s+not\s+"
    r"(?:reach|verify|confirm|independently)|understands|revealed|wrote|approached|contacted|quoted|cited|readers?|interview|"
    r"(?:article|story|report|survey|poll)\b)"
)
_COMPARED = re.compile(
    r"\b(?:[Uu]nlike|[Cc]ompared\s+(?:with|to)|[Cc]omparable\s+(?:to|with)|[Ss]imilar\s+to|(?:larger|smaller|bigger|higher|lower|more|less|"
    r"older|longer|better|worse|cheaper|faster)\s+than|such\s+as\s+those\s+(?:of|in)|modelled\s+on|modeled\s+on|akin\s+to|"
    r"(?:[Aa]\s+)?(?:similar|comparable|like)\s+(?:\w+\s+){1,2}(?:between|in|of|from|by|for)|[Ll]ike\s+(?:its|his|her|their)\s+"
    r"(?:\w+\s+){0,2}(?:rival|neighbour|neighbor|peer)s?)\s+(?:the\s+)?(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,\s+|\s+and\s+|\s+or\s+))?"
    r"(?:the\s+)?$"
)
_OWNS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}(?=[A-Z])")
_OWNED = re.compile(
    r"(?!(?:Ministry|Embassy|Parliament|Congress|Senate|Army|Navy|Cabinet|Treasury|Department|Government|Consulate|Assembly|"
    r"Supreme|Constitutional|High|National|Central|Prime|President|Foreign|King|Queen|Minister|Ambassador|Defence|"
    r"Defense|Finance)\b)[A-Z]"
)
_SAMPLE = 12  # mentions looked at


def is_only_outlet(text: str, entity: Entity) -> bool:
    """Whether a newspaper, station or agency is only told something or only reports it."""
    words = entity.name.split()
    if words[-1] not in _PRESS and not _AGENCIES & set(words) and not {"Radio", "TV"} & set(words):
        return False
    return all(
        preceded(text, start, _TOLD, 30) or _REPORTS.match(text, end) is not None
        for start, end in entity.spans[:_SAMPLE]
    )


def is_only_compared(text: str, entity: Entity) -> bool:
    """Whether each mention stands in a comparison: `unlike Chad`, `a similar quarrel between Chad and Mali`."""
    return all(preceded(text, start, _COMPARED) for start, _ in entity.spans)


def is_only_owner(text: str, entity: Entity) -> bool:
    """Whether a state only tells where a company is from: `Chad's Hale Motors`."""
    for _, end in entity.spans:
        match = _OWNS.match(text, end)
        if match is None or _OWNED.match(text, match.end()) is None:
            return False
    return True
