"""What of a document is put before the model, and what is asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summariser.candidates.analysis import Analysis
    from summariser.documents import Sentence

__all__ = ["Chunk", "Scope", "labels_of"]


@dataclass(frozen=True)
class Chunk:
    """Sentences that are put before the model together.

    Attributes:
        sentences: The sentences, in order.
        summary: Whether this chunk is asked for the summary (the document is one chunk).
    """

    sentences: tuple[Sentence, ...]
    summary: bool = True

    @property
    def start(self) -> int:
        """First character."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.sentences[-1].end


@dataclass(frozen=True)
class Scope:
    """What is asked, and in how many requests.

    Attributes:
        ask: "open": of what kind names are that the program cannot tell, and the summary. "all": all candidates that
            the program only infers, and what the candidates leave out.
        calls: "one": all parts in one request. "parts": one request for each part, in one conversation.
    """

    ask: Literal["open", "all"] = "open"
    calls: Literal["one", "parts"] = "one"


def labels_of(analysis: Analysis, chunk: Chunk) -> dict[str, Any]:
    """Candidates of a chunk by label: quotations q1, q2, …; undertakings c1, c2, …; names as they are."""
    quotations = ((f"q{n}", item) for n, item in enumerate(analysis.quotations, 1))
    undertakings = ((f"c{n}", item) for n, item in enumerate(analysis.undertakings, 1))
    found: list[tuple[str, Any]] = [*quotations, *undertakings]
    return {label: item for label, item in found if chunk.start <= item.start < chunk.end}
