"""Who the sides of a document are, and which body a common noun means that nothing nearer explains."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.contract_roles import is_contract_role
from summariser.candidates.lexicon import BODY_NOUNS, LEGAL_FORMS, PUBLIC_BODIES
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.states import fold, state_by_adjective
from summariser.candidates.verbs import AGENT_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.documents import Document

__all__ = ["Sides"]

_STATES = re.compile(
    r"(?:the|both|all|these|neither|each|either|our)\s+(?:of\s+the\s+)?(?:\w+\s+)?"
    r"(?:governments?|countr(?:y|ies)|states?|nations?|neighbou?rs?|capitals?)\s*$",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"(?:they|both|neither|each|either|all)\b(?:\s+(?:of\s+them|(?:high\s+)?(?:contracting\s+)?(?:side|party|sides|parties|partners?|"
    r"participants?|signator(?:y|ies)|delegations?|governments?)))?\s*$|"
    r"(?:the|this|that)\s+(?:pair|duo)\s*$|"
    r"(?:the|both|all|each|neither|either)\s+(?:of\s+the\s+)?(?:two\s+|three\s+|four\s+|contracting\s+|high\s+contracting\s+)?"
    r"(?:sides?|part(?:y|ies)|partners|signator(?:y|ies)|participants|undersigned|ministers|leaders|delegations?|presidents)\s*$",
    re.IGNORECASE,
)
_WHOEVER = re.compile(r"(?:whoever|anyone|anybody|any\s+(?:party|side))\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:the|this)\s+(?:\w+\s+)?(?P<noun>company|firm|group|manufacturer|retailer|maker|airline|developer)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:(?:\(?[a-z\d][\w.]{0,4}\)?\s+)?(?:the|this|that|its|their|his|her|our|my|said)\s+)(?:[\w’'-]+\s+){0,4}?(?P<noun>[\w-]+)\s*$",
    re.IGNORECASE,
)
_BODIES = (
    BODY_NOUNS | AGENT_NOUNS | frozenset({"county", "shire", "airline", "mill", "port", "hotel", "museum"})
) - ROLE_WORDS
_PEOPLE = frozenset(
    """workers farmers fishers growers neighbours neighbors officials staff residents students members employees tenants
    owners drivers dockers teachers nurses doctors pilots miners firefighters troops police forces directors trustees
    participants shareholders donors developers landlords producers suppliers customers""".split()
)
# Nouns that name the same sorts of bodies.
_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "union workers brotherhood guild federation teamsters local congress nurses midwives teachers employees labour",
        "agency authority administration inspectorate watchdog regulator office commission service programme program",
        "university college institute polytechnic academy school faculty",
        "council city town borough municipality commune shire county district parish village",
        "ministry department treasury secretariat directorate",
        "bank fund lender trust foundation charity",
        "court tribunal bench judiciary",
        "parliament assembly senate congress house legislature",
        "museum gallery library archive theatre orchestra",
        "hospital clinic hospice infirmary",
        "club team league association",
    )
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|,?\s*and|&)\s*(?:the\s+)?(?:(?:United\s+)?(?:Republic|Kingdom|Government|State|Commonwealth)\s+of\s+(?:the\s+)?)*"
)
_BETWEEN_START = re.compile(r"\s*(?:,\s+(?:and\s+)?|and\s+)(?:the\s+)?[A-Z]")
_NATION = re.compile(
    r"(?:the\s+)?(?P<adjective>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+"
    r"(?i:side|party|delegation|government|authorities|cabinet|negotiators|partners?|counterparts?|leadership)",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"(?:high\s+)?(?:contracting\s+)?(?:part(?:y|ies)|sides?|states?|governments?)", re.IGNORECASE)
_FORMAL = re.compile(r"^(?:[a-z]+\s+){0,3}?(?:republic|kingdom|state|commonwealth|federation|union)\s+of\s+(?:the\s+)?")
_KINDS = ("organisation", "state", "group")
_BACK = 6  # sentences in which the body spoken of is looked for


class Sides:
    """Resolves by the document as a whole what its neighbourhood does not explain.

    Args:
        document: The document.
        entities: Its entities.
    """

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._sentences, self._text = document.sentences, document.text
        self._starts = [sentence.start for sentence in document.sentences]
        self._entities = [entity for entity in entities if entity.spans]

    def resolve(self, words: str, start: int) -> tuple[Entity, ...]:
        """Which entities the words of a subject, standing at `start`, mean; an empty tuple where nothing tells."""
        words = " ".join(words.split())
        if _WHOEVER.match(words):
            return self._states or self._bodies
        if both := self.both(words):
            return both
        match = _NOUN.match(words)
        return self._by_noun(match["noun"].casefold(), start) if match else ()

    def both(self, words: str) -> tuple[Entity, ...]:
        """The two sides, where the words mean them: "Neither Contracting Party", "each of the Parties"."""
        words = " ".join(words.split())
        if _STATES.match(words):
            return self._states
        return (self._states or self._bodies) if _SIDES.match(words) else ()

    @staticmethod
    def is_generic(name: str) -> bool:
        """Whether a name names no one: "Contracting Party"."""
        return _GENERIC.fullmatch(name) is not None

    def nation(self, words: str) -> tuple[Entity, ...]:
        """`The Uzbek side`, `the Irish Government`: the state with that adjective, where the document names it."""
        match = _NATION.fullmatch(" ".join(words.split()))
        state = state_by_adjective(match["adjective"]) if match else None
        if state is None:
            return ()
        names = {fold(name) for name in (state.name, *state.others)}
        return tuple(e for e in self._entities if e.kind == "state" and any(_is_state(n, names) for n in e.names))[:1]

    def company(self, words: str, start: int) -> tuple[Entity, ...]:
        """The business that "the company", "the firm" means: not the public body that was named last."""
        match = _COMPANY.fullmatch(" ".join(words.split()))
        if match is None or any(match["noun"].casefold() in self._words(entity) for entity in self._entities):
            return ()
        firms = [
            entity
            for entity in self._entities
            if entity.kind == "organisation" and not {word.title() for word in self._words(entity)} & PUBLIC_BODIES
        ]
        if not firms or len(firms) == sum(entity.kind == "organisation" for entity in self._entities):
            return ()
        formal = [entity for entity in firms if {word.rstrip(".,") for word in entity.name.split()} & LEGAL_FORMS]
        return (min(formal or firms, key=lambda entity: self._distance(entity, start)),)

    @cached_property
    def _has_roles(self) -> bool:
        """Whether the document gives somebody a role of a contract: another role is of somebody else."""
        return any(is_contract_role(alias) for entity in self._entities for alias in entity.aliases)

    @cached_property
    def _states(self) -> tuple[Entity, ...]:
        """The states listed together first, or the two named most often."""
        states = [entity for entity in self._entities if entity.kind == "state"]
        return self._listed(states) or self._main(states)

    def _listed(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """Three or more that stand in one list."""
        mentions = sorted(
            ((start, end, entity) for entity in entities for start, end in entity.spans), key=lambda item: item[:2]
        )
        chain: list[Entity] = []
        last = 0
        for start, end, entity in mentions:
            if not (chain and start >= last and _BETWEEN.fullmatch(self._text, last, start)):
                chain = []
            if entity not in chain:
                chain.append(entity)
            last = end
            if len(chain) > 2 and not _BETWEEN_START.match(self._text, end):
                return tuple(chain)
        return ()

    @cached_property
    def _bodies(self) -> tuple[Entity, ...]:
        """The two bodies named most often."""
        return self._main([entity for entity in self._entities if entity.kind in _KINDS])

    @staticmethod
    def _main(entities: Sequence[Entity]) -> tuple[Entity, ...]:
        first = sorted(entities, key=lambda entity: -len(entity.spans))[:2]
        return tuple(sorted(first, key=lambda entity: entity.spans[0])) if len(first) == 2 else ()

    def _by_noun(self, noun: str, start: int) -> tuple[Entity, ...]:
        """The body with the noun in a name of it, else, for a noun for bodies, the one spoken of."""
        named = [entity for entity in self._entities if entity.kind != "person" and noun in self._words(entity)]
        if named:
            return (min(named, key=lambda entity: self._distance(entity, start)),)
        alike = next((words for words in _ALIKE if noun in words), None)
        if alike is not None:
            fitting = [entity for entity in self._entities if entity.kind != "person" and alike & self._words(entity)]
            return (min(fitting, key=lambda entity: self._distance(entity, start)),) if fitting else ()
        if noun not in _BODIES or noun in _PEOPLE or (is_contract_role(noun) and self._has_roles):
            return ()
        return self._spoken_of(start)

    @staticmethod
    def _words(entity: Entity) -> set[str]:
        return {word.strip(".,()").casefold() for name in entity.names for word in name.split()}

    @staticmethod
    def _distance(entity: Entity, position: int) -> tuple[int, int]:
        before = [position - start for start, _ in entity.spans if start <= position]
        return (0, min(before)) if before else (1, entity.spans[0][0])

    def _spoken_of(self, position: int) -> tuple[Entity, ...]:
        """The body named last in the sentences before."""
        number = bisect_right(self._starts, position) - 1
        low = self._sentences[max(0, number - _BACK)].start if number >= 0 else 0
        near = [
            (span[0], entity)
            for entity in self._entities
            if entity.kind == "organisation"
            for span in entity.spans
            if low <= span[0] < position
        ]
        return (max(near, key=lambda item: item[0])[1],) if near else ()


def _is_state(name: str, names: set[str]) -> bool:
    """Whether a name is one of a state's, with its form of government or without: "Oriental Republic of Uruguay"."""
    folded = fold(name)
    return folded in names or _FORMAL.sub("", folded) in names
