"""One document through the pipeline: candidates, questions, grounding, brief."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summariser.candidates.analysis import Analysis
from summariser.documents.dateline import find_date
from summariser.documents.title import find_title
from summariser.errors import DocumentError, ModelError
from summariser.pipeline.asking import Answered, Asker
from summariser.pipeline.assembly import Assembly
from summariser.pipeline.chunking import chunk_sentences
from summariser.pipeline.events import Done, Event, Grounded, Progress
from summariser.pipeline.ledger import Ledger
from summariser.pipeline.provenance import provenance_of
from summariser.prompts.scope import Chunk
from summariser.schemas import Brief, Usage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from summariser.documents import Document
    from summariser.models.client import ModelClient
    from summariser.models.spec import ModelSpec
    from summariser.pipeline.profile import Profile
    from summariser.prompts.loader import Prompt
    from summariser.schemas import Coverage
    from summariser.schemas.answer import SummaryLine
    from summariser.schemas.brief import ChunkStatus

__all__ = ["Run"]

_SUMMARY_SENTENCES = 14


@dataclass(frozen=True)
class Run:
    """What a brief is made with.

    Attributes:
        document: The document.
        client: The model.
        spec: Which model that is.
        profile: How it is used.
        prompt: The prompt.
    """

    document: Document
    client: ModelClient
    spec: ModelSpec
    profile: Profile
    prompt: Prompt

    async def events(self) -> AsyncIterator[Event]:
        """Make the brief; yield progress, items as they are grounded and, last, the brief.

        Raises:
            DocumentError: Nothing in the document can be read.
            ModelError: No chunk could be put before the model.
        """
        began = time.monotonic()
        yield Progress("reading")
        document = self._dated()
        if not document.sentences:
            raise DocumentError(f"{document.name}: holds no sentence to read", hint="see what was skipped, and why")
        analysis = Analysis(document)
        asker = Asker(self.client, self.prompt, self.profile, analysis)
        ledger = Ledger(document)
        assembly = Assembly(analysis, ledger, document.date)
        chunks = chunk_sentences(document.sentences, self.profile.chunk_characters)
        lines: list[SummaryLine] = []
        async for event in asker.ask_all(chunks):
            if isinstance(event, Progress):
                yield event
                continue
            ledger.note(event.chunk.start, event.chunk.end, *_status(event))
            lines += event.decisions.summary
            for item in assembly.add(event.chunk, event.decisions):
                yield Grounded(item)
        if not lines:
            yield Progress("summing up", len(chunks), len(chunks))
            lines = await self._sum_up(asker, analysis, assembly)
        assembly.summarise(lines)
        yield Done(self._brief(document, assembly, ledger.coverage(), asker.usage, time.monotonic() - began))

    def _dated(self) -> Document:
        """The document with its own date, where its text tells it."""
        document = self.document
        if document.date is None and (found := find_date(document.text, document.furniture)):
            return document.with_date(found[0], "dateline")
        return document

    async def _sum_up(self, asker: Asker, analysis: Analysis, assembly: Assembly) -> list[SummaryLine]:
        """For a document of several chunks: the summary, asked of the sentences that the items rest on."""
        spans = [item.evidence[0] for item in assembly.context] + [item.evidence[0] for item in assembly.commitments]
        starts = [span.start for span in spans[:_SUMMARY_SENTENCES]]
        chosen = tuple(s for s in analysis.document.sentences if any(s.start <= start < s.end for start in starts))
        if not chosen or "summary" not in self.prompt.parts:
            return []
        try:
            replies = await asker.ask(Chunk(chosen), part="summary", halvings=0)
        except ModelError:
            return []  # the brief stands without it: the main event takes its place
        return replies[0].decisions.summary

    def _brief(self, document: Document, assembly: Assembly, coverage: Coverage, usage: Usage, seconds: float) -> Brief:
        coverage.warnings += document.notes
        brief = Brief(
            title=find_title(document),
            summary=assembly.summary,
            parties=assembly.parties,
            commitments=assembly.commitments,
            context=assembly.context,
            quotes=assembly.quotes,
            coverage=coverage,
            provenance=provenance_of(
                document, self.client, self.spec, self.prompt, _schema_digest(), usage=usage, seconds=seconds
            ),
        )
        return brief.attach(document)


@cache
def _schema_digest() -> str:
    return hashlib.sha256(json.dumps(Brief.model_json_schema(), sort_keys=True).encode()).hexdigest()


def _status(reply: Answered) -> tuple[ChunkStatus, str | None]:
    if reply.error is None:
        return "read", None
    return "failed", f"{reply.error.message}; only what the program finds by itself stands in the brief"
