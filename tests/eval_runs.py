"""Runs for the tests of comparison, gate and reports, without a pipeline: gold as a brief, with faults put in."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summariser.evals.results import Failure
from summariser.evals.runs import Asked, DocumentRun, EpochRun, References, Run, gold_digests
from summariser.evals.scoring import SCORER_VERSION, score
from summariser.schemas import Brief, Context, PromptInfo, Usage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.evals.gold import Case


def perfect(cases: Sequence[Case]) -> dict[str, Brief]:
    """The brief of a perfect reader for each document."""
    return {case.gold.document: case.as_brief() for case in cases}


def faulty(cases: Sequence[Case], seed: int = 0, share: float = 0.35) -> dict[str, Brief]:
    """Gold with faults of every kind: missing and spurious items, wrong statuses, wrong speakers, cut quotes."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    return {case.gold.document: _damaged(case.as_brief(), chance, share) for case in cases}


def _damaged(brief: Brief, chance: random.Random, share: float) -> Brief:
    def struck() -> bool:
        return chance.random() < share

    parties = [party for party in brief.parties if not struck()] or brief.parties
    known = {party.id for party in parties}
    parties = [
        party.model_copy(update={"represents": party.represents if party.represents in known else None})
        for party in parties
    ]
    commitments = []
    for item in brief.commitments:
        if struck():
            continue
        changes: dict[str, object] = {"by": [each for each in item.by if each in known], "to": []}
        if struck():
            changes["status"] = "proposed"
        if struck():
            changes["deadline"] = None
        commitments.append(item.model_copy(update=changes))
    quotes = []
    for quote in brief.quotes:
        if struck():
            continue
        speaker = quote.speaker if quote.speaker in known and not struck() else None
        evidence = quote.evidence
        if struck() and len(evidence[0].text) > 20:
            first = evidence[0]
            half = first.start + len(first.text) // 2
            evidence = [first.model_copy(update={"end": half, "text": first.text[: half - first.start]}), *evidence[1:]]
        text = " ".join(span.text for span in evidence)
        quotes.append(quote.model_copy(update={"speaker": speaker, "evidence": evidence, "text": text}))
    context = [item for item in brief.context if not struck()]
    if brief.quotes and struck():  # direct speech taken for a fact
        span = brief.quotes[0].evidence[0]
        context.append(Context(id="x99", statement=span.text, kind="event", evidence=[span]))
    return brief.model_copy(
        update={"parties": parties, "commitments": commitments, "context": context, "quotes": quotes}
    )


def run_of(
    cases: Sequence[Case],
    *epochs: Mapping[str, Brief | Failure],
    prompt: str = "brief",
    sha256: str = "0" * 64,
    model: str = "local",
    references: References | None = None,
) -> Run:
    """A run with these briefs, one mapping for each epoch."""
    made = []
    for number, briefs in enumerate(epochs):
        documents = []
        for case in cases:
            found = briefs[case.gold.document]
            failed = found.error if isinstance(found, Failure) else None
            brief = None if isinstance(found, Failure) else found
            documents.append(
                DocumentRun(document=case.gold.document, brief=brief, failed=failed, asked=Asked(seconds=1.5))
            )
        made.append(EpochRun(epoch=number, documents=tuple(documents), scores=score(briefs, cases)))
    return Run(
        created=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        summariser_version="0.0.0",
        model=model,
        model_identity=f"identity of {model}",
        prompt=PromptInfo(name=prompt, version="1", sha256=sha256),
        split="dev",
        gold=gold_digests(cases),
        scorer_version=SCORER_VERSION,
        profile={"ask": "open"},
        epochs=tuple(made),
        spent=Usage(),
        references=references or References(),
    )
