"""The values of a filled schema of the user's own, each with the way it is judged, and the judging."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from summariser.errors import SchemaError
from summariser.evals.fields import judge_amount, judge_text
from summariser.evals.results import Category, FieldOutcome
from summariser.evals.similarity import fold_text
from summariser.schemas.own import Pointer, ScoredAs, VerbatimWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from summariser.evals.similarity import Stretches
    from summariser.schemas import Span
    from summariser.schemas.own import Scoring

__all__ = ["Leaf", "fields_of", "judge_leaf"]

_PARTLY_THERE = 0.5


class Leaf(NamedTuple):
    """A value of an entry.

    Attributes:
        value: The value; None where it is open.
        how: The way it is judged.
        span: Where it stands in the document, or None.
    """

    value: object
    how: Scoring
    span: Span | None


def fields_of(value: object, info: FieldInfo, path: str, spans: Mapping[str, Span]) -> Iterator[tuple[str, Leaf]]:
    """The values inside a value, by their path within it; a plain value is its own.

    Args:
        value: A value of a filled schema.
        info: The field it is of, with its marks.
        path: Its path in the schema.
        spans: Spans by path.

    Raises:
        SchemaError: It holds a list of entries of its own.
    """
    if isinstance(value, BaseModel):
        for name, inner in type(value).model_fields.items():
            for below, leaf in fields_of(getattr(value, name), inner, f"{path}.{name}", spans):
                yield (f"{name}.{below}" if below else name), leaf
    elif isinstance(value, (list, tuple)):
        if any(isinstance(item, (BaseModel, list, tuple)) for item in value):
            raise SchemaError(
                f"{path}: a list of entries inside an entry is not scored", hint="make it a list of its own"
            )
        words = "; ".join(sorted(map(str, value))) or None
        yield "", Leaf(words, _how(info, ""), None)
    else:
        yield "", Leaf(value, _how(info, value), spans.get(path))


def _how(info: FieldInfo, value: object) -> Scoring:
    marks = [*info.metadata, *_inner_marks(info.annotation)]
    for mark in marks:
        if isinstance(mark, ScoredAs):
            return mark.how
    if any(isinstance(mark, (VerbatimWords, Pointer)) for mark in marks):
        return "span"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "number"
    if isinstance(value, dt.date):
        return "date"
    closed = "Literal" in str(info.annotation)
    return "text" if isinstance(value, str) and not closed else "exact"


def _inner_marks(annotation: Any) -> Iterator[object]:
    """The marks inside `list[Verbatim]` and `Verbatim | None`."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()):
        if not isinstance(inner, type):
            yield from _inner_marks(inner)


def judge_leaf(field: str, gold: Leaf | None, predicted: Leaf | None, source: Stretches) -> list[FieldOutcome]:
    """Judge one value; nothing where both sides leave it open.

    Args:
        field: Its name.
        gold: The label.
        predicted: The prediction.
        source: The document.
    """
    wanted = None if gold is None else gold.value
    given = None if predicted is None else predicted.value
    if gold is None or predicted is None or wanted is None or given is None:
        if wanted is None and given is None:
            return []
        category = Category.MIS if given is None else Category.SPU
        return [FieldOutcome(field=field, category=category, gold=_told(wanted), predicted=_told(given))]
    if gold.how == "span" and gold.span and predicted.span:
        share = source.jaccard(source.merge([gold.span]), source.merge([predicted.span]))
        category = Category.COR if share == 1 else Category.PAR if share >= _PARTLY_THERE else Category.INC
        reason = "" if share == 1 else f"part of the words (IoU {share:.2f})" if share else "another place"
        return [FieldOutcome(field=field, category=category, gold=_told(wanted), predicted=_told(given), reason=reason)]
    if gold.how == "number" and isinstance(wanted, str):
        return judge_amount(field, wanted, str(given))
    if gold.how in ("text", "span"):
        return judge_text(field, str(wanted), str(given))
    same = wanted == given or (isinstance(wanted, str) and fold_text(wanted) == fold_text(str(given)))
    category = Category.COR if same else Category.INC
    return [FieldOutcome(field=field, category=category, gold=_told(wanted), predicted=_told(given))]


def _told(value: object) -> str | None:
    return None if value is None else str(value)
