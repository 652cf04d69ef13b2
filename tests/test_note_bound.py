"""Who is bound by a commitment of a note, whatever its brief has listed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summariser.note import build_note
from tests.note_checks import check_note
from tests.sample_note_briefs import brief_of

DAY = date(2026, 4, 1)
PARTIES: list[dict[str, Any]] = [
    {"name": "Skarn Courier", "kind": "organisation"},
    {"name": "Skarn Harbour District", "kind": "organisation"},
    {"name": "Anna Berg", "kind": "person"},
]


@pytest.mark.parametrize(
    ("sentence", "evidence", "listed", "bound"),
    [
        ("The district will build a pier.", None, ["p1", "p3"], ["Skarn Harbour District"]),
        ("The district said that it will build a pier.", "it will build a pier", ["p3"], ["Skarn Harbour District"]),
        ("A pier is to be built.", None, ["p1", "p2", "p3"], ["Skarn Harbour District"]),
        ("Anna Berg said that a pier will be built.", "a pier will be built", ["p3"], []),
        ("Anna Berg said that she will build a pier.", "she will build a pier", ["p3"], ["Anna Berg"]),
        ("Anna Berg, the mayor, said she would build a pier.", "she would build a pier", ["p2"], ["Anna Berg"]),
        ("Anna Berg will build a pier.", None, ["p3"], ["Anna Berg"]),
        ("The Skarn Courier will build a pier.", None, ["p1"], ["Skarn Courier"]),
    ],
)
def test_who_is_bound(sentence: str, evidence: str | None, listed: list[str], bound: list[str]) -> None:
    """Whom the sentence names; neither the paper nor who only says so, where it does not."""
    text = f"Skarn Courier\n\nSkarn Harbour District and Anna Berg met. {sentence}"
    act = {"by": listed, "action": "build a pier", "status": "new", "at": evidence or sentence}
    brief = brief_of(text, "a.txt", DAY, parties=PARTIES, commitments=[act])
    note = build_note([brief], as_of=DAY)
    check_note(note, [brief])
    names = {party.id: party.name for party in note.parties}
    assert [names[each] for row in note.commitments for each in row.by] == bound
