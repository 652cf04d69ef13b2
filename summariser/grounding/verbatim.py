"""What claims to be verbatim is found in the source, or is not: exact, typographic only, or altered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from summariser.candidates.states import state_by_adjective
from summariser.grounding.characters import QUOTES
from summariser.grounding.claims import Claim, Hit, find, find_all
from summariser.grounding.difference import explain
from summariser.grounding.folding import DASH, JOINED_LEFT, JOINED_RIGHT
from summariser.grounding.index import WordIndex
from summariser.schemas.brief import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["LONGEST_GAP", "LONGEST_RANGE", "Located", "LocatedPieces", "SourceIndex", "Verdict", "occurs"]

Verdict = Literal["exact", "typographic", "altered"]

LONGEST_GAP: Final = 600
"""Characters of the source that may lie between two pieces of an interrupted quote."""

LONGEST_RANGE: Final = 2000
"""Characters of a passage named by its first and last words."""

_STITCHED: Final = "stitched: its pieces do not follow each other, or what is left out negates them"
_POSSESSIVE: Final = "'s"
_LONGEST_NAME: Final = 40  # words
_TYPOGRAPHY: Final = "differs in typography only"
_MOST_PIECES: Final = 20
_MOST_PLACES: Final = 300  # tried for the longest piece of a quote, or for the first words of a passage
_JOIN: Final = re.compile(r"[\[(]\s{0,3}(?:…|\.(?:\s?\.){2,5})\s{0,3}[\])]|…|\.(?:\s?\.){2,5}")
_SENTENCE_END: Final = re.compile(r"[.!?]+[\s\"'”’]")
_NEGATED: Final = re.compile(
    r"\b(?:not?|never|nor|neither|none|nobody|nothing|without|cannot|hardly|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|"
    r"reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Located:
    """Whether and where a claim stands in the source.

    Attributes:
        verdict: "exact": character for character; "typographic": the same but for quotation marks, dashes, white space,
            ligatures, accents composed or not, a hyphen at a line end, case of the first letter, a stop at the end;
            "altered": anything else.
        span: The passage, cut from the source; None where altered.
        reason: How it differs, in a few words; empty where exact.
    """

    verdict: Verdict
    span: Span | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LocatedPieces:
    """Whether and where the pieces of an interrupted quote stand in the source.

    Attributes:
        verdict: As in `Located`; the weakest of the pieces.
        spans: One for each piece, in order; empty where altered.
        reason: How it differs, in a few words; empty where exact.
    """

    verdict: Verdict
    spans: tuple[Span, ...]
    reason: str = ""


class SourceIndex:
    """A document's text, prepared once so that claims can be looked up in time linear in its length.

    Args:
        text: The document's text.

    Attributes:
        text: The same.
        words: Its words, for searches of other kinds.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = WordIndex(text)

    def locate(self, claim: str, *, within: tuple[int, int] | None = None, near: int | None = None) -> Located:
        """Find a claim in the source.

        White space and quotation marks around the claim are ignored. A claim that begins or ends inside a word or
        number of the source ("No" in "Notice", "$4" in "$4.5 million", "binding" in "non-binding") is not in it.

        Args:
            claim: Words said to be verbatim.
            within: First character, and one past the last, that may count; None for the whole text.
            near: Where several places fit equally well, the one that begins closest to this character is taken; None
                for the first.

        Returns:
            The verdict with the passage, or with the reason why there is none.
        """
        wanted = Claim(claim)
        low, high = self.words.window(within)
        hit = find(self.words, wanted, low, high, near)
        return self._located([hit], hit) if hit else Located("altered", None, self._why_not(wanted, low, high))

    def locate_pieces(self, claim: str, *, within: tuple[int, int] | None = None) -> LocatedPieces:
        """Find a quote that leaves something out ("We agree … to pay"), piece by piece.

        Each piece must follow the one before within `LONGEST_GAP` characters, and what is left out of their sentences
        must not hold a negation, unless it stands outside the quotation marks of the source.

        Args:
            claim: Words said to be verbatim, joined by "…", "..." or either in brackets.
            within: First character, and one past the last, that may count; None for the whole text.

        Returns:
            The verdict with one passage for each piece, or with the reason why there is none. A claim that joins
            nothing, or that stands in the source with its dots, gives one passage.
        """
        low, high = self.words.window(within)
        whole = find(self.words, Claim(claim), low, high)
        parts = [part for words in _JOIN.split(claim) if (part := Claim(words)).has_words]
        if whole or len(parts) < 2:
            located = self.locate(claim if whole or not parts else parts[0].text, within=within)
            return LocatedPieces(located.verdict, (located.span,) if located.span else (), located.reason)
        if len(parts) > _MOST_PIECES:
            return LocatedPieces("altered", (), "too many pieces")
        longest = max(range(len(parts)), key=lambda i: len(parts[i].text))
        for hit in find_all(self.words, parts[longest], low, high, most=_MOST_PLACES):
            before = self._chain(hit, parts[:longest][::-1], low, high, step=-1)
            after = before and self._chain(hit, parts[longest + 1 :], low, high, step=1)
            if before and after:
                chain = [*before[:0:-1], *after]
                verdict, reason = _weakest(chain)
                return LocatedPieces(verdict, tuple(self._cut(hit.start, hit.end) for hit in chain), reason)
        for number, part in enumerate(parts, start=1):
            if find(self.words, part, low, high) is None:
                return LocatedPieces("altered", (), f"piece {number}: {self._why_not(part, low, high)}")
        return LocatedPieces(
            "altered", (), "stitched: its pieces do not follow each other, or what is left out negates them"
        )

    def locate_range(self, first: str, last: str, *, within: tuple[int, int] | None = None) -> Located:
        """Cut the passage that begins with some words and ends with others.

        Args:
            first: First words of the passage.
            last: Its last words; they may overlap the first ones or be the same.
            within: First character, and one past the last, that may count; None for the whole text.

        Returns:
            The first passage of at most `LONGEST_RANGE` characters that fits, as short as its last words allow; the
            verdict is the weaker of the two pointers'.
        """
        low, high = self.words.window(within)
        begins, ends = Claim(first), Claim(last)
        begin = end = None
        for hit in find_all(self.words, begins, low, high, most=_MOST_PLACES):
            if end is None:
                begin, end = hit, self._end_after(hit, ends, high)
            elif hit.start <= end.start and hit.end <= end.end:
                begin = hit  # the same last words are nearer to these first words
            else:
                break
        if begin is not None and end is not None:
            return self._located([begin, end], Hit(begin.start, end.end, exact=True))
        for name, wanted in (("first", begins), ("last", ends)):
            if find(self.words, wanted, low, high) is None:
                return Located("altered", None, f"{name} words: {self._why_not(wanted, low, high)}")
        return Located("altered", None, f"the last words do not follow the first within {LONGEST_RANGE} characters")

    def _end_after(self, begin: Hit, ends: Claim, high: int) -> Hit | None:
        low, stop = self.words.window((begin.start, begin.start + LONGEST_RANGE))
        hits = find_all(self.words, ends, low, min(stop, high), most=LONGEST_RANGE)
        return next((hit for hit in hits if hit.end >= begin.end), None)

    def _chain(self, hit: Hit, parts: Sequence[Claim], low: int, high: int, *, step: int) -> list[Hit] | None:
        """The hit and, one by one, the nearest places of the parts before it (step -1) or after it (step 1)."""
        chain = [hit]
        for part in parts:
            at = chain[-1]
            reach = LONGEST_GAP + 4 * len(part.text) + 100  # the source may be wider spaced than the claim
            first, last = self.words.window((at.end, at.end + reach) if step > 0 else (at.start - reach, at.start))
            near = at.end if step > 0 else at.start
            found = find(self.words, part, max(low, first), min(high, last), near)
            if found is None or not self._may_leave_out(
                *((at.end, found.start) if step > 0 else (found.end, at.start))
            ):
                return None
            chain.append(found)
        return chain

    def _may_leave_out(self, start: int, end: int) -> bool:
        gap = self.text[start:end]
        if len(gap) > LONGEST_GAP:
            return False
        edges = gap.strip(" \t\r\n\u00a0.,;:!?")
        if len(edges) > 1 and edges[0] in QUOTES and edges[-1] in QUOTES:
            return True  # the attribution between two halves of a quotation
        stops = [stop.end() for stop in _SENTENCE_END.finditer(gap)]
        return not any(_NEGATED.search(part) for part in ([gap[: stops[0]], gap[stops[-1] :]] if stops else [gap]))

    def _located(self, hits: Iterable[Hit], whole: Hit) -> Located:
        verdict, reason = _weakest(hits)
        return Located(verdict, self._cut(whole.start, whole.end), reason)

    def _cut(self, start: int, end: int) -> Span:
        return Span(start=start, end=end, text=self.text[start:end])

    def _why_not(self, claim: Claim, low: int, high: int) -> str:
        return explain(self.words, claim.folded, low, high) if claim.has_words else "holds no words"


def _weakest(hits: Iterable[Hit]) -> tuple[Verdict, str]:
    return ("exact", "") if all(hit.exact for hit in hits) else ("typographic", _TYPOGRAPHY)


def occurs(name: str, index: SourceIndex) -> list[Span]:
    """Find all places where a name stands in the source as whole words.

    Typography does not count; case counts, but for words the source sets in capitals ("HENICK SIGNS") and for an
    article at the beginning. A possessive ("Henick's") is an occurrence, its ending left out of the span. So is a name
    inside a compound with an ordinary word or a state ("US-led", "US-Uzbek"), but not one that is half of another name
    ("Smith" in "Smith-Jones").

    Args:
        name: The name, as the model gave it.
        index: The source.

    Returns:
        The spans in order; empty where the name does not occur.
    """
    claim = Claim(name)
    if not claim.has_words or len(claim.folded) > _LONGEST_NAME:
        return []
    words = index.words
    found = []
    for at in words.find_caseless(claim.folded):
        last = at + len(claim.folded) - 1
        if _same(claim.folded, words, at) and _free(words, at, last, name):
            start, end = words.pieces.starts[at], words.pieces.ends[last]
            if words.pieces.folded[last].lower() == claim.folded[-1].lower() + _POSSESSIVE:
                end = max(index.text.rfind(mark, start, end) for mark in QUOTES)
            found.append(Span(start=start, end=end, text=index.text[start:end]))
    return found


def _same(name: list[str], words: WordIndex, at: int) -> bool:
    for i, ours in enumerate(name):
        theirs = words.pieces.folded[at + i]
        capitals = theirs.isupper() and len(theirs) > 1
        if i == len(name) - 1 and not ours.lower().endswith(_POSSESSIVE):
            theirs = theirs[:-2] if theirs.lower().endswith(_POSSESSIVE) else theirs
        article = i == 0 and len(name) > 1 and ours.lower() == theirs.lower() == "the"
        if theirs != ours and not article and not (capitals and theirs == ours.upper()):
            return False
    return True


def _free(words: WordIndex, first: int, last: int, name: str) -> bool:
    """Whether the place is no part of a larger word, or only of a compound that leaves the name what it is."""
    joined = words.pieces.joined
    left = not joined[first] & JOINED_LEFT or _compound(words, first - 1, first - 2, name)
    return left and (not joined[last] & JOINED_RIGHT or _compound(words, last + 1, last + 2, name))


def _compound(words: WordIndex, dash: int, other: int, name: str) -> bool:
    pieces = words.pieces
    if not (0 <= other < len(pieces)) or pieces.folded[dash] != DASH:
        return False
    if words.text[pieces.starts[dash]] == "–":  # as in "the Biden–Xi summit"
        return True
    neighbour = unicodedata.normalize("NFC", pieces.folded[other])
    return neighbour[0].islower() or state_by_adjective(neighbour) is not None or state_by_adjective(name) is not None
