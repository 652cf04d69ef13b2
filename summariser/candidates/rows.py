"""Names told by the rows of a table: those present with their offices, those who receive with their amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.capitals import words_of
from summariser.candidates.kinds import is_given
from summariser.candidates.layout import is_office, is_personal
from summariser.candidates.lexicon import HONORIFICS, JOINERS
from summariser.candidates.mentions import KindHint, Mention
from summariser.candidates.ordinary import THINGS, is_ordinary
from summariser.candidates.runs import is_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.documents import Document

__all__ = ["find_rows"]

_MONEY = r"(?:[A-Z]{0,3}[$€£¥₦₹₵]|[A-Z]{2,3}\.?|Rs\.?|Sh)[ ]?\d[\d,.]*(?:[ ]?(?:m|bn|million|billion|lakh|crore))?"
_PAID = re.compile(
    rf"^[ \t]*(?:[-•*]|\(?\w{{1,3}}[.)])?[ \t]*(?P<name>[^\W\d_][^\n.:;$€£]{{3,70}}?)"
    rf"(?:[ ]?\.{{3,200}}|[ \t]{{3,200}}|\t|[ ]?[—–-][ ]|:[ ])[ \t]*{_MONEY}[ \t]*\r?$",
    re.MULTILINE,
)
_GIVEN = re.compile(
    r"\b(?:grants?|awards?|awarded|donations?|donors?|pledges?|pledged|recipients?|beneficiar\w+|contribut\w+|sponsor\w*|"
    r"subscri\w+|bursar\w+|applicants?|payees?|creditors?|tender\w*|bidders?)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_][^\n:;()]{3,50}?)(?:[ \t]{3,200}|\t)(?P<role>[^\n()]{3,60}?)"
    r"(?:[ ]\([^()\n]*\))?[ \t]*\r?$",
    re.MULTILINE,
)
_HONORIFIC = re.compile(r"(?:(?:" + "|".join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True)) + r")\.?[ ]+)+")
_LEAD = 900  # characters before a table that tell what it lists
_FEWEST = 2  # words of a name


def find_rows(document: Document) -> list[Mention]:
    """Persons in a row with their office (`Cr Ana Ruiz    Deputy President`), and who gets or gives an amount."""
    return [*_paid(document.text), *_in_office(document.text)]


def _paid(text: str) -> Iterator[Mention]:
    for match in _PAID.finditer(text):
        name, start = match["name"].rstrip(" ,"), match.start("name")
        if not _GIVEN.search(text, max(0, start - _LEAD), start):
            continue
        title = _HONORIFIC.match(name)
        bare = name[title.end() :] if title else name
        words = words_of(bare)
        named = [word for word in words if word.text.casefold() not in JOINERS]
        if len(named) < _FEWEST or not all(word.capital for word in named) or (words[0].upper and words[-1].upper):
            continue
        person = bool(title) or is_given(bare)
        if not person and not is_body(words) and (words[0].among(THINGS) or all(is_ordinary(w.text) for w in named)):
            continue  # an item of a budget: `Road Repairs`
        begin = start + (title.end() if title else 0)
        end = begin + len(bare)
        honorific = title.group().split()[-1] if title else None
        kind: KindHint = "person" if person else "organisation"
        yield Mention(begin, end, text[begin:end], kind, None, honorific, None, start)


def _in_office(text: str) -> Iterator[Mention]:
    for match in _OFFICE.finditer(text):
        name, role, start = match["name"], match["role"].strip(), match.start("name")
        title = _HONORIFIC.match(name)
        if not is_office(role) or not is_personal(name) or not (title or is_given(name)):
            continue
        begin, end = start + (title.end() if title else 0), match.end("name")
        honorific = title.group().split()[-1] if title else None
        yield Mention(begin, end, text[begin:end], "person", role, honorific, None, start)
