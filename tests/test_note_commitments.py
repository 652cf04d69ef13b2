"""Which commitments of several sources are one, what their status is, and where they differ."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from summariser.note import build_note
from tests.sample_note_briefs import at, brief_of

if TYPE_CHECKING:
    from summariser.schemas import Brief, Note

DAY = date(2026, 4, 1)


def told(*commitments: dict[str, Any], days: int | None = 0, name: str = "", text: str = "") -> Brief:
    """A document, some days old, that tells of commitments of Ashdown (p1) and Bronsted (p2)."""
    sentences = [one.get("at") or f"They will {one['action']}." for one in commitments]
    text = f"Ashdown Ltd and Bronsted, {days}. {text} " + " ".join(sentences)
    made = [
        {"by": ["p1"], "status": "new", **one, "at": sentence}
        for one, sentence in zip(commitments, sentences, strict=True)
    ]
    return brief_of(
        text,
        name or f"{days}-{len(text)}.txt",
        None if days is None else DAY - timedelta(days=days),
        parties=[{"name": "Ashdown Ltd", "kind": "organisation"}, {"name": "Bronsted", "kind": "organisation"}],
        commitments=made,
    )


def note_of(*briefs: Brief) -> Note:
    return build_note(briefs, as_of=DAY)


def rows(*briefs: Brief) -> int:
    return len(note_of(*briefs).commitments)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("build a ferry terminal at Skarn", "build a ferry terminal at Skarn"),
        ("build a ferry terminal at Skarn", "construct a new ferry terminal at Skarn"),
        ("build a ferry terminal at Skarn", "build Skarn's ferry terminal"),
        ("lend the guild €40,000", "lend €60,000 to the guild"),
        ("cut emissions by 30%", "reduce emissions by 40%"),
        ("publish the audit of the fund", "publish the fund audit"),
        ("build the converter station at Ashot", "switch on its converter station at Ashot"),
        ("contribute $45 million to the plant", "stand by the $45 million"),
        ("pay for the planting of 200,000 native trees", "plant the 200,000 trees"),
        ("levy a charge of €2.10 a tonne", "charge fees of 2.10 euros per tonne"),
        ("train 200 nurses in the northern districts", "train 300 nurses in the north"),
        ("reopen the rail line to Tessel", "re-open the rail line to Tessel"),
    ],
)
def test_the_same_act(one: str, other: str) -> None:
    """Other words for the same thing, and other amounts, make one row with two sources."""
    assert rows(told({"action": one}), told({"action": other}, days=50)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("build a road to the lake", "build a bridge to the island"),
        ("pay the fee", "pay the toll"),
        ("build the first ferry", "build the second ferry"),
        ("repair the north pier", "repair the south pier"),
        ("open phase 1 of the park", "open phase 2 of the park"),
        ("sell the port of Elder", "not sell the port of Elder"),
        ("publish the plans of the terminal", "publish the accounts of the terminal"),
        ("build a school in Tessel", "build a hospital in Tessel"),
        ("hire 40 teachers", "train 40 teachers"),
        ("fund the museum", "close the museum"),
        ("study water quality in the upper basin", "study water quantity in the upper basin"),
        ("lend €4 million to the guild", "lend €4 million to the hospital"),
    ],
)
def test_two_acts(one: str, other: str) -> None:
    """Another object, another verb, an ordinal, a direction or a denial make two rows."""
    assert rows(told({"action": one}), told({"action": other}, days=50)) == 2


def test_the_same_act_of_two_parties_is_two_commitments() -> None:
    """What Ashdown promises binds Ashdown, and what Bronsted promises binds Bronsted."""
    act = "submit a report on emissions every year"
    assert rows(told({"action": act}), told({"action": act, "by": ["p2"]}, days=50)) == 2


def test_whom_it_is_owed_to_does_not_count_among_the_words() -> None:
    """The sum and the lender are the same; one source names the purpose, the other the borrower."""
    one = told({"action": "lend €118 million for the link", "to": ["p2"]})
    assert rows(one, told({"action": "lend €118 million to Bronsted", "to": ["p2"]}, days=50)) == 1


def test_an_official_and_the_body_it_acts_for_are_one_side() -> None:
    """The minister in one source and the ministry in the other: one row, and the ministry is bound."""
    text = "Ana Silva of Ashdown Ltd said that it will repair the old pier."
    other = brief_of(
        text,
        "n.txt",
        DAY,
        parties=[
            {"name": "Ana Silva", "kind": "person", "represents": "p2"},
            {"name": "Ashdown Ltd", "kind": "organisation"},
        ],
        commitments=[
            {"by": ["p1"], "action": "repair the old pier", "status": "new", "at": "will repair the old pier"}
        ],
    )
    note = note_of(other, told({"action": "repair the old pier"}, days=50))
    (row,) = note.commitments
    assert [party.name for party in note.parties if party.id in row.by] == ["Ashdown Ltd"]


def test_two_commitments_of_one_document_stay_two() -> None:
    """The closest pairs are found, also where both look alike."""
    acts = ({"action": "build a ferry terminal"}, {"action": "build a ferry terminal for freight"})
    note = note_of(told(*acts), told(*reversed(acts), days=50))
    assert sorted(row.action for row in note.commitments) == sorted(act["action"] for act in acts)
    assert all(len(row.sources) == 2 for row in note.commitments)


@pytest.mark.parametrize(
    ("newest", "older", "days", "status", "proof"),
    [
        ("new", "new", 200, "reaffirmed", True),
        ("new", "earlier", 200, "reaffirmed", True),
        ("new", "new", 2, "new", False),
        ("new", "proposed", 200, "new", False),
        ("new", "declined", 200, "new", False),
        ("reaffirmed", "new", 200, "reaffirmed", True),
        ("earlier", "new", 200, "earlier", True),
        ("earlier", "withdrawn", 200, "withdrawn", False),
        ("withdrawn", "new", 200, "withdrawn", False),
        ("fulfilled", "new", 200, "fulfilled", False),
        ("proposed", "new", 200, "proposed", False),
    ],
)
def test_status_over_time(newest: str, older: str, days: int, status: str, proof: bool) -> None:
    """The newest source decides; what an older one holds is not new, with the proof, but for reports of one event."""
    act = "build a ferry terminal at Skarn"
    words = {
        "fulfilled": "They have built the ferry terminal at Skarn.",
        "proposed": "They offered to build a ferry terminal at Skarn.",
    }
    acts = [
        {"action": act, "status": one, "at": words.get(one, "They will build a ferry terminal at Skarn.")}
        for one in (newest, older)
    ]
    note = note_of(told(acts[0]), told(acts[1], days=days))
    (row,) = note.commitments
    assert row.status == status
    assert bool(row.proof) is proof
    for number in row.proof:
        citation = note.citation(number)
        assert citation is not None
        assert citation.source == "s2"


def test_without_dates_nothing_is_older() -> None:
    """A source without a date proves nothing; one that says "reaffirmed" is believed."""
    act = "build a ferry terminal at Skarn"
    undated = told({"action": act}, days=None, name="a.txt"), told({"action": act}, days=None, name="b.txt", text="So.")
    (row,) = note_of(*undated).commitments
    assert (row.status, row.proof) == ("new", [])
    (row,) = note_of(undated[0], told({"action": act, "status": "reaffirmed"}, days=None, text="Again.")).commitments
    assert row.status == "reaffirmed"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (at("by 2027", latest=date(2027, 12, 31)), at("by 2028", latest=date(2028, 12, 31)), True),
        (at("by 2027", latest=date(2027, 12, 31)), at("by the end of 2027", latest=date(2027, 12, 31)), False),
        (at("in 2027", latest=date(2027, 12, 31)), at("by June 2027", latest=date(2027, 6, 30)), False),
        (at("by May 2027", latest=date(2027, 5, 31)), at("by June 2027", latest=date(2027, 6, 30)), True),
        (at("soon"), at("by June 2027", latest=date(2027, 6, 30)), False),
        (at("within 30 days of delivery"), at("within 60 days of delivery"), True),
        (at("after delivery"), at("on delivery"), False),
    ],
)
def test_deadlines_that_differ(one: Any, other: Any, differ: bool) -> None:
    """Other days are a difference; a year and a day in it are not, nor are words that nobody can resolve."""
    act = "build a ferry terminal at Skarn"
    note = note_of(told({"action": act, "deadline": one}), told({"action": act, "deadline": other}, days=50))
    assert [d.field for d in note.differences] == (["deadline"] if differ else [])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("€40 million", "€45 million", True),
        ("€40 million", "40 million euros", False),
        ("€40 million", "€40m", False),
        ("€40 million", "$40 million", True),
        ("about €40 million", "€40 million", False),
        ("a large sum", "a large sum", False),
    ],
)
def test_amounts_that_differ(one: str, other: str, differ: bool) -> None:
    """Another sum or another currency is a difference, another way of writing is not."""
    act = "lend the guild money for the terminal"
    note = note_of(told({"action": act, "amount": one}), told({"action": act, "amount": other}, days=50))
    assert [d.field for d in note.differences] == (["amount"] if differ else [])


def test_conditions_that_differ() -> None:
    """Two conditions on one act are shown side by side; a condition that one source leaves out is not."""
    act = "lend the guild money for the terminal"
    one, other = "if parliament agrees", "unless the storm season comes early"
    note = note_of(told({"action": act, "condition": one}), told({"action": act, "condition": other}, days=50))
    assert [d.field for d in note.differences] == ["condition"]
    assert note_of(told({"action": act, "condition": one}), told({"action": act}, days=50)).differences == []


def test_a_wording_cites_all_that_say_so() -> None:
    """Three sources, two days: one wording for the day that two of them give."""
    act = "build a ferry terminal at Skarn"
    early, late = at("by 2027", latest=date(2027, 12, 31)), at("by 2028", latest=date(2028, 12, 31))
    note = note_of(
        told({"action": act, "deadline": late}),
        told({"action": act, "deadline": early}, days=50, text="Well."),
        told({"action": act, "deadline": early}, days=90),
    )
    (difference,) = note.differences
    assert [(wording.source, wording.text, len(wording.cites)) for wording in difference.wordings] == [
        ("s3", "by 2027", 2),
        ("s1", "by 2028", 1),
    ]


def test_the_richer_wording_names_the_act() -> None:
    """A newest source that says next to nothing does not take the words away."""
    rich = "build a ferry terminal with two berths and a car park at Skarn"
    note = note_of(told({"action": "build a ferry terminal"}), told({"action": rich}, days=50))
    assert [row.action for row in note.commitments] == [rich]
