"""Proper names in a document, with what their words and neighbours tell of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.capitals import Word, cut, words_of
from summariser.candidates.epithets import NATIONALS
from summariser.candidates.given_names import GIVEN_NAMES
from summariser.candidates.headline_persons import is_person_in_headline
from summariser.candidates.issuers import find_issuers
from summariser.candidates.kin import is_relative
from summariser.candidates.layout import ROLL, find_case_parties, find_signatures, is_personal
from summariser.candidates.lexicon import HONORIFICS, JOINERS, LEGAL_FORMS, PLACED, POLITIES, TITLE_HEADS
from summariser.candidates.mentions import KindHint, Mention
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.rows import find_rows
from summariser.candidates.runs import Alone, count_alone, find_runs, head_of, is_body
from summariser.candidates.spans import outside
from summariser.candidates.states import state_by_name
from summariser.candidates.titles import read_run
from summariser.candidates.trimming import opens, trim
from summariser.candidates.turns import labelled_persons
from summariser.candidates.vessels import find_vessels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document, Sentence

__all__ = ["KindHint", "Mention", "dateline_end", "find_mentions", "is_headline"]

_HEAD = 12  # sentences, headline and byline included, among which a dateline can stand
_CREDIT = re.compile(
    r"(?:^By\s+(?=[A-Z])|^(?:Reach|E-?mail|Follow)\s|\(?\b(?:Additional\s+)?(?:[Rr]eporting|[Ww]riting|"
    r"[Ee]diting|[Pp]hotos?|"
    r"[Pp]hotographs?|[Ii]llustrations?|[Gg]raphics)\s+by\b)[^\n)]*\)?"
)
_STAFF = re.compile(
    r"^[^\n,;:.]{3,50},\s+(?:staff\s+writer|(?:\w+\s){0,3}(?:reporter|correspondent|editor)|special\s+to|contributor)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[A-Z][^\n—–:]{1,40}?(?:,?\s+(?:\w+\s+\d{1,2}|"
    r"\d{1,2}\s+\w+)(?:,?\s+\d{4})?)?\s*(?:\([^\W\d_][^()\n]{1,30}\)\s*[-—–:]?|[—–]|\s-{1,2}\s|:\s)"
)
_TITLED = re.compile(r"\((?:" + "|".join(sorted(map(re.escape, HONORIFICS))) + r")\b")
# What stands before the name of a work or of a subject of study: `the play “Still Water”`, `a degree in Fine Art`.
_WORK = re.compile(
    r"\b(?:titles?|titled|entitled|headed|headline|called|named|slogan|motto|theme|films?|books?|songs?|plays?|novels?|"
    r"albums?|paintings?|exhibitions?|shows?|series|poems?|pieces?|works?|anthem|hashtag|banner|words?|phrase|logo|brand)\s*"
    r"(?:,\s)?[“\"‘'«]$"
)
_SEAT = re.compile(r"\s(?:AT|IN|SITTING|HELD)\s[A-Z]")  # `… LAND COURT AT HALE`
_STUDY = re.compile(
    r"\b(?:read|reads|reading|study|studies|studied|studying|taught|teach|teaches|(?:degree|diploma|doctorate|course|courses|"
    r"graduate|graduated|graduates|BSc|BA|MSc|MA|PhD|classes|major|majored)\s+in|(?:professor|lecturer|student|students|"
    r"teacher|reader)\s+(?:of|in))\s+$",
    re.IGNORECASE,
)
_ARTICLED = re.compile(r"\b(?:the|an?|this|that|fellow|\w+-old|young|veteran|former)\s+$", re.IGNORECASE)  # "the Swede"
_LAW = re.compile(r"\s*\([A-Z][^()\n]{2,40}\)\s+(?:Act|Bill|Regulations?|Order|Rules?|Code|Ordinance|Decree)\b")
_ROW = re.compile(  # `Lender: Ms Ann Lee, Hale Fund`
    r"[^\n:,]{0,40}?(?::[ \t]|\b(?:" + "|".join(sorted(map(re.escape, HONORIFICS))) + r")\b\.?)"
)
_ADDRESS = re.compile(r"\S*@\S+|\bhttps?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|example)\b\S*")
_SMALL = re.compile(r"(?<![\w’'])[a-z]{4,}")
_CELL = re.compile(r",|\s[–—-]\s|\||\(|\n")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.)]\s")
_OF_PLACE = re.compile(r"\s+of\s+(?:the\s+)?")
_PLACE_END = re.compile(r"[,(—–]")
_LISTED = re.compile(r",?\s+and\s+|,\s+")
_MOSTLY = 0.6


def find_mentions(document: Document) -> list[Mention]:
    """Find the proper names of a document in order; bylines, credits, datelines and headlines are left out."""
    text = _ADDRESS.sub(" ", document.text)
    lower = {match.group() for match in re.finditer(r"\b[^\W\d_]{3,}\b", text) if match.group().islower()}
    labels = labelled_persons(document)
    alone: Alone = Alone()
    prepared = [(sentence, words_of(sentence.text, dateline_end(sentence))) for sentence in document.sentences]
    for sentence, tokens in prepared:
        count_alone(sentence.text, tokens, alone)
    inside = {word for sentence, tokens in prepared for word in _capitals_inside(sentence, tokens)}
    found: dict[int, Mention] = {}
    for sentence, tokens in prepared:
        if _STAFF.match(sentence.text):
            continue
        for mention in _of_sentence(sentence, tokens, _Words(lower, inside), alone):
            if mention.kind is None and mention.name.casefold() in labels:
                mention = replace(mention, kind="person")  # noqa: PLW2901 - the label tells the kind
            found.setdefault(mention.start, mention)
    return _with_layout(document, found)


def _with_layout(document: Document, found: dict[int, Mention]) -> list[Mention]:
    """Names the layout tells of take the place of what lies under them."""
    cases = [mention for mention, _ in find_case_parties(document)]
    signed = [*find_signatures(document), *cases]
    rows = outside(find_rows(document), ((mention.full_start, mention.end) for mention in signed))
    told = [*signed, *rows]
    told += outside(find_issuers(document), ((mention.full_start, mention.end) for mention in told))
    taken = [*((mention.full_start, mention.end) for mention in told), *find_vessels(document.text)]
    kept = outside(found.values(), taken)
    return sorted([*kept, *{mention.start: mention for mention in told}.values()], key=lambda m: m.start)


def dateline_end(sentence: Sentence) -> int:
    """Length of the dateline that a sentence at the head of a report begins with, or 0."""
    match = _DATELINE.match(sentence.text) if sentence.index < _HEAD else None
    if match is None or not _is_dateline(match.group()):
        return 0
    rest = sentence.text[match.end() :]
    if sentence.heading and rest and not _SMALL.search(rest):
        return 0  # a row: "Ann Lee – Hale Fund"
    if rest.lstrip()[:1].islower():  # "Ann Lee — the mayor — said …"
        return 0
    return match.end() + len(rest) - len(rest.lstrip())


def _is_dateline(words: str) -> bool:
    first = _PLACE_END.split(words, maxsplit=1)[0].strip(" :-")
    titled = any(word.rstrip(".").title() in HONORIFICS for word in first.split())
    if titled or first.casefold().startswith("the ") or _TITLED.search(words):  # `The Chair (Mr. Ito):`
        return False
    return len(first.split()) <= 4 and (first.isupper() or words.rstrip()[-1] in "-—–" or words.rstrip().endswith("):"))


def is_headline(sentence: Sentence, tokens: Sequence[Word]) -> bool:
    """Whether nearly every word begins with a capital, so that capitals prove nothing."""
    if sentence.text.upper() == sentence.text:
        return True
    if not sentence.heading or ROLL.match(sentence.text):
        return False
    return sum(token.text[0].isupper() for token in tokens) > _MOSTLY * len(tokens)


class _Words(NamedTuple):
    """Words that a document has in lower case, and with a capital inside of sentences."""

    lower: set[str]
    inside: set[str]


def _capitals_inside(sentence: Sentence, tokens: Sequence[Word]) -> Iterator[str]:
    """The words with a capital that no sentence, quotation or list item begins with, headings left out."""
    if sentence.heading or not tokens:
        return
    for token in tokens[1:]:
        if token.capital and not token.upper and not opens(token, sentence.text, tokens[0].start):
            yield token.stripped().text


def _of_sentence(sentence: Sentence, words: list[Word], known: _Words, alone: Alone) -> Iterator[Mention]:
    text, offset, lower = sentence.text, sentence.start, known.lower
    roll = ROLL.match(text) is not None
    words = _without_furniture(sentence, words, roll=roll)
    if not words:
        return
    headline = is_headline(sentence, words)
    first = next((word.start for word in words if not word.text[0].isdigit()), words[0].start)
    series = _Series(text, roll=roll)
    columns = sentence.heading and not roll and "   " in text
    for run in find_runs(text, words, alone, lines=not (columns or (roll and "\n" in text))):
        trimmed = trim(run, text, set() if headline else lower, first=-1 if headline else first, inside=known.inside)
        if not trimmed:
            continue
        if headline and not _in_headline(text, trimmed):
            persons = (m for m in read_run(text, trimmed) if is_person_in_headline(text, m.full_start, m.start, m.end))
            yield from (_moved(replace(person, kind="person"), offset, opening=False) for person in persons)
            continue
        opening = len(trimmed) == 1 and not headline and opens(trimmed[0], text, first)
        for mention in read_run(text, trimmed):
            if (
                _names_no_party(text, mention)
                or (headline and mention.kind is None)
                or (" " not in mention.name and _is_common(mention, lower))
            ):
                continue
            if mention.office and mention.name in GIVEN_NAMES and is_relative(text, mention.start, mention.end):
                mention = replace(mention, kind="person", office=False)  # noqa: PLW2901 - "her son Dean"
            yield _moved(series.read(mention), offset, opening=opening)


def _names_no_party(text: str, mention: Mention) -> bool:
    """Whether a name is that of a work, in quotation marks, of a subject of study, of a law, or of one of a nation."""
    before = text[max(0, mention.full_start - 30) : mention.full_start]
    if _LAW.match(text, mention.end) or (mention.name in NATIONALS and _ARTICLED.search(before)):
        return True
    quoted = _WORK.search(before) and text[mention.end : mention.end + 2].strip(".,")[:1] in tuple("”\"’'»")
    return bool(quoted) or (mention.kind != "person" and _STUDY.search(before) is not None)


def _without_furniture(sentence: Sentence, words: list[Word], *, roll: bool) -> list[Word]:
    """The words of a sentence without those of a credit or of the label of a roll."""
    text = sentence.text
    spans = [match.span("label") for match in ROLL.finditer(text)] if roll else []
    plain = not sentence.heading and text.endswith(".")  # `By Friday the council will …` is no credit
    spans += [m.span() for m in _CREDIT.finditer(text) if m.start() > 0 or m.group()[0] != "B" or not plain]
    return outside(words, spans)


class _Series:
    """Names in a row that share what the first of them, or the roll, tells: `Senators Ruiz, Lee and Okoro`."""

    def __init__(self, text: str, *, roll: bool) -> None:
        self._text, self._roll = text, roll
        self._title: str | None = None
        self._end = 0

    def read(self, mention: Mention) -> Mention:
        """The mention with what the series tells of it."""
        title, end, self._end = self._title, self._end, mention.end
        if title and _OF_PLACE.fullmatch(self._text, end, mention.start):
            return mention  # `Hastings of Florida, and McGovern`
        joined = title if title and _LISTED.fullmatch(self._text, end, mention.start) else None
        named = " " in mention.name
        if mention.kind is None and not mention.office and (joined or (self._roll and named)):
            mention = replace(mention, kind="person", role=joined)
        if not joined:
            self._title = _plural_title(self._text, mention)
        return replace(mention, full_start=mention.start) if self._title else mention


def _is_common(mention: Mention, lower: set[str]) -> bool:
    """Whether a single capitalised word is a common noun that the document also has in lower case."""
    word = mention.name.casefold()
    return mention.kind is None and not mention.office and word != "government" and is_ordinary(word) and word in lower


def _plural_title(text: str, mention: Mention) -> str | None:
    """`Senators Ruiz, Lee and Okoro`: the title that holds for the names that follow."""
    title = text[mention.full_start : mention.start].split()
    return mention.role if title and title[0].endswith("s") and title[0][:-1] == mention.role else None


def _moved(mention: Mention, offset: int, *, opening: bool) -> Mention:
    return replace(
        mention,
        start=mention.start + offset,
        end=mention.end + offset,
        full_start=mention.full_start + offset,
        opening=opening,
    )


def _in_row(text: str, line: int, before: str, run: Sequence[Word]) -> bool:
    """Whether a body stands in a row behind a person: `Ann Lee, Hale Trust (Chair)`, `Mr Bo Ek – Hale Fund`."""
    if not before or before[-1] not in ",–—-|" or run[0].among(TITLE_HEADS):
        return False
    first = _CELL.split(text[line : line + 80], maxsplit=1)[0].strip(" \t•*-")
    return _ROW.match(text, line) is not None or (is_personal(first) and not first.isupper())


def _in_headline(text: str, run: list[Word]) -> bool:
    """Whether a run in a headline is a name all the same: a state's, a company's, or a body's that fills its line."""
    if state_by_name(cut(text, run)):
        return True
    if any(token.among(LEGAL_FORMS) for token in run[1:]) or any(token.among(HONORIFICS) for token in run[:-1]):
        return True
    start, end = run[0].start, run[-1].end
    line = text.rfind("\n", 0, start) + 1
    rest = text[end : end + 4]
    if rest and not (rest[0] in "\n,:.\r" or rest.startswith(("   ", " (")) or _SEAT.match(text, end)):
        return False
    governs = any(word.text.casefold() in {"of", "on", "for"} for word in run)
    if is_body(run[:1]) and run[0].upper and not governs and len(run) > 2:
        return False  # COUNCIL BACKS POLICE UNION
    before = text[max(line, start - 40) : start].rstrip()
    starts = (
        not before
        or _in_row(text, line, before, run)
        or before.casefold().endswith(("the", "before", "of", "to", "by"))
        or text[max(0, start - 3) : start] == "   "
    )
    row = _in_row(text, line, before, run) and is_body(run)
    if not row and all(is_ordinary(word.text) for word in run if word.text.casefold() not in JOINERS):
        return False  # SHOPS AND SUPPLIERS
    named = is_body(run) or head_of(run).among(POLITIES | PLACED)
    return len(run) > 1 and named and starts and not _NUMBERED.match(text, line, start)
