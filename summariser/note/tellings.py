"""A commitment as one source tells it, with what its sentence says besides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.candidates.amounts import find_amounts
from summariser.note.acts import FAINT, act_words, one_word
from summariser.note.bound import Bound
from summariser.note.fates import is_done, is_ended, is_replaced
from summariser.note.relatives import is_background, relative_act
from summariser.note.signals import (
    condition_of,
    is_again,
    is_plain_promise,
    is_to_come,
    looks_back,
    main_clause,
)
from summariser.note.words import content_stems, number_readings, one_line

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.schemas.brief import Commitment, CommitmentStatus, Context, DateRange

__all__ = ["Telling", "TellingMaker", "told_numbers"]

_LEAST_NUMBER: Final = 10  # smaller ones stand in many acts
_YEARS: Final = (1800, 2200)
_TELLING: Final = 2  # words of an act: of fewer the sentence tells more
_GAP: Final = 12  # characters between two clauses of one sentence: " and will "
_SHORTLY: Final = 300  # characters
_PASSIVE_TO_COME: Final = re.compile(
    r"the\s+(?P<thing>[\w’'-]+(?:\s+[\w’'-]+)?)\s+(?:(?:is|are)\s+(?:to|due\s+to|set\s+to)|will|shall)\s+be\b",
    re.IGNORECASE,
)
_TAKES_UP: Final = re.compile(r"^(?:not\s+)?[a-z]+\s+(?:it|them)\b")
_REST: Final = re.compile(r"\b(?:remain(?:ing|der)|rest)\b")
_THING: Final = re.compile(r"\b(?:the|an?)\s+(?P<noun>[^\W\d_][\w’'-]*)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Telling:
    """A commitment as one source tells it.

    Attributes:
        source: The source.
        items: What its brief holds of it: the commitment, or a fact that tells of it, or both.
        action: What will be done, in one clause.
        status: What the source by itself makes of it; None where it only tells of a sum.
        deadline: By when.
        condition: What it depends on.
        amount: How much.
        by: Who is bound, by the ids of the note.
        to: Whom it is owed to.
        sides: Who is bound, and whom these act for.
        act: Stems of what will be done, in order, without names of the bound, deadline, amount and condition.
        passage: Stems of its evidence.
        wider: These, and for an act of hardly a word of its own those of its sentence.
        numbers: Amounts and other numbers of its action and evidence.
        named: Whether its subject names who is bound.
        sure: Whether its subject is no pronoun.
        again: Whether its sentence says that it is said once more.
        direct: Whether the brief holds it as a commitment.
    """

    source: Source
    items: tuple[Commitment | Context, ...]
    action: str
    status: CommitmentStatus | None
    deadline: DateRange | None
    condition: str | None
    amount: str | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    sides: frozenset[str]
    act: tuple[str, ...]
    passage: frozenset[str]
    wider: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    named: bool = True
    sure: bool = True
    again: bool = False
    direct: bool = True

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the act."""
        return frozenset(self.act)

    @cached_property
    def keys(self) -> list[Hashable]:
        """What it is looked up by: a word or a number, together with who is bound."""
        told = (*sorted(self.words), *sorted(self.numbers))
        return [(side, each) for side in (*sorted(self.sides), "") for each in told]

    @property
    def evidence(self) -> str:
        """The first words it rests on."""
        return one_line(self.items[-1 if not self.direct else 0].evidence[0].text)


class TellingMaker:
    """Makes the tellings of the sources of a note.

    Args:
        sources: The sources that are used.
        book: Their parties.
    """

    def __init__(self, sources: Sequence[Source], book: PartyBook) -> None:
        self._book = book
        self._bound = Bound(sources, book)

    def of(self, source: Source) -> list[Telling]:
        """What a source tells; two clauses of which one takes up the other ("and bring it into service") are one."""
        made: list[Telling] = []
        for commitment in source.brief.commitments:
            telling = self._telling(source, commitment)
            last = made[-1] if made else None
            if last is not None and _takes_up(last, telling, commitment):
                made[-1] = _joined(last, telling)
            else:
                made.append(telling)
        return made

    @staticmethod
    def _stems(texts: Iterable[str], empty: frozenset[str]) -> frozenset[str]:
        words = frozenset(one_word(word) for text in texts for word in content_stems(text))
        return (words - empty) or words

    def empty_words(self, parties: Iterable[str], details: Iterable[str | None]) -> frozenset[str]:
        """Words that say nothing of an act: names of parties, and the details that are told apart."""
        named = [name for party in parties for name in self._book.parties[party].names]
        texts = (*named, *filter(None, details))
        return frozenset(one_word(word) for text in texts for word in content_stems(text))

    def _telling(self, source: Source, commitment: Commitment) -> Telling:
        evidence = one_line(commitment.evidence[0].text)
        passage = source.passages.of(commitment.evidence[0])
        listed = self._book.all_of(source, commitment.by)
        by, named = self._bound.settle(source, listed, passage, evidence)
        to = tuple(party for party in self._book.all_of(source, commitment.to) if party not in by)
        sides = self._book.with_chiefs(by)
        action, status = _settled(commitment, evidence)
        if status == "new" and is_background(passage, evidence):
            status = "earlier"
        action = relative_act(passage, action) or action
        clause = main_clause(action)
        when = commitment.deadline
        if when is not None and status == "fulfilled" and not (when.earliest or when.latest):
            when = None  # "seven weeks before it was due"
        deadline = when.text if when else ""
        amount = commitment.amount or _amount_in(clause)
        empty = self.empty_words((*sides, *to), (deadline, amount, commitment.condition))
        act = [word for word in act_words(clause) if word not in empty] or list(act_words(action))
        if _starts_with_pronoun(evidence) and all(word in FAINT for word in act):
            # "It will open by June": what opens, the sentence before says.
            act += [word for word in _things(passage.before) if word not in empty and word not in act]
        own = self._stems((span.text for span in commitment.evidence), empty)
        texts = [action, amount or "", *(span.text for span in commitment.evidence)]
        around: list[str] = []
        if len(set(act) - FAINT) < _TELLING:
            around.append(passage.text)
        if _REST.search(action) and not amount and all(word in FAINT for word in act):
            # "It will finish the remaining nine": of what, the sentence before says.
            around.append(passage.before)
            act += [word for word in act_words(main_clause(passage.before)) if word not in empty and word not in act]
        return Telling(
            source=source,
            items=(commitment,),
            action=action,
            status=status,
            deadline=when,
            condition=_condition(commitment) or condition_of(evidence),
            amount=amount,
            by=by,
            to=to,
            sides=sides,
            act=tuple(act) or act_words(action),
            passage=own,
            wider=own | self._stems(around, empty),
            numbers=told_numbers([*texts, *around], deadline),
            named=named,
            sure=bool(by) and not _starts_with_pronoun(evidence),
            again=is_again(passage.text),
        )


def _takes_up(last: Telling, telling: Telling, commitment: Commitment) -> bool:
    """Whether a clause speaks of the thing of the clause before it in its sentence."""
    if _is_of_the_thing(last, telling):
        return True
    ends = max(span.end for span in last.items[-1].evidence)
    near = 0 <= commitment.evidence[0].start - ends <= _GAP
    return near and last.by == telling.by and last.status == telling.status and bool(_TAKES_UP.match(telling.action))


def _is_of_the_thing(last: Telling, telling: Telling) -> bool:
    """Whether a passive clause gives the day of the thing of the one before: "the towers are to be lit by March"."""
    subject = _PASSIVE_TO_COME.match(telling.action)
    if subject is None or last.deadline or not telling.deadline or last.status != telling.status:
        return False
    after = telling.items[0].evidence[0].start - last.items[-1].evidence[-1].end
    same = last.by == telling.by or not telling.by
    return same and 0 <= after <= _SHORTLY and bool(set(act_words(subject["thing"])) & last.words - FAINT)


def _joined(one: Telling, other: Telling) -> Telling:
    """Two clauses on one thing as one."""
    return replace(
        one,
        items=(*one.items, *other.items),
        action=f"{one.action} and {other.action}" if _TAKES_UP.match(other.action) else one.action,
        deadline=one.deadline or other.deadline,
        condition=one.condition or other.condition,
        amount=one.amount or other.amount,
        act=(*one.act, *(word for word in other.act if word not in one.words)),
        passage=one.passage | other.passage,
        wider=one.wider | other.wider,
        numbers=one.numbers | other.numbers,
    )


def _settled(commitment: Commitment, evidence: str) -> tuple[str, CommitmentStatus]:
    """The act and its status, where the words of the evidence leave no doubt about them."""
    action, status = one_line(commitment.action).replace(" ,", ","), commitment.status
    open_still = status in ("new", "reaffirmed", "earlier", "proposed")
    if is_ended(evidence) and not is_replaced(evidence) and (open_still or status == "withdrawn"):
        return action.removeprefix("not ").removeprefix("no longer "), "withdrawn"
    if is_done(evidence) and open_still:
        return action, "fulfilled"
    if status == "proposed" and is_plain_promise(evidence):
        return action, "new"
    if status == "fulfilled" and is_to_come(evidence) and not is_done(evidence):
        return action, "new"
    return action, status


def _things(sentence: str) -> list[str]:
    """The words that an article marks as things: "hospital" of "the hospital will have 180 beds"."""
    nouns = (match["noun"] for match in _THING.finditer(sentence) if match["noun"].islower())
    return [word for noun in nouns for word in act_words(noun)]


def _condition(commitment: Commitment) -> str | None:
    """The condition of its brief, but for words that only look back: "once to be ready by May"."""
    words = commitment.condition
    return None if words and looks_back(words) else words


def _amount_in(clause: str) -> str | None:
    """The amount of an act where its brief gives none; what remains of one is none."""
    spans = [] if _REST.search(clause) else find_amounts(clause)
    return clause[slice(*spans[0])] if spans else None


def _starts_with_pronoun(evidence: str) -> bool:
    return evidence.split(" ", 1)[0].lower() in ("it", "they", "he", "she", "we", "its", "their")


def told_numbers(texts: Iterable[str], dates: str) -> frozenset[tuple[str, str]]:
    """Numbers with their units that tell the act from others: neither small ones nor those of a date."""
    found = frozenset(reading for text in texts for reading in number_readings(text)) - number_readings(dates)
    return frozenset((value, unit) for value, unit in found if _tells(value, unit))


def _tells(value: str, unit: str) -> bool:
    number = float(value)
    if number < _LEAST_NUMBER:
        return bool(unit) and not number.is_integer()
    return bool(unit) or not _YEARS[0] <= number <= _YEARS[1]
