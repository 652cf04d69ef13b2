"""What a model sees of a person or body and of a quotation to tell whether the one says the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document

__all__ = ["SpeakerFeatures"]

_AFTER = re.compile(r"\s*,?\s*[\w’'-]+")
_VERB_AFTER = re.compile(r"(?:,[^,.]{0,80},)?\s+([a-z]+)")
_VERB_BEFORE = re.compile(r"([a-z]+)\s+(?:[A-Z][\w.]*\s+|the\s+)?$")


class SpeakerFeatures:
    """Tells the features of each pair of quotation and entity in one document.

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech.
    """

    def __init__(self, document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> None:
        self._text, self._document = document.text, document
        self._entities = list(entities)
        self._mentions = sorted(
            ((start, end, entity) for entity in entities for start, end in entity.spans), key=lambda item: item[:2]
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._spoken = [span for quote in quotations for span in quote.spans]

    def _within(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        found = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [item for item in found if not any(a <= item[0] < b for a, b in self._spoken)]

    def _paragraph(self, position: int) -> tuple[int, int, int, int]:
        """Bounds of the paragraph of a position, and of the one before it."""
        sentences = self._document.sentences
        here = sentences[max(0, bisect_left(self._sentence_starts, position + 1) - 1)]
        inside = [s for s in sentences if s.paragraph == here.paragraph]
        before = [s for s in sentences if s.paragraph == here.paragraph - 1]
        start, end = inside[0].start, inside[-1].end
        return start, end, before[0].start if before else start, before[-1].end if before else start

    def pairs(
        self, quote: Quotation, previous: Entity | None, earlier: Sequence[Entity]
    ) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity with the features of its pair with a quotation.

        Args:
            quote: The quotation.
            previous: Who says the quotation before it, if that is known.
            earlier: Who says any quotation before it.
        """
        start, end, before, before_end = self._paragraph(quote.start)
        here = self._within(start, end)
        near = self._within(before, before_end)
        lead = [item for item in here if item[0] < quote.start]
        tail = [item for item in here if item[0] >= quote.end]
        cue = "label" if quote.label else "side" if quote.side else "cue" if quote.cue else "none"
        subject = quote.cue.subject.strip().lower() if quote.cue else ""
        sort = subject if subject in ("he", "she", "they", "it", "i", "we") else "words" if subject else "none"
        heads = bool(lead or tail)
        opens = quote.start - start < 3
        marked = "marked" if quote.marked else "plain"
        base = f"{cue}:{sort}:{marked}"
        for entity in self._entities:
            found = [f"kind:{entity.kind}", f"base:{base}:{entity.kind}", f"kind:{entity.kind}:{sort}", f"opens:{opens}"]
            found.append("acts" if entity.acts else "idle")
            if lead and lead[-1][2] is entity:
                found += ["lead:last", f"lead:last:{base}", *self._verbs("lead", lead[-1])]
            if lead and lead[0][2] is entity:
                found += ["lead:first", f"lead:first:{base}"]
            if tail and tail[0][2] is entity:
                found += ["tail:first", f"tail:first:{base}", *self._verbs("tail", tail[0])]
            if any(item[2] is entity for item in here):
                found.append(f"here:{base}")
            else:
                found += ["here:no", f"here:no:{heads}"]
            if near and near[-1][2] is entity:
                found += ["near:last", f"near:last:{base}", f"near:last:{heads}"]
            if near and near[0][2] is entity:
                found += ["near:first", f"near:first:{base}", f"near:first:{heads}"]
            if entity is previous:
                found += ["previous", f"previous:{base}", f"previous:{heads}", f"previous:{opens}"]
            if any(entity is one for one in earlier):
                found.append("earlier")
            if quote.cue:
                a = quote.cue.subject_start
                if any(a <= item[0] < a + len(quote.cue.subject) for item in here):
                    found.append("subject" if any(i[2] is entity and a <= i[0] < a + len(quote.cue.subject) for i in here) else "not subject")
                words = {w for w in re.findall(r"[a-z]{4,}", subject)}
                role = {w for w in re.findall(r"[a-z]{4,}", (entity.role or "").lower())}
                if words & role:
                    found += ["role", f"role:{min(2, len(words & role))}"]
                elif words and entity.role:
                    found.append("role:other")
            yield entity, found

    def _verbs(self, side: str, mention: tuple[int, int, Entity]) -> Iterator[str]:
        if after := _VERB_AFTER.match(self._text, mention[1]):
            yield f"{side}:after:{after.group(1)}"
        if before := _VERB_BEFORE.search(self._text, max(0, mention[0] - 30), mention[0]):
            yield f"{side}:before:{before.group(1)}"
