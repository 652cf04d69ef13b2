"""To whom an undertaking is owed: who gets what is paid, given, sent or told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.candidates.entities import Entity

    Mention = tuple[int, int, Entity]

__all__ = ["find_receivers", "find_told"]

_GIVING = (
    r"give|pay|lend|grant|offer|tell|send|hand|provide|allow|credit|notify|inform|refund|repay|reimburse|compensate|indemnify|supply|"
    r"show|teach|let|permit|assist|help|support|sell|deliver|return|transfer|submit|report|present|write|make|lease|donate|contribute|"
    r"issue|transmit|forward|cede|surrender|restore|award|consult|charge|protect|host|admit"
)
_SENDING = (
    r"open|disclose|reveal|release|assign|advance|extend|remit|dispatch|ship|export|owe|allocate|allot|explain|announce|demonstrate|"
    r"apologi[sz]e|entrust|accord|loan|bequeath|commit"
)
_SHARING = re.compile(r"(?:not\s+|also\s+)?(?:share|exchange|discuss|consult|cooperate|co-operate)\b")
_VERB = re.compile(rf"(?:not\s+|also\s+)?(?P<verb>{_GIVING}|{_SENDING})(?:\s+(?:back|over|out))?\b")
_DIRECT = re.compile(
    rf"(?:not\s+|also\s+)?(?:{_GIVING})(?:\s+(?:back|over|out))?\s+(?:and\s+[a-z]+\s+)?(?:(?:the|both|each|all)\s+)?(?:other\s+)?$"
)
_TO = re.compile(r"\bto\s+(?:both\s+|each\s+of\s+)?(?:the\s+)?$")
_WITH = re.compile(r"\bwith\s+(?:both\s+|each\s+of\s+)?(?:the\s+)?$")
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$")
_BUYING = re.compile(r"(?:not\s+)?(?:buy|purchase|take|acquire|lease|rent|hire)\b")
_PROMISED = re.compile(
    r"\b(?:(?:promis|assur|reassur|guarantee|offer|pledg|giv)(?:e|es|ed|ing|en|s)?|gave|notif(?:y|ies|ied)|"
    r"(?:undertak(?:e|es|en|ing)|undertook|pledg(?:e|es|ed)|promis(?:e|es|ed)|commit(?:s|ted)?)\s+(?:to|towards)|"
    r"(?:agree[sd]?|covenants?|covenanted|contract(?:s|ed))\s+with)\s+(?:the\s+)?$"
)
_BEFORE = 30  # characters of the verb before a name
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")


def find_receivers(
    text: str, start: int, end: int, mentions: Iterable[Mention], *, thing: bool = False
) -> list[Entity]:
    """Find the parties that an act is for: "pay the Buyer", "share data with Peru", "buy gas from Norway".

    Args:
        text: The whole text.
        start: First character of the act.
        end: One past its last.
        mentions: (start, end, entity) of the parties named in the act, in order.
        thing: Whether the words name a thing that is offered or pledged ("a loan to Serbia").

    Returns:
        The entities, in order of mention.
    """
    gives = thing or _VERB.match(text, start, end) is not None
    buys = _BUYING.match(text, start, end) is not None
    shares = _SHARING.match(text, start, end) is not None
    found: list[Entity] = []
    last = -1
    for begin, stop, entity in mentions:
        before = text[start:begin]
        owned = text[stop : stop + 2] in ("'s", "’s")
        direct = _DIRECT.fullmatch(before) is not None
        sent = gives and _TO.search(before) is not None
        shared = shares and _WITH.search(before) is not None
        bought = buys and _FROM.search(before) is not None
        listed = last >= 0 and _LISTED.fullmatch(text, last, begin) is not None
        if owned or not (direct or sent or shared or bought or listed):
            continue
        if entity not in found:
            found.append(entity)
        last = stop
    return found


def find_told(text: str, start: int, mentions: Iterable[Mention]) -> list[Entity]:
    """Find to whom an act is promised before it is told: "promised the Council to", "agreed with Peru to".

    Args:
        text: The whole text.
        start: First character of the sentence.
        mentions: (start, end, entity) of the parties named between that and the act, in order.

    Returns:
        The entities, in order of mention.
    """
    found: list[Entity] = []
    for begin, stop, entity in mentions:
        owned = text[stop : stop + 2] in ("'s", "’s")
        if not owned and _PROMISED.search(text, max(start, begin - _BEFORE), begin) and entity not in found:
            found.append(entity)
    return found
