"""Pydantic schemas: the public brief, and what the model fills."""

from summariser.schemas.brief import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DateRange,
    DocumentInfo,
    Dropped,
    Party,
    PromptInfo,
    Provenance,
    Quote,
    Span,
    SummarySentence,
    Usage,
)
from summariser.schemas.note import Note

__all__ = [
    "Brief",
    "Commitment",
    "Context",
    "Coverage",
    "CoverageChunk",
    "DateRange",
    "DocumentInfo",
    "Dropped",
    "Note",
    "Party",
    "PromptInfo",
    "Provenance",
    "Quote",
    "Span",
    "SummarySentence",
    "Usage",
]
