"""Lines above or below a quotation that name who says it."""

from __future__ import annotations

import pytest

from summariser.candidates.quotations import find_quotations
from tests.prose import prose


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom Vik, Director, Hale Trust\n“We will build it here.”\n", ["Tom Vik"]),
        ("Tom Vik\nDirector, Hale Trust\n“We will build it here.”\n", ["Tom Vik"]),
        ("**Tom Vik**\n\n“We will build it here.”\n\n**Ana Silva**\n\n“I never asked for it.”\n", ["Tom Vik", "Ana Silva"]),
        ("Chief Kofi Bong, Hale Island\n“We will build it here.”\n", ["Chief Kofi Bong"]),
        ("“We will build it here.”\nTom Vik\nDirector, Hale Trust\n\n“I never asked for it.”\nAna Silva, Hale\n",
         ["Tom Vik", "Ana Silva"]),
        ("“We will build it here.”\n– Hale Chamber of Commerce\n", [None]),
        ("Hale Bay\n“We will build it here.”\n", [None]),
        ("A new bridge\n“We will build it here.”\n", [None]),
        ("The Minister spoke.\n“We will build it here.”\n", [None]),
    ],
)  # fmt: skip
def test_who_is_named(text: str, names: list[str | None]) -> None:
    """A name with its office or place, on one line or two, above or below; a place or a heading is no name."""
    quotes = find_quotations(prose(text))
    assert [quote.cue.subject if quote.cue else None for quote in quotes] == names
