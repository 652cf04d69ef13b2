"""Persons without a name who are described as the speaker: "an aide", "a spokesman for Acme", "Ms Rao's lawyer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.people import head_noun

if TYPE_CHECKING:
    from summariser.candidates.narrative import Mention

__all__ = ["LINK", "OWNER_NAMED", "describes_stranger"]

LINK = re.compile(r"\b(?:of|for|at|from|with|in|to|on|by)\s+(?:[Tt]he\s+)?$")
"""What stands between a description and the name of whose it is: "officials at the"."""

OWNER_NAMED = re.compile(r"[’'](?:s)?\s+(?P<rest>[a-z].*)", re.DOTALL)
"""What stands behind a name that owns the rest: "'s chief executive"."""

_STRANGER = re.compile(r"(?:an?|one|another)\s+[a-z]", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:an?|one|another)\s+(?:[\w-]+\s+){0,3}?(?:person|source|insider|man|woman|boy|girl|father|mother|worker|neighbour|neighbor|"
    r"customer|passenger|patient|voter|villager|trader|pensioner|protester|participant|attendee|survivor|parent|union\s+man|friend|"
    r"relative|ally|rival|fan|listener|viewer|local|onlooker|visitor|tourist|"
    r"guest|caller|reader|student|teenager|lady|gentleman)\b"
)
_ARTICLE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_SEVERAL = re.compile(r"[a-z]+[^s\W]s$")  # "Acme's lawyers", but "Acme's boss"


def describes_stranger(words: str, start: int, named: Mention | None) -> bool:
    """Whether the subject of an attribution describes one person and does not name them.

    Args:
        words: The subject.
        start: Where it stands.
        named: The first name in it, or None.
    """
    if named is None:
        return bool(_STRANGER.match(words) and (head_noun(words) or _SOMEBODY.match(words)))
    before, rest = words[: named.start - start], words[named.end - start :]
    if _ARTICLE.match(before):
        noun = head_noun(before if LINK.search(before) else rest)
        return noun is not None or _SOMEBODY.match(before) is not None
    owned = None if before else OWNER_NAMED.match(rest)
    return owned is not None and head_noun(owned["rest"]) is not None and not _SEVERAL.search(owned["rest"])
