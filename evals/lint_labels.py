"""What can be wrong with the labels of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from summariser.evals.similarity import fold_name, fold_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.evals.gold import Gold, GoldParty
    from summariser.evals.positions import Where
    from summariser.schemas.brief import DateRange, Span

__all__ = ["Fault", "check_labels"]


class Fault(NamedTuple):
    """Something wrong with a label.

    Attributes:
        where: The keys and indices that lead to it.
        message: What is wrong.
        fix: What to do.
    """

    where: Where
    message: str
    fix: str


class _Item(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def evidence(self) -> list[Span]: ...


def check_labels(gold: Gold, text: str) -> Iterator[Fault]:
    """Everything that is wrong with the labels, as far as a program can tell.

    Args:
        gold: The labels.
        text: The document as read.
    """
    folded = fold_text(text)
    parts: tuple[tuple[str, Sequence[_Item]], ...] = (
        ("parties", gold.parties),
        ("commitments", gold.commitments),
        ("context", gold.context),
        ("quotes", gold.quotes),
    )
    yield from _check_ids(parts)
    for part, items in parts:
        for index, item in enumerate(items):
            for number, span in enumerate(item.evidence):
                yield from _check_span((part, index, "evidence", number), span, text)
    yield from _check_names(gold.parties, folded)
    yield from _check_references(gold)
    for index, commitment in enumerate(gold.commitments):
        where: Where = ("commitments", index)
        yield from _check_date((*where, "deadline"), commitment.deadline, folded)
        yield from _check_words((*where, "condition"), commitment.condition, folded)
        yield from _check_words((*where, "amount"), commitment.amount, folded)
    for index, fact in enumerate(gold.context):
        yield from _check_date(("context", index, "date"), fact.date, folded)
    for index, quote in enumerate(gold.quotes):
        yield from _check_words(("quotes", index, "cue"), quote.cue, folded)
        joined = " ".join(span.text for span in quote.evidence)
        if quote.text != joined:
            yield Fault(("quotes", index, "text"), f"{quote.id}: text is not its spans joined", f"set it to {joined!r}")


def _check_ids(parts: Sequence[tuple[str, Sequence[_Item]]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for part, items in parts:
        for index, item in enumerate(items):
            if item.id in seen:
                yield Fault((part, index, "id"), f"id {item.id} is given twice", "give each item an id of its own")
            seen.add(item.id)


def _check_span(where: Where, span: Span, text: str) -> Iterator[Fault]:
    if span.text and text[span.start : span.end] == span.text:
        return
    message = f"span {span.start}–{span.end} is not {span.text!r} in the document"
    if not span.text:
        yield Fault(where, f"span {span.start}–{span.end} is empty", "give the words that carry the label, or drop it")
        return
    near = text.rfind(span.text, 0, span.start + len(span.text))
    if near < 0:
        near = text.find(span.text)
    if near < 0:
        yield Fault(where, message, "copy the words from the document as they stand there")
    else:
        yield Fault(where, message, f"these words stand at {near}–{near + len(span.text)}")


def _check_names(parties: Sequence[GoldParty], folded: str) -> Iterator[Fault]:
    owner: dict[str, str] = {}
    for index, party in enumerate(parties):
        named: list[tuple[Where, str]] = [(("parties", index, "name"), party.name)]
        named += [(("parties", index, "aliases", number), alias) for number, alias in enumerate(party.aliases)]
        for where, name in named:
            other = owner.setdefault(fold_name(name), party.id)
            if other != party.id:
                yield Fault(where, f"{name!r} names {other} and {party.id}", "leave it with the one it always means")
            canonical_state = party.kind == "state" and name == party.name
            if not canonical_state and not _stands_in(name, folded):
                yield Fault(where, f"{name!r} is not in the document", "use the document's own words for the party")


def _check_references(gold: Gold) -> Iterator[Fault]:
    known = {party.id for party in gold.parties}
    references: list[tuple[Where, str | None]] = []
    for index, party in enumerate(gold.parties):
        references.append((("parties", index, "represents"), party.represents))
        if party.represents == party.id:
            yield Fault(("parties", index, "represents"), f"{party.id} represents itself", "set it to null")
    for index, item in enumerate(gold.commitments):
        for field, ids in (("by", item.by), ("to", item.to)):
            references.extend((("commitments", index, field, number), value) for number, value in enumerate(ids))
        if not item.by:
            yield Fault(("commitments", index, "by"), f"{item.id} binds nobody", "name who is bound, or drop it")
    references.extend((("quotes", index, "speaker"), quote.speaker) for index, quote in enumerate(gold.quotes))
    for where, value in references:
        if value is not None and value not in known:
            yield Fault(where, f"no party has the id {value}", "refer to a party of this file")


def _check_date(where: Where, value: DateRange | None, folded: str) -> Iterator[Fault]:
    if value is None:
        return
    yield from _check_words((*where, "text"), value.text, folded)
    if value.earliest and value.latest and value.earliest > value.latest:
        yield Fault((*where, "earliest"), f"{value.earliest} is after {value.latest}", "swap or correct the two dates")


def _check_words(where: Where, words: str | None, folded: str) -> Iterator[Fault]:
    if words is not None and not _stands_in(words, folded):
        yield Fault(
            where, f"{where[-1]} {words!r} is not in the document", "copy the document's own words, or set null"
        )


def _stands_in(words: str, folded: str) -> bool:
    """True where the document has these words, whole: "he said" does not stand in "she said"."""
    wanted = fold_text(words)
    if not wanted:
        return False
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        begins = at == 0 or not (wanted[0].isalnum() and folded[at - 1].isalnum())
        ends = end == len(folded) or not (wanted[-1].isalnum() and folded[end].isalnum())
        if begins and ends:
            return True
        at = folded.find(wanted, at + 1)
    return False
