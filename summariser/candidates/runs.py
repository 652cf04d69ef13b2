"""Runs of capitalised words that make one name: `Grain and Feed Trade Association`, `Hale & Sons Ltd`, `Ruiz Mining, Inc.`"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import (
    HONORIFICS,
    JOINERS,
    LEGAL_FORMS,
    ORGANISATION_WORDS,
    PARTICLES,
    POLITIES,
    TITLE_HEADS,
)
from summariser.candidates.ordinary import THINGS
from summariser.candidates.states import state_by_adjective, state_by_name
from summariser.candidates.capitals import Word, adjacent, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Alone", "count_alone", "find_runs", "head_of", "is_body"]

Alone = Counter[str]  # how often each run stands by itself in a document, not beside an "and"

_PLURAL_OWNER = re.compile(r"['’]\s+")
_OWNERS = re.compile(r"(?:m[ea]n|people|children|king|queen|women|mother|father|soldier|farmer|worker)['’][sS]$", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_OPENING = re.compile(r"\s\(")
_OF = frozenset({"of", "for", "on", "to", "in"})
_QUALIFIERS = frozenset(  # kinds of bodies that more often say what a thing is about
    "Energy Water Power Media Press News Service Services House Works Steel Capital Insurance Party Group Community "
    "District Office Board Police Church Quarterly Exchange Circle Construction Engineering Marketing".split()
)
_PARTLY = frozenset({"pty", "pvt", "private", "proprietary"})
_NUMBERED = frozenset("Local Lodge Branch Chapter Division Unit Post Channel Radio".split())
_PLACED = frozenset({"Borough", "City", "Town", "County", "Province", "Municipality", "Port", "Parish", "Region"})
_TAKE_OF = ORGANISATION_WORDS | POLITIES | THINGS | _PLACED
_LONGEST_BESIDE_AND = 5
_LONGEST = 16  # words of one name


def is_body(tokens: Sequence[Word]) -> bool:
    """Whether the words name a body: the last, the first or the one before `of` tells its kind."""
    if not tokens:
        return False
    head = head_of(tokens)
    first = tokens[0].among(ORGANISATION_WORDS) and not tokens[0].among(_QUALIFIERS)
    return first or head.among(ORGANISATION_WORDS) or tokens[-1].among(ORGANISATION_WORDS)


def head_of(tokens: Sequence[Word]) -> Word:
    """The noun that tells what a name is the name of: before the first `of`, else the last."""
    for i, token in enumerate(tokens):
        if i and token.text.casefold() in _OF:
            return tokens[i - 1]
    return tokens[-1]


def find_runs(text: str, tokens: Sequence[Word], alone: Alone | None = None, *, lines: bool = True) -> Iterator[list[Word]]:
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
        if run and (len(run) > _LONGEST or not _goes_on(text, run, token, tokens[i + 1] if i + 1 < len(tokens) else None, lines=lines)):
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


def _goes_on(text: str, run: Sequence[Word], token: Word, after: Word | None, *, lines: bool) -> bool:
    last = run[-1]
    gap = text[last.end : token.start]
    if adjacent(text, last, token, lines=lines):
        return not _enumerator(text, last)
    if _COMMA.fullmatch(gap):
        return token.plain in LEGAL_FORMS or (token.upper and token.plain.capitalize() in LEGAL_FORMS)
    if _PLURAL_OWNER.fullmatch(gap):
        return last.text.casefold().endswith("s") and token.capital
    if _OPENING.fullmatch(gap):
        return token.text.casefold() in _PARTLY and text[token.end : token.end + 1] == ")"
    return gap == ") " and last.text.casefold() in _PARTLY and (after is None or token.capital)


def _enumerator(text: str, token: Word) -> bool:
    """`B.  The parties …`: a letter that numbers a paragraph."""
    line = text[max(0, token.start - 1) : token.start]
    return len(token.text) == 2 and token.text[1] == "." and line in ("", "\n") and text[token.end : token.end + 2] == "  "


def _owner_in_name(token: Word, tokens: Sequence[Word], i: int) -> bool:
    """`People’s Republic`, `Children's Hospice`: the owner belongs to the name."""
    return bool(_OWNERS.search(token.text)) and i + 1 < len(tokens) and tokens[i + 1].capital


def _join(text: str, run: Sequence[Word], tokens: Sequence[Word], i: int, alone: Alone | None) -> int:
    """How many words from tokens[i] on join the run to the capitalised word after them, or 0."""
    word = tokens[i].text.casefold()
    if run[-1].among(LEGAL_FORMS):
        return 0
    if run[-1].plain in _NUMBERED and word.isdigit():
        return 1
    article = i + 1 < len(tokens) and tokens[i + 1].text in {"the", "la", "las", "los"}
    ahead = i + 1 + article
    if ahead >= len(tokens) or not tokens[ahead].capital:
        return 0
    if any(not adjacent(text, tokens[k], tokens[k + 1]) for k in range(i, ahead)):
        return 0
    if word in PARTICLES:
        return ahead - i
    if word in {"of", "for", "on"}:
        governs = any(token.among(_TAKE_OF) for token in run) or run[-1].among(TITLE_HEADS)
        return ahead - i if governs or _plural_title(run[-1]) or run[-1].text.isdigit() else 0
    if word in {"to", "in"}:
        return ahead - i if run[-1].text in {"Ambassador", "Envoy", "Embassy", "Delegation", "Mission"} else 0
    if word == "&" and not article:
        return 1
    if word == "and" and not _possessive_before(text, run):
        return ahead - i if _joins_two(text, run, tokens, ahead, alone, article=article) else 0
    return 0


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
    if begins_other:
        return False
    known = alone is not None and (alone[_key(text, right)] > 0 or alone[_key(text, list(run))] > 0)
    inside = any(token.text.casefold() in JOINERS and token.text != "&" for token in run)
    if is_body(run) or run[-1].among(TITLE_HEADS):
        return inside and not known and not (is_body(right) and article)
    if alone is None or article or known or not right[-1].among(ORGANISATION_WORDS):
        return False
    left_state = state_by_name(cut(text, list(run))) or state_by_adjective(run[0].text) or state_by_adjective(first.text)
    if left_state or len(run) > _LONGEST_BESIDE_AND or any(token.among(HONORIFICS) for token in run):
        return False
    before = text[max(0, run[0].start - 8) : run[0].start].split()
    return run[0].text == "The" or not before or before[-1].casefold() == "the"


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
