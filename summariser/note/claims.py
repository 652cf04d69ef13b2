"""The sentences of the sources as they are compared, whether a brief holds them or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.candidates.lexicon import MONTHS_AND_DAYS
from summariser.grounding.wordforms import plain
from summariser.note.acts import FAINT, one_word
from summariser.note.words import content_stems, fold, one_line
from summariser.schemas.brief import Context, Span
from summariser.schemas.note import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.sources import Source
    from summariser.schemas.brief import Commitment

__all__ = ["Claim", "claims_of", "names_in", "overlap", "weight_of", "wordings_of"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NO_NAMES: Final = frozenset(map(str.lower, MONTHS_AND_DAYS)) | frozenset(
    """the and for minister president government council committee company ministry director chair chairman
    chairperson secretary board mayor mrs parliament state city town general international national first second
    department article bank court act fund project programme north south east west prime deputy chief public article
    section annex new per cent""".split()
)
_LONGEST: Final = 600  # characters of a sentence that are compared
_MARKER: Final = re.compile(
    r"^(?:[•*·▪–-]\s+|\(?(?:[a-z]|\d{1,2}(?:\.\d{1,2}){0,3})[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\s+)"
)
_HALF_DOZEN: Final = re.compile(r"\bhalf[ -](?:a[ -])?dozen\b", re.IGNORECASE)
_FEWEST_CELLS: Final = 2  # of the row of a table
_YEAR: Final = re.compile(r"(?:19|20)\d\d")

_FAINT_WEIGHT: Final = 0.2
_FAINT_WORDS: Final = FAINT | frozenset(
    map(
        one_word,
        content_stems("""cost pay put raise rise rate price total sum million billion public national annual figure
        number amount estimate represent come take get go run say tell announce report expect agree want need see show
        last first next great large small high low big little good long work worker people member part half percent
        state government country city town local hold bring call start end"""),
    )
)


@dataclass(frozen=True, eq=False)
class Claim:
    """A sentence of a source.

    Attributes:
        source: Where it stands.
        span: Its place.
        text: Its words on one line, without the mark of an entry of a list.
        item: Id of the item of the brief that rests on it, or "".
        exact: Whether that item rests on the whole of it.
    """

    source: Source
    span: Span
    text: str
    item: str = ""
    exact: bool = True

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its words, words for the same thing made one."""
        return frozenset(map(one_word, content_stems(self.text)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that are written as names, but for the first."""
        return names_in(self.text)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """All its words with a capital."""
        return names_in(f"— {self.text}")


def names_in(text: str) -> frozenset[str]:
    """Words of a sentence that are written as names, but for its first."""
    words = _WORD.findall(text)[text[:1].isalpha() :]
    return frozenset(fold(word) for word in words if word[:1].isupper() and len(word) > 2) - _NO_NAMES


def claims_of(source: Source) -> list[Claim]:
    """The sentences of a source in order; what the brief rests on where the source is not at hand."""
    items: list[Commitment | Context] = [*source.brief.commitments, *source.brief.context]
    told = [(span, item.id) for item in items for span in item.evidence]
    told.sort(key=lambda each: (each[0].start, -each[0].end))
    document = source.document
    if document is None:
        whole = [(span, item) for at, (span, item) in enumerate(told) if not at or span.end > told[at - 1][0].end]
        return [_claim(source, span, item) for span, item in whole]
    aside = [(each.start, each.end) for each in document.furniture]
    found: list[Claim] = []
    head: list[str] = []
    at = beside = 0
    for sentence in document.sentences:
        while at < len(told) and told[at][0].end <= sentence.start:
            at += 1
        while beside < len(aside) and aside[beside][1] <= sentence.start:
            beside += 1
        if beside < len(aside) and aside[beside][0] < sentence.end:
            continue
        item = told[at][1] if at < len(told) and told[at][0].start < sentence.end else ""
        span = Span(start=sentence.start, end=sentence.end, text=sentence.text)
        exact = bool(item) and told[at][0] == span
        cells = [cell.strip() for cell in sentence.text.strip().strip("|").split("|")]
        if len(cells) < _FEWEST_CELLS:
            head = []
            found.append(_claim(source, span, item, exact=exact))
        elif not head:
            head = cells
        elif row := _row(head, cells, source):
            found.append(Claim(source, span, row, item, exact))
    return found


def _row(head: Sequence[str], cells: Sequence[str], source: Source) -> str:
    """The row of a table as an entry: its label, and the value of the year of the source, or its only value."""
    years = [at for at, cell in enumerate(head) if _YEAR.fullmatch(cell)]
    own = [at for at in years if source.date and int(head[at]) == source.date.year]
    at = own[0] if own else 1 if len(cells) == _FEWEST_CELLS and not years else 0
    return f"{cells[0]}: {cells[at]}" if cells[0] and 0 < at < len(cells) else ""


def _claim(source: Source, span: Span, item: str, *, exact: bool = True) -> Claim:
    return Claim(
        source, span, _HALF_DOZEN.sub("six", _MARKER.sub("", one_line(plain(span.text)))[:_LONGEST]), item, exact
    )


def wordings_of(groups: Sequence[Sequence[Claim]], citations: CitationBook) -> list[Wording]:
    """The words of each side of a difference, the oldest source first; all that say so are cited."""
    return [
        Wording(
            source=same[0].source.id,
            text=one_line(same[0].span.text),
            cites=list(
                dict.fromkeys(number for claim in same for number in citations.cite(claim.source, _item(claim)))
            ),
        )
        for same in groups
    ]


def _item(claim: Claim) -> Context:
    return Context(id=claim.item if claim.exact else "", statement=claim.text, kind="background", evidence=[claim.span])


def weight_of(word: str) -> float:
    """How much it tells that two sentences share a word."""
    return _FAINT_WEIGHT if word in _FAINT_WORDS else 1.0


def overlap(one: Claim, other: Claim) -> float:
    """The weight of the words that two sentences share."""
    return sum(map(weight_of, one.words & other.words))
