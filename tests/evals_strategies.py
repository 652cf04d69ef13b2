"""Hypothesis strategies: any text with any labels."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from summariser.evals.gold import Case, Gold, GoldCommitment, GoldContext, GoldParty, GoldQuote
from summariser.schemas import DateRange, Span
from summariser.schemas.brief import CommitmentStatus, ContextKind, PartyKind
from tests.evals_gold import LABELLED, case_of

slow_strategies = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)

_WORDS = "river bank will pay nine million until spring unless union agrees tariff port strike treaty delta".split()


@st.composite
def gold_cases(draw: st.DrawFn, most: int = 5) -> Case:
    """A random text with random labels: any part may be empty, spans may overlap and repeat."""
    spoken = draw(st.lists(st.sampled_from(_WORDS), min_size=20, max_size=60))
    text = " ".join(spoken)
    starts = [0]
    for word in spoken:
        starts.append(starts[-1] + len(word) + 1)

    @st.composite
    def spans(draw: st.DrawFn) -> Span:
        first = draw(st.integers(0, len(spoken) - 1))
        last = draw(st.integers(first, min(first + 12, len(spoken) - 1)))
        start, end = starts[first], starts[last + 1] - 1
        return Span(start=start, end=end, text=text[start:end])

    evidence = st.lists(spans(), min_size=1, max_size=2)
    wording = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
    dates = st.none() | st.builds(
        DateRange, text=wording, latest=st.none() | st.dates(date(2024, 1, 1), date(2028, 12, 31))
    )
    names = draw(st.lists(st.sampled_from([f"Party {letter}" for letter in "ABCDEFGH"]), max_size=most, unique=True))
    ids = [f"p{number}" for number in range(1, len(names) + 1)]
    reference = st.none() | st.sampled_from(ids) if ids else st.none()
    parties = [
        GoldParty(
            id=party_id,
            name=name,
            kind=draw(st.sampled_from(get_args(PartyKind))),
            represents=draw(reference),
            evidence=draw(evidence),
            required=draw(st.booleans()),
        )
        for party_id, name in zip(ids, names, strict=True)
    ]
    sizes = st.integers(0, most)
    commitments = [
        GoldCommitment(
            id=f"c{number}",
            by=draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True)),
            to=draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)),
            action=draw(wording),
            status=draw(st.sampled_from(get_args(CommitmentStatus))),
            deadline=draw(dates),
            condition=draw(st.none() | wording),
            amount=draw(st.none() | st.sampled_from(["9 million", "€3", "half"])),
            evidence=draw(evidence),
            required=draw(st.booleans()),
        )
        for number in range(draw(sizes) if ids else 0)
    ]
    context = [
        GoldContext(
            id=f"x{number}",
            statement=draw(wording),
            kind=draw(st.sampled_from(get_args(ContextKind))),
            date=draw(dates),
            evidence=draw(evidence),
            required=draw(st.booleans()),
        )
        for number in range(draw(sizes))
    ]
    quotes = []
    for number in range(draw(sizes)):
        found = draw(evidence)
        quotes.append(
            GoldQuote(
                id=f"q{number}",
                text=" ".join(each.text for each in found),
                speaker=draw(reference),
                cue=draw(st.none() | wording),
                marked=draw(st.booleans()),
                evidence=found,
                required=draw(st.booleans()),
            )
        )
    gold = Gold(
        gold_version="1",
        document="random.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        genre="random",
        split="dev",
        labelled=LABELLED,
        parties=parties,
        commitments=commitments,
        context=context,
        quotes=quotes,
    )
    return case_of(gold, text)
