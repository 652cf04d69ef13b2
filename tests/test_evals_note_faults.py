"""The promises of a note: each broken one is named, without any words of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.evals.note_faults import find_faults
from summariser.evals.note_matching import Placed
from summariser.schemas.note import NoteQuote
from tests.perfect_notes import CASES, perfect_note

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.schemas.note import Note

CASE = CASES[0]


def faults(note: Note) -> list[str]:
    """What is broken."""
    return find_faults(note, CASE, Placed(note, CASE))


def _quote(note: Note) -> None:
    note.quotes.append(NoteQuote(id="q1", text="never said", marked=True, sources=["s1"], cites=[1]))


def _move(note: Note) -> None:
    note.citations[0].span.start += 1


def _no_items(note: Note) -> None:
    note.bottom_line[0].items = ["c77"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_move, "citation 1: its words do not stand at its place"),
        (lambda n: setattr(n.citations[0], "number", 2), "citation 2: the number is given twice"),
        (lambda n: setattr(n.citations[0], "source", "s9"), "citation 1: s9 is no document of the set"),
        (lambda n: setattr(n.bottom_line[0], "cites", []), "sentence 1: cites nothing"),
        (lambda n: setattr(n.bottom_line[0], "cites", [999]), "sentence 1: no citation has the number 999"),
        (_no_items, "sentence 1: rests on an item that is not there"),
        (lambda n: setattr(n.commitments[0], "sources", ["s2"]), "c1: its sources are not those it cites"),
        (lambda n: setattr(n.commitments[0], "by", ["p77"]), "c1: names a party that is not there"),
        (lambda n: setattr(n.commitments[0], "id", "c2"), "an id is given twice"),
        (lambda n: n.sources.pop(), "is 0 times among the sources"),
        (_quote, "q1: is not what it cites"),
        (lambda n: setattr(n.differences[0].wordings[0], "source", "s4"), "d1: the wording of s4 does not cite it"),
        (lambda n: setattr(n.differences[0].wordings[0], "text", "made up"), "is not in its document"),
        (lambda n: setattr(n.sources[0], "status", "irrelevant"), "its source is not used"),
    ],
)
def test_each_broken_promise_is_named(change: Callable[[Note], object], message: str) -> None:
    """A sound note has none; a change gives the line that names it."""
    note = perfect_note(CASE)
    assert faults(note) == []
    change(note)
    found = faults(note)
    assert any(message in one for one in found), found
    assert not any("vessel" in one for one in found)
