"""Short documents with known entities, and text that is hard on the search for speech."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from summariser.candidates.entities import Entity, find_entities
from summariser.candidates.quotations import Quotation, find_quotations
from summariser.candidates.reference import Resolver
from summariser.documents import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.names import KindHint

_PIECES = st.sampled_from(
    [*"“”‘’\"'«»„:;,.?!()—-\n ", "``", "''", "said", "she", "He", "Mr Rao", "the minister", "told", "who", "and", "I",
     "we are here", "CHAIR: ", "Q1 ", "6. ", "[Laughter.] ", "The ", "of", "that", "by", "It", "Ms. LI. ", "\r\n\n"]
)  # fmt: skip
PROSE = st.one_of(st.text(), st.lists(_PIECES, max_size=80).map(" ".join), st.lists(_PIECES, max_size=80).map("".join))


def prose(text: str) -> Document:
    """A document of this text."""
    return Document(text, "prose.txt", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())


def entity(
    document: Document, name: str, kind: KindHint | None = "person", *aliases: str, role: str | None = None
) -> Entity:
    """The entity with this name, mentioned wherever its name or one of its aliases stands."""
    names = "|".join(re.escape(words) for words in sorted({name, *aliases}, key=len, reverse=True))
    spans = [match.span() for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", document.text)]
    return Entity(name, kind, role=role, spans=spans, aliases=list(aliases))


def spoken(document: Document, quote: Quotation) -> str:
    """The words of a quotation, its pieces joined by a stroke."""
    return " | ".join(" ".join(document.text[start:end].split()) for start, end in quote.spans)


def said(text: str) -> list[tuple[str, str | None]]:
    """What is said in a text, and the words that attribute it."""
    document = prose(text)
    return [
        (spoken(document, quote), document.text[quote.cue.start : quote.cue.end] if quote.cue else None)
        for quote in find_quotations(document)
    ]


def speakers(document: Document, entities: Sequence[Entity]) -> list[str | None]:
    """The name of who says each quotation of a document, or None where that stays open."""
    quotations = find_quotations(document)
    resolver = Resolver(document, entities, quotations)
    found = [resolver.speaker(quote) for quote in quotations]
    return [who[0].name if who else None for who in found]


def whose(text: str) -> list[str | None]:
    """Who says each quotation, by the names that the text itself shows."""
    document = prose(text)
    return speakers(document, find_entities(document))
