"""What a model sees of a person or body and of a quotation to tell whether the one says the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.mention_map import MentionMap, Named, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document

__all__ = ["SpeakerFeatures"]

_VERB_AFTER = re.compile(r"(?:,[^,.]{0,80},)?\s+([a-z]+)")
_VERB_BEFORE = re.compile(r"([a-z]+)\s+(?:[A-Z][\w.]*\s+|the\s+)?$")
_LONG_WORD = re.compile(r"[a-z]{4,}")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_REACH = 30
_LAST = 8  # speakers before


@dataclass(frozen=True)
class _View:
    """One quotation, as it is seen from any entity."""

    quote: Quotation
    here: Sequence[Named]
    near: Sequence[Named]
    lead: Sequence[Named]
    tail: Sequence[Named]
    base: str
    sort: str
    opens: bool
    subject: str


class SpeakerFeatures:
    """Tells the features of each pair of quotation and entity in one document.

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech.
    """

    def __init__(self, document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> None:
        self._text, self._document = document.text, document
        self._map = MentionMap(entities)
        self._starts = [sentence.start for sentence in document.sentences]
        self._spoken = sorted(span for quote in quotations for span in quote.spans)

    def pairs(self, quote: Quotation, earlier: Sequence[Entity]) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity that may say it, with the features of its pair with a quotation.

        Args:
            quote: The quotation.
            earlier: Who says the quotations before it, in order, as far as that is known.
        """
        view = self._view(quote)
        around = [mention.entity for mention in (*view.here, *view.near)]
        for entity in once([*around, *earlier[-_LAST:], *self._map.often]):
            yield (
                entity,
                [*self._of_place(view, entity), *self._of_cue(view, entity), *_of_others(view, entity, earlier)],
            )

    def _view(self, quote: Quotation) -> _View:
        start, end, before, before_end = self._paragraphs(quote.start)
        here, near = self._told(start, end), self._told(before, before_end)
        cue = "side" if quote.side else "cue" if quote.cue else "none"
        subject = quote.cue.subject.strip().lower() if quote.cue else ""
        sort = subject if subject in _PRONOUNS else "words" if subject else "none"
        return _View(
            quote,
            here,
            near,
            lead=[mention for mention in here if mention.start < quote.start],
            tail=[mention for mention in here if mention.start >= quote.end],
            base=f"{cue}:{sort}:{'marked' if quote.marked else 'plain'}",
            sort=sort,
            opens=quote.start - start < 3,
            subject=subject,
        )

    def _told(self, start: int, end: int) -> list[Named]:
        """The mentions of a stretch that stand outside of speech."""
        return [mention for mention in self._map.within(start, end) if not self._in_speech(mention.start)]

    def _in_speech(self, position: int) -> bool:
        index = bisect_right(self._spoken, (position, len(self._text))) - 1
        return index >= 0 and position < self._spoken[index][1]

    def _paragraphs(self, position: int) -> tuple[int, int, int, int]:
        """Bounds of the paragraph of a position, and of the one before it."""
        sentences = self._document.sentences
        here = max(0, bisect_left(self._starts, position + 1) - 1)
        first, end = self._paragraph(here)
        if not first:
            return sentences[first].start, end, sentences[first].start, sentences[first].start
        before, before_end = self._paragraph(first - 1)
        return sentences[first].start, end, sentences[before].start, before_end

    def _paragraph(self, index: int) -> tuple[int, int]:
        """The first sentence of the paragraph of a sentence, and where that paragraph ends."""
        sentences = self._document.sentences
        number = sentences[index].paragraph
        first = last = index
        while first and sentences[first - 1].paragraph == number:
            first -= 1
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == number:
            last += 1
        return first, sentences[last].end

    def _of_place(self, view: _View, entity: Entity) -> Iterator[str]:
        """Where it is named, in the paragraph and in the one before."""
        base, heads = view.base, bool(view.lead or view.tail)
        yield from (f"kind:{entity.kind}", f"base:{base}:{entity.kind}", f"kind:{entity.kind}:{view.sort}")
        yield from (f"opens:{view.opens}", "acts" if entity.acts else "idle")
        if view.lead and view.lead[-1].entity is entity:
            yield from ("lead:last", f"lead:last:{base}", *self._verbs("lead", view.lead[-1]))
        if view.lead and view.lead[0].entity is entity:
            yield from ("lead:first", f"lead:first:{base}")
        if view.tail and view.tail[0].entity is entity:
            yield from ("tail:first", f"tail:first:{base}", *self._verbs("tail", view.tail[0]))
        if any(mention.entity is entity for mention in view.here):
            yield f"here:{base}"
        else:
            yield from ("here:no", f"here:no:{heads}")
        if view.near and view.near[-1].entity is entity:
            yield from ("near:last", f"near:last:{base}", f"near:last:{heads}")
        if view.near and view.near[0].entity is entity:
            yield from ("near:first", f"near:first:{base}", f"near:first:{heads}")

    def _of_cue(self, view: _View, entity: Entity) -> Iterator[str]:
        """What the words that attribute it tell of it."""
        cue = view.quote.cue
        if cue is None:
            return
        named = [m for m in view.here if cue.subject_start <= m.start < cue.subject_start + len(cue.subject)]
        if named:
            yield "subject" if any(mention.entity is entity for mention in named) else "not subject"
        words = set(_LONG_WORD.findall(view.subject))
        if shared := words & set(_LONG_WORD.findall((entity.role or "").lower())):
            yield from ("role", f"role:{min(2, len(shared))}")
        elif words and entity.role:
            yield "role:other"

    def _verbs(self, side: str, mention: Named) -> Iterator[str]:
        """The words right behind and right before a name."""
        if after := _VERB_AFTER.match(self._text, mention.end):
            yield f"{side}:after:{after.group(1)}"
        if before := _VERB_BEFORE.search(self._text, max(0, mention.start - _REACH), mention.start):
            yield f"{side}:before:{before.group(1)}"


def _of_others(view: _View, entity: Entity, earlier: Sequence[Entity]) -> Iterator[str]:
    """Whether it says the quotations before."""
    if earlier and earlier[-1] is entity:
        heads = bool(view.lead or view.tail)
        yield from ("previous", f"previous:{view.base}", f"previous:{heads}", f"previous:{view.opens}")
    if any(entity is one for one in earlier):
        yield "earlier"
