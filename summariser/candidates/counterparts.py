"""The two that a document is about: what one of them undertakes it mostly owes to the other."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summariser.candidates.addressees import addresses, find_addressee
from summariser.candidates.contract_roles import is_contract_role
from summariser.candidates.instruments import is_contract, is_titled_instrument, names_pact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.undertakings import Undertaking

__all__ = ["find_counterparts"]

_BODIES = ("organisation", "state", "group")
_OFTEN = 2  # times a side of a contract is bound at least
_NAMED_OFTEN = 3  # times each of two that a document is about is named at least
_SHARE = 0.66  # of all mentions of bodies, those of the two
_THIRD = 0.42  # mentions of the next body against those of the lesser of the two, at most
_OPENING = 800  # characters in which a pact names its sides
_BETWEEN = re.compile(r"\bbetween:?\s+(?:\(?(?:1|a)[.)]\s+)?(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(
    r"(?:,[^;()\n]{0,80})?\s*(?:\([^()]{0,80}\)\s*)?,?\s*(?:and|&)\s+(?:\(?(?:2|b)[.)]\s+)?(?:the\s+)?", re.IGNORECASE
)
_GOVERNMENT = re.compile(r"Government\s+of\s+(?:the\s+)?", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?(?:,|,?\s*and)\s+(?:the\s+)?[A-Z]")
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
        undertakings: All its undertakings, each with the names of all that it binds.

    Returns:
        The names of the two, or None where a document is of more, or of one.
    """
    concluded = _addressed(text, entities, undertakings) or _concluded(text, entities)
    if concluded is not None:
        return concluded
    if is_contract(text) or is_titled_instrument(text):
        bound = Counter(item.by[0] for item in undertakings if len(item.by) == 1)
        if len(bound) == 2:
            return _pair(list(bound))
        if is_contract(text):
            return _pair([name for name, times in bound.most_common(2) if times >= _OFTEN])
    return _in_the_news(text, entities)


def _in_the_news(text: str, entities: Sequence[Entity]) -> tuple[str, str] | None:
    """A union and an employer in a labour dispute, or the two states that a text is about."""
    bodies = sorted((each for each in entities if each.kind in _BODIES), key=lambda each: -len(each.spans))
    unions = [each for each in bodies if _UNION.search(each.name)]
    employers = [each for each in bodies if not _UNION.search(each.name)]
    if unions and employers and len(unions[0].spans) > 1 and len(_PAY.findall(text)) >= _PAY_WORDS:
        return unions[0].name, employers[0].name
    mentions = [len(each.spans) for each in bodies]
    if len(bodies) < 2 or mentions[1] < _NAMED_OFTEN or sum(mentions[:2]) < _SHARE * sum(mentions):
        return None
    third = len(bodies) > 2 and mentions[2] > _THIRD * mentions[1]
    if third or any(each.kind != "state" for each in bodies[:2]):
        return None
    return bodies[0].name, bodies[1].name


def _addressed(text: str, entities: Sequence[Entity], undertakings: Sequence[Undertaking]) -> tuple[str, str] | None:
    """The one addressed as "you" in a contract, and the only other who is bound in it."""
    you = find_addressee(text, entities) if addresses(text) else ()
    others = {name for item in undertakings for name in item.by[:1]} - {each.name for each in you}
    return (you[0].name, others.pop()) if you and len(others) == 1 else None


def _concluded(text: str, entities: Sequence[Entity]) -> tuple[str, str] | None:
    """The two between whom a pact is concluded: "between Hale Ltd and Orrin Ltd", or the two that have a role in it."""
    if not names_pact(text):
        return None
    named = {start: (end, each.name) for each in entities for start, end in each.spans if start < _OPENING}
    for match in _BETWEEN.finditer(text, 0, _OPENING):
        one = _named_at(text, named, match.end())
        link = _AND.match(text, one[0]) if one else None
        other = _named_at(text, named, link.end()) if link else None
        if one and other and one[1] != other[1]:
            return None if _MORE.match(text, other[0]) else (one[1], other[1])
    roles = [each.name for each in entities if any(is_contract_role(name) for name in each.names)]
    return _pair(roles)


def _named_at(text: str, named: Mapping[int, tuple[int, str]], position: int) -> tuple[int, str] | None:
    """End and name of who is named at a place, "Government of" before it or not."""
    government = _GOVERNMENT.match(text, position)
    return named.get(position) or (named.get(government.end()) if government else None)


def _pair(names: Sequence[str]) -> tuple[str, str] | None:
    return (names[0], names[1]) if len(names) == 2 else None
