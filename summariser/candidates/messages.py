"""Messages of a chat or a thread of posts: a time, who writes, and the words, line by line."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Message", "find_messages"]

_DATE = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?[ ]\d{4}|[A-Z][a-z]{2,8}\.?[ ]\d{1,2},?[ ]\d{4})"
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"[\[(]?(?:{_DATE}(?:,[ ]?|[ T]|[ ]at[ ])){{0,1}}{_CLOCK}[\])]?[ ]?(?:[-–—|][ ])?"
_DATED = rf"[\[(]?{_DATE}(?:,[ ]?|[ T]|[ ]at[ ]){_CLOCK}[\])]?[ ]?(?:[-–—|][ ])?"
_BEGINNING = r"^[ \t\u200e]{0,4}(?:[*•-][ ])?"
_NICK = r"<[@+%~&]?(?P<nick>[\w\[\]{}|`^-][\w\[\]{}|`^.-]{0,30})>[ ]"
_POSTED = rf"(?:[ ][(\[][^()\[\]\n]{{2,60}}[)\]]|[ ](?:at[ ])?{_CLOCK})?"
_HANDLE = rf"[*_]{{0,2}}(?P<handle>@\w{{2,30}})[*_]{{0,2}}{_POSTED}:[*_]{{0,2}}[ ]"
_SENDER = r"[*_]{0,2}(?P<sender>[^\s:<>@*_][^:<>\n*]{1,50}?)[*_]{0,2}:[*_]{0,2}[ ]"
_MESSAGE = re.compile(
    rf"{_BEGINNING}(?:(?:{_STAMP})?(?:{_NICK}|{_HANDLE})|{_DATED}{_SENDER})(?=\S)",
    re.MULTILINE,
)
_OTHER = re.compile(rf"\n(?:[ \t]*\r?\n|{_BEGINNING[1:]}(?:{_STAMP}|--|-!-|\*{{1,3}}[ ]|[<@]))")
_NO_WORDS = re.compile(
    r"[<\[\u200e(]*(?:(?:media|image|video|audio|sticker|GIF|document|photo|voice message|contact card)"
    r"[ ](?:omitted|removed)|"
    r"(?:this|you deleted this)[ ]message(?:[ ]was[ ](?:deleted|edited))?|deleted message|missed (?:voice|video) call)"
    r"\.?[>\])]*",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:debug|info|notice|warn|warning|error|fatal|critical|trace|alert|severe|event|status)\b", re.IGNORECASE
)
_FEWEST = 3
_MOST_SHARE = 0.75  # different senders, one a message: some write again


class Message(NamedTuple):
    """One message.

    Attributes:
        sender: Where the name or handle of who writes it lies.
        words: Where its words lie.
    """

    sender: tuple[int, int]
    words: tuple[int, int]


def find_messages(text: str) -> list[Message]:
    """Find the messages of a chat log, an exported conversation or collected posts, where somebody writes again.

    What tells them is a nickname in angle brackets, a handle before a colon, or a date and a time before a name. Lines
    that the program adds, such as who joins, and placeholders of pictures are no messages.

    Args:
        text: The whole text.
    """
    found = []
    for match in _MESSAGE.finditer(text):
        start = match.end()
        stop = _OTHER.search(text, start)
        words = text[start : stop.start() if stop else len(text)].rstrip()
        if not words or _NO_WORDS.fullmatch(words):
            continue
        group = match.lastgroup or "sender"
        if group == "sender" and _LEVEL.match(match[group]):
            continue
        found.append(Message(match.span(group), (start, start + len(words))))
    senders = {text[start:end].casefold() for (start, end), _ in found}
    return found if len(found) >= _FEWEST and 1 < len(senders) <= _MOST_SHARE * len(found) else []
