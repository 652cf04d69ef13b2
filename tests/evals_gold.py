"""Gold for the tests of the scorer: one document labelled by hand, the dev seeds, and random ones."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.evals.gold import (
    Case,
    Gold,
    GoldCommitment,
    GoldContext,
    GoldParty,
    GoldQuote,
    Labelled,
    load_case,
)
from summariser.evals.results import PARTS, Counts, DocumentScore, Part
from summariser.evals.scoring import score_document
from summariser.schemas import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.schemas import Brief

SEEDS = Path(__file__).parents[1] / "seeds"

TEXT = (
    "Mayor Ana Silva told the Harbour Council on Tuesday that the city of Porto Novo will pay €2.4 million for the new "
    "bridge by 1 March 2027 if the council approves the plan.\n"
    "“We will finish the bridge,” she said, “before the winter storms come back.”\n"
    "The Harbour Council refused to name a date for the tunnel.\n"
    "The old bridge was closed in May 2024 after a survey found cracks.\n"
    "We have waited long enough for this bridge, Rui Costa of Acme Ltd added.\n"
    "Acme will deliver the steel within 90 days.\n"
)
LABELLED = [Labelled(annotator="T1", kind="person", method="by hand", date=date(2026, 11, 24))]


def span(text: str, words: str, number: int = 1) -> Span:
    """The stretch with these words; `number` counts occurrences from 1."""
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def case_of(gold: Gold, text: str, folder: Path = Path("seeds")) -> Case:
    """A case as if it had been loaded from a folder."""
    path = folder / gold.document
    return Case(gold, path, text, path.with_suffix(".gold.json"))


def write_case(folder: Path, case: Case) -> Path:
    """Write a document and its gold into a folder; gives the path of the gold."""
    (folder / case.gold.document).write_bytes(case.text.encode())
    path = folder / (Path(case.gold.document).stem + ".gold.json")
    content = json.dumps(case.gold.model_dump(mode="json"), ensure_ascii=False, indent=1)
    path.write_text(content + "\n", encoding="utf-8")
    return path


def harbour() -> Case:
    """The document labelled by hand: five parties, three commitments, two facts, two quotes."""

    def at(words: str, number: int = 1) -> list[Span]:
        return [span(TEXT, words, number)]

    gold = Gold(
        gold_version="1",
        document="harbour.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        date=None,
        genre="news",
        tags=["split_quote", "unmarked_quote"],
        split="dev",
        labelled=LABELLED,
        parties=[
            GoldParty(
                id="p1",
                name="Ana Silva",
                kind="person",
                role="Mayor",
                represents="p3",
                aliases=["Mayor Ana Silva"],
                evidence=at("Ana Silva"),
                required=True,
            ),
            GoldParty(
                id="p2", name="Harbour Council", kind="organisation", evidence=at("Harbour Council"), required=True
            ),
            GoldParty(id="p3", name="Porto Novo", kind="organisation", evidence=at("Porto Novo"), required=True),
            GoldParty(
                id="p4",
                name="Acme Ltd",
                kind="organisation",
                aliases=["Acme"],
                evidence=at("Acme Ltd"),
                required=True,
            ),
            GoldParty(
                id="p5", name="Rui Costa", kind="person", represents="p4", evidence=at("Rui Costa"), required=False
            ),
        ],
        commitments=[
            GoldCommitment(
                id="c1",
                by=["p3"],
                to=["p2"],
                action="pay for the new bridge",
                status="new",
                deadline=DateRange(text="by 1 March 2027", latest=date(2027, 3, 1)),
                condition="if the council approves the plan",
                amount="€2.4 million",
                evidence=at("the city of Porto Novo will pay €2.4 million for the new bridge"),
                required=True,
            ),
            GoldCommitment(
                id="c2",
                by=["p2"],
                action="name a date for the tunnel",
                status="declined",
                evidence=at("The Harbour Council refused to name a date for the tunnel"),
                required=True,
            ),
            GoldCommitment(
                id="c3",
                by=["p4"],
                action="deliver the steel",
                status="new",
                deadline=DateRange(text="within 90 days"),
                evidence=at("Acme will deliver the steel"),
                required=False,
            ),
        ],
        context=[
            GoldContext(
                id="x1",
                statement="The old bridge was closed in May 2024.",
                kind="event",
                date=DateRange(text="May 2024", earliest=date(2024, 5, 1), latest=date(2024, 5, 31)),
                evidence=at("The old bridge was closed in May 2024"),
                required=True,
            ),
            GoldContext(
                id="x2",
                statement="A survey found cracks in the old bridge.",
                kind="background",
                evidence=at("a survey found cracks"),
                required=False,
            ),
        ],
        quotes=[
            GoldQuote(
                id="q1",
                text="We will finish the bridge, before the winter storms come back.",
                speaker="p1",
                cue="she said",
                marked=True,
                evidence=[*at("We will finish the bridge,"), *at("before the winter storms come back.")],
                required=True,
            ),
            GoldQuote(
                id="q2",
                text="We have waited long enough for this bridge",
                speaker="p5",
                cue="Rui Costa of Acme Ltd added",
                marked=False,
                evidence=at("We have waited long enough for this bridge"),
                required=True,
            ),
        ],
    )
    return case_of(gold, TEXT)


@cache
def dev_cases() -> list[Case]:
    """The dev documents of the seed set; the test split is not looked at."""
    paths = sorted(SEEDS.glob("*.gold.json"))
    return [load_case(path) for path in paths if json.loads(path.read_text(encoding="utf-8"))["split"] == "dev"]


def changed(case: Case, change: Callable[[Brief], object]) -> DocumentScore:
    """The score of a perfect brief after one change."""
    brief = case.as_brief()
    change(brief)
    return score_document(brief, case)


def required(case: Case) -> dict[Part, Counts]:
    """What a perfect brief scores."""
    return {part: Counts(cor=sum(item.required for item in getattr(case.gold, part))) for part in PARTS}


def without(case: Case, part: Part, gone: str) -> dict[Part, Counts]:
    """The counts of a perfect brief that lacks one item."""
    return changed(case, lambda brief: setattr(brief, part, [x for x in getattr(brief, part) if x.id != gone])).counts
