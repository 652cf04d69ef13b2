"""Names that are known from the text, found again in headlines, where capitals prove nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summariser.candidates.capitals import words_of
from summariser.candidates.names import is_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entity import Entity
    from summariser.documents import Document

__all__ = ["add_headlines"]

_SHORTEST = 3  # characters of a name that is looked for


def add_headlines(document: Document, entities: Sequence[Entity]) -> None:
    """Add the mentions in headlines to the entities, in place; a name that several bear is left out."""
    names: dict[str, list[tuple[list[str], Entity]]] = defaultdict(list)
    for entity in entities:
        for name in entity.names if entity.spans else ():
            parts = [word.stripped().text.casefold() for word in words_of(name)]
            if parts and len(name) >= _SHORTEST:
                names[parts[0]].append((parts, entity))
    taken = {span for entity in entities for span in entity.spans}
    starts = {start for start, _ in taken}
    for sentence in document.sentences:
        words = words_of(sentence.text)
        if not words or not is_headline(sentence, words):
            continue
        folded = [word.stripped().text.casefold() for word in words]
        i = 0
        while i < len(words):
            fitting = [(len(n), e) for n, e in names.get(folded[i], []) if folded[i : i + len(n)] == n]
            longest = max((length for length, _ in fitting), default=0)
            owners = {id(e): e for length, e in fitting if length == longest}
            start = sentence.start + words[i].start
            if len(owners) == 1 and words[i].text[0].isupper() and start not in starts:
                entity = next(iter(owners.values()))
                entity.spans.append((start, sentence.start + words[i + longest - 1].stripped().end))
                entity.add_alias(document.text[slice(*entity.spans[-1])])
            i += max(1, longest)
