"""Promises in clauses that hang on something else: "the station which the council undertook to open"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from summariser.note.passages import Passage

__all__ = ["is_background", "relative_act"]

_RELATIVE: Final = re.compile(
    r"(?P<thing>\b(?:the|an?|its|their|this|those)\s(?:(?!(?:the|an?|its|their|has|have|had|is|are|was|were|will)\b)"
    r"[^\s,.;:]+\s){1,9})(?:that|which)$",
    re.IGNORECASE,
)
_WITH_PREPOSITION: Final = re.compile(r"\b(?:by|on|in|at|for|under|to|from|of|with)\s+which$", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"(?:\b(?:since|by\s+which|ever\s+since)|(?<!\bin\s)(?<!\bat\s)(?<!\bon\s)(?<!\bunder\s)(?<!\bduring\s)(?<!\bafter\s)\bwhich|"
    r"\b(?:were|was|had)\b[^,.;:]{1,80}\bwhen)$",
    re.IGNORECASE,
)
_BOUND_ITSELF: Final = re.compile(
    r"\b(?:undertook|promised|pledged|vowed|voted|agreed|committed|decided|resolved|offered|announced|said)\b(?!\s+on\s+\w+day)"
)
_JUST_NOW: Final = re.compile(
    r"\b(?:today|yesterday|this\s+(?:week|morning|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
_REPORTS: Final = re.compile(
    r"\b(?:announce\w*|said|says|told|tells|state[sd]|note[sd]|confirm\w*|adds|added|promise[sd]|pledge[sd]|declare[sd]|"
    r"agree[sd]|believe\w*|hope\w*|expect\w*|made\s+(?:clear|sure|known)|resolved|decided|insist\w*|warn\w*)\b",
    re.IGNORECASE,
)
_NO_VERB: Final = frozenset("at in on by for to of with from the a an its their not be have no".split())


def is_background(passage: Passage, evidence: str) -> bool:
    """Whether a promise is told by the way: "the bridge which the council undertook to build"."""
    lead = passage.lead
    thing = _RELATIVE.search(lead) and not _REPORTS.search(lead) and not _WITH_PREPOSITION.search(lead)
    by_the_way = thing or _ASIDE.search(lead)
    past = _BOUND_ITSELF.search(evidence)
    return bool(by_the_way and past) and not _JUST_NOW.search(passage.text)


def relative_act(passage: Passage, action: str) -> str | None:
    """The act of "the station that the council undertook to open": "open the station"."""
    found = _RELATIVE.search(passage.lead)
    verb = action.split(" ", 1)[0]
    if (
        found is None
        or _WITH_PREPOSITION.search(passage.lead)
        or not verb.islower()
        or verb in _NO_VERB
        or _REPORTS.search(found["thing"])
    ):
        return None
    thing = found["thing"].strip()
    return f"{verb} {thing[0].lower()}{thing[1:]}"
