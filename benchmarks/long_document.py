"""Long documents: is all of it read, does time grow linearly, is the last third read as well as the first?

Run: .venv/bin/python benchmarks/long_document.py [--words 2500 5000 10000] [--only GENRE]… [--split dev]
     [--model local]
Labelled documents are joined to one document of so many words; its labels are theirs. Each is also briefed alone, so
that a difference between the two is what length costs, in each third of the whole. Documents of one sort make a
document that is of one piece; of all sorts, one that mixes transcripts, contracts and news, which few do. The local
model takes 15 seconds for each 400 words, twice.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser import Summariser, read_text
from summariser.evals.gold import Case, Gold, load_dataset
from summariser.evals.results import PARTS
from summariser.evals.scoring import score_document, tally_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.evals.results import Pair
    from summariser.schemas import Brief

SEEDS = Path(__file__).parent.parent / "seeds"
GAP = "\n\n"


def joined(cases: Sequence[Case]) -> Case:
    """One document of several, with their labels; a party that several of them name is one."""
    text = ""
    parts: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    known: dict[str, str] = {}
    for number, case in enumerate(cases):
        offset = len(text)
        text += case.text.rstrip() + GAP
        raw = case.gold.model_dump(mode="json")
        ids: dict[str, str] = {}
        for party in raw["parties"]:
            names = [name.casefold() for name in (party["name"], *party["aliases"])]
            same = next((known[name] for name in names if name in known), None)
            ids[party["id"]] = same or f"d{number}{party['id']}"
            known.update(dict.fromkeys(names, ids[party["id"]]))
        for part in PARTS:
            for item in raw[part]:
                moved = _moved(item, offset, ids, f"d{number}")
                twin = next((one for one in parts[part] if one["id"] == moved["id"]), None)
                if twin is None:
                    parts[part].append(moved)
                else:
                    _join(twin, moved)
    document = read_text(text, name="joined.txt")
    gold = Gold(
        gold_version="1",
        document=document.name,
        sha256=document.sha256,
        genre="joined",
        split="dev",
        labelled=cases[0].gold.labelled,
        **parts,
    )
    return Case(gold, Path(document.name), text, Path(document.name))


def _moved(item: dict[str, Any], offset: int, ids: dict[str, str], prefix: str) -> dict[str, Any]:
    moved = {**item, "id": ids.get(item["id"], f"{prefix}{item['id']}")}
    moved["evidence"] = [
        {**span, "start": span["start"] + offset, "end": span["end"] + offset} for span in item["evidence"]
    ]
    for field in ("by", "to"):
        if field in item:
            moved[field] = [ids[each] for each in item[field]]
    for field in ("speaker", "represents"):
        if item.get(field):
            moved[field] = ids[item[field]]
    return moved


def _join(party: dict[str, Any], other: dict[str, Any]) -> None:
    names = {party["name"].casefold(), *(alias.casefold() for alias in party["aliases"])}
    party["aliases"] += [name for name in (other["name"], *other["aliases"]) if name.casefold() not in names]
    party["evidence"] += other["evidence"]
    party["required"] = party["required"] or other["required"]


def place_of(pair: Pair, gold: Brief, brief: Brief) -> int:
    """Where the evidence of a pair begins."""
    for number, source in ((pair.gold, gold), (pair.predicted, brief)):
        for part in PARTS:
            for item in getattr(source, part):
                if number is not None and part == pair.part and item.id == number:
                    return int(item.evidence[0].start)
    return 0


def middles_of(cases: Iterable[Case]) -> dict[str, float]:
    """Where the middle of each document lies in the document that `joined` makes of them."""
    middles, offset = {}, 0
    for case in cases:
        length = len(case.text.rstrip())
        middles[case.gold.document] = offset + length / 2
        offset += length + len(GAP)
    return middles


def mean_f1(pairs: Iterable[Pair]) -> tuple[str, float]:
    """F1 of each part as text, and their mean."""
    values = {part: counts.tally(strict=False).f1 for part, counts in tally_pairs(pairs).items()}
    held = [value for value in values.values() if value is not None]
    shown = "  ".join(f"{part} {'–' if value is None else f'{value:.2f}'}" for part, value in values.items())
    return shown, sum(held) / len(held) if held else 0.0


def main() -> None:
    """Print a block for each length."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--words", type=int, nargs="+", default=[2_500, 5_000, 10_000])
    parser.add_argument("--only", action="append", default=[], help="a genre")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--model", default="local")
    options = parser.parse_args()
    cases = [
        case
        for case in load_dataset(SEEDS)
        if case.gold.split == options.split and (not options.only or case.gold.genre in options.only)
    ]
    with Summariser(options.model) as summariser:
        summariser.summarise(cases[0].text)  # the model is loaded, and the prompt read
        alone: dict[str, list[Pair]] = {}
        for words in options.words:
            report(words, cases, summariser, alone)


def report(words: int, cases: Sequence[Case], summariser: Summariser, alone: dict[str, list[Pair]]) -> None:
    """Print what a document of so many words takes and gives."""
    chosen: list[Case] = []
    for case in cases:
        if sum(len(each.text.split()) for each in chosen) >= words:
            break
        chosen.append(case)
    whole = joined(chosen)
    began = time.perf_counter()
    brief = summariser.summarise(read_text(whole.text, name=whole.gold.document))
    seconds = time.perf_counter() - began
    chunks = brief.coverage.chunks
    gapless = [chunk.start for chunk in chunks][1:] == [chunk.end for chunk in chunks][:-1]
    complete = gapless and chunks[0].start == 0 and chunks[-1].end == len(whole.text) and brief.coverage.lossless
    count = len(whole.text.split())
    say(f"{count:,} words of {len(chosen)} documents: {seconds:.1f} s, {1000 * seconds / count:.1f} s per 1,000 words")
    say(f"  ledger complete: {complete}; {brief.coverage.read:,} of {brief.coverage.characters:,} characters read")
    pairs = score_document(brief, whole).pairs
    gold = whole.as_brief()
    third = len(whole.text) / 3
    for case in chosen:
        if case.gold.document not in alone:
            alone[case.gold.document] = list(score_document(summariser.summarise(case.path), case).pairs)
    middles = middles_of(chosen)
    for number, name in enumerate(("first", "middle", "last")):
        here = [pair for pair in pairs if number * third <= place_of(pair, gold, brief) < (number + 1) * third]
        single = [case for case in chosen if number * third <= middles[case.gold.document] < (number + 1) * third]
        shown, mean = mean_f1(here)
        by_itself = mean_f1(pair for case in single for pair in alone[case.gold.document])[1]
        say(f"  {name:6} third  mean {mean:.3f} (its documents by themselves {by_itself:.3f})   {shown}")
    shown, mean = mean_f1(pairs)
    say(f"  whole         mean {mean:.3f}   {shown}")
    shown, mean = mean_f1(pair for case in chosen for pair in alone[case.gold.document])
    say(f"  each by itself {mean:.3f}   {shown}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
