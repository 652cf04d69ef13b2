"""Persons behind their age or nation."""

from __future__ import annotations

import time

import pytest

from tests.prose import entity, prose, speakers, whose

_SAID = "“We are late again today,”"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Bo Ek, 43, was there with Ana Reis. {_SAID} the 43-year-old said.", "Bo Ek"),
        (f"Bo Ek was there. The 43-year-old had slept badly. Ana Reis left. {_SAID} the 43-year-old said.", "Bo Ek"),
        (f"Ana Reis beat Bo Ek. {_SAID} Bo Ek said of the young Dane. {_SAID} the Dane said.", "Ana Reis"),
        (f"Bo Ek was there. The Swede had slept badly. {_SAID} the Swede said.", "Bo Ek"),
        (f"Ana Reis left with Bo Ek. Bo Ek was pale. The Swede had slept badly. {_SAID} he said.", "Bo Ek"),
        (f"Ana Reis was pale. Bo Ek was not. {_SAID} said the 29-year-old.", "Bo Ek"),
        (f"The Dane will meet Ana Reis, whom he calls “a wall with a very good backhand”. {_SAID} he said.", None),
        (f"Bo Ek will meet Ana Reis, whom he calls “a wall with a very good backhand”. {_SAID} he said.", "Bo Ek"),
    ],
)
def test_who_is_meant(text: str, who: str | None) -> None:
    """The one whose age is told, the only other person so far, or the one whom the sentence goes on with."""
    document = prose(text)
    cast = [entity(document, name) for name in ("Bo Ek", "Ana Reis")]
    assert speakers(document, [found for found in cast if found.spans])[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        f"Bo Ek met Ana Reis. {_SAID} said the Dane.",
        f"Bo Ek was there. {_SAID} said the Dutchman who signed for the others.",
        f"Bo Ek was there. {_SAID} the Swedish said.",
    ],
)
def test_who_stays_open(text: str) -> None:
    """Of several it may be any; somebody told apart by what he did, and a whole people, is nobody named before."""
    document = prose(text)
    cast = [entity(document, name) for name in ("Bo Ek", "Ana Reis")]
    assert speakers(document, [found for found in cast if found.spans]) == [None]


def test_an_epithet_is_no_name() -> None:
    """`the Swede` is no party of its own; who has the adjective in his title is meant by the noun."""
    assert whose(f"Danish captain Mads Holm lost to Anna Berg. {_SAID} said the Dane.") == ["Mads Holm"]
    assert whose(f"Anna Berg won in Oslo. {_SAID} the Swede said.") == ["Anna Berg"]
    assert whose(f"Anna Berg beat world No. 2 Dara Yeliz. {_SAID} Yeliz said.") == ["Dara Yeliz"]


def test_what_a_body_or_a_person_wrote() -> None:
    """A notice, a statement or a letter with its adjectives speaks for whoever "its" or "her" means."""
    assert whose("The Harbour Board met. “Bring the rosters and the doctors,” read its two-line notice.") == [
        "Harbour Board"
    ]
    assert whose("The Harbour Board met. “Bring the rosters and the doctors,” its statement said.") == ["Harbour Board"]
    assert whose("Ana Reis wrote. “You owe me nine pounds,” her angry letter began.") == ["Ana Reis"]


def test_a_treaty_is_not_its_signatory() -> None:
    """What stands in a text of two states is said by neither."""
    assert whose("The protocol signed by Peru and Bolivia is long. “Nothing in it settles the river,” it says.") == [
        None
    ]


def test_time_is_linear() -> None:
    """Many epithets that nobody bears take a time that grows with the text."""
    document = prose("".join(f"The {n % 900}-year-old left. The Swede said “we are late now”. " for n in range(4_000)))
    started = time.perf_counter()
    speakers(document, [])
    assert time.perf_counter() - started < 10
