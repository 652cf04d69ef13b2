"""How a result came about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summariser._version import __version__
from summariser.models.pricing import cost_usd
from summariser.schemas import DocumentInfo, PromptInfo, Provenance, Usage

if TYPE_CHECKING:
    from summariser.documents import Document
    from summariser.models.client import ModelClient
    from summariser.models.spec import ModelSpec
    from summariser.prompts.loader import Prompt

__all__ = ["provenance_of"]


def provenance_of(
    document: Document,
    client: ModelClient,
    spec: ModelSpec,
    prompt: Prompt,
    schema_sha256: str,
    *,
    usage: Usage,
    seconds: float,
) -> Provenance:
    """Provenance of a result made of one document with one model.

    Args:
        document: The document.
        client: The model, after its work.
        spec: Which model that is.
        prompt: The prompt.
        schema_sha256: Of the JSON Schema of the result.
        usage: What this document took.
        seconds: Wall time.
    """
    return Provenance(
        document=DocumentInfo(
            name=document.name,
            sha256=document.sha256,
            media_type=document.media_type,
            date=document.date,
            encoding=document.encoding,
            date_source=document.date_source,
            author=document.author,
            outlet=document.outlet,
            url=document.url,
            pages=[page.start for page in document.pages],
        ),
        model=spec.name,
        base_url=None if spec.embedded else spec.base_url,
        mode=client.mode,
        prompt=PromptInfo(name=prompt.name, version=prompt.version, sha256=prompt.sha256),
        schema_sha256=schema_sha256,
        usage=usage,
        cost_usd=cost_usd(spec.model, spec.base_url, usage),
        seconds=round(seconds, 3),
        created=datetime.now(UTC),
        summariser_version=__version__,
    )
