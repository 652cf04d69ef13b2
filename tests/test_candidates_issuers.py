"""Who issues a document."""

from __future__ import annotations

import pytest
from hypothesis import given

from summariser.candidates.entities import find_entities
from summariser.candidates.issuers import find_issuers
from tests.prose import PROSE, prose


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNITED DYE WORKERS' UNION (UDWU)\nCircular 4 to all branches\n\nComrades, the talks are over.",
         ["UNITED DYE WORKERS' UNION"]),
        ("Tekstilförbundet Norrland\nMember bulletin 7\n\nDear member, we have a deal.", ["Tekstilförbundet Norrland"]),
        ("FREE TRADE AGREEMENT (FTA)\n\nThe parties have signed it.", []),
        ("A Long Day\n\nThe notice came late.", []),
        ("Norway\nPress release\n\nThe ministers met.", []),
    ],
)  # fmt: skip
def test_issuers(text: str, names: list[str]) -> None:
    """Named alone on a line at the head, with its short form or above what it issues."""
    assert [mention.name for mention in find_issuers(prose(text))] == names


def test_the_short_form_is_another_name() -> None:
    """Whatever it promises is its own."""
    document = prose("UNITED DYE WORKERS' UNION (UDWU)\nCircular 4\n\nUDWU will call no strike before May.")
    [union] = [entity for entity in find_entities(document) if entity.kind == "organisation"]
    assert "UDWU" in union.names


def test_who_gives_a_speech_is_a_person() -> None:
    """Whatever the name is made of."""
    document = prose("Remarks by Dambyn Enkhtuya, Governor of Bayan Province\n\nThank you all for coming here.")
    assert [(each.name, each.kind) for each in find_entities(document)][:1] == [("Dambyn Enkhtuya", "person")]


@given(PROSE)
def test_any_text(text: str) -> None:
    """A mention is what the text has there."""
    document = prose(text)
    assert all(document.text[item.start : item.end] == item.text for item in find_issuers(document))
