"""Grounds an instance of a user's schema: verbatim words and pointers become spans, what is not there is dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summariser.schemas import Span
from summariser.schemas.own import Pointer, VerbatimWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summariser.documents import Sentence
    from summariser.grounding.verbatim import SourceIndex

__all__ = ["OwnGrounder"]


class _AbsentError(Exception):
    """Words that the source does not have; unwinds to the entry that has to go."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason)
        self.reason, self.value = reason, value


@dataclass
class OwnGrounder:
    """Grounds instances of one schema in one document.

    Attributes:
        index: Finds words in the source.
        sentences: Sentences by label.
        drop: Told the path, the reason and the value of what is dropped.
    """

    index: SourceIndex
    sentences: Mapping[str, Sentence]
    drop: Callable[[str, str, str], None]
    _spans: dict[int, dict[str, Span]] = field(default_factory=dict)

    def ground(self, value: BaseModel) -> tuple[dict[str, Any] | None, dict[str, Span]]:
        """Ground an instance.

        An entry of a list that holds words the document does not have is dropped whole; a field that may be null
        becomes null; where neither can be, nothing is left.

        Returns:
            The instance as plain data, or None, and the span of each grounded field by its path.
        """
        try:
            return self._model(value, "")
        except _AbsentError as absent:
            self.drop("schema", absent.reason, absent.value)
            return None, {}

    def _model(self, value: BaseModel, path: str) -> tuple[dict[str, Any], dict[str, Span]]:
        data: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        for name, info in type(value).model_fields.items():
            where = f"{path}.{name}" if path else name
            marks = tuple(info.metadata)
            item = getattr(value, name)
            try:
                data[name], found = self._value(item, where, marks or _marks(info.annotation))
            except _AbsentError as absent:
                if info.is_required() or info.default is not None:
                    raise
                self.drop(where, absent.reason, absent.value)
                data[name], found = None, {}
            spans |= found
        return data, spans

    def _value(self, value: Any, path: str, marks: tuple[Any, ...]) -> tuple[Any, dict[str, Span]]:
        if isinstance(value, BaseModel):
            return self._model(value, path)
        if isinstance(value, (list, tuple)):
            return self._list(value, path, marks)
        if isinstance(value, str) and any(isinstance(mark, VerbatimWords) for mark in marks):
            located = self.index.locate(value)
            if located.span is None:
                raise _AbsentError(located.reason, value)
            return located.span.text, {path: located.span}
        if isinstance(value, str) and any(isinstance(mark, Pointer) for mark in marks):
            sentence = self.sentences.get(value)
            if sentence is None:
                raise _AbsentError("there is no such sentence", value)
            return value, {path: Span(start=sentence.start, end=sentence.end, text=sentence.text)}
        return value, {}

    def _list(
        self, values: list[Any] | tuple[Any, ...], path: str, marks: tuple[Any, ...]
    ) -> tuple[list[Any], dict[str, Span]]:
        kept: list[Any] = []
        spans: dict[str, Span] = {}
        for value in values:
            try:
                data, found = self._value(value, f"{path}[{len(kept)}]", marks)
            except _AbsentError as absent:
                self.drop(path, absent.reason, absent.value)
                continue
            kept.append(data)
            spans |= found
        return kept, spans


def _marks(annotation: Any) -> tuple[Any, ...]:
    """The marks inside `list[Verbatim]` and `Verbatim | None`."""
    found: list[Any] = list(getattr(annotation, "__metadata__", ()))
    for inner in getattr(annotation, "__args__", ()):
        if not isinstance(inner, type):
            found += _marks(inner)
    return tuple(found)
