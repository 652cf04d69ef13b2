"""Persons without a name who are described as the speaker: "an aide", "a spokesman for Acme", "Ms Rao's lawyer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.kin import OWNED_RELATIVE
from summariser.candidates.people import head_noun

if TYPE_CHECKING:
    from summariser.candidates.narrative import Mention

__all__ = ["LINK", "OWNER_NAMED", "describes_group", "describes_stranger", "is_personal_noun", "name_given"]

LINK = re.compile(r"\b(?:of|for|at|from|with|in|to|on|by)\s+(?:[Tt]he\s+)?$")
"""What stands between a description and the name of whose it is: "officials at the"."""

OWNER_NAMED = re.compile(r"[’'](?:s)?\s+(?P<rest>[a-z].*)", re.DOTALL)
"""What stands behind a name that owns the rest: "'s chief executive"."""

_NAME_GIVEN = re.compile(
    r"[^.!?“”\"\n]{0,120}?\b(?:(?:gave|gives|giving|provided|offered|used|uses)\s(?:only\s|just\s)?(?:his|her|their|a|the)\s"
    r"(?:(?:first|given|last|one)\s)?name|(?:identified|named|known|introduced|quoted)(?:\s(?:him|her|them)sel(?:f|ves))?"
    r"(?=\s(?:only|simply|just|as|by)\b)|goes\sby)(?:\s(?:only|simply|just|as|by|of|the|his|her|their|first|given|name))*,?\s"
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)?)(?=[,.;”\"’]|\s[a-z]|$)"
)
_STRANGER = re.compile(r"(?:an?|one|another)\s+[a-z]", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:an?|one|another)\s+(?:[\w-]+\s+){0,3}?(?:person|source|insider|man|woman|boy|girl|father|mother|worker|neighbour|neighbor|"
    r"customer|passenger|patient|voter|villager|trader|pensioner|protester|participant|attendee|survivor|parent|union\s+man|friend|"
    r"relative|ally|rival|fan|listener|viewer|local|onlooker|visitor|tourist|"
    r"guest|caller|reader|student|teenager|lady|gentleman)\b"
)
_OWNED = re.compile(r"(?:his|her|their|its)\s+(?P<rest>[a-z].*)", re.IGNORECASE | re.DOTALL)
_OF = re.compile(r"\s(?:of|from|in|at|for|on|outside)\s")
_COMPANION = re.compile(
    r"\b(?:friend|pal|mate|partner|neighbou?r|colleague|teammate|flatmate|roommate|classmate|boyfriend|girlfriend|fan|"
    r"rival|ally|source|agent|manager|solicitor|attorney|barrister|bodyguard|stylist|physio|promoter|biographer|rep|publicist|minder|tutor|landlord|landlady|employer|carer)$"
)
_GROUP = re.compile(
    r"(?:(?:the|his|her|their|its|a|some|several|many|other|both|two|three|four)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:family|families|crowds?|couple|protest[eo]rs|demonstrators|marchers|residents|fans|supporters|campaigners|"
    r"activists|villagers|neighbours|neighbors|relatives|parents|students|pupils|strikers|locals|onlookers|"
    r"spectators|survivors|passengers|mourners|islanders|townspeople|children|siblings|sisters|brothers|widows)$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"[Tt]he\s+(?:[\w-]+\s+){0,2}(?:laureate|champion|veteran|star|soloist|democrat|republican|billionaire|tycoon|teenager|"
    r"youngster|rider|climber|rapper|songwriter|widow|widower|politician|candidate|frontrunner|favourite|favorite|golfer|"
    r"sprinter|marathoner|prizewinner|medallist|medalist|heiress|heir|debutant|newcomer|rookie|incumbent|challenger|"
    r"prodigy|diva|hero|heroine|birthday\s(?:boy|girl)|(?:mother|father|mum|mom|dad)-of-\w+|grandmother|grandfather)$"
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
        if owned := _OWNED.match(words):
            person = _COMPANION.search(owned["rest"]) is not None or head_noun(owned["rest"]) is not None
            return OWNED_RELATIVE.match(words) is not None or (person and not _SEVERAL.search(owned["rest"]))
        return bool(_STRANGER.match(words) and (head_noun(words) or _SOMEBODY.match(words)))
    before, rest = words[: named.start - start], words[named.end - start :]
    if _ARTICLE.match(before):
        noun = head_noun(before if LINK.search(before) else rest)
        return noun is not None or _SOMEBODY.match(before) is not None
    owned = None if before else OWNER_NAMED.match(rest)
    return owned is not None and head_noun(owned["rest"]) is not None and not _SEVERAL.search(owned["rest"])


def name_given(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the one name stands that somebody described at `start` goes by: "who gave only her first name, Ama"."""
    match = _NAME_GIVEN.match(text, start, end)
    return match.span("name") if match else None


def is_personal_noun(words: str) -> bool:
    """Whether a definite description that is no office can only be a person's: "the laureate", "the mother-of-two"."""
    return _PERSONAL.match(words) is not None


def describes_group(words: str) -> bool:
    """Whether the subject of an attribution is several people without a name: "the family of Ms Rao", "protesters"."""
    return _GROUP.match(_OF.split(words, maxsplit=1)[0]) is not None
