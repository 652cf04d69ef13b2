"""What to call a document: its headline, or its first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents.full_dates import FULL_DATE

if TYPE_CHECKING:
    from summariser.documents.document import Document, Sentence

__all__ = ["find_title"]

_LONGEST_TITLE = 160
_LONGEST_OPENING = 80
_HEAD_SENTENCES = 12
_LONGEST_PLACE = 30  # what stands beside a date in a dateline
_LABEL = re.compile(r"(?:title|headline|subject|re)\s?:\s{0,3}(?=\S)|#{1,3}\s{1,3}", re.IGNORECASE)
# What stands above a title: the kind of text, the section of the paper, the way through the site.
_MARK = re.compile(
    r"(?:for immediate (?:release|use)|(?:press|media|news) (?:release|statement)|embargoed until\b.*|corrections?|"
    r"breaking(?: news)?|exclusive|opinion|analysis|interview|local government|world|politics|business)\W*$"
    r"|.*[>›|].*",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"by\s(?-i:[A-Z])|(?:from|to|date|cc|tel|contact|embargo)\b.{0,20}:|[(\[]|check against delivery|"
    r"update \d+\W*$",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"(?:in )?(?:the )?(?:kingdom|republic|commonwealth|government|ministry|department|office|borough|city|county|"
    r"state|house|court) of\b.{0,60}"
    r"|.{0,60}\b(?:ministry|department|committee|council|authority|commission|agency|court|board|parliament|senate)",
    re.IGNORECASE,
)
_NAVIGATION = frozenset({"skip link or menu", "menu or share bar", "cookie notice", "share bar", "sign-in line"})


def find_title(document: Document) -> str:
    """Find the title of a document.

    Args:
        document: The document.

    Returns:
        The title that its metadata give; otherwise a heading of its opening lines, without a label such as "Subject:";
        where there is none, the first words. White space is reduced to single spaces; at most 160 characters, ending in
        "…" where more follow.
    """
    if document.title:
        return _shorten(document.title, _LONGEST_TITLE)
    opening = document.sentences[:_HEAD_SENTENCES]
    headings: list[Sentence] = []
    marks: list[int] = []
    for sentence in opening:
        label = _LABEL.match(sentence.text)
        if label:
            return _shorten(sentence.text[label.end() :], _LONGEST_TITLE)
        if not sentence.heading:
            break
        if _MARK.match(sentence.text):
            marks.append(sentence.end)
        elif _is_title(sentence.text):
            headings.append(sentence)
    if headings:
        return _shorten(_best(document, headings, marks), _LONGEST_TITLE)
    first = opening[0].text if opening else document.text.strip()
    return _shorten(first, _LONGEST_OPENING)


def _is_title(line: str) -> bool:
    """Whether a heading can be a title: words, and neither a byline nor only a date."""
    if _NO_TITLE.match(line) or not any(character.isalpha() for character in line):
        return False
    date = FULL_DATE.search(line)
    return date is None or len(line) - len(date[0]) > _LONGEST_PLACE


def _best(document: Document, headings: list[Sentence], marks: list[int]) -> str:
    """The first heading below navigation and marks that does not only name who issues the document."""
    menus = [piece.end for piece in document.furniture if piece.reason in _NAVIGATION]
    above = max((end for end in (*menus, *marks) if end <= headings[-1].start), default=0)
    below = [heading for heading in headings if heading.start >= above]
    return next((heading.text for heading in below if not _ISSUER.fullmatch(heading.text)), below[0].text)


def _shorten(text: str, limit: int) -> str:
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat.rfind(" ", 0, limit)
    return flat[: cut if cut > 0 else limit - 1].rstrip(" ,;:–—-") + "…"
