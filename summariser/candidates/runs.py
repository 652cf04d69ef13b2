"""Runs of capitalised words that make one name: `Hale & Sons Ltd`, `Ruiz Mining, Inc.`, `Oil and Gas Authority`."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.candidates.capitals import Word, adjacent, cut
from summariser.candidates.interrupted_names import around_nickname, in_firm
from summariser.candidates.lexicon import (
    HONORIFICS,
    JOINERS,
    LEGAL_FORMS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACED,
    POLITIES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from summariser.candidates.ordinary import THINGS
from summariser.candidates.states import state_by_adjective, state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Alone", "count_alone", "ends_in_two_forms", "find_runs", "head_of", "is_body"]

Alone = Counter[str]  # how often each run stands by itself in a document, not beside an "and"

_PLURAL_OWNER = re.compile(r"['’]\s+")
_OWNERS = re.compile(
    r"(?:m[ea]n|people|children|king|queen|women|mother|father|soldier|farmer|worker)['’][sS]$", re.IGNORECASE
)
_SAINTS = frozenset({"St", "Saint", "ST", "SAINT"})
_COMMA = re.compile(r",\s+")
_OPENING = re.compile(r"\s\(")
_FORM_BEHIND = re.compile(r"\)\s(?:Private\s|Pvt\.?\s|Pty\.?\s)?(?:" + "|".join(sorted(LEGAL_FORMS)) + r")\b")
_TITLE_BEHIND = re.compile(
    r"(?:Mrs|Mr|Ms|Miss|Dr|Prof|Rtd|Barr|Engr|Chief|Alhaji|Hajia)\.?\)\s[A-Z]"
)  # `Dr (Mrs) Ada Obi`
_PLACE_AND_DAY = re.compile(
    r"[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){0,2},[ ]+(?:\d{1,2}\b|[A-Z][a-z]+day\b|[A-Z][a-z]+[ ]\d)"
)
_OF = frozenset({"of", "for", "on", "to", "in"})
_QUALIFIERS = frozenset(  # kinds of bodies that more often say what a thing is about
    "Energy Water Power Media Press News Service Services House Works Steel Capital Insurance Party Group Community "
    "District Office Board Police Church Quarterly Exchange Circle Construction Engineering Marketing Library Gallery "
    "Theatre Theater Opera Ballet Television Radio Rescue Express Bus Buses Hotels Homes Mining Shipping Software "
    "Electronics Automotive Healthcare Fisheries Farms Chemicals Textiles Packaging Aviation Aerospace Securities "
    "Investments Financial Mutual Assurance Telecom Telecoms Telecommunications Broadcasting Travel Tours Ferries "
    "Nursery Choir Bakery Brewery Catering Cleaning Properties Utilities Diagnostics Athletic".split()
)
_PARTLY = frozenset({"pty", "pvt", "private", "proprietary"})
_NUMBERED = frozenset("Local Lodge Branch Chapter Division Unit Post Channel Radio".split())
_TAKE_OF = ORGANISATION_WORDS | POLITIES | THINGS | PLACED
_LONGEST_BESIDE_AND = 5
_DEPARTMENTS = frozenset("Department Ministry Minister Secretary Committee Commission Commissioner Office".split())
_SENT = frozenset("Ambassador Envoy Embassy Delegation Mission Consul".split())
_SECOND_FORM = re.compile(r"\.?\s+de\s+(?:C\.?\s?V|R\.?\s?L)\b")  # `S.A. de C.V.`
_LOOKAHEAD = 8  # words
_LONGEST = 16  # words of one name


def is_body(tokens: Sequence[Word]) -> bool:
    """Whether the words name a body: the last, the first or the one before `of` tells its kind."""
    if not tokens:
        return False
    head = head_of(tokens)
    first = tokens[0].among(ORGANISATION_WORDS) and not tokens[0].among(_QUALIFIERS)
    return first or ends_in_two_forms(tokens) or head.among(ORGANISATION_WORDS) or tokens[-1].among(ORGANISATION_WORDS)


def ends_in_two_forms(tokens: Sequence[Word]) -> bool:
    """`Cobre Lindo, S.A. de C.V.`: the second form is none by itself."""
    return len(tokens) > 2 and tokens[-2].text == "de" and tokens[-3].among(LEGAL_FORMS)


def head_of(tokens: Sequence[Word]) -> Word:
    """The noun that tells what a name is the name of: before the first `of`, else the last."""
    for i, token in enumerate(tokens):
        if i and token.text.casefold() in _OF:
            return tokens[i - 1]
    return tokens[-1]


def find_runs(
    text: str, tokens: Sequence[Word], alone: Alone | None = None, *, lines: bool = True
) -> Iterator[list[Word]]:
    """Maximal runs of capitalised words, joined over what joins the words of one name.

    Args:
        text: The sentence.
        tokens: Its words.
        alone: How often each run stands by itself in the document; without it `and` joins no two names.
        lines: Whether a name may go on in the next line.
    """
    run: list[Word] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if run and (len(run) > _LONGEST or not _continues(text, run, tokens[i : i + _LOOKAHEAD], lines=lines)):
            yield run
            run = []
        if token.capital or (run and token.plain in LEGAL_FORMS):
            owner = token.ends_name and _owner_in_name(token, tokens, i)
            run.append(token if owner else token.stripped())
            if token.ends_name and not owner:
                yield run
                run = []
        elif run:
            joined = _join(text, run, tokens, i, alone)
            if joined:
                run.extend(tokens[i : i + joined])
                i += joined
                continue
            yield run
            run = []
        i += 1
    if run:
        yield run


def _in_list(text: str, run: Sequence[Word], following: Sequence[Word]) -> bool:
    """`Department for Business, Enterprise and Reform`: the comma stands inside the name of the department."""
    head = head_of(run)
    listing = head is not run[-1] and head.among(_DEPARTMENTS)
    i = 0
    while listing and i < len(following):
        word = following[i]
        if word.text.casefold() in {"and", "&"}:
            return i > 0 and i + 1 < len(following) and _topic(following[i + 1], head)
        if not _topic(word, head) or (
            i
            and not _COMMA.fullmatch(text[following[i - 1].end : word.start])
            and not adjacent(text, following[i - 1], word)
        ):
            return False
        i += 1
    return False


def _topic(word: Word, head: Word) -> bool:
    return (
        word.capital
        and word.upper == head.upper
        and not word.among(ORGANISATION_WORDS - _QUALIFIERS)
        and not state_by_name(word.text)
    )


def _continues(text: str, run: Sequence[Word], following: Sequence[Word], *, lines: bool) -> bool:
    return _goes_on(text, run, following, lines=lines) or around_nickname(text, run, following)


def _goes_on(text: str, run: Sequence[Word], following: Sequence[Word], *, lines: bool) -> bool:
    last, token = run[-1], following[0]
    after = following[1] if len(following) > 1 else None
    gap = text[last.end : token.start]
    if adjacent(text, last, token, lines=lines):
        return not _enumerator(text, last) and not ("\n" in gap and _PLACE_AND_DAY.match(text, token.start))
    if _COMMA.fullmatch(gap):
        return token.among(LEGAL_FORMS) or _in_list(text, run, following) or in_firm(text, run, following)
    if _PLURAL_OWNER.fullmatch(gap):
        return last.text.casefold().endswith("s") and token.capital
    if _OPENING.fullmatch(gap):
        return _in_brackets(text, token)
    if gap == ") " and last.among(HONORIFICS) and text[last.start - 1] == "(":
        return token.capital
    named = last.text.casefold() in _PARTLY or (token.plain in LEGAL_FORMS and text[last.start - 1] == "(")
    return gap == ") " and named and (after is None or token.capital)


def _in_brackets(text: str, token: Word) -> bool:
    """`Hale (Pty) Ltd`, `Hale Quarries (NI) Ltd`: a bracket inside the name of a company."""
    if token.capital and (_FORM_BEHIND.match(text, token.end) or _TITLE_BEHIND.match(text, token.start)):
        return True
    return token.text.casefold() in _PARTLY and text[token.end : token.end + 1] == ")"


def _enumerator(text: str, token: Word) -> bool:
    """`B.  The parties …`: a letter that numbers a paragraph."""
    line = text[max(0, token.start - 1) : token.start]
    return (
        len(token.text) == 2 and token.text[1] == "." and line in ("", "\n") and text[token.end : token.end + 2] == "  "
    )


def _owner_in_name(token: Word, tokens: Sequence[Word], i: int) -> bool:
    """`People’s Republic`, `Children's Hospice`: the owner belongs to the name."""
    saint = i > 0 and tokens[i - 1].plain in _SAINTS  # `St Mark's Church`
    return (saint or bool(_OWNERS.search(token.text))) and i + 1 < len(tokens) and tokens[i + 1].capital


def _join(text: str, run: Sequence[Word], tokens: Sequence[Word], i: int, alone: Alone | None) -> int:
    """How many words from tokens[i] on join the run to the capitalised word after them, or 0."""
    word = tokens[i].text.casefold()
    if run[-1].among(LEGAL_FORMS):
        return 2 if _SECOND_FORM.match(text, run[-1].end) else 0
    if run[-1].plain in _NUMBERED and word.isdigit():
        return 1
    article = i + 1 < len(tokens) and tokens[i + 1].text in {"the", "la", "las", "los"}
    ahead = i + 1 + article
    if ahead >= len(tokens) or not tokens[ahead].capital:
        return 0
    if any(not adjacent(text, tokens[k], tokens[k + 1]) for k in range(i, ahead)):
        return 0
    joins = (
        word in PARTICLES
        or (word in {"of", "for", "on"} and _governs(run, tokens[ahead], article=article))
        or (word in {"to", "in"} and run[-1].text in _SENT)
        or (word == "&" and not article)
        or (word == "and" and _joins_two(text, run, tokens, ahead, alone, article=article))
    )
    return ahead - i if joins else 0


def _governs(run: Sequence[Word], following: Word, *, article: bool) -> bool:
    """Whether `of` goes on the name: behind a kind of body, thing or office, not before the initials of a state."""
    if article and following.upper and state_by_name(following.stripped().text):
        return False  # "the Department of Trade of the US"
    last = run[-1]
    return (
        any(token.among(_TAKE_OF) for token in run)
        or last.among(TITLE_HEADS)
        or _plural_title(last)
        or last.text.isdigit()
    )


def _plural_title(token: Word) -> bool:
    return token.text.endswith("s") and token.text[:-1] in TITLE_HEADS


def _possessive_before(text: str, run: Sequence[Word]) -> bool:
    return text[max(0, run[0].start - 3) : run[0].start] in ("'s ", "’s ")


def _joins_two(
    text: str, run: Sequence[Word], tokens: Sequence[Word], ahead: int, alone: Alone | None, *, article: bool
) -> bool:
    """Whether `and` stands inside one name (`Ministry of Health and Sport`, `the Grain and Feed Trade Association`)."""
    right = _right_side(text, tokens, ahead)
    first = tokens[ahead]
    begins_other = bool(
        state_by_name(cut(text, right)) or first.among(TITLE_HEADS) or first.among(HONORIFICS) or _plural_title(first)
    )
    if begins_other or any(token.among(TITLE_HEADS) for token in right):
        return run[-1].among(TITLE_MODIFIERS) and first.among(TITLE_MODIFIERS) and not begins_other and not is_body(run)
    if any(token.among(TITLE_HEADS) for token in run[:-1]) and not _title_only(run):
        return False
    known = alone is not None and (alone[_key(text, right)] > 0 or alone[_key(text, list(run))] > 0)
    inside = any(token.text.casefold() in JOINERS and token.text != "&" for token in run)
    if is_body(run) or run[-1].among(TITLE_HEADS) or _opens_body(run):
        return inside and not known and not (is_body(right) and article)
    if alone is None or article or known or _possessive_before(text, run) or not right[-1].among(ORGANISATION_WORDS):
        return False
    alone_state = state_by_name(cut(text, list(run))) or (len(run) == 1 and state_by_adjective(run[0].text))
    left_state = alone_state or state_by_adjective(first.text)
    if left_state or len(run) > _LONGEST_BESIDE_AND or any(token.among(HONORIFICS) for token in run):
        return False
    before = text[max(0, run[0].start - 8) : run[0].start].split()
    return run[0].text == "The" or not before or before[-1].casefold() == "the"


def _opens_body(run: Sequence[Word]) -> bool:
    """`Summit of the Community of Andean …`: a kind of body before an `of` inside the run."""
    return any(left.among(ORGANISATION_WORDS) and right.text.casefold() == "of" for left, right in pairwise(run))


def _title_only(run: Sequence[Word]) -> bool:
    """Whether a run is an office with what it is for, and no person: `Minister of Trade`."""
    last = max(i for i, token in enumerate(run) if token.among(TITLE_HEADS))
    return last + 1 < len(run) and run[last + 1].text.casefold() in _OF


def _right_side(text: str, tokens: Sequence[Word], ahead: int) -> list[Word]:
    right: list[Word] = []
    for token in tokens[ahead:]:
        if not token.capital or (right and not adjacent(text, right[-1], token)):
            break
        right.append(token.stripped())
        if token.ends_name:
            break
    return right


def _key(text: str, run: list[Word]) -> str:
    return " ".join(cut(text, run).casefold().split())


def count_alone(text: str, tokens: Sequence[Word], alone: Alone) -> None:
    """Count the runs of a sentence that stand beside no `and`."""
    for run in find_runs(text, tokens):
        before = text[max(0, run[0].start - 5) : run[0].start].rstrip()
        after = text[run[-1].end : run[-1].end + 5].lstrip()
        if not before.casefold().endswith((" and", "\nand")) and not after.casefold().startswith("and"):
            alone[_key(text, run)] += 1
