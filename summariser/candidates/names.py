"""Proper names in a document, with what their words and neighbours tell of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.layout import ROLL, find_case_parties, find_signatures, labelled_persons
from summariser.candidates.lexicon import (
    FUNCTION_WORDS,
    HONORIFICS,
    JOINERS,
    LEGAL_FORMS,
    MONTHS_AND_DAYS,
    NAMED_MONTHS,
    ORGANISATION_WORDS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from summariser.candidates.mentions import KindHint, Mention
from summariser.candidates.ordinary import NO_BODIES, UNITS, is_ordinary
from summariser.candidates.runs import Alone, count_alone, find_runs, is_body
from summariser.candidates.states import state_by_adjective, state_by_name
from summariser.candidates.titles import read_run
from summariser.candidates.capitals import Word, cut, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document, Sentence

__all__ = ["KindHint", "Mention", "dateline_end", "find_mentions", "is_headline"]

_HEAD = 6  # sentences, headline and byline included, among which a dateline can stand
_CREDIT = re.compile(
    r"(?:^By\s+(?=[A-Z])|^(?:Reach|E-?mail|Follow)\s|\(?\b(?:Additional\s+)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Pp]hotos?|"
    r"[Pp]hotographs?|[Ii]llustrations?|[Gg]raphics)\s+by\b)[^\n)]*\)?"
)
_STAFF = re.compile(
    r"^[^\n,;:.]{3,50},\s+(?:staff\s+writer|(?:\w+\s)?(?:reporter|correspondent)|special\s+to|contributor)\b", re.IGNORECASE
)
_DATELINE = re.compile(
    r"^[A-Z][^\n—–:]{1,40}?(?:,?\s+(?:\w+\s+\d{1,2}|\d{1,2}\s+\w+)(?:,?\s+\d{4})?)?\s*(?:\([A-Z][^()\n]{1,30}\)\s*[-—–:]?|[—–]|\s-{1,2}\s|:\s)"
)
_OPENERS = "“\"‘'(•-–—[|"
_AFTER_IN = re.compile(r"\b(?:in|by|since|until|till|from|of|last|next|this|on|before|after|early|late|mid|and)[\s-]+$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.)]\s")
_LISTED = re.compile(r",?\s+and\s+|,\s+")
_MOSTLY = 0.6
_NO_NAMES = (NO_BODIES | UNITS) - {"CEO", "CFO", "COO"}


def find_mentions(document: Document) -> list[Mention]:
    """Find the proper names of a document in order; bylines, credits, datelines and headlines are left out."""
    lower = {match.group() for match in re.finditer(r"\b[^\W\d_]{3,}\b", document.text) if match.group().islower()}
    labels = labelled_persons(document)
    alone: Alone = Alone()
    prepared = [(sentence, words_of(sentence.text, dateline_end(sentence))) for sentence in document.sentences]
    for sentence, tokens in prepared:
        count_alone(sentence.text, tokens, alone)
    found: dict[int, Mention] = {}
    for sentence, tokens in prepared:
        if _STAFF.match(sentence.text):
            continue
        for mention in _of_sentence(sentence, tokens, lower, alone):
            if mention.kind is None and mention.name.casefold() in labels:
                mention = replace(mention, kind="person")  # noqa: PLW2901 - the label tells the kind
            found.setdefault(mention.start, mention)
    return _with_layout(document, found)


def _with_layout(document: Document, found: dict[int, Mention]) -> list[Mention]:
    """Names the layout tells of take the place of what lies under them."""
    told = [*find_signatures(document), *(mention for mention, _ in find_case_parties(document))]
    covered = sorted((m.full_start, m.end) for m in told)
    kept: list[Mention] = []
    at = 0
    for mention in sorted(found.values(), key=lambda m: m.start):
        while at < len(covered) and covered[at][1] <= mention.start:
            at += 1
        if at == len(covered) or mention.end <= covered[at][0]:
            kept.append(mention)
    return sorted([*kept, *{m.start: m for m in told}.values()], key=lambda m: m.start)


def dateline_end(sentence: Sentence) -> int:
    """Length of the dateline that a sentence at the head of a report begins with, or 0."""
    match = _DATELINE.match(sentence.text) if sentence.index < _HEAD else None
    if match is None or not _is_dateline(match.group()):
        return 0
    rest = sentence.text[match.end() :]
    return match.end() + len(rest) - len(rest.lstrip())


def _is_dateline(words: str) -> bool:
    first = words.split(",")[0].split("(")[0].split("—")[0].split("–")[0].strip(" :-")
    return len(first.split()) <= 4 and (first.isupper() or "(" in words or "—" in words or "–" in words)


def is_headline(sentence: Sentence, tokens: Sequence[Word]) -> bool:
    """Whether nearly every word begins with a capital, so that capitals prove nothing."""
    if sentence.text.upper() == sentence.text:
        return True
    if not sentence.heading or ROLL.match(sentence.text):
        return False
    return sum(token.text[0].isupper() for token in tokens) > _MOSTLY * len(tokens)


def _of_sentence(sentence: Sentence, tokens: list[Word], lower: set[str], alone: Alone) -> Iterator[Mention]:
    text = sentence.text
    if not tokens:
        return
    for credit in _CREDIT.finditer(text):
        if credit.start() > 0 or credit.group()[0] != "B" or sentence.heading or text[-1] != ".":
            tokens = [token for token in tokens if not credit.start() <= token.start < credit.end()]
    if not tokens:
        return
    headline = is_headline(sentence, tokens)
    roll = ROLL.match(text) is not None
    if roll:
        labels = [match.span("label") for match in ROLL.finditer(text)]
        tokens = [token for token in tokens if not any(start <= token.start < end for start, end in labels)]
    offset, listed = sentence.start, None
    first = next((token.start for token in tokens if not token.text[0].isdigit()), tokens[0].start)
    end = 0
    for run in find_runs(text, tokens, alone, lines=not (sentence.heading and not roll and "   " in text)):
        trimmed = _without_lead(run, text, set() if headline else lower, first=-1 if headline else first)
        if not trimmed or (headline and not _in_headline(text, trimmed)):
            continue
        opening = len(trimmed) == 1 and not headline and _opens(trimmed[0], text, first)
        for mention in read_run(text, trimmed):
            if (headline and mention.kind is None) or (" " not in mention.name and _is_common(mention, lower)):
                continue
            joined = listed if listed and _LISTED.fullmatch(text, end, mention.start) else None
            if mention.kind is None and not mention.office and (joined or (roll and len(mention.name.split()) > 1)):
                mention = replace(mention, kind="person", role=joined)  # noqa: PLW2901 - the list tells what it is
            listed = _plural_title(text, mention) if not joined else listed
            if listed:
                mention = replace(mention, full_start=mention.start)  # noqa: PLW2901 - the title is not its own
            end = mention.end
            yield _moved(mention, offset, opening=opening)


def _is_common(mention: Mention, lower: set[str]) -> bool:
    """Whether a single capitalised word is a common noun that the document also has in lower case."""
    word = mention.name.casefold()
    return mention.kind is None and not mention.office and is_ordinary(word) and word in lower


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


def _in_headline(text: str, run: list[Word]) -> bool:
    """Whether a run in a headline is a name all the same: a state's, a company's, or a body's that fills its line."""
    if state_by_name(cut(text, run)):
        return True
    if any(token.among(LEGAL_FORMS) for token in run[1:]) or any(token.among(HONORIFICS) for token in run[:-1]):
        return True
    start, end = run[0].start, run[-1].end
    line = text.rfind("\n", 0, start) + 1
    rest = text[end : end + 4]
    if rest and not (rest[0] in "\n,:.\r" or rest.startswith("   ")):
        return False
    if is_body(run[:1]) and run[0].upper and not any(t.text.casefold() in {"of", "on", "for"} for t in run) and len(run) > 2:
        return False  # COUNCIL BACKS POLICE UNION
    before = text[max(line, start - 40) : start].rstrip()
    starts = not before or before.casefold().endswith(("the", "before", "of", "to", "by")) or text[:start].endswith("   ")
    return len(run) > 1 and starts and not _NUMBERED.match(text[line:start])


def _opens(token: Word, text: str, first: int) -> bool:
    return token.start == first or text[max(0, token.start - 1)] in _OPENERS or text[max(0, token.start - 2) : token.start] in (": ", "] ", ". ", "? ", "! ", "| ")


def _without_lead(run: list[Word], text: str, lower: set[str], *, first: int) -> list[Word]:
    """Drop a capital that only begins the sentence, and stray function words, months and days at either end."""
    while run:
        token = run[0]
        word = token.text
        if token.plain in FUNCTION_WORDS or _is_date(token, text, run) or (len(run) > 1 and token.plain in _NO_NAMES):
            run = run[1:]
        elif _opens(token, text, first) and not token.upper and _ordinary_opening(run, lower):
            run = run[1:] if len(run) > 1 else []
        else:
            break
    return _without_tail(run, text)


def _without_tail(run: list[Word], text: str) -> list[Word]:
    while run:
        last = run[-1]
        stray = last.text.casefold() in JOINERS or last.plain in FUNCTION_WORDS or (len(run) > 1 and last.plain in _NO_NAMES)
        if not stray and not _is_date(last, text, run):
            break
        run = run[:-1]
    return run


def _is_date(token: Word, text: str, run: list[Word]) -> bool:
    word = token.plain
    if word not in MONTHS_AND_DAYS and not (token.upper and word.capitalize() in MONTHS_AND_DAYS):
        return False
    if word not in NAMED_MONTHS or len(run) == 1:
        return True
    after = text[token.end : token.end + 4]
    return any(c.isdigit() for c in after) or bool(_AFTER_IN.search(text[max(0, token.start - 8) : token.start]))


def _ordinary_opening(run: list[Word], lower: set[str]) -> bool:
    """Whether the first word of a run has its capital from the sentence only."""
    token = run[0]
    word = token.text.casefold()
    known = word in lower or (is_ordinary(token.text) and len(run) == 1)
    if len(run) == 1:
        inflected = any(form in lower for form in (word.removesuffix("s"), f"{word}s"))
        return known or (inflected and not token.among(TITLE_HEADS))
    if not known and not is_ordinary(token.text):
        return False
    named = token.among(TITLE_HEADS) or token.text.removesuffix("s") in TITLE_HEADS or token.among(TITLE_MODIFIERS) or token.among(HONORIFICS) or state_by_adjective(token.text)
    return not (named or token.among(ORGANISATION_WORDS) or run[1].among(ORGANISATION_WORDS) or run[1].text in {"of", "for", "&"} or run[1].text.isdigit())
