"""Who takes part: seen to say, undertake, sign or be dealt with; and names that are places only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import PLACED
from summariser.candidates.whereabouts import is_place

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["governs_itself", "is_only_place", "speaks", "takes_part"]

_ADVERBS = """also now then already today jointly together again later further both all each previously earlier recently
    has have had""".split()
# Forms of verbs of saying, undertaking, deciding and dealing, in the third person and the past.
_VERBS = """will shall would may must cannot said says told noted recalled underlined welcomed thanked reported argues
    argued warns warned calls called asks asked answered agrees agreed signs signed initials initialled pledges pledged
    promises promised undertakes undertook undertaken commits committed offers offered proposes proposed announces
    announced decides decided refuses refused declines declined rejects rejected accepts accepted approves approved
    urges urged repeats repeated reaffirms reaffirmed confirms confirmed renews renewed withdraws withdrew vote votes
    voted meets met wants wanted grants granted pays paid gives gave given brought ruled ended begins began demands
    demanded plans planned intends aims seeks sought opposes opposed supports backs backed owns launched takes took puts
    makes made sells sold buys bought raised kept leads led joined hosts hosted""".split()
_PHRASES = (
    r"turned\s+down|(?:is|are)\s+to|(?:did|does|do|could|would|will|shall)\s+not|(?:was|were)\s+(?:not\s+)?able"
    r"|has\s+told"
)
_VERB = re.compile(
    r"(?:[’']s?\s+[a-z]+)?(?:,[^,.;“”\"]{1,90},)?"
    rf"(?:\s+(?:on\s+\w+day|{'|'.join(_ADVERBS)})){{0,3}}\s+(?:{'|'.join(_VERBS)}|{_PHRASES})\b"
)
# Those of them that only persons and bodies do.
_SAYS = """said says told noted welcomed thanked argues argued warns warned asks asked answered agrees agreed
    pledges pledged promises promised undertakes undertook offers offered proposes proposed announces announced
    decides decided refuses refused declines declined rejects rejected approves approved urges urged confirms
    confirmed voted wants wanted plans planned intends opposes opposed complained replied insisted denied claimed
    admitted apologised apologized advised requested appealed sued hired appointed applied resolved objected
    donated pays paid granted""".split()
_SPEAKS = re.compile(
    rf"(?:,[^,.;“”\"]{{1,90}},)?(?:\s+(?:on\s+\w+day|{'|'.join(_ADVERBS)})){{0,3}}\s+(?:{'|'.join(_SAYS)})\b(?!\s+by\b)"
)
_PARTNER = """told asked by with urged between joined give gives gave pay pays paid to granted thanked notify sue sues
    sued against""".split()
_DEALT_WITH = re.compile(rf"\b(?:{'|'.join(_PARTNER)}|signed\s+for|(?:on\s+)?behalf\s+of)\s+(?:both\s+|the\s+)?$")
_SAID = re.compile(r"\b(?:said|added|asked|told|replied|wrote|says)\s+(?:the\s+)?$")
_LABEL = re.compile(r"\s*:\s")
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?(?:[A-Z][\w’'-]*(?:\s+|,\s+|,?\s+and\s+)){0,12}(?=[a-z])")
_NOUN = re.compile(r"\s+(?!(?:and|or|to|on|in|for|at|of|with|by|from|was|were|is)\b)[a-z]")
_DATED = re.compile(r",\s+(?:\d{1,2}\s+[A-Z][a-z]+\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},)")
_AFTER = 200  # characters behind a mention that tell of it
_SAMPLE = 40  # mentions looked at


def takes_part(text: str, entity: Entity) -> bool:
    """Whether one of the mentions, or "the county" of a county, is the subject of an act, or its partner."""
    return any(_acts(text, start, end) for start, end in entity.spans[:_SAMPLE]) or governs_itself(text, entity)


def governs_itself(text: str, entity: Entity) -> bool:
    """Whether an entity is called county, shire or the like, and "the county" acts."""
    words = entity.name.split()
    noun = words[-1] if words[-1] in PLACED else words[0]
    return len(words) > 1 and noun in PLACED and _noun_acts(text, noun.casefold())


@lru_cache(maxsize=16)
def _noun_acts(text: str, noun: str) -> bool:
    bare = re.compile(rf"\b[Tt]he\s+{noun}(?:\s+(?:government|administration|council|executive))?(?=\s)", re.IGNORECASE)
    return any(_VERB.match(text, match.end(), match.end() + _AFTER) for match in bare.finditer(text))


def speaks(text: str, entity: Entity) -> bool:
    """Whether one of the mentions is the subject of an act that only persons and bodies do."""
    return any(_SPEAKS.match(text, end, end + _AFTER) for _, end in entity.spans[:_SAMPLE])


def _acts(text: str, start: int, end: int) -> bool:
    if _VERB.match(text, end, end + _AFTER) or _LABEL.match(text, end):
        return True
    listed = _LISTED.match(text, end, end + _AFTER)
    if listed and _VERB.match(text, listed.end() - 1, end + 2 * _AFTER):
        return True
    before = max(0, start - 40)
    if _SAID.search(text, before, start):
        return True
    return bool(_DEALT_WITH.search(text, before, start)) and not is_place(text, start)


def is_only_place(text: str, entity: Entity, cities: frozenset[int]) -> bool:
    """Whether every mention tells where something is or comes from.

    Args:
        text: The whole text.
        entity: A state, or a name of unknown kind.
        cities: Starts of mentions that follow the name of a place in it (`Lima, Peru`).
    """
    return all(
        start in cities or is_place(text, start) or _DATED.match(text, end) or _is_adjective(text, start, end)
        for start, end in entity.spans
    )


def _is_adjective(text: str, start: int, end: int) -> bool:
    """`US regulators`: initials of a state before a common noun are its adjective."""
    return text[start:end].isupper() and bool(_NOUN.match(text, end)) and not _VERB.match(text, end, end + _AFTER)
