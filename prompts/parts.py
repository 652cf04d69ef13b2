"""The parts of a question about a chunk: for each, its text and the field of the answer, closed to what exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from summariser.candidates.partakers import LEAST_UNKNOWN
from summariser.prompts.rendering import inert
from summariser.prompts.scope import Chunk, Scope, labels_of
from summariser.schemas import answer as shapes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.entities import Entity
    from summariser.prompts.loader import Prompt

__all__ = ["PartBuilder"]

_MOST_PARTIES = 40
_FACTS_PER_CHUNK = 8
_CHARACTERS_PER_FACT = 350
_MOST_FOUND = 12
_TOKENS_PER_ENTRY = {
    "kinds": 20,
    "speakers": 20,
    "undertakings": 60,
    "names": 60,
    "quotes": 60,
    "commitments": 160,
    "facts": 25,
    "summary": 160,
}


class PartBuilder:
    """Collects, part by part, the text of the question and the field of the answer."""

    def __init__(self, prompt: Prompt, analysis: Analysis, chunk: Chunk, scope: Scope) -> None:
        self._prompt, self._analysis, self._chunk, self._scope = prompt, analysis, chunk, scope
        self._text = analysis.document.text
        self._labels = labels_of(analysis, chunk)
        self._sentences = tuple(f"s{sentence.index + 1}" for sentence in chunk.sentences)
        self._parties = [entity.name for entity in self._near()]
        self.blank = dict.fromkeys(prompt.variables, "")
        self.texts: dict[str, str] = {}
        self.fields: dict[str, Any] = {}
        self.budgets: dict[str, int] = {}

    def add(self, part: str) -> bool:
        """Build a part; False where there is nothing to ask."""
        field, values = getattr(self, f"_{part}")()
        if field is None:
            return False
        self.fields[part] = (field, ...) if not isinstance(field, tuple) else field
        entries = len(field.model_fields) if not isinstance(field, tuple) else _most(field[1])
        self.budgets[part] = entries * _TOKENS_PER_ENTRY[part]
        self.texts[part] = self._prompt.parts[part].render(
            {**self.blank, "parties": "; ".join(self._parties), **values}
        )
        return True

    def _near(self) -> list[Entity]:
        """Entities named in the chunk, and those named most in the document."""
        here = [e for e in self._analysis.entities if any(self._chunk.start <= s < self._chunk.end for s, _ in e.spans)]
        often = sorted(self._analysis.entities, key=lambda entity: -len(entity.spans))[:_MOST_PARTIES]
        kept = [e for e in self._analysis.entities if e in here or e in often]
        return kept[: 2 * _MOST_PARTIES]

    def _kinds(self) -> tuple[Any, dict[str, str]]:
        first_here = [e for e in self._analysis.entities if self._chunk.start <= e.spans[0][0] < self._chunk.end]
        asked = [entity for entity in first_here if entity.kind is None]
        if self._scope.ask == "open":
            partakers = self._analysis.partakers
            asked = [entity for entity in asked if partakers.probability(entity) >= LEAST_UNKNOWN]
        fields: dict[str, Any] = {f"n{i}": (shapes.Kind, Field(alias=e.name)) for i, e in enumerate(asked)}
        return _closed("Kinds", fields), {"candidates": "\n".join(entity.name for entity in asked)}

    def _speakers(self) -> tuple[Any, dict[str, str]]:
        quotes = {label: item for label, item in self._labels.items() if label.startswith("q")}
        if self._scope.ask == "open":
            return None, {}
        quotes = {label: quote for label, quote in quotes.items() if not self._analysis.named_speaker(quote)}
        speaker = _one_of((*self._parties, "unknown"))
        lines = [f"{label} {self._cut(quote.spans[0])}" for label, quote in quotes.items()]
        return _closed("Speakers", dict.fromkeys(quotes, (speaker, ...))), {"candidates": "\n".join(lines)}

    def _undertakings(self) -> tuple[Any, dict[str, str]]:
        if self._scope.ask == "open" or not self._parties:
            return None, {}
        found = {label: item for label, item in self._labels.items() if label.startswith("c")}
        by: Any = list[_one_of(self._parties)]  # type: ignore[misc] # closed at run time
        bound = create_model("Bound", __base__=shapes.Bound, by=(by, Field(max_length=8)))
        lines = [f"{label} {self._cut((item.start, item.end))}" for label, item in found.items()]
        return _closed("Undertakings", dict.fromkeys(found, (bound, ...))), {"candidates": "\n".join(lines)}

    def _names(self) -> tuple[Any, dict[str, str]]:
        return self._more(shapes.FoundName)

    def _quotes(self) -> tuple[Any, dict[str, str]]:
        return self._more(shapes.FoundQuote)

    def _commitments(self) -> tuple[Any, dict[str, str]]:
        return self._more(shapes.FoundCommitment)

    def _more(self, shape: type[BaseModel]) -> tuple[Any, dict[str, str]]:
        if self._scope.ask == "open":
            return None, {}
        narrowed = self._pointing(shape) if "at" in shape.model_fields else shape
        return (list[narrowed], Field(max_length=_MOST_FOUND)), {"most": str(_MOST_FOUND)}  # type: ignore[valid-type]

    def _facts(self) -> tuple[Any, dict[str, str]]:
        if self._scope.ask == "open":
            return None, {}
        length = sum(len(sentence.text) for sentence in self._chunk.sentences)
        most = min(_FACTS_PER_CHUNK, 2 + length // _CHARACTERS_PER_FACT)
        shape = self._pointing(shapes.PickedFact)
        return (list[shape], Field(min_length=1, max_length=most)), {"most": str(most)}  # type: ignore[valid-type]

    def _summary(self) -> tuple[Any, dict[str, str]]:
        if not self._chunk.summary:
            return None, {}
        at: Any = list[_one_of(self._sentences)]  # type: ignore[misc] # closed at run time
        shape = create_model("SummaryLine", __base__=shapes.SummaryLine, at=(at, Field(min_length=1, max_length=4)))
        return (list[shape], Field(min_length=1, max_length=2)), {}

    def _pointing(self, shape: type[BaseModel]) -> type[BaseModel]:
        return create_model(shape.__name__, __base__=shape, at=(_one_of(self._sentences), ...))

    def _cut(self, span: tuple[int, int]) -> str:
        words = inert(" ".join(self._text[slice(*span)].split()))
        return words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " …"


def _one_of(choices: Iterable[str]) -> Any:
    """The type of a string that is one of these."""
    return Literal[tuple(choices)]


def _most(info: Any) -> int:
    """The `max_length` of a list field."""
    return next(int(rule.max_length) for rule in info.metadata if hasattr(rule, "max_length"))


def _closed(name: str, fields: dict[str, Any]) -> type[BaseModel] | None:
    if not fields:
        return None
    return create_model(name, __config__=ConfigDict(extra="forbid", populate_by_name=True), **fields)
