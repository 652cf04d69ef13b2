"""What a model sees of a party and of an undertaking to tell whether the one is bound by the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.candidates.reference import Resolver
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Document

__all__ = ["BoundFeatures"]

_PRONOUN = re.compile(r"(?:we|i|it|they|he|she|you|who|which|this|that|both|each|neither)\b", re.IGNORECASE)
_BEFORE = re.compile(r"([\w’']+)\s+(?:(?:the|The)\s+)?$")
_PASSIVE = re.compile(r"\b(?:be|is|are|was|were|been|being|gets?)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|id|nt|ught|ut)\b")
_CLASSES = {
    word: sort
    for sort, words in {
        "company": """ltd limited plc inc corp corporation company co llc gmbh ag sa s.a ab as oy nv bv spa srl group holdings
            industries pvt pty bhd kk airlines airways energy power motors foods mining minerals shipping lines logistics
            systems technologies steel textiles pharmaceuticals homes properties estates plantations""",
        "union": "union unions federation syndicate workers trade brotherhood guild association alliance confederation",
        "council": "council city county district town borough municipality parish village commune prefecture",
        "ministry": "ministry department secretariat office directorate treasury cabinet government bureau",
        "agency": "agency authority service commission board inspectorate regulator corporation administration registry",
        "bank": "bank fund lender treasury credit",
        "committee": "committee commission inquiry panel tribunal court parliament assembly senate chamber",
        "school": "university school college institute academy faculty hospital clinic museum library trust foundation society",
        "club": "club team cooperative co-operative network coalition movement party campaign",
    }.items()
    for word in words.split()
}
_DEFINITE = re.compile(r"(?:the|this|that|its|their|our|my|his|her)\b", re.IGNORECASE)


class BoundFeatures:
    """Tells the features of each pair of undertaking and party in one document.

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech.
        resolver: Tells who speaks.
    """

    def __init__(
        self, document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation], resolver: Resolver
    ) -> None:
        self._text, self._document, self._resolver = document.text, document, resolver
        self._entities = list(entities)
        self._mentions = sorted(
            ((start, end, entity) for entity in entities for start, end in entity.spans), key=lambda item: item[:2]
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._spoken = sorted(
            ((start, end, quote) for quote in quotations for start, end in quote.spans), key=lambda item: item[:2]
        )
        self._spoken_starts = [start for start, _, _ in self._spoken]

    @cached_property
    def _ranks(self) -> dict[int, int]:
        order = Counter({id(entity): len(entity.spans) for entity in self._entities}).most_common()
        return {key: rank for rank, (key, _) in enumerate(order)}

    @cached_property
    def _classes(self) -> dict[int, frozenset[str]]:
        """What sort of body the names of each entity tell it to be."""
        return {
            id(entity): frozenset(
                sort
                for name in entity.names
                for word in name.lower().replace(".", " ").split()
                if (sort := _CLASSES.get(word))
            )
            for entity in self._entities
        }

    @cached_property
    def _orders(self) -> dict[int, int]:
        """The rank of each entity among those of its kind, by number of mentions."""
        orders: dict[int, int] = {}
        seen: Counter[str | None] = Counter()
        for entity in sorted(self._entities, key=lambda entity: -len(entity.spans)):
            orders[id(entity)] = seen[entity.kind]
            seen[entity.kind] += 1
        return orders

    @cached_property
    def _title_end(self) -> int:
        """Where the headings that open the document end."""
        end = 0
        for sentence in self._document.sentences:
            if not sentence.heading:
                break
            end = sentence.end
        return end

    def _within(self, start: int, end: int) -> Sequence[tuple[int, int, Entity]]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def speaker(self, position: int) -> Entity | None:
        """Who says what stands at a position, or None outside of speech."""
        index = bisect_right(self._spoken_starts, position) - 1
        if index < 0 or position >= self._spoken[index][1]:
            return None
        return next(iter(self._resolver.speaker(self._spoken[index][2])), None)

    def _in_speech(self, position: int) -> bool:
        index = bisect_right(self._spoken_starts, position) - 1
        return index >= 0 and position < self._spoken[index][1]

    def pairs(
        self,
        undertaking: Undertaking,
        ruled: Sequence[Entity],
        raw: Sequence[Entity],
        before: Sequence[Entity],
        issuer: Sequence[Entity],
    ) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity with the features of its pair with an undertaking.

        Args:
            undertaking: The undertaking.
            ruled: Whom the rules find bound, a body in place of who acts for it.
            raw: Whom they find bound themselves.
            before: Whom the undertaking before it binds.
            issuer: Whose document it is.
        """
        start, end = undertaking.subject
        words = self._text[start:end].strip()
        pronoun = _PRONOUN.match(words)
        sort = (
            "none" if not words else
            f"pron:{pronoun.group().lower()}" if pronoun and len(words.split()) < 3 else
            "name" if undertaking.by else
            "definite" if _DEFINITE.match(words) else "other"
        )
        sentence = self._document.sentences[undertaking.sentence]
        here = self._within(sentence.start, sentence.end)
        previous = self._document.sentences[sentence.index - 1] if sentence.index else None
        near = self._within(previous.start, previous.end) if previous else []
        middle = (undertaking.start + undertaking.end) // 2
        spoken = self._in_speech(middle)
        speaker = self.speaker(middle) if spoken else None
        position = bisect_left(self._starts, undertaking.start)
        recent = [item[2] for item in self._mentions[max(0, position - 6) : position]]
        where = "speech" if spoken else "told"
        clause = f"{where}:{sort}"
        passive = "passive" if _PASSIVE.search(self._text, undertaking.start, undertaking.end) else "active"
        noun = _head(words)
        inside_clause = [item for item in here if undertaking.start <= item[0] < undertaking.end]
        ahead = [item for item in here if item[0] < undertaking.action[0]]
        for entity in self._entities:
            found = [f"kind:{entity.kind}", f"clause:{clause}", f"rank:{min(5, self._ranks[id(entity)])}", f"kind:{entity.kind}:{clause}"]
            sorts = self._classes[id(entity)]
            if noun:
                found += [f"noun:{noun}:{each}" for each in sorts or (f"kind {entity.kind}",)]
                found.append(f"class:{_CLASSES.get(noun, 'none') in sorts}")
            if inside_clause and inside_clause[0][2] is entity:
                found += ["clause:first", f"clause:first:{sort}", f"clause:first:{passive}"]
            if ahead and ahead[-1][2] is entity:
                found += ["ahead:last", f"ahead:last:{sort}"]
            if self._orders[id(entity)] == 0:
                found += [f"main:{entity.kind}:{passive}", f"main:{entity.kind}:{clause}"]
            if self._entities and entity is self._entities[0]:
                found.append("first")
            if any(entity is one for one in issuer):
                found += ["issuer", f"issuer:{sort}", f"issuer:{where}", f"issuer:{passive}"]
            if any(entity is one for one in raw) and not any(entity is one for one in ruled):
                found += ["raw", f"raw:{sort}"]
            found += [f"order:{entity.kind}:{min(4, self._orders[id(entity)])}"]
            if any(start < self._title_end for start, _ in entity.spans):
                found += ["title", f"title:{sort}"]
            if ruled:
                side = "ruled" if entity in ruled else "other"
                found += [f"rule:{side}", f"rule:{side}:{sort}", f"rule:{side}:{where}", f"rule:{side}:{len(ruled) > 1}"]
            else:
                found += ["rule:none", f"rule:none:{sort}"]
            inside = [(a, b) for a, b, e in here if e is entity]
            for a, b in inside[:2]:
                place = (
                    "subject" if start <= a < max(end, start + 1) else
                    "before" if a < undertaking.action[0] else
                    "action" if a < undertaking.action[1] else "after"
                )
                owner = self._text[b : b + 2] in ("’s", "'s") or self._text[b : b + 2] in ("’ ", "' ")
                word = _BEFORE.search(self._text, max(sentence.start, a - 30), a)
                found += [f"in:{place}", f"in:{place}:{sort}", f"in:{place}:owner:{owner}"]
                if word:
                    found += [f"word:{word.group(1).lower()}", f"word:{place}:{word.group(1).lower()}"]
                if here[0][2] is entity:
                    found += ["in:first", f"in:first:{place}", f"in:first:{sort}"]
            if not inside:
                found += ["in:no", f"in:no:{sort}"]
            if any(e is entity for _, _, e in near):
                found += ["near", f"near:{sort}", f"near:{where}"]
                if near[0][2] is entity:
                    found += ["near:first", f"near:first:{sort}"]
            if recent and recent[-1] is entity:
                found += ["last", f"last:{sort}"]
            elif any(e is entity for e in recent):
                found += ["recent", f"recent:{sort}"]
            if any(e is entity for e in before):
                found += ["before", f"before:{sort}", f"before:{where}"]
            if spoken:
                if speaker is None:
                    found.append("speaker:unknown")
                elif entity is speaker:
                    found += ["speaker", f"speaker:{sort}", f"speaker:{entity.kind}:{sort}"]
                elif speaker.affiliation and speaker.affiliation in entity.names:
                    found += ["body", f"body:{sort}", f"body:{passive}"]
                elif speaker.role and entity.name in speaker.role:
                    found += ["body", f"body:{sort}", f"body:{passive}"]
                elif speaker.state and speaker.state in entity.names:
                    found += ["body:state", f"body:state:{sort}"]
            if entity.acts:
                found.append("acts")
            yield entity, found


def _head(words: str) -> str:
    """The noun that a description is about: "company" of "the mining company from Perth"; empty for a name."""
    head = ""
    for word in words.lower().split():
        if word in ("of", "from", "in", "at", "that", "which", "who", "for", "and", ","):
            break
        head = word.strip(",;:")
    return head if head.isalpha() else ""
