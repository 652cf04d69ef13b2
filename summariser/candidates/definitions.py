"""Short names a document defines: `Hale Ltd (the “Seller”)`, `Peru and Chile (“the Parties”)`, `“Bank” means …`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.abbreviating import abbreviates, is_short_of
from summariser.candidates.contract_roles import find_contract_roles
from summariser.candidates.instruments import calls_itself_contract
from summariser.candidates.ordinary import THINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.mentions import Mention
    from summariser.documents import Document

__all__ = ["Definition", "find_definitions"]

_BRACKET = re.compile(r"\((?P<inside>[^()]{1,160})\)")
_QUOTED = re.compile(r"[“\"‘'](?P<term>[^”\"“‘()]{1,60}?)[.,]?[”\"’'](?=[\s,.;)]|$)")
_AROUND = re.compile(
    r"(?:\s|,|hereinafter|hereafter|herein|together|collectively|jointly|individually|each|referred|called|"
    r"known|to|as|or|and"
    r"|also|the|this|these|a|an|both|all|with)*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:or\s+|the\s+|hereinafter\s+)*(?P<term>[^\W\d_][\w&.’' -]{0,40})")
_TICKER = re.compile(r"[A-Z]{2,9}(?:\s[A-Z]{2,9})?:\s?(?P<term>[A-Z][A-Z.]{0,5})")
_MEANS = re.compile(r"[“\"](?P<term>[^”\"\n]{1,40})[”\"]\s+(?:means|shall\s+mean|refers\s+to)\s+(?:the\s+)?")
_TOGETHER = re.compile(
    r"\b(?:together|collectively|jointly)\s+(?:the\s+)?[“\"](?P<term>[^”\"\n]{1,40}?)[.,]?[”\"]", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:is|are|be)\s+(?:each\s+)?(?:called|an?|"
    r"known\s+as)?\s*(?:the\s+)?[“\"](?P<term>[^”\"\n]{1,40}?)[.,]?[”\"]",
    re.IGNORECASE,
)
_CALL = re.compile(
    r",\s+(?:(?:which|whom)\s+(?:I|we)\s+(?:will|shall)\s+call|(?:also\s+)?known\s+as|the|"
    r"or)\s+(?:the\s+)?(?P<term>[A-Z][A-Z&]{1,7})(?=[,.])"
)
_INITIALS = re.compile(
    r"\b(?:initials|acronym|abbreviation|abbreviated)\b(?:\s+as|\s+of|"
    r"\s+is)?,?\s+[“\"]?(?P<term>[A-Z][A-Za-z&.]{1,9})\b"
)
_COORDINATED = re.compile(r"\s*(?:,|,?\s+and|&|,?\s+or)\s+(?:of\s+)?(?:the\s+)?")
_OF_GAP = re.compile(r"\s+of\s+(?:the\s+)?")
_MANY_OF = re.compile(r"\b(?:the\s+)?(?P<head>[a-z]{2,}s)\s+(?:of|in|at|from)\s+(?:the\s+)?$")
_APPOSED = re.compile(
    r"(?:\s*\([^()]{0,80}\))*,\s+(?:an?|the|which|whose|being|acting|incorporated|established|registered|having|"
    r"with|duly|(?:son|daughter|wife|husband|widow|widower)\s+of|[sdw]/o|resid\w+|aged|trading|carrying|whose|"
    r"organi[sz]ed|located|of)\s"
)
_RELATIVE = re.compile(r"\b(?:which|who|whose)\b")
_FINITE = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|shall|said|agreed|undertook|promised|signed|bought|sold)\b"
)
_PEOPLE_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]hese|[Aa]ll)\s+(?:[a-z-]+\s+){0,2}(?:heads\s+of\s+(?:state|government|delegation)s?|governments|countries|states|parties|"
    r"sides|ministers|leaders|presidents|premiers|delegations|partners|signatories|members|organisations|organizations|unions|companies)\s*$"
)
_INTO = re.compile(r"\b(?:in|into|on|at|onto|inside|under)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined short name.

    Attributes:
        term: The name, article left out.
        start: Where it stands in its definition.
        end: One past it.
        owner: The mention it stands for, or None.
        members: For a set ("the Partners"): its members. Then there is no owner.
        group: Whether it names a set. Without owner and set it names a thing.
    """

    term: str
    start: int
    end: int
    owner: Mention | None = None
    members: tuple[Mention, ...] = ()
    group: bool = False

    @property
    def name(self) -> str:
        """The term with white space folded."""
        return " ".join(self.term.split())


def find_definitions(document: Document, mentions: Sequence[Mention]) -> list[Definition]:
    """Find the defined terms of a document, in order."""
    return _Reader(document, mentions).read()


class _Reader:
    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._text = document.text
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]
        self._sentences = [s.start for s in document.sentences]
        self._ends = [s.end for s in document.sentences]

    def read(self) -> list[Definition]:
        found = [*self._bracketed(), *self._meant(), *self._together(), *self._called(), *self._roles()]
        return sorted(found, key=lambda d: d.start)

    def _bracketed(self) -> Iterator[Definition]:
        chained = -1  # where the bracket before this one ends
        before = -1  # where that chain of brackets begins
        settled = 0  # one past the last definition: what stands before it belongs to that
        for match in _BRACKET.finditer(self._text):
            linked = chained >= 0 and self._text[chained : match.start()].isspace()
            place = before if linked else match.start()
            before, chained = place, match.end()
            terms = list(_terms(match))
            if not terms or self._inside_name(match.start()):
                continue
            begin = self._begin(place, settled if not linked else 0)
            together = bool(re.search(r"\b(?:together|collectively|jointly)\b", match["inside"], re.IGNORECASE))
            quoted = _QUOTED.search(match["inside"]) is not None
            for term, start, sort in terms:
                definition = self._owned(term, start, begin, place, sort, together=together)
                if definition is not None:
                    yield definition
            if quoted:
                settled = match.end()

    def _inside_name(self, position: int) -> bool:
        """`Hale (Pty) Ltd`: the bracket belongs to the name."""
        at = bisect_left(self._starts, position) - 1
        return at >= 0 and self._mentions[at].end > position

    def _begin(self, place: int, settled: int) -> int:
        """Where the clause that a bracket closes begins."""
        number = bisect_right(self._sentences, place) - 1
        sentence = self._sentences[number] if number >= 0 else 0
        return max(sentence, settled, self._text.rfind(";", max(0, place - 400), place) + 1, place - 600)

    def _owned(self, term: str, start: int, begin: int, place: int, sort: str, *, together: bool) -> Definition | None:
        before = self._between(begin, place)
        last = before[-1] if before and not self._text[before[-1].end : place].strip(" \t\r\n,”\"’'") else None
        end = start + len(term)
        if sort != "quoted":
            return self._unquoted(term, start, place, last, ticker=sort == "ticker")
        if last is not None and abbreviates(term, last.name):
            return Definition(term, start, end, last)
        apposed = self._apposed(before, place)
        if self._of_thing(term, last if apposed is None else None):
            return Definition(term, start, end)
        listed = self._listed(before) if last else []
        plural = term.endswith("s") and not term.isupper()
        if last is None and apposed is None and _PEOPLE_BEFORE.search(self._text, max(begin, place - 60), place):
            return Definition(term, start, end, group=True)  # "the heads of government (hereinafter “the Sides”)"
        several = plural and last and _MANY_OF.search(self._text[max(begin, last.full_start - 40) : last.full_start])
        if together or several or (plural and len(listed) > 1):
            members = tuple(listed) if together or len(listed) > 1 else (last,) if last else ()
            return Definition(term, start, end, members=members, group=True)
        owner = apposed or self._person_of(before, last) or last
        return Definition(term, start, end, owner)

    def _unquoted(self, term: str, start: int, place: int, last: Mention | None, *, ticker: bool) -> Definition | None:
        """`River Agency (RA)`, `Hale Inc. (NYSE: HALE)`; initials of common words are of a thing."""
        end = start + len(term)
        if last is not None:
            return Definition(term, start, end, last) if ticker or is_short_of(term, last) else None
        return Definition(term, start, end) if not ticker and self._of_common_words(term, place) else None

    def _of_thing(self, term: str, last: Mention | None) -> bool:
        """`the Signing Date`, or something put `into RouteLoom`."""
        if term.rsplit(maxsplit=1)[-1] in THINGS:
            return True
        unknown = last is not None and last.kind is None
        return bool(unknown and last and _INTO.search(self._text, max(0, last.start - 12), last.start))

    def _between(self, begin: int, end: int) -> list[Mention]:
        return self._mentions[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]

    def _of_common_words(self, term: str, place: int) -> bool:
        """`critical raw materials (CRMs)`: initials of common words name no body."""
        words = re.findall(r"[^\W\d_]+", self._text[max(0, place - 60) : place])[-len(term) :]
        if words and words[-1][0].isupper() and term.isupper():
            return True  # of capitals that name no party: `Law of the Sea Convention (LSC)`
        letters = term.removesuffix("s").casefold()
        tail = words[-len(letters) :] if letters else []
        return bool(tail) and tail[-1].islower() and "".join(word[0] for word in tail).casefold() == letters

    def _listed(self, before: list[Mention]) -> list[Mention]:
        listed = [before[-1]]
        for mention in reversed(before[:-1]):
            if not _COORDINATED.fullmatch(self._text, mention.end, listed[0].full_start):
                break
            listed.insert(0, mention)
        return listed

    def _apposed(self, before: list[Mention], place: int) -> Mention | None:
        for mention in before:
            match = _APPOSED.match(self._text, mention.end)
            if match is None or match.end() > place:
                continue
            between = self._text[match.end() - 8 : place]
            if _RELATIVE.search(between) or not _FINITE.search(between):
                return mention
        return None

    def _person_of(self, before: list[Mention], last: Mention | None) -> Mention | None:
        if last is None or len(before) < 2 or before[-2].kind != "person":
            return None
        return before[-2] if _OF_GAP.fullmatch(self._text, before[-2].end, last.start) else None

    def _meant(self) -> Iterator[Definition]:
        for match in _MEANS.finditer(self._text):
            at = bisect_left(self._starts, match.end())
            owner = self._mentions[at] if at < len(self._mentions) and self._starts[at] == match.end() else None
            yield Definition(match["term"], match.start("term"), match.end("term"), owner)

    def _together(self) -> Iterator[Definition]:
        for match in _TOGETHER.finditer(self._text):
            if self._text[max(0, match.start() - 1)] == "(":
                continue
            number = bisect_right(self._sentences, match.start()) - 1
            members = self._between(self._sentences[number] if number >= 0 else 0, match.start())
            yield Definition(match["term"], match.start("term"), match.end("term"), members=tuple(members), group=True)

    def _roles(self) -> Iterator[Definition]:
        """`Lender: Hale Bank`, `the Licensor, Hale Ltd,`: in a contract, a role is a name."""
        if not calls_itself_contract(self._text):
            return
        for role, start, name in find_contract_roles(self._text):
            at = bisect_left(self._starts, name)
            owner = self._mentions[at] if at < len(self._mentions) and self._starts[at] == name else None
            if owner is not None and self._text[owner.end : owner.end + 1] in ",(\r\n; ":
                yield Definition(role.capitalize() if role.isupper() else role, start, start + len(role), owner)

    def _called(self) -> Iterator[Definition]:
        for match in _CALLED.finditer(self._text):
            if match["term"][:1].isupper():
                yield Definition(match["term"], match.start("term"), match.end("term"))
        for match in _INITIALS.finditer(self._text):
            yield Definition(match["term"], match.start("term"), match.end("term"))
        for mention in self._mentions:
            named = _CALL.match(self._text, mention.end) if mention.end - mention.start > 6 else None
            if named and (abbreviates(named["term"], mention.name) or "call" in named.group()):
                yield Definition(named["term"], named.start("term"), named.end("term"), mention)


def _terms(match: re.Match[str]) -> Iterator[tuple[str, int, str]]:
    """The terms a bracket defines: (term, where it stands, "quoted", "short" or "ticker")."""
    inside, offset = match["inside"], match.start("inside")
    ticker = _TICKER.fullmatch(inside)
    if ticker:
        yield ticker["term"], offset + ticker.start("term"), "ticker"
        return
    quoted = list(_QUOTED.finditer(inside))
    if quoted:
        rest = _QUOTED.sub(" ", inside)
        if _AROUND.fullmatch(rest):
            for found in quoted:
                term, start = found["term"], offset + found.start("term")
                article = re.match(r"(?:the|this|an?)\s+", term, re.IGNORECASE)
                if article:
                    term, start = term[article.end() :], start + article.end()
                if term[:1].isupper():
                    yield term, start, "quoted"
        return
    short = _SHORT.fullmatch(inside)
    if short and short["term"][0].isupper() and len(short["term"].split()) <= 5:
        yield short["term"].strip(), offset + short.start("term"), "short"
