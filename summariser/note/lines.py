"""The bottom line made by rule: the most important items in their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summariser.note.fates import is_done
from summariser.note.offered import Offered, offered_items, problems_of
from summariser.schemas.note import NoteSentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.schemas.note import Note, NoteCommitment, NoteParty

__all__ = ["line_of", "rule_lines"]

_MOST: Final = {"short": 3, "long": 6}
_LONGEST: Final = 400  # characters
_SAID: Final = {
    "new": "{who} will {action}",
    "reaffirmed": "{who} again promised to {action}",
    "earlier": "{who} had promised to {action}",
    "proposed": "{who} proposed to {action}",
    "declined": "{who} declined to {action}",
    "withdrawn": "{who} withdrew the promise to {action}",
    "fulfilled": "{who}: {action} (done)",
}
_SAID_OF_THING: Final = {
    "new": "{who} promised {action}",
    "reaffirmed": "{who} again promised {action}",
    "earlier": "{who} had promised {action}",
    "proposed": "{who} proposed {action}",
    "declined": "{who} declined {action}",
    "withdrawn": "{who} withdrew {action}",
    "fulfilled": "{who}: {action} (done)",
}
_THING: Final = re.compile(r"(?:the|an?|its|their|his|her|our|no)\b|[^a-z]")
_FINITE: Final = re.compile(r"\b(?:will|would|shall|is|are|has|have|was|were)\b")
_WITHOUT_NOT: Final = {"new": "{who} will not {action}", "reaffirmed": "{who} will not {action}"}
_WITH_ARTICLE: Final = frozenset(
    """Authority Council Committee Commission Ministry Department Agency Board Union Court Association Federation Office
    Organisation Organization Assembly Secretariat Guild""".split()
)
_MOST_CITES: Final = 6  # of one sentence; the item has them all


def rule_lines(note: Note) -> list[NoteSentence]:
    """Make the bottom line of the most important items: who is bound, where sources differ, what happened.

    Args:
        note: A note without one; its citations need not be in order yet.

    Returns:
        Sentences, each borne out by its item; empty only where the note holds no item at all.
    """
    most, items = _MOST[note.length], offered_items(note)
    commitments = [item for item in items if item.id[0] == "c"]
    first = commitments[: most - 1]
    told = {item.id for item in first if item.ended}  # the line on what was taken back says how it differs
    done = {row.id for row in note.commitments if row.status == "fulfilled"}  # kept as promised: no contradiction
    apart = {
        each.id
        for each in note.differences
        if told.isdisjoint(each.items) and not (each.field == "status" and done & set(each.items))
    }
    chosen = [*first, *[item for item in items if item.id in apart][:1]]
    chosen += [item for item in items if item not in chosen and item.id[0] != "d"][: most - len(chosen)]
    lines = [
        NoteSentence(text=text, items=[item.id], cites=_cites(item)) for item in chosen if (text := line_of(note, item))
    ]
    return lines[:most]


def _cites(item: Offered) -> list[int]:
    return list(item.cites[:_MOST_CITES])


def line_of(note: Note, item: Offered) -> str:
    """A sentence for an item that its evidence bears out: in the words of the item, or in those of the source."""
    for text in _wordings(note, item):
        line = _as_sentence(text)
        if len(line) <= _LONGEST and not problems_of(line, [item]):
            return line
    if not item.evidence:
        return ""
    passage = item.evidence[0]  # the source's own words always stand
    return _as_sentence(passage if len(passage) <= _LONGEST else passage[:_LONGEST].rsplit(" ", 1)[0] + " …")


def _wordings(note: Note, item: Offered) -> Iterator[str]:
    commitment = next((row for row in note.commitments if row.id == item.id), None)
    if commitment is not None:
        if commitment.status == "fulfilled":
            yield from (passage for passage in item.evidence if passage[:1].isupper() and is_done(passage))
        yield from _of_commitment(note, commitment)
        if who := _who(note, commitment):
            yield from (f"{who}: “{passage}”" for passage in item.evidence[:1] if passage[:1].islower())
    elif item.id.startswith("d"):
        difference = next(each for each in note.differences if each.id == item.id)
        first, last = difference.wordings[0], difference.wordings[-1]
        said = (
            f"“{first.text}” and “{last.text}”"
            if len(difference.wordings) == 2
            else f"from “{first.text}” to “{last.text}”"
        )
        if difference.field != "figure":
            yield f"Sources differ on the {difference.field} ({difference.about}): {said}"
        yield f"Sources differ on the {difference.field}: {said}"
    else:
        yield item.text
    yield from item.evidence[:1]


def _of_commitment(note: Note, commitment: NoteCommitment) -> Iterator[str]:
    who = _who(note, commitment)
    if not who or not commitment.action[:1].islower():
        return
    thing = _THING.match(commitment.action)
    if thing and _FINITE.search(commitment.action):
        return  # a sentence of its own: "the dam will be finished"
    action, said = commitment.action, (_SAID_OF_THING if thing else _SAID)[commitment.status]
    if action.startswith("no longer "):
        said = "{who} will {action}"  # in whatever words, it is the end of a promise
    elif action.startswith("not "):
        if commitment.status not in _WITHOUT_NOT:
            return
        action, said = action.removeprefix("not "), _WITHOUT_NOT[commitment.status]
    base = said.format(who=who, action=action.rstrip(" .;,"))
    deadline = commitment.deadline.text if commitment.deadline else ""
    if deadline and deadline not in base and commitment.status != "fulfilled":
        yield f"{base} {deadline}"
    yield base


def _who(note: Note, commitment: NoteCommitment) -> str:
    names = [_with_article(party) for each in commitment.by if (party := note.party(each))]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _with_article(party: NoteParty) -> str:
    """The name, with an article where it is that of a body such as "Ministry of Transport"."""
    words = party.name.split()
    plain = party.kind != "organisation" or len(words) == 1 or words[0] in ("The", "the")
    public = " of " in party.name or " for " in party.name or words[-1].capitalize() in _WITH_ARTICLE
    return f"the {party.name}" if public and not plain else party.name


def _as_sentence(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in '.!?…”"’' else f"{text}."
