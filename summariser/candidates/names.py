"""Proper names in a document, with what their words and neighbours tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summariser.candidates.lexicon import (
    FUNCTION_WORDS,
    HONORIFICS,
    JOINERS,
    MONTHS_AND_DAYS,
    ORGANISATION_WORDS,
    PARTICLES,
    TITLE_WORDS,
)
from summariser.candidates.states import state_by_adjective, state_by_name
from summariser.documents import Document, Sentence

__all__ = ["KindHint", "Mention", "dateline_end", "find_mentions"]

_HEAD = 6  # sentences, headline and byline included, among which a dateline can stand

KindHint = Literal["person", "state", "organisation", "group"]

_TOKEN = re.compile(r"[^\W_]+(?:[-'’ʻ&+/][^\W_]+)*(?:\.(?=[^\W_]\.)[^\W_])*\.?", re.UNICODE)
_ABBREVIATED = re.compile(r"^(?:[^\W\d_]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Prof|Gen|Col|Rev|Hon|Inc|Ltd|Co|Corp|No)\.$")
_BYLINE = re.compile(r"^By\s+[A-Z][^\n.]{2,80}$")
_DATELINE = re.compile(
    r"^[A-Z][^\n—–:]{1,40}?(?:,?\s+(?:\w+\s+\d{1,2}|\d{1,2}\s+\w+)(?:,?\s+\d{4})?)?\s*(?:\([A-Z][^()\n]{1,30}\)\s*[-—–:]?|[—–]|\s-\s|:\s)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a proper name.

    Attributes:
        start: First character of the name, titles left out.
        end: One past the last.
        text: The characters between.
        kind: What its words show it to be, or None.
        role: Title or function beside it, in the document's words.
        honorific: "Mr.", "Dame", where one stands before it.
        state: Name of the state whose adjective stands in its role ("Uzbek First Deputy Minister").
        full_start: Where the title before the name begins (start, where there is none).
    """

    start: int
    end: int
    text: str
    kind: KindHint | None = None
    role: str | None = None
    honorific: str | None = None
    state: str | None = None
    full_start: int = -1


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (self.text[0].isdigit() and "+" in self.text)


def find_mentions(document: Document) -> list[Mention]:
    """Find the proper names of a document's sentences in order; bylines and datelines are left out."""
    lower = {match.group() for match in re.finditer(r"\b[^\W\d_]{3,}\b", document.text) if match.group().islower()}
    mentions: list[Mention] = []
    for sentence in document.sentences:
        if _BYLINE.match(sentence.text):
            continue
        mentions.extend(_of_sentence(sentence, dateline_end(sentence), lower))
    return mentions


def dateline_end(sentence: Sentence) -> int:
    """Length of the dateline that a sentence at the head of a report begins with, or 0."""
    match = _DATELINE.match(sentence.text) if sentence.index < _HEAD else None
    if match is None or not _is_dateline(match.group()):
        return 0
    rest = sentence.text[match.end() :]
    return match.end() + len(rest) - len(rest.lstrip())


def _is_dateline(words: str) -> bool:
    first = words.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].split("—", maxsplit=1)[0].split("–", maxsplit=1)[0].strip(" :-")
    return len(first.split()) <= 4 and (first.isupper() or "(" in words or "—" in words or "–" in words)


def _of_sentence(sentence: Sentence, skip: int, lower: set[str]) -> Iterator[Mention]:
    text = sentence.text
    tokens = [_Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, skip)]
    shouting = text.upper() == text and len(tokens) > 5
    title_case = sentence.heading and sum(t.capital for t in tokens) > 0.6 * len(tokens)
    for run in _runs(text, tokens):
        run = _without_lead(run, text, lower, first=tokens[0].start)  # noqa: PLW2901 - the run, trimmed
        if not run:
            continue
        if (shouting or title_case) and not state_by_name(_cut(text, run)):
            continue  # a headline capitalises everything: it is no evidence of a name
        yield from _split_run(sentence, text, run)


def _cut(text: str, run: Sequence[_Token]) -> str:
    return text[run[0].start : run[-1].end]


def _runs(text: str, tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Maximal runs of capitalised words, joined over particles and, in names of bodies, over `of`, `for`, `and`."""
    run: list[_Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if run and not _adjacent(text, run[-1], token):
            yield run
            run = []
        if token.capital:
            stripped = _strip_token(token)
            run.append(stripped)
            if stripped.end != token.end and not token.text.endswith("."):  # a possessive ends the name
                yield run
                run = []
        elif run:
            joined = _join(text, run, tokens, i)
            if joined:
                run.extend(tokens[i : i + joined])
                i += joined
                continue
            yield run
            run = []
        i += 1
    if run:
        yield run


def _adjacent(text: str, left: _Token, right: _Token) -> bool:
    gap = text[left.end : right.start]
    return gap.isspace() and gap.count("\n") <= 1


def _join(text: str, run: Sequence[_Token], tokens: Sequence[_Token], i: int) -> int:
    """How many lower-case words from tokens[i] on join the run to the capitalised word after them."""
    word = tokens[i].text.lower()
    ahead = i + 1
    if ahead < len(tokens) and tokens[ahead].text.lower() in {"the", "la", "las", "los"}:
        ahead += 1
    if ahead >= len(tokens) or not tokens[ahead].capital:
        return 0
    if any(not _adjacent(text, tokens[k], tokens[k + 1]) for k in range(i, ahead)):
        return 0
    if word in PARTICLES:
        return ahead - i
    body = any(token.text.rstrip(".") in ORGANISATION_WORDS for token in run)
    if word in {"of", "for", "on"} and (body or run[-1].text in TITLE_WORDS):
        return ahead - i
    if word == "in" and run[-1].text == "Embassy":
        return ahead - i
    if word in {"to"} and run[-1].text in TITLE_WORDS:
        return ahead - i
    if word in {"and", "&"}:
        inside = body and any(token.text.lower() in JOINERS for token in run)
        follows = tokens[ahead].text
        if inside and not state_by_name(follows) and follows not in TITLE_WORDS and follows.rstrip(".") not in HONORIFICS:
            return ahead - i
    return 0


def _strip_token(token: _Token) -> _Token:
    text = token.text
    for suffix in ("'s", "’s"):
        if text.endswith(suffix):
            return _Token(token.start, token.end - 2, text[:-2])
    if text.endswith(".") and not _ABBREVIATED.search(text):
        return _Token(token.start, token.end - 1, text[:-1])
    return token


def _without_lead(run: list[_Token], text: str, lower: set[str], *, first: int) -> list[_Token]:
    """Drop a capital that only begins the sentence, and stray function words, months and days at either end."""
    while run:
        word = run[0].text
        begins = run[0].start == first or text[max(0, run[0].start - 1)] in "“\"‘'(•-–—"
        if word in FUNCTION_WORDS or word.rstrip(".") in MONTHS_AND_DAYS:
            run = run[1:]
        elif begins and len(run) == 1 and word.lower() in lower and not word.isupper():
            return []
        elif begins and len(run) > 1 and word.lower() in lower and run[1].text not in ORGANISATION_WORDS and not (
            word in TITLE_WORDS or word.rstrip(".") in HONORIFICS or word in ORGANISATION_WORDS
        ):
            run = run[1:]
        else:
            break
    while run and (run[-1].text.rstrip(".") in MONTHS_AND_DAYS or run[-1].text.lower() in JOINERS or run[-1].text in FUNCTION_WORDS):
        run = run[:-1]
    return [] if len(run) == 1 and (len(run[0].text) == 1 or run[0].text in TITLE_WORDS) else run


def _split_run(sentence: Sentence, text: str, run: Sequence[_Token]) -> Iterator[Mention]:
    """Cut a run into title and name: `US Ambassador to Uzbekistan Jonathan Henick`."""
    honorific = None
    begin = 0
    role_end = 0
    for i, token in enumerate(run):
        if token.text.rstrip(".") in HONORIFICS:
            honorific, begin = token.text, i + 1
        elif token.text in TITLE_WORDS:
            role_end = begin = i + 1
    body_words = [token.text.rstrip(".") in ORGANISATION_WORDS for token in run]
    if role_end and role_end < len(run) and run[role_end].text.lower() in {"of", "for", "to"}:
        begin = _after_of(run, role_end)
        role_end = begin
    if any(body_words[begin:]) and not honorific:
        # the office of a person inside a body's name ("Office of the President") is no person
        whole = run if not role_end else run[begin:]
        yield from _plain(sentence, text, whole or run)
        return
    name = list(run[begin:])
    if not role_end and not honorific:
        yield from _plain(sentence, text, run)
        return
    role = text[run[0].start : run[role_end - 1].end] if role_end else None
    state = next((s.name for t in run[:role_end] if (s := state_by_adjective(t.text))), None)
    if name:
        yield _mention(sentence, text, name, kind="person", role=role, honorific=honorific, state=state, full=run[0].start)
    for i, token in enumerate(run[:begin]):
        if state_by_name(token.text) and i > 0:
            yield _mention(sentence, text, [token], kind="state")


def _after_of(run: Sequence[_Token], at: int) -> int:
    """Where the person's name begins after `Minister of …`: behind a state's name, or nowhere."""
    i = at + 1
    if i < len(run) and run[i].text.lower() == "the":
        i += 1
    for length in (4, 3, 2, 1):
        if i + length <= len(run) and state_by_name(" ".join(token.text for token in run[i : i + length])):
            return i + length
    return max(i + 1, len(run) - 2) if len(run) - i >= 3 else len(run)


def _plain(sentence: Sentence, text: str, run: Sequence[_Token]) -> Iterator[Mention]:
    words = [token.text for token in run]
    if state_by_name(_cut(text, run)):
        yield _mention(sentence, text, run, kind="state")
        return
    lead = state_by_adjective(words[0]) if len(run) > 1 else None
    if any(word.rstrip(".") in ORGANISATION_WORDS for word in words):
        yield _mention(sentence, text, run, kind="organisation", state=lead.name if lead else None)
    elif len(run) == 1 and state_by_adjective(words[0]):
        return  # a nationality names nobody
    else:
        acronym = len(run) == 1 and len(words[0]) >= 3 and words[0].isupper() and words[0].isalpha()
        yield _mention(sentence, text, run, kind="organisation" if acronym else None, state=lead.name if lead else None)


def _mention(
    sentence: Sentence,
    text: str,
    run: Sequence[_Token],
    *,
    kind: KindHint | None = None,
    role: str | None = None,
    honorific: str | None = None,
    state: str | None = None,
    full: int | None = None,
) -> Mention:
    start, end = run[0].start, run[-1].end
    full_start = start if full is None else full
    offset = sentence.start
    return Mention(offset + start, offset + end, text[start:end], kind, role, honorific, state, offset + full_start)
