"""Briefs written by hand for the tests of notes: five documents on one ferry terminal, one of them beside the matter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from summariser.schemas import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DateRange,
    Party,
    Quote,
)
from tests.sample_brief import Cutter, document_of, provenance_of

if TYPE_CHECKING:
    from summariser.schemas import Span

RELEASE = (
    "Terminal for Skarn\n\n"
    "The Norholt Ministry of Transport will build a ferry terminal at Skarn by the end of 2027. "
    "The Harbour Development Corporation (HDC) will lend the ministry €40 million for the terminal. "
    "Skarn has had no ferry since 2019. "
    "“Skarn has waited long enough for this terminal,” said the minister, Anna Berg.\n"
)
PAPER = (
    "Minister promises terminal\n\n"
    "The Transport Ministry will build a ferry terminal at Skarn by the end of 2028, Anna Berg announced on Tuesday. "
    "HDC is to lend the ministry €45 million for the terminal if parliament agrees. "
    "About 3,000 people live in Skarn. "
    "Bo Berg, a fisherman, said: “I will believe it when I see the first ferry.”\n"
)
LETTER = (
    "Letter to the council\n\n"
    "Dear members, the Harbour Corporation (HDC) will publish the plans of the terminal by 1 March 2026. "
    "Minister Berg has told us that the ministry will repair the old pier. "
    "About 2,400 people live in Skarn. "
    "The terminal was first promised on 12 May 2025.\n"
)
REPORT = (
    "Plans late\n\n"
    "Harbour Development Corp. has withdrawn its offer to publish the plans of the terminal. "
    "The Ministry of Transport of Norholt said it was surprised.\n"
)
BAKERY = (
    "New oven\n\n"
    "Crumb & Sons, a bakery in Lower Tessel, will install a wood oven before Easter. "
    "Its sourdough won a prize at the county fair.\n"
)


def at(words: str, *, earliest: date | None = None, latest: date | None = None) -> DateRange:
    """Words of a date and what they mean."""
    return DateRange(text=words, earliest=earliest, latest=latest)


def brief_of(
    text: str,
    name: str,
    day: date | None,
    *,
    parties: list[dict[str, Any]],
    commitments: list[dict[str, Any]] | None = None,
    context: list[dict[str, Any]] | None = None,
    quotes: list[dict[str, Any]] | None = None,
    title: str | None = None,
    attach: bool = True,
) -> Brief:
    """A brief with ids in order; `at` holds the words of the evidence, which are cut out of the text.

    A party without `at` rests on its name.
    """
    cut = Cutter(text)

    def made(letter: str, items: list[dict[str, Any]] | None, words: str) -> list[dict[str, Any]]:
        found = []
        for number, item in enumerate(items or [], 1):
            fields = {key: value for key, value in item.items() if key != "at"}
            found.append(
                {"id": f"{letter}{number}", **fields, "evidence": _spans(cut, item.get("at", item.get(words)))}
            )
        return found

    document = document_of(text, name, day)
    brief = Brief(
        title=title or text.split("\n", 1)[0],
        parties=[Party.model_validate(item) for item in made("p", parties, "name")],
        commitments=[Commitment.model_validate(item) for item in made("c", commitments, "action")],
        context=[Context.model_validate(item) for item in made("x", context, "statement")],
        quotes=[Quote.model_validate(item) for item in made("q", quotes, "text")],
        coverage=Coverage(
            characters=len(text), read=len(text), chunks=[CoverageChunk(start=0, end=len(text), status="read")]
        ),
        provenance=provenance_of(document),
    )
    return brief.attach(document) if attach else brief


def _spans(cut: Cutter, words: str | list[str]) -> list[Span]:
    return [cut(each) for each in ([words] if isinstance(words, str) else words)]


def release(day: date | None = date(2025, 5, 12), **rest: Any) -> Brief:
    """The oldest: the pledge of the terminal, the loan."""
    return brief_of(
        RELEASE,
        "release.txt",
        day,
        parties=[
            {"name": "Norholt Ministry of Transport", "kind": "organisation", "aliases": ["the ministry"]},
            {"name": "Harbour Development Corporation", "kind": "organisation", "aliases": ["HDC"]},
            {"name": "Anna Berg", "kind": "person", "role": "minister", "represents": "p1"},
        ],
        commitments=[
            {
                "by": ["p1"],
                "action": "build a ferry terminal at Skarn",
                "status": "new",
                "deadline": at("by the end of 2027", latest=date(2027, 12, 31)),
                "at": "will build a ferry terminal at Skarn by the end of 2027",
            },
            {
                "by": ["p2"],
                "to": ["p1"],
                "action": "lend the ministry €40 million for the terminal",
                "status": "new",
                "amount": "€40 million",
                "at": "will lend the ministry €40 million for the terminal",
            },
        ],
        context=[
            {
                "statement": "Skarn has had no ferry since 2019.",
                "kind": "background",
                "date": at("since 2019", earliest=date(2019, 1, 1)),
            }
        ],
        quotes=[{"text": "Skarn has waited long enough for this terminal,", "speaker": "p3", "marked": True}],
        **rest,
    )


def paper(day: date | None = date(2026, 1, 20), **rest: Any) -> Brief:
    """A newspaper eight months later tells the pledge as new, with another day and another sum."""
    return brief_of(
        PAPER,
        "paper.txt",
        day,
        parties=[
            {"name": "Transport Ministry", "kind": "organisation", "aliases": ["the ministry"]},
            {"name": "HDC", "kind": "organisation"},
            {"name": "Anna Berg", "kind": "person", "represents": "p1"},
            {"name": "Bo Berg", "kind": "person", "role": "fisherman"},
        ],
        commitments=[
            {
                "by": ["p1"],
                "action": "build a ferry terminal at Skarn",
                "status": "new",
                "deadline": at("by the end of 2028", latest=date(2028, 12, 31)),
                "at": "will build a ferry terminal at Skarn by the end of 2028",
            },
            {
                "by": ["p2"],
                "to": ["p1"],
                "action": "lend the ministry €45 million for the terminal",
                "status": "new",
                "amount": "€45 million",
                "condition": "if parliament agrees",
                "at": "is to lend the ministry €45 million for the terminal if parliament agrees",
            },
        ],
        context=[{"statement": "About 3,000 people live in Skarn.", "kind": "figure"}],
        quotes=[{"text": "I will believe it when I see the first ferry.", "speaker": "p4", "marked": True}],
        **rest,
    )


def letter(day: date | None = date(2026, 2, 2), **rest: Any) -> Brief:
    """A letter of the corporation, under a third name."""
    return brief_of(
        LETTER,
        "letter.txt",
        day,
        parties=[
            {"name": "Harbour Corporation", "kind": "organisation", "aliases": ["HDC"]},
            {"name": "Berg", "kind": "person", "role": "Minister", "aliases": ["Minister Berg"]},
            {"name": "the ministry", "kind": "organisation"},
        ],
        commitments=[
            {
                "by": ["p1"],
                "action": "publish the plans of the terminal",
                "status": "new",
                "deadline": at("by 1 March 2026", latest=date(2026, 3, 1)),
                "at": "will publish the plans of the terminal by 1 March 2026",
            },
            {"by": ["p3"], "action": "repair the old pier", "status": "new", "at": "will repair the old pier"},
        ],
        context=[
            {"statement": "About 2,400 people live in Skarn.", "kind": "figure"},
            {
                "statement": "The terminal was first promised on 12 May 2025.",
                "kind": "background",
                "date": at("on 12 May 2025", earliest=date(2025, 5, 12), latest=date(2025, 5, 12)),
            },
        ],
        **rest,
    )


def report(day: date | None = date(2026, 3, 9), **rest: Any) -> Brief:
    """The newest: an offer is withdrawn."""
    return brief_of(
        REPORT,
        "report.txt",
        day,
        parties=[
            {"name": "Harbour Development Corp.", "kind": "organisation"},
            {"name": "Ministry of Transport of Norholt", "kind": "organisation"},
        ],
        commitments=[
            {
                "by": ["p1"],
                "action": "publish the plans of the terminal",
                "status": "withdrawn",
                "at": "has withdrawn its offer to publish the plans of the terminal",
            }
        ],
        context=[
            {
                "statement": "The Ministry of Transport of Norholt said it was surprised.",
                "kind": "event",
            }
        ],
        **rest,
    )


def bakery(day: date | None = date(2026, 2, 20), **rest: Any) -> Brief:
    """Another matter."""
    return brief_of(
        BAKERY,
        "bakery.txt",
        day,
        parties=[{"name": "Crumb & Sons", "kind": "organisation"}],
        commitments=[
            {
                "by": ["p1"],
                "action": "install a wood oven",
                "status": "new",
                "deadline": at("before Easter"),
                "at": "will install a wood oven before Easter",
            }
        ],
        context=[{"statement": "Its sourdough won a prize at the county fair.", "kind": "background"}],
        **rest,
    )


def matter() -> list[Brief]:
    """The four documents on the terminal, the oldest first."""
    return [release(), paper(), letter(), report()]
