"""Which body or state "it", "they" or a common noun ("the company", "the ministry") means."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention, Narrative
    from summariser.documents import Document, Sentence

__all__ = ["Bodies"]

_IT = re.compile(r"(?:it|its)\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:they|their|both|neither|each|all)\b|(?:the\s+)?(?:two|three|four|five|six|parties|sides|partners|governments|"
    r"countries|neighbours|neighbors|leaders|ministers|signatories)\b|(?:the|both|all)\s+(?:\w+\s+)?(?:sides|parties|"
    r"governments|countries|states|companies|nations)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:the|this|that|its|their|our|my|each)\s+(?:[\w’'-]+\s+){0,3}?(?P<noun>[\w-]+)$", re.IGNORECASE)
_COMPANY = frozenset(
    """company firm group manufacturer maker producer operator developer bank airline retailer grocer utility supplier
    contractor business carrier drugmaker insurer lender cooperative miner shipper railroad railway club
    charity network ngo coalition alliance collective campaign movement consortium partnership platform organisation
    organization association federation society nonprofit non-profit think-tank broadcaster newspaper""".split()
)
_BODY = frozenset(
    """union council committee ministry agency authority commission board court university association federation
    parliament congress regulator tribunal department fund office hospital school league secretariat foundation
    institute party trust brotherhood local alliance coalition conference organisation organization assembly cabinet
    bank company group club cooperative railroad railway airline network society forum collective consortium guild
    centre center observatory partnership campaign movement platform caucus service museum charity""".split()
)
_CALLED = {
    "union": frozenset(
        """alliance brotherhood guild teamsters workers players sendikası sindicato sindikat syndicat gewerkschaft
        gremio mazdoor sangh kamgar fackförbundet forbundet""".split()
    ),
    "league": frozenset({"association", "conference"}),
    "network": frozenset("red réseau rede rete netzwerk sieć nätverk".split()),
    "association": frozenset("asociación associação associazione verein stowarzyszenie förening".split()),
    "federation": frozenset("federación fédération federação federazione verband".split()),
    "foundation": frozenset("fundación fondation fundação fondazione stiftung fundacja".split()),
    "company": frozenset("ltd limited plc inc corp llc gmbh ag sa oyj ab asa".split()),
}
_NAMELESS = frozenset("regulator party office local government".split())
_STATE = frozenset("government country nation state republic kingdom administration".split())
_APPOSED = re.compile(rf",\s+(?:an?|the)\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{'|'.join(sorted(_BODY | _COMPANY))})\b")
_OPENING = re.compile(rf"(?:The|Its|This)\s+(?:[\w-]+\s+)?(?P<noun>{'|'.join(sorted(_BODY | _COMPANY))})\b(?!\s*[’'])")
_OWNS = re.compile(r"[’']s?\s+[a-z]")
_TELLING = 3  # mentions of a body beside which its noun is looked for
_DOCUMENT = re.compile(
    r"(?:The|This|That|An?|Its)\s+(?:[\w’'-]+\s+){0,3}?(?:protocol|treaty|agreement|accord|pact|convention|declaration|charter|"
    r"constitution|contract|deal|act|bill|law|clause|article|section|paragraph|resolution|communiqué|text|document|"
    r"sign|poster|leaflet|plaque|banner)\b(?![’'])"
)
_KINDS = ("organisation", "state", "group")
_LISTED = re.compile(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?")
_GOES_ON = re.compile(r"(?:\([a-z\d]{1,4}\)\s+|\d[\d.]*\s+)?It\b")
_GOVERNED = re.compile(r"\b(?:of|to|with|for|by|from|against|at|in|on)\s+(?:[Tt]he\s+)?$")
_CHAIN = 12  # sentences that begin with "It" and are passed over
_BACK = 4  # sentences to which "it" reaches
_BACK_GROUP = 40  # sentences to which "both sides" reaches


class Bodies:
    """Resolves words for bodies and states of one document.

    Args:
        document: The document.
        narrative: Finds mentions and sentences by position.
        entities: The document's entities.
    """

    def __init__(self, document: Document, narrative: Narrative, entities: Sequence[Entity]) -> None:
        self._text, self._sentences = document.text, document.sentences
        self._narrative, self._entities = narrative, entities

    def resolve(self, words: str, start: int, *, group: bool) -> tuple[Entity, ...]:
        """Which bodies or states the words mean.

        Args:
            words: "it", "they", "both sides", "the company".
            start: Where they stand.
            group: Whether they may mean several.
        """
        if _PLURAL.match(words):
            return self._last_group(start) if group else ()
        if _IT.fullmatch(words):
            return self._subject_before(start, _KINDS, spoken=not group and words.lower() == "it")
        match = _NOUN.match(words)
        return self._by_noun(match["noun"].lower(), start) if match else ()

    @cached_property
    def _by_word(self) -> dict[str, list[Entity]]:
        """Bodies by the common noun that their name holds, or that stands beside it: "Flores, a cooperative of …"."""
        index: dict[str, list[Entity]] = defaultdict(list)
        for entity in self._entities:
            if entity.kind in ("person", "state"):
                continue
            words = {word.casefold().rstrip(",.") for word in entity.name.split()}
            nouns = words & _BODY
            nouns |= {noun for noun, names in _CALLED.items() if words & names}
            for _, end in entity.spans[:_TELLING]:
                if match := _APPOSED.match(self._text, end):
                    nouns.add(match["noun"])
            for noun in nouns:
                index[noun].append(entity)
        return index

    def _by_noun(self, noun: str, start: int) -> tuple[Entity, ...]:
        named = self._by_word.get(noun, [])
        if named:
            return (self._nearest(named, start),)
        if noun in _STATE:
            return self._subject_before(start, ("state",), back=_BACK_GROUP)
        if noun in _COMPANY:
            return self._subject_before(start, ("organisation",), back=_BACK)
        if noun in _NAMELESS:
            return self._subject_before(start, ("organisation",), back=2)
        return ()

    @staticmethod
    def _nearest(entities: Sequence[Entity], position: int) -> Entity:
        """The one named last before a position, else the one named first after it."""

        def distance(entity: Entity) -> tuple[int, int]:
            before = [position - start for start, _ in entity.spans if start <= position]
            return (0, min(before)) if before else (1, min(start - position for start, _ in entity.spans))

        return min((entity for entity in entities if entity.spans), key=distance)

    def _subject_before(
        self, position: int, kinds: Sequence[str], *, back: int = _BACK, spoken: bool = False
    ) -> tuple[Entity, ...]:
        """The first body or state named in this sentence so far, else in the sentences before it.

        Nobody, where what is quoted is said to stand in a document of several.
        """
        for sentence, mentions in self._sentences_back(position, back, kinds, owners=not spoken):
            if spoken and _DOCUMENT.match(self._text, sentence.start, min(sentence.end, position)):
                return ()  # "The treaty with Peru is long. “…,” it says"
            opening = _OPENING.match(self._text, sentence.start, min(sentence.end, position))
            if opening and "organisation" in kinds:
                named = self._by_word.get(opening["noun"], [])
                if named:
                    return (self._nearest(named, sentence.start),)
            if mentions:
                subject = (
                    m for m in mentions if not _GOVERNED.search(self._text[max(sentence.start, m.start - 12) : m.start])
                )
                return (next(subject, mentions[0]).entity,)
        return ()

    def _sentences_back(
        self, position: int, back: int, kinds: Sequence[str], *, owners: bool = True
    ) -> Iterator[tuple[Sentence, list[Mention]]]:
        if not self._sentences:
            return
        index = self._narrative.sentence_at(position)
        for number in range(index, max(-1, index - back - _CHAIN), -1):
            sentence = self._sentences[number]
            if number < index and _GOES_ON.match(sentence.text):
                continue  # "It" there means the same as here
            back -= 1
            if back < 0:
                return
            mentions = self._narrative.between(sentence.start, min(sentence.end, position))
            yield (
                sentence,
                [m for m in mentions if m.entity.kind in kinds and (owners or not _OWNS.match(self._text, m.end))],
            )

    def _last_group(self, position: int) -> tuple[Entity, ...]:
        """`they`, `both sides`: the last list of two or more bodies or states, or group."""
        for _, mentions in self._sentences_back(position, _BACK_GROUP, _KINDS):
            if groups := [mention.entity for mention in mentions if mention.entity.kind == "group"]:
                return (groups[0],)
            for first in range(len(mentions)):
                listed = [mentions[first].entity]
                for left, right in zip(mentions[first:], mentions[first + 1 :], strict=False):
                    if not _LISTED.fullmatch(self._text, left.end, right.start):
                        break
                    if right.entity not in listed:
                        listed.append(right.entity)
                if len(listed) > 1:
                    return tuple(listed)
        return ()
