"""What a run of capitals loses at either end: words that only begin a sentence, months and days, units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.capitals import Word, cut
from summariser.candidates.given_names import GIVEN_NAMES
from summariser.candidates.kin import KIN
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
from summariser.candidates.ordinary import NO_BODIES, THINGS, UNITS, is_ordinary
from summariser.candidates.role_words import ROLE_WORDS
from summariser.candidates.runs import ends_in_two_forms
from summariser.candidates.states import state_by_adjective, state_by_name

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["opens", "trim"]

_OPENERS = "“\"‘'(•-–—[|"
_AFTER_STOP = frozenset({": ", "] ", ". ", "? ", "! ", "| "})
_AFTER_IN = re.compile(
    r"\b(?:in|by|since|until|till|from|of|last|next|this|on|before|after|early|late|mid|and)[\s-]+$", re.IGNORECASE
)
_BUSINESSES = frozenset(
    """insurer lender retailer operator brewer distiller automaker carmaker chipmaker drugmaker steelmaker shipbuilder
    housebuilder manufacturer wholesaler grocer broadcaster regulator supplier shipper""".split()
)
_PERSONS = frozenset(
    """qualifier champion teenager veteran rookie newcomer debutant debutante frontrunner nominee candidate hero
    survivor finalist semifinalist medallist medalist defector dissident refugee migrant patient suspect""".split()
)
_SURNAMES_TOO = frozenset(
    """baker brewer butcher butler carter cook cooper draper fisher forester gardener guard hunter judge mason miller
    painter piper porter potter ranger shepherd singer smith tailor taylor weaver whip prior canon parent master
    private steward marshal constable""".split()
)
# Letters behind the name of a person.
_LETTERS = frozenset("QC KC MBE OBE CBE KBE DBE JP FRS FRCS FRSE PhD DPhil Esq LLB LLM MBBS FCA RN".split())
_NO_NAMES = (NO_BODIES | UNITS) - {"CEO", "CFO", "COO"}


def opens(token: Word, text: str, first: int) -> bool:
    """Whether a word begins a sentence, a quotation, a bracket or a list item, so that its capital proves nothing."""
    return (
        token.start == first
        or text[max(0, token.start - 1)] in _OPENERS
        or text[max(0, token.start - 2) : token.start] in _AFTER_STOP
    )


def trim(
    run: list[Word], text: str, lower: set[str], *, first: int, inside: AbstractSet[str] = frozenset()
) -> list[Word]:
    """The run without a capital that only begins the sentence, and without stray words, months and days at either end.

    Args:
        run: The run.
        text: The sentence.
        lower: Words the document has in lower case.
        first: Where the first word of the sentence begins; -1 in a headline, where capitals prove nothing.
        inside: Words the document has with a capital inside of sentences.
    """
    while run:
        token = run[0]
        states = (cut(text, run[:size]) for size in (3, 2) if len(run) >= size and token.text != "The")
        if any(state_by_name(words) for words in states):
            break  # `New Zealand` begins the sentence
        named = (
            len(run) > 1
            and token.start > first >= 0
            and text[max(0, token.start - 4) : token.start].casefold() == "the "
        )
        if (
            (token.plain in FUNCTION_WORDS and not named)
            or _is_date(token, text, run)
            or (len(run) > 1 and token.plain in _NO_NAMES)
        ):
            run = run[1:]
        elif (
            opens(token, text, first)
            and not token.upper
            and (_describes(run) or (_ordinary_opening(run, lower) and not _known(run, lower, inside)))
        ):
            run = run[1:] if len(run) > 1 else []
        else:
            break
    return _without_tail(run, text)


def _without_tail(run: list[Word], text: str) -> list[Word]:
    while run:
        last = run[-1]
        stray = (
            (last.text.casefold() in JOINERS and not (len(run) > 1 and last.plain in LEGAL_FORMS))
            or (last.plain in FUNCTION_WORDS and not _surname(run))
            or (len(run) > 1 and last.plain in _NO_NAMES)
            or (len(run) > 2 and last.plain in _LETTERS)
        )
        if ends_in_two_forms(run) or (not stray and not _is_date(last, text, run)):
            break
        run = run[:-1]
    return run


def _surname(run: list[Word]) -> bool:
    """`Festus Too`: a word that stands for little is a surname behind a first name."""
    return len(run) == 2 and run[0].text in GIVEN_NAMES and not run[1].upper


def _is_date(token: Word, text: str, run: list[Word]) -> bool:
    word = token.plain
    if word not in MONTHS_AND_DAYS and not (token.upper and word.capitalize() in MONTHS_AND_DAYS):
        return False
    if word not in NAMED_MONTHS or len(run) == 1:
        return True
    after = text[token.end : token.end + 4]
    return any(c.isdigit() for c in after) or bool(_AFTER_IN.search(text[max(0, token.start - 8) : token.start]))


def _describes(run: list[Word]) -> bool:
    """`Choreographer Kadri Ilves`, `Wife Maria`, `Insurer Hale Mutual`: a noun for what the name behind it is."""
    noun, name = run[0].text.casefold(), run[1:]
    if not name or run[0].among(TITLE_HEADS | HONORIFICS) or name[0].text.casefold() in JOINERS:
        return False
    if noun in _BUSINESSES:
        return True
    if run[0].text in GIVEN_NAMES or any(word.among(ORGANISATION_WORDS) or word.text in THINGS for word in name):
        return False
    if noun in KIN:
        return True
    return noun in ROLE_WORDS | _PERSONS and (
        name[0].text in GIVEN_NAMES or (len(name) > 1 and noun not in _SURNAMES_TOO)
    )


def _known(run: list[Word], lower: set[str], inside: AbstractSet[str]) -> bool:
    """Whether the first word is a name elsewhere in the document and nothing else, or a state's by itself."""
    word = run[0].stripped().text
    return word.casefold() not in lower and (word in inside or (len(run) == 1 and state_by_name(word) is not None))


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
    named = (
        token.among(TITLE_HEADS)
        or token.text.removesuffix("s") in TITLE_HEADS
        or token.among(TITLE_MODIFIERS)
        or token.among(HONORIFICS)
        or state_by_adjective(token.text)
    )
    return not (
        named
        or token.among(ORGANISATION_WORDS)
        or run[1].among(ORGANISATION_WORDS)
        or run[1].text in {"of", "for", "&"}
        or run[1].text.isdigit()
    )
