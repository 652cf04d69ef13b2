"""Names told by the layout: signatures, the parties at the head of a case, rolls of those present."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.candidates.capitals import words_of
from summariser.candidates.given_names import GIVEN_NAMES
from summariser.candidates.lexicon import DESIGNATIONS, HONORIFICS, ORGANISATION_WORDS, TITLE_HEADS
from summariser.candidates.mentions import KindHint, Mention
from summariser.candidates.ordinary import THINGS
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.runs import is_body
from summariser.candidates.spans import outside
from summariser.candidates.states import state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document

__all__ = ["HONORIFIC", "MEMBERS", "ROLL", "find_case_parties", "find_signatures", "is_office", "is_personal"]

ROLL = re.compile(
    r"^[ \t]*(?P<label>(?:(?:\w{1,20}[ ])?(?:present|absent)|(?:committee[ ])?(?:members|councillors|senators|"
    r"directors"
    r"|officers|staff)[ ](?:present|attending|absent)|in attendance|also (?:there|present|attending|in attendance)"
    r"|staff|officers|officials|guests|members|councillors|trustees|secretariat|regrets|observers|visitors"
    r"|by invitation"
    r"|apologies|witness(?:es)?|attendees|participants|panel|delegates|signatories)[ \t]*:)",
    re.IGNORECASE | re.MULTILINE,
)
MEMBERS = re.compile(r"\b(?:members|councillors|senators|directors|present|apologies|absent)\b", re.IGNORECASE)
_NAME = r"[^\W\d_][\w.’'‘ʻʼ-]{0,30}(?:[ ][^\W\d_][\w.’'‘ʻʼ-]{0,30}){1,5}"
_SIGNED = re.compile(
    rf"(?:^|(?<=[ \t]))(?:(?:[Ff]or|FOR)[ ](?P<owner>[^:\n]{{2,60}}?):|(?:By|Signed|"
    rf"Name)(?:[ ]by)?:(?:[ ]*/s/)?|/s/)"
    rf"[ \t]{{1,3}}(?P<name>{_NAME})",
    re.MULTILINE,
)
_SIGNED_BY = re.compile(
    rf"^[ \t]*(?i:(?:signed|executed|sealed|witnessed)\b[^\n:]{{0,40}}?\bby)[: ][ \t]*(?P<name>{_NAME})"
    r"(?:,[ ](?P<role>[^\n,;()]{3,50}))?"
    r"(?:,?[ ](?i:for|for and on behalf of|on behalf of)[ ](?:the[ ])?(?P<owner>[^\n]{2,80}?))?"
    r"[.;]?[ \t]*\r?$",
    re.MULTILINE,
)
_AFTER_NAME = re.compile(
    r"(?:,[ ](?P<role>[^\n,;()]{3,50})|[ ]\((?P<bracketed>[^()\n]{3,40})\))?(?=[ \t]*(?:\r?$|;)|"
    r"[ \t]{3})",
    re.MULTILINE,
)
_SIGNS_FOR = re.compile(
    r"[ \t]*(?i:(?:(?:signed|executed|agreed|accepted)[ ])?"
    r"(?:for[ ]and[ ]on[ ]behalf[ ]of|on[ ]behalf[ ]of|for)[ ](?:the[ ])?)"
    r"(?P<owner>[A-Z][^\n:;.]{2,80}?(?:[ ](?:Ltd|Inc|Co|Corp|Pty)\.?)?)[ \t]*:?[ \t]*\r?$",
    re.MULTILINE,
)
_OFFICE_OF = re.compile(r"(?P<role>[^\n,|•·–—]{3,60}?)(?:,|[ ][|•·–—-])[ ](?:the[ ])?(?P<owner>[A-Z][^\n]{3,80})")
_OPEN = re.compile(r"\b(?:of|for|and|the|&)\s*$", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:(?:Name|Full name|Printed name|Title|Position|Designation|Capacity|Office|Role)[ ]?:[ \t]*|_{3,200}[ \t]*|"
    r"(?:Date|Dated|Signature|Witness|Place)[ ]?:.*|\.{4,200})",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\S+(?:[ ]{1,2}\S+)*")
_DESIGNATED = re.compile(
    r"^[ \t]*(?P<name>\S[^\n]{1,80}?)(?:[ \t]{3,200}|[ \t]{0,9}\.{3,200}[ \t]{0,9})(?P<role>(?:[^\W\d_]+[ ])?(?:"
    + "|".join(sorted(DESIGNATIONS))
    + r"))[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_LINE = 200
_LONGEST_OFFICE = 120  # characters of a line of a signature
_ROLE_NOUNS = frozenset(word.casefold() for word in TITLE_HEADS) | ROLE_WORDS
HONORIFIC = re.compile(
    r"(?:(?:" + "|".join(sorted((re.escape(h) for h in HONORIFICS), key=len, reverse=True)) + r")\.?[ ]+)+"
)


@dataclass(frozen=True, slots=True)
class _Column:
    start: int
    text: str


def find_signatures(document: Document) -> list[Mention]:
    """Those who sign: `By: /s/ Ann Lee`, `For Peru: Ann Lee`, and a name alone above its office.

    The owner of a mention is the words for whom it signs; an empty string where the layout does not tell.
    """
    text = document.text
    found: dict[int, Mention] = {}
    for match in _SIGNED.finditer(text):
        after = _AFTER_NAME.match(text, match.end("name"))
        if after is None or not is_personal(match["name"]):
            continue
        role = after["role"] or after["bracketed"]
        mention = _person(text, match.start("name"), match["name"], role, match["owner"] or "")
        found[mention.start] = mention
    for match in _SIGNED_BY.finditer(text):
        if is_personal(match["name"]):
            mention = _person(text, match.start("name"), match["name"], match["role"], match["owner"] or "")
            found[mention.start] = mention
    bare = {mention.text: mention for mention in found.values() if not mention.role}
    for mention in _stacked(text):
        above = bare.pop(mention.text, None)  # tells for whom it signs, where the name with its office does not
        merged = replace(mention, owner=above.owner or mention.owner) if above else mention
        if (known := found.get(mention.start)) is None or known.role is None:
            found[mention.start] = merged
    return outside(found.values(), ((item.start, item.end) for item in document.furniture))


def _person(text: str, start: int, name: str, role: str | None, owner: str) -> Mention:
    title = HONORIFIC.match(name)
    begin = start + (title.end() if title else 0)
    end = start + len(name.rstrip(" ."))
    honorific = title.group().split()[-1] if title else None
    return Mention(begin, end, text[begin:end], "person", role, honorific, None, start, owner)


def _stacked(text: str) -> Iterator[Mention]:
    """Names alone on a line, or in a column, above a line with their office; above both may stand their bodies."""
    bodies: list[str] = []
    above: list[_Column] = []
    position = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        columns = _columns(start, line)
        if not line.strip() or (columns and not any(column.text for column in columns)):
            continue  # empty, or a line to sign on
        if len(line) > _LONGEST_OFFICE:
            bodies = []
        if signed := _SIGNS_FOR.match(line):
            bodies, above = [_owner(text, start + signed.start("owner"), signed["owner"])], []
            continue
        yield from _officers(text, bodies, above, columns)
        if columns and all(is_body(words_of(column.text)) for column in columns):
            bodies = [column.text for column in columns]
        elif len(columns) != len(bodies):
            bodies = []
        above = columns


def _columns(start: int, line: str) -> list[_Column]:
    if len(line) >= _LONGEST_LINE:
        return []
    return [_column(start + match.start(), match.group()) for match in _COLUMN.finditer(line)]


def _officers(
    text: str, bodies: Sequence[str], above: Sequence[_Column], columns: Sequence[_Column]
) -> Iterator[Mention]:
    """Persons whose offices stand in the line below them, with the body behind the office or above the name."""
    if not above or len(above) != len(columns):
        return
    parts = [_OFFICE_OF.fullmatch(column.text) for column in columns]
    told = [(m["role"], m["owner"]) if m and is_body(words_of(m["owner"])) else None for m in parts]
    roles = [pair[0] if pair else column.text for pair, column in zip(told, columns, strict=True)]
    if not all(map(is_office, roles)):
        return
    for k, column in enumerate(above):
        if is_personal(column.text):
            pair = told[k]
            owner = pair[1] if pair else bodies[k] if len(bodies) == len(above) else ""
            yield _person(text, column.start, column.text, roles[k], owner)


def _column(start: int, words: str) -> _Column:
    label = _FIELD.match(words)
    return _Column(start + label.end(), words[label.end() :]) if label else _Column(start, words)


def _owner(text: str, start: int, words: str) -> str:
    """For whom is signed below a line; a name that the line leaves open goes on in the next."""
    if not _OPEN.search(words):
        return words
    more = text[start + len(words) :].lstrip(" \t\r\n").split("\n", 1)[0]
    return f"{words} {more.strip(' :')}"


def is_office(words: str) -> bool:
    """Whether the words are an office and nothing else: "Director of Ports", "Chief Clerk"."""
    tokens = words.split()
    if not 1 <= len(tokens) <= 8 or words[-1] in ".:;?!" or not words[0].isupper():
        return False
    front = re.split(r"\b(?:of|for|at)\b|,", words, maxsplit=1)[0].split()
    return bool(front) and front[-1].casefold() in _ROLE_NOUNS


def is_personal(words: str) -> bool:
    """Whether the words are a person's name and nothing else: two to five capitals, none of which tells a body."""
    bare = HONORIFIC.sub("", words, count=1)
    tokens = words_of(bare)
    if not 2 <= len(tokens) <= 5 or not bare[0].isupper() or bare.rstrip()[-1] in ",:;":
        return False
    first_name = tokens[0].text.capitalize() in GIVEN_NAMES  # "Bill Hale" is no bill
    if any(token.among(ORGANISATION_WORDS | THINGS | TITLE_HEADS) for token in tokens[first_name:]):
        return False
    if state_by_name(bare):
        return False
    return sum(token.capital for token in tokens) >= len(tokens) - 1 and tokens[-1].capital


def find_case_parties(document: Document) -> list[tuple[Mention, str]]:
    """The parties of a case with their designations: `HALE LIMITED      First Respondent`."""
    found = []
    for match in _DESIGNATED.finditer(document.text):
        name, start = match["name"], match.start("name")
        if name.casefold().startswith("the "):
            start, name = start + 4, name[4:]
        tokens = words_of(name)
        if not tokens or not any(token.capital for token in tokens):
            continue
        kind: KindHint | None = "organisation" if is_body(tokens) else "person" if is_personal(name) else None
        mention = Mention(start, start + len(name), name, kind, match["role"], full_start=start)
        found.append((mention, " ".join(match["role"].split())))
    return found
