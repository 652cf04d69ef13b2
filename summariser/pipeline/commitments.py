"""Undertakings become commitments: who is bound, by when, on which condition, how much."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.amounts import find_amounts
from summariser.candidates.counterparts import find_counterparts
from summariser.candidates.receivers import find_receivers, find_told
from summariser.candidates.refused_action import refused_action
from summariser.grounding.dates import resolve_date
from summariser.grounding.support import unsupported
from summariser.pipeline.deadlines import find_deadline
from summariser.pipeline.parties import PartyBook, cut
from summariser.schemas import Commitment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.entities import Entity
    from summariser.candidates.undertakings import Undertaking
    from summariser.grounding.verbatim import SourceIndex
    from summariser.pipeline.decisions import Decisions
    from summariser.pipeline.ledger import Ledger
    from summariser.schemas import DateRange
    from summariser.schemas.answer import FoundCommitment
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["CommitmentMaker"]

_REFUSED = frozenset({"declined", "withdrawn"})
_EDGE = re.compile(r"^(?:to\s+|[\s,;:.])+|[\s,;:.]+$")


class CommitmentMaker:
    """Makes the commitments of one document.

    Args:
        analysis: The document's candidates.
        index: Finds words in the source.
        parties: Gives ids to who is bound.
        ledger: Takes what is left out.
        anchor: The document's own date, or None.
    """

    def __init__(
        self, analysis: Analysis, index: SourceIndex, parties: PartyBook, ledger: Ledger, anchor: Date | None
    ) -> None:
        self._analysis, self._index, self._parties, self._ledger = analysis, index, parties, ledger
        self._text = analysis.document.text
        self._anchor = anchor

    def candidate(self, label: str, undertaking: Undertaking, decisions: Decisions) -> Commitment | None:
        """The commitment of an undertaking that the program found, or None where nobody is bound."""
        decided = decisions.bound.get(label)
        if decided is not None:
            names: Sequence[str] = decided.by
        else:
            names = [entity.name for entity in self._analysis.binder.bound(undertaking)]
        by = self._parties.ids_of(names)
        if decided is None and (not by or len(by) < len(names) == len(undertaking.by)):
            by = self._bound_ids(names)
        if not by and decided is None and (described := self._analysis.unnamed(undertaking)):
            by = [self._parties.id_of_described(*described)]
        if not by:
            return None
        deadline = find_deadline(self._text, undertaking, self._anchor)
        condition = undertaking.condition or (0, 0)
        amounts = [
            span
            for span in find_amounts(self._text, *undertaking.action)
            if not (span[0] < condition[1] and condition[0] < span[1])
        ]
        status = decided.status if decided else self._status(undertaking, deadline[1] if deadline else None)
        return Commitment(
            id="",
            by=by,
            to=[party for party in self._receivers(undertaking, by) if party not in by],
            action=self._action(undertaking, deadline[0] if deadline else None, status),
            status=status,
            deadline=deadline[1] if deadline else None,
            condition=self._words(undertaking.condition) if undertaking.condition else None,
            amount=self._words(amounts[0]) if amounts else None,
            evidence=[
                cut(self._analysis.document, *span)
                for span in ((undertaking.start, undertaking.end), *undertaking.more)
            ],
        )

    def _bound_ids(self, names: Sequence[str]) -> list[str]:
        """The ids of all that are bound, those of unknown kind too."""
        found = (next(iter(self._parties.ids_of([name])), None) or self._parties.id_of_bound(name) for name in names)
        return list(dict.fromkeys(id_ for id_ in found if id_))

    def _status(self, undertaking: Undertaking, deadline: DateRange | None) -> CommitmentStatus:
        """The status its words show; what was due before the document was written is an earlier undertaking."""
        overdue = deadline and deadline.latest and self._anchor and deadline.latest < self._anchor
        return "earlier" if overdue and undertaking.status == "new" else undertaking.status

    def _receivers(self, undertaking: Undertaking, by: Sequence[str]) -> list[str]:
        """The parties that the undertaking is owed to, where its words name them."""
        start, end = undertaking.action
        starts, mentions = self._mentions
        inside = (item for item in mentions[bisect_left(starts, start) : bisect_left(starts, end)] if item[1] <= end)
        found = find_receivers(self._text, start, end, inside, thing=undertaking.thing)
        begin = self._analysis.document.sentences[undertaking.sentence].start
        before = (
            item for item in mentions[bisect_left(starts, begin) : bisect_left(starts, start)] if item[1] <= start
        )
        found += [entity for entity in find_told(self._text, begin, before) if entity not in found]
        if undertaking.asker is not None:
            start, end = undertaking.asker
            found += self._analysis.resolver.resolve(self._text[start:end], start)
        named = self._parties.ids_of(entity.name for entity in found)
        other = None if named else self._counterpart(by)
        return [*named, *([other] if other else [])]

    @cached_property
    def _mentions(self) -> tuple[list[int], list[tuple[int, int, Entity]]]:
        """Where each mention begins, and the mentions, in order."""
        spans = ((start, end, entity) for entity in self._analysis.entities for start, end in entity.spans)
        mentions = sorted(spans, key=lambda mention: mention[:2])
        return [start for start, _, _ in mentions], mentions

    def _counterpart(self, by: Sequence[str]) -> str | None:
        """The other of the two that the document is about."""
        if len(by) != 1 or by[0] not in self._sides:
            return None
        return self._sides[1 - self._sides.index(by[0])]

    @cached_property
    def _sides(self) -> tuple[str, ...]:
        """The ids of the two that the document is about, or an empty tuple where they are more, or one."""
        found = (
            replace(item, by=tuple(entity.name for entity in self._analysis.bound(item)))
            for item in self._analysis.undertakings
        )
        names = find_counterparts(self._text, self._analysis.entities, list(found))
        ids = self._parties.ids_of(names or ())
        return tuple(ids) if len(ids) == 2 else ()

    def found(self, item: FoundCommitment) -> Commitment | None:
        """A commitment that the model points at beyond the candidates, or None where the source does not bear it."""
        sentence = self._analysis.document.sentences[int(item.at[1:]) - 1]
        names = [name for party in self._parties for name in (party.name, *party.aliases)]
        if problems := unsupported(item.action, [sentence.text], allowed_names=names):
            self._ledger.drop("commitments", "; ".join(problems), item.action)
            return None
        by = self._parties.ids_of(item.by)
        if not by:
            self._ledger.drop("commitments", "nobody in the source is bound by it", item.action)
            return None
        deadline = self._located(item.deadline, sentence.start, sentence.end, "deadline")
        return Commitment(
            id="",
            by=by,
            to=self._parties.ids_of(item.to),
            action=item.action,
            status=item.status,
            deadline=resolve_date(deadline, anchor=self._anchor, role="deadline") if deadline else None,
            condition=self._located(item.condition, sentence.start, sentence.end, "condition"),
            amount=self._located(item.amount, sentence.start, sentence.end, "amount"),
            evidence=[cut(self._analysis.document, sentence.start, sentence.end)],
        )

    def _located(self, words: str | None, start: int, end: int, field: str) -> str | None:
        """Words that must be the document's own, as the document has them."""
        if not words:
            return None
        located = self._index.locate(words, within=(start, end))
        if located.span is None:
            self._ledger.drop("commitments", f"{field}: {located.reason}", words)
            return None
        return located.span.text

    def _words(self, span: tuple[int, int]) -> str:
        return self._text[slice(*span)]

    def _action(self, undertaking: Undertaking, deadline: tuple[int, int] | None, status: CommitmentStatus) -> str:
        """What will be done, on one line, without deadline and condition, and without the words that refuse it."""
        start, end = undertaking.action
        pieces, position = [], start
        for left, right in sorted(filter(None, (deadline, undertaking.condition))):
            if start <= left and right <= end and position <= left:
                pieces.append(self._text[position:left].rstrip().rstrip(","))
                position = right
        pieces.append(self._text[position:end])
        words = _EDGE.sub("", " ".join(" ".join(pieces).split()))
        words = words or " ".join(self._text[start:end].split())
        if status in _REFUSED:
            return refused_action(words)
        return f"not {words}" if undertaking.negated else words
