"""What later documents make of a promise in other words: the status, the day, and whether it is one row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from summariser.note import build_note
from tests.note_checks import check_note
from tests.sample_note_briefs import at, brief_of

if TYPE_CHECKING:
    from summariser.schemas import Brief
    from summariser.schemas.note import NoteCommitment

DAY = date(2026, 4, 1)


def told(*sentences: str, days: int, promises: int = 0, party: str = "Ashdown Ltd", **rest: Any) -> Brief:
    """A document some days old: so many promises ("X will …"), then facts."""
    return brief_of(
        f"{party}\n\n" + " ".join(sentences),
        f"{days}.txt",
        DAY - timedelta(days=days),
        parties=[{"name": party, "kind": "organisation"}],
        commitments=[
            {"by": ["p1"], "status": "new", "at": words, "action": words.split(" will ")[-1].rstrip("."), **rest}
            for words in sentences[:promises]
        ],
        context=[{"statement": words, "kind": "event"} for words in sentences[promises:]],
    )


PROMISE = "Ashdown Ltd will build swimming baths at Elder."


def only(*briefs: Brief) -> NoteCommitment:
    note = build_note(briefs, as_of=DAY)
    check_note(note, briefs)
    (row,) = note.commitments
    return row


@pytest.mark.parametrize(
    ("fact", "status"),
    [
        ("Ashdown Ltd has shelved construction of the baths.", "withdrawn"),
        ("Its board stood by its word, Ashdown Ltd said.", "reaffirmed"),
        ("The baths at Elder opened their doors on Monday.", "fulfilled"),
        ("Ashdown Ltd had promised baths at Elder.", "earlier"),
    ],
)
def test_a_later_fact_settles_the_status(fact: str, status: str) -> None:
    """Given up, held to, done, or told as background only."""
    row = only(told(PROMISE, days=500, promises=1), told(fact, days=10))
    assert (row.status, len(row.sources)) == (status, 2)


def test_a_later_day_is_the_day_of_the_row() -> None:
    """The day was moved; the promise stands."""
    fact = "The opening of the baths has been put back to 15 October 2027."
    row = only(
        told(PROMISE, days=500, promises=1, deadline=at("by May 2026", latest=date(2026, 5, 31))), told(fact, days=10)
    )
    assert row.status == "reaffirmed"
    assert row.deadline is not None
    assert row.deadline.latest == date(2027, 10, 15)


def test_words_of_no_act_are_of_the_only_promise() -> None:
    """Where the party made two promises before, "its word" may be either."""
    fact = told("The board of Ashdown Ltd stood by its word.", days=10)
    two = told(PROMISE, "Ashdown Ltd will repair the pier.", days=500, promises=2)
    assert all(len(row.sources) == 1 for row in build_note([two, fact], as_of=DAY).commitments)
    assert len(only(told(PROMISE, days=500, promises=1), fact).sources) == 2


def test_what_was_done_before_fulfils_no_later_promise() -> None:
    """The members were paid the year before they were promised more."""
    old = brief_of(
        "Ashdown Ltd\n\nAshdown Ltd will pay its members a bonus. Last year it paid its members a bonus.",
        "a.txt",
        DAY,
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[{"by": ["p1"], "status": "new", "action": "pay its members a bonus",
                      "at": "Ashdown Ltd will pay its members a bonus."}],
        context=[{"statement": "Last year it paid its members a bonus.", "kind": "event",
                  "date": at("Last year", earliest=date(2025, 1, 1), latest=date(2025, 12, 31))}],
    )  # fmt: skip
    assert only(old).status == "new"


def test_withdrawal_in_other_words_is_of_the_same_promise() -> None:
    """What is given up was promised before: one word of weight is enough for one party."""
    old = told("Ashdown Ltd will provide a crèche on the site.", days=500, promises=1)
    end = brief_of(
        "Ashdown Ltd\n\nAshdown Ltd will no longer deliver the crèche.",
        "b.txt",
        DAY - timedelta(days=10),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[{"by": ["p1"], "status": "withdrawn", "action": "deliver the crèche",
                      "at": "Ashdown Ltd will no longer deliver the crèche."}],
    )  # fmt: skip
    assert only(old, end).status == "withdrawn"


def commitment(words: str, action: str, status: str, days: int, text: str = "") -> Brief:
    """A document of one commitment of Ashdown Ltd."""
    return brief_of(
        f"Ashdown Ltd\n\n{text or words}",
        f"c{days}.txt",
        DAY - timedelta(days=days),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[{"by": ["p1"], "status": status, "action": action, "at": words}],
    )


def test_what_is_renewed_in_other_words_is_the_only_promise() -> None:
    """No word is the same; but the party has made one promise only, and renews one."""
    old = told("Ashdown Ltd will cut no jobs.", days=500, promises=1)
    new = commitment(
        "Ashdown Ltd has withdrawn its guarantee to spare its welders.", "spare its welders", "withdrawn", 10
    )
    assert only(old, new).status == "withdrawn"
    two = told("Ashdown Ltd will cut no jobs.", "Ashdown Ltd will repair the pier.", days=500, promises=2)
    assert len(build_note([two, new], as_of=DAY).commitments) == 3


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The baths which Ashdown Ltd undertook to build are a dream.", "earlier"),
        ("Three weeks after the day by which Ashdown Ltd promised to build baths, nothing stands.", "earlier"),
        ("The ceremony at which Ashdown Ltd undertook to build baths was short.", "new"),
        ("The baths which Ashdown Ltd promised on Monday to build are large.", "new"),
    ],
)
def test_a_promise_told_by_the_way_is_background(text: str, status: str) -> None:
    """In a clause that hangs on something else, and not of the day."""
    words = text[text.index("Ashdown") : text.index(" build") + 6]
    assert only(commitment(words, "build baths", "new", 10, text)).status == status


def test_a_body_that_one_document_takes_for_a_person() -> None:
    """`Nordhav Line` is what others call Nordhav Line AS; Anna Lund is not Anna Lund Ltd."""
    for name, count in (("Nordhav Line", 1), ("Anna Lund", 2)):
        briefs = [
            brief_of(f"{name} AS will sail.", "a.txt", DAY, parties=[{"name": f"{name} AS", "kind": "organisation"}]),
            brief_of(f"{name} was late.", "b.txt", DAY, parties=[{"name": name, "kind": "person"}]),
        ]
        assert len(build_note(briefs, as_of=DAY).parties) == count


@pytest.mark.parametrize(
    ("fact", "status"),
    [
        ("The contract for the hall was awarded by Ashdown Ltd in May.", "fulfilled"),
        ("The contract for the hall was discussed by Ashdown Ltd in May.", "earlier"),
        ("The contract for the hall was not awarded by Ashdown Ltd in May.", "earlier"),
    ],
)
def test_the_verb_of_the_promise_in_the_past_fulfils_it(fact: str, status: str) -> None:
    """Whatever verb it is; another verb says nothing."""
    old = told("Ashdown Ltd will award the contract for the hall.", days=500, promises=1)
    assert only(old, told(fact, days=10)).status == status


@pytest.mark.parametrize(
    ("fact", "day"),
    [
        ("The handover is to take place by 30 June 2027.", date(2027, 6, 30)),
        ("The bank of Elder will hand over its keys by 30 June 2027.", None),
        ("A new mayor will be elected by 30 June 2027.", None),
    ],
)
def test_the_day_may_stand_in_the_next_sentence(fact: str, day: date | None) -> None:
    """Where it speaks of what was just promised, by no word of it, and of nobody else."""
    text = f"Ashdown Ltd will give back the masks to Elder. {fact}"
    brief = brief_of(
        text,
        "a.txt",
        DAY,
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}]
        + ([{"name": "bank of Elder", "kind": "organisation"}] if "bank" in fact else []),
        commitments=[{"by": ["p1"], "status": "new", "action": "give back the masks to Elder",
                      "at": "Ashdown Ltd will give back the masks to Elder."}],
        context=[{"statement": fact, "kind": "next_step"}],
    )  # fmt: skip
    row = only(brief)
    assert (row.deadline.latest if row.deadline else None) == day


@pytest.mark.parametrize(
    ("second", "count"),
    [("The towers are to be lit by 31 March 2027.", 1), ("The library is to be lit by 31 March 2027.", 2)],
)
def test_a_passive_clause_on_the_thing_gives_its_day(second: str, count: int) -> None:
    """It is the same promise where it speaks of the same thing."""
    first = "Ashdown Ltd will put up lighting towers at the Oval."
    brief = brief_of(
        f"{first} {second}",
        "a.txt",
        DAY,
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[
            {"by": ["p1"], "status": "new", "action": "put up lighting towers at the Oval", "at": first},
            {"by": ["p1"], "status": "new", "action": second.split(" by ", maxsplit=1)[0], "at": second,
             "deadline": at("by 31 March 2027", latest=date(2027, 3, 31))},
        ],
    )  # fmt: skip
    rows = build_note([brief], as_of=DAY).commitments
    assert len(rows) == count
    assert [row.deadline is not None for row in rows if row.action.startswith("put")] == [count == 1]
    assert "put up lighting towers at the Oval" in {row.action for row in rows}


def test_a_document_without_the_party_renews_nothing_by_a_few_words() -> None:
    """Such words are in the papers of many bodies."""
    old = told("Ashdown Ltd will publish its report on fees.", days=500, promises=1)
    other = told("It was said that a report on fees will be published.", days=10, party="Elder Guild")
    assert len(only(old, other).sources) == 1
