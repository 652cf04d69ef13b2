"""What a document is the record of: a meeting, a hearing, an agreement, a speech, as its head names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summariser.candidates.irregular import IRREGULAR_PAST
from summariser.candidates.prose import is_prose
from summariser.documents.date_words import find_date_words
from summariser.documents.full_dates import FULL_DATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document, Sentence

__all__ = ["find_occasion", "main_event"]

_HEAD = 14  # sentences, headings included, among which the head lies
_OPENING = 12  # spoken sentences in which a chair says what is being done
_FIRST = 3  # sentences of the body, an event among which makes the document a report
_WIDE = 6  # sentences of the body among which the headline tells the main event
_UNDOING = 4  # sentences of distance that weigh as much as a shared word
_TITLES = 6  # sentences among which the headline lies
_STEM = 5  # letters
_FEWEST_SHARED = 2
_FAR = 4  # lines between the title and its date that still belong to both
_LONGEST = 250
_BARE = 60  # letters of a line that tells the day and little else
_RULE = " \t\r\n_=*"
_MARKS = ".,;:!?()[]\"'“”‘’"
_OCCASION = re.compile(
    r"\b(?:minutes|notes of|record of|transcript|hansard|proceedings|meeting|hearing|evidence|sitting|session|assembly|"
    r"convocation|congress|conference|inquest|inquiry|enquiry|trial|debate|agreement|contract|memorandum|deed|lease|"
    r"licen[cs]e|treaty|protocol|charter|covenant|order|judge?ment|ruling|decree|determination|award|notice|"
    r"resolution|declaration|communiqu[eé]|address|speech|remarks|lecture|sermon|eulogy|statement)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b(?:board|commission|committee|council|court|panel|tribunal)\b", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:minutes|transcript|hansard|proceedings|hearing|evidence|address|speech|remarks|lecture|sermon|eulogy|dated)\b"
    r"|\b(?:agreement|contract|deed|lease|licen[cs]e)\sis\s(?:made|entered)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\W*(?:for immediate|press|media|news|by\s(?-i:[A-Z])|unedited|uncorrected|unconfirmed\s+until|check against|"
    r"(?:\w+\s)?(?:present|attending|attendance)\b|apologies|witnesses|members\b|between\b|published|posted|updated|"
    r"printed|issued)|[\[(]",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:(?:this|today|tonight|it)(?:['’]s|\sis|\swas)|today|we(?:['’]re)?|welcome\sto|our|"
    r"the\s(?:sub)?(?:committee|board|council|panel|inquiry|commission|court))\b[^.?!]{0,80}?"
    r"\b(?:meeting|session|sitting|hearing|study|inquiry|enquiry|investigation|review|evidence|debate|consideration|"
    r"examination|testimony)\s(?:on|of|into|about|concerning|regarding|from|in)\b",
    re.IGNORECASE,
)
_ACTS = IRREGULAR_PAST - frozenset("said told read set cut put let cost bound found left felt ground".split())
_PAST = re.compile(r"\b(?:was|were|had|did|has|have)\b|(?<!be )\b[a-z]{2,}ed\b")
_FORMALITY = re.compile(
    r"\bminutes\b[^.]{0,200}\b(?:adopted|agreed|approved|confirmed|read|signed)\b|\bapologies\b", re.IGNORECASE
)
_POWER = re.compile(
    r"^(?:\d+[.)]\s+)?(?:\w+\s){1,4}(?:may|must|shall|should|can)\b"
)  # "Witnesses may suggest corrections"
_MET = re.compile(
    r"(?:\d+[.)]\s+)?(?:We|The|At)\b[^.]{0,400}"
    r"\b(?:met|meeting (?:in|at|on|under|for)|gathered|assembled|convened|attended)\b"
)

Spans = list[tuple[int, int]]


def main_event(sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence of the opening that tells most of what the headline tells, that tells an event, and stands early.

    That a sentence tells what was done and when counts as much as a word of the headline; four sentences undo it.
    """
    opening = _opening(sentences, _WIDE)
    headline = next((sentence for sentence in sentences[:_TITLES] if sentence.heading), None)
    head = _stems(headline.text) if headline else frozenset()

    def rank(number: int) -> float:
        shared = len(head & _stems(opening[number].text))
        return (shared if shared >= _FEWEST_SHARED else 0) + _is_event(opening[number].text) - number / _UNDOING

    return opening[max(range(len(opening)), key=rank)] if opening else None


def find_occasion(document: Document, quotations: Sequence[Quotation]) -> Spans | None:
    """Find what a document is the record of.

    A contract, an order or a notice is told by its head only where no sentence there tells an event.

    Args:
        document: The document.
        quotations: Its direct speech.

    Returns:
        The words that tell it, in order: the sentence by which a chair opens, or the lines of the head that name the
        body, the kind of record and the day. None where there are none.
    """
    sentences = document.sentences
    turns = [span for quotation in quotations if quotation.label for span in quotation.spans]
    first = turns[0][0] if turns else len(document.text)
    lines = [line for line in sentences[:_HEAD] if line.end <= first and not line.text.endswith(".")]
    headed = _headed(lines, spoken=bool(turns))
    kept = headed is not None and any(_KEPT.search(document.text, *span) for span in headed)
    if not kept and any(_is_event(sentence.text) for sentence in _opening(sentences) if sentence.end <= first):
        return None
    return _opened(document, turns) or headed


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell what a sentence is about."""
    words = (word.strip(_MARKS).lower().removesuffix("’s").removesuffix("'s") for word in text.split())
    return frozenset(word[:_STEM] for word in words if len(word) >= _STEM or (word[:1].isdigit() and len(word) > 1))


def _opening(sentences: Sequence[Sentence], most: int = _FIRST) -> list[Sentence]:
    """The first sentences of the body, up to the heading that follows them."""
    found: list[Sentence] = []
    for sentence in sentences:
        if is_prose(sentence) or (not sentence.heading and _MET.match(sentence.text)):
            found.append(sentence)
        if len(found) == most or (found and sentence.heading):
            break
    return found


def _is_event(text: str) -> bool:
    if _POWER.search(text) or _FORMALITY.search(text):
        return False
    low = {word.strip(_MARKS).lower() for word in text.split()}
    return bool(_MET.match(text) or ((_PAST.search(text) or not low.isdisjoint(_ACTS)) and find_date_words(text)))


def _opened(document: Document, turns: Spans) -> Spans | None:
    """The sentence in which whoever presides says what is being done."""
    if not turns:
        return None
    begun = bisect_left(document.sentences, turns[0][0], key=lambda sentence: sentence.end)
    for sentence in document.sentences[begun : begun + _OPENING]:
        if _OPENS.search(sentence.text):
            start = next((start for start, _ in turns if sentence.start < start < sentence.end), sentence.start)
            return [(start, sentence.end)]
    return None


def _headed(lines: Sequence[Sentence], *, spoken: bool) -> Spans | None:
    """The lines of a head that name the body, the kind of record and the day.

    Where somebody speaks in turns, the body before which that happens is enough.
    """
    titles = [i for i, line in enumerate(lines) if len(line.text) <= _LONGEST and not _NO_TITLE.match(line.text)]
    title = next((i for i in titles if _OCCASION.search(lines[i].text)), None)
    if title is None and spoken:
        title = next((i for i in titles if _BODY.search(lines[i].text)), None)
    days = [i for i in titles if FULL_DATE.search(lines[i].text)]
    if title is None or not days:
        return None
    days = [title] if title in days else [i for i in days if len(lines[i].text) <= _BARE] or days
    day = next((i for i in days if i >= title), days[-1])
    between = range(title, day + 1) if title <= day <= title + _FAR else (title, day)
    chosen = {*between, *titles[:1]} if titles[0] < title else {*between}
    return [(lines[i].start, lines[i].start + len(lines[i].text.rstrip(_RULE))) for i in sorted(chosen)]
