"""Turns documents into structured briefs whose every item rests on exact spans of the source.

```python
from pathlib import Path
from summariser import summarise

brief = summarise(Path("report.txt"))      # on this machine, with the local model
for commitment in brief.commitments:
    print(commitment.action, "|", commitment.evidence[0].text)
```
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from summariser._version import __version__

if TYPE_CHECKING:
    from summariser.api import Summariser, summarise
    from summariser.async_api import AsyncSummariser, asummarise
    from summariser.documents.document import Document
    from summariser.documents.read import read_bytes, read_file, read_text
    from summariser.errors import (
        AuthenticationError,
        DocumentError,
        InputError,
        LossError,
        ModelError,
        ModelUnavailable,
        OutputError,
        PromptError,
        RateLimitError,
        SchemaError,
        SettingsError,
        StoreError,
        SummariserError,
        TruncatedError,
    )
    from summariser.pipeline.events import Done, Event, Grounded, Progress
    from summariser.schemas.brief import Brief, Commitment, Context, DateRange, Party, Quote, Span
    from summariser.schemas.own import Extraction

_HOMES = {
    "summariser.api": ("Summariser", "summarise"),
    "summariser.async_api": ("AsyncSummariser", "asummarise"),
    "summariser.documents.document": ("Document",),
    "summariser.documents.read": ("read_bytes", "read_file", "read_text"),
    "summariser.errors": (
        "AuthenticationError",
        "DocumentError",
        "InputError",
        "LossError",
        "ModelError",
        "ModelUnavailable",
        "OutputError",
        "PromptError",
        "RateLimitError",
        "SchemaError",
        "SettingsError",
        "StoreError",
        "SummariserError",
        "TruncatedError",
    ),
    "summariser.pipeline.events": ("Done", "Event", "Grounded", "Progress"),
    "summariser.schemas.brief": ("Brief", "Commitment", "Context", "DateRange", "Party", "Quote", "Span"),
    "summariser.schemas.own": ("Extraction",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AsyncSummariser",
    "AuthenticationError",
    "Brief",
    "Commitment",
    "Context",
    "DateRange",
    "Document",
    "DocumentError",
    "Done",
    "Event",
    "Extraction",
    "Grounded",
    "InputError",
    "LossError",
    "ModelError",
    "ModelUnavailable",
    "OutputError",
    "Party",
    "Progress",
    "PromptError",
    "Quote",
    "RateLimitError",
    "SchemaError",
    "SettingsError",
    "Span",
    "StoreError",
    "Summariser",
    "SummariserError",
    "TruncatedError",
    "__version__",
    "asummarise",
    "read_bytes",
    "read_file",
    "read_text",
    "summarise",
]


def __getattr__(name: str) -> Any:
    """Import what is used, when it is used: pydantic and the rest take time."""
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
