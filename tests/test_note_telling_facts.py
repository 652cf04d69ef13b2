"""Facts that tell of a commitment, and figures on which sources differ."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from summariser.note import build_note
from tests.note_checks import check_note
from tests.sample_note_briefs import at, brief_of

if TYPE_CHECKING:
    from summariser.schemas import Brief, Note
    from summariser.schemas.note import NoteCommitment

DAY = date(2026, 4, 1)
BRIDGE = "Ashdown Ltd will build a bridge at Skarn by 30 June 2025."


def source(*sentences: str, days: int, promise: dict[str, Any] | None = None, **rest: Any) -> Brief:
    """A document some days old of these sentences, each of them a fact but the first where that is a promise."""
    facts = sentences[1:] if promise else sentences
    dates = rest.pop("dates", {})
    return brief_of(
        "Ashdown Ltd\n\n" + " ".join(sentences),
        f"{days}.txt",
        DAY - timedelta(days=days),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[{"by": ["p1"], "status": "new", "at": sentences[0], **promise}] if promise else [],
        context=[{"statement": fact, "kind": "event", "date": dates.get(fact)} for fact in facts],
        **rest,
    )


def pledge(days: int = 700, **rest: Any) -> Brief:
    act = {"action": "build a bridge at Skarn", "deadline": at("by 30 June 2025", latest=date(2025, 6, 30))}
    return source(BRIDGE, days=days, promise=act, **rest)


def noted(*briefs: Brief) -> Note:
    note = build_note(briefs, as_of=DAY)
    check_note(note, briefs)
    return note


def row_of(*briefs: Brief) -> NoteCommitment:
    (row,) = noted(*briefs).commitments
    return row


def wordings(note: Note, field: str) -> list[list[str]]:
    return [[one.text for one in each.wordings] for each in note.differences if each.field == field]


@pytest.mark.parametrize(
    "fact",
    [
        "Ashdown Ltd has completed the bridge at Skarn.",
        "The bridge at Skarn was opened in May.",
        "The new bridge at Skarn, built by Ashdown Ltd, has been in use since July.",
    ],
)
def test_a_fact_that_says_it_is_done_fulfils(fact: str) -> None:
    """The newest source holds no promise; its fact settles the status, is cited, and stands against the promise."""
    note = noted(pledge(), source(fact, days=10))
    (row,) = note.commitments
    assert row.status == "fulfilled"
    assert row.sources == ["s1", "s2"]
    assert wordings(note, "status") == [[BRIDGE, fact]]


@pytest.mark.parametrize(
    "fact",
    [
        "Ashdown Ltd has not completed the bridge at Skarn.",
        "The bridge at Skarn was to be opened in May.",
        "Ashdown Ltd has completed the school in Tessel.",
        "The bridge at Skarn is half built.",
        "People in Skarn want a bridge.",
        "The roof of the school near the bridge at Skarn was finished in May.",
    ],
)
def test_a_fact_in_doubt_fulfils_nothing(fact: str) -> None:
    """A denial, a plan of old, another thing, a half: none is the end of the promise."""
    assert row_of(pledge(), source(fact, days=10)).status not in ("fulfilled", "withdrawn")


def test_part_of_a_quantity_is_not_all_of_it() -> None:
    """Sixty kilometres are not the hundred that were promised."""
    act = {"action": "fence 100 kilometres of the river bank", "amount": "100 kilometres"}
    old = source("Ashdown Ltd will fence 100 kilometres of the river bank.", days=700, promise=act)
    some = source("Ashdown Ltd has completed 60 kilometres of fence on the river bank.", days=10)
    whole = source("The fence on 100 kilometres of the river bank was completed in March.", days=10)
    assert row_of(old, some).status == "earlier"
    assert row_of(old, whole).status == "fulfilled"


def test_a_later_day_in_a_fact_is_a_difference() -> None:
    """What the brief of the newest source holds as a fact only gives the row its day."""
    later = "The bridge at Skarn will be completed by 30 June 2027, Ashdown Ltd said."
    note = noted(pledge(), source(later, days=10))
    (row,) = note.commitments
    assert (row.status, row.deadline and row.deadline.latest) == ("reaffirmed", date(2027, 6, 30))
    assert wordings(note, "deadline") == [["by 30 June 2025", "by 30 June 2027"]]


def test_a_sum_in_a_fact_stands_against_the_sum_of_the_promise() -> None:
    """What something cost in the end, and what was to be spent on it."""
    act = {"action": "spend €4 million on a bridge at Skarn", "amount": "€4 million"}
    old = source("Ashdown Ltd will spend €4 million on a bridge at Skarn.", days=700, promise=act)
    assert wordings(noted(old, source("The bridge had cost Ashdown Ltd €6 million.", days=10)), "amount") == [
        ["€4 million", "€6 million"]
    ]
    other = source("Last year Ashdown Ltd paid its staff €6 million.", days=10)
    assert wordings(noted(old, other), "amount") == []


def test_no_longer_is_the_end_of_a_promise() -> None:
    """Whatever status the brief gives it."""
    words = "Ashdown Ltd will no longer build the bridge at Skarn."
    end = source(words, days=10, promise={"action": "not build the bridge at Skarn"})
    note = noted(pledge(), end)
    (row,) = note.commitments
    assert row.status == "withdrawn"
    assert wordings(note, "status") == [[BRIDGE, words]]


def test_a_clause_that_takes_up_the_thing_is_part_of_the_promise() -> None:
    """`… will build the bridge and open it by June` is one commitment, with its day."""
    text = "Ashdown Ltd will build a bridge at Skarn and open it by 30 June 2027."
    brief = brief_of(
        f"Ashdown Ltd\n\n{text}",
        "a.txt",
        DAY,
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[
            {"by": ["p1"], "action": "build a bridge at Skarn", "status": "new",
             "at": "Ashdown Ltd will build a bridge at Skarn"},
            {"by": ["p1"], "action": "open it", "status": "new", "at": "open it by 30 June 2027",
             "deadline": at("by 30 June 2027", latest=date(2027, 6, 30))},
        ],
    )  # fmt: skip
    note = noted(brief, pledge())
    (row,) = note.commitments
    assert row.deadline is not None
    assert row.deadline.latest == date(2027, 6, 30)
    assert {note.citation(number).item for number in row.cites} >= {"c1", "c2"}  # type: ignore[union-attr]


def test_what_nobody_tells_any_more_is_not_new() -> None:
    """A promise of two years ago, and one due since, stand among what was said before, with their source as proof."""
    recent = source("Ashdown Ltd will paint the pier.", days=10, promise={"action": "paint the pier"})
    note = noted(pledge(), recent)
    assert {row.action: row.status for row in note.commitments} == {
        "build a bridge at Skarn": "earlier",
        "paint the pier": "new",
    }
    assert next(row for row in note.commitments if row.status == "earlier").proof


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The ferry carried 212,000 passengers in 2023.", "In 2023 the ferry carried 240,000 passengers.", True),
        ("The ferry carried 212,000 passengers in 2023.", "The ferry carried 240,000 passengers in 2024.", False),
        ("The ferry carried 212,000 passengers in 2023.", "The ferry may carry 320 passengers.", False),
        ("The plant will make 30 million doses a year.", "The plant makes 25 million doses a year.", True),
        ("The link has a capacity of 350 megawatts.", "The line will carry up to 700 megawatts.", True),
        ("The school has 400 pupils.", "The hospital has 300 nurses.", False),
        ("Ashdown has 40 ships in Skarn.", "Bronsted has 60 ships in Tessel.", False),
        ("Prices rose by 4 per cent in June.", "Prices rose by 6 per cent in July.", False),
    ],
)
def test_figures(one: str, other: str, differ: bool) -> None:
    """Numbers of one thing at one time differ; of other things, times or sizes they do not."""
    note = noted(source(one, days=400), source(other, days=390))
    assert wordings(note, "figure") == ([[one, other]] if differ else [])


def test_how_far_something_has_come_is_no_contradiction() -> None:
    """A year later more is done; in the same week another number is a contradiction."""
    first, second = "Ashdown has now fenced 62 kilometres of bank.", "Ashdown has now fenced 131 kilometres of bank."
    assert wordings(noted(source(first, days=400), source(second, days=10)), "figure") == []
    assert wordings(noted(source(first, days=12), source(second, days=10)), "figure") == [[first, second]]


def test_the_record_of_a_meeting_is_of_its_day() -> None:
    """A source without a date takes that of the event of which its head is the record."""
    text = "COUNCIL OF SKARN\nSummary of the sitting of 11 February 2026\n\nThe council will paint the pier."
    brief = brief_of(
        text,
        "a.txt",
        None,
        parties=[{"name": "COUNCIL OF SKARN", "kind": "organisation"}],
        context=[{
            "statement": "COUNCIL OF SKARN, Summary of the sitting of 11 February 2026", "kind": "event",
            "date": at("11 February 2026", earliest=date(2026, 2, 11), latest=date(2026, 2, 11)),
            "at": ["COUNCIL OF SKARN", "Summary of the sitting of 11 February 2026"],
        }],
    )  # fmt: skip
    (listed,) = noted(brief).sources
    assert (listed.date, listed.date_source) == (date(2026, 2, 11), "first lines")


@pytest.mark.parametrize("attach", [True, False])
def test_the_act_is_told_in_the_clearest_words_that_fit(attach: bool) -> None:
    """Not in those that leave to guess of what they speak, nor with a sum that is not the row's."""
    rest = {"action": "finish the remaining nine", "deadline": at("by the end of October", latest=date(2025, 10, 31))}
    fence = {"action": "fence 140 kilometres of river bank", "amount": "140 kilometres"}
    old = source("Ashdown Ltd will fence 140 kilometres of river bank.", days=700, promise=fence)
    text = (
        "Ashdown has now fenced 131 kilometres of river bank. It will finish the remaining nine by the end of October."
    )
    new = brief_of(
        f"Ashdown Ltd\n\n{text}",
        "new.txt",
        DAY - timedelta(days=300),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[
            {"by": ["p1"], "status": "new", "at": "It will finish the remaining nine by the end of October", **rest}
        ],
        context=[{"statement": "Ashdown has now fenced 131 kilometres of river bank.", "kind": "figure"}],
        attach=attach,
    )
    row = row_of(old, new)
    assert (row.action, row.deadline and row.deadline.latest) == (fence["action"], date(2025, 10, 31))

    less = {"action": "spend €8 million on a bridge", "amount": "€8 million"}
    more = {"action": "spend €12 million on a bridge and its roads", "amount": "€12 million"}
    sums = row_of(
        source("Ashdown Ltd will spend €8 million on a bridge.", days=10, promise=less),
        source("Ashdown Ltd will spend €12 million on a bridge and its roads.", days=300, promise=more),
    )
    assert (sums.action, sums.amount) == (less["action"], less["amount"])


def test_the_bottom_line_tells_what_is_done_in_the_words_of_the_source() -> None:
    """And a pledge of a thing is no pledge "to" it."""
    done = "The bridge at Skarn was completed by Ashdown Ltd in May."
    assert noted(pledge(), source(done, days=10)).bottom_line[0].text == done
    gift = source("Ashdown Ltd promised a second ferry.", days=10, promise={"action": "a second ferry"})
    assert noted(gift).bottom_line[0].text == "Ashdown Ltd promised a second ferry."


def test_a_promise_that_was_kept_is_no_difference_to_lead_with() -> None:
    """It comes last, after another sum; what was taken back comes first."""
    spend = {"action": "spend €4 million on a pier", "amount": "€4 million"}
    sell = {"action": "sell the harbour"}
    old = brief_of(
        f"Ashdown Ltd\n\n{BRIDGE} Ashdown Ltd will spend €4 million on a pier. Ashdown Ltd will sell the harbour.",
        "old.txt",
        DAY - timedelta(days=700),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
        commitments=[
            {"by": ["p1"], "status": "new", "action": "build a bridge at Skarn", "at": BRIDGE},
            {"by": ["p1"], "status": "new", "at": "Ashdown Ltd will spend €4 million on a pier", **spend},
            {"by": ["p1"], "status": "new", "at": "Ashdown Ltd will sell the harbour", **sell},
        ],
    )
    facts = (
        "Ashdown Ltd has completed the bridge at Skarn.",
        "The pier cost Ashdown Ltd €6 million.",
        "Ashdown Ltd will no longer sell the harbour.",
    )
    note = noted(old, source(*facts, days=10))
    assert [(one.field, one.wordings[-1].text) for one in note.differences] == [
        ("status", facts[2]),
        ("amount", "€6 million"),
        ("status", facts[0]),
    ]
