"""What holds of every note: for briefs made at random, for any order of them, and for two hundred."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.note import build_note
from summariser.note.commitments import CommitmentMerger
from summariser.note.parties import merge_parties
from summariser.note.sources import order_sources
from tests.note_checks import check_note, essence
from tests.sample_note_briefs import at, brief_of

if TYPE_CHECKING:
    from summariser.schemas import Brief

DAY = date(2026, 4, 1)
NAMES = ("Ashdown Ltd", "Ashdown", "Norholt Ministry of Transport", "Ministry of Transport", "Quay Traders' Guild",
         "QTG", "the council", "Harbour Council")  # fmt: skip
PEOPLE = ("Anna Berg", "Bo Berg", "Berg", "A. Berg", "Dr Anna Berg")
ACTS = ("build a ferry terminal", "build a new ferry terminal at Skarn", "lend €4 million to the guild",
        "lend €5 million to the guild", "not sell the port", "sell the port", "repair the north pier",
        "repair the south pier", "publish the plans")  # fmt: skip
STATUSES = ("new", "reaffirmed", "earlier", "proposed", "declined", "withdrawn", "fulfilled")
FACTS = ("About 3,000 people live in Skarn.", "About 2,400 people live in Skarn.", "The port was sold in 2019.")
SAID = ("We will wait no longer for this.", "Nobody asked us about the pier.")


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief whose every item rests on its own sentence."""
    lines: list[str] = ["A matter."]

    def sentence(words: str) -> str:
        lines.append(words)
        return words

    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    parties: list[dict[str, Any]] = [{"name": name, "kind": "organisation", "at": sentence(name)} for name in names]
    parties += [
        {"name": name, "kind": "person", "role": draw(st.sampled_from([None, "minister"])), "represents": "p1",
         "at": sentence(name)}
        for name in people
    ]  # fmt: skip
    ids = [f"p{number}" for number in range(1, len(parties) + 1)]
    commitments = []
    for act in draw(st.lists(st.sampled_from(ACTS), max_size=4, unique=True)):
        year = draw(st.sampled_from([None, 2025, 2027, 2028]))
        commitments.append({
            "by": draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)),
            "action": act,
            "status": draw(st.sampled_from(STATUSES)),
            "deadline": at(f"by {year}", latest=date(year, 12, 31)) if year else None,
            "amount": draw(st.sampled_from([None, "€4 million", "€5 million"])),
            "condition": draw(st.sampled_from([None, "if parliament agrees"])),
            "at": sentence(f"Somebody will {act}."),
        })  # fmt: skip
    context = [
        {"statement": fact, "kind": "figure", "at": sentence(fact)}
        for fact in draw(st.lists(st.sampled_from(FACTS), max_size=2, unique=True))
    ]
    quotes = [
        {"text": words, "marked": True, "speaker": draw(st.sampled_from([None, *ids])), "at": sentence(words)}
        for words in draw(st.lists(st.sampled_from(SAID), max_size=2, unique=True))
    ]
    day = draw(st.sampled_from([None, *(DAY - timedelta(days=days) for days in (0, 1, 40, 400))]))
    return brief_of(
        "\n\n".join(lines),
        f"{draw(st.integers(0, 99))}.txt",
        day,
        parties=parties,
        commitments=commitments,
        context=context,
        quotes=quotes,
        attach=draw(st.booleans()),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(briefs(), min_size=1, max_size=5), st.sampled_from([None, "the port", "ferry terminal"]))
def test_every_note_is_sound(some: list[Brief], topic: str | None) -> None:
    """Whatever the briefs, every number resolves to an exact span and no commitment is lost."""
    check_note(build_note(some, topic=topic, as_of=DAY), some)


@settings(max_examples=75, deadline=None)
@given(st.lists(briefs(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_briefs_never_matters(some: list[Brief], chance: random.Random) -> None:
    """Any order gives the same note."""
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert essence(build_note(shuffled, as_of=DAY)) == essence(build_note(some, as_of=DAY))


@settings(max_examples=75, deadline=None)
@given(st.lists(briefs(), min_size=1, max_size=3))
def test_a_repeated_brief_changes_nothing(some: list[Brief]) -> None:
    """All briefs twice: the same rows, parties, quotes and differences."""
    once, twice = essence(build_note(some, as_of=DAY)), essence(build_note([*some, *some], as_of=DAY))
    for part in ("commitments", "parties", "quotes", "facts", "differences"):
        assert len(once[part]) == len(twice[part])
    assert sum(source["status"] == "duplicate" for source in twice["sources"]) >= len(some)


def many(count: int, *, same: bool) -> list[Brief]:
    """Briefs of ten commitments each, on the same acts or on acts of their own."""
    chance = random.Random(7)  # noqa: S311 - no secret
    things = [f"{a}{b}" for a in ("bron", "tal", "mer", "kos", "vin", "dar") for b in ("sted", "holm", "vik", "lund")]
    found = []
    for number in range(count):
        acts = [f"build the {things[i]} bridge" for i in range(10)] if same else [
            f"build the {chance.choice(things)} {chance.choice(things)} bridge number{number}x{i}" for i in range(10)
        ]  # fmt: skip
        text = f"Report {number}. Ashdown Ltd. " + " ".join(f"It will {act}." for act in acts)
        found.append(
            brief_of(
                text,
                f"{number}.txt",
                DAY - timedelta(days=number),
                parties=[{"name": "Ashdown Ltd", "kind": "organisation"}],
                commitments=[{"by": ["p1"], "action": act, "status": "new"} for act in acts],
                attach=False,
            )
        )
    return found


def comparisons(count: int, *, same: bool) -> tuple[int, int]:
    """How many pairs were compared, and how many rows came out."""
    sources = order_sources(many(count, same=same))
    merger = CommitmentMerger(sources, merge_parties(sources))
    rows = merger.rows()
    return merger.comparisons, len(rows)


def test_two_hundred_briefs_take_near_linear_steps() -> None:
    """Four times the briefs take about four times the comparisons, whether all tell the same or all tell something else."""
    for same in (True, False):
        few, many_ = comparisons(50, same=same), comparisons(200, same=same)
        assert many_[0] <= 6 * few[0]
        assert many_[0] <= 20 * 200 * 10
    assert comparisons(200, same=True)[1] == 10


def test_two_hundred_briefs_make_a_note() -> None:
    """All rows are there, and each holds all of its sources."""
    some = many(200, same=True)
    note = build_note(some, as_of=DAY, length="long")
    check_note(note, some)
    assert len(note.parties) == 1
