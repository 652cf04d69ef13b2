"""Side by side on one local model: this project, instructor with a flat schema, langextract with one worked example.

Run: .venv/bin/python -m pip install "langextract[openai]==1.7.1" && .venv/bin/python benchmarks/peers.py
     [--only TAG]… [--split dev] [--out FILE.json]

All three ask the same engine with the same model at the same loopback address, document by document in turn, and are
scored by the same scorer. Nothing else should run on the machine. Takes about two minutes a document.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import warnings
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))
from peers_convert import Builder
from peers_schema import FlatBrief

from summariser import Summariser
from summariser.documents import read_file
from summariser.evals.comparison import score_intervals
from summariser.evals.gold import load_dataset
from summariser.evals.results import Failure
from summariser.evals.scoring import score
from summariser.models.local import LocalEngine
from summariser.models.store import pull
from summariser.prompts.questions import opening_messages
from summariser.schemas import Usage
from summariser.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.documents import Document
    from summariser.schemas import Brief

SEEDS = Path(__file__).parent.parent / "seeds"
CONTEXT = 8_192
MOST_TOKENS = 2_048  # of an answer of a peer; ours are bounded lower
TASK = (
    "Extract from the document: parties (whoever signs, promises, speaks or is promised something), commitments (who "
    "will do what for whom, by when, on which condition, for which amount; status new, reaffirmed, earlier, proposed, "
    "declined, withdrawn or fulfilled), facts that a reader needs, and direct quotes word for word with their speaker."
)
EXAMPLE = (
    "Norvia Foods and the Bakers Circle signed a pay deal on Monday after nine weeks of talks. Norvia will raise wages "
    'by 4% from 1 June. "We bake better when we are not quarrelling," said Ana Reis, director of Norvia.'
)


class Peer(ABC):
    """Base of what is compared.

    Attributes:
        name: For the table.
        fabricated: Quotes so far that are not the document's words.
    """

    name = ""

    def __init__(self) -> None:
        self.fabricated = 0

    @abstractmethod
    def brief(self, document: Document) -> Brief:
        """The brief of a document."""


class Ours(Peer):
    """This project with its default prompt, through the same address."""

    name = "summariser"

    def __init__(self, engine: LocalEngine, summariser: Summariser) -> None:
        super().__init__()
        self._summariser = summariser
        engine.prefill(opening_messages(summariser.prompt, summariser.profile.scope))

    def brief(self, document: Document) -> Brief:
        """The brief of a document."""
        return self._summariser.summarise(document)


class Flat(Peer):
    """instructor with one flat schema and a plain prompt."""

    name = "instructor, flat schema"

    def __init__(self, engine: LocalEngine, model: str) -> None:
        super().__init__()
        import instructor
        import openai

        client = openai.OpenAI(base_url=engine.base_url, api_key=engine.api_key, timeout=600, max_retries=0)
        self._client = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        self._model = model

    def brief(self, document: Document) -> Brief:
        """The brief of a document."""
        began = time.perf_counter()
        answer, raw = self._client.chat.completions.create_with_completion(
            model=self._model,
            response_model=FlatBrief,
            messages=[{"role": "system", "content": TASK}, {"role": "user", "content": document.text}],
            temperature=0,
            max_tokens=MOST_TOKENS,
            max_retries=1,
        )
        builder = Builder(document)
        for party in answer.parties:
            builder.party(party.name, party.kind, party.aliases, party.role)
        for commitment in answer.commitments:
            builder.commitment(commitment.model_dump(), commitment.evidence)
        for fact in answer.context:
            builder.fact(fact.statement, fact.kind, fact.evidence)
        for quote in answer.quotes:
            builder.quote(quote.text, quote.speaker)
        self.fabricated += builder.fabricated()
        usage = Usage(input_tokens=raw.usage.prompt_tokens, output_tokens=raw.usage.completion_tokens, calls=1)
        return builder.brief(self.name, usage, time.perf_counter() - began)


class LangExtract(Peer):
    """langextract through its OpenAI provider, with one worked example."""

    name = "langextract, one example"

    def __init__(self, engine: LocalEngine, model: str) -> None:
        super().__init__()
        import langextract as lx
        from langextract import factory

        def extraction(label: str, text: str, **attributes: str) -> Any:
            return lx.data.Extraction(extraction_class=label, extraction_text=text, attributes=attributes)

        self._lx = lx
        self._examples = [
            lx.data.ExampleData(
                text=EXAMPLE,
                extractions=[
                    extraction("fact", "Norvia Foods and the Bakers Circle signed a pay deal on Monday", kind="event"),
                    extraction("party", "Norvia Foods", kind="organisation"),
                    extraction("party", "Bakers Circle", kind="organisation"),
                    extraction(
                        "commitment",
                        "Norvia will raise wages by 4% from 1 June",
                        by="Norvia Foods",
                        action="raise wages by 4%",
                        status="new",
                    ),
                    extraction("quote", "We bake better when we are not quarrelling", speaker="Ana Reis"),
                    extraction("party", "Ana Reis", kind="person", role="director of Norvia"),
                ],
            )
        ]
        config = factory.ModelConfig(
            model_id=model,
            provider="OpenAILanguageModel",
            provider_kwargs={"api_key": engine.api_key, "base_url": engine.base_url, "temperature": 0.0},
        )
        self._model = factory.create_model(config)
        self._usage = Usage()
        completions = self._model._client.chat.completions  # noqa: SLF001 - it tells tokens nowhere else
        asked = completions.create

        def create(*arguments: Any, **named: Any) -> Any:
            answer = asked(*arguments, **{"max_tokens": MOST_TOKENS, **named})
            self._usage += Usage(
                input_tokens=answer.usage.prompt_tokens, output_tokens=answer.usage.completion_tokens, calls=1
            )
            return answer

        completions.create = create

    def brief(self, document: Document) -> Brief:
        """The brief of a document."""
        began, self._usage = time.perf_counter(), Usage()
        found = self._lx.extract(
            text_or_documents=document.text,
            prompt_description=TASK,
            examples=self._examples,
            model=self._model,
            show_progress=False,
            max_workers=1,
        )
        from summariser.schemas import Span

        builder = Builder(document)
        for each in found.extractions or []:
            fields, span = each.attributes or {}, None
            if each.char_interval and each.char_interval.start_pos is not None:
                start, end = each.char_interval.start_pos, each.char_interval.end_pos
                span = Span(start=start, end=end, text=document.text[start:end])
            if each.extraction_class == "party":
                builder.party(each.extraction_text, fields.get("kind"), (), fields.get("role"), span)
            elif each.extraction_class == "commitment":
                builder.commitment(fields, each.extraction_text, span)
            elif each.extraction_class == "fact":
                builder.fact(each.extraction_text, fields.get("kind"), each.extraction_text, span)
            elif each.extraction_class == "quote":
                builder.quote(each.extraction_text, fields.get("speaker"), span)
        self.fabricated += builder.fabricated()
        return builder.brief(self.name, self._usage, time.perf_counter() - began)


def attempt(make: Callable[[Document], Brief], document: Document) -> tuple[Brief | Failure, float]:
    """A brief or why there is none, and the seconds it took."""
    began = time.perf_counter()
    result: Brief | Failure
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = make(document)
    except Exception as error:  # noqa: BLE001 - a peer may fail in any way; it is listed
        result = Failure(error=type(error).__name__)
    return result, time.perf_counter() - began


def main() -> None:
    """Run all and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    cases = [
        case
        for case in load_dataset(SEEDS)
        if case.gold.split == options.split
        and (not options.only or {case.path.stem, case.gold.genre, *case.gold.tags} & set(options.only))
    ]
    path = pull()
    with LocalEngine(path, context_tokens=CONTEXT) as engine:
        address = f"{engine.base_url}#{path.name}"
        asked_as_local = load_settings({"ask": "open", "context_tokens": CONTEXT})
        with Summariser(address, api_key=engine.api_key, settings=asked_as_local) as summariser:
            peers: list[Peer] = [Ours(engine, summariser), Flat(engine, path.name), LangExtract(engine, path.name)]
            rows: dict[str, dict[str, Any]] = {peer.name: {"briefs": {}, "seconds": []} for peer in peers}
            for case in cases:
                document = read_file(case.path)
                for peer in peers:
                    brief, seconds = attempt(peer.brief, document)
                    rows[peer.name]["briefs"][case.gold.document] = brief
                    rows[peer.name]["seconds"].append(seconds)
                    failed = brief.error if isinstance(brief, Failure) else ""
                    sys.stderr.write(f"{case.gold.document} {peer.name} {seconds:.1f} s {failed}\n")
    table = [row(peer, rows[peer.name], cases) for peer in peers]
    show(table)
    if options.out:
        options.out.write_text(json.dumps(table, indent=1), encoding="utf-8")


def row(peer: Peer, results: dict[str, Any], cases: list[Any]) -> dict[str, Any]:
    """What stands in the table for one of them."""
    briefs = results["briefs"]
    scores = score(briefs, cases)
    intervals = score_intervals([scores])
    made = [brief for brief in briefs.values() if not isinstance(brief, Failure)]
    f1 = {"mean": intervals.overall, **intervals.parts}
    return {
        "name": peer.name,
        "documents": len(cases),
        "failed": len(cases) - len(made),
        "F1": {part: [value.estimate, value.low, value.high] for part, value in f1.items() if value},
        "fabricated quotes": peer.fabricated,
        "seconds, median": round(statistics.median(results["seconds"]), 1),
        "output tokens, mean": round(statistics.mean([brief.provenance.usage.output_tokens for brief in made] or [0])),
    }


def show(table: list[dict[str, Any]]) -> None:
    """Print the table as Markdown."""
    parts = ("mean", "parties", "commitments", "context", "quotes")
    heads = ("", *parts, "made-up quotes", "failed", "s a document", "tokens out")
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for each in table:
        f1 = (f"{each['F1'][part][0]:.2f}" if part in each["F1"] else "–" for part in parts)
        cells = (
            each["name"],
            *f1,
            each["fabricated quotes"],
            each["failed"],
            each["seconds, median"],
            each["output tokens, mean"],
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
